"""The receipt: the same on both sides, bound to what both vouched for, for programs and for people."""

import json
import re
import tracemalloc
from pathlib import Path

import msgspec
import pytest
from blake3 import blake3
from msgspec.structs import replace

from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind, FileResult, ManifestDigest
from desktop_app.storage.history_errors import ReceiptUnavailable
from desktop_app.transfer.receipt import Facts, Receipt, Sum
from desktop_app.transfer.receipt_json import as_json
from desktop_app.transfer.receipt_text import as_text, escaped
from desktop_app.transfer.recorder import Recorder
from tests.transfer.receipts import ENTRIES, canonical, kept, manifest_of, there


@pytest.fixture
def receipt(tmp_path: Path) -> Receipt:
    return Receipt.read(*kept(tmp_path))


def text_of(receipt: Receipt) -> str:
    return b"".join(as_text(receipt)).decode()


def json_of(receipt: Receipt) -> str:
    return b"".join(as_json(receipt)).decode()


# --- what it says ----------------------------------------------------------------------------------------


def test_its_sums_are_those_of_its_entries(receipt: Receipt) -> None:
    assert receipt.delivered == Sum(3_145_735, 3, 2)
    assert receipt.not_delivered == Sum(2_010, 2, 0)


def test_json_says_everything(receipt: Receipt) -> None:
    said = json.loads(json_of(receipt))
    assert (said["format"], said["version"]) == ("tallystick receipt", 1)
    common = said["common"]
    assert {key: value for key, value in common.items() if key != "entries"} == {
        "agreement": "X25519 + ML-KEM-768",
        "cipher": "AES-256-GCM",
        "manifest_blake3": receipt.facts.common.manifest,
        "offer": "6f" * 16,
        "receiver": "Kitchen PC",
        "sender": "Ada's laptop",
        "totals": {
            "delivered": {"bytes": 3_145_735, "files": 3, "folders": 2},
            "not_delivered": {"bytes": 2_010, "files": 2, "folders": 0},
            "offered": {"bytes": 3_147_745, "files": 5, "folders": 2},
        },
        "verification": "code compared",
    }
    assert [each["path"] for each in common["entries"]] == [each.entry.path for each in ENTRIES]
    assert [each["result"] for each in common["entries"]] == [
        "delivered", "delivered", "changed", "write_failed", "delivered", "delivered", "delivered",
    ]  # fmt: skip
    assert common["entries"][1] == {
        "blake3": blake3("album/größe.jpg".encode()).hexdigest(),
        "executable": False,
        "kind": "file",
        "modified_ns": "1600000000123456789",
        "path": "album/größe.jpg",
        "result": "delivered",
        "size": 3_145_728,
    }
    assert common["entries"][0]["blake3"] is common["entries"][2]["blake3"] is None
    assert common["entries"][3]["blake3"] is not None, "the sender vouched for it"
    assert said["local"] == {
        "saved_by": "sender",
        "unasked": None,
        "peer_known_as": "Kitchen\u202e PC",
        "address": "192.0.2.7:47471",
        "code_compared": "2025-10-09T08:53:20Z",
        "connected": "2025-10-09T08:53:21Z",
        "verified": "2025-10-09T08:53:22Z",
        "offered": "2025-10-09T08:53:23Z",
        "started": "2025-10-09T08:53:24Z",
        "ended": "2025-10-09T09:53:25Z",
        "keys_renewed": 3,
        "left_out": {"number": 2, "first": [{"path": "album/li\nnk", "reason": "it is a link"}]},
    }


def test_the_order_of_its_keys_is_fixed(receipt: Receipt) -> None:
    said = json.loads(json_of(receipt))
    assert list(said) == ["format", "version", "about", "common", "common_blake3", "local"]
    assert list(said["common"]) == sorted(said["common"])
    assert all(list(each) == sorted(each) for each in said["common"]["entries"])
    assert json_of(receipt) == json_of(receipt)


def test_from_json_alone_anybody_can_check_both_digests(receipt: Receipt) -> None:
    said = json.loads(json_of(receipt))
    assert blake3(canonical(said["common"])).hexdigest() == said["common_blake3"]
    assert manifest_of(said["common"]) == said["common"]["manifest_blake3"]
    assert said["common"]["manifest_blake3"] == receipt.facts.common.manifest


def test_text_says_it_in_columns(receipt: Receipt) -> None:
    lines = text_of(receipt).splitlines()
    assert lines[0] == "Tallystick receipt, version 1"
    assert "Delivered               3 files, 2 folders, 3,145,735 bytes" in lines
    assert "Not delivered           2 files, 0 folders, 2,010 bytes" in lines
    first = next(number for number, line in enumerate(lines) if line.startswith("Result"))
    table = lines[first : first + 1 + len(ENTRIES)]
    column = table[0].index("Path")
    assert [line[column - 2 : column] for line in table] == ["  "] * len(table), "paths are in one column"
    assert [line[:14].rstrip() for line in table[1:]] == [
        "delivered", "delivered", "changed", "write failed", "delivered", "delivered", "delivered",
    ]  # fmt: skip
    assert [line[column:] for line in table[1:5]] == [
        "album/", "album/größe.jpg", "album/changed.jpg", "album/lost.jpg",
    ]  # fmt: skip
    assert blake3(b"album/lost.jpg").hexdigest() in table[4]
    assert "3,145,728" in table[2]


def test_nothing_of_somebody_elses_can_touch_the_text(receipt: Receipt) -> None:
    text = text_of(receipt)
    assert not {"\u202e", "\u2066", "\x1b", "\r"} & set(text)
    assert "album/\\u202egpj.evil\\u2066\\n\\x1b[31m \\\\ \"'/\n" in text
    assert "Kitchen\\u202e PC\n" in text
    assert "  album/li\\nnk  (it is a link)\n" in text


@pytest.mark.parametrize("plain", ["größe 名前 🎉.txt", "a\u00a0b", "e\u0301", ""])
def test_harmless_names_stay_as_they_are(plain: str) -> None:
    assert escaped(plain) == plain


def test_the_digest_in_the_text_is_that_of_the_json(receipt: Receipt) -> None:
    [found] = re.findall(r"^BLAKE3 of this part +([0-9a-f]{64})$", text_of(receipt), re.MULTILINE)
    assert found == json.loads(json_of(receipt))["common_blake3"]


# --- the same on both sides ------------------------------------------------------------------------------


def test_both_sides_say_the_same_but_for_what_each_alone_knows(tmp_path: Path) -> None:
    facts, entries = kept(tmp_path)
    here, other = Receipt.read(facts, entries), Receipt.read(there(facts), entries)
    assert json_of(here).partition('  "local"')[0] == json_of(other).partition('  "local"')[0]
    assert text_of(here).partition("\nAs this computer")[0] == text_of(other).partition("\nAs this computer")[0]
    assert json_of(here) != json_of(other)
    assert text_of(here) != text_of(other)


@pytest.mark.parametrize("field", ["offer", "sender", "receiver", "verification", "agreement", "cipher"])
def test_one_other_word_is_another_digest(tmp_path: Path, field: str) -> None:
    facts, entries = kept(tmp_path)
    before = json.loads(json_of(Receipt.read(facts, entries)))["common_blake3"]
    changed = replace(facts, common=replace(facts.common, **{field: "x"}))
    assert json.loads(json_of(Receipt.read(changed, entries)))["common_blake3"] != before


def test_what_became_of_the_entries_is_in_the_digest(tmp_path: Path) -> None:
    """The manifest holds the sender's word only."""
    facts, entries = kept(tmp_path)
    before = json.loads(json_of(Receipt.read(facts, entries)))["common_blake3"]
    content = bytearray(entries.read_bytes())
    assert content[-1] == FileResult.WRITE_FAILED
    content[-1] = FileResult.NO_SPACE
    entries.write_bytes(content)
    assert json.loads(json_of(Receipt.read(facts, entries)))["common_blake3"] != before


# --- where there is none ---------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [0, 8, 20, 100, 300])
def test_entries_that_nobody_vouched_for_make_no_receipt(tmp_path: Path, at: int) -> None:
    facts, entries = kept(tmp_path)
    content = bytearray(entries.read_bytes())
    content[at] ^= 1
    entries.write_bytes(content)
    with pytest.raises(ReceiptUnavailable, match="damaged"):
        Receipt.read(facts, entries)


@pytest.mark.parametrize("field", ["files", "folders", "total"])
def test_entries_that_are_not_what_was_offered_make_no_receipt(tmp_path: Path, field: str) -> None:
    facts, entries = kept(tmp_path)
    facts = replace(facts, common=replace(facts.common, **{field: 0}))
    with pytest.raises(ReceiptUnavailable, match="damaged"):
        Receipt.read(facts, entries)


def test_no_entries_at_all_make_no_receipt(tmp_path: Path) -> None:
    facts, entries = kept(tmp_path)
    entries.write_bytes(b"")
    manifest = blake3(b"").hexdigest()
    with pytest.raises(ReceiptUnavailable, match="damaged"):
        Receipt.read(replace(facts, lost=0, common=replace(facts.common, manifest=manifest)), entries)


@pytest.mark.parametrize("seconds", [b"1e300", b"-1e300", b"253402300800"])
def test_a_time_that_no_calendar_has_is_not_read(tmp_path: Path, seconds: bytes) -> None:
    facts, _ = kept(tmp_path)
    stored = msgspec.json.encode(facts).replace(b'"ended_at":1760003605.0', b'"ended_at":' + seconds)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(stored, type=Facts)


def test_entries_that_are_gone_make_no_receipt(tmp_path: Path) -> None:
    facts, entries = kept(tmp_path)
    entries.unlink()
    with pytest.raises(ReceiptUnavailable, match="gone"):
        Receipt.read(facts, entries)


def test_entries_that_go_away_while_it_is_written_are_told(tmp_path: Path) -> None:
    facts, entries = kept(tmp_path)
    receipt = Receipt.read(facts, entries)
    entries.unlink()
    for form in (as_json, as_text):
        with pytest.raises(ReceiptUnavailable, match="gone"):
            list(form(receipt))


# --- size ------------------------------------------------------------------------------------------------


def test_many_entries_are_a_stream(tmp_path: Path) -> None:
    """As objects they would take some hundred bytes each, beside their names."""
    number, recorder, digest = 20_000, Recorder(tmp_path), ManifestDigest()
    for index in range(number):
        entry = Entry(f"album/{'x' * 1000}/{index}", EntryKind.FILE, 1, 0, executable=False)
        recorder.entry(digest.add(entry, FileResult.OK, b"d" * 32))
    recorder.done(digest.finish())
    recorded = recorder.finish()
    assert recorded is not None
    facts, _ = kept(tmp_path)
    common = replace(facts.common, manifest=recorded.digest.hex(), files=number, folders=0, total=number)
    tracemalloc.start()
    receipt = Receipt.read(replace(facts, common=common, lost=0), tmp_path / recorded.spool)
    sizes = [sum(map(len, form(receipt))) for form in (as_json, as_text)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert receipt.delivered == Sum(number, number, 0)
    assert min(sizes) > number * 1000
    assert peak < 6 * limits.MIB
