"""A whole engine inside the test: its own profile and folder, and a log of what it said.

Nodes know no network but the loopback: discovery finds no interface, so nothing leaves the machine, and who asks
them what they see hears of nothing.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from desktop_app.discovery import presence
from desktop_app.discovery.checks import examine
from desktop_app.discovery.checks.finding import Outlook
from desktop_app.engine import Answer, Engine
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    DeviceId,
    Event,
    OfferReceived,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferId,
    Verified,
)
from desktop_app.storage import settings as settings_file
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings, Visibility
from desktop_app.transport.address import Address

PATIENCE = 15.0
KEPT_DESCRIPTORS = 5.0  # seconds until everything has to be closed

E = TypeVar("E", bound=Event)
S = TypeVar("S", bound="StartNode")


class Node:
    """An engine, and every event of it. An event is handed out once by `wait_for`; `events` keeps them all."""

    def __init__(
        self,
        root: Path,
        name: str,
        *,
        visibility: Visibility = Visibility.EVERYONE,
        can_show_codes: bool = True,
        offers: bool = True,
    ) -> None:
        self.name = name
        self.root = root
        self.folder = root / "received"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.events: list[Event] = []
        self._unread: list[Event] = []
        self._changed = threading.Condition()
        profile = Profile(root / "profile")
        settings_file.save(profile, Settings(name=name, save_folder=str(self.folder), visibility=visibility))
        self.engine = Engine(profile, self._log, port=0, can_show_codes=can_show_codes, offers=offers)

    @classmethod
    def again(cls, before: "Node", root: Path | None = None) -> "Node":
        """The same computer after a restart, or one that has a copy of its profile under `root`."""
        return cls(root or before.root, before.name)

    def _log(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._unread.append(event)
            self._changed.notify_all()

    @property
    def address(self) -> Address:
        return Address("127.0.0.1", self.engine.port)

    # --- waiting -------------------------------------------------------------------------------------------

    def wait_for(self, kind: type[E], where: Callable[[E], bool] = lambda _: True, timeout: float = PATIENCE) -> E:
        """The oldest such event that was not handed out yet."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while True:
                for event in self._unread:
                    if isinstance(event, kind) and where(event):
                        self._unread.remove(event)
                        return event
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    raise AssertionError(f"{self.name}: no {kind.__name__}; last: {self.events[-4:]}")

    def heard(self, kind: type[E]) -> list[E]:
        """All such events so far."""
        with self._changed:
            return [event for event in self.events if isinstance(event, kind)]

    def forget(self) -> None:
        """As if nothing had been heard so far."""
        with self._changed:
            self.events.clear()
            self._unread.clear()

    def transfer(self, number: TransferId) -> Transfer:
        return next(transfer for transfer in self.engine.transfers() if transfer.id == number)

    def bytes_done(self, number: TransferId) -> int:
        progress = self.engine.progress(number)
        assert progress is not None
        return progress.bytes_done

    def wait_state(self, number: TransferId, *states: State) -> Transfer:
        wait_until(lambda: self.transfer(number).state in states, lambda: f"{self.name}: {self.transfer(number)}")
        return self.transfer(number)

    def wait_paused(self, number: TransferId, kind: type[AppError]) -> Transfer:
        """Until it is paused for this reason."""
        wait_until(
            lambda: isinstance(self.transfer(number).paused, kind), lambda: f"{self.name}: {self.transfer(number)}"
        )
        return self.transfer(number)

    def finished(self, number: TransferId) -> Transfer:
        """The transfer once its state is final."""
        wait_until(lambda: self.transfer(number).state.final, lambda: f"{self.name}: {self.transfer(number)}")
        return self.transfer(number)

    # --- what a person does ------------------------------------------------------------------------------------

    def answer(self, answer: Answer) -> CodeReady:
        """Look at the next code and answer it."""
        code = self.wait_for(CodeReady)
        self.engine.answer_code(code.session, answer)
        return code

    def accept(self, into: Path | None = None) -> TransferId:
        """Accept the next offer."""
        offer = self.wait_for(OfferReceived)
        assert offer.problem is None, offer.problem
        self.engine.accept(offer.transfer.id, into)
        return offer.transfer.id

    def device_of(self, session: SessionId) -> DeviceId:
        """The card that stands for that session."""

        def found() -> list[DeviceId]:
            return [device.id for device in self.engine.devices() if device.session == session]

        wait_until(lambda: bool(found()), lambda: f"{self.name}: no device of session {session}")
        return found()[0]

    def connected(self) -> DeviceId:
        """The card of whoever it verified last."""
        return self.device_of(self.heard(Verified)[-1].session)

    def facts(self, session: SessionId) -> SessionFacts:
        facts = self.engine.session(session)
        assert facts is not None
        return facts

    def cut(self, session: SessionId) -> None:
        """The connection of that session breaks off, without a word."""
        link = self.engine._links.find(session)
        assert link is not None
        assert link._channel is not None
        link._channel.abort()


def wait_until(condition: Callable[[], bool], what: Callable[[], str] = lambda: "", timeout: float = PATIENCE) -> None:
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, what() or "it did not happen"
        time.sleep(0.005)


def verify(a: Node, b: Node, at: Address | None = None) -> tuple[SessionId, SessionId]:
    """A dials B and both people say that the codes match; the session's number on either side.

    `at`: another address that leads to B.
    """
    a.engine.pair(at or b.address)
    return match_codes(a, b)


def match_codes(a: Node, b: Node) -> tuple[SessionId, SessionId]:
    """Both people say that the codes match, as they do."""
    code_a, code_b = a.wait_for(CodeReady), b.wait_for(CodeReady)
    assert (code_a.digits, code_a.words) == (code_b.digits, code_b.words)
    a.engine.answer_code(code_a.session, Answer.MATCH)
    b.engine.answer_code(code_b.session, Answer.MATCH)
    a.wait_for(Verified)
    b.wait_for(Verified)
    return code_a.session, code_b.session


class StartNode:
    """Starts nodes, each in a folder of its own below `root`; `nodes` are all so far."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.nodes: list[Node] = []

    def __call__(
        self,
        name: str = "Ada's laptop",
        *,
        visibility: Visibility = Visibility.EVERYONE,
        can_show_codes: bool = True,
        offers: bool = True,
    ) -> Node:
        root = self._root / f"node-{len(self.nodes)}"
        node = Node(root, name, visibility=visibility, can_show_codes=can_show_codes, offers=offers)
        self.nodes.append(node)
        node.engine.start()
        return node


@contextmanager
def running(start: S) -> Iterator[S]:
    """For as long as nodes know only the loopback; all are shut down in the end."""
    with pytest.MonkeyPatch.context() as patch:  # not the test's own, which may be undone before the nodes end
        patch.setattr(presence, "usable", lambda: ())
        patch.setattr(examine, "outlook", lambda *_, **__: Outlook((), frozenset()))
        try:
            yield start
        finally:
            for node in start.nodes:
                node.engine.shutdown()


@pytest.fixture
def start_node(tmp_path: Path, _no_descriptors_left: None) -> Iterator[StartNode]:
    with running(StartNode(tmp_path)) as start:
        yield start


@pytest.fixture
def node(start_node: StartNode) -> Node:
    """One computer, for tests that play the other one themselves."""
    return start_node()


@pytest.fixture
def pair_of_nodes(start_node: StartNode) -> tuple[Node, Node]:
    """Two computers that have not met."""
    return start_node("Ada's laptop"), start_node("Kitchen PC")


@pytest.fixture
def _no_descriptors_left() -> Iterator[None]:
    """Fails a test after which this process has more open descriptors than before it."""
    before = descriptors()
    yield
    deadline = time.monotonic() + KEPT_DESCRIPTORS
    while descriptors() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert descriptors() <= before, "descriptors left open"


def descriptors() -> int:
    """How many this process has open, where the system tells."""
    listing = Path("/proc/self/fd")
    return len(list(listing.iterdir())) if listing.exists() else 0
