"""Who had to go lately, and how often: it is forgotten soon, and never more than is needed is known."""

from desktop_app.transport import rebuffs
from desktop_app.transport.rebuffs import Rebuffs


def test_each_computer_has_its_own_number() -> None:
    lately = Rebuffs()
    assert [lately.add("10.0.0.1/32", 100.0) for _ in range(3)] == [1, 2, 3]
    assert lately.add("10.0.0.2/32", 100.0) == 1
    assert (lately.of("10.0.0.1/32"), lately.of("10.0.0.9/32")) == (3, 0)


def test_it_is_known_for_a_span_and_forgotten_after_two() -> None:
    lately = Rebuffs()
    lately.add("10.0.0.1/32", 100.0)
    lately.forget(100.0 + rebuffs._SPAN)
    assert lately.add("10.0.0.1/32", 100.0 + rebuffs._SPAN) == 2
    lately.forget(100.0 + 2 * rebuffs._SPAN)
    assert lately.of("10.0.0.1/32") == 1
    lately.forget(100.0 + 4.5 * rebuffs._SPAN)
    assert lately.of("10.0.0.1/32") == 0


def test_a_flood_from_everywhere_fills_no_memory_and_hides_nobody_known() -> None:
    lately = Rebuffs()
    lately.add("10.0.0.1/32", 100.0)
    for number in range(2 * rebuffs._MOST):
        lately.add(f"10.1.{number >> 8}.{number & 255}/32", 100.0)
    assert lately.add("10.0.0.1/32", 100.0) == 2
    assert len(lately._latest) == rebuffs._MOST
