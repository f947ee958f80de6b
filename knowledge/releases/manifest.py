"""A manifest names every file of a release with its hash; the manifest's own hash is the release's fingerprint."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Self

from knowledge.releases import canonical
from knowledge.releases.canonical import NotAsWritten
from knowledge.releases.names import fit

SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file must be."""

    sha256: str
    size: int

    @classmethod
    def of(cls, content: bytes) -> Self:
        return cls(fingerprint(content), len(content))


@dataclass(frozen=True, slots=True)
class Manifest:
    number: int
    made_on: date
    previous: int | None
    """The release that was active when this one was made."""
    said: Mapping[str, str]
    files: Mapping[str, Kept]

    def coded(self) -> bytes:
        return canonical.coded(
            {
                "number": self.number,
                "made_on": self.made_on.isoformat()[:10],  # a datetime is a date too
                "previous": self.previous,
                "said": dict(self.said),
                "files": {name: {"sha256": kept.sha256, "bytes": kept.size} for name, kept in self.files.items()},
            }
        )

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Raise NotAsWritten or NewerFormat."""
        read = canonical.fields(raw, {"number", "made_on", "previous", "said", "files"})
        try:
            made_on = date.fromisoformat(read["made_on"])
            files = {_name(name): _kept(**kept) for name, kept in read["files"].items()}
            said = {_text(key): _text(value) for key, value in read["said"].items()}
        except (TypeError, ValueError, AttributeError):
            raise NotAsWritten from None
        previous = None if read["previous"] is None else count(read["previous"])
        manifest = cls(count(read["number"]), made_on, previous, MappingProxyType(said), MappingProxyType(files))
        if manifest.coded() != raw:  # a day can be read in several spellings
            raise NotAsWritten
        return manifest


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


def count(value: Any) -> int:  # noqa: ANN401 - JSON can hold anything here
    if type(value) is not int or value < 0:
        raise NotAsWritten
    return value


def digest(value: Any) -> str:  # noqa: ANN401 - as above
    if SHA256.fullmatch(_text(value)) is None:
        raise NotAsWritten
    return str(value)


def _kept(*, sha256: Any, bytes: Any) -> Kept:  # noqa: A002, ANN401 - the manifest's own words, from JSON
    return Kept(digest(sha256), count(bytes))


def _name(value: str) -> str:
    if not fit(value):
        raise NotAsWritten
    return value


def _text(value: Any) -> str:  # noqa: ANN401 - as above
    if not isinstance(value, str):
        raise NotAsWritten
    return value
