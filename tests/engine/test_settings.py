"""What a person chooses is kept and told; what was kept and cannot be used is told, too."""

import socket
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import PortInUse, ProfileUnusable, SettingsReset
from desktop_app.events import Event, Listening, SettingsChanged, Trouble
from desktop_app.storage import private_file, settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Appearance, Visibility
from tests.support.node import PATIENCE, Node, StartNode, wait_until


def free_port() -> int:
    with socket.create_server(("", 0)) as server:
        port = server.getsockname()[1]
        assert isinstance(port, int)
        return port


def test_a_change_is_kept_before_it_is_told(node: Node) -> None:
    node.engine.change_settings(appearance=Appearance.DARK, notifications=False)
    node.wait_for(SettingsChanged)
    assert settings.load(node.engine.profile) == (node.engine.settings, None)
    assert node.engine.settings.appearance is Appearance.DARK
    assert not node.engine.settings.notifications
    assert node.engine.settings.visibility is Visibility.EVERYONE


def test_another_port_holds_at_once_and_sessions_stay(tmp_path: Path) -> None:
    told: list[Event] = []
    engine = Engine(Profile(tmp_path / "profile"), told.append)
    engine.change_settings(port=free_port())
    wait_until(lambda: SettingsChanged() in told)
    engine.start()
    try:
        before = engine.port
        wanted = free_port()
        engine.change_settings(port=wanted)
        wait_until(lambda: engine.port == wanted)
        of_it = [each for each in told if isinstance(each, Listening | SettingsChanged)]
        assert of_it[-2:] == [Listening(wanted, wanted), SettingsChanged()]
        with socket.create_connection(("127.0.0.1", wanted), PATIENCE):
            pass
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.1", before), PATIENCE)
        with socket.create_server(("", 0)) as taken:
            engine.change_settings(port=taken.getsockname()[1])
            wait_until(lambda: any(isinstance(event, Trouble) for event in told))
            assert isinstance(told[-1], Trouble)
            assert isinstance(told[-1].error, PortInUse)
            assert (engine.port, engine.settings.port) == (wanted, wanted)
    finally:
        engine.shutdown()


def test_which_port_holds_and_whether_it_was_asked_for(tmp_path: Path) -> None:
    """What is set while another one was asked for is for later runs."""
    asked = free_port()
    for port in (asked, None):
        told: list[Event] = []
        engine = Engine(Profile(tmp_path / "profile"), told.append, port=port)
        engine.start()
        try:
            if port is not None:
                later = free_port()
                engine.change_settings(port=later)
                wait_until(lambda told=told: SettingsChanged() in told)  # type: ignore[misc]
            assert (engine.port, engine.port_asked) == ((asked, True) if port is not None else (later, False))
        finally:
            engine.shutdown()


def test_a_port_for_later_is_used_when_somebody_may_call_again(tmp_path: Path) -> None:
    told: list[Event] = []
    engine = Engine(Profile(tmp_path / "profile"), told.append)
    engine.change_settings(visibility=Visibility.NOBODY, port=free_port())
    wait_until(lambda: SettingsChanged() in told)
    engine.start()
    try:
        wanted = free_port()
        engine.change_settings(port=wanted)
        wait_until(lambda: engine.settings.port == wanted)
        engine.change_settings(visibility=Visibility.EVERYONE)
        wait_until(lambda: engine.port == wanted)
    finally:
        engine.shutdown()


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


def test_what_the_other_side_hears_is_a_name_that_this_one_knows(start_node: StartNode) -> None:
    """Both receipts call this computer the same; the settings may be of a Python with a later Unicode."""
    assert start_node("Lea \U0003fffd").engine._house.own_name() == "Lea"
    assert start_node("\U0003fffd").engine._house.own_name() == settings.default_name()


def test_a_computer_opens_for_ten_minutes_and_closes_by_itself(start_node: StartNode) -> None:
    node = start_node("Ada", visibility=Visibility.NOBODY)
    house = node.engine._house
    node.engine.open_for_a_while()
    node.wait_for(SettingsChanged)
    assert (house.visibility, house.may_compare()) == (Visibility.EVERYONE, True)
    assert isinstance(node.engine.open_until, float)
    assert node.engine.settings.visibility is Visibility.NOBODY, "nothing of it is kept"
    socket.create_connection(("127.0.0.1", node.engine.port), 5).close()

    end = house._open_until
    assert end is not None
    house.tick(end - 0.001)
    assert house.visibility is Visibility.EVERYONE
    house.tick(end)
    node.wait_for(SettingsChanged)
    wait_until(lambda: node.engine.open_until is None)
    assert not house.may_compare()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", node.engine.port), 5)


def test_what_a_person_chooses_meanwhile_holds(start_node: StartNode) -> None:
    node = start_node("Ada", visibility=Visibility.REMEMBERED)
    node.engine.open_for_a_while()
    node.wait_for(SettingsChanged)
    node.engine.change_settings(name="Grace")
    node.wait_for(SettingsChanged)
    assert node.engine._house.visibility is Visibility.EVERYONE
    node.engine.change_settings(visibility=Visibility.NOBODY)
    node.wait_for(SettingsChanged)
    assert (node.engine._house.visibility, node.engine.open_until) == (Visibility.NOBODY, None)


def test_what_the_disk_does_not_take_holds_for_this_run(start_node: StartNode, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wants to be seen by nobody is not left in sight by a disk that is full or read-only."""
    node = start_node("Ada")

    def full(_profile: Profile, _path: Path, _content: bytes) -> None:
        raise ProfileUnusable(path="settings.json", reason="the disk is full")

    monkeypatch.setattr(private_file, "replace", full)
    node.engine.change_settings(visibility=Visibility.NOBODY)
    node.wait_for(Trouble, lambda event: isinstance(event.error, ProfileUnusable))
    node.wait_for(SettingsChanged)
    assert node.engine.settings.visibility is Visibility.NOBODY
    assert not node.engine._house.own_instance()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", node.engine.port), PATIENCE)
