"""What a release holds: the corpus, the open questions, and the official texts that were imported by then."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge.acts.act import Wording
from knowledge.citation import Citation
from knowledge.corpus import FOLDER, Corpus, load
from knowledge.corpus_json import corpus_from_json, corpus_to_json
from knowledge.editions.edition import Edition
from knowledge.editions.wire import edition_from_json, edition_to_json
from knowledge.open_questions import FILE, OpenQuestion, read_open_questions
from knowledge.releases.release import Release
from knowledge.sheet import LANGUAGES

CORPUS, QUESTIONS = "corpus.json", "open-questions.json"


def contents(editions: Iterable[Edition] = (), corpus: Path = FOLDER, questions: Path = FILE) -> dict[str, bytes]:
    """The files of a release by name. Raise UnreadableCorpus or UnreadableQuestions."""
    official = {f"official/{each.act.name}/{each.language}.json": edition_to_json(each) for each in editions}
    asked = [_question(each) for each in read_open_questions(questions).values()]
    told = json.dumps(asked, ensure_ascii=False, indent=0, sort_keys=True).encode()
    return {CORPUS: corpus_to_json(load(corpus)), QUESTIONS: told, **official}


def _question(question: OpenQuestion) -> dict[str, object]:
    return {
        "id": question.name,
        "state": question.state,
        "signed_off_by": question.signed_off_by,
        "signed_off_on": question.signed_off_on,
        "question": dict(question.question),
    }


@dataclass(frozen=True)
class Content:
    """A release, opened. Every file is checked against its hash when it is read."""

    release: Release

    @cached_property
    def corpus(self) -> Corpus:
        return corpus_from_json(self.release.read(CORPUS))

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
