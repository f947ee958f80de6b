"""A part of the corpus in a folder of its own, right in everything until a test makes it wrong in one place."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.checks.check import NOTHING, check
from knowledge.checks.problem import Problem, Wrong
from knowledge.citation import Citation
from knowledge.corpus import FOLDER
from knowledge.open_questions import FILE
from knowledge.provisions import Entry
from knowledge.sheet import LANGUAGES

LAW, ARTICLE, GUIDE = "law-2169", "criminal-code/307-1", "guide/phone-safety"
REPORT = "report/president-2024-10"
PLACES = (LAW, "criminal-code/179-3", ARTICLE, "constitution/19", GUIDE, REPORT)
BASES = frozenset(map(Citation.named, (LAW, f"{ARTICLE}/note", f"{ARTICLE}/2")))
"""What a rule is taken to stand on."""


@dataclass(frozen=True)
class Copy:
    folder: Path

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def questions(self) -> Path:
        return self.folder / "open_questions.yaml"

    def file(self, place: str, language: str) -> Path:
        return self.corpus / place / f"{language}.md"

    def change(self, place: str, language: str, old: str, new: str) -> None:
        """In the first place where it stands; `old` is a pattern. For `all` languages, in each."""
        for each in LANGUAGES if language == "all" else [language]:
            file = self.file(place, each)
            text, times = re.subn(old, lambda _: new, file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
            assert times == 1, f"{file} has no {old}"
            file.write_text(text, encoding="utf-8")

    def problems(
        self,
        bases: frozenset[Citation] = BASES,
        before: Mapping[Citation, Entry] = NOTHING,
        today: date | None = None,
    ) -> list[tuple[str, Wrong, str]]:
        """The files as they are called below the folder."""
        return [self.told(each) for each in check(self.corpus, self.questions, bases, before, today)]

    def told(self, problem: Problem) -> tuple[str, Wrong, str]:
        return problem.file.relative_to(self.folder).as_posix(), problem.what, problem.told


def copied(folder: Path) -> Copy:
    copy = Copy(folder)
    for place in PLACES:
        shutil.copytree(FOLDER / place, copy.corpus / place)
    shutil.copy(FILE, copy.questions)
    return copy
