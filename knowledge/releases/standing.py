"""A release stands on the shelf in the folder of its number; whatever is named otherwise is no release."""

import re
from pathlib import Path

from knowledge.releases.events import ShelfUnreadable

NUMBER = re.compile("[1-9][0-9]{0,8}")


def numbers(shelf: Path) -> tuple[int, ...]:
    """In order. A shelf that is not there yet has none."""
    try:
        return tuple(sorted(int(each.name) for each in shelf.iterdir() if NUMBER.fullmatch(each.name)))
    except FileNotFoundError:
        return ()
    except OSError as refusal:
        raise ShelfUnreadable(f"the shelf: {refusal.strerror}") from refusal
