"""A table of contents names every article, and often every chapter, a second time: with dots and a page's number."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.acts.act import Division
from knowledge.acts.headings import ArticleHeading, has_leaders, is_deleted
from knowledge.acts.paragraphs import Paragraph


@dataclass(slots=True)
class Article:
    """`is_cut_short`: lines between it and the next article look like a signature or an annex."""

    heading: ArticleHeading
    paragraphs: list[Paragraph] = field(default_factory=list)
    is_cut_short: bool = False


@dataclass(slots=True)
class Outline:
    """The articles and divisions of an act; a division stands before the article at its place."""

    articles: list[Article] = field(default_factory=list)
    divisions: list[tuple[int, Division]] = field(default_factory=list)
    left_out: int = 0


def without_contents(outline: Outline) -> Outline:
    """What is taken for an entry is counted as left out, with the lines between the last one and the act itself."""
    entries = _entries(outline.articles)
    if not entries:
        return outline
    first, last = min(entries), max(entries)
    outside = {(each.level, each.number) for place, each in outline.divisions if not first <= place <= last}
    divisions = [
        (place, each)
        for place, each in outline.divisions
        if not first <= place <= last or (each.level, each.number) not in outside
    ]
    lines = sum(1 + sum(each.lines for each in outline.articles[place].paragraphs) for place in entries)
    lines += len(outline.divisions) - len(divisions)
    articles = [each for place, each in enumerate(outline.articles) if place not in entries]
    return Outline(articles, divisions, outline.left_out + lines)


def _entries(articles: Sequence[Article]) -> set[int]:
    """An entry may have lost its raised digit, «Моддаи 111. … . 14»: among other entries it is one all the same."""
    plain = {_number(each) for each in articles if not has_leaders(each.heading.rest)}
    bodies = {(*_number(each), _title(each)): place for place, each in enumerate(articles) if each.paragraphs}
    sure = {
        place
        for place, each in enumerate(articles)
        if (has_leaders(each.heading.rest) and _number(each) in plain)
        or (_is_bare(each) and bodies.get((*_number(each), _title(each)), -1) > place)
    }
    among = range(min(sure, default=0), max(sure, default=-1) + 1)
    return sure | {place for place in among if has_leaders(articles[place].heading.rest) and _is_bare(articles[place])}


def _number(article: Article) -> tuple[str, str | None]:
    return article.heading.base, article.heading.suffix


def _title(article: Article) -> str:
    return "".join(article.heading.rest.casefold().split())


def _is_bare(article: Article) -> bool:
    return not article.paragraphs and not is_deleted(article.heading.rest)
