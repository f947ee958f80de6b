"""Tajik is typed in three ways: with its own letters, with those of a Russian keyboard, and in Latin ones."""

from enum import StrEnum

_IN_RUSSIAN = str.maketrans("ҷҳқғӯӣ", "чхкгуи")
_IN_LATIN = dict(zip("абвгдезийклмнопрстуфыъэ", "abvgdeziyklmnoprstufi'e", strict=True)) | {
    "ғ": "gh",
    "ё": "yo",
    "ж": "zh",
    "ӣ": "i",
    "қ": "q",
    "ӯ": "u",
    "х": "kh",
    "ҳ": "h",
    "ч": "ch",
    "ҷ": "j",
    "ш": "sh",
    "ю": "yu",
    "я": "ya",
    "щ": "sh",
    "ц": "ts",
    "ь": "",
}


class Writing(StrEnum):
    """A language as it is typed. The first two letters name the language."""

    TAJIK = "tg"
    TAJIK_IN_RUSSIAN_LETTERS = "tg-russian-letters"
    TAJIK_IN_LATIN = "tg-latin"
    RUSSIAN = "ru"
    ENGLISH = "en"

    @property
    def language(self) -> str:
        return self.value[:2]


def in_russian_letters(tajik: str) -> str:
    return tajik.lower().translate(_IN_RUSSIAN)


def in_latin(tajik: str) -> str:
    """As people write it in messages: no signs on letters, ъ as an apostrophe."""
    return "".join(_IN_LATIN.get(sign, sign) for sign in tajik.lower())
