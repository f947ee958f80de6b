"""A citation is the stable name of a provision, report or guide: `criminal-code/307-1/2` is Article 307(1), part 2."""

import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*(/[а-я])?")


class MalformedCitation(ValueError):
    """A citation has lower-case segments between single slashes, and may end in one Cyrillic clause letter."""


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    name: str

    @classmethod
    def parse(cls, name: str) -> Self:
        """Accept `criminal-code/84/2/в`, `constitution/20`, `law-2169`, `report/supreme-court-2025-08-07`."""
        if not _FORM.fullmatch(name):
            raise MalformedCitation(f"not a citation: {name!r}")
        return cls(name)

    def __str__(self) -> str:
        return self.name
