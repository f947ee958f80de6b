"""Answers are erased by the clock of this machine. Telegram's servers say in every answer what time it is there."""

from email.utils import parsedate_to_datetime

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.clock import now
from bot.log import Happened, report

MOST_MINUTES = 10.0
PATIENCE = ClientTimeout(total=10)


async def compare_clocks(address: str) -> None:
    """An alarm for whoever runs the machine, who sets the clock; families are answered meanwhile."""
    ahead = await _minutes_ahead(address)
    if ahead is not None and abs(ahead) >= MOST_MINUTES:
        report(Happened.CLOCK_IS_OFF, minutes=round(ahead))


async def _minutes_ahead(address: str) -> float | None:
    """None where no time can be had: the servers are out of reach, or say none."""
    try:
        async with ClientSession(timeout=PATIENCE) as session, session.head(address) as answer:
            there = parsedate_to_datetime(answer.headers["Date"]).timestamp()
    except (ClientError, TimeoutError, KeyError, ValueError):
        return None
    return (now() - there) / 60
