"""SQLite as this room needs it: one connection, every transaction immediate, every pragma read back after it was set.

Deleting does not erase: a row stays in the write-ahead log until that is emptied, and `secure_delete` misses the copies
left in the unused part of a page when SQLite moves rows between pages (up to 5 of 600 wiped keys, measured on 3.40).
Rewriting the file erases those too.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import URL, Connection, StaticPool, create_engine, event

from vault.events import UnsafeDatabase, VaultBusy
from vault.lives import HOUR
from vault.refusals import refusals_as_events

PRAGMAS: tuple[tuple[str, str, str | int], ...] = (
    ("busy_timeout", "5000", 5000),
    ("auto_vacuum", "INCREMENTAL", 2),  # before WAL: the first thing written fixes it
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("temp_store", "MEMORY", 2),
    ("journal_size_limit", "1048576", 1048576),
)

QUICKLY_REWRITTEN = 16 * 2**20
"""Some 60 ms for these 16 MB, measured. A larger file is rewritten once an hour."""


class Database:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._engine = create_engine(
            URL.create("sqlite", database=str(file)),
            poolclass=StaticPool,
            connect_args={"isolation_level": None},  # otherwise sqlite3 begins transactions of its own, deferred ones
            hide_parameters=True,
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin_immediate)
        self._rewritten, self._changes = 0.0, -1

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        with refusals_as_events(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Begins without the lock for writing: possible where the disk is full or cannot be written."""
        looking = self._engine.connect().execution_options(reading=True)
        with refusals_as_events(), looking as connection, connection.begin():
            yield connection

    def erase(self, now: float) -> None:
        """What was deleted leaves the log and the file. Raise VaultBusy while another process still reads it."""
        with refusals_as_events(), closing(self._engine.raw_connection()) as borrowed:
            connection = cast("sqlite3.Connection", borrowed.driver_connection)
            _empty_log(connection)
            self._rewrite(connection, now)

    def _rewrite(self, connection: sqlite3.Connection, now: float) -> None:
        changes = connection.total_changes
        small = self._file.stat().st_size <= QUICKLY_REWRITTEN
        if changes == self._changes or not (small or abs(now - self._rewritten) >= HOUR):
            return
        connection.execute("VACUUM")
        _empty_log(connection)
        self._rewritten, self._changes = now, changes

    def close(self) -> None:
        self._engine.dispose()


def _empty_log(connection: sqlite3.Connection) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise VaultBusy("another process still reads the database")


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    for name, wanted, expected in PRAGMAS:
        if _held(connection, name) == expected:
            continue  # setting it again would write to the file
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        if _held(connection, name) != expected:
            raise UnsafeDatabase(f"SQLite does not set {name} to {wanted}")


def _held(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _begin_immediate(connection: Connection) -> None:
    """The right to write is taken before anything is read: two writers wait for each other, neither fails half-way."""
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reading") else "BEGIN IMMEDIATE")
