"""Shelves to try things on, and the one question that is asked after every accident: is all that stands there whole?"""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from knowledge.releases.events import UnchangedRelease
from knowledge.releases.release import Release
from knowledge.releases.shelf import Shelf

DAY = date(2026, 1, 31)
ON_A_SHELF = re.compile(r"[1-9][0-9]*|lock|active\.json")


def contents(generation: int, size: int = 40) -> dict[str, bytes]:
    """Every file tells the generation, so that a mixture of two would show."""
    return dict.fromkeys(("law/307-1/tg.md", "law/307-1/ru.md", "index/vectors.npy"), b"%d " % generation * size)


def publish(shelf: Shelf, generation: int) -> Release:
    try:
        number = shelf.build(contents(generation), made_on=DAY, said={"generation": str(generation)}).number
    except UnchangedRelease as unchanged:
        number = unchanged.number
    return shelf.activate(number)


def published(folder: Path, generations: int) -> Shelf:
    shelf = Shelf(folder)
    for generation in range(1, generations + 1):
        publish(shelf, generation)
    return shelf


def changes(shelf: Shelf, next_one: int) -> tuple[Callable[[], Release], ...]:
    """Every way to change a shelf that has two releases."""
    return (partial(publish, shelf, next_one), partial(shelf.activate, 1), shelf.roll_back)


def generation(release: Release) -> int:
    """Raise AssertionError where the files of a release are not of one generation."""
    told = {each for name in release.files for each in release.read(name).split()}
    assert told == {release.said["generation"].encode()}
    return int(release.said["generation"])


def active(shelf: Shelf) -> int:
    """The number of the active release, which is whole; 0 where there is none."""
    release = shelf.active()
    if release is None:
        return 0
    assert shelf.verify(release.number) == ()
    generation(release)
    return release.number


def left_overs(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if not ON_A_SHELF.fullmatch(each.name)}


def all_whole(shelf: Shelf) -> bool:
    return all(shelf.verify(number) == () for number in shelf.numbers())
