"""Every error has words, and whatever is filled into them stays literal."""

import string
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import errors
from desktop_app.discovery.checks import findings
from desktop_app.gui import error_text, language
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Language
from tests.gui.conftest import HOSTILE
from tests.gui.test_earlier import plain_text


def leaves(kind: type[errors.AppError]) -> list[type[errors.AppError]]:
    below = kind.__subclasses__()
    return [kind] if not below else [leaf for one in below for leaf in leaves(one)]


def fields(kind: type[errors.AppError]) -> set[str]:
    parsed = string.Formatter().parse(kind.sentence + kind.advice)
    return {name for _, name, _, _ in parsed if name}


@pytest.mark.parametrize("kind", leaves(errors.AppError), ids=lambda kind: kind.__name__)
def test_every_leaf_has_a_sentence(kind: type[errors.AppError]) -> None:
    assert kind.sentence != errors.AppError.sentence
    said = error_text.sentence(kind(**dict.fromkeys(fields(kind), "x")))
    assert said
    assert said[0].isupper() or not said[0].isalpha()
    assert said.endswith((".", "!", "?"))
    assert "{" not in error_text.whole(kind())


@pytest.mark.parametrize("kind", leaves(errors.AppError), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_is_filled_in_is_literal_and_isolated(kind: type[errors.AppError], hostile: str) -> None:
    said = error_text.whole(kind(**dict.fromkeys(fields(kind), hostile)))
    assert not {"\n", "\x00", "\x1b", "\u202e", "\u2066"} & set(said)
    assert said.count("\u2068") == said.count("\u2069")
    if fields(kind):
        assert "\u2068" in said


def test_the_english_words_are_the_errors_own() -> None:
    error = errors.PeerUnreachable(peer="Kitchen PC")
    assert plain_text(error_text.whole(error)) == f"{error} {error.next_step}"


def test_amounts_are_readable() -> None:
    error = errors.NotEnoughSpace(needed=errors.Size(3_200_000_000), free=errors.Size(1_100_000))
    assert error_text.sentence(error) == "There is not enough space: 3.2 GB needed, 1.1 MB free."


def test_chinese_has_no_space_between_sentences(qapp: QApplication) -> None:
    error = errors.PortInUse(port=47471)
    english = error_text.whole(error)
    assert english == f"{error_text.sentence(error)} {error_text.next_step(error)}"
    language.speak(qapp, Language.CHINESE)
    said = error_text.whole(error)
    assert said == error_text.sentence(error) + error_text.next_step(error)
    assert "。 " not in said


def test_without_a_name_it_is_the_other_computer() -> None:
    assert error_text.sentence(errors.PeerUnreachable()) == "The other computer could not be reached."


@pytest.mark.parametrize(
    ("spoken", "wrong", "said"),
    [
        (Language.ENGLISH, "missing", "5 GB more needed, 1 GB free."),
        (Language.GERMAN, "fehlen", "5 GB werden noch gebraucht, 1 GB sind frei."),
        (Language.FRENCH, "manque", "il faut encore 5 GB, 1 GB sont libres."),
        (Language.SPANISH, "faltan", "aún se necesitan 5 GB, hay 1 GB libres."),
    ],
)
def test_a_full_disk_is_told_what_is_to_come_and_not_how_much_too_little_there_is(
    qapp: QApplication, spoken: Language, wrong: str, said: str
) -> None:
    language.speak(qapp, spoken)
    sentence = plain_text(error_text.sentence(errors.DiskFull(needed="5 GB", free="1 GB")))
    assert sentence.endswith(said)
    assert wrong not in sentence


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (Language.GERMAN, "„Küche“ (192.0.2.7:47471) antwortet nicht"),
        (Language.FRENCH, "« Küche » (192.0.2.7:47471)"),
        (Language.CHINESE, "“Küche”\uff08192.0.2.7:47471\uff09"),
    ],
)
def test_a_device_is_quoted_as_each_language_does(qapp: QApplication, spoken: Language, said: str) -> None:
    finding = findings.Silent("x", device=errors.Called("Küche", "192.0.2.7:47471"))
    language.speak(qapp, spoken)
    try:
        assert said in plain_text(error_text.sentence(finding)).replace("\xa0", " ")
    finally:
        language.speak(qapp, Language.ENGLISH)
    assert plain_text(error_text.sentence(finding)) == str(finding)


@pytest.mark.parametrize("content", [None, b" " * 2**20], ids=["a folder", "too big"])
def test_why_settings_cannot_be_read_is_said_in_every_language(
    qapp: QApplication, tmp_path: Path, content: bytes | None
) -> None:
    profile = Profile(tmp_path / "profile")
    if content is None:
        profile.settings.mkdir()
    else:
        profile.settings.write_bytes(content)
    _, trouble = settings.load(profile)
    assert trouble is not None
    reason = str(trouble.fields["reason"])
    for spoken in (Language.GERMAN, Language.FRENCH, Language.SPANISH, Language.ARABIC, Language.CHINESE):
        language.speak(qapp, spoken)
        said = error_text.sentence(trouble)
        language.speak(qapp, Language.ENGLISH)
        assert reason not in said
