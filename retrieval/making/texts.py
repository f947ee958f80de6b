"""Everything that was written in three languages, side by side: the corpus, its paraphrases, the glossary."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from knowledge.corpus import load
from knowledge.provisions import Digest

FOLDER = Path(__file__).parent.parent


class Written(NamedTuple):
    """The same in three languages; `about` is the passage it belongs to, if it does."""

    tg: str
    ru: str
    en: str
    about: str | None = None


def written() -> Iterator[Written]:
    """In an order that never changes. Golden questions are not among them."""
    for citation, entry in load().items():
        tg, ru, en = (entry.in_language(language) for language in ("tg", "ru", "en"))
        yield Written(_whole(tg), _whole(ru), _whole(en), str(citation))
    for path in sorted((FOLDER / "training").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            yield Written(said["tg"], said["ru"], said["en"], said["about"])
    for line in (FOLDER / "glossary.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield Written(" ".join(entry["tg"]), " ".join(entry["ru"]), " ".join(entry["en"]))


def _whole(digest: Digest) -> str:
    return f"{digest.text} {digest.label}. {digest.title}."
