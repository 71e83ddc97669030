"""`devices` and `doctor`: who is near and who is remembered, and why perhaps nobody is there."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Final

from desktop_app.cli.commands import Pair
from desktop_app.cli.conversation import TICK, Conversation
from desktop_app.cli.exit_codes import ExitCode, exit_code
from desktop_app.cli.face import Face
from desktop_app.cli.inbox import Inbox
from desktop_app.cli.sending import meet
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.scene import Own
from desktop_app.engine import door
from desktop_app.engine.door import AskSessions
from desktop_app.errors import AppError
from desktop_app.events import Device, DeviceId, Trouble, Verified
from desktop_app.protocol import limits
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address

LOOK_SECONDS: Final = 3.0


def devices(talk: Conversation) -> ExitCode:
    """Lists once, after a look around. Whoever a running Tallystick of this profile has a session with is verified,
    and seen."""
    until = time.monotonic() + LOOK_SECONDS
    while (event := talk.next_event(until)) is not None:
        if isinstance(event, Trouble):
            talk.face.error(event.error)
    others = {device.id: device for device in talk.seen()}
    others |= {device.id: device for device in _verified(talk, others)}
    found = sorted(others.values(), key=lambda device: (device.known_as.casefold(), device.id))
    for device in found:
        talk.face.device(device)
    if not found:
        talk.face.no_devices()
    near = {device.record for device in found}
    if away := [device for device in talk.engine.remembered() if device.id not in near]:
        talk.face.away(away)
    return ExitCode.DONE


def _verified(talk: Conversation, seen: Mapping[DeviceId, Device]) -> Iterator[Device]:
    """Whom the running Tallysticks of this profile have a session with: as it is seen, else where the session goes."""
    remembered = {device.id: device for device in talk.engine.remembered()}
    for told in door.ask(talk.profile, AskSessions()):
        for facts in told.sessions or ():
            if facts.over:
                continue
            where = Address.parse(facts.address)
            there = seen.get(facts.device or DeviceId(""))
            if there is None or where.host not in there.addresses:
                own_card = DeviceId(f"session-{facts.remembered or f'{told.process}.{facts.id}'}")
                port = where.port if facts.initiator else limits.DEFAULT_PORT  # a caller's own port leads nowhere
                there = Device(own_card, facts.peer, "", (where.host,), port)
            known = None if facts.remembered is None else remembered.get(facts.remembered)
            yield replace(there, name=facts.peer, session=facts.id, remembered=known)


def doctor(face: Face, inbox: Inbox, profile: Profile, own: Own, address: Address | None) -> ExitCode:
    """FOUND where something may keep devices from seeing each other: here, or where those sit that the running
    Tallysticks of this profile have a session with. Raises Stopped."""
    others = _Peers(profile)
    return _tell(face, (*_examined(own, address, inbox.get), *others.findings(inbox.get)))


def _examined(own: Own, address: Address | None, wait: Callable[[float], object]) -> tuple[Finding, ...]:
    """This computer. `wait` lets so many seconds pass, and raises Stopped."""
    from desktop_app.discovery.checks.examine import examine  # all checks, which no other command needs

    found: Future[tuple[Finding, ...]] = Future()

    def look() -> None:
        try:
            found.set_result(examine(own, address=address))
        except BaseException as crash:
            found.set_exception(crash)

    # A daemon: nothing ends a call to a computer that does not answer, and the program does not stay for it.
    threading.Thread(target=look, name="check", daemon=True).start()
    while not found.done():
        wait(TICK)
    return found.result()


def doctor_with(talk: Conversation, peer: str, address: Address | None) -> ExitCode:
    """The same, and what that device sees; where it is not reached, the findings may say why."""
    code, others = ExitCode.DONE, _Peers(talk.profile)
    try:
        met = meet(talk, Pair(peer, remember=False))
    except AppError as error:
        talk.face.error(error)
        code = exit_code(error)
    else:
        if isinstance(met, Verified):
            talk.verified(met, remember=False)
        else:
            code = exit_code(met.error)
    told: list[tuple[Finding, ...]] = []
    talk.engine.check(told.append, address)
    while not told:
        talk.next_event(time.monotonic() + TICK)
    seen = others.findings(lambda seconds: talk.next_event(time.monotonic() + seconds))
    known = {(each.code, str(each)) for each in told[0]}  # there may be more than one session with that device
    judged = _tell(talk.face, (*told[0], *(each for each in seen if (each.code, str(each)) not in known)))
    return code if code is not ExitCode.DONE else judged


class _Peers:
    """Of the other running Tallysticks of this profile: they look around there while this computer is looked at."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._announced_as = min(door.instances(profile), default="")
        self._until = time.monotonic() + limits.LOOK_SECONDS
        self._said = door.ask_sights(profile, self._announced_as)

    def findings(self, wait: Callable[[float], object]) -> Iterator[Finding]:
        """Once they have all answered, or had their time. `wait` lets so many seconds pass."""
        from desktop_app.discovery.checks import there

        while any(not each.over for each in self._said.values()) and time.monotonic() < self._until:
            wait(TICK)
            now = door.ask_sights(self._profile, self._announced_as)
            self._said = {key: each if each.over else now.get(key, each) for key, each in self._said.items()}
        for each in self._said.values():
            yield from there.told(each.peer, each.sight, announced=each.announced)


def _tell(face: Face, findings: Sequence[Finding]) -> ExitCode:
    for finding in findings:
        face.finding(finding)
    return ExitCode.DONE if all(finding.good for finding in findings) else ExitCode.FOUND
