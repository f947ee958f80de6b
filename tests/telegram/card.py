"""What the family sees of one message: its words, its marks, its buttons."""

from dataclasses import dataclass
from typing import Any

from tests.telegram.chats import Message
from tests.telegram.keyboards import is_inline


@dataclass(frozen=True, slots=True)
class Button:
    """`data` is None on a button that does not speak to the bot; `url` is None on one that does not open a page."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of the text, in UTF-16 units; `words` are the words it covers."""

    type: str
    offset: int
    length: int
    words: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """`silent` came without a sound, `protected` cannot be forwarded, `edited` was changed after it was sent."""

    message_id: int
    text: str
    entities: tuple[Entity, ...]
    buttons: tuple[tuple[Button, ...], ...]
    silent: bool
    protected: bool
    edited: bool

    @property
    def all_buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.buttons for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.label for button in self.all_buttons)

    @property
    def data(self) -> tuple[str | None, ...]:
        return tuple(button.data for button in self.all_buttons)

    def button(self, which: str | int) -> Button:
        """By its place (0 is the first, -1 the last), its label or its data; fails with all the buttons if absent."""
        if isinstance(which, int):
            assert -len(self.all_buttons) <= which < len(self.all_buttons), f"no button number {which} on\n{self}"
            return self.all_buttons[which]
        found = [each for each in self.all_buttons if each.label == which]
        found = found or [each for each in self.all_buttons if each.data == which]
        assert len(found) == 1, f"{len(found) or 'no'} buttons {which!r} on\n{self}"
        return found[0]

    def __str__(self) -> str:
        rows = [" ".join(_drawn(button) for button in row) for row in self.buttons]
        return "\n".join([f"card {self.message_id}:", *self.text.splitlines(), *(rows or ["(no buttons)"])])


def read_card(message: Message) -> Card:
    markup = message.markup if message.markup and is_inline(message.markup) else {}
    rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", [])
    return Card(
        message_id=message.message_id,
        text=message.text,
        entities=tuple(_entity(each, message.text) for each in message.entities),
        buttons=tuple(tuple(_button(each) for each in row) for row in rows),
        silent=message.silent,
        protected=message.protected,
        edited="edit_date" in message.body,
    )


def _button(raw: dict[str, Any]) -> Button:
    return Button(raw["text"], raw.get("callback_data") or None, raw.get("url") or None)


def _entity(raw: dict[str, Any], text: str) -> Entity:
    units = text.encode("utf-16-le", "surrogatepass")[raw["offset"] * 2 : (raw["offset"] + raw["length"]) * 2]
    words = units.decode("utf-16-le", "surrogatepass")
    return Entity(raw["type"], raw["offset"], raw["length"], words, raw.get("url"))


def _drawn(button: Button) -> str:
    return f"[{button.label} → {button.data or button.url}]"
