"""The history and receipts of a node, as a face asks for them, and waited for."""

import json
import queue
import re
from array import array
from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event as Flag
from typing import Any, TypeVar

from desktop_app.errors import AppError
from desktop_app.events import HistoryId, HistoryPage, PastTransfer, SessionId, State, Transfer, TransferId
from tests.support.node import PATIENCE, Node

T = TypeVar("T")


def history(node: Node, query: str = "", before: HistoryId | None = None, limit: int = 50) -> HistoryPage:
    found: list[HistoryPage] = []
    there = Flag()

    def then(page: HistoryPage) -> None:
        found.append(page)
        there.set()

    node.engine._past.page(then, query, before, limit)
    assert there.wait(PATIENCE)
    return found[0]


def index(node: Node, query: str = "", without: Collection[TransferId] = ()) -> list[int]:
    def ask(then: "Callable[[array[int] | None], None]") -> None:
        node.engine.history(then, query, without)

    found = _answer(ask)
    assert found is not None
    return list(found)


def entries(node: Node, numbers: Collection[int]) -> tuple[PastTransfer, ...]:
    def ask(then: Callable[[tuple[PastTransfer, ...] | None], None]) -> None:
        node.engine.past(then, numbers)

    found = _answer(ask)
    assert found is not None
    return found


def _answer(ask: Callable[[Callable[[T], None]], None]) -> T:
    answers: queue.SimpleQueue[T] = queue.SimpleQueue()
    ask(answers.put)
    return answers.get(timeout=PATIENCE)


def in_database(node: Node, statement: str) -> None:
    """What another version or another program might do to it."""
    kept = node.engine._past

    def job() -> None:
        kept._history._database.run(lambda connection: connection.execute(statement).fetchall())

    kept._jobs.do(job)


def newest(node: Node) -> PastTransfer:
    return history(node).transfers[0]


def save_receipt(
    node: Node, of: TransferId | HistoryId, path: Path, *, as_json: bool = True, replace: bool = False
) -> AppError | None:
    """Why it could not be saved."""
    said: list[AppError | None] = []
    there = Flag()

    def then(error: AppError | None) -> None:
        said.append(error)
        there.set()

    node.engine.save_receipt(of, path, then, as_json=as_json, replace=replace)
    assert there.wait(PATIENCE)
    return said[0]


def documents(node: Node, of: TransferId | HistoryId, folder: Path) -> tuple[str, str]:
    """The receipt as JSON and as text."""
    folder.mkdir(exist_ok=True)
    paths = folder / "receipt.json", folder / "receipt.txt"
    for path, as_json in zip(paths, (True, False), strict=True):
        assert save_receipt(node, of, path, as_json=as_json, replace=True) is None
    return paths[0].read_text("utf-8"), paths[1].read_text("utf-8")


def common_parts(json_text: str, text: str) -> tuple[str, str]:
    """What has to be the same on both sides, byte for byte: "common" and its digest, the first part of the text."""
    return json_text.partition('\n  "local"')[0], text.partition("\nAs this computer alone knows it")[0]


def common_of(json_text: str) -> dict[str, Any]:
    common = json.loads(json_text)["common"]
    assert isinstance(common, dict)
    return common


def digest_in(text: str) -> str:
    [digest] = re.findall(r"^BLAKE3 of this part +([0-9a-f]{64})$", text, re.MULTILINE)
    assert isinstance(digest, str)
    return digest


def delivered(a: Node, b: Node, session: SessionId, *paths: Path) -> tuple[Transfer, Transfer]:
    """Sent by A and accepted by B."""
    number = a.engine.send(paths, a.device_of(session))
    received = b.accept()
    sent = a.finished(number)
    assert sent.state is State.DELIVERED, sent
    return sent, b.finished(received)
