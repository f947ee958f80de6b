"""The page from start to end: says where it is, and stops when asked."""

import secrets
import sys

from bot.clock import now
from bot.log import Happened, report
from bot.opening import open_all
from bot.page.server import ADDRESS, app, serve
from bot.settings import Settings, WrongSettings
from bot.stopping import until_asked_to_stop


async def show(settings: Settings) -> None:
    """Until SIGTERM or SIGINT. Raise WrongSettings or AlreadyRunning where only a person can help."""
    opened = open_all(settings)
    try:
        made = app(opened.vault, opened.words, opened.vocabulary, now, secrets.token_bytes)
        try:
            runner = await serve(made, settings.page_port)
        except OSError:
            raise WrongSettings(["DODKHOH_PAGE_PORT: the port is in use or not allowed"]) from None
        try:
            sys.stdout.write(
                f"Open http://{ADDRESS}:{runner.addresses[0][1]}/ in a browser on this machine. Ctrl-C ends it.\n"
            )
            sys.stdout.flush()
            report(Happened.STARTED)
            await until_asked_to_stop()
            report(Happened.STOPPED)
        finally:
            await runner.cleanup()
    finally:
        opened.vault.close()
        opened.lock.close()
