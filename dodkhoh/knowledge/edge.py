"""What every call needs from the outside: the folder, today's date, a bar, and words for what went wrong."""

import os
import sys
import time
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path

from dialogs.cited import cited
from knowledge.content import Content
from knowledge.home import Home, Occasion
from knowledge.progress import Bar

EXIT_PROBLEMS, EXIT_WRONG, EXIT_REFUSED, EXIT_FULL, EXIT_BUSY, EXIT_SETTINGS = 1, 2, 65, 73, 75, 78


def home() -> Home:
    """The folder that `dodkhoh run` uses too: DODKHOH_DATA, or ~/.local/share/dodkhoh."""
    return Home.of(os.environ, Path.home())


def today() -> date:
    return datetime.now(UTC).astimezone().date()


def pause() -> None:
    time.sleep(0.1)


def bar(of: str) -> Bar:
    return Bar(of, sys.stderr.write, live=sys.stderr.isatty())


def opened() -> Content:
    """The release that serves, built where there is none yet."""
    with bar("release") as progress:
        return home().serving(Occasion(today(), cited(), pause, progress))


def speak_utf_8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def refuse(sentence: str, code: int = EXIT_WRONG) -> int:
    sys.stderr.write(f"dodkhoh knowledge: {sentence}\n")
    return code
