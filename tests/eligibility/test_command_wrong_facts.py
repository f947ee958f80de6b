"""Facts that cannot be taken at their word: exit 2, nothing on standard output, one line that names what is wrong."""

import json
from pathlib import Path

import pytest

from tests.eligibility.command import Caller

WRONG = {
    "unknown-fact": ('{"stag": "trial"}', "unknown fact: 'stag'"),
    "fact-in-capitals": ('{"STAGE": "trial"}', "unknown fact: 'STAGE'"),
    "cyrillic-letter-in-a-fact": ('{"stаge": "trial"}', "unknown fact: 'stаge'"),
    "unknown-answer": ('{"stage": "jail"}', "'stage': 'jail'"),
    "answer-of-another-fact": ('{"stage": "before"}', "'stage': 'before'"),
    "answer-with-a-space": ('{"stage": "trial "}', "'stage': 'trial '"),
    "number": ('{"stage": 1}', "'stage': 1"),
    "truth-value": ('{"act_before_2020_12_17": true}', "'act_before_2020_12_17': True"),
    "null": ('{"stage": null}', "'stage': None"),
    "null-for-several": ('{"articles": null}', "'articles' takes a list"),
    "not-a-number": ('{"stage": NaN}', "'stage': nan"),
    "number-of-5000-digits": ('{"stage": ' + "1" * 5000 + "}", ""),
    "list-where-one-is-asked": ('{"stage": ["trial"]}', "'stage': ['trial']"),
    "string-where-several-are-asked": ('{"articles": "307(1)"}', "'articles' takes a list"),
    "empty-list": ('{"articles": []}', "'articles' takes a list"),
    "object-for-several": ('{"articles": {"307(1)": 1}}', "'articles' takes a list"),
    "list-in-a-list": ('{"articles": [["307(1)"]]}', "'articles': ['307(1)']"),
    "null-in-a-list": ('{"conduct": ["like", null]}', "'conduct': None"),
    "unsure-in-a-list": ('{"conduct": ["like", "unsure"]}', "'conduct': 'unsure'"),
    "fact-twice": ('{"stage": "trial", "stage": "serving"}', "fact given twice: 'stage'"),
    "fact-twice-alike": ('{"stage": "trial", "stage": "trial"}', "fact given twice: 'stage'"),
    "list-of-facts": ('[{"stage": "trial"}]', "must be a JSON object"),
    "string": ('"trial"', "must be a JSON object"),
    "null-alone": ("null", "must be a JSON object"),
    "empty-file": ("", "not JSON (line 1, column 1)"),
    "only-spaces": (" \n \n", "not JSON"),
    "cut-off": ('{"stage": "trial"', "not JSON (line 1"),
    "python-quotes": ("{'stage': 'trial'}", "not JSON (line 1"),
    "second-line": ('{\n"stage": trial}', "not JSON (line 2"),
    "two-objects": ("{}\n{}", "not JSON (line 2"),
    "5000-brackets": ("[" * 5000, "not JSON"),
    "5000-nested-lists": ('{"articles": ' + "[" * 5000 + "]" * 5000 + "}", "not JSON"),
    "5000-nested-objects": ('{"a": ' * 5000 + "1" + "}" * 5000, "not JSON"),
    "lone-surrogate": ('{"stage": "\\ud800"}', r"'stage': '\ud800'"),
    "nul": ('{"stage": "trial\\u0000"}', r"'stage': 'trial\x00'"),
    "line-feed-in-an-answer": ('{"stage": "trial\\nfine"}', r"'stage': 'trial\nfine'"),
    "not-utf-8": ('{"stage": "суд"}'.encode("cp1251"), "not UTF-8"),
    "utf-16": ('{"stage": "trial"}'.encode("utf-16"), "not UTF-8"),
}

LOOK_ALIKE = """307¹ 307² 179³ 307(¹) 307⁽¹⁾ 307₁ 307① ３０７(1) 307（1） З07(1) 3О7(1) З07 307(l) 307(І) 3071 1793
307-1 307.1 307_1 307/1 307(01) 307(1). (307(1)) ст.307(1) 307прим1 ٣٠٧(1) 307(1)\u200b \u202e307(1) 307(1)\u0301
307(5) 179(4) 401 оther Other"""


@pytest.fixture
def dodkhoh(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    return Caller(tmp_path, capsys, monkeypatch)


@pytest.mark.parametrize(("content", "named"), WRONG.values(), ids=WRONG)
def test_wrong_facts_are_refused_in_one_line_that_names_them(content: str | bytes, named: str, dodkhoh: Caller) -> None:
    for said in (dodkhoh.file(content, "--json"), dodkhoh.pipe(content, "--json")):
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert said.err.startswith("dodkhoh assess: ")
        assert named in said.err
        assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "article", [*LOOK_ALIKE.split(), "307 (1)", " 307(1)", "307(1)\xa0", "307 2", "ч. 3 ст. 179"], ids=ascii
)
def test_an_article_that_only_looks_like_one_is_refused_by_name(article: str, dodkhoh: Caller) -> None:
    """Rows C7, C8, C12: never guessed at, never normalised."""
    said = dodkhoh.file(json.dumps({"articles": ["307(1)", article]}))
    assert (said.code, said.out) == (2, "")
    assert said.err == f"dodkhoh assess: unknown answer for fact 'articles': {article!r}\n"


def test_a_file_that_cannot_be_read_is_named(dodkhoh: Caller) -> None:
    for words in (["nowhere.json"], ["--json", "nowhere.json"], ["--batch", "nowhere.jsonl"], [str(dodkhoh.folder)]):
        said = dodkhoh.call(*words)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert said.err.startswith(f"dodkhoh assess: cannot read {words[-1]}: ")


def test_a_line_of_a_batch_that_is_not_utf_8_is_wrong_in_its_place(dodkhoh: Caller) -> None:
    said = dodkhoh.file(b"{}\n" + '{"stage": "суд"}\n'.encode("cp1251") + b"{}\n", "--batch")
    first, wrong, last = map(json.loads, said.out.splitlines())
    assert (said.code, said.err.count("\n"), first) == (2, 1, last)
    assert wrong["error"].startswith("line 2: ")
    assert "UTF-8" in wrong["error"]


@pytest.mark.parametrize(
    "words", [[], [""], ["--batch", ""], ["--batch"], ["a", "b"], ["--batch", "a", "b"], ["--jsn", "-"]]
)
def test_a_wrong_call_ends_with_2_and_a_line_not_a_traceback(words: list[str], dodkhoh: Caller) -> None:
    said = dodkhoh.call(*words)
    assert (said.code, said.out) == (2, "")
    assert "dodkhoh assess: " in said.err
