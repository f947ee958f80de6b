"""`dodkhoh knowledge check`: everything that stops a release, by file and line."""

import argparse
import json
import sys
from pathlib import Path

from dialogs.cited import cited
from dodkhoh.knowledge.edge import EXIT_PROBLEMS, home, speak_utf_8, today
from knowledge.checks.check import check
from knowledge.checks.problem import Problem
from knowledge.content import Content
from knowledge.corpus import FOLDER
from knowledge.open_questions import FILE


def run(_call: str, words: list[str]) -> int:
    call = parser("check", __doc__).parse_args(words)
    speak_utf_8()
    problems = found(call.corpus, call.questions)
    if call.json:
        told = [{"file": str(each.file), "what": each.what, "told": each.told} for each in problems]
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{each}\n" for each in problems) or "nothing stops a release\n")
    return EXIT_PROBLEMS if problems else 0


def parser(call: str, told: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"dodkhoh knowledge {call}", description=told)
    parser.add_argument(
        "--corpus", type=Path, default=FOLDER, metavar="FOLDER", help="another corpus than the program's"
    )
    parser.add_argument("--questions", type=Path, default=FILE, metavar="FILE", help="another list of open questions")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def found(corpus: Path, questions: Path) -> list[Problem]:
    """Compared with the release that serves, if any does."""
    active = home().shelf.active()
    return check(corpus, questions, cited(), Content(active).corpus if active else {}, today())
