"""One process at a time changes the shelf. The system lets go of the lock when that process ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from knowledge.releases import durable
from knowledge.releases.events import BuildUnderWay, ShelfUnwritable

LOCK = "lock"


@contextmanager
def alone(shelf: Path) -> Iterator[None]:
    """Left-overs are removed before and after; whatever the system refuses becomes ShelfUnwritable."""
    try:
        _stand_up(shelf)
        with _locked(shelf / LOCK):
            durable.clear(shelf)
            try:
                yield
            finally:
                with suppress(OSError):  # the next one tries again
                    durable.clear(shelf)
    except OSError as refusal:
        raise ShelfUnwritable(refusal.strerror or type(refusal).__name__) from refusal


def _stand_up(shelf: Path) -> None:
    if not shelf.is_dir():
        with suppress(FileExistsError):  # another process was first
            durable.make_folder(shelf)
        durable.write_down(shelf.parent)


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    """The file is never removed: two processes could each lock one of that name."""
    descriptor = os.open(file, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        _lock(descriptor)
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # closing is not enough where a forked child holds the descriptor too
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BuildUnderWay("another process changes the shelf") from None
