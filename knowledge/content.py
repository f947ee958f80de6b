"""What a release holds: the corpus, the open questions, and the official texts that were imported by then."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge.acts.act import Wording
from knowledge.citation import Citation
from knowledge.corpus import FOLDER, entries, items
from knowledge.corpus_json import entries_from_json, entries_to_json
from knowledge.editions.edition import Edition
from knowledge.editions.wire import edition_from_json, edition_to_json
from knowledge.open_questions import FILE, OpenQuestion, read_open_questions
from knowledge.provisions import Entry
from knowledge.releases.release import Release
from knowledge.sheet import LANGUAGES

CORPUS, QUESTIONS = "corpus/", "open-questions.json"


def contents(editions: Iterable[Edition] = (), corpus: Path = FOLDER, questions: Path = FILE) -> dict[str, bytes]:
    """The files of a release by name. Raise UnreadableCorpus or UnreadableQuestions."""
    official = {f"official/{each.act.name}/{each.language}.json": edition_to_json(each) for each in editions}
    asked = [_question(each) for each in read_open_questions(questions).values()]
    told = json.dumps(asked, ensure_ascii=False, indent=0, sort_keys=True).encode()
    known = {f"{CORPUS}{item.citation}.json": entries_to_json(entries(item)) for item in items(corpus)}
    return {**known, QUESTIONS: told, **official}


def _question(question: OpenQuestion) -> dict[str, object]:
    return {
        "id": question.name,
        "state": question.state,
        "signed_off_by": question.signed_off_by,
        "signed_off_on": question.signed_off_on,
        "question": dict(question.question),
    }


class ReleasedCorpus(Mapping[Citation, Entry]):
    """Reads an article, report or guide when it is asked for: the bot quotes a dozen of them and holds no others."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._names = sorted(name for name in release.files if name.startswith(CORPUS))
        self._read: dict[str, Mapping[Citation, Entry]] = {}

    def __getitem__(self, citation: Citation) -> Entry:
        """Raise UnreadableRelease or ShelfFailed where the release is not as it was made."""
        item = "/".join(str(citation).split("/")[:2])
        return self._file(f"{CORPUS}{item}.json")[citation]

    def __iter__(self) -> Iterator[Citation]:
        return iter(sorted(citation for name in self._names for citation in self._file(name)))

    def __len__(self) -> int:
        return sum(len(self._file(name)) for name in self._names)

    def _file(self, name: str) -> Mapping[Citation, Entry]:
        if name not in self._read:
            self._read[name] = entries_from_json(self._release.read(name)) if name in self._release.files else {}
        return self._read[name]


@dataclass(frozen=True)
class Content:
    """A release, opened. Every file is checked against its hash when it is read."""

    release: Release

    @cached_property
    def corpus(self) -> "ReleasedCorpus":
        return ReleasedCorpus(self.release)

    def edition(self, act: str, language: str) -> Edition | None:
        name = f"official/{act}/{language}.json"
        return edition_from_json(self.release.read(name)) if name in self.release.files else None

    def official(self, citation: Citation, language: str) -> tuple[Edition, Wording] | None:
        """The official words in this language, or in the first that has them."""
        act = str(citation).partition("/")[0]
        for each in (language, *LANGUAGES):
            edition = self.edition(act, each)
            if edition and citation in edition.wordings:
                return edition, edition.wordings[citation]
        return None
