"""A damaged database is never repaired: a guess about a family's case is worse than asking again. It is put aside."""

import os
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from vault.lives import DAMAGED_FILE, HOUR, hour
from vault.refusals import primary_code, refusals_as_events

DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
PARTS = ("-wal", "-shm", "")
"""The log goes first: one left behind would be replayed into the new file."""
BLOCK = 2**16


def sound(file: Path) -> bool:
    with refusals_as_events(), closing(sqlite3.connect(file, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            return connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError as error:
            if primary_code(error) in DAMAGE:
                return False
            raise


def move_aside(file: Path, now: float) -> None:
    """Numbered by the hour, which says when it must go."""
    number = next(n for n in count(hour(now) // HOUR) if not any(_aside(file, n, part).exists() for part in PARTS))
    for part in PARTS:
        here = file.with_name(file.name + part)
        if here.exists():
            here.rename(_aside(file, number, part))


def destroy_old(file: Path, now: float) -> None:
    """The keys still open what it holds: it lives no longer than anything else."""
    prefix = f"{file.name}.damaged-"
    for aside in [each for each in file.parent.iterdir() if each.name.startswith(prefix)]:
        number = aside.name.removeprefix(prefix).split("-")[0]
        if number.isdecimal() and abs(now - int(number) * HOUR) >= DAMAGED_FILE:
            _overwrite(aside)
            aside.unlink()


def _aside(file: Path, number: int, part: str) -> Path:
    return file.with_name(f"{file.name}.damaged-{number}{part}")


def _overwrite(file: Path) -> None:
    with file.open("r+b") as stream:
        for _ in range(0, file.stat().st_size, BLOCK):
            stream.write(bytes(BLOCK))
        stream.flush()
        os.fsync(stream.fileno())
