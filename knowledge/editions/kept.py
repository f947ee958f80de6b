"""Editions wait here until a release takes them up. A file appears whole or not at all."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from knowledge.editions.edition import Edition
from knowledge.editions.wire import UnreadableEdition, edition_from_json, edition_to_json
from knowledge.releases import durable

_KEPT = "[0-9]*.json"
"""Names begin with the day; what is unfinished begins with a dot."""


class Kept(Enum):
    """`OLDER` stands beside a newer edition of the same act and is used by no release."""

    NEW = auto()
    ALREADY_THERE = auto()
    OLDER = auto()


@dataclass(frozen=True, slots=True)
class Editions:
    folder: Path

    def keep(self, edition: Edition) -> Kept:
        """Raise OSError where the disk is full or closed; what stood there before stays as it was."""
        place = self._place(edition)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _one_at_a_time(place.parent):
            if place.exists():
                return Kept.ALREADY_THERE
            newest = self.newest(edition.act.name, edition.language)
            _write_whole(place, edition_to_json(edition))
        return Kept.OLDER if newest and newest.as_of > edition.as_of else Kept.NEW

    def newest(self, act: str, language: str) -> Edition | None:
        """The edition of the latest day; of two for one day, the one kept last."""
        found = sorted(
            self.folder.glob(f"{act}/{language}/{_KEPT}"), key=lambda file: (file.name[:10], file.stat().st_mtime)
        )
        return _read(found[-1]) if found else None

    def all_newest(self) -> Iterator[Edition]:
        """One for every act and language."""
        for place in sorted({file.parent for file in self.folder.glob(f"*/*/{_KEPT}")}):
            newest = self.newest(place.parent.name, place.name)
            if newest:
                yield newest

    def _place(self, edition: Edition) -> Path:
        return self.folder / edition.act.name / edition.language / f"{edition.as_of}-{edition.name}.json"


def _read(place: Path) -> Edition:
    """Raise UnreadableEdition: its name says what its words were when it was kept."""
    try:
        edition = edition_from_json(place.read_bytes())
    except UnreadableEdition as error:
        raise UnreadableEdition(f"{place}: {error}") from None
    if place.stem != f"{edition.as_of}-{edition.name}":
        raise UnreadableEdition(f"{place}: not as it was kept; remove it and import the document again")
    return edition


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Two editors who import at once wait for each other; the lock falls with its process."""
    with (folder / ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write_whole(place: Path, content: bytes) -> None:
    """Under another name first: what a crash leaves there no reader looks at, and the next import removes it."""
    durable.clear(place.parent)
    unfinished = place.parent / f"{durable.UNFINISHED}{place.name}"
    try:
        durable.write(unfinished, content)
        unfinished.replace(place)
        durable.write_down(place.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        place.unlink(missing_ok=True)
        raise
