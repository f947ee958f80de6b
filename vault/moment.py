"""One transaction's moment: the clock is read once, so that everything written in it bears the same hour."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from vault.keys import Keys, Purpose
from vault.seal import Seal


@dataclass(frozen=True, slots=True)
class Moment:
    connection: Connection
    now: float
    keys: Keys = field(repr=False)
    randomness: Callable[[int], bytes]

    def seal(self, purpose: Purpose) -> Seal:
        return Seal(purpose, self.keys.of(purpose), self.randomness)
