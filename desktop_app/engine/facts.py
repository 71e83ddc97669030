"""What a person may see of a session: no key, nothing derived from one."""

import threading
from typing import Final

from desktop_app.engine.link import Link
from desktop_app.events import DeviceId, SessionFacts, SessionId
from desktop_app.storage import confined

_KEPT: Final = 200  # of sessions that are over
AGREEMENT: Final = "X25519 + ML-KEM-768"


def facts_of(link: Link) -> SessionFacts | None:
    """None for a session that was never verified."""
    conversation, identity, records = link.conversation, link.identity, link.records
    if conversation is None or identity is None or records is None or link.verified_at is None:
        return None
    renewals = conversation.verified.renewal.renewals
    return SessionFacts(
        id=link.id,
        peer=link.peer,
        address=link.address,
        initiator=link.initiator,
        method=identity.method,
        connected_at=link.connected_at,
        verified_at=link.verified_at,
        compared_at=identity.compared_at,
        agreement=AGREEMENT,
        cipher=conversation.verified.cipher.value,
        epoch=1 + renewals,
        renewals=renewals,
        renewed_at=conversation.renewed_at,
        bytes_sealed=records.bytes_sealed,
        bytes_opened=records.bytes_opened,
        remembered=identity.record,
        device=DeviceId(conversation.instance) if conversation.instance else None,
        calls_itself=conversation.calls_itself,
        own_name=conversation.own_name,
        keys_destroyed_at=link.ended_at,
        confined_by=confined.by(),
    )


class FactsKept:
    """Those of sessions that are over, the newest of them. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._table: dict[SessionId, SessionFacts] = {}

    def keep(self, facts: SessionFacts | None) -> None:
        if facts is None:
            return
        with self._lock:
            self._table[facts.id] = facts
            while len(self._table) > _KEPT:
                del self._table[next(iter(self._table))]

    def find(self, session: SessionId) -> SessionFacts | None:
        with self._lock:
            return self._table.get(session)

    def newest_first(self) -> tuple[SessionFacts, ...]:
        with self._lock:
            return tuple(reversed(self._table.values()))
