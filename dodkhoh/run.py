"""`dodkhoh run`: the Telegram bot where there is a token; without one, a page on this machine to try the interview."""

import asyncio
import os
import sys

from bot.log import quieten
from bot.opening import AlreadyRunning
from bot.settings import Settings, WrongSettings, read_settings

EXIT_RUNNING = 75
EXIT_SETTINGS = 78


def run(words: list[str]) -> int:
    """Return 0, 75 where another process works already, 78 with every wrong setting named."""
    if words:
        sys.stderr.write("dodkhoh run takes no arguments; settings are named in README.md\n")
        return 2
    quieten()
    try:
        asyncio.run(_serve(read_settings(os.environ)))
    except WrongSettings as wrong:
        sys.stderr.write("".join(f"dodkhoh: {problem}\n" for problem in wrong.problems))
        return EXIT_SETTINGS
    except AlreadyRunning:
        sys.stderr.write("dodkhoh: another process already works with this token or this data folder\n")
        return EXIT_RUNNING
    return 0


async def _serve(settings: Settings) -> None:
    if settings.bot_token is not None:
        from bot.telegram.start import serve  # noqa: PLC0415  # aiogram takes seconds and only the bot needs it

        await serve(settings)
    else:
        from bot.page.start import show  # noqa: PLC0415  # the bot needs no web server

        sys.stdout.write("No bot token is set: this is the page to try the interview without Telegram.\n")
        await show(settings)
