"""Counts runs of signs in each writing. Tajik texts are counted three times, spelt in each of its three ways."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from retrieval.making.texts import Written
from retrieval.ngrams import ngrams
from retrieval.recogniser import MIDDLE, NAMES, STEP, WEIGHTS, WRITINGS
from retrieval.spellings import Writing, in_latin, in_russian_letters

LEAST = 3
"""Runs that stand in fewer places of all texts tell nothing."""
SMOOTHING = 0.3


def make(texts: Iterable[Written], folder: Path) -> None:
    """Write the two files; the same texts give the same bytes on every machine."""
    counted = _counted(texts)
    seen = Counter[str]()
    for runs in counted.values():
        seen.update(runs)
    names = sorted(run for run, times in seen.items() if times >= LEAST)
    rows = np.array([_weights(counted[writing], names) for writing in WRITINGS], dtype=np.int8).T
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAMES).write_text("\n".join(names), encoding="utf-8")
    (folder / WEIGHTS).write_bytes(np.ascontiguousarray(rows).tobytes())


def _counted(texts: Iterable[Written]) -> Mapping[Writing, Counter[str]]:
    counted: dict[Writing, Counter[str]] = {writing: Counter() for writing in WRITINGS}
    for each in texts:
        counted[Writing.TAJIK].update(ngrams(each.tg))
        counted[Writing.TAJIK_IN_RUSSIAN_LETTERS].update(ngrams(in_russian_letters(each.tg)))
        counted[Writing.TAJIK_IN_LATIN].update(ngrams(in_latin(each.tg)))
        counted[Writing.RUSSIAN].update(ngrams(each.ru))
        counted[Writing.ENGLISH].update(ngrams(each.en))
    return counted


def _weights(counts: Counter[str], names: list[str]) -> list[int]:
    whole = counts.total() + SMOOTHING * len(names)
    return [_weight((counts[name] + SMOOTHING) / whole) for name in names]


def _weight(share: float) -> int:
    return max(-128, min(127, round((math.log(share) - MIDDLE) / STEP)))
