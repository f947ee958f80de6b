"""`dodkhoh run` as a process of its own: started, signalled, and read by what it leaves behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Self

from tests.bot.nursery import CODE
from tests.telegram import quiet
from tests.telegram.fake_bot_api import FakeBotApi

ROOT = Path(__file__).parents[2]
_numbers = count(1)


@dataclass(frozen=True)
class Home:
    """Where one bot lives. `data` and `keys` outlive its process; each process writes into a folder of its own."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def keys(self) -> Path:
        return self.folder / "secret" / "keys"

    def environment(self, api: FakeBotApi | None = None, **more: str) -> dict[str, str]:
        """Nothing of the person who runs the tests: no settings, no home, no temporary folder."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DODKHOH_")}
        own = {"HOME": str(self.made("home")), "TMPDIR": str(self.made("tmp"))}
        token = {"DODKHOH_BOT_TOKEN": api.token, "DODKHOH_BOT_API": api.url} if api else {}
        return {**kept, **own, "DODKHOH_DATA": str(self.data), "DODKHOH_KEYS": str(self.keys), **token, **more}

    def made(self, name: str) -> Path:
        (self.folder / name).mkdir(exist_ok=True, parents=True)
        return self.folder / name


@dataclass(frozen=True)
class Process:
    pid: int
    folder: Path
    code: Callable[[], int | None]
    """None while it runs; below zero when a signal killed it."""

    @property
    def out(self) -> str:
        return _read(self.folder / "stdout")

    @property
    def err(self) -> str:
        return _read(self.folder / "stderr")

    def signal(self, which: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, which)

    async def ended(self, within: float = 10) -> int:
        """Its exit code; fails with what it said when it does not end."""
        await quiet.until(lambda: self.code() is not None, within, self.said)
        return self.code() or 0

    async def stopped(self, within: float = 10) -> int:
        """Asked politely."""
        self.signal(signal.SIGTERM)
        return await self.ended(within)

    async def killed(self) -> None:
        self.signal(signal.SIGKILL)
        assert await self.ended() == -signal.SIGKILL, self.said()

    async def polls(self, api: FakeBotApi, within: float = 20) -> None:
        """Until it asks for updates, counted from now; fails with what it said when it ends instead."""
        begun = len(api.calls)
        await quiet.until(lambda: self._has_asked(api, begun), within, self.said)

    def _has_asked(self, api: FakeBotApi, begun: int) -> bool:
        assert self.code() is None, self.said()
        return any(call.method == "getUpdates" for call in api.calls[begun:])

    def said(self) -> str:
        return f"process {self.pid}, exit code {self.code()}\n{self.out}{self.err}"


class Nursery:
    """Forks bots out of one process that has imported everything."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.bot.nursery"]
        self._process = subprocess.Popen(  # noqa: S603  # our own
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=30)

    def fork(self, folder: Path, environment: dict[str, str]) -> Process:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"folder": str(folder), "environment": environment}) + "\n")
        self._process.stdin.flush()
        return Process(int(self._process.stdout.readline()), folder, lambda: _code(folder / CODE))


def _read(file: Path) -> str:
    """Empty before there is anything."""
    return file.read_text() if file.exists() else ""


def _code(file: Path) -> int | None:
    return int(file.read_text()) if file.exists() else None


def spawn(folder: Path, environment: dict[str, str]) -> Process:
    """The whole way: a new Python, `-m dodkhoh run`."""
    command = [sys.executable, "-m", "dodkhoh", "run"]
    with (folder / "stdout").open("w") as out, (folder / "stderr").open("w") as err:
        process = subprocess.Popen(  # noqa: S603  # our own
            command, env={**environment, "PYTHONPATH": str(ROOT)}, stdout=out, stderr=err, cwd=folder
        )
    return Process(process.pid, folder, process.poll)


@dataclass
class Bots:
    """Starts bots in one home; whichever still runs at the end of the test is killed."""

    home: Home
    nursery: Nursery
    _started: list[Process] = field(default_factory=list)

    def fork(self, api: FakeBotApi | None, **more: str) -> Process:
        return self._start(self.nursery.fork, api, more)

    def spawn(self, api: FakeBotApi | None, **more: str) -> Process:
        return self._start(spawn, api, more)

    async def end(self) -> None:
        for process in self._started:
            if process.code() is None:
                await process.killed()

    def _start(
        self, start: Callable[[Path, dict[str, str]], Process], api: FakeBotApi | None, more: dict[str, str]
    ) -> Process:
        process = start(self.home.made(f"runs/{next(_numbers)}"), self.home.environment(api, **more))
        self._started.append(process)
        return process
