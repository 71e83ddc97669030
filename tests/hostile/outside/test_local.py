"""Somebody else at work in the folder while files arrive: nothing of theirs is replaced, nothing goes elsewhere."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.hostile.outside.running import Running, leave
from tests.support.hostile_peer import Hangup, HostilePeer, Kind, file_end, file_entry, folder_entry, manifest_digest
from tests.support.node import wait_until
from tests.transfer.trees import write

pytestmark = pytest.mark.network

FILM = os.urandom(3 << 20)
HALF = 1 << 20


def private(victim: Running) -> Path:
    """Where what arrives is kept until it is whole."""
    wait_until(lambda: bool(list(victim.folder.glob(".tallystick-partial-*/1"))))
    (folder,) = victim.folder.glob(".tallystick-partial-*")
    return folder


def begin(peer: HostilePeer, name: str) -> None:
    """Half of a film is there."""
    peer.offer(0, [name], total=len(FILM))
    peer.expect(Kind.ACCEPT)
    peer.send(Kind.ENTRIES, 0, [file_entry(name, len(FILM))])
    peer.send_data(0, FILM[:HALF])


def finish(peer: HostilePeer, name: str) -> None:
    for start in range(HALF, len(FILM), HALF):
        peer.send_data(0, FILM[start : start + HALF])
    entries, ends = [file_entry(name, len(FILM))], [file_end(FILM)]
    peer.send(Kind.FILE_ENDS, 0, 0, ends)
    peer.send(Kind.END, 0, manifest_digest(entries, ends))


def take_the_name_with_a_file(victim: Running, name: str) -> None:
    write(victim.folder / name, b"mine")


def take_the_name_with_a_folder(victim: Running, name: str) -> None:
    write(victim.folder / name / "inside", b"mine")


def take_the_name_with_a_link(victim: Running, name: str) -> None:
    (victim.folder / name).symlink_to(victim.root / "around" / "letter")


def take_the_name_with_a_link_to_nothing(victim: Running, name: str) -> None:
    (victim.folder / name).symlink_to(victim.root / "around" / "new")


def take_the_name_with_a_pipe(victim: Running, name: str) -> None:
    os.mkfifo(victim.folder / name)


TAKERS = [
    take_the_name_with_a_file,
    take_the_name_with_a_folder,
    take_the_name_with_a_link,
    take_the_name_with_a_link_to_nothing,
    take_the_name_with_a_pipe,
]


@pytest.mark.parametrize("take", TAKERS, ids=lambda take: take.__name__.removeprefix("take_the_name_with_"))
def test_case_069_a_name_that_somebody_takes_meanwhile_stays_theirs(
    victim: Running, take: Callable[[Running, str], None]
) -> None:
    name = f"film {os.urandom(4).hex()}"
    with victim.liar() as peer:
        begin(peer, name)
        private(victim)
        take(victim, name)
        before = (victim.folder / name).lstat()
        finish(peer, name)
        peer.expect(Kind.DONE)
        leave(peer)
    after = (victim.folder / name).lstat()
    assert (after.st_ino, after.st_mode, after.st_size, after.st_mtime_ns) == (
        before.st_ino, before.st_mode, before.st_size, before.st_mtime_ns,
    )  # fmt: skip
    assert (victim.folder / f"{name} (2)").read_bytes() == FILM


def test_two_thousand_names_that_are_taken_are_passed_over(victim: Running) -> None:
    folder = f"album {os.urandom(4).hex()}"
    with victim.liar() as peer:
        peer.offer(0, [folder], files=1, folders=1, total=3)
        peer.expect(Kind.ACCEPT)
        for number in range(1, 2000):
            name = folder if number == 1 else f"{folder} ({number})"
            (victim.folder / name).mkdir()
        entries, ends = [folder_entry(folder), file_entry(f"{folder}/a", 3)], [[0, bytes(32)], file_end(b"abc")]
        peer.send(Kind.ENTRIES, 0, entries)
        peer.send_data(0, b"abc")
        peer.send(Kind.FILE_ENDS, 0, 0, ends)
        peer.send(Kind.END, 0, manifest_digest(entries, ends))
        peer.expect(Kind.DONE)
        leave(peer)
    assert (victim.folder / f"{folder} (2000)" / "a").read_bytes() == b"abc"


# --- with the folder in which it arrives ----------------------------------------------------------------------------
# Whoever may write into the folder may rename what is in it. Into the private one only this person can reach, who
# could as well change a file once it has its name.


def gone(private: Path, around: Path) -> None:
    shutil.rmtree(private)


def a_link(private: Path, around: Path) -> None:
    private.rename(private.with_name(".moved"))
    private.symlink_to(around)


def another_with_other_content(private: Path, around: Path) -> None:
    private.rename(private.with_name(".moved"))
    shutil.copytree(private.with_name(".moved"), private)
    (private / "1").write_bytes(bytes(len(FILM)))


@pytest.mark.parametrize("mischief", [gone, a_link, another_with_other_content])
def test_a_private_folder_that_is_replaced_gives_nothing_a_name(
    victim: Running, mischief: Callable[[Path, Path], None]
) -> None:
    name = f"film {os.urandom(4).hex()}"
    with victim.liar() as peer:
        begin(peer, name)
        part = private(victim) / "1"
        wait_until(lambda: part.stat().st_size >= HALF)
        mischief(part.parent, victim.root / "around")
        with suppress(Hangup):
            finish(peer, name)
            while peer.receive()[0] not in {Kind.DONE, Kind.CANCEL}:
                pass
    if (victim.folder / name).exists():  # it is the one that was opened, wherever that is now
        assert (victim.folder / name).read_bytes() == FILM
    for left in victim.folder.glob(".*"):
        left.unlink() if left.is_symlink() else shutil.rmtree(left, ignore_errors=True)  # the program may be at it
