"""What the bot knows: the release that serves, built from the program's own corpus on the first start."""

import sys
import time
from datetime import UTC, datetime

from bot.clock import now
from dialogs.cited import cited
from knowledge.content import Content
from knowledge.corpus_json import UnreadableRelease
from knowledge.home import Home
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
            content = home.open(datetime.fromtimestamp(now(), UTC).date(), lambda: time.sleep(0.1), bar)
            missing = [each for each in cited() if each not in content.corpus]
        except (ShelfFailed, UnreadableRelease) as failed:
            raise NothingKnown(f"the knowledge base: {failed}") from None
    if missing:
        told = ", ".join(sorted(map(str, missing)))
        raise NothingKnown(f"release {content.release.number} of the knowledge base lacks {told}")
    return content
