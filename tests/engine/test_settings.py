"""What a person chooses is kept and told; what was kept and cannot be used is told, too."""

from pathlib import Path

from desktop_app.engine import Engine
from desktop_app.errors import SettingsReset
from desktop_app.events import Event, SettingsChanged, Trouble
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Appearance, Visibility
from tests.support.node import Node


def test_a_change_is_kept_before_it_is_told(node: Node) -> None:
    node.engine.change_settings(appearance=Appearance.DARK, notifications=False)
    node.wait_for(SettingsChanged)
    assert settings.load(node.engine.profile) == (node.engine.settings, None)
    assert node.engine.settings.appearance is Appearance.DARK
    assert not node.engine.settings.notifications
    assert node.engine.settings.visibility is Visibility.EVERYONE


def test_what_was_kept_and_cannot_be_used_is_set_aside_and_told(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    profile.settings.write_bytes(b'{"version": 1, "name": ')
    told: list[Event] = []
    engine = Engine(profile, told.append, port=0)
    engine.start()
    engine.shutdown()
    (error,) = (event.error for event in told if isinstance(event, Trouble) and isinstance(event.error, SettingsReset))
    (kept,) = profile.root.glob("settings.json.corrupt-*")
    assert str(kept) in error.next_step
