"""Typed article numbers become ticks; a number with two readings is asked about, in words."""

from dataclasses import replace

from dialogs.policy import policy_article
from dialogs.session import Place, Session
from eligibility.facts import Fact
from knowledge.article_numbers import ArticleNumber, read_articles


def numbered(session: Session, text: str) -> Session | None:
    """None when no article of a crime is named. What is certain is ticked at once; the rest waits to be asked."""
    mentions = [each for each in read_articles(text) if any(reading.names_a_crime for reading in each.readings)]
    if not mentions:
        return None
    certain = {policy_article(each.certain.article) for each in mentions if each.certain}
    pending = tuple(tuple(map(_kept, each.readings)) for each in mentions if not each.certain)
    ticked = replace(session, ticks=session.ticks | certain, remark="remark-article-ticked" if certain else None)
    return replace(ticked.at(Place.READINGS, Fact.ARTICLES), pending=pending) if pending else ticked


def _kept(reading: ArticleNumber) -> str:
    return f"{reading.article}:{reading.part or ''}"


def reading_meant(session: Session, text: str) -> str | None:
    """On the card that asks which reading is meant: its number in the list, or the reading typed beyond doubt."""
    waiting = session.pending[0]
    if text in tuple("123456789")[: len(waiting)]:
        return f"read:{waiting[int(text) - 1]}"
    meant = [_kept(each.certain) for each in read_articles(text) if each.certain]
    return f"read:{meant[0]}" if len(meant) == 1 and meant[0] in waiting else None
