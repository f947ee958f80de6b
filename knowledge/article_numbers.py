"""The article of a verdict as people type it: what can be both an article and a part is asked, never guessed.

179(3) is an article, not part 3 of Art. 179. This table is the whole decision; `N` is an article, `m` a second number.

certain, N: «307», «ст. 187», «моддаи 401(1)». A bare number is an article from 104 on, where crimes begin; below
    that only with a word for "article": «ст. 13».
certain, N(m), if the Code has such an article:
    «307¹», «307 прим 1», "307^1": nobody writes a part so.
    «179(3)», «179-3», «179.3»: so laws and law banks print it. Not 307(2): see below.
    «307(2) ч. 1», «қисми 1 моддаи 307(2)»: the part is named, so the bracket holds none.
certain, part m of N: «моддаи 307 қисми 2», «ч. 2 ст. 307», «307 ч. 2 п. «г»».

asked, part m of N or N(m):
    «307(2)», «307-2», «307.2»: under part 2 of Art. 307 people were sentenced for likes, and may write it so.
    «ч. 3 ст. 179», «моддаи 307 қисми 1»: with the two articles that Law No. 2169 touched, people say "part" for N(m).
    «307 2», «179/3», «307,1», «307 с цифрой 1»: nothing says which.
    «1793», «3071»: there is no Art. 1793. An old export flattened 179(3), or a space was lost, and «179 3» is asked.
    «187(2)», «189-1», «187²»: the Code has no such N(m), so it is not what the verdict says.
    «ст. 187 ч. 3 ст. 179»: 187 part 3 as written first; for 179, whether the part was meant for it.
asked, every N(m) of the Code or N: «307 прим».
asked, part of N(m) or part of N: «307 ч. 2 прим 1», «ч. 2 прим 1 ст. 307», «моддаи 307 қисми 2 прим 1»: after a part,
    «прим» may be the article's or the part's. «ч. 2 ст. 307 прим 1» is certain: it stands after the article.
    «307(1) ч. 2 прим 3»: 307(1) part 2 is certain, the 3 is asked as in «307(1)(3)».
asked, N(m) or N: «179 примечание 3»: «прим» written out wrongly, or the article's note.
asked, after a certain 307(1), whether the 3 is 307(3) or a part: «307(1) и 3», «307(1)(3)».

nothing in the whole text is read: «З07» (a letter), «٣٠٧», «ст. 411», «ст. 0307», «307(84)». Look-alikes are never
    turned into digits: one article would become another. Half a list could turn a mixed verdict into a covered one.
nothing in the whole text is read where something is denied: «307, не 187», «моддаи 187 нест», «на 187, балки 307»,
    «ғайр аз 307», «ба ҷуз 307», «187 надорад», "307, not 187", "no 187". What a "not" reaches cannot be told, so
    «не знаю, 307(1)» is not read either: to ask once more costs less than an article the verdict does not hold.
    «на» and «без» deny only before an article: «187, на 307»; Russian «с 307(1) на 187» replaces one by the other,
    so it is rightly not read, and «307(1) на 9 лет» is read. «№ 386» and "No. 386" deny nothing: they number.
no article: «2018», «12.05.2019», «5 сол», «189 лет», «№ 1359», "+992 93 307 12 34", twelve digits of a code.
"""

from dataclasses import dataclass

from knowledge.article_context import tokens
from knowledge.article_negation import negates
from knowledge.article_patterns import Sign
from knowledge.article_spellings import Written, spellings
from knowledge.criminal_code_articles import FIRST_CRIME, SUFFIXES, has
from knowledge.typed_text import plain

TOUCHED_BY_LAW_2169 = frozenset({("179", "3"), ("307", "1")})
ALSO_A_PART = ("307", "2")


@dataclass(frozen=True, slots=True)
class ArticleNumber:
    """`ArticleNumber("307", "1", "2")` is part 2 of Article 307(1). Text, not figures: 307.10 is not 307.1."""

    base: str
    suffix: str | None = None
    part: str | None = None

    @property
    def article(self) -> str:
        """As the policy names articles: `179(3)`, `307`. The part is left off."""
        return self.base if self.suffix is None else f"{self.base}({self.suffix})"

    @property
    def names_a_crime(self) -> bool:
        """False for the General Part: a verdict cites those articles and convicts nobody under them."""
        return int(self.base) >= FIRST_CRIME


@dataclass(frozen=True, slots=True)
class Mention:
    """One article in the text: certain with one reading, to be asked with several."""

    readings: tuple[ArticleNumber, ...]

    @property
    def certain(self) -> ArticleNumber | None:
        """None where the person who typed it must say which reading is meant."""
        return self.readings[0] if len(self.readings) == 1 else None


def read_articles(text: str) -> tuple[Mention, ...]:
    """In the order of the text, each once. Empty where no article is named, or where one is but cannot be read."""
    readable = plain(text)
    row = tokens(readable) if readable is not None else []
    written = None if readable is None or negates(readable, row) else spellings(row)
    mentions = (Mention(_readings(each, part)) for each in written or () for part in each.parts or (None,))
    return tuple(dict.fromkeys(mentions))


def _readings(written: Written, part: str | None) -> tuple[ArticleNumber, ...]:
    base, number = written.base, written.number
    article, as_part = ArticleNumber(base, number, part), ArticleNumber(base, None, number)
    match written.sign:
        case Sign.NOTHING:
            return _named(base, part, written.contested)
        case Sign.RAISED | Sign.PRINTED if _is_printed_name(written, part):
            return (article,)
        case Sign.RAISED | Sign.PRINTED | Sign.LOOSE:
            return as_part, article
        case Sign.FOLLOWING:
            return as_part, ArticleNumber(base, written.before, number), article
        case Sign.NOTE:
            return article, ArticleNumber(base, None, part)
        case Sign.AFTER_PART | Sign.PRIM_ALONE:
            suffixes = (number,) if number else SUFFIXES.get(base, ("1",))
            of_suffixes = (ArticleNumber(base, suffix, part) for suffix in suffixes)
            return tuple(dict.fromkeys((*of_suffixes, *_named(base, part, written.contested))))


def _is_printed_name(written: Written, part: str | None) -> bool:
    if not has(written.base, written.number):
        return False
    return written.sign is Sign.RAISED or part is not None or (written.base, written.number) != ALSO_A_PART


def _named(base: str, part: str | None, contested: tuple[str, ...]) -> tuple[ArticleNumber, ...]:
    """The article or the part that is named, and N(m) where Law No. 2169 touched it and «ч. m ст. N» may be meant."""
    named = (ArticleNumber(base, None, part),)
    for each in (part,) if part else contested:
        if (base, each) in TOUCHED_BY_LAW_2169:
            return *dict.fromkeys((*named, ArticleNumber(base, None, each))), ArticleNumber(base, each)
    return named
