"""This computer as others meet it: what it is called, who may see it, where it listens, who is around.

What the person sets is kept and applied here.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from desktop_app.discovery.checks.adapters import own_addresses
from desktop_app.discovery.checks.scene import Own
from desktop_app.discovery.neighbourhood import Neighbourhood
from desktop_app.discovery.peers import Peer
from desktop_app.engine import sleepless
from desktop_app.engine.devices import Devices
from desktop_app.engine.door import instances
from desktop_app.engine.jobs import Errands
from desktop_app.errors import AppError, NoNetwork, NotOpen, PortInUse, ProfileUnusable
from desktop_app.events import Event, Listening, RecordId, SettingsChanged, Trouble, TroubleOver
from desktop_app.protocol import device_name, limits
from desktop_app.storage import settings as settings_file
from desktop_app.storage.existing import Existing
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Changes, Settings, Visibility
from desktop_app.transport.channel import Channel
from desktop_app.transport.listener import Listener
from desktop_app.transport.origin import Origin
from desktop_app.transport.slots import Slots

A_WHILE: Final = 600.0  # seconds for which somebody may open a computer that strangers do not see otherwise


class House:
    """Safe from any thread; nothing waits but `open` and `close`."""

    def __init__(
        self,
        profile: Profile,
        emit: Callable[[Event], None],
        devices: Devices,
        slots: Slots,
        *,
        accepted: Callable[[Channel, Origin], None],
        make_room: Callable[[], None],
        hints: Callable[[str], Sequence[bytes]],
        port: int | None,
        can_show_codes: bool,
        offers: bool,
        save_folder: Path | None,
        existing: Existing | None,
    ) -> None:
        """`accepted`: a caller was let in. `make_room`: others wait for that. `hints`: what remembered devices know
        this computer by. The rest is as the engine has it."""
        self.port = 0
        self.settings, self._settings_trouble = settings_file.load(profile)
        self._profile, self._emit, self._slots, self._accepted = profile, emit, slots, accepted
        self._make_room = make_room
        self._asked_port, self._can_show_codes, self._offers = port, can_show_codes, offers
        self._save_folder, self._existing = save_folder, existing
        self._listener: Listener | None = None
        self._devices = devices
        self._neighbourhood = Neighbourhood(self._on_peer, devices.peer_gone, self._on_network, hints)
        self._network_trouble: AppError | None = None
        self._errands = Errands()
        self._wanted: deque[Changes] = deque()
        self._lock = threading.Lock()  # over settings and listener, while a change is kept and applied
        self._known_to: frozenset[RecordId] = frozenset()  # whom the hints of the present instance are for
        self._leaving = False
        self._open_until: float | None = None  # by `sleepless`: for everyone until then, whatever the settings say
        self.open_until: float | None = None  # the same, in seconds since 1970, to be shown

    # --- life ------------------------------------------------------------------------------------------

    def tell_trouble(self) -> None:
        """What was wrong with the settings, once somebody listens."""
        if self._settings_trouble is not None:
            self._emit(Trouble(self._settings_trouble))

    def open(self, known_to: frozenset[RecordId]) -> None:
        """Listen and look around. `known_to`: whom it has hints for. Raises PortInUse for a port that was asked for."""
        self._known_to = known_to
        if self._is_open:
            self._listen()
        self._neighbourhood.start(
            port=self.port, name=self.settings.name, visibility_everyone=self._for_everyone, announce=self._is_open
        )

    def shut(self) -> None:
        """Let nobody in any more; may be called twice."""
        self._leaving = True
        with self._lock:
            listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    def close(self, seconds: float) -> None:
        """After `shut`: say goodbye to the network and wait for what is being kept; may be called twice."""
        self._neighbourhood.close()
        self._errands.close(seconds)

    # --- what sessions need to know of it ----------------------------------------------------------------

    def own_name(self) -> str:
        return device_name.clean(self.settings.name) or settings_file.default_name()

    def own_instance(self) -> str:
        """Under which it can be seen now; "" where it cannot."""
        return self._neighbourhood.instance if self._is_open else ""

    @property
    def port_asked(self) -> bool:
        """Whether the command line said which port, so that the settings do not."""
        return self._asked_port is not None

    def may_compare(self) -> bool:
        """Whether strangers who call may get a code."""
        return self._can_show_codes and self.visibility is Visibility.EVERYONE and not self._leaving

    def own(self) -> Own:
        """For a look at the connection."""
        wanted = self.settings.port if self._asked_port is None else None
        return Own(
            self.port or self._asked_port or self.settings.port,
            running=self._listener is not None,
            wanted=wanted,
            hidden=self._offers and self.visibility is Visibility.NOBODY,
            instance=self._neighbourhood.instance,
        )

    def own_addresses(self) -> tuple[tuple[str, ...], int]:
        """Where others may reach this computer, and its port. Raises NotOpen, NoNetwork."""
        if self._listener is None:
            raise NotOpen
        addresses = own_addresses()
        if not addresses:
            raise NoNetwork
        return addresses[: limits.INVITATION_ADDRESSES], self.port

    def near(self) -> tuple[Peer, ...]:
        """Who is listed, as the network describes them."""
        return self._neighbourhood.peers()

    def save_folder(self) -> Path:
        return self.folder_for(Path(self.settings.save_folder))

    def folder_for(self, usual: Path) -> Path:
        """`usual`, unless who started this run said where everything goes."""
        return self._save_folder or usual

    def existing(self) -> Existing:
        """What becomes of names that are there already."""
        return self._existing or self.settings.existing

    # --- what changes --------------------------------------------------------------------------------------

    def be_known_to(self, remembered: frozenset[RecordId]) -> None:
        """Become somebody new on the network where others than these would recognise this computer."""
        if remembered != self._known_to:
            self._known_to = remembered
            self._neighbourhood.renew()

    def change_settings(self, changes: Changes) -> None:
        """Change, apply and keep: SettingsChanged. As Trouble who has the port; or what the disk says against it, and
        then it holds for this run."""
        self._wanted.append(changes)
        self._errands.run("settings", self._change_settings)

    def open_for_a_while(self) -> None:
        """Everyone nearby may see and call this computer, for ten minutes; SettingsChanged now and then."""
        self._errands.run("visibility", lambda: self._show_until(sleepless.now() + A_WHILE))

    def tick(self, now: float) -> None:
        """About every second, by `sleepless`."""
        if self._wanted:  # there was no thread for it
            self._errands.run("settings", self._change_settings)
        if self._open_until is not None and now >= self._open_until:
            self._open_until = now + A_WHILE  # not again while that is under way
            self._errands.run("visibility", lambda: self._show_until(None))

    def _show_until(self, until: float | None) -> None:
        try:
            with self._lock:
                if self._leaving:
                    return
                seen, self._open_until = self.visibility, until
                self.open_until = None if until is None else time.time() + until - sleepless.now()
                if self.visibility is not seen:
                    self._apply_visibility()
            self._emit(SettingsChanged())
        except AppError as error:
            self._emit(Trouble(error))

    def _change_settings(self) -> None:
        """What is wanted by now, the oldest first, whichever thread comes first; also what found none to be done by."""
        while self._wanted:
            self._change_oldest()

    def _change_oldest(self) -> None:
        try:
            with self._lock:
                if self._leaving:
                    self._wanted.clear()
                if not self._wanted:
                    return
                changes = self._wanted.popleft()
                before, replaced, seen = self.settings, self.settings.changed(changes), self.visibility
                fresh = self._listener_on(replaced.port) if replaced.port != before.port else None
                self.settings = replaced
                try:  # first: who hides is hidden, whatever the disk says
                    if replaced.port != before.port:
                        self._move_to(fresh)
                    if replaced.name != before.name:
                        self._neighbourhood.rename(replaced.name)
                    if changes.get("visibility") is not None:
                        self._open_until = self.open_until = None  # what the person says now holds
                    if self.visibility is not seen:
                        self._apply_visibility()
                finally:
                    refused = self._keep(replaced)
            self._emit(SettingsChanged())
            if refused is not None:
                self._emit(Trouble(refused))
        except AppError as error:
            self._emit(Trouble(error))

    def _keep(self, settings: Settings) -> AppError | None:
        """What the disk says against it; for this run they hold all the same."""
        try:
            settings_file.save(self._profile, settings)
        except ProfileUnusable as error:
            return error
        return None

    def _listener_on(self, port: int) -> Listener | None:
        """There already, so that nothing has changed where the port is taken. Raises PortInUse.

        None where nothing is to change: nobody may call, the command line said which port, or it is the same.
        """
        if self._listener is None or self._asked_port is not None or port == self.port:
            return None
        return Listener(port, self._slots, self._accepted, self._make_room)

    def _move_to(self, fresh: Listener | None) -> None:
        """Sessions stay; who calls from now on finds this computer there."""
        if self._listener is None:
            self.port = 0  # the next one is where the settings say
        elif fresh is not None:
            self._listener.close()
            self._listener, self.port = fresh, fresh.port
            self._neighbourhood.set_visibility(everyone=self._for_everyone, announce=True, port=self.port)
            self._emit(Listening(self.port, self.port))

    def _apply_visibility(self) -> None:
        if self._is_open and self._listener is None:
            self._listen()
        elif not self._is_open and self._listener is not None:
            self._listener.close()
            self._listener = None
        self._neighbourhood.set_visibility(everyone=self._for_everyone, announce=self._is_open, port=self.port)

    # --- inside --------------------------------------------------------------------------------------------

    @property
    def visibility(self) -> Visibility:
        """As it is now."""
        return self.settings.visibility if self._open_until is None else Visibility.EVERYONE

    @property
    def _is_open(self) -> bool:
        """Whether this computer may be found and called."""
        return self._offers and self.visibility is not Visibility.NOBODY

    @property
    def _for_everyone(self) -> bool:
        """Whether strangers may see its name."""
        return self._offers and self.visibility is Visibility.EVERYONE

    def _listen(self) -> None:
        wanted = self.port or (self.settings.port if self._asked_port is None else self._asked_port)
        try:
            self._listener = Listener(wanted, self._slots, self._accepted, self._make_room)
        except PortInUse:
            if self._asked_port is not None:
                raise
            self._listener = Listener(0, self._slots, self._accepted, self._make_room)
        self.port = self._listener.port
        self._emit(Listening(self.port, wanted or self.port))

    def _on_peer(self, peer: Peer) -> None:
        """A program of this profile, as there may be several, is no other device."""
        if not self._neighbourhood.is_here(peer) or peer.instance not in instances(self._profile):
            self._devices.peer_changed(peer)

    def _on_network(self, error: AppError | None) -> None:
        before, self._network_trouble = self._network_trouble, error
        if before is not None:
            self._emit(TroubleOver(before))
        if error is not None:
            self._emit(Trouble(error))
