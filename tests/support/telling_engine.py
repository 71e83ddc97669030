"""An engine in a process of its own that tells a test all its secrets; `tests.support.teller` is the other end.

JSON lines on standard input say what to do, JSON lines on standard output tell events and secrets. A secret is
told by a fork of this process, which ends with that: so no copy is made here, and what a search finds the program left.
"""

import faulthandler
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from desktop_app.discovery import presence
from desktop_app.engine import Answer, Engine, ciphers, conversation, writer
from desktop_app.events import DeviceId, Event, SessionId, TransferId
from desktop_app.protocol import code, hkdf, key_schedule, limits, noise_primitives, noise_symmetric, renewal
from desktop_app.protocol.key_schedule import Cipher, EpochKeys
from desktop_app.storage import settings as settings_file
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings
from desktop_app.transport.address import Address

PATIENCE = 10.0

Told = Mapping[str, bytes | bytearray]


def tell(**fields: object) -> None:
    os.write(sys.stdout.fileno(), json.dumps(fields).encode() + b"\n")


def tell_secrets(of: Callable[[], Told]) -> None:
    child = os.fork()
    if child == 0:
        try:
            for name, value in of().items():
                tell(secret=name, value=value.hex())
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def also(name: str, secrets_of: Callable[..., Told], *modules: Any) -> None:
    """Let this function of these modules tell `secrets_of(its result, *its arguments)` whenever it was called."""
    function = getattr(modules[0], name)

    def telling(*arguments: Any, **named: Any) -> Any:
        result = function(*arguments, **named)
        tell_secrets(lambda: secrets_of(result, *arguments))
        return result

    for module in modules:
        setattr(module, name, telling)


def epoch_keys(keys: EpochKeys, epoch: int) -> Told:
    return {f"root {epoch}": keys.root, f"k_I {epoch}": keys.initiator, f"k_R {epoch}": keys.responder}


def handshake_keys(first: bytearray, second: bytearray, *more: bytearray) -> Told:
    """Of a step of the handshake or, where there are four, of its end."""
    if not more:
        return {"ck": first, "k": second}
    exporter, root = more
    ends = {"rest of o1": first[32:], "rest of o2": second[32:]}
    return {"k_I 0": first[:32], "k_R 0": second[:32], "exporter": exporter, "root 0": root} | ends


def tell_every_secret() -> None:
    """Wherever one is born."""
    also("dh_key", lambda key, *_: {"e": key.private_bytes_raw()}, noise_primitives, renewal)
    also("kem_key", lambda key, *_: {"seed of the KEM": key.private_bytes_raw()}, noise_primitives, renewal)
    also("dh", lambda ee, *_: {"ee": ee}, noise_primitives, renewal)
    also("kem_encapsulate", lambda encapsulated, *_: {"ss": encapsulated[1]}, noise_primitives, renewal)
    also("kem_decapsulate", lambda ss, *_: {"ss": ss}, noise_primitives, renewal)
    also("extract", lambda prk, *_: {"prk": prk}, hkdf, noise_primitives)
    also("hkdf", lambda outputs, *_: handshake_keys(*outputs), noise_symmetric)
    also("first_epoch", lambda keys, *_: epoch_keys(keys, 1), key_schedule)
    also("next_epoch", lambda keys, *arguments: epoch_keys(keys, arguments[4]), key_schedule)
    also("commitment", lambda _, *hashed: {"N_R": hashed[1]}, code)
    also("show", lambda _, *hashed: {"N_I": hashed[1], "N_R": hashed[2]}, code)


class Listener:
    """What a face is to the engine. It keeps every event, and with it what hangs on its errors."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def __call__(self, event: Event) -> None:
        self._events.append(event)
        fields = {name: getattr(event, name) for name in ("session", "digits", "words", "port") if hasattr(event, name)}
        transfer, error = getattr(event, "transfer", None), getattr(event, "error", None)
        if transfer is not None:
            fields |= {"transfer": transfer.id, "state": transfer.state.value}
        tell(event=type(event).__name__, error=type(error).__name__, **fields)


def break_with(text: str) -> None:
    """From here on what prepares transfers and what writes in a session fails, with an error that quotes this."""

    def fail(*_: object) -> NoReturn:
        raise RuntimeError(text)

    patch("desktop_app.engine.preparing.scan", fail).start()
    patch.object(conversation.Conversation, "tick", fail).start()


def device_of(running: Engine, session: int) -> DeviceId:
    """It appears a moment after the session was verified."""
    deadline = time.monotonic() + PATIENCE
    while not (found := [device.id for device in running.devices() if device.session == session]):
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.01)
    return found[0]


def obey(running: Engine, command: list[Any]) -> None:
    match command:
        case ["pair", port]:
            running.pair(Address("127.0.0.1", port))
        case ["answer", session, answer]:
            running.answer_code(SessionId(session), Answer(answer))
        case ["send", path, session]:
            running.send([Path(path)], device_of(running, session))
        case ["accept", transfer]:
            running.accept(TransferId(transfer))
        case ["end", session]:
            running.end_session(SessionId(session))
        case ["renewals", session]:
            facts = running.session(SessionId(session))
            tell(renewals=facts.renewals if facts is not None else None)
        case ["limit", limit, value]:
            setattr(limits, limit, value)
        case ["break", text]:
            break_with(text)
        case _:
            raise ValueError(command)


def main(root: Path, name: str, cipher: Cipher) -> None:
    faulthandler.enable()
    logging.basicConfig(level=logging.DEBUG, filename=root / "log")
    logging.debug("everything is logged")
    patch.object(presence, "usable", lambda: ()).start()
    patch.object(ciphers, "fastest_first", lambda: tuple(dict.fromkeys((cipher, *Cipher)))).start()
    patch.object(writer, "_TICK", 0.02).start()
    tell_every_secret()
    profile = Profile(root / "profile")
    settings_file.save(profile, Settings(name=name, save_folder=str(root)))
    running = Engine(profile, Listener(), port=0)
    running.start()
    try:
        for line in sys.stdin:
            obey(running, json.loads(line))
    finally:
        running.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Cipher(sys.argv[3]))
