"""What is kept of one chat: its session, and what makes its buttons its own."""

import json
from dataclasses import dataclass, replace
from typing import Self

from dialogs.session import Session, UnreadableSession


@dataclass(frozen=True, slots=True)
class Chat:
    """`epoch`: 32 random bits as hex, new with every beginning. `count`: turns taken. `card`: the message edited."""

    session: Session
    epoch: str
    count: int = 0
    card: int | None = None

    def moved(self, session: Session) -> Self:
        return replace(self, session=session, count=self.count + 1)

    def to_bytes(self) -> bytes:
        kept = {"session": self.session.to_json(), "epoch": self.epoch, "count": self.count, "card": self.card}
        return json.dumps(kept, ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """Raise UnreadableSession for what no released version wrote."""
        try:
            stored = json.loads(kept)
            session = Session.from_json(stored["session"])
            return cls(session, str(stored["epoch"]), int(stored["count"]), stored["card"])
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableSession(type(error).__name__) from None
