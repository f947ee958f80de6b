"""Which act is meant: an article of the procedure code must never be taken for one of the Criminal Code."""

import re
from dataclasses import dataclass

from knowledge.typed_text import plain

CRIMINAL_CODE = "criminal-code"


@dataclass(frozen=True, slots=True)
class ActName:
    """`is_whole`: the act is cited as one, without its articles."""

    name: str
    is_whole: bool = False


_OURS = (
    (re.compile(r"конститут|конституц|constitution|сарконун"), ActName("constitution")),
    (
        re.compile(r"маъмури|маьмури|\bкхм\b|административн|\bкоап\b|administrative"),
        ActName("administrative-offences-code"),
    ),
    (re.compile(r"мурочиат|об обращени|обращениях|law on appeals|appeals of persons"), ActName("law-on-appeals")),
    (re.compile(r"\b2169\b"), ActName("law-2169", is_whole=True)),
)
_NOT_OURS = re.compile(
    r"мурофиа|\bкмч|процессуал|\bупк|procedure|procedural|\bcpc\b"
    r"|ичрои чазо|исполнени\w* (?:уголовн|наказан)|\bкич|\bуик|execution of"
    r"|граждан\w* кодекс|кодекс\w* граждан|\bгк\b|civil code|оила|семейн"
)
"""The procedure code, the code on the execution of punishments, civil and family codes: nobody has read them for us."""


def act_named(written: str) -> ActName | None:
    """The Criminal Code where no act is named; None for an act that the knowledge base does not hold."""
    text = plain(written) or ""
    if _NOT_OURS.search(text):
        return None
    return next((act for pattern, act in _OURS if pattern.search(text)), ActName(CRIMINAL_CODE))
