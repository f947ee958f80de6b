"""`dodkhoh assess FACTS.json`: the deterministic rules for other programs, one case or a file of cases."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from eligibility.assess import assess
from eligibility.facts import Facts, UnknownAnswer, UnknownFact
from eligibility.wire import Json, UnreadableFacts, assessment_to_json, facts_from_json

WRONG_FACTS = (UnreadableFacts, UnknownFact, UnknownAnswer)
EXIT_WRONG = 2


def run(words: list[str]) -> int:
    call = _parser().parse_args(words)
    _speak_utf_8()
    try:
        return _batch(call.batch) if call.batch is not None else _single(call.facts, as_json=call.json)
    except WRONG_FACTS as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"cannot read {error.filename}: {error.strerror}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dodkhoh assess", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("facts", nargs="?", metavar="FACTS.json", help="a file of facts, or - for standard input")
    source.add_argument(
        "--batch", metavar="FILE.jsonl", help="one object a line in, one a line out; - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print the whole assessment as JSON")
    return parser


def _speak_utf_8() -> None:
    """JSON is UTF-8 whatever the terminal is set to."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"dodkhoh assess: {sentence}\n")
    return EXIT_WRONG


def _single(source: str, *, as_json: bool) -> int:
    told = assessment_to_json(assess(_facts(b"".join(_lines(source)))))
    lines = [json.dumps(told, ensure_ascii=False)] if as_json else _readable(told)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _batch(source: str) -> int:
    """A line that cannot be read becomes `{"error": ...}` in its place, so that lines in and out stay side by side."""
    wrong = 0
    for number, line in enumerate(_lines(source), 1):
        told: Json
        try:
            told = assessment_to_json(assess(_facts(line)))
        except WRONG_FACTS as error:
            wrong = _refuse(f"line {number}: {error}")
            told = {"error": f"line {number}: {error}"}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return wrong


def _facts(given: bytes) -> Facts:
    try:
        return facts_from_json(given.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFacts("not UTF-8 text") from None


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        yield from sys.stdin.buffer
        return
    with Path(source).open("rb") as file:
        yield from file


def _readable(told: dict[str, Json]) -> list[str]:
    shown = {True: "decided", False: "not decided"}[bool(told["decided"])]
    rows = ((name, told[name]) for name in ("outcomes", "notes", "ask", "missing", "basis") if told[name])
    return [shown, *(f"{name}: {', '.join(map(str, v)) if isinstance(v, list) else v}" for name, v in rows)]
