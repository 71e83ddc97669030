"""Two sessions and a network that loses, swaps, repeats and invents: nobody is verified without its own person."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.errors import AppError, LocalProtocolError
from desktop_app.protocol import device_name, messages
from desktop_app.protocol.messages import Close, Confirm, Hello, Message, Proofs
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import Session, State
from tests.protocol.examples import EXAMPLES
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair

hostile = precondition(lambda self: not self.quiet)
roles = st.sampled_from([INITIATOR, RESPONDER])
HARMLESS = (Hello, Proofs, Confirm, Close)  # invented or not, these do not enter the code


class TwoSessions(RuleBasedStateMachine):
    """What the test knows of each side: whether its person pressed, whether a CONFIRM was let in, whether it failed."""

    @initialize(compared=st.booleans(), quiet=st.booleans())
    def begin(self, compared: bool, quiet: bool) -> None:
        self.quiet = quiet  # a network that does nothing of its own: else few walks would come to the end
        self.pair = SessionPair()
        self.pressed: set[Role] = set()
        self.peer_said: set[Role] = set()
        self.failed: set[Role] = set()
        self.handed_out: set[Role] = set()
        self.meddled = False
        self.heard: list[Message] = []
        for role in (INITIATOR, RESPONDER):
            self.pair.say(role, *self.pair[role].start())
        if compared:  # straight to the people, for the same reason
            self.go_on()
            self.decide(RESPONDER)
            self.go_on()

    def hear(self, role: Role, message: Message) -> None:
        """Hand a message to one side, and note what came of it."""
        try:
            answer = self.pair[role].receive(message)
        except AppError:
            self.failed.add(role)
            return
        if isinstance(message, Confirm):
            self.peer_said.add(role)
        self.pair.say(role, *answer)

    # --- the network ------------------------------------------------------------------------

    def on_the_way(self, role: Role) -> bool:
        return bool(self.pair.under_way[role])

    @rule(role=roles)
    def deliver(self, role: Role) -> None:
        if self.on_the_way(role):
            message = messages.decode(self.pair.under_way[role].popleft())
            self.heard.append(message)
            self.hear(role, message)

    @rule()
    def go_on(self) -> None:
        while waiting := [role for role in (INITIATOR, RESPONDER) if self.on_the_way(role)]:
            self.deliver(waiting[0])

    @hostile
    @rule(role=roles)
    def lose(self, role: Role) -> None:
        if self.on_the_way(role):
            self.pair.under_way[role].popleft()

    @hostile
    @rule(role=roles)
    def swap(self, role: Role) -> None:
        self.pair.under_way[role].reverse()

    @hostile
    @rule(role=roles, message=st.sampled_from(EXAMPLES))
    def invent(self, role: Role, message: Message) -> None:
        self.meddled |= not isinstance(message, HARMLESS)
        self.hear(role, message)

    @precondition(lambda self: not self.quiet and bool(self.heard))
    @rule(role=roles, data=st.data())
    def repeat(self, role: Role, data: st.DataObject) -> None:
        """Play a message that was said before to either side, its own speaker too."""
        message = data.draw(st.sampled_from(self.heard))
        self.meddled |= not isinstance(message, HARMLESS)
        self.hear(role, message)

    # --- the people -------------------------------------------------------------------------

    @rule(role=roles)
    def decide(self, role: Role) -> None:
        session = self.pair[role]
        if role is RESPONDER and session.state is State.DECISION:
            self.pair.say(role, session.commit())
        else:
            self.refused(session, session.commit)

    @rule(role=roles)
    def press(self, role: Role) -> None:
        session = self.pair[role]
        if session.state in {State.COMPARING, State.PEER_CONFIRMED}:
            self.pair.say(role, session.confirm())
            self.pressed.add(role)
        else:
            self.refused(session, session.confirm)

    @rule(role=roles)
    def take(self, role: Role) -> None:
        session = self.pair[role]
        if session.state is State.VERIFIED:
            verified = session.verified(now=0.0)
            assert role not in self.handed_out
            self.handed_out.add(role)
            assert verified.role is role
        else:
            self.refused(session, lambda: session.verified(now=0.0))

    @hostile
    @rule(role=roles)
    def leave(self, role: Role) -> None:
        self.pair[role].wipe()

    def refused(self, session: Session, step: Callable[[], object]) -> None:
        """A step out of turn is our own mistake, and changes nothing."""
        before = session.state
        with pytest.raises(LocalProtocolError):
            step()
        assert session.state is before

    # --- what always holds ------------------------------------------------------------------

    @invariant()
    def verified_only_by_both_people(self) -> None:
        for role in (INITIATOR, RESPONDER):
            if self.pair[role].state is State.VERIFIED or role in self.handed_out:
                assert role in self.pressed
                assert role in self.peer_said

    @invariant()
    def what_failed_stays_ended(self) -> None:
        assert all(self.pair[role].state is State.ENDED for role in self.failed)

    @invariant()
    def a_code_is_counted_and_is_the_same_on_both_screens(self) -> None:
        codes = [self.pair[role].code for role in (INITIATOR, RESPONDER)]
        for role in (INITIATOR, RESPONDER):
            assert self.pair[role].code is None or self.pair[role].compared
        assert self.meddled or None in codes or codes[0] == codes[1]

    @invariant()
    def only_a_shown_code_was_confirmed(self) -> None:
        assert all(self.pair[role].code is not None for role in self.pressed)

    @invariant()
    def names_are_clean(self) -> None:
        for session in self.pair.sides.values():
            assert device_name.clean(session.peer_name) == session.peer_name


TestTwoSessions = TwoSessions.TestCase
TestTwoSessions.settings = settings(
    max_examples=120, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
