"""Each language is in its own letters: a file that holds another language's text would be shown to a family as theirs.

Only what is quoted, what stands in brackets and the program's own name keep the letters of another language. Told
apart are the three languages by their letters, not by their words: Russian without ы, щ, ь and ц passes for Tajik
beside one Tajik letter.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge.checks.problem import Problem, Wrong
from knowledge.corpus import Item

_QUOTED = re.compile(r"Додхоҳ|«[^»]*»|“[^”]*”|\([^)]*\)")
_OWN: Mapping[str, re.Pattern[str]] = {
    "tg": re.compile("[ӣӯқғҳҷ]", re.IGNORECASE),
    "ru": re.compile("[а-яё]{2}", re.IGNORECASE),
    "en": re.compile("[a-z]{2}", re.IGNORECASE),
}
_OTHER: Mapping[str, re.Pattern[str]] = {
    "tg": re.compile(r"\w*[ыщьц]\w*", re.IGNORECASE),
    "ru": re.compile(r"\w*[ӣӯқғҳҷ]\w*", re.IGNORECASE),
    "en": re.compile(r"\w*[а-яёғӣқӯҳҷ]{2}\w*", re.IGNORECASE),
}


def other_words(language: str, text: str) -> list[str]:
    """The words in letters that are not the language's; where it has none of its own, the language stands for them."""
    said = _QUOTED.sub("", text)
    return _OTHER[language].findall(said) or ([] if _OWN[language].search(said) else [f"nothing in {language}"])


def in_other_letters(item: Item) -> Iterator[Problem]:
    for language, sheet in item.sheets.items():
        for address, section in sheet.sections.items():
            found = [*_OTHER[language].findall(_QUOTED.sub("", section.label)), *other_words(language, section.text)]
            if found:
                told = f"{address or 'lead'}: {', '.join(dict.fromkeys(found))}"
                yield Problem(sheet.path, Wrong.OTHER_LETTERS, told)
