"""A polite end: what works is run until somebody asks for the end, or until one work fails."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any


async def until_asked_to_stop(*works: Coroutine[Any, Any, None]) -> None:
    """SIGTERM and SIGINT cancel the works. A work that fails ends the others, and its failure is raised."""
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    await side_by_side(_asked(stop), *works)


async def _asked(stop: asyncio.Event) -> None:
    await stop.wait()


async def side_by_side(*works: Coroutine[Any, Any, None]) -> None:
    """Until the first of them ends; the others are then cancelled and waited for."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
