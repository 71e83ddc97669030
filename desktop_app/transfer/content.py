"""What the records of an incoming transfer lead to, the person and the peer included: the `Driver` of its lane."""

from typing import Protocol

from desktop_app.errors import AppError, DiskFull, NotEnoughSpace, Size, StorageError
from desktop_app.protocol.messages import Digests, End, Entries, FileEnds, Full, Message, Resume, Room
from desktop_app.transfer.lane import Job, OutOfRoom, Record
from desktop_app.transfer.receiver import Receiver


class Session(Protocol):
    """What one transfer needs of the others around it."""

    def finish(self, receiver: Receiver, end: End) -> None: ...

    def say(self, receiver: Receiver, message: Message) -> None: ...

    def give_up(self, receiver: Receiver) -> bool: ...

    def fail_session(self, error: AppError) -> None: ...


class Content:
    """Of one transfer."""

    def __init__(self, session: Session, receiver: Receiver) -> None:
        self._session, self._receiver = session, receiver
        self._told = False  # the peer knows that the disk is full

    def take(self, record: Record) -> Job | None:
        receiver = self._receiver
        if receiver.cancelled_at is not None:
            return None
        match record:
            case Resume():
                receiver.on_resume(record)
            case Entries():
                return receiver.on_entries(record)
            case Digests():
                return receiver.on_digests(record)
            case FileEnds():
                receiver.on_ends(record)
            case End():
                try:
                    self._session.finish(receiver, record)
                except OutOfRoom as out:
                    raise OutOfRoom(out.error, lambda: self.take(record)) from out
            case memoryview():
                receiver.on_data(record)
        return None

    def full(self, error: NotEnoughSpace) -> None:
        receiver = self._receiver
        if not self._told:
            self._told = True
            self._session.say(receiver, Full(receiver.stream))
        left = Size(receiver.offer.total - receiver.status.meter.bytes_done)
        receiver.status.pause(DiskFull(needed=left or error.fields["needed"], free=error.fields["free"]))

    def room(self) -> None:
        self._told = False
        self._session.say(self._receiver, Room(self._receiver.stream))
        self._receiver.status.go_on(DiskFull)

    def gave_up(self, error: StorageError) -> None:
        """An unsafe name, or a folder that went away."""
        self._receiver.end(error)
        self._session.give_up(self._receiver)

    def failed(self, error: AppError) -> None:
        self._session.fail_session(error)
