"""What waits to be sent. A family's messages go out in order, so only the oldest of each lane is ever due."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, or_, select, update

from vault.keys import Purpose
from vault.lives import POST, hour, over, pull_back, waited
from vault.moment import Moment
from vault.tables import OUTBOX
from vault.timed import WAIT, parted, with_times


@dataclass(frozen=True, slots=True)
class Posted:
    """`revision` grows with each new body of the row, so that `sent` deletes only what was sent."""

    id: int
    lane: bytes = field(repr=False)
    kind: str
    body: bytes = field(repr=False)
    revision: int
    tries: int


class Outbox:
    def __init__(self, moment: Moment) -> None:
        self._connection, self._now, self._seal = moment.connection, moment.now, moment.seal(Purpose.OUTBOX)

    def post(self, lane: bytes, kind: str, body: bytes, *, once: bool = False) -> None:
        """With `once` the lane's pending row of this kind, if any, gets the body; how long it must wait stays."""
        pending = self._pending(lane, kind) if once else None
        if pending is None:
            self._write(Posted(self._new_id(lane, kind), lane, kind, body, revision=1, tries=0), until=0)
        else:
            old, until = self._read(pending)
            self._write(replace(old, body=body, revision=old.revision + 1), until, posted_hour=hour(self._now))

    def waiting(self, lane: bytes, kind: str) -> bytes | None:
        """The body of the lane's newest row of this kind."""
        pending = self._pending(lane, kind)
        return None if pending is None else self._read(pending)[0].body

    def due(self, limit: int) -> list[Posted]:
        """The oldest first. A lane whose oldest row must wait gives none."""
        oldest = select(func.min(OUTBOX.c.id)).group_by(OUTBOX.c.lane)
        started = or_(OUTBOX.c.wait_hour <= self._now, OUTBOX.c.wait_hour > self._now + POST)
        heads = select(OUTBOX).where(OUTBOX.c.id.in_(oldest), started).order_by(OUTBOX.c.id)
        return list(islice(self._ready(heads), limit))

    def sent(self, id: int, revision: int) -> None:  # noqa: A002 - the column's name and the callers' word
        """Nothing happens where a newer body was posted meanwhile: it is due as well."""
        self._connection.execute(delete(OUTBOX).where(OUTBOX.c.id == id, OUTBOX.c.revision == revision))

    def postpone(self, id: int, until: float) -> None:  # noqa: A002 - as in `sent`
        row = self._connection.execute(select(OUTBOX).where(OUTBOX.c.id == id)).first()
        if row is not None:
            posted, _ = self._read(row)
            self._write(replace(posted, tries=posted.tries + 1), until)

    def drop(self, lane: bytes) -> None:
        self._connection.execute(delete(OUTBOX).where(OUTBOX.c.lane == lane))

    def expire(self) -> None:
        self._connection.execute(pull_back(OUTBOX.c.posted_hour, self._now))
        self._connection.execute(delete(OUTBOX).where(over(OUTBOX.c.posted_hour, POST, self._now)))

    def _pending(self, lane: bytes, kind: str) -> Row[Any] | None:
        of_kind = select(OUTBOX).where(OUTBOX.c.lane == lane, OUTBOX.c.kind == kind)
        return self._connection.execute(of_kind.order_by(OUTBOX.c.id.desc()).limit(1)).first()

    def _ready(self, heads: Select[Any]) -> Iterator[Posted]:
        with self._connection.execute(heads) as rows:
            for posted, until in map(self._read, rows):
                if waited(until, POST, self._now):
                    yield posted

    def _new_id(self, lane: bytes, kind: str) -> int:
        """The seal binds the id, so the row must stand before its body can be sealed."""
        empty = {"revision": 0, "tries": 0, "posted_hour": hour(self._now), "wait_hour": 0, "body": b""}
        row = insert(OUTBOX).values(lane=lane, kind=kind, **empty).returning(OUTBOX.c.id)
        return int(self._connection.execute(row).scalar_one())

    def _read(self, row: Row[Any]) -> tuple[Posted, float]:
        opened = self._seal.open(row.body, row.lane, row.id, row.kind, str(row.revision))
        (until,), body = parted(WAIT, opened)
        return Posted(row.id, row.lane, row.kind, body, row.revision, row.tries), until

    def _write(self, posted: Posted, until: float, **more: int) -> None:
        body = with_times(WAIT, posted.body, until)
        sealed = self._seal.close(body, posted.lane, posted.id, posted.kind, str(posted.revision))
        values = {"revision": posted.revision, "tries": posted.tries, "wait_hour": hour(until), "body": sealed}
        self._connection.execute(update(OUTBOX).where(OUTBOX.c.id == posted.id).values(**values, **more))
