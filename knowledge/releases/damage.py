"""What can be wrong with a release on the disk: a file that changed, is missing, is one too many, or cannot be read."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Damage:
    path: str
    """Within the release's folder; what is not ASCII is escaped."""
    fault: Fault

    def __str__(self) -> str:
        return f"{self.path} {self.fault}"
