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
    (re.compile(r"конститут|конституц|[ck]onstitu|сарконун|sar[qk]onun"), ActName("constitution")),
    (
        re.compile(r"маъмури|маьмури|мамури|\bкхм\b|административн|\bкоап\b|administrative"),
        ActName("administrative-offences-code"),
    ),
    (re.compile(r"мурочиат|обращени|law on appeals|appeals of persons|\b1339\b"), ActName("law-on-appeals")),
    (
        re.compile(r"(?:закон|конун|\blaw\b|\bno\b|#)[^0-9]{0,40}(?:[0-9.]{6,10}[^0-9]{0,20})?\b2169\b|^\s*2169\s*$"),
        ActName("law-2169", is_whole=True),
    ),
)
_NOT_OURS = re.compile(
    r"мурофиа|\bкмч|\bкмх|процессуал|процедур|procedur|\bcpc\b"
    r"|ичрои чазо|исполнени\w* (?:уголовн|наказан)|execution of"
    r"|\b(?:упк|уик|гк|гпк|апк|эпк|тк|жк|нк|зк|кпап|кич|кичч)\b"
    r"|граждан\w* кодекс|кодекс\w* граждан|civil code|кодекс\w* оила|семеин"
    r"|\bрф\b|росси|казахстан|узбекистан|кыргыз|киргиз|\bof (?:russia|kazakhstan|uzbekistan|the russian)|russian"
    r"|конвенц|конвенс|convention|\bпакт|covenant|декларац|эъломия|declaration"
    r"|\bфармон|\bуказ(?:а|у|е|ом)?\b|постановлени|карори|decree|resolution"
)
"""The procedure code, civil and other codes, other states' and peoples' law: nobody has read them for us."""
_CODES = re.compile(
    r"(?P<before>[^\W\d_]+(?:ого|ому|ом|ыи|ои|ым|его|ии))\s+кодекс"
    r"|кодекси\s+(?P<after>[^\W\d_]+)|(?P<first>[^\W\d_]+)\s+code\b|\bcode of (?P<of>[^\W\d_]+)"
)
_CRIMINAL = re.compile(r"чиноят|чинои|уголовн|настоящ|дан+ого|этого|хамин|мазкур|criminal|penal|this|\bthe\b")
_OF_THE_STATE = re.compile(r"(?:чумхури|чт|точикистон|рт|республик|the|tajikistan)")
_OTHER_LAW = re.compile(
    r"\bзакон\w*\s+(?:о|об|обо|рт|республики|#|no|от|[0-9])\b|\bзакон\w*\s+#|\bконун\w*\s+(?:дар бораи|чт|аз|#|[0-9])"
    r"|\blaw\s+(?:on|no|of|#|[0-9])"
)
_NAME = re.compile(
    r"\b(?:конститут\w*|конституц\w*|[ck]onstitu\w*|сарконун\w*|sar[qk]onun\w*|кхм|коап|ук|укрт|кчт?|кодекс\w*|code|закон\w*|конун\w*|law"
    r"|уголовн\w*|чино[ия]\w*|criminal|penal|ма[ъь]?мури|административн\w*|administrative|offences?|правонарушени\w*"
    r"|хукуквайронкуни\w*|мурочиат\w*|шахсони вокеи ва хукуки|обращени\w*|физических и юридических лиц|appeals"
    r"|of persons|natural and legal persons|рт|чт|чумхури\w*|точикистон\w*|республик\w*"
    r"|таджикистан\w*|republic|tajikistan|of|the|on|об?|дар бораи|(?:#|no\b\.?)?\s*1339)\b"
)
_OF_THE_CODE = re.compile(r"\b574\b")


def act_named(written: str) -> ActName | None:
    """The Criminal Code where no act is named; None for an act that the knowledge base does not hold."""
    text = plain(written) or ""
    if _NOT_OURS.search(text):
        return None
    named = next((act for pattern, act in _OURS if pattern.search(text)), None)
    if named is None and _is_another_act(text):
        return None
    return named or ActName(CRIMINAL_CODE)


def without_name(text: str) -> str:
    """Plain text without the words of our acts' names: nothing but a number is left of «462-1 КоАП»."""
    return _NAME.sub(" ", text)


def _is_another_act(text: str) -> bool:
    """«Трудовой кодекс», «Кодекси андоз», "tax code", «закон о милиции»: whichever it is, it is not the Code."""
    words = (word for each in _CODES.finditer(text) for word in each.groups() if word)
    if any(not _CRIMINAL.match(word) and not _OF_THE_STATE.match(word) for word in words):
        return True
    return bool(_OTHER_LAW.search(text)) and not _OF_THE_CODE.search(text)
