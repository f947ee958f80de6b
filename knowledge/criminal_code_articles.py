"""Which articles the Criminal Code has: 1 to 405, and 57 with a number in brackets (as amended to 17.12.2025).

The law bank's export flattens one of them, 232(1), to 2321, and writes 253(1) as 2531 where Art. 49 lists it.
"""

from collections.abc import Mapping
from types import MappingProxyType

LAST = 405
FIRST_CRIME = 104
"""The Special Part, whose articles a verdict names, begins with Art. 104 (murder)."""

_HIGHEST = {
    1: """11 48 50 58 137 142 143 152 153 156 199 206 210 232 234 237 240 259 260 278 323 338 340 341 401""",
    2: """130 195 202 212 241 253 334 335""",
    3: """179""",
    4: """184 307""",
    5: """194""",
}
SUFFIXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {base: tuple(map(str, range(1, last + 1))) for last, bases in _HIGHEST.items() for base in bases.split()}
)
"""`"179": ("1", "2", "3")`: there are Articles 179(1), 179(2) and 179(3)."""


def has(base: str, suffix: str) -> bool:
    """Is there an Article `base(suffix)`?"""
    return suffix in SUFFIXES.get(base, ())
