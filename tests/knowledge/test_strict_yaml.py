"""Rows G1 to G6 of the bad inputs: YAML that would change the law in silence is refused, and the line is named."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.facts import Facts, UnknownFact
from knowledge.strict_yaml import MOST_BYTES, UnreadableYaml, load

BOMB = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{m}, *{m}]\n" for m, n in zip("abcdefgh", "bcdefghi", strict=True))

REFUSED = {
    "G1-alias-bomb": (BOMB, 1),
    "G1-anchor-alone": ("a: x\nb: &b x", 2),
    "G1-alias-alone": ("a: x\nb: *a", 2),
    "G1-anchor-on-nothing": ("a: x\nb: &b\nc: x", 2),
    "G1-merge-key": ("a: {b: c}\n<<: {b: d}", 2),
    "G2-python-object": ("- !!python/object:os.system x", 1),
    "G2-python-name": ("a: x\nb: !!python/name:os.system ''", 2),
    "G2-tag-of-a-string": ("a: !!str 307", 1),
    "G2-own-tag-on-a-list": ("a: !mine [x]", 1),
    "G2-tag-directive": ("%TAG ! tag:x,2000:\n---\na: x", 2),
    "G2-yaml-1.1-directive": ("%YAML 1.1\n---\na: x", 2),
    "G3-key-twice": ("eligible: 'yes'\nother: x\neligible: 'no'", 3),
    "G3-key-twice-inside": ("a:\n  - b: x\n    'b': x", 3),
    "G3-key-twice-in-braces": ("a: {b: x, b: x}", 1),
    "G5-tab-as-indent": ("a:\n\tb: x", 2),
    "G5-tab-between": ("a: x\nb:\tx", 2),
    "G5-tab-escaped": ('a: x\nb: "\\t"', 2),
    "G5-nul": ("a: x\nb: \0", 2),
    "G5-nul-escaped": ('a: "\\0"', 1),
    "G5-escape-sign": ("a: \x1b[2J", 1),
    "G5-lone-return": ("a: x\rb: x", 1),
    "G5-next-line-sign": ("a: x\nb: x\x85c: x", 2),
    "G5-line-separator": ("a: x\u2028b: x", 1),
    "G5-right-to-left-override": ("a: x\nb: \u202e(1)703", 2),
    "G5-zero-width-joiner": ("a: 'x\u200dy'", 1),
    "G5-byte-order-mark": ("\ufeffa: x", 1),
    "G5-lone-surrogate": ("a: x\nb: \ud800", 2),
    "G5-lone-surrogate-escaped": ('a: "\\ud800"', 1),
    "G5-sign-beyond-unicode": ('a: x\nb: "\\UFFFFFFFF"', 2),
    "G5-5000-brackets": ("a: x\nb: " + "[" * 5000, 2),
    "G5-5000-closed-brackets": ("[" * 5000 + "]" * 5000, 1),
    "G5-5000-braces": ("{a: " * 5000, 1),
    "G5-5000-dashes": ("- " * 5000, 1),
    "G5-50-MB": ("a: x\n" * 10_000_000, MOST_BYTES // 5 + 1),
    "G5-one-byte-too-many": ("#" * MOST_BYTES + "\n", 1),
    "nothing": ("", 1),
    "only-a-comment": ("# nothing yet\n", 2),
    "empty-value": ("a: x\nb:\nc: x", 2),
    "empty-item": ("- x\n-\n- x", 2),
    "two-documents": ("a: x\n---\na: x", 2),
    "list-as-a-key": ("a: x\n? [b]\n: x", 2),
    "never-closed": ("a: x\nb: [x, z\n", 3),
    "never-closed-quote": ('a: x\nb: "x', 2),
    "colon-in-plain-text": ("a: x\nb: c: d", 2),
    "uneven-indent": ("a: x\n  b: x", 2),
}

WORDS = """no No NO yes on off y N true False ~ null = << 307.10 179_3 1:30 190:20:30.15 007 08 0o17 0b1 0xFF 1e3 .5
.5e3 12e03 +12 -0 1. 1_000 .inf -.INF .nan 2026-05-01 2026-05-01T10:00:00Z 2001-12-14t21:59:43.10-05:00"""


@pytest.mark.parametrize(("text", "line"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_and_the_line_is_named(text: str, line: int) -> None:
    with pytest.raises(UnreadableYaml, match=f"^line {line}: ") as refusal:
        load(text)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("value", WORDS.split(), ids=lambda value: f"G4-{value}")
@pytest.mark.parametrize("place", ["a: x\nb: {}", "a: x\n{}: b", "- x\n- {}", "# x\n[{}]"])
def test_what_yaml_takes_for_something_else_is_refused_unless_quoted(value: str, place: str) -> None:
    with pytest.raises(UnreadableYaml, match=r"^line 2: "):
        load(place.format(value))
    for quoted in (f"'{value}'", f'"{value}"'):
        assert value in json.dumps(load(place.format(quoted)))


def test_a_misspelt_fact_is_text_to_the_loader_and_refused_by_name_where_facts_are_read() -> None:
    """Row G6: the loader knows no vocabulary; who reads a file says which words it may hold."""
    misspelt = load("jurisdicton: tajikistan")
    assert isinstance(misspelt, dict)
    with pytest.raises(UnknownFact, match="'jurisdicton'"):
        Facts(misspelt)


def test_what_a_lawyer_writes_is_read_as_it_stands() -> None:
    text = """name: Лайк, ҳукм дар қувва
facts:
  articles: ['307(1)', "189"]
because: >
  Art. 13(1) CC
  says so.
"""
    assert load(text.replace("\n", "\r\n")) == load(text)
    assert load(text) == {
        "name": "Лайк, ҳукм дар қувва",
        "facts": {"articles": ["307(1)", "189"]},
        "because": "Art. 13(1) CC says so.\n",
    }
    assert load("a: |\n  one\n  two\n") == {"a": "one\ntwo\n"}
    assert load("- []\n- {}\n- ''") == [[], {}, ""]
    assert load("plain") == "plain"


SEEN = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff\\"))
NESTED = st.recursive(
    SEEN, lambda some: st.lists(some, max_size=4) | st.dictionaries(SEEN, some, max_size=4), max_leaves=12
)


@settings(deadline=None)
@given(NESTED)
def test_quoted_text_comes_back_unchanged(value: object) -> None:
    """JSON is YAML with everything in quotes."""
    assert load(json.dumps(value, ensure_ascii=False)) == value


@settings(deadline=None)
@given(st.text("ab1:-?[]{},&*!|>'\"%#<~\\ \n.", max_size=40))
def test_nothing_but_text_or_a_refusal_with_its_line_comes_out_of_odd_text(odd: str) -> None:
    outcome = loaded_or_refused(odd)
    if isinstance(outcome, UnreadableYaml):
        assert 1 <= int(str(outcome).removeprefix("line ").partition(":")[0]) <= odd.count("\n") + 1
    else:
        assert only_text(outcome)


def loaded_or_refused(text: str) -> object:
    try:
        return load(text)
    except UnreadableYaml as refusal:
        return refusal


def only_text(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and only_text(each) for key, each in value.items())
    return all(map(only_text, value)) if isinstance(value, list) else isinstance(value, str)
