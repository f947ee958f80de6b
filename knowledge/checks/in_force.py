"""A rule must not stand on a wording that had ended, or had not begun, on the day it was checked.

One citation has one wording. Nothing can follow an ended one under the same citation: that would be a gap. And a part
is younger than its article, or the dates of the two overlap in a way that no law has.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from knowledge.checks.problem import Problem, Wrong
from knowledge.citation import Citation
from knowledge.corpus import Item
from knowledge.provisions import Entry, Provision


def misdated(item: Item, corpus: Mapping[Citation, Entry]) -> Iterator[Problem]:
    """What `later_wordings` names begins after its article did, and before its article ended."""
    whole = corpus.get(item.citation)
    if not isinstance(whole, Provision):
        return
    for address in sorted(item.first.table("later_wordings")):
        part = corpus[Citation(f"{item.citation}/{address}") if address else item.citation]
        if isinstance(part, Provision) and (told := _overlap(whole, part)):
            yield Problem(item.first.path, Wrong.NOT_IN_FORCE, f"{address}: {told}")


def _overlap(whole: Provision, part: Provision) -> str:
    if part.not_before <= (whole.in_force or whole.not_before):
        return f"later_wordings says {part.not_before}, but the article itself is not older"
    if whole.until and part.not_before >= whole.until:
        return f"later_wordings says {part.not_before}, but the article ended on {whole.until}"
    return ""


def not_in_force(bases: Iterable[Citation], corpus: Mapping[Citation, Entry]) -> Iterator[tuple[Citation, str]]:
    """Which bases of rules and screens were no law on the day they were checked, and why."""
    for citation in sorted(set(bases)):
        entry = corpus.get(citation)
        if isinstance(entry, Provision) and (told := _out_of_force(entry, entry.checked_on)):
            yield citation, told


def _out_of_force(provision: Provision, day: date) -> str:
    if provision.until and provision.until <= day:
        return f"a rule stands on it, but it ended on {provision.until} and nothing follows it"
    if (begin := provision.in_force or provision.not_before) > day:
        return f"a rule stands on it, but it begins only on {begin}"
    return ""
