"""After a handshake is closed, another process that reads this one's memory finds no key of it."""

import subprocess
import sys
from pathlib import Path
from secrets import token_bytes
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA512, HashAlgorithm
from cryptography.hazmat.primitives.hmac import HMAC

from desktop_app.protocol import hkdf as rfc_5869
from desktop_app.protocol import noise_primitives, noise_symmetric
from desktop_app.protocol.hkdf import expand
from desktop_app.protocol.noise import HandshakeState
from desktop_app.protocol.noise_primitives import CIPHERS, HASHES, hkdf
from desktop_app.protocol.noise_symmetric import CipherState, SymmetricState
from desktop_app.protocol.wiping import take, wipe, wipe_bytes

SUITE = "Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512"
ROOT = Path(__file__).resolve().parents[2]

# Keys come in through a buffer that is wiped again, so that every copy found later is one the handshake made.
CHILD = f"""
import sys
from desktop_app.protocol.noise import HandshakeState
from desktop_app.protocol.wiping import wipe

def pause(word):
    print(word, flush=True)
    sys.stdin.buffer.raw.read(1)

keys = bytearray(32 + 64 + 32)
assert sys.stdin.buffer.raw.readinto(keys) == len(keys)
e_i, e1, e_r = (bytearray(memoryview(keys)[a:b]) for a, b in ((0, 32), (32, 96), (96, 128)))
initiator = HandshakeState({SUITE!r}, initiator=True, e=e_i, e1=e1)
responder = HandshakeState({SUITE!r}, initiator=False, e=e_r)
wipe(keys, e_i, e1, e_r)
responder.read_message(initiator.write_message(b""))
answer = responder.write_message(b"")
initiator.read_message(answer)
pause(answer.hex())
secrets = initiator.secrets(4)
sending, receiving = responder.split()
sealed = sending.encrypt_with_ad(b"", b"x")
pause("consumed")
wipe(*secrets)
sending.close()
del receiving, initiator, responder
pause("closed")
"""


def found_in(pid: int, needle: bytes) -> bool:
    """Whether any readable, writable page of the process holds these bytes."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, permissions = line.split()[:2]
            if not permissions.startswith("rw"):
                continue
            start, end = (int(number, 16) for number in span.split("-"))
            try:
                memory.seek(start)
                if needle in memory.read(end - start):
                    return True
            except (OSError, ValueError, OverflowError):
                continue  # [vvar] and the like cannot be read
    return False


def mac(key: bytes | bytearray, data: bytes | bytearray) -> bytes:
    context = HMAC(key, SHA512())
    context.update(data)
    return context.finalize()


def secrets_of_the_run(e_i: bytes, e1: bytes, answer: bytes) -> dict[str, bytes]:
    """Every secret of the child's handshake, computed here step by step."""
    private, kem = X25519PrivateKey.from_private_bytes(e_i), MLKEM768PrivateKey.from_seed_bytes(e1)
    symmetric = SymmetricState(SUITE, CIPHERS["ChaChaPoly"], HASHES["SHA512"])
    symmetric.mix_hash(b"")
    symmetric.mix_hash(private.public_key().public_bytes_raw())
    symmetric.encrypt_and_hash(kem.public_key().public_bytes_raw())
    symmetric.encrypt_and_hash(b"")
    symmetric.mix_hash(answer[:32])
    ee = private.exchange(X25519PublicKey.from_public_bytes(answer[:32]))
    ck_0 = bytearray(symmetric._ck)
    ck_1, k_1 = hkdf(SHA512(), ck_0, bytearray(ee), 2)
    symmetric.mix_key(bytearray(ee))
    ss = kem.decapsulate(symmetric.decrypt_and_hash(answer[32:-16]))
    ck_2, k_2 = hkdf(SHA512(), ck_1, bytearray(ss), 2)
    extracted = {"prk 1": mac(ck_0, ee), "prk 2": mac(ck_1, ss), "prk 3": mac(ck_2, b"")}
    inner = {"ee": ee, "ss": ss, "ck 1": ck_1, "k 1": k_1[:32], "ck 2": ck_2, "k 2": k_2[:32]}
    outputs = {f"o{number}": output[:32] for number, output in enumerate(hkdf(SHA512(), ck_2, bytearray(), 4), 1)}
    return {name: bytes(secret) for name, secret in (extracted | inner | outputs).items()}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="reads another process through /proc")
def test_another_process_finds_no_key_once_all_is_closed() -> None:
    e_i, e1, e_r = (token_bytes(size) for size in (32, 64, 32))
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(e_i + e1 + e_r)
        answer = bytes.fromhex(child.stdout.readline().decode())
        secrets = secrets_of_the_run(e_i, e1, answer) | {"e_I": e_i, "e1": e1, "e_R": e_r}

        during = {name for name, secret in secrets.items() if found_in(child.pid, secret)}
        child.stdin.write(b".")
        assert child.stdout.readline() == b"consumed\n"
        consumed = {name for name, secret in secrets.items() if found_in(child.pid, secret)}
        child.stdin.write(b".")
        assert child.stdout.readline() == b"closed\n"
        closed = {name for name, secret in secrets.items() if found_in(child.pid, secret)}
        child.stdin.write(b".")

    assert during >= {"ck 2", "k 2", "e_I", "e_R"}  # or the search is blind
    assert consumed == {"o1", "o2", "o3", "o4"}
    assert closed == set()


class Seen:
    """Every buffer in which the primitives held or returned a secret."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken: list[bytes | bytearray] = []
        self.derived: list[bytearray] = []
        self.outputs: list[bytearray] = []
        for module in (rfc_5869, noise_primitives, noise_symmetric):
            for name in ("take", "expand", "hkdf"):
                if hasattr(module, name):
                    monkeypatch.setattr(module, name, getattr(self, name))

    def take(self, secret: bytes) -> bytearray:
        moved = take(secret)
        self.taken += secret, moved
        return moved

    def hkdf(self, *arguments: Any) -> list[bytearray]:
        outputs = hkdf(*arguments)
        self.outputs += outputs
        return outputs

    def expand(self, algorithm: HashAlgorithm, key: bytearray, info: bytes, size: int) -> bytearray:
        material = expand(algorithm, key, info, size)
        self.derived += key, material
        return material


def test_every_buffer_that_held_a_secret_is_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory search alone would miss a copy whose place was used again by chance."""
    seen = Seen(monkeypatch)
    sides = HandshakeState(SUITE, initiator=True), HandshakeState(SUITE, initiator=False)
    sides[1].read_message(sides[0].write_message(b""))
    sides[0].read_message(sides[1].write_message(b""))
    keys = [side._symmetric._cipher_state._k for side in sides]
    for side in sides:
        for state in side.split():
            keys.append(state._k)
            state.close()
    # On each side: ee and ss, three extractions (the input and its expansion), and two outputs of each, in two blocks.
    assert [len(seen.taken), len(seen.derived), len(seen.outputs)] == [44, 12, 12]
    assert not any(any(buffer) for buffer in (*seen.taken, *seen.derived, *seen.outputs, *keys))


def test_a_replaced_key_is_overwritten() -> None:
    state = CipherState(CIPHERS["AESGCM"])
    state.initialize_key(bytearray(b"\x05" * 32))
    replaced = state._k
    state.initialize_key(bytearray(b"\x06" * 32))
    assert replaced == bytes(32)
    state.rekey()
    assert any(state._k)


def test_wiping_keeps_the_buffer_and_clears_it() -> None:
    buffer, other = bytearray(b"secret"), bytearray(b"more")
    with memoryview(buffer) as view:
        wipe(buffer, other)
        assert bytes(view) == bytes(6)
    assert other == bytes(4)


@pytest.mark.parametrize("size", [0, 1, 2, 32, 5000])
def test_take_moves_a_secret_out_of_bytes(size: int) -> None:
    secret = bytes([7]) * size
    assert take(secret) == bytes([7]) * size
    assert secret == (bytes(size) if size > 1 else bytes([7]) * size)


def test_shared_bytes_are_never_overwritten() -> None:
    wipe_bytes(bytes([7]))
    wipe_bytes(b"")
    assert bytes([7])[0] == 7
