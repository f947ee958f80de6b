"""A release is written under another name and renamed to its number once every byte of it is on the disk."""

from collections.abc import Callable, Mapping
from pathlib import Path

from knowledge.releases import canonical, durable
from knowledge.releases.canonical import NotAsWritten
from knowledge.releases.durable import UNFINISHED
from knowledge.releases.events import RefusedContents, UnchangedRelease
from knowledge.releases.inspection import inspect
from knowledge.releases.manifest import Manifest, fingerprint
from knowledge.releases.names import folders
from knowledge.releases.release import CONTENT, MANIFEST, SEAL, Release, seal

Progress = Callable[[int, int], None]
"""Files written so far, files in all."""


def unwatched(_written: int, _of: int) -> None:
    """For builds that nobody waits for."""


def refuse_unchanged(shelf: Path, newest: int, known: str | None, manifest: Manifest) -> None:
    """A number stands for one state of the contents. A damaged release is no such state: it may be built again."""
    if not inspect(shelf, newest, known) and Release.open(shelf, newest, known).files == manifest.files:
        raise UnchangedRelease(newest)


def coded(manifest: Manifest) -> bytes:
    """What could not be read back is not written."""
    try:
        raw = manifest.coded()
        Manifest.parse(raw)
    except (NotAsWritten, UnicodeEncodeError):
        raise RefusedContents("what is said of the release is not text") from None
    if len(raw) >= canonical.MOST_BYTES:
        raise RefusedContents(f"the manifest would be {len(raw)} bytes long")
    return raw


def write(shelf: Path, manifest: Manifest, contents: Mapping[str, bytes], progress: Progress) -> None:
    raw, staging = coded(manifest), shelf / f"{UNFINISHED}build"
    durable.make_folder(staging)
    _write_contents(staging / CONTENT, contents, progress)
    durable.write(staging / SEAL, seal(fingerprint(raw)))
    durable.write(staging / MANIFEST, raw)
    durable.write_down(staging)
    staging.rename(shelf / str(manifest.number))
    durable.write_down(shelf)


def _write_contents(place: Path, contents: Mapping[str, bytes], progress: Progress) -> None:
    places = [place, *(place / folder for folder in sorted(folders(contents)))]  # the outer before the inner
    for each in places:
        durable.make_folder(each)
    for written, (name, content) in enumerate(sorted(contents.items()), 1):
        durable.write(place / name, content)
        progress(written, len(contents))
    for each in reversed(places):
        durable.write_down(each)
