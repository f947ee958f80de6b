"""Telegram's clock in a test: it stands still until the test moves it."""

HOUR = 3600
DAY = 24 * HOUR


class FakeClock:
    """Called, it gives the time in seconds since 1970, so the bot can be given the same clock."""

    def __init__(self, start: float = 1_780_000_000.0) -> None:
        self._now = start

    def __call__(self) -> float:
        return self._now

    @property
    def now(self) -> int:
        """The time as Telegram writes it into `date`."""
        return int(self._now)

    def advance(self, seconds: float) -> None:
        self._now += seconds
