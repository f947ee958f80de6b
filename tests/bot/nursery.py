"""A process that has imported the bot once and forks: each order is one `dodkhoh run`, started in no time."""

import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

import bot.telegram.start  # noqa: F401  # aiogram takes seconds to import: here once, not in every bot
from dodkhoh.__main__ import main

CODE = "code"
"""In a bot's folder, the file that holds its exit code once it has ended."""

_folders: dict[int, Path] = {}


def obey() -> None:
    """A line in is an order, a line out is the bot's process id. At the end of the orders every bot is killed."""
    signal.signal(signal.SIGCHLD, _reap)
    for line in sys.stdin:
        sys.stdout.write(f"{_fork(json.loads(line))}\n")
        sys.stdout.flush()
    for pid in list(_folders):
        os.kill(pid, signal.SIGKILL)


def _fork(order: dict[str, Any]) -> int:
    """SIGCHLD waits until it is known whose end it tells."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    pid = os.fork()
    if not pid:
        os._exit(_bot(Path(order["folder"]), order["environment"]))
    _folders[pid] = Path(order["folder"])
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    return pid


def _bot(folder: Path, environment: dict[str, str]) -> int:
    """As Python itself would: what nobody caught is printed, and ends with 1."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        os.dup2(os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), descriptor)
    try:
        return main(["run"])
    except BaseException:  # noqa: BLE001  # the end of the process
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _reap(*_: object) -> None:
    while _folders:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        folder = _folders.pop(pid)
        (folder / f"{CODE}.new").write_text(str(os.waitstatus_to_exitcode(status)))
        (folder / f"{CODE}.new").rename(folder / CODE)


if __name__ == "__main__":
    obey()
