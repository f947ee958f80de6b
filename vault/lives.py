"""How long things live. A stored time is rounded down to the hour: nothing outlives its term, no disk tells a minute.

The clock can be wrong. Set forward, it ends lives early: that is the safe side. Set back, it shows as an hour that lies
ahead; `pull_back` starts such a row's life again at the present hour, so that nothing fresh is destroyed and nothing
is kept longer than one more life, 48 hours at most. A wait that ends later than any wait can is over at once.
"""

from sqlalchemy import Column, ColumnElement, Update, update

HOUR = 3600
SESSION_IDLE = 24 * HOUR
SESSION_AGE = 40 * HOUR
DEAD_LETTER = 24 * HOUR
UPDATE_ID = 48 * HOUR
POST = 24 * HOUR
SWEEP = 48 * HOUR
DAMAGED_FILE = 48 * HOUR


def hour(now: float) -> int:
    return int(now // HOUR) * HOUR


def over(since: Column[int], life: int, now: float) -> ColumnElement[bool]:
    return since <= now - life


def pull_back(since: Column[int], now: float) -> Update:
    return update(since.table).where(since > hour(now)).values({since: hour(now)})


def waited(until: float, longest: int, now: float) -> bool:
    """The wait is over, or ends so far ahead that the clock must have been set back since."""
    return until <= now or until > now + longest
