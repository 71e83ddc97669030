"""A peer of a verified session that offers trees: it says the right thing, or almost, or whatever it likes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from blake3 import blake3
from msgspec.structs import replace

from desktop_app.protocol.manifest import Entry, EntryKind, FileEnd, FileResult, ManifestDigest
from desktop_app.protocol.messages import End, Entries, FileEnds, Message, Names, Offer
from tests.fuzz.choices import Choices
from tests.support.top_names import of_entries

_NAMES = ("a", "b.txt", "photos", "mine.txt", "A", "link", "..", "run.sh", "\u202ex", "con", ".tallystick-partial-1")
_SIZES = (0, 1, 5, 100, 4096)


@dataclass
class Sent:
    """One offer and what came of it."""

    stream: int
    number: bytes
    entries: list[Entry]
    contents: list[bytes]
    announced: int = 0
    begun: tuple[int, int] = (0, 0)  # file and byte that come next
    ended: int = 0
    manifest: ManifestDigest = field(default_factory=ManifestDigest)

    @classmethod
    def of(cls, stream: int, choices: Choices) -> "Sent":
        entries, contents = list[Entry](), list[bytes]()
        number = choices.exactly(1) * 16
        folder = ""
        for _ in range(1 + choices.byte() % 6):
            how = choices.byte()
            name = _NAMES[how % 16] if how % 16 < len(_NAMES) else choices.piece().decode(errors="replace")
            path = folder + name
            if how & 0x10:
                folder = f"{path}/" if how & 0x20 else ""
                entries.append(Entry(path, EntryKind.FOLDER, 0, choices.byte() << 55, executable=False))
                contents.append(b"")
            else:
                content = bytes((how,)) * _SIZES[choices.byte() % len(_SIZES)]
                if path == "mine.txt" and how & 0x40:
                    content = b"mine"
                entries.append(Entry(path, EntryKind.FILE, len(content), 1, executable=bool(how & 0x80)))
                contents.append(content)
        return cls(stream, number, entries, contents)

    def offer(self) -> Offer | None:
        return cast(Offer | None, next(self.offer_in_parts(len(self.entries)), None))

    def offer_in_parts(self, step: int, *, more: int = 0) -> Iterator[Message]:
        """OFFER with so many of its names, and NAMES. `more`: bytes of the first that never come."""
        tops = list(of_entries(self.entries))
        if more and tops[0].files:
            tops[0] = replace(tops[0], size=tops[0].size + more)
        files = sum(entry.kind is EntryKind.FILE for entry in self.entries)
        total, longest = sum(top.size for top in tops), max(len(entry.path.encode()) for entry in self.entries)
        folders = len(self.entries) - files
        try:
            yield Offer(
                self.number, self.stream, files, folders, total, len(tops), 0, min(longest, 1024), tops[:step]
            )  # fmt: skip
            for at in range(step, len(tops), step):
                yield Names(self.stream, tops[at : at + step])
        except ValueError:
            return

    def go_on_from(self, entries: int, offset: int) -> None:
        """As RESUME says; the manifest is over everything."""
        self.manifest = ManifestDigest()
        for index, entry in enumerate(self.entries[:entries]):
            self._add(entry, self.contents[index])
        self.announced = self.ended = min(entries, len(self.entries))
        self.begun = (self.ended, offset)

    def next_entries(self, count: int) -> Message | None:
        some = self.entries[self.announced : self.announced + 1 + count]
        self.announced += len(some)
        return Entries(self.stream, some) if some else None

    def next_bytes(self, most: int) -> bytes:
        """Of the files that were announced, back to back."""
        found = b""
        file, at = self.begun
        while file < self.announced and len(found) < most:
            part = self.contents[file][at : at + most - len(found)]
            found, at = found + part, at + len(part)
            if at >= len(self.contents[file]):
                file, at = file + 1, 0
        self.begun = (file, at)
        return found

    def next_ends(self, count: int, result: FileResult = FileResult.OK, *, wrong: bool = False) -> Message | None:
        """`wrong`: with digests of something else."""
        ends, first = list[FileEnd](), self.ended
        for index in range(first, min(self.announced, first + 1 + count)):
            entry, content = self.entries[index], self.contents[index]
            good = result is FileResult.OK or entry.kind is EntryKind.FOLDER
            digest = self._add(entry, content + b"?" * wrong, FileResult.OK if good else result)
            ends.append(FileEnd(FileResult.OK if good else result, digest if good else b""))
        self.ended += len(ends)
        return FileEnds(self.stream, first, ends) if ends else None

    def end(self) -> Message:
        return End(self.stream, self.manifest.finish())

    def _add(self, entry: Entry, content: bytes, result: FileResult = FileResult.OK) -> bytes:
        digest = bytes(32) if entry.kind is EntryKind.FOLDER else blake3(content).digest()
        self.manifest.add(entry, result, digest)
        return digest
