"""From files or a text to a device: chosen, pasted or dropped, for the card that was meant or after asking which."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.events import Device, DeviceId, RecordId
from desktop_app.gui import phrasing, plain, transfer_text
from desktop_app.gui.carried import Carried, carried
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.device_picker import DevicePicker
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.notices import Notices

_SHOWN: Final = 120  # characters of a text that is to be sent


class Sending(QObject):
    """Every way that files and texts take to the engine."""

    def __init__(
        self, engine: EngineFace, choosing: Choosing, notices: Notices, nearby: Nearby, window: QWidget
    ) -> None:
        super().__init__(window)
        self._engine, self._choosing, self._notices = engine, choosing, notices
        self._nearby, self._window = nearby, window
        self._paths: list[Path] = []  # for which a device is asked
        self._questions: deque[_Asked] = deque()
        self._picker: DevicePicker | None = None  # of the first of them

    def choose_files(self) -> None:
        """For the card with the keyboard, else the device is asked for afterwards."""
        focused = self._nearby.focused
        if focused is not None:
            self.choose_files_for(focused)
        else:
            self._choosing.files(self._window, self.tr("Send files"), self.ask)

    def choose_folder(self) -> None:
        focused = self._nearby.focused
        if focused is not None:
            self.choose_folder_for(focused)
        else:
            self._choosing.folder(self._window, self.tr("Send a folder"), lambda folder: self.ask([folder]))

    def choose_files_for(self, device: str) -> None:
        whom = self._whom(device)
        self._choosing.files(self._window, self.tr("Send files"), lambda paths: self.send(whom(), paths))

    def choose_folder_for(self, device: str) -> None:
        whom = self._whom(device)
        self._choosing.folder(self._window, self.tr("Send a folder"), lambda folder: self.send(whom(), [folder]))

    def paste(self) -> None:
        """Copied files, or else a copied text, which is shown before it goes anywhere."""
        what = carried(QGuiApplication.clipboard().mimeData())
        if what:
            self.take(what)
        else:
            self._notices.say(lambda: self.tr("There is neither a file nor a text on the clipboard."))

    def take(self, what: Carried, device: str | None = None) -> None:
        """What was dropped or pasted, on that card or beside them all."""
        if what.paths and device is not None:
            self.send(device, what.paths)
        elif what.paths:
            self.ask(what.paths)
        elif what.text and device is not None:
            self._engine.send_text(what.text, DeviceId(device))
        elif what.text:
            self.ask_for(lambda: _quoted(what.text), lambda chosen: self._engine.send_text(what.text, chosen))
        elif what.link:
            self._notices.say(
                lambda: self.tr("That is a link to the web, and Tallystick downloads nothing."),
                lambda: self.tr("Save the file first, then drop it here."),
            )

    def ask(self, paths: Sequence[Path]) -> None:
        """Which device are these for? What comes while that is asked goes with it."""
        fresh = [path for path in paths if path not in self._paths]
        if not fresh:
            return
        asked, self._paths = bool(self._paths), [*self._paths, *fresh]
        if not asked:
            self._ask(_Asked(self._summary, self._send_paths, self._forget_paths))
        elif self._picker is not None:
            self._picker.show_what()

    def ask_for(self, what: Callable[[], str], then: Callable[[DeviceId], object]) -> None:
        """Which device is this for? `what` says so in words; `then` is called for each."""
        self._ask(_Asked(what, then))

    def devices_changed(self) -> None:
        if self._picker is not None:
            self._picker.show_devices(self._nearby.devices())

    def send(self, device: str, paths: Sequence[Path]) -> None:
        if paths:
            self._engine.send(paths, DeviceId(device))

    def _whom(self, device: str) -> Callable[[], str]:
        """That device, once something is chosen for it: a remembered one may have come under another id meanwhile."""

        def among(devices: Sequence[Device]) -> dict[str, RecordId | None]:
            return {each.id: each.record for each in devices}

        record = among(self._nearby.devices()).get(device)

        def now() -> str:
            here = among(self._nearby.devices())
            if device in here or record is None:
                return device
            return next((id_ for id_, known in here.items() if known == record), device)

        return now

    def _send_paths(self, device: DeviceId) -> None:
        self._engine.send(self._paths, device)

    def _forget_paths(self) -> None:
        self._paths = []

    def _summary(self) -> str:
        first = plain.isolated(self._paths[0].name or str(self._paths[0]))
        more = len(self._paths) - 1
        return phrasing.and_more(first, more) if more else first

    # --- one question at a time ---

    def _ask(self, question: "_Asked") -> None:
        self._questions.append(question)
        if self._picker is None:
            self._show_next()

    def _show_next(self) -> None:
        self._picker = DevicePicker(self._questions[0].what, self._nearby.devices(), self._window)
        self._picker.chosen.connect(self._send_to_all)
        self._picker.finished.connect(self._picker_closed)
        self._picker.open()

    def _send_to_all(self, devices: list[DeviceId]) -> None:
        for device in devices:
            self._questions[0].then(device)

    def _picker_closed(self) -> None:
        if self._picker is not None:
            self._picker.deleteLater()
        self._picker = None
        self._questions.popleft().over()
        if self._questions:
            self._show_next()


def _quoted(text: str) -> str:
    """How it begins, and how long it is."""
    begin = " ".join(text[: 2 * _SHOWN].split())
    shown = begin if len(begin) <= _SHOWN else f"{begin[:_SHOWN]}…"
    return f"{phrasing.quoted(plain.isolated(shown))}\n{transfer_text.text_of(len(text))}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What waits for a device."""

    what: Callable[[], str]
    then: Callable[[DeviceId], object]
    over: Callable[[], None] = lambda: None
