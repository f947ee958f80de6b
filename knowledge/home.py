"""Where the knowledge base of one machine lives: its releases, and the official texts that editors imported.

The corpus that came with the program is release 1. It is checked and built on the first start, and again after an
update of the program, until an editor has made a release: from then on only editors decide what serves.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from knowledge.checks.check import check
from knowledge.checks.problem import Problem
from knowledge.citation import Citation
from knowledge.content import Content, contents
from knowledge.corpus import FOLDER
from knowledge.editions.kept import Editions
from knowledge.open_questions import FILE
from knowledge.releases.events import BuildUnderWay, ShelfUnwritable, UnchangedRelease
from knowledge.releases.release import Release
from knowledge.releases.shelf import Shelf

Progress = Callable[[int, int], None]
FROM, CORPUS_HASH = "from", "corpus"
THE_PROGRAM, AN_EDITOR = "program", "editor"
_PATIENCE = 300


class MisplacedHome(ValueError):
    """DODKHOH_DATA names no folder, or one that depends on where the program was started."""


class UnfitCorpus(Exception):
    """The program's own corpus does not pass the checks, so it is not released; what served before goes on serving."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems, the first: {problems[0]}")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a release made now needs from the outside: `bases` are what rules and screens stand on.

    `pause` is called while another process builds.
    """

    today: date
    bases: frozenset[Citation]
    pause: Callable[[], None]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Home:
    folder: Path

    @classmethod
    def within(cls, data: Path) -> Self:
        return cls(data / "knowledge")

    @classmethod
    def of(cls, environment: Mapping[str, str], user: Path) -> Self:
        """In DODKHOH_DATA, or where `dodkhoh run` keeps its data otherwise. Raise MisplacedHome."""
        named = environment.get("DODKHOH_DATA")
        if named is not None and not Path(named).is_absolute():
            raise MisplacedHome("DODKHOH_DATA: must be a whole path that begins with /")
        data = Path(named) if named else user / ".local/share/dodkhoh"
        if data.exists() and not data.is_dir():
            raise MisplacedHome("DODKHOH_DATA: is no folder")
        return cls.within(data)

    @property
    def shelf(self) -> Shelf:
        """Raise ShelfUnwritable where its folder cannot be made."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as refusal:
            raise ShelfUnwritable(refusal.strerror) from refusal
        return Shelf(self.folder / "releases")

    @property
    def editions(self) -> Editions:
        return Editions(self.folder / "official")

    def serving(self, given: "Occasion") -> Content:
        """The release that serves; where there is none yet, the program's own corpus becomes release 1.

        Raise ShelfFailed, or UnfitCorpus where that corpus does not pass the checks of a release.
        """
        return Content(self.shelf.active() or self._first(given))

    def updated(self, given: "Occasion") -> Content:
        """As `serving`; where the program brought a newer corpus, its release serves from now on.

        Raise UnfitCorpus where it does not pass the checks; the release before it goes on serving.
        """
        active = self.shelf.active()
        return Content(self._first(given)) if active is None or self._is_outdated(active) else Content(active)

    def release(self, today: date, corpus: Path, questions: Path, progress: Progress) -> Release:
        """A new release of this corpus and of the newest official texts; it is not active yet. Raise ShelfFailed."""
        whole = contents(self.editions.all_newest(), corpus, questions)
        return self._build(whole, today, {FROM: AN_EDITOR, CORPUS_HASH: corpus_hash(corpus, questions)}, progress)

    def _first(self, given: "Occasion") -> Release:
        """Another process may be at the same: then its release is taken."""
        for _ in range(_PATIENCE):
            try:
                return self._take_up(given)
            except BuildUnderWay:
                given.pause()
                active = self.shelf.active()
                if active and not self._is_outdated(active):
                    return active
        raise BuildUnderWay("another process changes the shelf, and has for long")

    def _take_up(self, given: "Occasion") -> Release:
        active = self.shelf.active()
        problems = check(FOLDER, FILE, given.bases, Content(active).corpus if active else {})
        if problems:
            raise UnfitCorpus(problems)
        said = {FROM: THE_PROGRAM, CORPUS_HASH: corpus_hash()}
        release = self._build(contents(), given.today, said, given.progress)
        return self.shelf.activate(release.number)

    def _is_outdated(self, active: Release) -> bool:
        """From the first release of an editor on, only editors decide what serves."""
        own = active.said.get(FROM) == THE_PROGRAM and active.said.get(CORPUS_HASH) != corpus_hash()
        return own and all(each.said.get(FROM) == THE_PROGRAM for each in self.shelf.listed())

    def _build(self, whole: dict[str, bytes], today: date, said: dict[str, str], progress: Progress) -> Release:
        try:
            return self.shelf.build(whole, made_on=today, said=said, progress=progress)
        except UnchangedRelease as same:
            return self.shelf.release(same.number)


def corpus_hash(corpus: Path = FOLDER, questions: Path = FILE) -> str:
    """Tells quickly whether any file of the corpus is another than it was."""
    whole = hashlib.sha256()
    named = {str(path.relative_to(corpus)): path for path in sorted(corpus.rglob("*.md"))}
    for name, path in {**named, "open questions": questions}.items():
        content = path.read_bytes()
        whole.update(f"{name}\n{len(content)}\n".encode() + content)
    return whole.hexdigest()
