"""Words that speak to a machine and not to a reader. They are kept as text like all others, and shown to the editor."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator

SHOWN, AROUND = 3, 120
_ORDERS = re.compile(
    r"""
      \b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|instructions?|rules|prompt)\b
    | \bsystem\s+prompt\b | \bas\s+an?\s+(?:ai|assistant|language\s+model)\b
    | \byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:ai|assistant|chatbot|language\s+model)\b
    | \bnew\s+instructions?\s*: | <\|[a-z_]+\|> | \[/?INST\] | ^\s*(?:system|assistant)\s*:
    | \b(?:игнорируй|проигнорируй|забудь|не\s+учитывай|отбрось)\w*\b
      [^.\n]{0,40}\b(?:инструкци|предыдущ|указани|правил)\w*
    | \bсистемн\w+\s+(?:промпт|подсказк|инструкци)\w*
    | \bты\s*[—–-]?\s*(?:теперь\s+)?(?:языковая\s+модель|ассистент|бот|нейросеть)\b
    | \b(?:дастур|супориш|қоида)\w*[^.\n]{0,40}\b(?:нодида\s+гир|сарфи\s+назар|фаромӯш\s+кун)\w*
    | \b(?:нодида\s+гир|сарфи\s+назар\s+кун|фаромӯш\s+кун)\w*[^.\n]{0,40}\b(?:дастур|супориш|қоида)\w*
    | \bту\s+(?:акнун\s+)?(?:модели\s+забонӣ|ёвари\s+сунъӣ|зеҳни\s+сунъӣ|бот)\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_CODED = re.compile(r"[A-Za-z0-9+/]{32,}={0,2}")


def orders_to_a_machine(text: str) -> list[str]:
    """The first of them, with some words around. Base64 is looked into, over the ends of lines too."""
    found = [text[max(0, hit.start() - 20) : hit.start() + AROUND] for hit in _ORDERS.finditer(text)]
    return [re.sub(r"\s+", " ", each).strip() for each in (*found, *_in_base64(text))][:SHOWN]


def _in_base64(text: str) -> Iterator[str]:
    unbroken = re.sub(r"(?<=[A-Za-z0-9+/])\n(?=[A-Za-z0-9+/])", "", text)
    yield from (plain[:AROUND] for plain in _plain(_CODED.findall(unbroken)) if _ORDERS.search(plain))


def _plain(coded: Iterable[str]) -> Iterator[str]:
    for run in coded:
        try:
            yield base64.b64decode(run[: len(run) // 4 * 4]).decode(errors="ignore")
        except (binascii.Error, ValueError):
            continue
