"""The power fails while a computer receives: what has its name is whole, and the rest arrives later."""

import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.soak.drive import differences
from tests.support import disks
from tests.support.computers import Computer
from tests.support.disks import MakeDisk, make_disk
from tests.support.namespaces import Lan
from tests.support.node import wait_until

__all__ = ["make_disk"]

pytestmark = [pytest.mark.network, pytest.mark.disks, pytest.mark.timeout(180)]

CUTS = 4
FILES, FILM = 2000, 96 << 20
NAME = "Kitchen photos"


def fill(folder: Path, chance: random.Random) -> Path:
    for number in range(FILES):
        path = folder / f"{number % 7}" / f"{number}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(chance.randbytes(chance.choice((0, 10, 5_000, 200_000))))
    (folder / "4 film").write_bytes(chance.randbytes(FILM))
    return folder


def row(computer: Computer, direction: str) -> dict[str, Any] | None:
    for rows in ("rows", "history"):
        for each in computer.do(rows):
            if (each["name"], each["direction"]) == (NAME, direction):
                found: dict[str, Any] = each
                return found
    return None


def is_over(computer: Computer, direction: str) -> bool:
    found = row(computer, direction)
    return found is not None and found["final"]


def named(arrived: Path) -> list[Path]:
    """Files that have their names."""
    return [path for path in arrived.rglob("*") if path.is_file()]


@pytest.mark.parametrize("seed", range(2))
def test_case_072_what_has_its_name_is_whole_and_the_rest_goes_on(
    make_disk: MakeDisk, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    source = fill(tmp_path / NAME, chance)
    with Lan(hosts=2) as lan:
        sender = Computer("Sender", tmp_path / "sender", lan.hosts[0])
        (tmp_path / "sender").mkdir()
        sender.start()  # before there is the disk, which it would hold on to
        disk = make_disk("ext4", mib=512)
        receiver = Computer("Receiver", disk / "receiver", lan.hosts[1])
        receiver.received.mkdir(parents=True)
        receiver.start()
        assert sender.do("pair", receiver.host.address, receiver.port)
        sender.do("send", str(source), receiver.name, receiver.host.address, receiver.port)
        arrived, before = receiver.received / NAME, 0
        for _ in range(CUTS):
            wait_until(lambda then=before: len(named(arrived)) > then or is_over(receiver, "receiving"))  # type: ignore[misc]
            time.sleep(chance.random() * 0.3)
            receiver.kill()
            disks.cut_power(disk)
            whole = named(arrived)
            assert not [path for path in whole if differences(source / path.relative_to(arrived), path)]
            assert len(whole) >= before, "what was durable stays"
            before = len(whole)
            receiver.start()
        both = ((sender, "sending"), (receiver, "receiving"))
        wait_until(lambda: all(is_over(*each) for each in both), timeout=60)
        # What is in the history already may be noted once more, and has a row of this run for that moment.
        wait_until(lambda: all(each["final"] for computer, _ in both for each in computer.do("rows")))
        assert [(found := row(*each)) and found["state"] for each in both] == ["delivered", "delivered"]
        assert not differences(source, arrived)
        assert [path.name for path in receiver.received.iterdir()] == [NAME]
        for computer in (sender, receiver):
            assert computer.quit() == 0
