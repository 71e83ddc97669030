"""The moment in which the other person says whether this computer is to be remembered there, too.

The end of the session would end that: a record comes only of what both sides said in the same one.
"""

import time
from typing import Final

from desktop_app.cli.conversation import Answered, Conversation
from desktop_app.cli.errors import OnlyVerified
from desktop_app.cli.inbox import Stopped
from desktop_app.cli.questions import Unremembered
from desktop_app.errors import AppError, ProfileUnusable, TooManyDevices
from desktop_app.events import Remembered, SessionEnded, SessionId, Trouble

DISK_SECONDS: Final = 2.0  # both may have said so before the end, and the record is not on the disk yet


def await_remembered(talk: Conversation, session: SessionId, peer: str, seconds: float) -> AppError | None:
    """Why that one is not remembered after so long, or when somebody here has waited enough; None where it is. Nothing
    on the wire tells that the person there does not want it. Raises Stopped, which says so, too."""
    talk.face.awaits_remembering(session, peer, seconds)
    talk.ask(Unremembered(session))
    until, only_verified = time.monotonic() + seconds, OnlyVerified(peer=peer)
    try:
        while (event := talk.next_event(until)) is not None:
            match event:
                case Remembered() as event:
                    talk.remembered(event)
                    if event.session == session:
                        return None
                case SessionEnded(session=ended) if ended == session:
                    until = min(until, time.monotonic() + DISK_SECONDS)
                case Answered(subject=Unremembered()):
                    break
                case Trouble(error=TooManyDevices() as error):
                    return error
                case Trouble(error=error):
                    talk.face.error(error)
                    if isinstance(error, ProfileUnusable):
                        break
    except Stopped:
        talk.face.error(only_verified)
        raise
    return only_verified
