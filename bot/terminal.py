"""The same conversation in a terminal: nothing is stored, and what was shown is erased on leaving."""

import argparse
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from bot.known import NothingKnown, known
from bot.page.spoken import in_lines
from dialogs.draw import draw, laid_out
from dialogs.events import Said, Tapped
from dialogs.screen import Choice, Kind, Language
from dialogs.session import Place, Session
from dialogs.show import show
from dialogs.step import step
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from eligibility.facts import Fact
from knowledge.home import Home, MisplacedHome
from retrieval.fold import fold

EXIT_SETTINGS = 78
WIDEST = 88
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Home, the screen, and what has scrolled off it."""
STYLES: Mapping[Kind, str] = MappingProxyType(
    {Kind.HEADER: "2", Kind.REMARK: "7", Kind.TITLE: "1", Kind.LABEL: "1", Kind.CODE: "1"}
)
_PICKED = re.compile(r"(#?)([0-9]{1,2})")


def run(words: list[str]) -> int:
    """`words` follow `chat` on the command line. Return 0; the parser itself ends a wrong call with 2."""
    call = _parser().parse_args(words)
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, TextIOWrapper):  # bytes that are no text, and signs that the terminal has no form for
            stream.reconfigure(errors=errors)
    try:
        corpus = known(Home.of(os.environ, Path.home())).corpus
    except (NothingKnown, MisplacedHome) as nothing:
        sys.stderr.write(f"dodkhoh: {nothing}\n")
        return EXIT_SETTINGS
    spoken = Words.load(corpus, {"bot": "none", "hotline": "none"})
    with suppress(KeyboardInterrupt), _reader_may_leave():
        Terminal(spoken, spoken.vocabulary(), sys.stdin, sys.stdout, call.language).go()
    return 0


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """Nothing more is told to a pipe that nobody reads, not even when Python ends."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dodkhoh chat", description=__doc__)
    parser.add_argument("--language", choices=[each.value for each in Language], help="begin in this language")
    return parser


def picked(session: Session, typed: str) -> Choice | None:
    """`3` is the third choice. Where articles are asked for, it would be an article: there only `#3` is the choice."""
    found = _PICKED.fullmatch(typed.strip())
    choices = show(session).choices
    if found is None or not 0 < int(found[2]) <= len(choices) or (_asks_for_articles(session) and not found[1]):
        return None
    return choices[int(found[2]) - 1]


def _asks_for_articles(session: Session) -> bool:
    return session.spot.place is Place.QUESTION and session.spot.fact is Fact.ARTICLES


class Terminal:
    """A terminal shows one card at a time, wrapped and marked; a pipe gets the bare text."""

    def __init__(
        self, words: Words, vocabulary: Vocabulary, source: TextIO, shown: TextIO, language: str | None = None
    ) -> None:
        self._words, self._vocabulary = words, vocabulary
        self._source, self._shown, self._live = source, shown, shown.isatty()
        self._leaving = {fold(word) for each in Language for word in in_lines(words, "page-quit", each).split(",")}
        self.session = Session()
        if language:
            self.session = step(self.session, Tapped(f"speak:{language}"), self._vocabulary).session

    def go(self) -> None:
        """Until the input ends, a word of leaving is typed, or everything is wiped."""
        try:
            self._write(self._around("page-terminal"), "")
            self._show()
            while (line := self._source.readline()) and self.hear(line.rstrip("\r\n")):
                self._show()
        finally:
            if self._live:
                self._shown.write(CLEAR)
            self._write(self._around("page-erased"))

    def hear(self, typed: str) -> bool:
        """Whether the conversation goes on."""
        if fold(typed) in self._leaving:
            return False
        choice = picked(self.session, typed)
        today = datetime.now(UTC).astimezone().date()
        turn = step(self.session, Tapped(choice.name) if choice else Said(typed, today), self._vocabulary)
        self.session = turn.session
        return not turn.wiped

    def _show(self) -> None:
        drawn = draw(show(self.session), self._words)
        labels = [label for row in drawn.rows for label in row]
        if self._live:
            self._shown.write(CLEAR)
            self._write(self._around("page-terminal"), "")
        self._write(laid_out(drawn, self._line), "", *self._numbered(labels), "")
        self._write(self._around("page-numbers-articles" if _asks_for_articles(self.session) else "page-numbers"))
        self._shown.write("> " if self._live else "\n")
        self._shown.flush()

    def _numbered(self, labels: list[str]) -> Iterator[str]:
        sign = "#" if _asks_for_articles(self.session) else ""
        for number, label in enumerate(labels, 1):
            yield f"{sign}{number}".rjust(3) + f"  {label}"

    def _line(self, kind: Kind, line: str) -> str:
        if not self._live:
            return line
        width = min(WIDEST, shutil.get_terminal_size().columns)
        wrapped = "\n".join(
            textwrap.fill(each, width, subsequent_indent="  " * (kind is Kind.ITEM)) for each in line.split("\n")
        )
        return f"\x1b[{STYLES[kind]}m{wrapped}\x1b[m" if kind in STYLES else wrapped

    def _around(self, key: str) -> str:
        return in_lines(self._words, key, self.session.language)

    def _write(self, *lines: str) -> None:
        self._shown.write("".join(f"{line}\n" for line in lines))
