"""Fresh keys inside a session, by hand: what is switched, what is gone afterwards, and when it is due."""

import pytest

from desktop_app.errors import LimitExceeded, RecordCorrupt
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Renewed
from desktop_app.protocol.role import Role
from tests.protocol.renewal_sides import (
    ACTIVE,
    DUE,
    START,
    Side,
    agreed,
    asked,
    opened,
    renew_wholly,
    verified_sides,
)
from tests.support.session_pair import INITIATOR, RESPONDER

ROLES = pytest.mark.parametrize("role", [INITIATOR, RESPONDER])


@pytest.fixture
def sides() -> dict[Role, Side]:
    return verified_sides()


def assert_talking(sides: dict[Role, Side]) -> None:
    assert opened(sides[RESPONDER].opener, sides[INITIATOR].seal(b"ping")) == b"ping"
    assert opened(sides[INITIATOR].opener, sides[RESPONDER].seal(b"pong")) == b"pong"


# --- the whole exchange -----------------------------------------------------------------------


def test_every_epoch_has_keys_of_its_own_that_meet(sides: dict[Role, Side]) -> None:
    assert_talking(sides)
    seen = {*sides[INITIATOR].keys}
    for number in (1, 2, 3):
        renew_wholly(sides, DUE + 1000 * number)
        root, sealing, opening = sides[INITIATOR].keys
        assert sides[RESPONDER].keys == (root, opening, sealing)
        assert not seen & {root, sealing, opening}
        seen |= {root, sealing, opening}
        assert [side.renewal.renewals for side in sides.values()] == [number, number]
        assert [stream.epoch for side in sides.values() for stream in (side.sealer, side.opener)] == [number + 1] * 4
        assert [side.sealer.bytes for side in sides.values()] == [0, 0]
        assert_talking(sides)


def test_both_directions_switch_by_themselves(sides: dict[Role, Side]) -> None:
    epoch = agreed(sides)
    assert_talking(sides)  # still under the old keys, both ways
    sides[RESPONDER].switch_sealer()
    sides[INITIATOR].switch_opener(epoch)
    assert_talking(sides)  # the responder's direction is new, the initiator's is old
    sides[INITIATOR].switch_sealer()
    sides[RESPONDER].switch_opener(epoch)
    assert_talking(sides)


def test_nothing_old_opens_under_the_new_key_and_nothing_new_under_the_old(sides: dict[Role, Side]) -> None:
    epoch = agreed(sides)
    old_frame = sides[RESPONDER].seal(b"film")
    sides[RESPONDER].switch_sealer()
    new_frame = sides[RESPONDER].seal(b"film")
    with pytest.raises(RecordCorrupt):
        opened(sides[INITIATOR].opener, new_frame)
    sides[INITIATOR].switch_opener(epoch)
    with pytest.raises(RecordCorrupt):
        opened(sides[INITIATOR].opener, old_frame)


def test_old_keys_and_roots_are_overwritten_at_each_step(sides: dict[Role, Side]) -> None:
    for role in (INITIATOR, RESPONDER):
        assert all(any(key) for key in sides[role].keys)
    roots = [side.renewal._root for side in sides.values()]
    old = {role: (side.sealer._key, side.opener._key) for role, side in sides.items()}
    epoch = agreed(sides)
    assert not any(any(root) for root in roots)
    assert sides[INITIATOR].renewal._asked is None
    for role in (RESPONDER, INITIATOR):
        assert any(old[role][0])
        sides[role].switch_sealer()
        assert not any(old[role][0])
        assert any(old[role][1])
    for role in (RESPONDER, INITIATOR):
        sides[role].switch_opener(epoch)
        assert not any(old[role][1])


def test_a_ciphertext_changed_on_the_way_agrees_on_nothing() -> None:
    """ML-KEM rejects silently: a forged ciphertext gives a secret that the other side does not have."""
    sides = verified_sides()
    renewed = sides[RESPONDER].on_renew(asked(sides))
    sides[INITIATOR].on_renewed(Renewed(renewed.epoch, renewed.e, renewed.ct[:-1] + bytes((renewed.ct[-1] ^ 1,))))
    sides[RESPONDER].switch_sealer()
    sides[INITIATOR].switch_opener(renewed.epoch)
    with pytest.raises(RecordCorrupt):
        opened(sides[INITIATOR].opener, sides[RESPONDER].seal(b"film"))


def test_every_renewal_has_fresh_public_keys(sides: dict[Role, Side]) -> None:
    renews, answers = [], []
    for number in range(3):
        now = DUE + 1000 * number
        renew = asked(sides, now)
        renewed = sides[RESPONDER].on_renew(renew, now)
        renews.append(renew)
        answers.append(renewed)
        sides[INITIATOR].on_renewed(renewed, now)
        for role in (RESPONDER, INITIATOR):
            sides[role].switch_sealer()
        for role in (RESPONDER, INITIATOR):
            sides[role].switch_opener(renew.epoch)
    assert [renew.epoch for renew in renews] == [answer.epoch for answer in answers] == [2, 3, 4]
    assert len({renew.e for renew in renews} | {answer.e for answer in answers}) == 6
    assert len({renew.ek for renew in renews}) == len({answer.ct for answer in answers}) == 3


def test_wiping_leaves_no_key_wherever_the_renewal_stands() -> None:
    for stage in (lambda _sides: None, asked, agreed, renew_wholly):
        sides = verified_sides()
        stage(sides)
        for side in sides.values():
            renewal = side.renewal
            keys = [key for key in (renewal._root, renewal._sealing_key, renewal._opening_key) if key is not None]
            renewal.wipe()
            renewal.wipe()
            assert not any(any(key) for key in keys)
            assert renewal._asked is None


# --- when one is due --------------------------------------------------------------------------


def test_only_the_initiator_starts(sides: dict[Role, Side]) -> None:
    for side in sides.values():
        side.move_data(ACTIVE)
        side.sealer.bytes = limits.RENEW_AFTER_BYTES
    assert sides[RESPONDER].due(DUE * 2) is None
    assert sides[INITIATOR].due(DUE) is not None


@ROLES
def test_an_idle_session_is_never_due_and_never_too_old(sides: dict[Role, Side], role: Role) -> None:
    sides[role].check(START + 1e9)
    assert sides[role].due(START + 1e9) is None


def test_it_is_due_two_minutes_after_the_first_data(sides: dict[Role, Side]) -> None:
    for later in (0.0, 50.0, 119.0):
        sides[INITIATOR].move_data(ACTIVE + later)
    assert sides[INITIATOR].due(DUE - 0.001) is None
    assert sides[INITIATOR].due(DUE) is not None


@pytest.mark.parametrize("direction", ["sealer", "opener"])
def test_it_is_due_at_so_many_bytes_in_either_direction(sides: dict[Role, Side], direction: str) -> None:
    sides[INITIATOR].move_data(ACTIVE)
    getattr(sides[INITIATOR], direction).bytes = limits.RENEW_AFTER_BYTES - 1
    assert sides[INITIATOR].due(ACTIVE) is None
    getattr(sides[INITIATOR], direction).bytes += 1
    assert sides[INITIATOR].due(ACTIVE) is not None


def test_it_is_asked_for_once(sides: dict[Role, Side]) -> None:
    renew = asked(sides)
    assert sides[INITIATOR].due(DUE + 1) is None
    sides[INITIATOR].on_renewed(sides[RESPONDER].on_renew(renew))
    assert sides[INITIATOR].due(DUE + 1) is None


def test_after_a_renewal_the_clock_starts_with_the_next_data(sides: dict[Role, Side]) -> None:
    renew_wholly(sides)
    assert sides[INITIATOR].due(DUE + 1e6) is None
    sides[INITIATOR].check(DUE + 1e6)
    sides[INITIATOR].move_data(DUE + 1e6)
    assert sides[INITIATOR].due(DUE + 1e6 + limits.RENEW_AFTER_SECONDS - 0.001) is None
    assert sides[INITIATOR].due(DUE + 1e6 + limits.RENEW_AFTER_SECONDS) is not None


@ROLES
def test_data_under_new_keys_counts_though_the_other_direction_is_not_there_yet(
    sides: dict[Role, Side], role: Role
) -> None:
    epoch = agreed(sides)
    sides[RESPONDER].switch_sealer()
    sides[INITIATOR].switch_opener(epoch)
    for side in sides.values():
        side.renewal.moved_data(DUE + 1, epoch)  # the last of a film that the responder sends
    sides[INITIATOR].switch_sealer()
    sides[RESPONDER].switch_opener(epoch)
    sides[role].check(DUE + 1 + limits.EPOCH_SECONDS)
    with pytest.raises(LimitExceeded):
        sides[role].check(DUE + 1 + limits.EPOCH_SECONDS + 0.001)
    assert sides[INITIATOR].due(DUE + 1 + limits.RENEW_AFTER_SECONDS - 0.001) is None
    assert sides[INITIATOR].due(DUE + 1 + limits.RENEW_AFTER_SECONDS) is not None


def test_data_under_old_keys_does_not_make_the_next_epoch_active(sides: dict[Role, Side]) -> None:
    epoch = agreed(sides)
    for side in sides.values():
        side.renewal.moved_data(DUE + 1, epoch - 1)
    for role in (RESPONDER, INITIATOR):
        sides[role].switch_sealer()
    for role in (RESPONDER, INITIATOR):
        sides[role].switch_opener(epoch)
    assert sides[INITIATOR].due(DUE + 1e6) is None
    sides[RESPONDER].check(DUE + 1e6)
