"""Once a minute, what is over by the clock goes, and what was erased leaves the disk too."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from aiohttp import web

from vault.events import VaultFailed
from vault.vault import Vault

MINUTE = 60.0


def every_minute(vault: Vault) -> Callable[[web.Application], AsyncIterator[None]]:
    async def beside(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(_for_ever(vault))
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return beside


async def _for_ever(vault: Vault) -> None:
    while True:
        await asyncio.sleep(MINUTE)
        clean(vault)


def clean(vault: Vault) -> None:
    """Where the database refuses, the next minute tries again."""
    with suppress(VaultFailed):
        with vault.transaction() as tx:
            tx.expire()
        vault.checkpoint()
