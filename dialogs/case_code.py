"""A case code is the answers themselves as twelve digits: nine that carry policy version and facts, three that check.

Digits are the same on every keyboard and are read aloud without doubt in every language. The twelve are one number
divisible by 997, a prime: no single wrong digit and no two neighbours exchanged can pass. Whoever holds the code
holds the answers and nothing else. No telephone number with Tajikistan's prefix 992 can be a code.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from dialogs.code_layout import Layout, layout_1
from dialogs.policy import CHANGED_IN, POLICY_VERSION, still_valid
from eligibility.facts import Fact, Facts

LAYOUTS: Mapping[int, Layout] = MappingProxyType({1: layout_1})
"""How each policy version laid its facts out. A layout is never changed once codes of it have been given."""

SPAN = 24_000_000
CHECK = 997
DIGITS = 12
_SEPARATORS = re.compile(r"[\s.\-–—_]+")


class MistypedCode(ValueError):
    """The digits do not check; nothing is restored."""


class UnknownPolicy(ValueError):
    """The code was given by a newer policy than this program knows; nothing is restored."""


def digits_of(text: str) -> str | None:
    """The twelve digits when the text is nothing but a code, however it is grouped; else None."""
    bare = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text[:100]))
    return bare if re.fullmatch(rf"[0-9]{{{DIGITS}}}", bare) else None


def write_code(facts: Facts) -> str:
    """Four groups of three digits. Answers that an article outside the two makes void are not carried."""
    payload = POLICY_VERSION * SPAN + LAYOUTS[POLICY_VERSION].pack(facts)
    check = -payload * 1000 % CHECK
    digits = f"{payload:09}{check:03}"
    return " ".join(digits[start : start + 3] for start in range(0, DIGITS, 3))


def read_code(
    text: str,
    layouts: Mapping[int, Layout] = LAYOUTS,
    changed_in: Mapping[int, frozenset[Fact]] = CHANGED_IN,
) -> Facts:
    """The answers; of an older policy, without those whose question changed. Raise MistypedCode or UnknownPolicy."""
    digits = digits_of(text)
    if digits is None or int(digits) % CHECK:
        raise MistypedCode
    version, packed = divmod(int(digits) // 1000, SPAN)
    if version not in layouts:
        raise UnknownPolicy if version > max(layouts) else MistypedCode
    if packed >= layouts[version].size:
        raise MistypedCode
    return still_valid(layouts[version].unpack(packed), version, changed_in)
