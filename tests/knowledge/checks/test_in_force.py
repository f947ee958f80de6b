"""A rule stands on law that was in force when it was checked; a part is younger than its article, or says nothing."""

import pytest

from knowledge.checks.problem import Wrong
from knowledge.citation import Citation
from tests.knowledge.checks.copied import ARTICLE, BASES, LAW, Copy

LATER, NOT_BEFORE = r"^later_wordings: .*$", r'^not_before: ".*"$'
UNTIL = '^in_force_until: "open"$'
OVERLAPPING = [
    ("2016-11-14", "note: later_wordings says 2016-11-14, but the article itself is not older"),
    ("1998-05-21", "note: later_wordings says 1998-05-21, but the article itself is not older"),
]


@pytest.mark.parametrize(("day", "told"), OVERLAPPING)
def test_a_part_that_says_it_is_older_than_its_article_is_found(copy: Copy, day: str, told: str) -> None:
    copy.change(ARTICLE, "all", LATER, f'later_wordings: {{"note": "{day}"}}')
    assert copy.problems() == [(f"corpus/{ARTICLE}/tg.md", Wrong.NOT_IN_FORCE, told)]


def test_a_part_that_begins_when_its_article_has_ended_is_found(copy: Copy) -> None:
    copy.change(ARTICLE, "all", UNTIL, 'in_force_until: "2025-05-14"')
    told = "note: later_wordings says 2025-05-14, but the article ended on 2025-05-14"
    assert (f"corpus/{ARTICLE}/tg.md", Wrong.NOT_IN_FORCE, told) in copy.problems()


def test_a_day_of_beginning_that_is_known_counts_before_the_day_it_cannot_be_before(copy: Copy) -> None:
    copy.change(ARTICLE, "all", '^in_force_from: ".*"$', 'in_force_from: "2025-05-14"')
    ((_, what, _),) = copy.problems()
    assert what is Wrong.NOT_IN_FORCE


@pytest.mark.parametrize(("day", "ended"), [("2026-11-22", True), ("2025-12-01", True), ("2026-11-23", False)])
def test_a_rule_must_not_stand_on_a_wording_that_had_ended_when_it_was_checked(
    copy: Copy,
    day: str,
    ended: bool,  # noqa: FBT001  # a table's column
) -> None:
    copy.change(LAW, "all", UNTIL, f'in_force_until: "{day}"')
    told = f"{LAW}: a rule stands on it, but it ended on {day} and nothing follows it"
    assert copy.problems() == ([("corpus", Wrong.NOT_IN_FORCE, told)] if ended else [])


def test_a_wording_that_ended_may_be_kept_where_no_rule_stands_on_it(copy: Copy) -> None:
    copy.change(LAW, "all", UNTIL, 'in_force_until: "2025-12-01"')
    assert copy.problems(BASES - {Citation.named(LAW)}) == []


@pytest.mark.parametrize("key", ["in_force_from", "not_before"])
def test_a_rule_must_not_stand_on_a_wording_that_had_not_begun(copy: Copy, key: str) -> None:
    copy.change(LAW, "all", f'^{key}: ".*"$', f'{key}: "2026-11-23"')
    told = f"{LAW}: a rule stands on it, but it begins only on 2026-11-23"
    assert copy.problems() == [("corpus", Wrong.NOT_IN_FORCE, told)]
