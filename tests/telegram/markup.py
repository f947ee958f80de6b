"""How Telegram reads a text: HTML becomes entities, control characters vanish, ends are trimmed, UTF-16 units count."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.telegram.refusals import bad_request

Entity: TypeAlias = dict[str, Any]

TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
DROPPED = dict.fromkeys([0x0D, *range(0x2028, 0x202F), 0x0333, 0x033F, 0x030A])
CLEANED: dict[int, str | None] = {**dict.fromkeys({*range(0x20)} - {0x0A, 0x0D}, " "), **DROPPED}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?\s*""")
LINK = re.compile(r"(?:https?|tg|ton|ftp)://\S+|(?:mailto:)?[^\s/]+\.[^\s]+", re.IGNORECASE)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    return text.translate(CLEANED)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Refuses what Telegram refuses, with its words and its byte offsets."""
    reader = _Reader(source)
    while reader.at < len(source):
        reader.step()
    if reader.open:
        raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].name}"')
    return "".join(reader.out), sorted(reader.entities, key=lambda each: (each["offset"], -each["length"]))


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Spaces go at both ends, on the left only as far as the first entity; entities are cut to what is left."""
    right = text.rstrip()
    limit = min((entity["offset"] for entity in entities), default=len(right))
    cut = min(len(right) - len(right.lstrip(" \n")), limit)
    whole = utf16_length(right)
    kept = [{**each, "offset": each["offset"] - cut, "length": _within(each, whole)} for each in entities]
    return right[cut:], [entity for entity in kept if entity["length"] > 0]


def is_blank(text: str) -> bool:
    """Spaces and characters nobody can see count as nothing."""
    return all(char in "\n\u2800" or unicodedata.category(char) in {"Zs", "Cf"} for char in text)


def _within(entity: Entity, length: int) -> int:
    return min(int(entity["length"]), length - int(entity["offset"]))


def _cannot_parse(sentence: str) -> Exception:
    return bad_request(f"can't parse entities: {sentence}")


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    length: int = 0
    out: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def step(self) -> None:
        if self.source.startswith("</", self.at):
            self._end_tag()
        elif self.source[self.at] == "<":
            self._start_tag()
        else:
            self._character()

    def _character(self) -> None:
        char, end = self.source[self.at], self.at + 1
        if char == "&" and (found := REFERENCE.match(self.source, self.at)) and (meant := _referred(found)):
            char, end = meant, found.end()
        self.at = end
        kept = clean(char)
        self.out.append(kept)
        self.length += utf16_length(kept)

    def _start_tag(self) -> None:
        begin = self.at
        name, self.at = self._name(begin + 1)
        if self.at == len(self.source):
            raise _cannot_parse(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if name not in TYPES:
            raise _cannot_parse(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(_Open(name, self.length, attributes))

    def _attributes(self, name: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        self.at += len(self.source[self.at :]) - len(self.source[self.at :].lstrip())
        while self.at < len(self.source) and self.source[self.at] != ">":
            match = ATTRIBUTE.match(self.source, self.at)
            if match is None:
                raise _cannot_parse(f'Empty attribute name in the tag "{name}" at byte offset {self._byte(begin)}')
            value = match[2] or match[3] or match[4] or ""
            found[match[1]] = REFERENCE.sub(lambda each: _referred(each) or each[0], value)
            self.at = match.end()
        if self.at >= len(self.source):
            raise _cannot_parse(f'Unclosed start tag "{name}" at byte offset {self._byte(begin)}')
        self.at += 1
        return found

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _cannot_parse(f"Unexpected end tag at byte offset {self._byte(begin)}")
        name, end = self._name(begin + 2)
        end += len(self.source[end:]) - len(self.source[end:].lstrip())
        if not self.source.startswith(">", end):
            raise _cannot_parse(f"Unclosed end tag at byte offset {self._byte(begin)}")
        opened = self.open.pop()
        if name not in ("", opened.name):
            found = f'expected "</{opened.name}>", found "</{name}>"'
            raise _cannot_parse(f"Unmatched end tag at byte offset {self._byte(begin)}, {found}")
        self.at = end + 1
        self._close(opened)

    def _close(self, tag: _Open) -> None:
        length = self.length - tag.offset
        entity: Entity = {"type": TYPES[tag.name], "offset": tag.offset, "length": length, **_detail(tag)}
        shown = "".join(self.out).encode("utf-16-le")[tag.offset * 2 :].decode("utf-16-le")
        if tag.name == "a" and not entity["url"]:
            entity["url"] = shown
        if length and (tag.name != "a" or LINK.fullmatch(entity["url"])):
            self.entities.append(entity)

    def _name(self, start: int) -> tuple[str, int]:
        end = start
        while end < len(self.source) and self.source[end] != ">" and not self.source[end].isspace():
            end += 1
        return self.source[start:end].lower(), end

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())


def _referred(found: re.Match[str]) -> str:
    if found[3]:
        return NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _detail(tag: _Open) -> Entity:
    match tag.name:
        case "a":
            return {"url": tag.attributes.get("href", "")}
        case "tg-emoji":
            return {"custom_emoji_id": tag.attributes.get("emoji-id", "")}
        case "blockquote" if "expandable" in tag.attributes:
            return {"type": "expandable_blockquote"}
        case _:
            return {}
