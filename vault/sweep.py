"""Which messages must still be deleted in Telegram. The one place that knows a chat's real id, under its own key.

Nothing here expires by itself: the row is the last way to a message that lies on a family's phone. Whoever could not
delete the message by its deadline overwrites it, and then forgets the row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from sqlalchemy import Row, Select, delete, insert, or_, select, update

from vault.keys import Purpose
from vault.lives import SWEEP as LONGEST_WAIT
from vault.lives import hour, waited
from vault.moment import Moment
from vault.tables import SWEEP
from vault.timed import DUE, parted, with_times


@dataclass(frozen=True, slots=True)
class Swept:
    id: int
    lane: bytes = field(repr=False)
    body: bytes = field(repr=False)
    due: float
    deadline: float


class Sweep:
    def __init__(self, moment: Moment) -> None:
        self._connection, self._now, self._seal = moment.connection, moment.now, moment.seal(Purpose.SWEEP)

    def remember(self, lane: bytes, body: bytes, due: float, deadline: float) -> None:
        """The seal binds the id, so the row must stand before its body can be sealed."""
        row = insert(SWEEP).values(lane=lane, due_hour=0, deadline_hour=0, body=b"").returning(SWEEP.c.id)
        self._write(Swept(self._connection.execute(row).scalar_one(), lane, body, due, deadline))

    def of(self, lane: bytes) -> list[Swept]:
        """The newest first: it is what stands on the screen."""
        of_lane = select(SWEEP).where(SWEEP.c.lane == lane).order_by(SWEEP.c.id.desc())
        return [self._read(row) for row in self._connection.execute(of_lane).all()]

    def due(self, limit: int) -> list[Swept]:
        """The nearest deadline first."""
        started = or_(SWEEP.c.due_hour <= self._now, SWEEP.c.due_hour > self._now + LONGEST_WAIT)
        return list(
            islice(self._ready(select(SWEEP).where(started).order_by(SWEEP.c.deadline_hour, SWEEP.c.id)), limit)
        )

    def postpone(self, id: int, until: float) -> None:  # noqa: A002 - the column's name and the callers' word
        row = self._connection.execute(select(SWEEP).where(SWEEP.c.id == id)).first()
        if row is not None:
            self._write(replace(self._read(row), due=until))

    def forget(self, ids: Iterable[int]) -> None:
        self._connection.execute(delete(SWEEP).where(SWEEP.c.id.in_(list(ids))))

    def _ready(self, started: Select[Any]) -> Iterator[Swept]:
        with self._connection.execute(started) as rows:
            for swept in map(self._read, rows):
                if waited(swept.due, LONGEST_WAIT, self._now):
                    yield swept

    def _read(self, row: Row[Any]) -> Swept:
        (due, deadline), body = parted(DUE, self._seal.open(row.body, row.lane, row.id))
        return Swept(row.id, row.lane, body, due, deadline)

    def _write(self, swept: Swept) -> None:
        body = with_times(DUE, swept.body, swept.due, swept.deadline)
        values = {"due_hour": hour(swept.due), "deadline_hour": hour(swept.deadline)}
        sealed = self._seal.close(body, swept.lane, swept.id)
        self._connection.execute(update(SWEEP).where(SWEEP.c.id == swept.id).values(body=sealed, **values))
