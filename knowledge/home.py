"""Where the knowledge base of one machine lives: its releases, and the official texts that editors imported.

The corpus that came with the program is release 1. It is built on the first start, and again after an update of the
program, until an editor has released something: from then on only an editor's release takes its place.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

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
    """DODKHOH_DATA is no whole path, so the folder would depend on where the program was started."""


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
        return cls.within(Path(named) if named else user / ".local/share/dodkhoh")

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

    def open(self, today: date, pause: Callable[[], None], progress: Progress) -> Content:
        """The release that serves; built first where there is none, or where the program brought a newer corpus.

        Raise ShelfFailed, UnreadableCorpus or UnreadableQuestions. `pause` is called while another process builds.
        """
        for _ in range(_PATIENCE):
            active = self.shelf.active()
            if active and not _is_outdated(active):
                return Content(active)
            try:
                return Content(self._take_up(today, progress))
            except BuildUnderWay:
                pause()
        raise BuildUnderWay("another process changes the shelf, and has for long")

    def release(self, today: date, corpus: Path, questions: Path, progress: Progress) -> Release:
        """A new release of this corpus and of the newest official texts; it is not active yet. Raise ShelfFailed."""
        whole = contents(self.editions.all_newest(), corpus, questions)
        return self._build(whole, today, {FROM: AN_EDITOR, CORPUS_HASH: corpus_hash(corpus, questions)}, progress)

    def _take_up(self, today: date, progress: Progress) -> Release:
        whole = contents()
        release = self._build(whole, today, {FROM: THE_PROGRAM, CORPUS_HASH: corpus_hash()}, progress)
        return self.shelf.activate(release.number)

    def _build(self, whole: dict[str, bytes], today: date, said: dict[str, str], progress: Progress) -> Release:
        try:
            return self.shelf.build(whole, made_on=today, said=said, progress=progress)
        except UnchangedRelease as same:
            return self.shelf.release(same.number)


def _is_outdated(active: Release) -> bool:
    return active.said.get(FROM) == THE_PROGRAM and active.said.get(CORPUS_HASH) != corpus_hash()


def corpus_hash(corpus: Path = FOLDER, questions: Path = FILE) -> str:
    """Tells quickly whether any file of the corpus is another than it was."""
    whole = hashlib.sha256()
    named = {str(path.relative_to(corpus)): path for path in sorted(corpus.rglob("*.md"))}
    for name, path in {**named, "open questions": questions}.items():
        content = path.read_bytes()
        whole.update(f"{name}\n{len(content)}\n".encode() + content)
    return whole.hexdigest()
