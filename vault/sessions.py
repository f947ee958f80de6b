"""A family's answers, each session under a key of its own: once that is overwritten, no copy of the answers opens."""

from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, or_, select, update

from vault.inbox import Inbox
from vault.keys import SIZE, Purpose
from vault.lives import SESSION_AGE, SESSION_IDLE, hour, over, pull_back
from vault.moment import Moment
from vault.outbox import Outbox
from vault.seal import Seal
from vault.tables import SESSION

WRAPPED_KEY = "wrapped key"
NO_KEY = bytes(60)
"""As long as a wrapped key (nonce 12, key 32, tag 16): SQLite then writes it over the key in place."""


class Sessions:
    def __init__(self, moment: Moment, inbox: Inbox, outbox: Outbox) -> None:
        self._connection, self._now, self._randomness = moment.connection, moment.now, moment.randomness
        self._wrapping, self._inbox, self._outbox = moment.seal(Purpose.SESSION), inbox, outbox

    def load(self, lane: bytes) -> bytes | None:
        """None too where the session's time is over and `expire` has not come round yet."""
        row = self._living(lane)
        return None if row is None else self._seal_of(row).open(row.body, lane)

    def save(self, lane: bytes, body: bytes) -> None:
        row = self._living(lane)
        if row is None:
            self._begin(lane, body)
            return
        sealed = self._seal_of(row).close(body, lane)
        saved = update(SESSION).where(SESSION.c.lane == lane).values(saved_hour=hour(self._now), body=sealed)
        self._connection.execute(saved)

    def wipe(self, lane: bytes) -> None:
        """The session, what waits to be sent and what came in. Not the sweep: it names the messages yet to delete."""
        self._shred(SESSION.c.lane == lane)
        self._outbox.drop(lane)
        self._inbox.empty(lane)

    def expire(self) -> None:
        self._connection.execute(pull_back(SESSION.c.saved_hour, self._now))
        self._connection.execute(pull_back(SESSION.c.born_hour, self._now))
        self._shred(self._over())

    def _over(self) -> ColumnElement[bool]:
        idle, old = (
            over(SESSION.c.saved_hour, SESSION_IDLE, self._now),
            over(SESSION.c.born_hour, SESSION_AGE, self._now),
        )
        return or_(idle, old)

    def _living(self, lane: bytes) -> Row[Any] | None:
        return self._connection.execute(select(SESSION).where(SESSION.c.lane == lane, ~self._over())).first()

    def _begin(self, lane: bytes, body: bytes) -> None:
        """A session whose time is over goes first: the new one must not inherit its key or its birth."""
        self._shred(SESSION.c.lane == lane)
        key = self._randomness(SIZE)
        sealed = {
            "wrapped_key": self._wrapping.close(key, lane, None, WRAPPED_KEY),
            "body": Seal(Purpose.SESSION, key, self._randomness).close(body, lane),
        }
        now = hour(self._now)
        self._connection.execute(insert(SESSION).values(lane=lane, born_hour=now, saved_hour=now, **sealed))

    def _seal_of(self, row: Row[Any]) -> Seal:
        key = self._wrapping.open(row.wrapped_key, row.lane, None, WRAPPED_KEY)
        return Seal(Purpose.SESSION, key, self._randomness)

    def _shred(self, chosen: ColumnElement[bool]) -> None:
        """The key is overwritten before the row goes, so that a row recovered from the disk does not open."""
        self._connection.execute(update(SESSION).where(chosen).values(wrapped_key=NO_KEY))
        self._connection.execute(delete(SESSION).where(chosen))
