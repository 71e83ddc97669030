"""How sure it is which computer this is, in words. Nothing here says more than a session has proved."""

import time
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.events import Method, RememberedDevice, SessionFacts
from desktop_app.gui import dates, plain, sizes

_JUST_NOW: Final = 600.0  # seconds


def probably(device: RememberedDevice, name: str) -> str:
    """What the network hints at. `name`: the isolated one, or what there is room for."""
    return QCoreApplication.translate("trust", "Probably {name}, verified {day}").format(
        name=name, day=dates.lately(device.compared_at)
    )


def probably_at(address: str, name: str) -> str:
    """The same where another device goes by that name too, so that the address has to tell them apart."""
    text = QCoreApplication.translate("trust", "Probably {name} · {address}")
    return text.format(name=name, address=plain.isolated(address))


def verified(facts: SessionFacts | None) -> str:
    """For whoever is asked something by this peer: how it is known, since when."""
    if facts is None:
        return QCoreApplication.translate("trust", "Verified")
    if facts.method is Method.INVITATION:  # which is no surer than the way by which it was given
        return _invited(facts)
    just_now = facts.method is Method.CODE and time.time() - facts.compared_at < _JUST_NOW
    if facts.remembered is not None:
        if just_now:
            return QCoreApplication.translate("trust", "Remembered, verified just now")
        text = QCoreApplication.translate("trust", "Remembered, verified {day}")
        return text.format(day=dates.lately(facts.compared_at))
    if just_now:
        return QCoreApplication.translate("trust", "Verified just now")
    if dates.is_today(facts.compared_at):
        return QCoreApplication.translate("trust", "Verified at {time}").format(time=sizes.clock(facts.compared_at))
    return QCoreApplication.translate("trust", "Verified {day}").format(day=dates.day(facts.compared_at))


def authenticated(facts: SessionFacts) -> str:
    """For the curious: by what, and which comparison of people it goes back to."""
    compared = _compared(facts.compared_at)
    match facts.method:
        case Method.RECORD:
            text = QCoreApplication.translate("trust", "Remembered, {compared}")
        case Method.CONTINUATION:
            text = QCoreApplication.translate("trust", "Continued after an interruption; {compared}")
        case Method.INVITATION:
            return _invited(facts)
        case Method.CODE if facts.remembered is not None:
            text = QCoreApplication.translate("trust", "Code compared at {time}, remembered since then")
        case Method.CODE:
            text = QCoreApplication.translate("trust", "Code compared at {time}")
    return text.format(compared=compared, time=sizes.clock(facts.verified_at))


def _invited(facts: SessionFacts) -> str:
    text = QCoreApplication.translate("trust", "By invitation at {time}")
    return text.format(time=sizes.clock(facts.verified_at))


def _compared(seconds: float) -> str:
    if dates.is_today(seconds):
        return QCoreApplication.translate("trust", "code compared at {time}").format(time=sizes.clock(seconds))
    return QCoreApplication.translate("trust", "code compared {day}").format(day=dates.day(seconds))
