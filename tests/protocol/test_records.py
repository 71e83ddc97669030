"""The record stream: what was sealed opens once, in order, in its own stream, unchanged, and nothing else does."""

import os

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from desktop_app.errors import LimitExceeded, LocalProtocolError, RecordCorrupt
from desktop_app.protocol import key_schedule, limits
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.records import CONTROL_ROOM, FRAME_ROOM, Opener, Sealer

KEY = bytes(range(32))
CIPHERS = pytest.mark.parametrize("cipher", Cipher)
HEADER, TAG = 4, 16
BEHIND = b"behind the frame"


def sealer_of(cipher: Cipher, key: bytes | bytearray = KEY, record_max: int = limits.RECORD_MAX) -> Sealer:
    return Sealer(cipher, bytearray(key), epoch=1, record_max=record_max)


def opener_of(cipher: Cipher, key: bytes | bytearray = KEY, record_max: int = limits.RECORD_MAX) -> Opener:
    return Opener(cipher, bytearray(key), epoch=1, record_max=record_max)


def seal(sealer: Sealer, plaintext: bytes) -> bytes:
    buffer = memoryview(bytearray(HEADER) + plaintext + bytes(TAG) + BEHIND)
    return bytes(sealer.seal_into(buffer, len(plaintext)))


def open_frame(opener: Opener, frame: bytes | bytearray) -> bytes:
    return bytes(opener.open_into(memoryview(bytearray(frame))))


# --- round trip -------------------------------------------------------------------------------


@CIPHERS
@pytest.mark.parametrize("length", [*range(1, 35), 65_535, 65_536, limits.DATA_MAX + 5, limits.RECORD_MAX - TAG])
def test_every_length_comes_back_and_the_buffer_behind_it_is_untouched(cipher: Cipher, length: int) -> None:
    plaintext = os.urandom(length)
    buffer = bytearray(HEADER) + plaintext + bytes(TAG) + BEHIND
    frame = sealer_of(cipher).seal_into(memoryview(buffer), length)
    assert len(frame) == HEADER + length + TAG
    assert frame.obj is buffer
    assert buffer.endswith(BEHIND)
    assert bytes(frame[:HEADER]) == (length + TAG).to_bytes(4, "big")
    assert bytes(frame[HEADER : HEADER + length]) != plaintext or length < 8
    opener = opener_of(cipher)
    assert opener.size(frame[:HEADER]) == length + TAG
    opened = opener.open_into(frame)
    assert bytes(opened) == plaintext
    assert opened.obj is buffer
    assert buffer.endswith(BEHIND)


@CIPHERS
@pytest.mark.parametrize("length", [0, limits.RECORD_MAX - TAG + 1])
def test_nothing_outside_the_bounds_is_sealed(cipher: Cipher, length: int) -> None:
    sealer = sealer_of(cipher)
    buffer = bytearray(HEADER + length + TAG)
    with pytest.raises(LocalProtocolError):
        sealer.seal_into(memoryview(buffer), length)
    assert not any(buffer)
    assert sealer.bytes == 0


@CIPHERS
def test_a_buffer_without_room_for_the_tag_is_refused(cipher: Cipher) -> None:
    with pytest.raises(ValueError, match="buffer"):
        sealer_of(cipher).seal_into(memoryview(bytearray(HEADER + 8 + TAG - 1)), 8)


@pytest.mark.parametrize("record_max", [limits.RECORD_MAX, limits.EPOCH_0_RECORD_MAX])
def test_case_046_a_length_is_judged_before_anything_is_read(record_max: int) -> None:
    opener = opener_of(Cipher.CHACHA20_POLY1305, record_max=record_max)
    for size in (17, 18, record_max):
        assert opener.size(memoryview(size.to_bytes(4, "big"))) == size
    for size in (0, 1, 15, 16, record_max + 1, 2**31 - 1, 2**31, 2**32 - 1):
        with pytest.raises(LimitExceeded):
            opener.size(memoryview(size.to_bytes(4, "big")))


def test_the_rooms_hold_the_longest_records() -> None:
    data = limits.DATA_HEADER + limits.DATA_MAX
    assert data + TAG <= limits.RECORD_MAX
    for room, length in ((FRAME_ROOM, data), (CONTROL_ROOM, limits.CONTROL_MAX)):
        buffer = memoryview(bytearray(room))
        assert len(sealer_of(Cipher.AES_256_GCM).seal_into(buffer, length)) == room


@CIPHERS
def test_both_sides_count_the_same_bytes(cipher: Cipher) -> None:
    sealer, opener = sealer_of(cipher), opener_of(cipher)
    for length in (1, 100, 1000):
        open_frame(opener, seal(sealer, bytes(length)))
    assert sealer.bytes == opener.bytes == 1101 + 3 * TAG


# --- what the bytes are -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cipher", "aead", "order"),
    [(Cipher.CHACHA20_POLY1305, ChaCha20Poly1305, "little"), (Cipher.AES_256_GCM, AESGCM, "big")],
)
def test_a_record_is_the_named_aead_over_the_counter_and_the_length(
    cipher: Cipher, aead: type[ChaCha20Poly1305] | type[AESGCM], order: str
) -> None:
    sealer = sealer_of(cipher)
    for number in range(300):  # past the first byte of the counter, where the byte orders part
        frame = seal(sealer, b"plaintext")
        low, high = number & 255, number >> 8
        counter = bytes((low, high)) + bytes(6) if order == "little" else bytes(6) + bytes((high, low))
        assert aead(KEY).decrypt(bytes(4) + counter, frame[HEADER:], b"\x00\x00\x00\x19") == b"plaintext"


def test_nonces_do_not_wrap() -> None:
    sealer = sealer_of(Cipher.CHACHA20_POLY1305)
    sealer._counter = limits.RECORDS_PER_EPOCH - 1
    seal(sealer, b"the last")
    with pytest.raises(LocalProtocolError):
        seal(sealer, b"one more")


# --- attacks ----------------------------------------------------------------------------------


@CIPHERS
def test_case_040_a_bit_changed_anywhere_is_noticed(cipher: Cipher) -> None:
    frame = seal(sealer_of(cipher), b"pay 100")
    for position in range(len(frame)):
        for bit in range(8):
            changed = bytearray(frame)
            changed[position] ^= 1 << bit
            with pytest.raises(RecordCorrupt):
                open_frame(opener_of(cipher), changed)


@CIPHERS
def test_a_shortened_or_lengthened_record_is_noticed(cipher: Cipher) -> None:
    """Also where the header was changed to fit: it is authenticated."""
    frame = seal(sealer_of(cipher), b"pay 100")
    for length in range(len(frame)):
        with pytest.raises(RecordCorrupt):
            open_frame(opener_of(cipher), frame[:length])
    for length in range(17, len(frame) - HEADER):
        with pytest.raises(RecordCorrupt):
            open_frame(opener_of(cipher), length.to_bytes(4, "big") + frame[HEADER : HEADER + length])
    for more in (b"\0", bytes(16), frame):
        longer = frame[HEADER:] + more
        with pytest.raises(RecordCorrupt):
            open_frame(opener_of(cipher), len(longer).to_bytes(4, "big") + longer)


@CIPHERS
@pytest.mark.parametrize("order", [(1, 0), (0, 2), (0, 0), (0, 1, 0), (0, 1, 1), (2,)])
def test_order_is_kept_and_nothing_is_left_out_or_repeated(cipher: Cipher, order: tuple[int, ...]) -> None:
    sealer, opener = sealer_of(cipher), opener_of(cipher)
    frames = [seal(sealer, bytes((number,))) for number in range(3)]
    right = 0
    while order[right] == right:
        assert open_frame(opener, frames[right]) == bytes((right,))
        right += 1
    with pytest.raises(RecordCorrupt):
        open_frame(opener, frames[order[right]])


@CIPHERS
def test_a_record_belongs_to_one_direction_epoch_session_and_cipher(cipher: Cipher) -> None:
    root, h = bytes(64), b"h" * 64
    keys = key_schedule.first_epoch(bytearray(root), h, cipher, "code", bytearray())
    elsewhere = key_schedule.first_epoch(bytearray(root), b"H" * 64, cipher, "code", bytearray())
    ee, ss = bytearray(32), bytearray(32)
    later = key_schedule.next_epoch(keys.root, ee, ss, h, 2, cipher, (b"e", b"k", b"f", b"c"))
    frame = seal(sealer_of(cipher, keys.initiator), b"film")
    for foreign in (keys.responder, elsewhere.initiator, elsewhere.responder, later.initiator, later.responder):
        with pytest.raises(RecordCorrupt):
            open_frame(opener_of(cipher, foreign), frame)
    (other,) = set(Cipher) - {cipher}
    with pytest.raises(RecordCorrupt):
        open_frame(opener_of(other, keys.initiator), frame)
    assert open_frame(opener_of(cipher, keys.initiator), frame) == b"film"


@CIPHERS
def test_after_a_bad_record_the_good_one_does_not_open_either(cipher: Cipher) -> None:
    """A stream has no second try: the counter went on, so a forger cannot grope for a tag."""
    opener = opener_of(cipher)
    frame = seal(sealer_of(cipher), b"film")
    with pytest.raises(RecordCorrupt):
        open_frame(opener, frame[:-1] + bytes((frame[-1] ^ 1,)))
    with pytest.raises(RecordCorrupt):
        open_frame(opener, frame)
    assert opener.bytes == 0


# --- wiping -----------------------------------------------------------------------------------


@CIPHERS
def test_a_wiped_stream_is_useless_and_its_key_is_gone(cipher: Cipher) -> None:
    keys = bytearray(KEY), bytearray(KEY)
    sealer, opener = Sealer(cipher, keys[0], epoch=1), Opener(cipher, keys[1], epoch=1)
    frame = seal(sealer, b"film")
    for stream in (sealer, opener):
        stream.wipe()
        stream.wipe()
    assert keys == (bytearray(32), bytearray(32))
    buffer = bytearray(HEADER) + b"secret" + bytes(TAG)
    with pytest.raises(LocalProtocolError):
        sealer.seal_into(memoryview(buffer), 6)
    with pytest.raises(LocalProtocolError):
        open_frame(opener, frame)


@CIPHERS
def test_nothing_is_ever_sealed_under_a_wiped_key(cipher: Cipher) -> None:
    """A library that kept a view of our key would go on with zeros."""
    key = bytearray(KEY)
    sealer = Sealer(cipher, key, epoch=1)
    seal(sealer, b"film")
    key[:] = bytes(32)
    frame = seal(sealer, b"film")
    aead = AESGCM if cipher is Cipher.AES_256_GCM else ChaCha20Poly1305
    nonce = bytes(4) + (1).to_bytes(8, "big" if cipher is Cipher.AES_256_GCM else "little")
    with pytest.raises(InvalidTag):
        aead(bytes(32)).decrypt(nonce, frame[HEADER:], frame[:HEADER])
