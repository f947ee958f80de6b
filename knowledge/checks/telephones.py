"""A telephone number that nobody has verified may be a stranger's: none is shown until the question is signed off.

Seven digits or more make one, also with a space or a dash between two of them; with points they are a day. Two years
with a dash between them are taken for a number too: write “from 2019 to 2020”.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge.checks.problem import Problem, Wrong
from knowledge.corpus import Item
from knowledge.open_questions import OpenQuestion, State

QUESTION = "phone-numbers"
_NUMBER = re.compile(r"(?<!\d)(?<!\d\.)\+?\d(?:(?: ?[-–—‑] ?|\s)?\d){6,}")


def telephones(item: Item, questions: Mapping[str, OpenQuestion]) -> Iterator[Problem]:
    """A question that was deleted is not signed off. A source may name a page by its number."""
    if QUESTION in questions and questions[QUESTION].state is State.SIGNED_OFF:
        return
    for sheet in item.sheets.values():
        told = {key: sheet.word(key) for key in ("title", "label")}
        told |= {address or "lead": f"{each.label}\n\n{each.text}" for address, each in sheet.sections.items()}
        for place, text in told.items():
            if found := dict.fromkeys(_NUMBER.findall(text)):
                yield Problem(sheet.path, Wrong.TELEPHONE, f"{place}: {', '.join(found)}")
