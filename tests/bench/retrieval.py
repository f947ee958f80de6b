"""How well a language is recognised in few words of texts that nobody here wrote, and how fast."""

import re
from collections.abc import Callable
from pathlib import Path

from retrieval.recogniser import Recogniser
from retrieval.spellings import in_latin, in_russian_letters
from tests.bench.eligibility import seconds, tell

NEWS = Path(__file__).parents[3] / "shared/data"
"""NTREX: 1,997 sentences of news in each language (CC-BY-SA); never trained on, never in the repository."""
BARS = {5: 99.0, 3: 97.0, 2: 93.0}
SPELT: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("tg", "tg", str),
    ("tg", "tg, Russian letters", in_russian_letters),
    ("tg", "tg, Latin letters", in_latin),
    ("ru", "ru", str),
    ("en", "en", str),
)


def run() -> None:
    recogniser = Recogniser.load()
    asked = "Барои лайк 9 сол доданд, акнун озод мешавад?"
    tell("a question's language", 1000 / seconds(lambda: [recogniser.writing(asked) for _ in range(1000)]), "/s", 1000)
    if not NEWS.exists():
        print("no news texts beside the repository: recognition is not measured")  # noqa: T201  # a bench prints
        return
    for language, name, spelt in SPELT:
        for words, bar in BARS.items():
            pieces = [spelt(piece) for piece in _pieces(language, words)]
            right = sum(recogniser.writing(piece).language == language for piece in pieces)
            tell(f"{name}: recognised in {words} words, of {len(pieces)}", 100 * right / len(pieces), "%", bar)


def _pieces(language: str, words: int) -> list[str]:
    """So many words from the middle of each sentence, unless they are only numbers or signs."""
    found = []
    for line in (NEWS / f"ntrex.{language}.txt").read_text(encoding="utf-8").splitlines():
        row = line.split()
        begin = max(0, (len(row) - words) // 2)
        piece = " ".join(row[begin : begin + words])
        if re.search(r"[^\W\d_]{2}", piece):
            found.append(piece)
    return found
