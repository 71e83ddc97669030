"""Keys are gone when a session is over: another process searches the memory of both, and finds them while it lives."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import Cipher
from tests.support.hostile_peer import ANEW, PATIENCE, HostilePeer, Kind, listening
from tests.support.line import Line
from tests.support.memory_search import MemorySearch, may_search
from tests.support.teller import Teller, secrets_of
from tests.support.written_down import code_written_down, written_down

GONE_WITHIN: Final = 5.0  # seconds, in which a thread gets to its last line
EPOCH_0: Final = {"k_I 0", "k_R 0", "exporter", "root 0"}
TOLD: Final = EPOCH_0 | {"e", "ee", "ss", "prk", "ck", "k", "N_I", "N_R"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of other processes through /proc")

Pair = tuple[Teller, Teller]


@pytest.fixture
def cipher() -> Cipher:
    return Cipher.AES_256_GCM


@pytest.fixture
def ada(tmp_path: Path, cipher: Cipher) -> Iterator[Teller]:
    with closing(Teller(tmp_path / "ada", "Ada", cipher)) as teller:
        if not may_search(teller.process.pid):
            pytest.skip("may not read the memory of another process")
        yield teller


@pytest.fixture
def pair(ada: Teller, tmp_path: Path, cipher: Cipher) -> Iterator[Pair]:
    with closing(Teller(tmp_path / "ben", "Ben", cipher)) as ben:
        for teller in (ada, ben):
            teller.do("limit", "HEARTBEAT", 0.05)
        yield ada, ben


# --- what is in the memory ------------------------------------------------------------------------------


def newest(secrets: Mapping[str, bytes]) -> set[str]:
    """The only keys that a verified session still needs."""
    epoch = max(int(name.split()[1]) for name in secrets if name.startswith("root "))
    return {f"{kind} {epoch}" for kind in ("root", "k_I", "k_R")}


def assert_held(
    searched: Sequence[Teller], names: Callable[[Mapping[str, bytes]], set[str]], told_by: Sequence[Teller] = ()
) -> None:
    """Each of these processes soon holds these secrets, whole, and nothing of any other that was told."""
    for teller in searched:
        deadline = time.monotonic() + GONE_WITHIN
        while True:
            secrets = secrets_of(*(told_by or searched))
            wanted = names(secrets)
            found = MemorySearch(secrets).find(teller.process.pid)
            words = {name: sum(found[each] for each in found if each[0] == name) for name in wanted}
            missing = sorted(name for name in wanted if not 0 < len(secrets.get(name, b"")) // 8 <= words[name])
            left = sorted((name, where) for name, where in found if name not in wanted)
            if not missing and not left:
                break
            if time.monotonic() > deadline:
                kept = [f"{name}: {found[name, where] * 8} bytes in {where}" for name, where in left]
                pytest.fail(f"{teller.name} should still hold {missing} and has kept:\n" + "\n".join(kept))
            time.sleep(0.05)


def assert_gone(*searched: Teller, told_by: Sequence[Teller] = ()) -> None:
    """Soon nothing of any secret is left in the writable memory of these processes."""
    assert secrets_of(*(told_by or searched)).keys() >= TOLD
    assert_held(searched, lambda _: set(), told_by)


# --- what people do -----------------------------------------------------------------------------------


def compare(a: Teller, b: Teller, port: int = 0) -> tuple[int, int]:
    """A dials B, and both codes are on the screen; the session's number on either side."""
    a.do("pair", port or b.port)
    return a.code(), b.code()


def verify(a: Teller, b: Teller, port: int = 0) -> tuple[int, int]:
    sessions = compare(a, b, port)
    for teller, session in zip((a, b), sessions, strict=True):
        teller.do("answer", session, "match")
    for teller in (a, b):
        teller.wait("Verified")
    return sessions


def send(sender: Teller, session: int, path: Path, receiver: Teller) -> None:
    """A whole transfer."""
    sender.do("send", str(path), session)
    receiver.do("accept", receiver.wait("OfferReceived")["transfer"])
    for teller in (sender, receiver):
        teller.wait("TransferChanged", state="delivered")


# --- the endings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("closer", "cipher"), [(0, Cipher.AES_256_GCM), (1, Cipher.CHACHA20_POLY1305)])
def test_closed(pair: Pair, closer: int) -> None:
    sessions = verify(*pair)
    assert_held(pair, newest)
    pair[closer].do("end", sessions[closer])
    for teller in pair:
        assert teller.wait("SessionEnded")["error"] == "NoneType"
    assert_gone(*pair)


def test_cut(pair: Pair) -> None:
    with Line(pair[1].port) as line:
        verify(*pair, line.port)
        assert_held(pair, newest)
        line.cut()
        for teller in pair:
            assert teller.wait("SessionEnded")["error"] == "ConnectionLost"
        assert_gone(*pair)


@pytest.mark.parametrize(("whose", "cipher"), [("dialler", Cipher.CHACHA20_POLY1305), ("listener", Cipher.AES_256_GCM)])
def test_a_bad_record(pair: Pair, whose: str) -> None:
    with Line(pair[1].port) as line:
        verify(*pair, line.port)
        assert_held(pair, newest)
        line.damage(whose)
        errors = [teller.wait("SessionEnded")["error"] for teller in pair]
        assert errors[whose == "dialler"] == "RecordCorrupt"
        assert_gone(*pair)


def test_the_peer_is_killed(pair: Pair) -> None:
    a, b = pair
    verify(*pair)
    assert_held(pair, newest)
    b.process.send_signal(signal.SIGKILL)
    assert a.wait("SessionEnded")["error"] == "ConnectionLost"
    assert_gone(a, told_by=pair)


@pytest.mark.parametrize(("person", "answer"), [(0, "different"), (1, "different"), (1, "not now")])
def test_the_code_is_refused(pair: Pair, person: int, answer: str) -> None:
    sessions = compare(*pair)
    assert_held(pair, lambda _: EPOCH_0)
    pair[person].do("answer", sessions[person], answer)
    for teller in pair:
        teller.wait("ComparisonOver")
    assert_gone(*pair)


def test_nobody_answers(pair: Pair) -> None:
    for teller in pair:
        teller.do("limit", "COMPARISON", 0.5)
    compare(*pair)
    for teller in pair:
        assert teller.wait("ComparisonOver")["error"] == "ComparisonUnfinished"
    assert_gone(*pair)


def test_case_038_cut_at_the_code(pair: Pair) -> None:
    with Line(pair[1].port) as line:
        compare(*pair, line.port)
        assert_held(pair, lambda _: EPOCH_0)
        line.cut()
        for teller in pair:
            assert teller.wait("ComparisonOver")["error"] == "ComparisonUnfinished"
        assert_gone(*pair)


@pytest.mark.parametrize("cipher", list(Cipher))
def test_old_keys_while_the_session_lives(pair: Pair, tmp_path: Path) -> None:
    for teller in pair:
        teller.do("limit", "RENEW_AFTER_SECONDS", 0.01)
        teller.do("limit", "RENEW_GAP_SECONDS", 0.0)
    (a, session_a), (b, session_b) = zip(pair, verify(*pair), strict=True)
    film = tmp_path / "film"
    film.write_bytes(os.urandom(20 * limits.MIB))
    while a.renewals(session_a) < 2:
        send(a, session_a, film, b)
        send(b, session_b, film, a)
    assert_held(pair, newest)
    a.do("end", session_a)
    for teller in pair:
        assert teller.wait("SessionEnded")["error"] == "NoneType"
    assert_gone(*pair)


# --- a peer that breaks the rules -------------------------------------------------------------------------


def test_an_illegal_message(ada: Teller) -> None:
    with HostilePeer.dial(ada.port) as peer:
        peer.agree().greet().compare()
        ada.do("answer", ada.code(), "match")
        peer.verify()
        assert_held([ada], newest)
        peer.send(Kind.OPEN, bytes(32))
        assert ada.wait("SessionEnded")["error"] == "UnexpectedMessage"
        assert_gone(ada)


def test_a_renewal_with_a_bad_key(ada: Teller, tmp_path: Path) -> None:
    """The private keys of a renewal that failed half-way."""
    ada.do("limit", "RENEW_AFTER_SECONDS", 0.01)
    film = tmp_path / "film"
    film.write_bytes(bytes(20 * limits.MIB))
    with listening() as (port, server):
        ada.do("pair", port)
        with HostilePeer(server.accept()[0], initiator=False) as peer:
            peer.agree().greet().compare()
            session = ada.code()
            ada.do("answer", session, "match")
            peer.verify()
            ada.do("send", str(film), session)
            offer = peer.expect(Kind.OFFER)
            peer.send(Kind.ACCEPT, offer[1], False, *ANEW)
            deadline = time.monotonic() + PATIENCE
            while peer.receive()[0] != Kind.RENEW:
                assert time.monotonic() < deadline
            assert_held([ada], lambda secrets: newest(secrets) | {"e, no. 2", "seed of the KEM, no. 2"})
            peer.send(Kind.RENEWED, 2, bytes(32), bytes(1088))
            assert ada.wait("SessionEnded")["error"] == "HandshakeFailed"
            assert_gone(ada)


# --- logs, arguments, environment ---------------------------------------------------------------------------


def test_case_094_no_log_argument_or_variable_tells(pair: Pair, tmp_path: Path) -> None:
    (a, session_a), (b, session_b) = zip(pair, verify(*pair), strict=True)
    names = ["holiday in the Alps.pdf", "Küche-brief.txt"]
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(b"hello")
    send(a, session_a, paths[0], b)
    send(b, session_b, paths[1], a)
    a.do("break", f"{paths[0]} of {a.codes}")
    a.do("send", str(paths[0]), session_a)
    a.wait("TransferChanged", state="failed")
    for teller in pair:
        teller.wait("SessionEnded")
    written = {name: written_down(secret[:12]) for name, secret in secrets_of(*pair).items()}
    for digits, words in a.codes:
        written["code"] = code_written_down(digits, words)
    written |= {name: {name.encode(), ascii(name).encode()[1:-1]} for name in names}
    for teller in pair:
        log = teller.log.read_bytes()
        assert b"DEBUG:root:everything is logged" in log
        process = Path(f"/proc/{teller.process.pid}")
        for text in (log, (process / "cmdline").read_bytes(), (process / "environ").read_bytes()):
            assert text
            assert [name for name, forms in written.items() if any(form in text for form in forms)] == []
    log = a.log.read_bytes()
    assert b"preparing a transfer failed: RuntimeError" in log
    assert b"a session's writer failed: RuntimeError" in log
