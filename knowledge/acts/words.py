"""Structure words as texts write them: without Tajik letters, letters spaced apart, roman numbers in two alphabets."""

import re
import unicodedata

_WITHOUT_TAJIK_LETTERS = str.maketrans("қҳҷғӯӣё", "кхчгуие")
_SPACED = re.compile(r"^(?:[^\W\d_] ){2,}[^\W\d_](?!\w)|(?<!\w)(?:[А-ЯЁҒӢҚӮҲҶ] ){3,}[А-ЯЁҒӢҚӮҲҶ](?!\w)")
_ROMAN = str.maketrans("хіісм", "xiicm")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_IN_WORDS = (
    ("якум", "первая", "первый", "first"),
    ("дуюм", "дувум", "вторая", "второй", "second"),
    ("сеюм", "савум", "третья", "третий", "third"),
    ("чорум", "чахорум", "четвертая", "четвертый", "fourth"),
    ("панчум", "пятая", "пятый", "fifth"),
    ("шашум", "шестая", "шестой", "sixth"),
    ("хафтум", "седьмая", "седьмой", "seventh"),
    ("хаштум", "восьмая", "восьмой", "eighth"),
    ("нухум", "девятая", "девятый", "ninth"),
    ("дахум", "десятая", "десятый", "tenth"),
)
_OPENS_A_UNIT = re.compile(
    r"Модд?а|МОДДА|Стать[яи]|СТАТЬ[ЯИ]|Фасл|ФАСЛ|РАЗДЕЛ|Раздел|Боб|БОБ|ГЛАВА|Глава|[ҚК]ИСМИ\s+[УМ]|[ҚК]исми\s+(?:[Уу]м|[Мм]ах)"
)
ORDINALS = {word: str(number) for number, words in enumerate(_IN_WORDS, 1) for word in words}


def plain(text: str) -> str:
    """Lower case, Tajik letters as typed without a Tajik keyboard, letters that were spaced apart together again.

    As long as the text unless letters were spaced: «Б О Б И 4» becomes «боби 4».
    """
    return unspaced(text).casefold().translate(_WITHOUT_TAJIK_LETTERS)


def unspaced(text: str) -> str:
    return _SPACED.sub(lambda found: found.group().replace(" ", ""), text)


def opens_a_unit(text: str) -> bool:
    """Begins as the heading of an article, a chapter or a section does; a sentence that cites one may do so too."""
    return bool(_OPENS_A_UNIT.match(unspaced(text.lstrip())))


def arabic(written: str) -> str | None:
    """`"4"` for «4», «IV», «чорум», «четвертая»; None for what is no number. Roman Х may be Cyrillic."""
    word = unicodedata.normalize("NFC", written).casefold().translate(_WITHOUT_TAJIK_LETTERS)
    if word.isascii() and word.isdigit():
        return word
    return ORDINALS.get(word) or _roman(word.translate(_ROMAN))


def _roman(word: str) -> str | None:
    if not word or set(word) - _ROMAN_VALUES.keys():
        return None
    values = [_ROMAN_VALUES[each] for each in word]
    after = [*values[1:], 0]
    return str(sum(-value if value < next_one else value for value, next_one in zip(values, after, strict=True)))
