"""A child of this program reads untrusted bytes in a group of its own, which is killed when its time is up."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

from knowledge.documents.document import DocumentRefused, Refusal

MOST_SECONDS = 120
MOST_ANSWER = 64_000_000
SECONDS_TO_END = 5
"""After its last word."""
PATH = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"
ROOT = str(Path(__file__).parents[2])
"""The child runs the same code as its parent, wherever either was started from."""

READ = "import sys; sys.path.insert(0, sys.argv[1]); from knowledge.documents.worker import main; main()"
BECOME = (
    "import sys; sys.path.insert(0, sys.argv[1]); from knowledge.documents.limits import become; become(*sys.argv[2:])"
)


_GAVE_UP = frozenset({-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL})
"""How native code ends itself when it is refused memory."""
_STOPPED = frozenset({-signal.SIGXCPU, -signal.SIGKILL})


@dataclass(slots=True)
class Child:
    process: subprocess.Popen[bytes]
    out: IO[bytes]
    late: bool = False

    def lines(self) -> Iterator[bytes]:
        """Whole lines only, and no more in all than MOST_ANSWER bytes."""
        left = MOST_ANSWER
        while line := self.out.readline(left):
            left -= len(line)
            if not line.endswith(b"\n"):
                break
            yield line
        if not left:
            raise DocumentRefused(Refusal.TOO_LONG, f"{MOST_ANSWER} B")

    def all(self) -> bytes:
        """Everything it says until it ends. Raise DocumentRefused if it did not end by itself."""
        said = self.out.read(MOST_ANSWER)
        if len(said) == MOST_ANSWER:
            raise DocumentRefused(Refusal.TOO_LONG, f"{MOST_ANSWER} B")
        if problem := self.ended():
            raise problem
        return said

    def ended(self) -> DocumentRefused | None:
        """Why it ended before its work was done, if it did: by a limit, or by bytes that broke it."""
        try:
            code = self.process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.expire()
            code = self.process.wait()
        if self.late or code in _STOPPED:
            return DocumentRefused(Refusal.TOO_LONG, f"{MOST_SECONDS} s")
        if code in _GAVE_UP:
            return DocumentRefused(Refusal.UNPACKS_TOO_LARGE)
        return DocumentRefused(Refusal.BROKEN) if code else None

    def kill(self) -> None:
        if self.process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def expire(self) -> None:
        self.late = True
        self.kill()


@contextmanager
def child(code: str, *arguments: str, reads: bytes) -> Iterator[Child]:
    """Its environment holds a path and nothing else; what it says to stderr could repeat the content and is dropped."""
    with in_memory(reads) as stdin, _started(code, arguments, stdin) as process:
        assert process.stdout is not None  # noqa: S101 - asked for in _started; mypy cannot know
        running = Child(process, process.stdout)
        timer = Timer(MOST_SECONDS, running.expire)
        timer.start()
        try:
            yield running
        finally:
            timer.cancel()
            running.kill()


def _started(code: str, arguments: tuple[str, ...], stdin: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter with our own code
        [sys.executable, "-I", "-c", code, ROOT, *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": PATH, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
        cwd="/",
        start_new_session=True,
    )


@contextmanager
def in_memory(content: bytes) -> Iterator[IO[bytes]]:
    """A file without a name: a program that must seek in its input can, and no path leads to it."""
    with os.fdopen(os.memfd_create("document"), "w+b") if sys.platform == "linux" else tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        yield file
