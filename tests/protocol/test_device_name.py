"""Names from strangers, made harmless for the eye."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.protocol.device_name import clean, is_clean

ACUTE, GRAVE_BELOW, JOINER = "\u0301", "\u0316", "\u200d"
NEUTRAL, BEFORE = "\u0488", "\U0001d16d"  # a mark that keeps others in their order, and one that belongs before most
anything = st.text(st.characters(codec=None), max_size=80)  # lone surrogates too
spiteful = st.text(
    st.sampled_from(
        [
            "e",
            "a",
            "\u1100",
            "\u1161",
            "\u11a8",
            " ",
            "\n",
            ACUTE,
            GRAVE_BELOW,
            "\u0327",
            JOINER,
            NEUTRAL,
            BEFORE,
            "\u202e",
            "😀",
        ]
    ),
    max_size=40,
)


@given(anything | spiteful)
@example("e" + JOINER + ACUTE)
@example("\u1100" + JOINER + "\u1161")
@example("e" + (ACUTE * 2 + JOINER) * 20)
@example("é" * 29 + "e" + ACUTE + "x")
@example("e" + ACUTE * 3 + NEUTRAL + BEFORE)
@example("e" + ACUTE * 3 + NEUTRAL + BEFORE + ACUTE * 2)
@settings(deadline=None, max_examples=300)
def test_a_clean_name_is_one_short_visible_line_and_stays_as_it_is(raw: str) -> None:
    name = clean(raw)
    assert clean(name) == name
    assert len(name.encode("utf-8")) <= 60
    assert name == unicodedata.normalize("NFC", name)
    assert name == " ".join(name.split())
    assert len(name.splitlines()) <= 1
    categories = [unicodedata.category(character) for character in name]
    assert not {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} & set(categories)
    assert "Mn Mn Mn" not in " ".join(categories)


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F), min_size=1, max_size=30))
def test_a_harmless_name_stays(raw: str) -> None:
    name = unicodedata.normalize("NFC", raw)
    assert clean(name) == name


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Kitchen PC", "Kitchen PC"),
        ("  Kitchen \t\r\n PC\u2028\u00a0 ", "Kitchen PC"),
        ("Küche", "Küche"),
        ("Ku\u0308che", "Küche"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("a\u2066b\u2069c\u200bd\ufeffe", "abcde"),
        ("\x1b[2JPC\x00\x07", "[2JPC"),
        ("\ud800PC\udfff", "PC"),
        ("\ue000PC\U000f0000", "PC"),
        ("e" + ACUTE * 500, "é" + ACUTE * 2),
        ("e" + (GRAVE_BELOW * 2 + JOINER) * 6, "e" + GRAVE_BELOW * 2),
        ("", ""),
        (" \n\u200b", ""),
        ("<b>PC</b> &amp; %s {0}", "<b>PC</b> &amp; %s {0}"),
    ],
)
def test_what_a_person_sees(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize(("letter", "kept"), [("a", 60), ("é", 30), ("€", 20), ("😀", 15)])
def test_a_long_name_is_cut_between_letters(letter: str, kept: int) -> None:
    assert clean(letter * 59) == letter * min(59, kept)
    assert clean(letter * 100) == letter * kept
    assert clean("x" + letter * 100) == "x" + letter * ((60 - 1) // len(letter.encode()))


def test_a_cut_does_not_leave_a_space_behind() -> None:
    assert clean("a" * 59 + " b") == "a" * 59


def test_a_name_of_any_length_is_quickly_done() -> None:
    assert clean("\u200b" * 1_000_000 + "PC") == ""
    assert clean("a" * 1_000_000) == "a" * 60


@pytest.mark.parametrize("blank", ["\u3164", "\u2800", "\uffa0", "\u115f", "\u034f", "\ufe0f", "\U000e0100"])
def test_what_draws_nothing_is_no_name(blank: str) -> None:
    assert clean(blank * 3) == ""
    assert clean(f"Kitchen{blank} PC") == "Kitchen PC"


UNASSIGNED = "\U0003fffd"  # for ever: a stand-in for what a later Unicode has


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("Lea", True),
        (f"Lea {UNASSIGNED}", True),
        (f"{UNASSIGNED} Lea{UNASSIGNED}s PC", True),
        (UNASSIGNED, True),
        ("", False),
        (" Lea", False),
        ("Lea  PC", False),
        (f"Lea\u202e {UNASSIGNED}", False),
        (f"Lea\n{UNASSIGNED}", False),
        (f"Lea \ud800{UNASSIGNED}", False),
        ("e" + ACUTE, False),
        ("x" * 57 + UNASSIGNED, False),
    ],
)
def test_what_a_later_unicode_may_have_left_clean_is_clean(name: str, stays: bool) -> None:
    assert is_clean(name) is stays


@given(anything | spiteful)
def test_what_was_cleaned_is_clean(raw: str) -> None:
    name = clean(raw)
    assert is_clean(name) is bool(name)
