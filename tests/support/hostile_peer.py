"""A peer that can do everything right up to a chosen point, and then anything wrong.

Framing, key schedule, code and messages are written here a second time, from the specification;
of the program only the Noise state machine is used. So a test can go to any point of the conversation
(`agree`, `greet`, `compare`, `verify`) and put any bytes, message or record there.
"""

import hashlib
import hmac
import os
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from typing import Any, Final, Self

import msgspec
from blake3 import blake3
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop_app.protocol.noise import HandshakeState
from tests.support import ledger

SUITE: Final = "Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512"
PROLOGUE: Final = b"tallystick\x01"
CIPHER: Final = "ChaCha20-Poly1305"
PATIENCE: Final = 10.0
_TELLING: Final = 24  # bytes of content that no log holds by chance


ANEW: Final[tuple[Any, ...]] = (0, b"", 0, b"")  # the end of an ACCEPT of something that was not here before


class Kind(IntEnum):
    HELLO = 0x01
    PROOFS = 0x02
    COMMIT = 0x03
    NONCE = 0x04
    OPEN = 0x05
    CONFIRM = 0x06
    BUSY = 0x07
    CLOSE = 0x08
    HEARTBEAT = 0x10
    RENEW = 0x11
    RENEWED = 0x12
    SWITCH = 0x13
    ABOUT = 0x14
    REMEMBER = 0x15
    ROTATE = 0x16
    STORED = 0x17
    ROTATED = 0x18
    LOOK = 0x19
    SIGHT = 0x1A
    OFFER = 0x20
    NAMES = 0x21
    ACCEPT = 0x22
    REFUSE = 0x23
    ENTRIES = 0x24
    FILE_ENDS = 0x25
    END = 0x26
    FAILED = 0x27
    DONE = 0x28
    CANCEL = 0x29
    CANCELLED = 0x2A
    FULL = 0x2B
    ROOM = 0x2C
    COMPARE = 0x2D
    DIGESTS = 0x2E
    SAME = 0x2F
    PAUSE = 0x30
    GO_ON = 0x31
    RESUME = 0x32
    TEXT = 0x33
    PACE = 0x34
    DATA = 0x40


class Hangup(Exception):
    """The other side closed, in order or not."""


def lp(value: bytes) -> bytes:
    return len(value).to_bytes(8, "big") + value


def expand(key: bytes, *info: bytes, size: int) -> bytes:
    """HKDF-Expand-SHA512 (RFC 5869 §2.3) with LP-coded info."""
    coded, block, out = b"".join(map(lp, info)), b"", b""
    for number in range(1, -(-size // 64) + 1):
        block = hmac.digest(key, block + coded + bytes((number,)), "sha512")
        out += block
    return out[:size]


class HostilePeer:
    """One connection. `initiator`: this side dialled."""

    def __init__(self, connection: socket.socket, *, initiator: bool) -> None:
        connection.settimeout(PATIENCE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = connection
        self.initiator = initiator
        self.h = b""
        self.root = b""
        self.exporter = b""
        self.proofs: list[bytes] = []  # of the other side
        self.digits = ""
        self.understands: tuple[int, ...] = ()  # what HELLO names besides version 1
        self._keys: list[ChaCha20Poly1305] = []  # ours, theirs
        self._renewed: ChaCha20Poly1305 | None = None  # ours of epoch 2, once agreed
        self._counters = [0, 0]

    @classmethod
    def dial(cls, port: int, *, source: str = "127.0.0.1") -> Self:
        """`source`: any address of 127.0.0.0/8, for tests that need several strangers."""
        return cls(socket.create_connection(("127.0.0.1", port), PATIENCE, (source, 0)), initiator=True)

    def close(self) -> None:
        self.socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- bytes and frames ------------------------------------------------------------------------------

    def send_bytes(self, raw: bytes) -> None:
        """Raises Hangup where the other side has had enough."""
        try:
            self.socket.sendall(raw)
        except ConnectionError as error:
            raise Hangup from error

    def send_frame(self, frame: bytes) -> None:
        self.send_bytes(len(frame).to_bytes(4, "big") + frame)

    def receive_frame(self) -> bytes:
        return self._receive(int.from_bytes(self._receive(4), "big"))

    def wait_closed(self, seconds: float = PATIENCE) -> bool:
        """Whether the other side hangs up within that time; what it says before is dropped."""
        deadline = time.monotonic() + seconds
        try:
            while (left := deadline - time.monotonic()) > 0:
                self.socket.settimeout(left)
                if not self.socket.recv(65536):
                    return True
        except TimeoutError:
            return False
        except OSError:
            return True
        return False

    def _receive(self, size: int) -> bytes:
        received = bytearray()
        while len(received) < size:
            try:
                part = self.socket.recv(size - len(received))
            except ConnectionError as error:
                raise Hangup from error
            if not part:
                raise Hangup
            received += part
        return bytes(received)

    # --- records -----------------------------------------------------------------------------------------

    def send(self, kind: int, *fields: Any) -> None:
        """A control message with whatever fields."""
        if kind == Kind.FILE_ENDS:
            _note_whole(fields)
        self.send_plaintext(bytes((kind,)) + msgspec.msgpack.encode(fields))

    def say(self, kind: Kind, *fields: Any) -> None:
        """A message as it should be, with the fields of `LEGAL` or with these."""
        if kind is Kind.DATA:
            self.send_data(*(fields or LEGAL[kind]))
        else:
            self.send(kind, *(fields or LEGAL[kind]))

    def send_data(self, stream: int, data: bytes) -> None:
        if len(data) >= _TELLING and any(data[:_TELLING]):
            ledger.secrets.add(data[:_TELLING])
        self.send_plaintext(bytes((Kind.DATA,)) + stream.to_bytes(4, "big") + data)

    def send_plaintext(self, plaintext: bytes) -> None:
        self.send_bytes(self.seal(plaintext))

    def seal(self, plaintext: bytes) -> bytes:
        header = (len(plaintext) + 16).to_bytes(4, "big")
        return header + self._keys[0].encrypt(self._nonce(0), plaintext, header)

    def receive(self) -> tuple[int, Any]:
        """Type and fields of the next record that is no HEARTBEAT; for DATA stream number and bytes."""
        while True:
            header = self._receive(4)
            sealed = self._receive(int.from_bytes(header, "big"))
            plaintext = self._keys[1].decrypt(self._nonce(1), sealed, header)
            if plaintext[0] == Kind.DATA:
                return Kind.DATA, [int.from_bytes(plaintext[1:5], "big"), plaintext[5:]]
            if plaintext[0] != Kind.HEARTBEAT:
                return plaintext[0], msgspec.msgpack.decode(plaintext[1:])

    def expect(self, kind: Kind) -> Any:
        """The fields of the next record, which has to be of this type; a PACE comes whenever it took a second."""
        got, fields = self.receive()
        while got == Kind.PACE != kind:
            got, fields = self.receive()
        assert got == kind, f"{got:#x} {fields} instead of {kind.name}"
        return fields

    def _nonce(self, direction: int) -> bytes:
        counter = self._counters[direction]
        self._counters[direction] += 1
        return bytes(4) + counter.to_bytes(8, "little")

    def _use(self, key_initiator: bytes, key_responder: bytes) -> None:
        ledger.secrets.update((key_initiator, key_responder, self.root, self.exporter))
        keys = [ChaCha20Poly1305(key_initiator), ChaCha20Poly1305(key_responder)]
        self._keys = keys if self.initiator else keys[::-1]
        self._counters = [0, 0]

    # --- the conversation, step by step --------------------------------------------------------------------

    def agree(self) -> Self:
        """The two first frames: keys of epoch 0 from here on."""
        noise = HandshakeState(SUITE, initiator=self.initiator, prologue=PROLOGUE)
        if self.initiator:
            self.send_frame(b"\x01" + noise.write_message(b""))
            noise.read_message(self.receive_frame())
        else:
            noise.read_message(self.receive_frame()[1:])
            self.send_frame(noise.write_message(b""))
        self.h = noise.handshake_hash
        key_initiator, key_responder, self.exporter, self.root = (bytes(secret) for secret in noise.secrets(4))
        self._use(key_initiator[:32], key_responder[:32])
        return self

    def greet(self, *proofs: bytes, expecting: bool = False) -> Self:
        """HELLO and PROOFS, both ways; theirs are in `proofs` afterwards."""
        self.send(Kind.HELLO, [1, *self.understands], [CIPHER])
        self.send(Kind.PROOFS, [*proofs, *(os.urandom(32) for _ in range(16 - len(proofs)))], expecting)
        self.expect(Kind.HELLO)
        self.proofs, _ = self.expect(Kind.PROOFS)
        return self

    def proof(self, secret: bytes, founding_side: str, *, role: str = "", kind: bytes = b"record") -> bytes:
        """What somebody who shares this secret would send in this session; `role` in place of the real one."""
        role = role or ("initiator" if self.initiator else "responder")
        key = expand(secret, b"proof", kind, size=64)
        message = lp(b"proof") + lp(founding_side.encode()) + lp(role.encode()) + lp(self.h)
        return hmac.digest(key, message, "sha512")[:32]

    def compare(self, name: str = "Stranger") -> Self:
        """On until both sides have a code; ours is in `digits`."""
        if self.initiator:
            self.expect(Kind.COMMIT)
            nonce_i = os.urandom(32)
            self.send(Kind.NONCE, nonce_i, name)
            (nonce_r,) = self.expect(Kind.OPEN)
        else:
            nonce_r = os.urandom(32)
            self.send(Kind.COMMIT, self.commitment(nonce_r), name)
            nonce_i, _ = self.expect(Kind.NONCE)
            self.send(Kind.OPEN, nonce_r)
        ledger.secrets.update((nonce_i, nonce_r))
        value = hashlib.sha512(lp(b"sas-show") + lp(self.h) + lp(nonce_i) + lp(nonce_r)).digest()
        number = f"{int.from_bytes(value[:8], 'big') % 10**8:08d}"
        self.digits = f"{number[:4]} {number[4:]}"
        return self

    def commitment(self, nonce_r: bytes) -> bytes:
        return hashlib.sha512(lp(b"sas-commit") + lp(self.h) + lp(b"responder") + lp(nonce_r)).digest()

    def first_epoch(self, method: bytes = b"code", proven: bytes = b"") -> Self:
        """On to the keys of epoch 1, without a word."""
        keys = expand(self.root, b"verified", self.h, CIPHER.encode(), method, proven, size=128)
        self.root = keys[:64]
        self._use(keys[64:96], keys[96:])
        return self

    def verify(self) -> Self:
        """CONFIRM both ways (the person there has to confirm, too), epoch 1, ABOUT both ways."""
        self.send(Kind.CONFIRM)
        self.expect(Kind.CONFIRM)
        self.first_epoch().say(Kind.ABOUT)
        self.expect(Kind.ABOUT)
        return self

    def prove(self, secret: bytes, founding_side: str, *, expecting: bool = False) -> Self:
        """A remembered device: both sides verified by this secret, ABOUT both ways."""
        self.greet(self.proof(secret, founding_side), expecting=expecting)
        self.first_epoch(b"record", secret).send(Kind.ABOUT, "", "")
        self.expect(Kind.ABOUT)
        return self

    @property
    def candidate(self) -> bytes:
        """What both sides may remember of this session."""
        return expand(self.exporter, b"pairing", self.h, size=64)

    @property
    def continuation(self) -> bytes:
        """What brings this session back once it was cut."""
        return expand(self.exporter, b"continuation", self.h, size=64)

    def renew(self, asked: Sequence[Any] = ()) -> Self:
        """Fresh keys for epoch 2, up to the other side's SWITCH; ours is still to be said. `asked`: its RENEW."""
        e, kem = X25519PrivateKey.generate(), MLKEM768PrivateKey.generate()
        own = e.public_key().public_bytes_raw()
        if self.initiator:
            ek = kem.public_key().public_bytes_raw()
            self.say(Kind.RENEW, 2, own, ek)
            _, theirs, ct = self.expect(Kind.RENEWED)
            ss, public = kem.decapsulate(ct), (own, ek, theirs, ct)
        else:
            _, theirs, ek = asked
            ss, ct = MLKEM768PublicKey.from_public_bytes(ek).encapsulate()
            self.say(Kind.RENEWED, 2, own, ct)
            public = (theirs, ek, own, ct)
        ee = e.exchange(X25519PublicKey.from_public_bytes(theirs))
        prk = hmac.digest(self.root, lp(ee) + lp(ss), "sha512")
        keys = expand(prk, b"renew", self.h, (2).to_bytes(8, "big"), CIPHER.encode(), *public, size=128)
        self.expect(Kind.SWITCH)
        both = [ChaCha20Poly1305(keys[64:96]), ChaCha20Poly1305(keys[96:])]
        self._renewed, self._keys[1] = both if self.initiator else both[::-1]
        self._counters[1] = 0
        return self

    def switched(self) -> Self:
        """Our SWITCH was said: what follows is of epoch 2."""
        assert self._renewed is not None
        self._keys[0], self._counters[0] = self._renewed, 0
        return self

    # --- transfers -----------------------------------------------------------------------------------------

    def offer(
        self, stream: int, names: list[Any], *, files: int = 1, folders: int = 0, total: int = 0, top_level: int = 0
    ) -> None:
        """`names`: as `top_file` and `top_folder` make them, or alone; then the first has all that is offered."""
        top = top_level or len(names)
        tops = [top_file(each) if isinstance(each, str) else each for each in names]
        if isinstance(names[0], str) and top == len(names):
            tops[0] = top_folder(names[0], files, total) if folders else top_file(names[0], total)
        self.send(Kind.OFFER, os.urandom(16), stream, files, folders, total, top, 0, 1, tops)


def _note_whole(fields: tuple[Any, ...]) -> None:
    """What a peer vouches for may get its name."""
    match fields:
        case (_, _, [*ends]):
            ledger.whole.update(end[1] for end in ends if len(end) == 2 and isinstance(end[1], bytes))


def top_file(name: str, size: int = 0) -> list[Any]:
    """One of the names of an offer; and so is the next."""
    return [name, 0, 1, size]


def top_folder(name: str, files: int, size: int) -> list[Any]:
    return [name, 1, files, size]


def file_entry(path: str, size: int) -> list[Any]:
    return [path, 0, size, 10**18, False]


def folder_entry(path: str) -> list[Any]:
    return [path, 1, 0, 10**18, False]


def file_end(content: bytes) -> list[Any]:
    return [0, blake3(content).digest()]


FOLDER_END: Final[list[Any]] = [0, bytes(32)]


def manifest_digest(entries: list[list[Any]], ends: list[list[Any]]) -> bytes:
    """BLAKE3 over all entries with their results, in the canonical form of the specification."""
    hasher = blake3()
    for (path, kind, size, mtime, executable), (result, digest) in zip(entries, ends, strict=True):
        coded = path.encode()
        hasher.update(lp(coded) + bytes((kind,)) + size.to_bytes(8, "big") + mtime.to_bytes(8, "big", signed=True))
        hasher.update(bytes((executable, result)) + (digest if kind == 0 and result == 0 else bytes(32)))
    return hasher.digest()


# One message of every type that is legal somewhere; those of a transfer are of one file, on stream 0.
# A field or a type that is new on the wire is new here.
LEGAL: Final[dict[Kind, tuple[Any, ...]]] = {
    Kind.HELLO: ([1], [CIPHER]),
    Kind.PROOFS: ([os.urandom(32) for _ in range(16)], False),
    Kind.COMMIT: (os.urandom(64), "Stranger"),
    Kind.NONCE: (os.urandom(32), "Stranger"),
    Kind.OPEN: (os.urandom(32),),
    Kind.CONFIRM: (),
    Kind.BUSY: (),
    Kind.CLOSE: (1,),
    Kind.HEARTBEAT: (),
    Kind.RENEW: (2, bytes(31) + b"\x09", MLKEM768PrivateKey.generate().public_key().public_bytes_raw()),
    Kind.RENEWED: (2, bytes(31) + b"\x09", os.urandom(1088)),
    Kind.SWITCH: (2,),
    Kind.ABOUT: ("", ""),
    Kind.REMEMBER: (),
    Kind.ROTATE: (1,),
    Kind.STORED: (),
    Kind.ROTATED: (),
    Kind.LOOK: ("0123456789abcdef",),
    Kind.SIGHT: (True, 47471, [[34, 4]]),
    Kind.OFFER: (os.urandom(16), 0, 1, 0, 1, 1, 0, 4, [top_file("note", 1)]),
    Kind.NAMES: (0, [top_file("note", 1)]),
    Kind.ACCEPT: (0, False, *ANEW),
    Kind.REFUSE: (0, 0),
    Kind.ENTRIES: (0, [file_entry("note", 1)]),
    Kind.FILE_ENDS: (0, 0, [file_end(b"x")]),
    Kind.END: (0, manifest_digest([file_entry("note", 1)], [file_end(b"x")])),
    Kind.FAILED: (0, 0, 5),
    Kind.DONE: (0, bytes(32)),
    Kind.CANCEL: (0, True),
    Kind.CANCELLED: (0, True),
    Kind.FULL: (0,),
    Kind.ROOM: (0,),
    Kind.COMPARE: (0, 0, [0]),
    Kind.DIGESTS: (0, [blake3(b"x").digest()]),
    Kind.SAME: (0, [0]),
    Kind.PAUSE: (0, True),
    Kind.GO_ON: (0, True),
    Kind.RESUME: (0, 0),
    Kind.TEXT: (9, "Hello"),
    Kind.PACE: (0, True, 1_000_000, 300_000, 600_000),
    Kind.DATA: (0, b"x"),
}


@contextmanager
def listening() -> Iterator[tuple[int, socket.socket]]:
    """A port on which a test answers calls itself: `accept` on the socket, then `HostilePeer(..., initiator=False)`."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        yield server.getsockname()[1], server
