"""`dodkhoh assess` as other programs call it: one case or a file of cases, words or JSON, and the exit code."""

import json
from pathlib import Path

import pytest

from eligibility.assess import assess
from eligibility.facts import Facts
from eligibility.wire import assessment_to_json
from tests.eligibility.command import Caller, own_process
from tests.eligibility.test_cases import CASES

STRONG = {
    "jurisdiction": "tajikistan",
    "stage": "serving",
    "articles": ["307(1)"],
    "conduct": ["like"],
    "limb": "justification",
    "verdict_time": "before",
    "request": "none",
}
KEYS = ["decided", "outcomes", "ask", "missing", "notes", "basis", "counterfactuals"]


@pytest.fixture
def dodkhoh(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    return Caller(tmp_path, capsys, monkeypatch)


def written(facts: Facts) -> str:
    return json.dumps({fact: each if isinstance(each, str) else sorted(each) for fact, each in facts.items()})


def test_json_has_exactly_the_keys_of_the_contract_in_every_case(dodkhoh: Caller) -> None:
    said = dodkhoh.file("\n".join(written(case.facts) for case in CASES), "--batch")
    assert (said.code, said.err) == (0, "")
    for line in said.out.splitlines():
        told = json.loads(line)
        assert list(told) == KEYS
        assert isinstance(told["decided"], bool)
        assert told["ask"] is None or isinstance(told["ask"], str)
        assert all(list(each) == ["fact", "answer", "outcomes"] for each in told["counterfactuals"])


def test_one_case_in_json(dodkhoh: Caller) -> None:
    said = dodkhoh.file(json.dumps(STRONG), "--json")
    told = json.loads(said.out)
    assert (said.code, said.err, said.out.count("\n")) == (0, "", 1)
    assert (told["decided"], told["outcomes"], told["ask"], told["missing"]) == (True, ["strong_basis"], None, [])
    assert told["basis"] == [
        "criminal-code/13/1",
        "constitution/20",
        "law-2169",
        "report/supreme-court-2025-08-07",
    ]
    mixed = {"fact": "articles", "answer": ["307(1)", "other"], "outcomes": ["mixed_articles"]}
    assert mixed in told["counterfactuals"]


def test_one_case_in_words(dodkhoh: Caller) -> None:
    said = dodkhoh.file(json.dumps({**STRONG, "request": "refused"}))
    assert said.code == 0
    assert said.out.splitlines()[:3] == ["decided", "outcomes: strong_basis", "notes: refused_before"]
    assert dodkhoh.file("{}").out.startswith("not decided\n")
    assert "ask: jurisdiction\n" in dodkhoh.file("{}").out


def test_facts_on_standard_input(dodkhoh: Caller) -> None:
    assert dodkhoh.pipe(json.dumps(STRONG), "--json") == dodkhoh.file(json.dumps(STRONG), "--json")


def test_a_file_may_begin_with_a_byte_order_mark_and_have_windows_line_ends(dodkhoh: Caller) -> None:
    text = json.dumps(STRONG, indent=1).replace("\n", "\r\n")
    assert dodkhoh.file("\ufeff" + text, "--json") == dodkhoh.file(json.dumps(STRONG), "--json")


def test_standard_input_may_begin_with_a_byte_order_mark(dodkhoh: Caller) -> None:
    """PowerShell's pipe puts one there."""
    given = json.dumps(STRONG)
    assert dodkhoh.pipe("\ufeff" + given) == dodkhoh.pipe(given)
    assert dodkhoh.pipe("\ufeff" + given, "--batch") == dodkhoh.pipe(given, "--batch")


def test_lines_in_and_lines_out_stay_side_by_side(dodkhoh: Caller) -> None:
    lines = [written(case.facts) for case in CASES]
    wrong = {
        3: "",
        7: '{"stage": "jail"}',
        11: "[]",
        40: '{"a": 1',
        len(lines) - 1: '{"stage": "trial", "stage": "trial"}',
    }
    mingled = [wrong.get(number, line) for number, line in enumerate(lines)]
    said = dodkhoh.file("\n".join(mingled), "--batch")
    out = list(map(json.loads, said.out.splitlines()))
    assert (said.code, len(out), said.err.count("\n")) == (2, len(lines), len(wrong))
    for number, (case, told) in enumerate(zip(CASES, out, strict=True)):
        if number in wrong:
            assert list(told) == ["error"]
            assert told["error"].startswith(f"line {number + 1}: ")
        else:
            assert told == assessment_to_json(assess(case.facts))


def test_a_batch_without_a_wrong_line_ends_well_and_an_empty_one_too(dodkhoh: Caller) -> None:
    assert dodkhoh.file("{}\n{}\r\n{}", "--batch").code == 0
    assert dodkhoh.file("", "--batch") == (0, "", "")


def test_as_a_program_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(STRONG))
    by_file = own_process("assess", "--json", str(file))
    by_pipe = own_process("assess", "--json", "-", given=json.dumps(STRONG).encode())
    wrong = own_process("assess", "-", given=b'{"stage": "jail"}')
    assert json.loads(by_file.out)["outcomes"] == ["strong_basis"]
    assert by_file == by_pipe
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err == "dodkhoh assess: unknown answer for fact 'stage': 'jail'\n"
    assert own_process("--help").code == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "koi8-r"])
def test_json_is_utf_8_whatever_the_terminal_speaks(encoding: str) -> None:
    """The basis of `record_cleared` holds a Cyrillic clause letter: criminal-code/84/2/в."""
    facts = json.dumps({**STRONG, "stage": "released", "record": "active"}).encode()
    said = own_process("assess", "--json", "-", given=facts, PYTHONIOENCODING=encoding)
    assert (said.code, said.err) == (0, "")
    assert "criminal-code/84/2/в" in json.loads(said.out)["basis"]
