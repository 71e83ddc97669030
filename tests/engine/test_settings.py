"""What a person chooses is kept and told; what was kept and cannot be used is told, too."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from desktop_app.discovery import presence
from desktop_app.discovery.interfaces import Interface
from desktop_app.discovery.mdns import Mdns
from desktop_app.engine import Engine, sleepless
from desktop_app.engine.house import A_WHILE
from desktop_app.errors import DiscoveryBlocked, NoNetwork, PortInUse, ProfileUnusable, SettingsReset
from desktop_app.events import Event, Listening, SettingsChanged, Trouble, TroubleOver
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


def test_what_the_disk_does_not_keep_holds_for_this_run_and_is_told(
    start_node: StartNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who wants to be seen by nobody is not seen, and who wants to be called can be, whatever the disk says."""
    node = start_node("Ada", visibility=Visibility.NOBODY)
    house = node.engine._house

    def full(*_: object) -> None:
        raise ProfileUnusable(path="settings.json", reason="full")

    monkeypatch.setattr(settings, "save", full)
    for chosen in (Visibility.EVERYONE, Visibility.NOBODY):
        node.engine.change_settings(visibility=chosen, name="Grace")
        node.wait_for(SettingsChanged)
        node.wait_for(Trouble, lambda event: isinstance(event.error, ProfileUnusable))
        assert (node.engine.settings.visibility, node.engine.settings.name) == (chosen, "Grace")
        is_open = chosen is Visibility.EVERYONE
        assert (house.own().running, house.own_instance() != "") == (is_open, is_open)


def test_a_change_for_which_there_was_no_thread_comes_a_moment_later(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(node.engine._house._errands, "run", lambda *_: False)
        node.engine.change_settings(name="Grace")
        assert node.engine.settings.name != "Grace"
        node.engine.change_settings(appearance=Appearance.DARK)
    node.wait_for(SettingsChanged)
    node.wait_for(SettingsChanged)
    assert (node.engine.settings.name, node.engine.settings.appearance) == ("Grace", Appearance.DARK)
    assert settings.load(node.engine.profile) == (node.engine.settings, None)


def test_the_last_of_several_changes_holds_whichever_thread_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[Callable[[], None]] = []
    engine = Engine(Profile(tmp_path / "profile"), lambda _: None)
    monkeypatch.setattr(engine._house._errands, "run", lambda _name, do: threads.append(do))
    for days in (1, 2, 3):
        engine.change_settings(remember_days=days)
    for thread in reversed(threads):
        thread()
    assert engine.settings.remember_days == 3


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

        def of_it() -> list[Event]:
            return [each for each in told if isinstance(each, Listening | SettingsChanged)]

        wait_until(lambda: of_it()[-2:] == [Listening(wanted, wanted), SettingsChanged()], lambda: str(of_it()))
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


def test_what_was_wrong_with_the_network_is_told_to_be_over(node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    def blocked(*_: object) -> Mdns:
        raise DiscoveryBlocked(reason="permission denied")

    none = node.wait_for(Trouble).error
    assert isinstance(none, NoNetwork)
    monkeypatch.setattr(presence, "Mdns", blocked)
    monkeypatch.setattr(presence, "usable", lambda: (Interface("net0", 7, (IPv4Interface("192.0.2.1/24"),)),))
    assert node.wait_for(TroubleOver).error is none
    assert isinstance(node.wait_for(Trouble).error, DiscoveryBlocked)


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


def test_a_computer_that_slept_for_longer_is_closed_when_it_wakes(
    start_node: StartNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be on another network by then, and its window has told until when."""
    node = start_node("Ada", visibility=Visibility.NOBODY)
    node.engine.open_for_a_while()
    node.wait_for(SettingsChanged)
    woken = sleepless.now() + A_WHILE
    monkeypatch.setattr(sleepless, "now", lambda: woken)  # while the other clock stood still
    node.wait_for(SettingsChanged)
    assert (node.engine._house.visibility, node.engine.open_until) == (Visibility.NOBODY, None)


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
