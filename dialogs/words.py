"""All words of the product in three equal languages. A word that is missing stops the start: no language falls back."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern

from dialogs.dates import Calendar
from dialogs.fluent_files import MissingWords, bundle, compare, keys, read_texts
from dialogs.screen import Argument, Language, Text
from dialogs.vocabulary import MEANINGS, Vocabulary, meanings_of
from knowledge.citation import Citation
from knowledge.provisions import Entry
from retrieval.fold import fold

TEXTS = Path(__file__).parent / "texts"
OF_THE_CORPUS = ("label", "kind", "digest", "source")
LABELS = ("answer-", "button-")


class Words:
    def __init__(
        self, sources: Mapping[Language, str], corpus: Mapping[Citation, Entry], contact: Mapping[str, str]
    ) -> None:
        """`contact` gives the variables every text may use: `bot`, its name, and `hotline`, its number, or `none`."""
        compare(sources)
        self._bundles: Mapping[Language, FluentBundle] = {
            each: bundle(each, source) for each, source in sources.items()
        }
        self._corpus = corpus
        self._contact = contact
        self.keys = frozenset(name for name, _ in keys(sources[Language.EN]))

    @classmethod
    def load(cls, corpus: Mapping[Citation, Entry], contact: Mapping[str, str], folder: Path = TEXTS) -> Self:
        """Raise MissingWords."""
        return cls({language: read_texts(folder / language.value) for language in Language}, corpus, contact)

    def say(self, text: Text, language: Language) -> str:
        """Raise MissingWords for a key or a variable that no file has; the tests draw every card to rule it out."""
        spoken = text.language or language
        name, _, about = text.key.partition(":")
        if about and name in OF_THE_CORPUS:
            return self._of_the_corpus(name, about, spoken)
        return self._format(text.key, {key: self._argument(value, spoken) for key, value in text.args.items()}, spoken)

    def _of_the_corpus(self, name: str, about: str, language: Language) -> str:
        """What is known of a citation: how it is cited, what kind it is, our digest, and its source."""
        known = self._corpus[Citation.named(about)]
        digest = known.in_language(language.value)
        match name:
            case "label":
                return digest.label
            case "digest":
                return digest.text
            case "kind":
                return self._format(f"kind-{known.kind}", {}, language)
        checked = known.checked_on.strftime("%d.%m.%Y")
        return self._format(
            "source-of", {"source": digest.source, "checked": checked, "reviewed": known.reviewed_by}, language
        )

    def _argument(self, value: Argument, language: Language) -> str:
        match value:
            case Text():
                return self.say(value, language)
            case tuple():
                return ", ".join(self.say(each, language) for each in value)
            case _:
                return str(value)

    def _format(self, key: str, args: Mapping[str, str], language: Language) -> str:
        spoken, problems = self._bundles[language].format_pattern(
            self._pattern(key, language), {**self._contact, **args}
        )
        if problems:
            raise MissingWords(f"{language}: {key}: {problems[0]}")
        return str(spoken)

    def _pattern(self, key: str, language: Language) -> Pattern:
        name, _, attribute = key.partition(".")
        bundle = self._bundles[language]
        message = bundle.get_message(name) if bundle.has_message(name) else None
        pattern = None if message is None else message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingWords(f"{language}: {key}")
        return pattern

    def vocabulary(self) -> Vocabulary:
        """The typed words of all languages together."""
        return Vocabulary(
            meanings=meanings_of({key: self._list(key) for key in MEANINGS}),
            labelled=MappingProxyType(
                {key: frozenset(self._folded(key)) for key in self.keys if key.startswith(LABELS)}
            ),
            despair=tuple(fold(phrase) for phrase in self._list("typed-despair")),
            calendar=Calendar(
                {fold(word): month for month in range(1, 13) for word in self._list(f"typed-month-{month}")},
                frozenset(fold(word) for word in self._list("typed-beside-a-date")),
            ),
        )

    def _folded(self, key: str) -> Iterator[str]:
        """A label with a variable is never typed out."""
        for language in Language:
            try:
                yield fold(self._format(key, {}, language))
            except MissingWords:
                return

    def _list(self, key: str) -> tuple[str, ...]:
        spoken = (self._format(key, {}, language) for language in Language)
        return tuple(word.strip() for words in spoken for word in words.split(",") if word.strip())
