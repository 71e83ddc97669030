"""Makes remembered.json, a session of computers that remember each other: `python -m tests.vectors.make_remembered`.

It stands upon the key agreement of session.json, which has to be there. I expects R; R founded the record
as initiator, so R has the secret rotated.
"""

import json
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from desktop_app.protocol import key_schedule, limits, pairing
from desktop_app.protocol.handshake import Secrets
from desktop_app.protocol.key_schedule import Cipher, EpochKeys
from desktop_app.protocol.messages import About, Close, CloseReason, Rotate, Rotated, Stored
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import Session
from tests.vectors import make_session
from tests.vectors.make_session import DEVICE_NAMES, WISHES, Encapsulation, drawn

FILE: Final = Path(__file__).with_name("remembered.json")
ABOUT: Final = (
    "One session between computers that remember each other, upon the key agreement of session.json. Values are named "
    "as in desktop_app/protocol/README.md and are hex; instance is that under which the hints are announced."
)
FOUNDED_AS: Final = {"I": Role.RESPONDER, "R": Role.INITIATOR}
INSTANCE: Final = "0123456789abcdef"
SECRET: Final = drawn("secret of a record", pairing.SECRET)


def play(first: Encapsulation) -> dict[str, Any]:
    """Everything in the file, from what the encapsulation of session.json gave."""
    return _Remembered(Cipher.AES_256_GCM, first, first).play()


class _Remembered(make_session._Conversation):
    """Both sides have one record, and nothing else to prove."""

    def play(self) -> dict[str, Any]:
        expanded: dict[str, bytes] = {}
        epochs: list[dict[str, str]] = []

        def note_expanded(derived: bytearray, _: bytearray, label: str, *__: object) -> None:
            expanded[label] = bytes(derived)

        def note_epoch(keys: EpochKeys, *_: object) -> None:
            epochs.append({"root": keys.root.hex(), "k_I": keys.initiator.hex(), "k_R": keys.responder.hex()})

        with ExitStack() as stack:
            stack.enter_context(make_session._noting(key_schedule, "expand", note_expanded))
            stack.enter_context(make_session._noting(pairing, "expand", note_expanded))
            stack.enter_context(make_session._noting(key_schedule, "first_epoch", note_epoch))
            for side, session in self._sessions().items():
                self._sides[side] = make_session._Side(session, stack)
            said = {side: self._sides[side].session.start() for side in "IR"}
            for side in "IR":
                self._say(side, *said[side])
            for side in "IR":
                self._sides[side].verified()
            self._say("I", About(INSTANCE, DEVICE_NAMES["I"]))
            self._say("R", About("", DEVICE_NAMES["R"]), Rotate(3))
            self._say("I", Stored())
            self._say("R", Rotated())
            self._say("I", Close(CloseReason.DONE))
            self._say("R", Close(CloseReason.DONE))
            hint_key = pairing.hint_key(bytearray(SECRET))
        epoch_1, epoch_1_of_peer = epochs
        if epoch_1 != epoch_1_of_peer:
            raise ValueError("the two sides have different keys")
        return {
            "about": ABOUT,
            "secret": SECRET.hex(),
            "founding_side": {side: role.value for side, role in FOUNDED_AS.items()},
            "K_proof": expanded["proof"].hex(),
            "K_hint": hint_key.hex(),
            "instance": INSTANCE,
            "hint": {side: pairing.hint(hint_key, FOUNDED_AS[side], INSTANCE).hex() for side in "IR"},
            "proof": {side: self._proof(side).hex() for side in "IR"},
            "epoch1": epoch_1,
            "as_continuation": self._as(SecretKind.CONTINUATION),
            "as_invitation": self._as(SecretKind.INVITATION),
            "candidate": expanded["pairing"].hex(),
            "continuation": expanded["continuation"].hex(),
            "records": self._said,
        }

    def _session(self, side: str, secrets: Secrets) -> Session:
        fill = drawn(f"PROOFS of {side}, remembered", (limits.PROOFS_MIN - 1) * limits.PROOF)
        order = drawn(f"order of PROOFS of {side}, remembered", limits.PROOFS_MIN * 16)
        return Session(
            secrets,
            own_name=DEVICE_NAMES[side],
            ciphers=WISHES[self._cipher][side],
            random_bytes=BytesIO(fill + order).read,
            known=[KnownSecret(SecretKind.RECORD, "the other", FOUNDED_AS[side], bytearray(SECRET))],
            expected=frozenset({"the other"} if side == "I" else ()),
        )

    def _as(self, kind: SecretKind) -> dict[str, Any]:
        """What the same secret would prove, and lead to, if it were that of a cut session or of an invitation."""
        h = self._sides["I"].session._secrets.h
        proofs: dict[str, str] = {}
        for side, role in (("I", Role.INITIATOR), ("R", Role.RESPONDER)):
            known = KnownSecret(kind, "other", FOUNDED_AS[side], bytearray(SECRET))
            ((_, ours, _),) = pairing.Proofs([known], role, h, lambda size: drawn("nothing", size))._pairs
            proofs[side] = ours.hex()
        root = bytearray.fromhex(json.loads(make_session.FILE.read_text(encoding="utf-8"))["agreement"]["root0"])
        keys = key_schedule.first_epoch(root, h, self._cipher, kind.value, bytearray(SECRET))
        epoch = {"root": keys.root.hex(), "k_I": keys.initiator.hex(), "k_R": keys.responder.hex()}
        return {"proof": proofs, "epoch1": epoch}

    def _proof(self, side: str) -> bytes:
        """The one value among those sent that is not random."""
        proofs = self._sides[side].session._proofs
        assert proofs is not None
        ((_, ours, _),) = proofs._pairs
        return ours


if __name__ == "__main__":
    kept = json.loads(make_session.FILE.read_text(encoding="utf-8"))["agreement"]
    vectors = play((bytes.fromhex(kept["ct"]), bytes.fromhex(kept["ss"])))
    FILE.write_text(json.dumps(vectors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{FILE}: proofs {vectors['proof']}")
