"""A release is sound when its folder holds what its manifest names, byte for byte, and nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

from knowledge.releases import durable
from knowledge.releases.damage import Damage, Fault
from knowledge.releases.events import NoSuchRelease, TamperedBundle
from knowledge.releases.manifest import Kept
from knowledge.releases.names import folders
from knowledge.releases.release import CONTENT, MANIFEST, SEAL, Release, seal


def inspect(shelf: Path, number: int, known: str | None) -> tuple[Damage, ...]:
    """Raise NoSuchRelease, NewerFormat, ShelfUnreadable."""
    try:
        found = tuple(_damage(Release.open(shelf, number, known)))
    except TamperedBundle as tampered:
        found = tampered.damage
    if not os.path.lexists(shelf / str(number)):  # pruned while it was read
        raise NoSuchRelease(number)
    return found


def _damage(release: Release) -> Iterator[Damage]:
    named = {f"{CONTENT}/{name}": kept for name, kept in release.files.items()}
    named[SEAL] = Kept.of(seal(release.fingerprint))
    for path, kept in named.items():
        if fault := _fault(release.folder / path, kept):
            yield Damage(path, fault)
    for path in sorted(_extra(release.folder, {*named, MANIFEST})):
        yield Damage(path.encode("ascii", "backslashreplace").decode(), Fault.EXTRA)


def _fault(file: Path, kept: Kept) -> Fault | None:
    try:
        return None if Kept.of(durable.read(file, kept.size + 1)) == kept else Fault.CHANGED
    except FileNotFoundError:
        return Fault.MISSING
    except OSError:
        return Fault.UNREADABLE


def _extra(folder: Path, files: set[str]) -> Iterator[str]:
    """A link in a folder's place is found here too: what lies behind it is not the release's."""
    known = folders(files)
    for place, inner, names in os.walk(folder):
        here = Path(place).relative_to(folder)
        yield from ({str(here / name) for name in names} - files)
        yield from (path for name in inner if (path := str(here / name)) not in known or (folder / path).is_symlink())
