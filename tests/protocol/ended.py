"""What it means that a session is over."""

import pytest

from desktop_app.errors import LocalProtocolError, UnexpectedMessage
from desktop_app.protocol.session import Session, State
from tests.protocol.examples import EXAMPLES


def assert_dead(session: Session) -> None:
    """Nothing that is received or pressed leads on."""
    assert session.state is State.ENDED
    for message in EXAMPLES:
        with pytest.raises(UnexpectedMessage):
            session.receive(message)
    for step in (session.commit, session.confirm):
        with pytest.raises(LocalProtocolError):
            step()
    with pytest.raises(LocalProtocolError):
        session.verified(now=0.0)
