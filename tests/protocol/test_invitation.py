"""The text of an invitation: whole or refused, whatever a chat or a stranger makes of it."""

from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import BadInvitation
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import PREFIX, Invitation, is_invitation

SEED = bytes(range(32))
ADDRESSES = ("192.0.2.7", "2001:db8::7")
TEXT = "tallystick-invitation:AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fuW8CBMAAAgcGIAENuAAAAAAAAAAAAAAAB-W-VcE"


def invitation(*addresses: str, port: int = 47471, seed: bytes = SEED) -> Invitation:
    return Invitation(bytearray(seed), addresses or ADDRESSES, port)


def test_the_text_is_what_the_specification_says() -> None:
    assert invitation().text() == TEXT
    assert Invitation.parse(TEXT) == invitation()
    assert invitation().secret()[:16].hex() == "43e65d44650eab2e5f0114a2cf9007ff"


@pytest.mark.parametrize("text", [f"  {TEXT}\n", f"{TEXT[:30]}\r\n  {TEXT[30:60]}\u00a0{TEXT[60:]}"])
def test_white_space_does_not_matter(text: str) -> None:
    assert Invitation.parse(text) == invitation()
    assert is_invitation(text)


def test_two_invitations_have_nothing_in_common() -> None:
    one, other = invitation(seed=token_bytes(32)), invitation(seed=token_bytes(32))
    assert one.identity != other.identity
    assert one.secret() != other.secret()
    assert len(one.secret()) == 64
    assert one.seed.hex() not in one.identity


def test_it_is_wiped() -> None:
    given_up = invitation()
    given_up.wipe()
    assert given_up.seed == bytearray(32)


def test_the_longest_is_short_enough() -> None:
    longest = invitation(*(f"2001:db8:ffff:ffff:ffff:ffff:ffff:{number:x}" for number in range(8)), port=65535)
    assert len(longest.text()) <= limits.INVITATION_TEXT_MAX
    assert Invitation.parse(longest.text()) == longest


@pytest.mark.parametrize("at", range(len(TEXT)))
def test_what_was_changed_or_cut_anywhere_is_none(at: int) -> None:
    changed = "B" if TEXT[at] == "A" else "A"
    for text in (TEXT[:at], TEXT[:at] + changed + TEXT[at + 1 :], TEXT[:at] + TEXT[at + 1 :]):
        with pytest.raises(BadInvitation):
            Invitation.parse(text)


@pytest.mark.parametrize("text", [TEXT + "=", TEXT.replace("-W-", "+W+"), TEXT.replace("-W-", "-W+")])
def test_one_that_is_written_otherwise_is_none(text: str) -> None:
    with pytest.raises(BadInvitation):
        Invitation.parse(text)


@pytest.mark.parametrize(
    "wrong",
    [
        invitation(port=0),
        invitation("0.0.0.0"),
        invitation("224.0.0.251"),
        invitation("::"),
        invitation("ff02::fb"),
        invitation(*(f"192.0.2.{number}" for number in range(9))),
        Invitation(bytearray(SEED), (), 47471),
        Invitation(bytearray(31), ADDRESSES, 47471),
        Invitation(bytearray(33), ADDRESSES, 47471),
    ],
)
def test_what_leads_nowhere_or_to_everybody_is_none(wrong: Invitation) -> None:
    with pytest.raises(BadInvitation):
        Invitation.parse(wrong.text())


@pytest.mark.parametrize("text", ["", PREFIX, PREFIX + "=", PREFIX + "%%%%", PREFIX + "A" * 100_000, TEXT + "AAAA"])
def test_other_texts_are_none(text: str) -> None:
    with pytest.raises(BadInvitation):
        Invitation.parse(text)


@given(st.text() | st.text("ABCabc019-_", max_size=150).map(PREFIX.__add__))
def test_any_text_is_an_invitation_or_is_refused(text: str) -> None:
    try:
        Invitation.parse(text)
    except BadInvitation:
        pass
    else:
        pytest.fail("made up")
