"""What a family does, in no channel's words."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Opened:
    """The conversation was opened, or opened anew: `/start`."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A choice of the present card, by its name."""

    choice: str


@dataclass(frozen=True, slots=True)
class Said:
    """Typed text. `today` is the reader's date, to refuse dates that have not come yet."""

    text: str
    today: date


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Something the program does not open: a photo, a voice, a contact. `remark` is the key of the reason."""

    remark: str


Event: TypeAlias = Opened | Tapped | Said | Unwanted
