"""Settings: kept whole or not at all, and never a reason not to start."""

import errno
import os
import socket
from pathlib import Path

import msgspec
import pytest

from desktop_app.errors import ProfileUnusable, SettingsReset
from desktop_app.protocol import limits
from desktop_app.storage import private_file
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Appearance, Settings, Visibility, load, save


def hidden() -> Settings:
    return Settings(visibility=Visibility.NOBODY)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def test_defaults(profile: Profile) -> None:
    settings, error = load(profile)
    assert error is None
    assert settings.port == limits.DEFAULT_PORT
    assert settings.visibility is Visibility.EVERYONE
    assert settings.name
    assert Path(settings.save_folder).is_absolute()
    assert not list(profile.root.iterdir())


def test_round_trip(profile: Profile) -> None:
    settings = Settings(name="Ada's laptop", port=5000, save_folder="/tmp/x", visibility=Visibility.NOBODY)
    save(profile, settings)
    assert load(profile) == (settings, None)
    assert os.name != "posix" or profile.settings.stat().st_mode & 0o777 == 0o600
    save(profile, Settings(name="Other"))
    assert load(profile)[0].name == "Other"
    assert list(profile.root.iterdir()) == [profile.settings]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("adas-laptop.local", "adas laptop"),
        ("Adas-MacBook-Pro", "Adas MacBook Pro"),
        ("kitchen_pc", "kitchen pc"),
        ("\u202eevil", "evil"),
    ],
)
def test_the_computers_own_name(host: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: host)
    assert Settings().name == expected


@pytest.mark.parametrize("host", ["", "localhost", "localhost.localdomain", "---"])
def test_a_computer_without_a_name(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: host)
    assert Settings().name in {"Linux computer", "Mac", "Windows computer"}


GOOD = b'{"version": 1, "name": "x", "port": 5000, "save_folder": "/tmp", "visibility": "nobody"}'


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"{",
        b"\0" * 100,
        b"[1]",
        b'"x"',
        b"{}{}",
        b"[" * 10_000,
        GOOD.replace(b"1,", b"2,"),
        GOOD.replace(b'"port"', b'"appearance": "sepia", "port"'),
        GOOD.replace(b'"port"', b'"notifications": 1, "port"'),
        GOOD.replace(b"5000", b"80"),
        GOOD.replace(b"5000", b"65536"),
        GOOD.replace(b"5000", b'"5000"'),
        GOOD.replace(b'"x"', b'""'),
        GOOD.replace(b'"x"', b'"\xe2\x80\xae"'),
        GOOD.replace(b'"x"', b'"' + b"x" * 1000 + b'"'),
        GOOD.replace(b"/tmp", b"../x"),
        GOOD.replace(b"nobody", b"all"),
        GOOD + b" " * 100_000,
        GOOD.replace(b'"port"', b'"unknown": ' + b"[" * 20_000 + b"]" * 20_000 + b', "port"'),
    ],
)
def test_case_093_what_cannot_be_used_is_moved_aside_and_told(profile: Profile, stored: bytes) -> None:
    profile.settings.write_bytes(stored)
    settings, error = load(profile)
    wanted = Settings() if b"nobody" not in stored or len(stored) > 64 * limits.KIB else hidden()
    assert settings == wanted
    assert isinstance(error, SettingsReset)
    assert error.next_step
    [kept] = set(profile.root.iterdir()) - {profile.settings}
    assert kept.name.startswith("settings.json.corrupt-")
    assert str(kept) in error.next_step
    assert kept.read_bytes() == stored
    assert load(profile) == (wanted, None), "who chose to be seen by nobody stays so at the next start, too"


@pytest.mark.parametrize(
    ("stored", "visibility", "careful"),
    [
        (b'{"visibility": "remembered", "careful": true, "port": 1}', Visibility.REMEMBERED, True),
        (b'{"visibility" :\n "nobody", "careful": fal', Visibility.NOBODY, False),
        (b'{"version": 99, "careful": true, "visibility": "friends"}', Visibility.EVERYONE, True),
        (b'{"name": "visibility", "visibility": 7, "careful": 1}', Visibility.EVERYONE, False),
    ],
)
def test_what_protected_the_person_is_kept_as_far_as_it_can_be_read(
    profile: Profile, stored: bytes, visibility: Visibility, careful: bool
) -> None:
    profile.settings.write_bytes(stored)
    settings, error = load(profile)
    assert isinstance(error, SettingsReset)
    assert settings == Settings(visibility=visibility, careful=careful)


def test_the_good_one_is_good(profile: Profile) -> None:
    profile.settings.write_bytes(GOOD)
    assert load(profile)[0].port == 5000


def test_case_093_fields_of_another_version_survive_a_change(profile: Profile) -> None:
    other = b'"from the future": {"a": [1, 2.50]}, "font": "Serif"'
    profile.settings.write_bytes(GOOD.replace(b'"port"', other + b', "port"'))
    settings, error = load(profile)
    assert error is None
    save(profile, settings.changed({"name": "y", "appearance": Appearance.DARK}))
    kept = msgspec.json.decode(profile.settings.read_bytes())
    assert (kept["from the future"], kept["font"]) == ({"a": [1, 2.5]}, "Serif")
    assert (kept["name"], kept["appearance"]) == ("y", "dark")
    assert load(profile) == (settings.changed({"name": "y", "appearance": Appearance.DARK}), None)


def test_a_name_with_a_character_of_a_later_unicode_costs_no_setting(profile: Profile) -> None:
    """Who wanted to be seen by nobody would be seen by everyone."""
    profile.settings.write_bytes(GOOD.replace(b'"x"', '"Lea \U0003fffd"'.encode()))
    settings, error = load(profile)
    assert error is None
    assert (settings.name, settings.visibility) == ("Lea \U0003fffd", Visibility.NOBODY)


def test_settings_of_an_older_version_are_taken_with_defaults_for_the_rest(profile: Profile) -> None:
    profile.settings.write_bytes(b'{"version": 1, "name": "K\xc3\xbcche"}')
    settings, error = load(profile)
    assert (settings, error) == (Settings(name="K\u00fcche"), None)


def test_a_change_of_what_is_not_named_is_none(profile: Profile) -> None:
    before = Settings(name="Ada's laptop", notifications=False, appearance=Appearance.LIGHT)
    assert before.changed({}) == before
    assert before.changed({"name": None, "notifications": None, "save_folder": None}) == before
    assert before.changed({"name": "\u202e"}) == before, "it cannot be shown"
    assert before.changed({"notifications": True}).notifications


@pytest.mark.parametrize("there", [b"", b"[]", b'{"a": '])
def test_what_became_unreadable_meanwhile_is_replaced(profile: Profile, there: bytes) -> None:
    profile.settings.write_bytes(there)
    save(profile, Settings(name="y"))
    assert load(profile) == (Settings(name="y"), None)


def test_case_093_what_cannot_even_be_read(profile: Profile) -> None:
    profile.settings.mkdir()
    settings, error = load(profile)
    assert settings == Settings()
    assert isinstance(error, SettingsReset)


def _on_a_full_disk(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_where_nothing_can_be_put_in_its_place_it_is_found_again(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = GOOD[:-1]
    profile.settings.write_bytes(damaged)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _on_a_full_disk)
        settings, error = load(profile)
    assert settings == hidden()
    assert error is not None
    assert str(profile.settings) in error.next_step
    assert [each.read_bytes() for each in profile.root.iterdir()] == [damaged]
    assert load(profile)[0] == hidden()
    assert load(profile) == (hidden(), None)


def test_what_can_neither_be_used_nor_moved_aside_stays(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    profile.settings.write_bytes(GOOD[:-1])
    monkeypatch.setattr(private_file, "set_aside", lambda path: path)
    settings, error = load(profile)
    assert settings == hidden()
    assert isinstance(error, SettingsReset)
    assert profile.settings.read_bytes() == GOOD[:-1]


@pytest.mark.skipif(os.name != "posix", reason="names that are bytes")
def test_a_home_whose_name_is_no_text_keeps_no_other_setting_from_being_kept(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(os.fsdecode(b"/home/jos\xe9"))
    monkeypatch.setattr("platformdirs.user_downloads_path", lambda: home)
    save(profile, load(profile)[0].changed({"visibility": Visibility.NOBODY}))
    kept, error = load(profile)
    assert error is None
    assert (kept.visibility, kept.save_folder) == (Visibility.NOBODY, str(home))


def test_a_failed_save_leaves_the_old_settings(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    save(profile, Settings(name="old"))

    def fail(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        with pytest.raises(ProfileUnusable) as caught:
            save(profile, Settings(name="new"))
    assert "disk reported an error" in str(caught.value)
    assert load(profile)[0].name == "old"
    assert list(profile.root.iterdir()) == [profile.settings]


def test_one_file_that_a_person_can_read(profile: Profile) -> None:
    save(profile, Settings(name="K\u00fcche"))
    text = profile.settings.read_text(encoding="utf-8")
    assert '"name": "K\u00fcche"' in text
    assert msgspec.json.decode(text)["version"] == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_in_the_place_of_the_file_holds_up_nobody(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    os.mkfifo(profile.settings)
    settings, trouble = load(profile)
    assert settings == Settings()
    assert isinstance(trouble, SettingsReset)
