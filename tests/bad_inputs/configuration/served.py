"""Releases of the knowledge base that must not serve a family."""

from datetime import date
from pathlib import Path

from bot.known import NothingKnown, known
from knowledge.home import Home
from tests.bad_inputs.configuration.written import changed
from tests.knowledge.checks.copied import copied

DAY = date(2026, 11, 22)


def release(folder: Path, **change: str) -> list[str]:
    """An editor lets a part of the corpus serve; then the bot starts."""
    copy = changed(copied(folder), **change)
    home = Home.within(folder / "data")
    home.shelf.activate(home.release(DAY, copy.corpus, copy.questions, lambda _done, _all: None).number)
    return _said(home)


def damaged(folder: Path) -> list[str]:
    """One byte of what serves is another, as on a failing disk."""
    home = Home.within(folder / "data")
    known(home)
    for file in (home.folder / "releases" / "1").rglob("*"):
        if file.is_file() and file.suffix == ".json":
            file.chmod(0o600)
            file.write_bytes(file.read_bytes().replace(b"307", b"308", 1))
    return _said(home)


def _said(home: Home) -> list[str]:
    try:
        known(home)
    except NothingKnown as nothing:
        return [str(nothing)]
    return []
