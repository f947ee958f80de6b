"""A case code can be typed at any moment: it restores its answers, or asks first when others would be lost."""

from dataclasses import replace

from dialogs.case_code import MistypedCode, UnknownPolicy, digits_of, read_code
from dialogs.moves import restore
from dialogs.session import Place, Session
from dialogs.typed_articles import numbered
from eligibility.facts import Fact


def coded(session: Session, text: str) -> Session | None:
    """None when the text is no code at all; a code that does not check changes nothing but the remark."""
    if digits_of(text) is None:
        return None
    try:
        facts = read_code(text)
    except MistypedCode:
        return _mistyped(session, text)
    except UnknownPolicy:
        return replace(session, remark="remark-code-newer")
    if session.language is None:
        return replace(session, offered=facts, remark="remark-code-kept")
    if session.facts and session.facts != facts:
        return replace(session.over(Place.REPLACE), offered=facts)
    return restore(session, facts)


def _mistyped(session: Session, text: str) -> Session:
    """Four articles of three digits are twelve digits too."""
    articles = session.spot.place is Place.QUESTION and session.spot.fact is Fact.ARTICLES
    return (numbered(session, text) if articles else None) or replace(session, remark="remark-code-mistyped")
