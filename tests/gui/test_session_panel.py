"""The session, visible: what is true of it now, and that its keys are gone afterwards."""

import time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QWidget

from desktop_app.events import Method, SessionId
from desktop_app.gui import dates, language, room
from desktop_app.gui.plain import TwoLines, isolated
from desktop_app.storage.settings import Language
from tests.gui.conftest import Stage
from tests.support.fake_engine import AFTERNOON, WEEKS_AGO

SESSION = SessionId(1)
LABEL, FIELD = QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: AFTERNOON + 900)


def shown(stage: Stage) -> dict[str, str]:
    """The rows of the form, those that are hidden left out."""
    panel = stage.find(QWidget, "session-panel")
    form = panel.findChild(QFormLayout)
    assert form is not None
    found: dict[str, str] = {}
    for row in range(form.rowCount()):
        caption, value = (form.itemAt(row, role) for role in (LABEL, FIELD))
        assert caption is not None
        assert value is not None
        label, field = caption.widget(), value.widget()
        assert isinstance(label, QLabel)
        assert isinstance(field, TwoLines)
        if field.isVisible():
            found[label.text()] = field.whole
    return found


def test_what_a_session_is(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen")
    stage.window._side.show_session(SESSION)
    assert shown(stage) == {
        "Connected since": "14:01 · 15 min",
        "Address": isolated("192.168.1.23:47471"),
        "Verified": "Code compared at 14:02",
        "Key agreement": "X25519 + ML-KEM-768",
        "Cipher": "AES-256-GCM",
        "Keys": "Epoch 4, renewed 3 times, last at 14:08",
        "Encrypted here": "3.2 GB",
        "Decrypted here": "41 kB",
        "Received files": "Kept in their folder by Landlock as well",
    }


def test_a_system_that_keeps_no_received_file_in_its_folder_is_told(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen", confined_by="")
    stage.window._side.show_session(SESSION)
    assert shown(stage)["Received files"] == "Kept in their folder by Tallystick alone"


def test_another_name_than_the_remembered_one_is_told(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(
        SESSION, "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen, calls_itself="Mallory"
    )
    stage.window._side.show_session(SESSION)
    rows = shown(stage)
    assert rows["Calls itself"] == isolated("Mallory")
    assert rows["Verified"] == f"Remembered, code compared {dates.day(WEEKS_AGO)}"


@pytest.mark.parametrize(
    ("renewals", "renewed_at", "said"),
    [(0, None, "Epoch 1, not renewed yet"), (1, AFTERNOON + 60, "Epoch 2, renewed once at 14:03")],
)
def test_how_often_its_keys_were_renewed(stage: Stage, renewals: int, renewed_at: float | None, said: str) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen", epoch=1 + renewals, renewals=renewals, renewed_at=renewed_at)
    stage.window._side.show_session(SESSION)
    assert shown(stage)["Keys"] == said


def test_after_the_end_its_age_stands_still_and_its_keys_are_gone(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen")
    stage.window._side.show_session(SESSION)
    stage.engine.lose_session(SESSION, "Kitchen PC")
    monkeypatch.setattr(time, "time", lambda: AFTERNOON + 9000)
    stage.window._side.sessions_changed()
    rows = shown(stage)
    assert rows["Connected since"] == "14:01 · 15 min"
    assert rows["Keys destroyed"] == "14:17"
    assert stage.find(QLabel, "session-state").text() == "Session over. Its keys no longer exist."


@pytest.mark.parametrize("spoken", [each for each in Language if each is not Language.SYSTEM])
def test_there_is_room_for_all_that_is_said_in_every_language(
    stage: Stage, qapp: QApplication, spoken: Language
) -> None:
    language.speak(qapp, spoken)
    qapp.processEvents()
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen", method=Method.CONTINUATION)
    stage.window._side.show_session(SESSION)
    values = [each for each in stage.find(QWidget, "session-panel").findChildren(TwoLines) if each.isVisible()]
    assert len(values) > len(shown(stage))  # its title, too
    assert [each.text() for each in values] == [each.whole for each in values]


def test_on_a_narrow_screen_what_is_said_takes_two_lines(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """800 pixels at 200 %."""
    monkeypatch.setattr(room, "on_screen", lambda _window: QSize(400, 560))
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen", method=Method.CONTINUATION)
    stage.window._side.show_session(SESSION)
    said = shown(stage)["Verified"]
    [value] = [each for each in stage.find(QWidget, "session-panel").findChildren(TwoLines) if each.whole == said]
    assert value.text() == value.whole
    assert value.height() >= value.heightForWidth(value.width()) > value.fontMetrics().lineSpacing() * 1.5
