"""What Telegram handed over. Once committed here it is confirmed, and Telegram forgets it: it must not be lost."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from sqlalchemy import Update, delete, func, insert, select, update

from vault.keys import Purpose
from vault.lives import DEAD_LETTER, UPDATE_ID, hour, over, pull_back
from vault.moment import Moment
from vault.tables import INBOX

LARGEST_BODY = 64 * 1024
MOST_OF_LANE = 20
MOST = 50_000
MOST_TRIES = 3


class Receipt(Enum):
    NEW = auto()
    KNOWN = auto()
    FULL = auto()
    """Dropped for good: too large, or too much is waiting already."""


class State(StrEnum):
    UNDONE = "undone"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Received:
    update_id: int
    lane: bytes | None = field(repr=False)
    body: bytes = field(repr=False)
    tries: int


class Inbox:
    """An update id is only ever compared for equality: Telegram's ids may jump, backwards too."""

    def __init__(self, moment: Moment) -> None:
        self._connection, self._now, self._seal = moment.connection, moment.now, moment.seal(Purpose.INBOX)

    def receive(self, update_id: int, lane: bytes | None, body: bytes, *, urgent: bool = False) -> Receipt:
        """What is urgent is taken however much is waiting: a wipe must not drown in a flood."""
        if self._knows(update_id):
            return Receipt.KNOWN
        if not urgent and self._is_too_much(lane, body):
            self._write(update_id, State.DONE)
            return Receipt.FULL
        self._write(update_id, State.UNDONE, lane, body)
        return Receipt.NEW

    def bury(self, update_id: int, body: bytes) -> None:
        """Keep what could not be read as a dead letter, cut to the largest body; one received already as it came."""
        if self._knows(update_id):
            self._kill(update_id)
        else:
            self._write(update_id, State.DEAD, None, body[:LARGEST_BODY])

    def undone(self, limit: int) -> list[Received]:
        """In the order of arrival."""
        waiting = select(INBOX).where(INBOX.c.state == State.UNDONE).order_by(INBOX.c.arrival).limit(limit)
        return [
            Received(row.update_id, row.lane, self._seal.open(row.body, row.lane, row.update_id), row.tries)
            for row in self._connection.execute(waiting).all()
        ]

    def finish(self, update_id: int) -> None:
        """Body and lane are emptied; the id stays, so that the update is not taken twice."""
        self._connection.execute(self._done().where(INBOX.c.update_id == update_id, INBOX.c.state != State.DONE))

    def fail(self, update_id: int) -> bool:
        """Count a try. At the third the update becomes a dead letter, no longer in anyone's way: True."""
        this = (INBOX.c.update_id == update_id, INBOX.c.state == State.UNDONE)
        tries: int | None = self._connection.scalar(select(INBOX.c.tries).where(*this))
        if tries is None:
            return False
        self._connection.execute(update(INBOX).where(*this).values(tries=tries + 1))
        if tries + 1 < MOST_TRIES:
            return False
        self._kill(update_id)
        return True

    def empty(self, lane: bytes) -> None:
        """All of the lane's updates are done, its dead letters too."""
        self._connection.execute(self._done().where(INBOX.c.lane == lane))

    def expire(self) -> None:
        self._connection.execute(pull_back(INBOX.c.since_hour, self._now))
        letters = update(INBOX).values(state=State.DONE, lane=None, body=None)
        too_old = over(INBOX.c.since_hour, DEAD_LETTER, self._now)
        self._connection.execute(letters.where(INBOX.c.state == State.DEAD, too_old))
        self._connection.execute(delete(INBOX).where(over(INBOX.c.since_hour, UPDATE_ID, self._now)))

    def _knows(self, update_id: int) -> bool:
        return self._connection.scalar(select(INBOX.c.update_id).where(INBOX.c.update_id == update_id)) is not None

    def _is_too_much(self, lane: bytes | None, body: bytes) -> bool:
        waiting = select(func.count()).select_from(INBOX).where(INBOX.c.state == State.UNDONE)
        of_lane = self._connection.scalar(waiting.where(INBOX.c.lane == lane)) if lane else 0
        of_all = self._connection.scalar(waiting) or 0
        return len(body) > LARGEST_BODY or of_all >= MOST or (of_lane or 0) >= MOST_OF_LANE

    def _write(self, update_id: int, state: State, lane: bytes | None = None, body: bytes | None = None) -> None:
        sealed = None if body is None else self._seal.close(body, lane, update_id)
        arrival = select(func.coalesce(func.max(INBOX.c.arrival), 0) + 1).scalar_subquery()
        row = {"update_id": update_id, "state": state, "lane": lane, "body": sealed}
        self._connection.execute(
            insert(INBOX).values(arrival=arrival, since_hour=hour(self._now), tries=0, **row),
        )

    def _kill(self, update_id: int) -> None:
        dead = update(INBOX).values(state=State.DEAD, since_hour=hour(self._now))
        self._connection.execute(dead.where(INBOX.c.update_id == update_id, INBOX.c.state == State.UNDONE))

    def _done(self) -> Update:
        return update(INBOX).values(state=State.DONE, since_hour=hour(self._now), lane=None, body=None)
