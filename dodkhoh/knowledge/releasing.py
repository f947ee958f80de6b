"""`dodkhoh knowledge release|activate|rollback|list|verify`: numbered, immutable states of all that is known."""

import argparse
import json
import sys
from typing import Any

from dodkhoh.knowledge.checking import found, parser
from dodkhoh.knowledge.edge import EXIT_PROBLEMS, bar, home, refuse, speak_utf_8, today
from knowledge.releases.release import Release


def run(call: str, words: list[str]) -> int:
    speak_utf_8()
    calls = {"release": _release, "activate": _activate, "rollback": _roll_back, "list": _list, "verify": _verify}
    return calls[call](words)


def _release(words: list[str]) -> int:
    call = parser("release", _release.__doc__).parse_args(words)
    if problems := found(call.corpus, call.questions):
        sys.stderr.write("".join(f"{each}\n" for each in problems))
        return refuse(f"no release was made: {len(problems)} problems", EXIT_PROBLEMS)
    with bar("release") as progress:
        release = home().release(today(), call.corpus, call.questions, progress)
    _tell(release, as_json=call.json)
    return 0


def _activate(words: list[str]) -> int:
    call = _numbered("activate", required=True).parse_args(words)
    _tell(home().shelf.activate(call.number), as_json=call.json)
    return 0


def _roll_back(words: list[str]) -> int:
    call = _plain("rollback").parse_args(words)
    _tell(home().shelf.roll_back(), as_json=call.json)
    return 0


def _list(words: list[str]) -> int:
    call = _plain("list").parse_args(words)
    shelf = home().shelf
    active = shelf.active()
    rows = [_told(each, active) for each in shelf.listed()]
    if call.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(map(_row, rows)) or "no release has been made yet\n")
    return 0


def _verify(words: list[str]) -> int:
    """Without a number, every release on the shelf."""
    call = _numbered("verify", required=False).parse_args(words)
    shelf = home().shelf
    numbers = [call.number] if call.number else shelf.numbers()
    damage = [{"release": number, "damage": str(each)} for number in numbers for each in shelf.verify(number)]
    if call.json:
        sys.stdout.write(json.dumps(damage, ensure_ascii=False, indent=1) + "\n")
    else:
        rows = (f"release {each['release']}: {each['damage']}\n" for each in damage)
        sys.stdout.write("".join(rows) or f"{len(numbers)} releases are as they were made\n")
    return EXIT_PROBLEMS if damage else 0


def _plain(call: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"dodkhoh knowledge {call}", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _numbered(call: str, *, required: bool) -> argparse.ArgumentParser:
    parser = _plain(call)
    parser.add_argument("number", type=int, nargs=None if required else "?", metavar="NUMBER")
    return parser


def _tell(release: Release, *, as_json: bool) -> None:
    told = _told(release, home().shelf.active())
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n" if as_json else _row(told))


def _told(release: Release, active: Release | None) -> dict[str, Any]:
    return {
        "release": release.number,
        "active": active is not None and active.number == release.number,
        "made_on": release.made_on.isoformat(),
        "from": release.said.get("from", ""),
        "files": {name: kept.sha256 for name, kept in release.files.items()},
        "fingerprint": release.fingerprint,
    }


def _row(told: dict[str, Any]) -> str:
    mark = "active" if told["active"] else ""
    return f"{told['release']:>4}  {told['made_on']}  {told['from']:<8} {mark:<7} {told['fingerprint'][:16]}\n"
