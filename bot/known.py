"""What the bot knows: the release that serves, built from the program's own corpus on the first start."""

import sys
import time
from datetime import UTC, date, datetime

from bot.clock import now
from bot.log import Happened, report
from dialogs.cited import cited
from knowledge.content import Content
from knowledge.corpus_json import UnreadableRelease
from knowledge.home import Home, Occasion, UnfitCorpus
from knowledge.progress import Bar
from knowledge.releases.events import ShelfFailed


class NothingKnown(Exception):
    """No release can be used, or the one that serves lacks what a rule stands on: the program does not start."""


def _nowhere(_shown: str) -> None:
    """A log holds events and nothing else."""


def known(home: Home) -> Content:
    """Raise NothingKnown."""
    watched = sys.stderr.isatty()
    with Bar("knowledge base", sys.stderr.write if watched else _nowhere, live=watched) as bar:
        try:
            content = _opened(home, Occasion(_today(), cited(), lambda: time.sleep(0.1), bar))
            missing = [each for each in cited() if each not in content.corpus]
        except (ShelfFailed, UnreadableRelease, UnfitCorpus) as failed:
            raise NothingKnown(f"the knowledge base: {failed}") from None
    if missing:
        told = ", ".join(sorted(map(str, missing)))
        raise NothingKnown(f"release {content.release.number} of the knowledge base lacks {told}")
    return content


def _opened(home: Home, occasion: Occasion) -> Content:
    """A newer corpus of the program that does not pass its checks changes nothing for families."""
    try:
        return home.updated(occasion)
    except UnfitCorpus:
        if home.shelf.active() is None:
            raise
        report(Happened.CORPUS_HELD_BACK)
        return home.serving(occasion)


def _today() -> date:
    return datetime.fromtimestamp(now(), UTC).date()
