"""A polite end: what works is run until somebody asks for the end, or until one work fails."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any


async def until_asked_to_stop(*works: Coroutine[Any, Any, None]) -> None:
    """SIGTERM and SIGINT cancel the works. A work that ends by itself has failed: the others end, and it is raised."""
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    tasks = [asyncio.create_task(work) for work in works]
    asked = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait([*tasks, asked], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (*tasks, asked):
            task.cancel()
        await asyncio.gather(*tasks, asked, return_exceptions=True)
    for task in done - {asked}:
        task.result()
