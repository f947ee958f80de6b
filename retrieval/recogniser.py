"""Which language a question is typed in, and with which letters: told by how often its runs of signs stand in each.

`make model` counts them in the project's own texts; a question never teaches it anything.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.ngrams import ngrams
from retrieval.spellings import Writing

MODEL = Path(__file__).parent / "model"
NAMES, WEIGHTS = "writing.txt", "writing.int8"
WRITINGS = tuple(Writing)
STEP, MIDDLE = 1 / 16, -8.0
"""A weight w stands for the logarithm MIDDLE + STEP * w of a run's frequency."""


class NothingToRead(ValueError):
    """No letter was typed, so no language can be told."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    places: dict[str, int]
    weights: NDArray[np.int8]
    """A row for each run of signs, a column for each writing."""

    @classmethod
    def load(cls, folder: Path = MODEL) -> "Recogniser":
        names = (folder / NAMES).read_text(encoding="utf-8").split("\n")
        weights = np.fromfile(folder / WEIGHTS, dtype=np.int8).reshape(len(names), len(WRITINGS))
        return cls({name: place for place, name in enumerate(names)}, weights)

    def writing(self, text: str) -> Writing:
        """The likeliest; raise NothingToRead."""
        if not any(sign.isalpha() for sign in text):
            raise NothingToRead
        runs = [self.places.get(run) for run in ngrams(text)]
        known = self.weights[[place for place in runs if place is not None]].sum(axis=0, dtype=np.int64)
        return WRITINGS[int(np.argmax(known))]
