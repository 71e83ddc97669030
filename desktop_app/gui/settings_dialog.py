"""What a person may set; every change is kept and holds at once."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.errors import AppError, PortInUse
from desktop_app.gui import language, plain, room, theme, visibility_menu
from desktop_app.gui.autostart import Autostart
from desktop_app.gui.autostart_box import AutostartBox
from desktop_app.gui.choice_box import ChoiceBox
from desktop_app.gui.error_line import ErrorLine
from desktop_app.gui.keyboard_place import ENTER
from desktop_app.gui.number_field import NumberField
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.sheet import Sheet, button
from desktop_app.protocol import device_name, limits
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Appearance, Changes, Language, Settings, Visibility

E = TypeVar("E", bound=Enum)
_SHORT: Final = 12
"""Letters of a choice that are in sight on a narrow screen, at least."""
_RING: Final = 10
"""How far the square of a check box is from its edge, where the ring of the focus goes: what stands above it is as
far in."""


class SettingsDialog(Sheet):
    """Signals: changed(Changes), folder_wanted()."""

    changed = Signal(object)
    folder_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None, autostart: Autostart | None = None) -> None:
        super().__init__("settings-dialog", parent, characters=96)
        self._settings, self._autostart_here = settings, autostart
        self._said: Callable[[], None] | None = None  # what was wrong, again in another language
        self._listens_at, self._port_asked = settings.port, False
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._name = QLineEdit()
        self._name.setObjectName("settings-name")
        self._name.setMaxLength(limits.DEVICE_NAME)
        self._name.editingFinished.connect(self._save_name)
        self._folder = Elided()
        self._folder.setObjectName("settings-folder")
        self._change_folder = button("settings-change-folder", self.tr("Change…"))
        self._change_folder.setAccessibleName(self.tr("Change the folder to save in"))
        self._change_folder.clicked.connect(self.folder_wanted)
        self._existing = self._choice(
            "settings-existing",
            (Existing.ASK, self.tr("Ask each time")),
            (Existing.KEEP_BOTH, self.tr("Keep both: what comes gets a number")),
            (Existing.SKIP_IDENTICAL, self.tr("Skip identical files, number the others")),
        )
        self._visibility = self._choice("settings-visibility", *visibility_menu.choices())
        self._appearance = self._choice(
            "settings-appearance",
            (Appearance.SYSTEM, self.tr("As the system")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        )
        self._language = self._choice(
            "settings-language",
            (Language.SYSTEM, self.tr("As the system")),
            *language.NAMES.items(),
        )
        self._notifications = QCheckBox(self.tr("while the window is hidden"))
        self._notifications.setObjectName("settings-notifications")
        self._notifications.setAccessibleName(self.tr("Notifications while the window is hidden"))
        self._careful = QCheckBox(self.tr("type the code of the other screen when somebody connects"))
        self._careful.setObjectName("settings-careful")
        self._autostart = None if self._autostart_here is None else AutostartBox(self._autostart_here)
        self._days = NumberField("settings-days", 1, limits.REMEMBERED_DAYS_MAX)
        self._days.editingFinished.connect(self._save_days)
        self._days.refused.connect(self._refuse_days)
        self._port = NumberField("settings-port", limits.PORT_MIN, limits.PORT_MAX)
        self._port.editingFinished.connect(self._save_port)
        self._port.refused.connect(self._refuse_port)
        self._port_said = Words("", "muted")
        self._port_said.setObjectName("settings-port-said")
        self._problem = ErrorLine("settings-problem")
        self._lay_out()
        self._connect()
        self.show_settings(self._settings)
        if self._said is not None:
            self._say(self._said)

    def show_settings(self, settings: Settings) -> None:
        """As they are now; what is being typed stays."""
        self._settings = settings
        if not self._name.isModified():
            self._name.setText(settings.name)
        self._folder.show_text(plain.isolated(settings.save_folder))
        for box, value in (
            (self._existing, settings.existing),
            (self._visibility, settings.visibility),
            (self._appearance, settings.appearance),
            (self._language, settings.language),
        ):
            box.setCurrentIndex(box.findData(value))
        for check, on in ((self._notifications, settings.notifications), (self._careful, settings.careful)):
            check.setChecked(on)
        if not self._days.isModified():
            self._days.setText(QLocale().toString(settings.remember_days))
        self.show_port(self._listens_at, asked=self._port_asked)

    def show_port(self, listens_at: int, *, asked: bool) -> None:
        """Where this computer can be called now, 0 where it could not yet; `asked`: on the command line, which holds
        for this run whatever is set."""
        self._listens_at, self._port_asked = listens_at, asked
        port = listens_at if asked and listens_at else self._settings.port
        self._port.setReadOnly(asked)
        if not self._port.isModified():
            self._port.setText(str(port))
        if asked:
            said = self.tr("as --port says this time; has to be open in a firewall")
        elif listens_at not in {0, self._settings.port}:
            said = self.tr("was taken: it is {port} for now, and that has to be open in a firewall")
        else:
            said = self.tr("has to be open in a firewall")
        self._port_said.setText(said.format(port=listens_at))

    def show_problem(self, error: AppError) -> None:
        """Why another port could not be used; the one before is shown again."""
        self.show_port(self._listens_at, asked=self._port_asked)
        self._tell(error)

    def _tell(self, wrong: AppError) -> None:
        self._say(
            lambda: self._problem.show_error(
                wrong, *([self.tr("The port stays as it was.")] if isinstance(wrong, PortInUse) else ())
            )
        )

    def _say(self, say: Callable[[], None]) -> None:
        self._said = say
        say()
        self.fit()
        self.bring_into_sight(self._problem)

    def _tell_no_more(self) -> None:
        self._said = None
        self._problem.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            return  # it ends a line, which the line itself has heard
        super().keyPressEvent(event)

    # --- what is on it ---

    def _lay_out(self) -> None:
        self.add_title(self.tr("Settings"))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.XL - _RING)
        form.setVerticalSpacing(theme.M)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: Sequence[tuple[str, QWidget, QHBoxLayout | None]] = (
            (self.tr("&Name of this computer"), self._name, None),
            (self.tr("&Save in"), self._change_folder, _beside(self._folder, self._change_folder)),
            (self.tr("Names that are there &already"), self._existing, None),
            (self.tr("&Who can see this computer"), self._visibility, None),
            (
                self.tr("Remember &devices for"),
                self._days,
                _beside(self._days, Words(self.tr("days after their last use"), "muted", wrap=False)),
            ),
            (
                self.tr("&Port"),
                self._port,
                _beside(self._port, self._port_said),
            ),
            (self.tr("&Careful comparison"), self._careful, None),
            (self.tr("No&tifications"), self._notifications, None),
            (self.tr("Appea&rance"), self._appearance, None),
            (self.tr("Lan&guage"), self._language, None),
        )
        if self._autostart is not None:
            rows = (*rows, (self.tr("Start at &login"), self._autostart, None))
        for caption, control, field in rows:
            row = _beside(control) if field is None else field
            if not isinstance(control, QCheckBox):
                row.insertSpacing(0, _RING)  # unlike a margin it changes sides with the rest
            label = Words(caption, "muted", wrap=False)
            label.setBuddy(control)
            control.ensurePolished()
            label.setMinimumHeight(control.sizeHint().height())
            form.addRow(label, row)
            if not control.accessibleName():
                control.setAccessibleName(caption.replace("&", ""))
            if isinstance(control, QComboBox):
                control.view().setAccessibleName(control.accessibleName())
        self.page.addLayout(form)
        if self.page.totalMinimumSize().width() > room.on_screen(self).width():
            self._be_narrow(form)
        self.page.addWidget(self._problem)
        close = button("settings-close", self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_buttons(close)
        self._name.setFocus()

    def _be_narrow(self, form: QFormLayout) -> None:
        """Captions stand above what they are about, and nothing is longer than a line of the screen."""
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(theme.S)
        for choice in self.findChildren(QComboBox):
            choice.setMinimumWidth(theme.letter(choice.fontMetrics()) * _SHORT)
        for check in self.findChildren(QCheckBox):
            plain.break_lines(check, self.line)

    def _choice(self, name: str, *choices: tuple[Enum, str]) -> QComboBox:
        box = ChoiceBox(name)
        for value, text in choices:
            box.addItem(text, value)
        return box

    # --- what it leads to ---

    def _connect(self) -> None:
        self._existing.activated.connect(lambda: self._change({"existing": _chosen(self._existing, Existing)}))
        self._visibility.activated.connect(lambda: self._change({"visibility": _chosen(self._visibility, Visibility)}))
        self._appearance.activated.connect(lambda: self._change({"appearance": _chosen(self._appearance, Appearance)}))
        self._language.activated.connect(lambda: self._change({"language": _chosen(self._language, Language)}))
        self._notifications.clicked.connect(lambda on: self._change({"notifications": on}))
        self._careful.clicked.connect(lambda on: self._change({"careful": on}))
        if self._autostart is not None:
            self._autostart.failed.connect(self._tell)
            self._autostart.clicked.connect(self._tell_no_more)

    def set_folder(self, folder: Path) -> None:
        self._change({"save_folder": folder})

    def _save_name(self) -> None:
        name = device_name.clean(self._name.text())
        self._name.setModified(False)
        self._name.setText(name or self._settings.name)
        if name and name != self._settings.name:
            self._change({"name": name})

    def _save_days(self) -> None:
        self._days.setModified(False)
        if int(self._days.text()) != self._settings.remember_days:
            self._change({"remember_days": int(self._days.text())})

    def _save_port(self) -> None:
        self._port.setModified(False)
        if not self._port.isReadOnly() and int(self._port.text()) != self._settings.port:
            self._change({"port": int(self._port.text())})

    def _refuse_days(self) -> None:
        self._days.setModified(False)
        self.show_settings(self._settings)
        self._say(
            lambda: self._problem.show_words(
                self.tr("Devices can be remembered for {least} to {most} days.").format(
                    least=QLocale().toString(1), most=QLocale().toString(limits.REMEMBERED_DAYS_MAX)
                )
            )
        )

    def _refuse_port(self) -> None:
        self._port.setModified(False)
        self.show_port(self._listens_at, asked=self._port_asked)
        self._say(
            lambda: self._problem.show_words(
                self.tr("A port is a number from {least} to {most}.").format(
                    least=limits.PORT_MIN, most=limits.PORT_MAX
                )
            )
        )

    def _change(self, changes: Changes) -> None:
        self._tell_no_more()
        self.changed.emit(changes)


def _chosen(box: QComboBox, kind: type[E]) -> E:
    value = box.currentData()
    assert isinstance(value, kind)
    return value


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.S)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, Words) else 0)
    return row
