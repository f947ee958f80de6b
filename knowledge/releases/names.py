"""A file in a release has a relative ASCII name in small letters, which means the same in every file system."""

import re
from collections.abc import Iterable

from knowledge.releases.events import RefusedContents

NAME = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*")
LONGEST = 200


def refuse_unfit(names: Iterable[str]) -> None:
    known = set(names)
    if not known:
        raise RefusedContents("nothing to release")
    for name in sorted(known):
        if not fit(name):
            raise RefusedContents(f"a file cannot be called {name[:LONGEST]!r}")
    if both := sorted(known & folders(known)):
        raise RefusedContents(f"{both[0]!r} cannot be a file and a folder")


def fit(name: str) -> bool:
    return len(name) <= LONGEST and NAME.fullmatch(name) is not None


def folders(names: Iterable[str]) -> set[str]:
    """Every folder in which one of these lies."""
    return {name[:at] for name in names for at, sign in enumerate(name) if sign == "/"}
