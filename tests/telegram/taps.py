"""Button taps, each with a spinner that turns until the bot answers it."""

import time
from dataclasses import dataclass, field

ANSWERABLE = 150
LONGEST_TOAST = 200


@dataclass(slots=True)
class Tap:
    """`pressed_at` and `answered_at` are monotonic, for measuring; `date` is Telegram's clock."""

    tap_id: str
    chat_id: int
    date: float
    pressed_at: float = field(default_factory=time.monotonic)
    answered_at: float | None = None
    text: str = ""
    alert: bool = False

    def answer(self, text: str, *, alert: bool) -> None:
        self.answered_at, self.text, self.alert = time.monotonic(), text, alert

    @property
    def spinner(self) -> float | None:
        """How long the family watched it turn; None while it turns."""
        return None if self.answered_at is None else self.answered_at - self.pressed_at
