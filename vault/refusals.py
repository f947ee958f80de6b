"""When SQLite refuses, the callers learn it as one of our events: they know no database by name."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

from vault.events import VaultBusy, VaultDamaged, VaultFailed, VaultFull

PRIMARY_CODE = 0xFF

EVENTS: Mapping[int, tuple[type[VaultFailed], str]] = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: (VaultFull, "no space is left for the database"),
        sqlite3.SQLITE_BUSY: (VaultBusy, "another process holds the database"),
        sqlite3.SQLITE_LOCKED: (VaultBusy, "another process holds the database"),
        sqlite3.SQLITE_CORRUPT: (VaultDamaged, "the database is damaged"),
        sqlite3.SQLITE_NOTADB: (VaultDamaged, "the database is damaged"),
        sqlite3.SQLITE_READONLY: (VaultFailed, "the database cannot be written"),
        sqlite3.SQLITE_PERM: (VaultFailed, "the database cannot be written"),
        sqlite3.SQLITE_IOERR: (VaultFailed, "the disk refuses the database"),
        sqlite3.SQLITE_CANTOPEN: (VaultFailed, "the database cannot be opened"),
        sqlite3.SQLITE_NOMEM: (VaultFailed, "no memory is left for the database"),
    }
)


@contextmanager
def refusals_as_events() -> Iterator[None]:
    """A mistake in our own SQL is none of these: it stays what it is."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        code = primary_code(error.orig if isinstance(error, DBAPIError) else error)
        if code not in EVENTS:
            raise
        happened, sentence = EVENTS[code]
        raise happened(sentence) from error


def primary_code(error: BaseException | None) -> int:
    """Zero where the error did not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
