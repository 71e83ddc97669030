"""Makes session.json, whole sessions byte for byte: `python -m tests.vectors.make_session`.

Two sides of the program talk over loopback. What they draw at random is fixed here, except that ML-KEM
encapsulates as it likes: what it gave is kept in the file and `play` repeats it. Without a file it is drawn anew;
then the values that desktop_app/protocol/README.md quotes have to follow.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final
from unittest.mock import patch

from blake3 import blake3
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop_app.protocol import (
    code,
    handshake,
    key_schedule,
    limits,
    manifest,
    messages,
    noise_primitives,
    renewal,
)
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, Secrets
from desktop_app.protocol.key_schedule import Cipher, EpochKeys, lp
from desktop_app.protocol.manifest import Entry, EntryKind, FileEnd, FileResult, ManifestDigest
from desktop_app.protocol.messages import (
    About,
    Accept,
    Cancel,
    Close,
    CloseReason,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Message,
    Names,
    Offer,
    Refusal,
    Refuse,
    Switch,
)
from desktop_app.protocol.noise_symmetric import SymmetricState
from desktop_app.protocol.records import Opener
from desktop_app.protocol.renewal import Renewal
from desktop_app.protocol.session import Session
from desktop_app.protocol.sight import Obstacle, Seen
from desktop_app.protocol.top_names import TopName
from desktop_app.transport.agreement import agree
from desktop_app.transport.record_channel import RecordChannel
from tests.support.channel_pair import channel_and_socket

FILE: Final = Path(__file__).with_name("session.json")
ABOUT: Final = (
    "One session of the Tallystick protocol, version 1, with each cipher. Values are named as in "
    "desktop_app/protocol/README.md and are hex; x_private is the private key of x, kem_seed the 64 bytes d || z "
    "(FIPS 203) of the private key of ek."
)
AES, CHACHA = Cipher.AES_256_GCM, Cipher.CHACHA20_POLY1305
WISHES: Final = {AES: {"I": (AES, CHACHA), "R": (AES, CHACHA)}, CHACHA: {"I": (CHACHA, AES), "R": (AES, CHACHA)}}
DEVICE_NAMES: Final = {"I": "Anna", "R": "Büro"}
STEPS: Final = (
    "protocol name", "prologue", "e_I", "ek", "payload of M1",
    "e_R", "ee", "sealed ct", "ss", "sealed payload of M2",
)  # fmt: skip

STREAM: Final = 1
TEXT: Final = "Grüße\n".encode()
DATA: Final = TEXT + b"cut off"  # the whole of one file and the beginning of another
ENTRIES: Final = (
    (
        Entry(path="trip", kind=EntryKind.FOLDER, size=0, mtime=-1_500_000_000, executable=False),
        FileEnd(result=FileResult.OK, digest=bytes(limits.DIGEST)),
    ),
    (
        Entry(
            path="trip/grüße.txt",
            kind=EntryKind.FILE,
            size=len(TEXT),
            mtime=1_700_000_000_500_000_000,
            executable=True,
        ),
        FileEnd(result=FileResult.OK, digest=blake3(TEXT).digest()),
    ),
    (
        Entry(path="trip/log", kind=EntryKind.FILE, size=4096, mtime=1_700_000_001_000_000_000, executable=False),
        FileEnd(result=FileResult.CHANGED, digest=b""),
    ),
)
NOT_IN_THE_SESSIONS: Final[tuple[Message, ...]] = (
    messages.Busy(),
    messages.Heartbeat(),
    messages.Remember(),
    messages.Rotate(1),
    messages.Stored(),
    messages.Rotated(),
    messages.Look(instance="0123456789abcdef"),
    messages.Sight(hears=True, port=limits.DEFAULT_PORT, seen=[Seen(code=Obstacle.FIREWALL_HEARING, version=4)]),
    Names(stream=STREAM, names=[TopName(name="trip", kind=EntryKind.FOLDER, files=2, size=2**33)]),
    Refuse(stream=STREAM, reason=Refusal.NO_SPACE),
    Failed(stream=STREAM, index=2, result=FileResult.WRITE_FAILED),
    Cancel(stream=STREAM, offered=True),
    messages.Cancelled(stream=STREAM, offered=False),
    messages.Full(stream=STREAM),
    messages.Room(stream=STREAM),
    messages.Compare(stream=STREAM, first=1, files=[1, 2]),
    messages.Digests(stream=STREAM, digests=[blake3(TEXT).digest(), b""]),
    messages.Same(stream=STREAM, files=[1]),
    messages.Resume(stream=STREAM, offset=2**33),
    messages.Pause(stream=STREAM, offered=True),
    messages.GoOn(stream=STREAM, offered=False),
    messages.Text(stream=STREAM, text="Grüße"),
    messages.Pace(stream=STREAM, offered=True, span=1_000_000, disk=1_000, line=0),
)
NUMBERS: Final = {"CLOSE": CloseReason, "REFUSE": Refusal, "result": FileResult, "kind": EntryKind, "seen": Obstacle}

Encapsulation = tuple[bytes, bytes]  # ct and ss


def drawn(name: str, size: int) -> bytes:
    """What stands for a random value: nobody could have chosen it."""
    return hashlib.shake_256(b"tallystick session vectors, " + name.encode()).digest(size)


AGREEMENT: Final = {name: drawn(name, size) for name, size in (("e_I", 32), ("kem_seed", 64), ("e_R", 32))}
RENEWAL: Final = {name: drawn(f"{name} of the renewal", len(value)) for name, value in AGREEMENT.items()}


def play(first: Encapsulation, second: Encapsulation) -> dict[str, Any]:
    """Everything in the file, from what the two encapsulations gave."""
    agreement, secrets = _agreement(first)
    return {
        "about": ABOUT,
        "agreement": agreement,
        "code": _code(secrets.h),
        "renewal": _keys(RENEWAL, second),
        "sessions": {cipher.value: _Conversation(cipher, first, second).play() for cipher in Cipher},
        "manifest": _manifest(),
        "messages": {name_of(message): messages.encode(message).hex() for message in NOT_IN_THE_SESSIONS},
        "numbers": {name: {each.name: int(each) for each in kind} for name, kind in NUMBERS.items()},
    }


def name_of(message: Message) -> str:
    """As in the specification."""
    return {"FileEnds": "ENDS", "GoOn": "GO_ON"}.get(name := type(message).__name__, name.upper())


# --- before the first record ------------------------------------------------------------------


def _agreement(encapsulation: Encapsulation) -> tuple[dict[str, Any], Secrets]:
    """With the transcript step by step, as the initiator makes it."""
    states: list[dict[str, str]] = []
    outputs: list[str] = []

    def note_state(_: None, state: SymmetricState, *__: object) -> None:
        states.append({"h": state.h.hex(), "ck": state._ck.hex(), "k": state._cipher_state._k.hex()})

    def note_outputs(made: list[bytearray], *_: object) -> None:
        outputs.extend(output.hex() for output in made)

    frame_2, _ = _agree("R", _first_frame(encapsulation), encapsulation)
    with ExitStack() as noted:
        for method in ("__init__", "mix_hash", "mix_key"):
            noted.enter_context(_noting(SymmetricState, method, note_state))
        noted.enter_context(_noting(SymmetricState, "secrets", note_outputs))
        frame_1, secrets = _agree("I", frame_2, encapsulation)
    values: dict[str, Any] = {"suite": handshake.SUITE, "prologue": handshake.PROLOGUE.hex()}
    values |= _keys(AGREEMENT, encapsulation)
    values |= {"frame_1": frame_1.hex(), "frame_2": frame_2.hex(), "M1": frame_1[5:].hex(), "M2": frame_2[4:].hex()}
    values["steps"] = [{"mixed": mixed} | state for mixed, state in zip(STEPS, states, strict=True)]
    values |= {"h": secrets.h.hex()} | {f"o{number}": output for number, output in enumerate(outputs, 1)}
    values |= {"k_I": secrets.key_initiator.hex(), "k_R": secrets.key_responder.hex()}
    return values | {"exp": secrets.exporter.hex(), "root0": secrets.root.hex()}, secrets


def _agree(side: str, frame_of_peer: bytes, encapsulation: Encapsulation) -> tuple[bytes, Secrets]:
    """This side's frame, and its secrets."""
    with channel_and_socket() as (channel, far), _drawing(AGREEMENT, side, encapsulation):
        far.sendall(frame_of_peer)
        secrets = agree(channel, LiveKeys(), initiator=side == "I", until=time.monotonic() + 10)
        channel.finish_sending()
        with far.makefile("rb") as sent:
            return sent.read(), secrets


def _first_frame(encapsulation: Encapsulation) -> bytes:
    """What R has to hear before I can speak to it; if I then sends anything else, they do not agree."""
    with _drawing(AGREEMENT, "I", encapsulation):
        content = InitiatorHandshake(LiveKeys()).first_frame
    return len(content).to_bytes(4, "big") + content


def _keys(private: dict[str, bytes], encapsulation: Encapsulation) -> dict[str, str]:
    """All keys of a key agreement or a renewal."""
    e_i, e_r = (X25519PrivateKey.from_private_bytes(private[name]) for name in ("e_I", "e_R"))
    ek = MLKEM768PrivateKey.from_seed_bytes(private["kem_seed"]).public_key()
    values = {
        "e_I_private": private["e_I"],
        "e_I": e_i.public_key().public_bytes_raw(),
        "kem_seed": private["kem_seed"],
        "ek": ek.public_bytes_raw(),
        "e_R_private": private["e_R"],
        "e_R": e_r.public_key().public_bytes_raw(),
        "ct": encapsulation[0],
        "ee": e_i.exchange(e_r.public_key()),
        "ss": encapsulation[1],
    }
    return {name: value.hex() for name, value in values.items()}


def _code(h: bytes) -> dict[str, Any]:
    nonce_i, nonce_r = drawn("N_I", limits.SAS_NONCE), drawn("N_R", limits.SAS_NONCE)
    shown = code.show(h, nonce_i, nonce_r)
    return {
        "N_R": nonce_r.hex(),
        "commitment": code.commitment(h, nonce_r).hex(),
        "N_I": nonce_i.hex(),
        "v": hashlib.sha512(lp(b"sas-show") + lp(h) + lp(nonce_i) + lp(nonce_r)).hexdigest(),
        "digits": shown.digits,
        "words": list(shown.words),
    }


# --- the records ------------------------------------------------------------------------------


class _Side:
    """One computer: its session, its records, and the far end of its connection, which we hold."""

    def __init__(self, session: Session, stack: ExitStack) -> None:
        channel, self.far = stack.enter_context(channel_and_socket())
        self.sent = stack.enter_context(self.far.makefile("rb"))
        self.session = session
        self.records = RecordChannel(channel, session.sealer, session.opener)
        self.records.grow()[: len(DATA)] = DATA

    def verified(self) -> Renewal:
        verified = self.session.verified(now=0.0)
        self.records.sealer, self.records.opener = verified.sealer, verified.opener
        return verified.renewal


class _Conversation:
    """One session, both sides of it: what one says, the other has heard before the next word."""

    def __init__(self, cipher: Cipher, first: Encapsulation, second: Encapsulation) -> None:
        self._cipher, self._first, self._second = cipher, first, second
        self._sides: dict[str, _Side] = {}
        self._said: list[dict[str, Any]] = []

    def play(self) -> dict[str, Any]:
        """The keys of the epochs and every record, in the order in which they were sent."""
        epochs: list[dict[str, str]] = []
        expanded: dict[str, str] = {}

        def note_epoch(keys: EpochKeys, *_: object) -> None:
            epochs.append({"root": keys.root.hex(), "k_I": keys.initiator.hex(), "k_R": keys.responder.hex()})

        def note_expanded(_: bytearray, key: bytearray, label: str, *__: object) -> None:
            expanded[label] = key.hex()

        with ExitStack() as stack:
            for function in ("first_epoch", "next_epoch"):
                stack.enter_context(_noting(key_schedule, function, note_epoch))
            stack.enter_context(_noting(key_schedule, "expand", note_expanded))
            sessions = self._sessions()
            for side in "IR":
                self._sides[side] = _Side(sessions[side], stack)
            self._compare()
            self._transfer()
        epoch_1, epoch_1_of_peer, epoch_2_of_peer, epoch_2 = epochs
        if (epoch_1, epoch_2) != (epoch_1_of_peer, epoch_2_of_peer):
            raise ValueError("the two sides have different keys")
        return {"epoch1": epoch_1, "prk": expanded["renew"], "epoch2": epoch_2, "records": self._said}

    def _sessions(self) -> dict[str, Session]:
        frame_2, of_responder = _agree("R", _first_frame(self._first), self._first)
        _, of_initiator = _agree("I", frame_2, self._first)
        return {side: self._session(side, secrets) for side, secrets in (("I", of_initiator), ("R", of_responder))}

    def _session(self, side: str, secrets: Secrets) -> Session:
        proofs = drawn(f"PROOFS of {side}", limits.PROOFS_MIN * limits.PROOF)
        order = drawn(f"order of PROOFS of {side}", limits.PROOFS_MIN * 16)
        draws = BytesIO(proofs + order + drawn(f"N_{side}", limits.SAS_NONCE))
        ciphers = WISHES[self._cipher][side]
        return Session(secrets, own_name=DEVICE_NAMES[side], ciphers=ciphers, random_bytes=draws.read)

    def _compare(self) -> None:
        initiator, responder = (self._sides[side].session for side in "IR")
        said = {side: self._sides[side].session.start() for side in "IR"}
        for side in "IR":
            self._say(side, *said[side])
        nonce = self._say("R", responder.commit())
        opening = self._say("I", *nonce)
        self._say("R", *opening)
        self._say("I", initiator.confirm())
        self._say("R", responder.confirm())

    def _transfer(self) -> None:
        """From I to R, with a renewal amid it."""
        renewal_i, renewal_r = (self._sides[side].verified() for side in "IR")
        i, r = (self._sides[side].records for side in "IR")
        # fields by name, for a test of their order has to see it change
        entries, ends = [entry for entry, _ in ENTRIES], [end for _, end in ENTRIES]
        total, longest = sum(entry.size for entry in entries), max(len(entry.path.encode()) for entry in entries)
        digest = bytes.fromhex(_manifest()["digest"])

        self._say("I", About("0123456789abcdef", DEVICE_NAMES["I"]))
        self._say("R", About("", DEVICE_NAMES["R"]))
        offer = Offer(
            offer=drawn("offer", limits.OFFER_ID),
            stream=STREAM,
            files=2,
            folders=1,
            total=total,
            top_level=1,
            programs=0,
            longest_path=longest,
            names=[TopName(name="trip", kind=EntryKind.FOLDER, files=2, size=total)],
        )
        self._say("I", offer)
        self._say("R", Accept.from_the_start(STREAM, compare=False))
        self._say("I", Entries(stream=STREAM, entries=entries))
        self._pass_on("I", "data", lambda: i.send_data(STREAM, len(DATA)))

        now = limits.RENEW_AFTER_SECONDS
        renewal_i.moved_data(0.0, i.sealer.epoch)
        with _drawing(RENEWAL, "I", self._second):
            renew = renewal_i.due(now, i.sealer, i.opener)
        if renew is None:
            raise ValueError("no renewal is due")
        self._say("I", renew)
        with _drawing(RENEWAL, "R", self._second):
            renewed = renewal_r.on_renew(renew, now, r.sealer, r.opener)
        self._say("R", renewed)
        renewal_i.on_renewed(renewed, now, i.opener)
        self._say("R", Switch(renewed.epoch))
        r.sealer, i.opener = renewal_r.next_sealer(r.sealer), renewal_i.next_opener(renewed.epoch, i.opener)
        self._say("I", Switch(renewed.epoch))
        i.sealer, r.opener = renewal_i.next_sealer(i.sealer), renewal_r.next_opener(renewed.epoch, r.opener)

        self._say("I", FileEnds(stream=STREAM, first=0, ends=ends))
        self._say("I", End(stream=STREAM, digest=digest))
        self._say("R", Done(stream=STREAM, digest=digest))
        self._say("I", Close(CloseReason.DONE))
        self._say("R", Close(CloseReason.DONE))

    def _say(self, side: str, *said: Message) -> tuple[Message, ...]:
        """In epoch 0 it returns what the other answers; what it does there has to be said by it in turn."""
        answer: tuple[Message, ...] = ()
        for message in said:
            meant = deepcopy(message)  # sending wipes what is secret in it
            heard = self._pass_on(side, name_of(message), lambda: self._sides[side].records.send(message))  # noqa: B023
            if heard != meant:
                raise ValueError(f"{meant} arrived as {heard}")
            if self._said[-1]["epoch"] == 0:
                answer = self._other(side).session.receive(meant)
        return answer

    def _pass_on(self, side: str, name: str, send: Callable[[], None]) -> object:
        """What the other heard; the record is noted."""
        speaker, listener = self._sides[side], self._other(side)
        plaintexts: list[str] = []
        epoch, number = speaker.records.sealer.epoch, speaker.records.sealer._counter
        send()
        header = speaker.sent.read(limits.FRAME_HEADER)
        record = header + speaker.sent.read(int.from_bytes(header, "big"))
        listener.far.sendall(record)
        with _noting(Opener, "open_into", lambda plaintext, *_: plaintexts.append(plaintext.hex())):
            heard = listener.records.receive(until=time.monotonic() + 10)
        (plaintext,) = plaintexts
        said = {"from": side, "epoch": epoch, "number": number, "name": name}
        self._said.append(said | {"plaintext": plaintext, "record": record.hex()})
        return heard

    def _other(self, side: str) -> _Side:
        return self._sides["R" if side == "I" else "I"]


def _manifest() -> dict[str, Any]:
    """What END's digest is made of, and the digest."""
    hashed = bytearray()
    with patch.object(manifest, "blake3", lambda: SimpleNamespace(update=hashed.extend)):
        recorder = ManifestDigest()
    digest = ManifestDigest()
    for entry, end in ENTRIES:
        for each in (recorder, digest):
            each.add(entry, end.result, end.digest)
    return {"text": TEXT.hex(), "hashed": hashed.hex(), "digest": digest.finish().hex()}


# --- a program without chance -----------------------------------------------------------------


@contextmanager
def _drawing(private: dict[str, bytes], side: str, encapsulation: Encapsulation) -> Iterator[None]:
    """Whatever key this side draws in here is the fixed one."""
    ct, ss = encapsulation
    fixed: dict[str, Any] = {
        "dh_key": lambda _: X25519PrivateKey.from_private_bytes(private[f"e_{side}"]),
        "kem_key": lambda _: MLKEM768PrivateKey.from_seed_bytes(private["kem_seed"]),
        "kem_encapsulate": lambda _: (ct, bytearray(ss)),
    }
    with patch.multiple(noise_primitives, **fixed), patch.multiple(renewal, **fixed):
        yield


@contextmanager
def _noting(owner: object, function: str, note: Callable[..., None]) -> Iterator[None]:
    """Each call of this function of the program is told to `note` when it returns: its result, then its arguments."""
    original = getattr(owner, function)

    def noted(*arguments: object, **named: object) -> object:
        result = original(*arguments, **named)
        note(result, *arguments)
        return result

    with patch.object(owner, function, noted):
        yield


def _encapsulation(kept: dict[str, str] | None, private: dict[str, bytes]) -> Encapsulation:
    """What is in the file, or a new one."""
    if kept:
        return bytes.fromhex(kept["ct"]), bytes.fromhex(kept["ss"])
    ss, ct = MLKEM768PrivateKey.from_seed_bytes(private["kem_seed"]).public_key().encapsulate()
    return ct, ss


if __name__ == "__main__":
    kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    vectors = play(_encapsulation(kept.get("agreement"), AGREEMENT), _encapsulation(kept.get("renewal"), RENEWAL))
    FILE.write_text(json.dumps(vectors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{FILE}: h = {vectors['agreement']['h']}, code {vectors['code']['digits']}")
