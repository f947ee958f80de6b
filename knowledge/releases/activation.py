"""Activating verifies every byte, swaps the pointer, then prunes: ten releases stay, and those still in use."""

from contextlib import suppress
from pathlib import Path

from knowledge.releases import pointer
from knowledge.releases.durable import UNFINISHED
from knowledge.releases.events import NothingToRollBackTo, TamperedBundle
from knowledge.releases.inspection import inspect
from knowledge.releases.pointer import MOST_REMEMBERED, Activated, Pointer
from knowledge.releases.release import Release
from knowledge.releases.standing import numbers

NEWEST_KEPT = 10


def activate(shelf: Path, number: int) -> Release:
    before = pointer.read(shelf)
    release = _verified(shelf, number, before.fingerprint(number) if before else None)
    history = before.history if before else ()
    if not before or before.active.number != number:
        _swap(shelf, before, (Activated(number, release.fingerprint), *history))
    return release


def roll_back(shelf: Path) -> Release:
    before = pointer.read(shelf)
    if before is None or len(before.history) == 1:
        raise NothingToRollBackTo("no other release was active before")
    target = before.history[1]
    release = _verified(shelf, target.number, target.fingerprint)
    _swap(shelf, before, before.history[1:])
    return release


def _verified(shelf: Path, number: int, known: str | None) -> Release:
    if damage := inspect(shelf, number, known):
        raise TamperedBundle(number, damage)
    return Release.open(shelf, number, known)


def _swap(shelf: Path, before: Pointer | None, history: tuple[Activated, ...]) -> None:
    """The release that was just left stays too: readers still hold it."""
    in_use = {each.number for each in (*history[:2], *(before.history[:1] if before else ()))}
    kept = in_use.union(numbers(shelf)[-NEWEST_KEPT:])
    remembered = tuple(each for each in history if each.number in kept)
    pointer.swap(shelf, before, Pointer(remembered[:MOST_REMEMBERED]))
    _prune(shelf, kept)


def _prune(shelf: Path, kept: set[int]) -> None:
    """Renamed first, so that no half of a release ever stands under its number."""
    for number in set(numbers(shelf)) - kept:
        with suppress(OSError):  # the new release is active; the next activation prunes again
            (shelf / str(number)).rename(shelf / f"{UNFINISHED}pruned-{number}")
