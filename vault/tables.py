"""What is written down. `WHAT_WE_HOLD.md` explains every column, and a test compares the two."""

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

WHOLE = Integer().with_variant(BigInteger(), "postgresql")
STRICT: dict[str, Any] = {"sqlite_strict": True}
# An id that is never given twice: what was sent under the old one must not delete the new one.
UNREPEATED: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}

VAULT = Table(
    "vault",
    METADATA,
    Column("version", WHOLE, nullable=False),
    Column("key_check", LargeBinary, nullable=False),
    **STRICT,
)

INBOX = Table(
    "inbox",
    METADATA,
    Column("update_id", WHOLE, primary_key=True, autoincrement=False),
    Column("arrival", WHOLE, nullable=False),
    Column("state", Text, nullable=False),
    Column("since_hour", WHOLE, nullable=False),
    Column("tries", WHOLE, nullable=False),
    Column("lane", LargeBinary),
    Column("body", LargeBinary),
    Index("inbox_in_order", "state", "arrival"),
    Index("inbox_of_lane", "lane", "state"),
    Index("inbox_arrival", "arrival"),
    **STRICT,
)

SESSION = Table(
    "session",
    METADATA,
    Column("lane", LargeBinary, primary_key=True),
    Column("born_hour", WHOLE, nullable=False),
    Column("saved_hour", WHOLE, nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    **STRICT,
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", WHOLE, primary_key=True),
    Column("lane", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("revision", WHOLE, nullable=False),
    Column("tries", WHOLE, nullable=False),
    Column("posted_hour", WHOLE, nullable=False),
    Column("wait_hour", WHOLE, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("outbox_of_lane", "lane", "id"),
    **UNREPEATED,
)

SWEEP = Table(
    "sweep",
    METADATA,
    Column("id", WHOLE, primary_key=True),
    Column("lane", LargeBinary, nullable=False),
    Column("due_hour", WHOLE, nullable=False),
    Column("deadline_hour", WHOLE, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("sweep_of_lane", "lane", "id"),
    Index("sweep_due", "due_hour"),
    **UNREPEATED,
)
