"""The words that stand around an article's number in Tajik, Russian and English, as people type and shorten them.

Each word has a one-letter kind; `article_patterns` is written in these letters:
A article · P part · C clause · M «прим» · T note · O "of" · & and · t to · w a number in words
u a unit that makes the number before it no article · x the code's name, which may be glued to the number
"""

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.typed_text import plain

_WORDS = {
    "A": """м m мод модда моддаи моддаро моддаҳо моддаҳои моддаҳоро moddai modda
        ст стст статья статьи статье статью статьей статей статьям статьями статьях st statya
        art arts article articles section""",
    "P": """қ к қисм қисми қисмҳо қисмҳои qism qismi kism kismi q k
        ч чч часть части частью частей частям частями частях chast ch part parts pt para paragraph paragraphs""",
    "C": "банд банди бандҳо бандҳои п пп пункт пункта пункту пункте пунктом пункты пунктов clause cl item point",
    "M": "прим прима приме примом прими prim",
    "T": "эзоҳ эзоҳи примечание примечания примечанию примечанием note notes",
    "O": "of the",
    "&": "ва и ҳам ҳамчунин инчунин ё или либо также плюс and or plus also",
    "t": "то до to till",
    "x": "ук укрт рт кҷ кҷт ҷт код кодекс кодекси кодекса cc",
    "u": """сол сола солаи солро солҳо соли соле моҳ моҳа моҳи рӯз рӯза рӯзи ҳафта ҳафтаи
        нафар нафари нафара кас одам маротиба бор дафъа фоиз сомонӣ сомон сомони дирам фарзанд кӯдак бача ҳазор
        лет года год году годом годы годам годами годов л месяц месяца месяцев мес день дня дней сутки суток
        недели неделя недель раз раза человек человека людей детей ребенка ребенок процентов процента
        рубль рубля рублей руб доллар доллара долларов тысяч тыс
        year years month months day days week weeks people person persons children time times percent thousand
        январ январи январь января феврал феврали февраль февраля март марти марта апрел апрели апрель апреля
        май маи мая июн июни июнь июня июл июли июль июля август августи августа сентябр сентябри сентябрь сентября
        октябр октябри октябрь октября ноябр ноябри ноябрь ноября декабр декабри декабрь декабря
        january february march april may june july august september october november december""",
}

_NUMBERS = {
    "1": """як якум якуми один одна одно первый первая первой первую первого первое первым i one first""",
    "2": """ду дуюм дуюми два две второй вторая вторую второго второе вторым ii two second""",
    "3": """се сеюм сеюми три третий третья третьей третью третьего третье iii three third""",
    "4": """чор чаҳор чорум чоруми чаҳорум чаҳоруми четыре четвертый четвертая четвертой четвертую iv four fourth""",
    "5": """панҷ панҷум панҷуми пять пятый пятая пятой пятую v five fifth""",
}

_ENDINGS = "й я ю е ая яя ья ой ей ый ий ую ью юю го ого му ым им ум юм уми юми ми и st nd rd th"
"""What is glued to a digit to make it "first", "дуюм", «307-й»."""


def _as_typed(words: str) -> list[str]:
    return [each for word in words.split() if (each := (plain(word) or "").strip())]


KIND: Mapping[str, str] = MappingProxyType({word: kind for kind, words in _WORDS.items() for word in _as_typed(words)})
IN_WORDS: Mapping[str, str] = MappingProxyType({word: n for n, words in _NUMBERS.items() for word in _as_typed(words)})
ENDINGS = frozenset(_as_typed(_ENDINGS))
LIKE_DIGITS: Mapping[int, int] = MappingProxyType(str.maketrans("зоolі|", "300111"))
"""Letters that look like digits: seen only to refuse what holds them, never read as digits."""
