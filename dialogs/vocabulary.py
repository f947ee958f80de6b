"""Typed words that stand for a choice, in all three languages at once: a family may mix them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dialogs.dates import Calendar
from dialogs.screen import Text
from retrieval.fold import fold

MEANINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "typed-yes": ("answer:yes", "answer:active", "show", "over:yes", "replace:yes", "begin", "done"),
        "typed-no": ("answer:no", "answer:expired", "answer:none", "over:no", "replace:no", "read:none"),
        "typed-unsure": ("unsure",),
        "typed-wipe": ("wipe",),
        "typed-back": ("back",),
        "typed-why": ("why",),
        "typed-where": ("where",),
        "typed-done": ("done",),
        "typed-save": ("save",),
        "typed-language": ("language",),
        "typed-help": ("help",),
        "typed-begin": ("begin",),
        "typed-tg": ("speak:tg",),
        "typed-ru": ("speak:ru",),
        "typed-en": ("speak:en",),
        "typed-tajikistan": ("answer:tajikistan",),
        "typed-other-country": ("answer:other_country",),
        "typed-released": ("answer:released",),
        "typed-serving": ("answer:serving",),
        "typed-like": ("tick:like",),
        "typed-repost": ("tick:repost",),
        "typed-comment": ("tick:comment",),
        "typed-justification": ("answer:justification",),
        "typed-call": ("answer:call",),
        "typed-both": ("answer:both",),
    }
)
"""Which choices each list of typed words may stand for; the card decides which of them is meant."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What typed words may stand for, whatever language they are typed in."""

    meanings: Mapping[str, frozenset[str]]
    """Folded words to the names of choices."""
    labelled: Mapping[str, frozenset[str]]
    """Keys of labels to their folded words in every language."""
    despair: tuple[str, ...]
    """Folded words of a person in despair or in danger."""
    calendar: Calendar

    def choices(self, typed: str) -> frozenset[str]:
        return self.meanings.get(fold(typed), frozenset())

    def labels(self, label: Text, typed: str) -> bool:
        """Is this the choice's label, in any language? A tick in front of it makes no difference."""
        inner = label.args.get("label", label)
        return isinstance(inner, Text) and fold(typed) in self.labelled.get(inner.key, ())

    def in_despair(self, typed: str) -> bool:
        padded = f" {fold(typed)} "
        return any(f" {phrase} " in padded for phrase in self.despair)


def meanings_of(lists: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """`lists` maps a key of MEANINGS to its words in all languages."""
    found: dict[str, set[str]] = {}
    for key, words in lists.items():
        for word in words:
            found.setdefault(fold(word), set()).update(MEANINGS[key])
    return MappingProxyType({word: frozenset(names) for word, names in found.items()})
