"""What somebody who holds the disk, and not the keys, can read and change."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def raw(file: Path) -> bytes:
    """Every byte of the database, its log and the log's index."""
    parts = (file.with_name(file.name + part) for part in ("", "-wal", "-shm"))
    return b"".join(part.read_bytes() for part in parts if part.exists())


def rows(file: Path, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 - a test's own word


def change(file: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql, values)


def columns(file: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
