"""One offer of the peer's, until it is answered: its names, the row that shows it, what the person was told of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.errors import AppError, LimitExceeded, StorageError, UnexpectedMessage
from desktop_app.events import OfferReceived
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Names, Offer
from desktop_app.protocol.top_names import TopName, TopNames
from desktop_app.storage.room import Promises
from desktop_app.storage.survey import Survey, Wanted, survey
from desktop_app.transfer.journal_records import GivenUp
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.status import Status


class IncomingOffer:
    """Of a verified session; `Receiver` is what comes of it."""

    def __init__(self, offer: Offer) -> None:
        self.stream: Final = offer.stream
        self.offer: Final = offer
        self.tops: Final = TopNames()
        self.offered_at: float | None = None  # monotonic, when the person could be asked
        self.surveys: dict[Path, Survey] = {}  # what the person was shown of which folder
        self.into: Path | None = None  # the one that was shown first
        self.borrows = False  # the row of what another peer was sending, until the person says yes to this one
        self.unjudged = False  # what an earlier run has left is not all known yet
        self._status: Status | None = None
        self._take(offer.names)

    @property
    def names(self) -> Sequence[str]:
        """At the top, as far as they came."""
        return self.tops.names

    @property
    def complete(self) -> bool:
        """Whether all top-level names are known."""
        return len(self.tops) == self.offer.top_level

    def on_names(self, names: Names) -> None:
        """Raises LimitExceeded, UnexpectedMessage."""
        if self.complete or len(self.tops) + len(names.names) > self.offer.top_level:
            raise LimitExceeded(detail="top-level names")
        self._take(names.names)

    def _take(self, tops: Iterable[TopName]) -> None:
        for top in tops:
            self.tops.add(top)
        offer, told = self.offer, self.tops
        if told.text_size > limits.TOP_NAMES_MAX * limits.COMPONENT_MAX:
            raise LimitExceeded(detail="length of the names")
        if told.files > offer.files or told.folders > offer.folders or told.total > offer.total:
            raise LimitExceeded(detail="names of more than is offered")
        if self.complete:
            if (told.files, told.total) != (offer.files, offer.total):
                raise UnexpectedMessage(detail="names of less than is offered")
            if offer.folders and not told.folders:
                raise UnexpectedMessage(detail="folders in no folder")

    def told(self, status: Status) -> None:
        """The offer is complete and has a row of its own from now on."""
        self._status = status
        status.recorder.offered(self.offer.offer)

    @property
    def status(self) -> Status:
        if self._status is None:
            raise UnexpectedMessage(detail="an offer that is not complete")
        return self._status

    def note_given_up(self) -> None:
        """By the other side, should this program be killed now."""
        if self._status is not None and not self.borrows and (kept := self._status.kept) is not None:
            kept.say(GivenUp())

    def ask(
        self,
        owner: Owner,
        into: Path,
        problem: AppError | None = None,
        *,
        because: AppError | None = None,
        found: Survey | None = None,
    ) -> None:
        """Put it before the person, with what the disk says about it: `found`, if that was looked at just now.
        `because`: why, though the device is always accepted."""
        try:
            found = found or self.survey(into, owner.promises)
        except StorageError as error:
            found, problem = Survey(), problem or error
        transfer = replace(self.status.transfer, into=into)
        problem, continues = problem or found.problem, self.is_here(into)
        offered = OfferReceived(transfer, found.free, into, found.existing, problem, found.warnings, continues, because)
        self.into = self.into or into
        owner.offer_received(offered, self.status)

    def survey(self, into: Path, promises: Promises) -> Survey:
        """What the disk says about it. Raises FolderUnusable."""
        offer = self.offer
        wanted = Wanted(self.names, offer.files, offer.total - (self.is_here(into) or 0), offer.longest_path)
        found = self.surveys[into] = survey(into, wanted, promises)
        return found

    def is_here(self, folder: Path) -> int | None:
        """Bytes of it that an earlier session has brought there; None where it was none, or not there."""
        kept = self.status.kept
        return kept.here if kept is not None and folder == kept.folder else None

    def is_of(self, status: Status) -> bool:
        """Whether that is its row."""
        return self._status is status
