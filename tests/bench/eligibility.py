"""How fast cases are decided, the world is enumerated and the command line answers; each figure beside its target."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import product
from statistics import median
from time import perf_counter

from eligibility.assess import assess
from eligibility.facts import Fact, Facts
from eligibility.wire import facts_from_json
from tests.eligibility.command import own_process
from tests.eligibility.world import OPTIONS

PROOFS = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "tests/eligibility", "-k", "test_proof"]


def run() -> None:
    complete = [dict(zip(map(str, Fact), answers, strict=True)) for answers in product(*OPTIONS)]
    facts = [Facts(each) for each in complete]
    texts = list(map(written, complete))
    tell("complete cases decided, the first time", len(facts) / seconds(lambda: [*map(assess, facts)]), "/s", 10_000)
    tell("complete cases decided, once more", len(facts) / seconds(lambda: [*map(assess, facts)]), "/s", 20_000)
    reading = seconds(lambda: [assess(facts_from_json(text)) for text in texts])
    tell("complete cases read from JSON and decided", len(texts) / reading, "/s", 10_000)
    combinations, took = proofs()
    tell(f"the six proofs, {combinations} combinations", took, " s", -60)
    tell("dodkhoh --help, median of 5", wall("--help"), " s", -0.3)
    tell("dodkhoh assess of a complete case, median of 5", wall("assess", "-", given=texts[0]), " s", -0.3)
    tell("dodkhoh assess with nothing known, median of 5", wall("assess", "-", given="{}"), " s", -1)


def tell(what: str, figure: float, unit: str, target: float) -> None:
    """A target below zero is the most it may be."""
    bound = f"at most {-target:g}" if target < 0 else f"at least {target:,}"
    print(f"{what:<52} {figure:>10,.{2 if target < 0 or unit == '%' else 0}f}{unit:<3} target {bound}{unit}")  # noqa: T201  # a bench prints


def written(case: Mapping[str, str | frozenset[str]]) -> str:
    return json.dumps({name: each if isinstance(each, str) else sorted(each) for name, each in case.items()})


def seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def wall(*words: str, given: str = "") -> float:
    """The middle one of five starts of the program, from call to exit."""
    return median(seconds(lambda: own_process(*words, given=given.encode())) for _ in range(5))


def proofs() -> tuple[str, float]:
    """What the proofs themselves say at their end."""
    said = subprocess.run(PROOFS, capture_output=True, text=True, check=False).stdout  # noqa: S603  # our own words
    told = re.search(r"([\d,]+) combinations +([\d.]+) s on one core", said)
    if told is None:
        raise RuntimeError(f"the proofs did not run:\n{said}")
    return told[1], float(told[2])
