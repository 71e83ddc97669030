"""The small windows that a person opens: an address, a check, a session, what is remembered, settings, about."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.discovery.checks.finding import Finding
from desktop_app.errors import AppError, PortInUse
from desktop_app.events import Invited, RememberedDevice, SessionId
from desktop_app.gui.about_dialog import AboutDialog
from desktop_app.gui.address_dialog import AddressDialog
from desktop_app.gui.always_dialog import AlwaysDialog
from desktop_app.gui.autostart import Autostart
from desktop_app.gui.bridge import door_to
from desktop_app.gui.check_dialog import CheckDialog
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.forget_dialog import ForgetDialog
from desktop_app.gui.invite_dialog import InviteDialog
from desktop_app.gui.remembered_window import RememberedWindow
from desktop_app.gui.session_panel import SessionPanel
from desktop_app.gui.settings_dialog import SettingsDialog
from desktop_app.gui.sheet import put_up
from desktop_app.protocol.invitation import Invitation
from desktop_app.transport.address import Address


class SideWindows(QObject):
    _checked = Signal(object, object)  # from a worker of the engine

    def __init__(
        self, engine: EngineFace, choosing: Choosing, window: QWidget, autostart: Autostart | None = None
    ) -> None:
        super().__init__(window)
        self._autostart = autostart
        self._engine, self._choosing, self._window = engine, choosing, window
        self._settings: SettingsDialog | None = None
        self._panel: SessionPanel | None = None
        self._remembered: RememberedWindow | None = None
        self._check: CheckDialog | None = None
        self._checked.connect(self._show_findings, Qt.ConnectionType.QueuedConnection)

    def show_check(self) -> None:
        if self._check is not None:
            self._check.activateWindow()
            return
        dialog = CheckDialog(self._window)
        dialog.wanted.connect(lambda address: self._engine.check(partial(door_to(self._checked), dialog), address))
        dialog.finished.connect(self._check_closed)
        self._check = dialog
        put_up(dialog)

    def ask_address(self) -> None:
        dialog = AddressDialog(self._window)
        dialog.chosen.connect(self._connect_to)
        put_up(dialog)

    def _connect_to(self, to: Address | Invitation) -> None:
        """Where there is a session with it already, nothing else would tell so."""
        sessions = (each.session for each in self._engine.devices() if each.session is not None)
        living = (facts for facts in map(self._engine.session, sessions) if facts is not None and not facts.over)
        there = next((facts.id for facts in living if isinstance(to, Address) and facts.address == str(to)), None)
        if there is None:
            self._engine.pair(to)
        else:
            self.show_session(there)

    def invite(self) -> None:
        invited: Invited | AppError
        try:
            invited = self._engine.invite()
        except AppError as error:
            invited = error
        put_up(InviteDialog(invited, self._window))

    def show_session(self, session: SessionId) -> None:
        if self._panel is not None:
            self._panel.close()
        panel = SessionPanel(session, self._engine.session, self._window)
        panel.end_wanted.connect(self._engine.end_session)
        panel.finished.connect(self._panel_closed)
        self._panel = panel
        put_up(panel)

    def show_remembered(self) -> None:
        if self._remembered is not None:
            self._remembered.activateWindow()
            return
        days = self._engine.settings.remember_days
        dialog = RememberedWindow(self._engine.remembered(), days, self._window)
        dialog.renamed.connect(self._engine.rename_remembered)
        dialog.forget_wanted.connect(self.ask_to_forget)
        dialog.always_wanted.connect(self.ask_what_to_accept)
        dialog.finished.connect(self._remembered_closed)
        self._remembered = dialog
        put_up(dialog)

    def ask_to_forget(self, device: RememberedDevice) -> None:
        connected = any(each.session is not None and _is(each.remembered, device) for each in self._engine.devices())
        dialog = ForgetDialog(device, connected=connected, parent=self._remembered or self._window)
        dialog.accepted.connect(lambda: self._engine.forget(device.id))
        put_up(dialog)

    def ask_what_to_accept(self, device: RememberedDevice) -> None:
        """Of what it sends, without asking each time."""
        usual = Path(self._engine.settings.save_folder)
        dialog = AlwaysDialog(device, usual, self._remembered or self._window)
        dialog.folder_wanted.connect(
            lambda: self._choosing.folder(dialog, self.tr("Save in"), dialog.show_folder, dialog.folder)
        )
        dialog.accepted.connect(lambda: self._engine.always_accept(device.id, dialog.chosen))
        put_up(dialog)

    def show_settings(self) -> None:
        if self._settings is not None:
            self._settings.activateWindow()
            return
        self._settings = dialog = SettingsDialog(self._engine.settings, self._window, self._autostart)
        self.settings_changed()
        dialog.changed.connect(lambda changes: self._engine.change_settings(**changes))
        dialog.folder_wanted.connect(lambda: self._choose_folder(dialog))
        dialog.finished.connect(self._settings_closed)
        put_up(dialog)

    def settings_changed(self) -> None:
        if self._settings is not None:
            self._settings.show_settings(self._engine.settings)
            self._settings.show_port(self._engine.port, asked=self._engine.port_asked)

    def takes(self, error: AppError) -> bool:
        """Whether it is about a change of the settings that is on the screen, and told there."""
        if self._settings is None or not isinstance(error, PortInUse):
            return False
        self._settings.show_problem(error)
        return True

    def show_about(self) -> None:
        put_up(AboutDialog(self._window))

    def sessions_changed(self) -> None:
        if self._panel is not None:
            self._panel.refresh()

    def remembered_changed(self, devices: Sequence[RememberedDevice]) -> None:
        if self._remembered is not None:
            self._remembered.show_devices(devices)

    def _panel_closed(self) -> None:
        self._panel = None

    def _choose_folder(self, dialog: SettingsDialog) -> None:
        start = Path(self._engine.settings.save_folder)
        self._choosing.folder(dialog, self.tr("Save in"), dialog.set_folder, start)

    def _settings_closed(self) -> None:
        self._settings = None

    def _remembered_closed(self) -> None:
        self._remembered = None

    def _check_closed(self) -> None:
        self._check = None

    def _show_findings(self, asked: CheckDialog, findings: tuple[Finding, ...]) -> None:
        """Unless that one was closed meanwhile; another may look for something else."""
        if self._check is asked:
            asked.show_findings(findings)


def _is(one: RememberedDevice | None, other: RememberedDevice) -> bool:
    return one is not None and one.id == other.id
