"""`dodkhoh assess FACTS.json`: the deterministic rules for other programs, one case or a file of cases."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from eligibility.assess import assess
from eligibility.facts import UnknownAnswer, UnknownFact
from eligibility.wire import Json, UnreadableFacts, assessment_to_json, facts_from_json

WRONG_FACTS = (UnreadableFacts, UnknownFact, UnknownAnswer)
EXIT_WRONG = 2


def run(words: list[str]) -> int:
    call = _parser().parse_args(words)
    try:
        return _batch(call.batch) if call.batch else _single(call.facts, as_json=call.json)
    except (*WRONG_FACTS, OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"dodkhoh assess: {_sentence(error)}\n")
        return EXIT_WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dodkhoh assess", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("facts", nargs="?", metavar="FACTS.json", help="a file of facts, or - for standard input")
    source.add_argument(
        "--batch", metavar="FILE.jsonl", help="one object a line in, one a line out; - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print the whole assessment as JSON")
    return parser


def _single(source: str, *, as_json: bool) -> int:
    told = assessment_to_json(assess(facts_from_json("".join(_lines(source)))))
    lines = [json.dumps(told, ensure_ascii=False)] if as_json else _readable(told)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _batch(source: str) -> int:
    """A line that cannot be read becomes `{"error": ...}` in its place, so that lines in and out stay side by side."""
    wrong = 0
    for number, line in enumerate(_lines(source), 1):
        told: Json
        try:
            told = assessment_to_json(assess(facts_from_json(line)))
        except WRONG_FACTS as error:
            wrong += 1
            told = {"error": f"line {number}: {error}"}
            sys.stderr.write(f"dodkhoh assess: line {number}: {error}\n")
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return EXIT_WRONG if wrong else 0


def _lines(source: str) -> Iterator[str]:
    if source == "-":
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # standard input is a text stream here
        yield from sys.stdin
        return
    with Path(source).open(encoding="utf-8-sig") as file:
        yield from file


def _readable(told: dict[str, Json]) -> list[str]:
    shown = {True: "decided", False: "not decided"}[bool(told["decided"])]
    rows = ((name, told[name]) for name in ("outcomes", "notes", "ask", "missing", "basis") if told[name])
    return [shown, *(f"{name}: {', '.join(v) if isinstance(v, list) else v}" for name, v in rows)]


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot read {error.filename}: {error.strerror}"
    return "the file is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error)
