"""A release never changes while it is held: every file read from it is compared with its hash first."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from knowledge.releases import canonical, durable
from knowledge.releases.canonical import NotAsWritten
from knowledge.releases.damage import Damage, Fault
from knowledge.releases.events import (
    NoSuchRelease,
    NotInRelease,
    PrunedRelease,
    ShelfUnreadable,
    TamperedBundle,
)
from knowledge.releases.manifest import Kept, Manifest, fingerprint

MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
"""In the form that `sha256sum -c` reads."""
CONTENT = "content"
GONE = {errno.ENOENT, errno.ENOTDIR}
NOT_A_FILE = {errno.ELOOP, errno.EINVAL}


@dataclass(frozen=True, slots=True)
class Release:
    manifest: Manifest
    fingerprint: str
    """The manifest's hash, and so a name for every byte of the release."""
    folder: Path = field(repr=False)

    @classmethod
    def open(cls, shelf: Path, number: int, known: str | None) -> Self:
        """Raise NoSuchRelease, TamperedBundle (its fingerprint is not the known one), NewerFormat, ShelfUnreadable."""
        folder = shelf / str(number)
        try:
            raw = durable.read(folder / MANIFEST, canonical.MOST_BYTES)
            is_own = fingerprint(raw) == known if known else _seal_of(folder) == seal(fingerprint(raw))
        except OSError as refusal:
            raise _event(NoSuchRelease(number), folder, MANIFEST, refusal) from refusal
        if not is_own:
            raise TamperedBundle(number, [Damage(MANIFEST, Fault.CHANGED)])
        return cls(_parsed(raw, number), fingerprint(raw), folder)

    @property
    def number(self) -> int:
        return self.manifest.number

    @property
    def made_on(self) -> date:
        return self.manifest.made_on

    @property
    def said(self) -> Mapping[str, str]:
        return self.manifest.said

    @property
    def files(self) -> Mapping[str, Kept]:
        return self.manifest.files

    def read(self, name: str) -> bytes:
        """Raise NotInRelease, PrunedRelease, TamperedBundle, ShelfUnreadable."""
        if name not in self.files:
            raise NotInRelease(self.number, name)
        path = f"{CONTENT}/{name}"
        try:
            content = durable.read(self.folder / path, self.files[name].size + 1)
        except OSError as refusal:
            raise _event(PrunedRelease(self.number), self.folder, path, refusal) from refusal
        if Kept.of(content) != self.files[name]:
            raise TamperedBundle(self.number, [Damage(path, Fault.CHANGED)])
        return content


def seal(of: str) -> bytes:
    return f"{of}  {MANIFEST}\n".encode()


def _seal_of(folder: Path) -> bytes:
    return durable.read(folder / SEAL, len(seal("")) + 65)


def _parsed(raw: bytes, number: int) -> Manifest:
    try:
        manifest = Manifest.parse(raw)
    except NotAsWritten:
        manifest = None
    if manifest is None or manifest.number != number:
        raise TamperedBundle(number, [Damage(MANIFEST, Fault.CHANGED)])
    return manifest


def _event(absent: NoSuchRelease, folder: Path, path: str, refusal: OSError) -> Exception:
    """A folder that is gone was pruned; a file that is gone from its folder was taken."""
    if refusal.errno in GONE:
        return TamperedBundle(absent.number, [Damage(path, Fault.MISSING)]) if os.path.lexists(folder) else absent
    if refusal.errno in NOT_A_FILE:
        return TamperedBundle(absent.number, [Damage(path, Fault.CHANGED)])
    return ShelfUnreadable(f"release {absent.number}, {path}: {refusal.strerror}")
