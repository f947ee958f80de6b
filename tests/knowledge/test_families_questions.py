"""Every question that families ask has one passage that answers it; the list is from the project's research."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from knowledge.citation import Citation
from knowledge.corpus import load
from knowledge.strict_yaml import load as read

CORPUS = load()
TABLE: Any = read((Path(__file__).parent / "families_questions.yaml").read_text(encoding="utf-8"))


def test_the_questions_of_all_three_languages_are_there() -> None:
    assert Counter(row["language"] for row in TABLE) == {"tg": 14, "ru": 15, "en": 10}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["question"][:40])
def test_one_passage_answers_the_question(row: Any) -> None:
    entry = CORPUS[Citation.named(row["answered_by"])]
    assert len(entry.in_language(row["language"]).text) > 40
