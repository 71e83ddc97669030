"""The list of attacks and faults that this program was built against, by number, and where each is tried.

A test says which cases it is by its name (`test_case_043_…`, `test_case_025_026_…`) or by the id of a parameter
(`case_043 …`). `python -m tests.hostile.cases` prints the table. What is not tried says why in `UNTRIED`; what is tried
only in part says so in `IN_PART`.
"""

import ast
import re
from collections import defaultdict
from typing import Final

from tests.support.listed_tests import files

NAME: Final = re.compile(r"(?:test_)?case((?:_\d{3})+)(?:[_ :]|$)")

CASES: Final[dict[int, str]] = {
    # Discovery
    1: "an instance name of markup",
    2: "names with bidi, escape and line characters",
    3: "five thousand services in ten seconds",
    4: "a peer's name, announced by somebody else",
    5: "a forged goodbye for a peer with a running transfer",
    6: "addresses and ports that nobody may be led to",
    7: "broken DNS packets",
    8: "link-local addresses without a scope, or with another one",
    9: "not discoverable: no answer, and a closed port",
    10: "what is announced says nothing of the person",
    # Accepting and framing, before any key
    11: "a byte every two seconds",
    12: "ten thousand connections a second",
    13: "first frames of impossible lengths",
    14: "a first frame that ends early",
    15: "other protocols",
    16: "another protocol version",
    17: "a call to oneself",
    18: "an end at every step of the handshake",
    19: "random first frames by the million",
    # Handshake and comparison
    20: "points of low order, odd encodings of points",
    21: "KEM keys and ciphertexts that are none",
    22: "one bit changed in either handshake message",
    23: "a classical suite in place of the hybrid one",
    24: "a relay that changes nothing",
    25: "grinding as responder",
    26: "grinding as initiator",
    27: "the promise of another session",
    28: "a promise missing, late, twice",
    29: "our own messages led back",
    30: "CONFIRM before our person has answered",
    31: "every message in every state",
    32: "nobody answers the code",
    33: "a second comparison while a code is shown",
    34: "a session right after a mismatch",
    35: "names that imitate the code",
    36: "keys that are mashed while the dialog opens",
    37: "screen reader, contrast and large type",
    38: "killed at the code; leaving when the code is known",
    39: "no randomness",
    # Records
    40: "a bit changed in a record",
    41: "records cut off, also at a border",
    42: "records and bytes behind the last one",
    43: "empty files, told in every way",
    44: "bytes of one file as those of another",
    45: "records of another session",
    46: "impossible record lengths",
    47: "fresh keys all the time, and never",
    48: "a million small messages a second",
    49: "a receiver that stands still",
    50: "the stream vectors of C2SP/CCTV",
    # Entries and names
    51: "absolute, drive, UNC and home names",
    52: "devices of Windows",
    53: "trailing dots and spaces",
    54: "control characters, surrogates, bad UTF-8",
    55: "characters that look like separators",
    56: "names that are one name somewhere",
    57: "too long, too deep",
    58: "names that programs act on",
    59: "modes, attributes and times",
    60: "sizes that are none",
    61: "more or fewer bytes than declared",
    62: "a file that no disk holds",
    63: "half a million empty files",
    64: "bombs of the encoding",
    65: "another list after the accepted one",
    66: "folders named like ours, or like what is there",
    67: "content of an offer that was not taken",
    # The receiving disk
    68: "the folder is swapped for a link",
    69: "the final name is taken just before",
    70: "a folder that cannot be written to",
    71: "a sync that fails once",
    72: "killed at every point",
    73: "half a file that was changed meanwhile",
    74: "a journal that was changed, or is hostile",
    75: "FAT and exFAT",
    76: "paths that are too long for a system",
    77: "a virus scanner holds the file",
    78: "partial folders of long ago",
    79: "links, pipes and devices among what is sent",
    80: "sizes at every border, decomposed names",
    # Network, time, power
    81: "another address amid a transfer",
    82: "everything is lost, one way or both",
    83: "the wall clock is set ten years off",
    84: "loss, delay and a slow line",
    85: "a peer that reads nothing",
    86: "firewalls",
    87: "time-outs of the peer's choosing",
    88: "the sender is killed before DONE arrives",
    # Window, host, package
    89: "markup and formats in every widget",
    90: "markup in notifications",
    91: "a million files dropped on the window",
    92: "told to end amid a transfer",
    93: "broken settings and strange surroundings",
    94: "secrets in arguments, environment and dumps",
    95: "no connection beyond the local network",
    96: "libraries planted beside the program",
    97: "a file of the bundle missing or changed",
    98: "a back end without ML-KEM",
    99: "a day of transfers",
    100: "the version before against this one",
}

UNTRIED: Final[dict[int, str]] = {}

IN_PART: Final[dict[int, str]] = {
    12: "fewer in the suite; ten thousand a second for half a minute by `python -m tests.floods`",
    19: "a short run in the suite; millions by `python -m tests.fuzz`",
    49: "a second instead of sixty; that a peer which is silent for longer is gone is tried with a shortened clock",
    59: "mtime 2262 and attributes cannot be said: the entry has one signed number and no attributes",
    63: "10,000 files in the suite; a million by `python -m tests.benchmarks`",
    72: "kills of the process, and power cuts on ext4; that a disk keeps the order of writes is its own word",
    76: "the 260 characters of Windows are told, not tried; eCryptfs is not here",
    77: "only Windows refuses a rename for that, and it is played here; what stays refused is told, and sent anew",
    80: "files around 4 GiB by `python -m tests.benchmarks` only (100 GiB of zeros); FAT32's limit is in case 75",
    84: "no netem in this kernel: loss by nftables, a slow line by tbf where there is one, delay by relays",
    86: "firewalls of Linux; those of Windows and macOS by their programs' recorded words",
    90: "a service on a bus of the test's own stands for those of GNOME and KDE",
    92: "signals and closing; logging out and shutting down come as signals",
    96: "from outside only with a built bundle, by `packaging/try_bundle.py`",
    97: "from outside only with a built bundle, by `packaging/try_bundle.py`",
    99: "two hundred sessions in the suite; hours of transfers and faults by `python -m tests.soak`",
    100: "there is no earlier version yet; foreign version numbers are",
}


def tried() -> dict[int, list[str]]:
    """Every number with the tests that name it."""
    found: dict[int, list[str]] = defaultdict(list)
    for file, tree in files():
        for name in names_in(tree):
            if named := NAME.match(name):
                for number in map(int, named[1].split("_")[1:]):
                    found[number].append(f"{file}::{name}")
    return found


def names_in(tree: ast.Module) -> list[str]:
    """Functions, and texts that may be the ids of parameters."""
    names: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) if name.startswith("test_case_"):
                names.append(name)
            case ast.Constant(value=str(text)) if text.startswith("case_"):
                names.append(text)
    return names


def main() -> None:
    found = tried()
    for number, title in CASES.items():
        print(f"{number:3} {title}")
        for test in found[number]:
            print(f"      {test}")
        for kind, reasons in (("not tried", UNTRIED), ("in part", IN_PART)):
            if number in reasons:
                print(f"      {kind}: {reasons[number]}")


if __name__ == "__main__":
    main()
