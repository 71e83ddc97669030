"""Check the connection: one look at this computer's network, on a thread of its own."""

import logging
import threading
from collections.abc import Callable
from typing import Final

from desktop_app.discovery.checks.finding import Finding
from desktop_app.engine.house import House
from desktop_app.engine.jobs import Errands
from desktop_app.errors.crashes import log_crash
from desktop_app.transport.address import Address

_log: Final = logging.getLogger(__name__)
Told = Callable[[tuple[Finding, ...]], None]


class Checking:
    def __init__(self, house: House) -> None:
        self._house = house
        self._closing = threading.Event()
        self._looks = Errands()

    def check(self, then: Told, address: Address | None) -> None:
        self._looks.run("check", lambda: self._look(then, address))

    def close(self, seconds: float) -> None:
        """What was not looked at by then is left out; may be called twice."""
        self._closing.set()
        self._looks.close(seconds)

    def _look(self, then: Told, address: Address | None) -> None:
        found: tuple[Finding, ...] = ()
        try:
            from desktop_app.discovery.checks.examine import examine  # all checks: hardly any run asks for them

            found = examine(self._house.own(), address=address, known=self._house.near(), closing=self._closing)
        except Exception as crash:
            log_crash(_log, "checking the connection failed", crash)
        then(found)
