"""One small file says which release is active. It is replaced whole, and it holds that release's fingerprint."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from knowledge.releases import canonical, durable
from knowledge.releases.canonical import NotAsWritten
from knowledge.releases.durable import UNFINISHED
from knowledge.releases.events import ShelfUnreadable, TamperedPointer
from knowledge.releases.manifest import count, digest

FILE = "active.json"
MOST_REMEMBERED = 10


@dataclass(frozen=True, slots=True)
class Activated:
    """A release by number and fingerprint: neither can be changed alone."""

    number: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Pointer:
    history: tuple[Activated, ...]
    """The active one, then the one that was active before it, and so on."""

    @property
    def active(self) -> Activated:
        return self.history[0]

    def fingerprint(self, number: int) -> str | None:
        return next((each.fingerprint for each in self.history if each.number == number), None)

    def coded(self) -> bytes:
        rows = [{"number": each.number, "fingerprint": each.fingerprint} for each in self.history]
        return canonical.coded({"history": rows})

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Raise NotAsWritten or NewerFormat."""
        rows = canonical.fields(raw, {"history"})["history"]
        if not isinstance(rows, list) or not rows:
            raise NotAsWritten
        return cls(tuple(_activated(row) for row in rows))


def _activated(row: Any) -> Activated:  # noqa: ANN401 - JSON can hold anything here
    if not isinstance(row, dict) or row.keys() != {"number", "fingerprint"}:
        raise NotAsWritten
    return Activated(count(row["number"]), digest(row["fingerprint"]))


def read(shelf: Path) -> Pointer | None:
    """None where nothing was ever activated. Raise TamperedPointer, NewerFormat, ShelfUnreadable."""
    try:
        return Pointer.parse(durable.read(shelf / FILE, canonical.MOST_BYTES))
    except FileNotFoundError:
        return None
    except OSError as refusal:
        raise ShelfUnreadable(f"{FILE}: {refusal.strerror}") from refusal
    except NotAsWritten:
        raise TamperedPointer(f"{FILE} is not as it was written") from None


def swap(shelf: Path, before: Pointer | None, after: Pointer) -> None:
    """What was active is kept aside first: putting it back must need no space on the disk."""
    if before:
        durable.write(shelf / f"{UNFINISHED}pointer-before", before.coded())
    durable.write(shelf / f"{UNFINISHED}pointer", after.coded())
    (shelf / f"{UNFINISHED}pointer").replace(shelf / FILE)
    try:
        durable.write_down(shelf)
    except OSError:
        with suppress(OSError):
            _put_back(shelf, before)
        raise


def _put_back(shelf: Path, before: Pointer | None) -> None:
    if before:
        (shelf / f"{UNFINISHED}pointer-before").replace(shelf / FILE)
    else:
        (shelf / FILE).unlink()
