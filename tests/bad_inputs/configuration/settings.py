"""`dodkhoh run` with one setting wrong, in this process; a misspelt name beside it keeps it from starting."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from pathlib import Path
from unittest import mock

from dodkhoh.run import EXIT_SETTINGS, run
from tests.bad_inputs.conftest import quietened
from tests.bot.process import Home
from tests.bot.test_settings import CANARY, IN_THE_TOKEN_FILE, OF_ITSELF, ON_THE_DISK, Wrong

WRONGS = {wrong.id: wrong for wrong in (*OF_ITSELF, *IN_THE_TOKEN_FILE, *ON_THE_DISK)}
MISSPELT = "DODKHOH_DATTA"


def settings(folder: Path, wrong: str = "") -> list[str]:
    """Several are named with commas."""
    home = Home(folder / "home")
    given: dict[str, str] = {}
    for each in filter(None, wrong.split(", ")):
        given |= _given(WRONGS[each], home)
    return told(home, **given)


def clock(folder: Path, shows: str) -> list[str]:
    """In seconds since 1970."""
    with mock.patch("bot.settings.now", return_value=float(shows)):
        return told(Home(folder / "home"))


def told(home: Home, **given: str) -> list[str]:
    """Without the misspelt name, which is told too; and never a value."""
    named = {f"DODKHOH_{name}": value for name, value in given.items()}
    before = _files(home)
    with _environment(home.environment(None, **named, **{MISSPELT: CANARY})), redirect_stderr(StringIO()) as said:
        assert run([]) == EXIT_SETTINGS
    assert CANARY not in said.getvalue()
    assert _files(home) >= before, "what stood there still stands there"
    lines = said.getvalue().splitlines()
    lines.remove(f"dodkhoh: {MISSPELT}: no such setting")
    return lines


def _given(wrong: Wrong, home: Home) -> dict[str, str]:
    return dict(wrong.given(home) if callable(wrong.given) else wrong.given)


def _files(home: Home) -> set[tuple[Path, bytes]]:
    return {(file, file.read_bytes()) for file in home.folder.rglob("*") if file.is_file()}


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    with mock.patch.dict(os.environ, variables, clear=True), quietened():
        yield
