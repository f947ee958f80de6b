"""Texts and keyboards on the fake: what is shown of what was sent, and what is refused."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from tests.telegram.card import Button
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone


def keyboard(*rows: str) -> InlineKeyboardMarkup:
    """One word a button, the word being label and data."""
    buttons = [[InlineKeyboardButton(text=word, callback_data=word) for word in row.split()] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=buttons)


def one_button(*, data: str | None = None, url: str | None = None) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x", callback_data=data, url=url)]])


async def test_a_card_shows_what_was_sent(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(
        phone.chat_id,
        "  Моддаи <b>307¹</b> &amp; <a href='https://example.tj/'>қонун</a>\n",
        parse_mode="HTML",
        reply_markup=keyboard("ҳа не", "wipe"),
        protect_content=True,
        disable_notification=True,
    )
    card = phone.card
    assert (card.message_id, card.text) == (sent.message_id, "Моддаи 307¹ & қонун")
    assert [(each.type, each.offset, each.words) for each in card.entities] == [
        ("bold", 7, "307¹"),
        ("text_link", 14, "қонун"),
    ]
    assert card.buttons == ((Button("ҳа", "ҳа"), Button("не", "не")), (Button("wipe", "wipe"),))
    assert (card.silent, card.protected, card.edited) == (True, True, False)
    assert sent.date.timestamp() == phone.api.clock.now


@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, "<b>" + "&lt;" * 4096 + "</b>", "\n" + "ӯ" * 4096 + "  "])
async def test_4096_utf16_units_after_parsing_pass(bot: Bot, phone: Phone, text: str) -> None:
    await bot.send_message(phone.chat_id, text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        ("ҳ" * 16_385, "text is too long"),
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("<b> </b>", "text must be non-empty"),
        ("\u200b\u2060", "text must be non-empty"),
    ],
)
async def test_other_lengths_are_refused(bot: Bot, phone: Phone, text: str, complaint: str) -> None:
    with pytest.raises(TelegramBadRequest, match=complaint):
        await bot.send_message(phone.chat_id, text, parse_mode="HTML")


async def test_an_edit_that_is_too_long_is_refused_in_other_words(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.chat_id, "x")
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await sent.edit_text("x" * 4097)


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("ҳ<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b ", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
async def test_bad_html_is_refused(bot: Bot, phone: Phone, html: str, complaint: str) -> None:
    with pytest.raises(TelegramBadRequest) as refused:
        await bot.send_message(phone.chat_id, html, parse_mode="HTML")
    assert refused.value.message == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("html", "shown", "types"),
    [
        ("<B>x</B><i>y</>", "xy", ["bold", "italic"]),
        ("<u><s>x</s></u>", "x", ["strikethrough", "underline"]),
        ("&#1203;&#x4B3; &nbsp; &quot;&amp", 'ҳҳ &nbsp; "&', []),
        (
            '<blockquote expandable>x</blockquote><span class="tg-spoiler">y</span>',
            "xy",
            ["expandable_blockquote", "spoiler"],
        ),
        ("<a href='javascript:x'>y</a>", "y", []),
        ("<pre>x</pre><code></code>", "x", ["pre"]),
        ("a\tb\r\nc\u202ed", "a b\ncd", []),
    ],
)
async def test_good_html_becomes_entities(bot: Bot, phone: Phone, html: str, shown: str, types: list[str]) -> None:
    await bot.send_message(phone.chat_id, html, parse_mode="HTML")
    assert (phone.card.text, sorted(each.type for each in phone.card.entities)) == (shown, sorted(types))


async def test_entities_may_be_given_instead(bot: Bot, phone: Phone) -> None:
    await bot.send_message(phone.chat_id, "<b> 😀 x", entities=[MessageEntity(type="bold", offset=4, length=2)])
    assert (phone.card.text, phone.card.entities[0].words) == ("<b> 😀 x", "😀")


async def test_callback_data_has_64_bytes(bot: Bot, phone: Phone) -> None:
    await bot.send_message(phone.chat_id, "x", reply_markup=one_button(data="ҳ" * 32))
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await bot.send_message(phone.chat_id, "x", reply_markup=one_button(data="ҳ" * 33))
    with pytest.raises(TelegramBadRequest, match="Text buttons are unallowed"):
        await bot.send_message(phone.chat_id, "x", reply_markup=one_button(data=""))
    with pytest.raises(TelegramBadRequest, match="button URL"):
        await bot.send_message(phone.chat_id, "x", reply_markup=one_button(url="no page"))


async def test_a_keyboard_has_a_hundred_buttons(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    await bot.send_message(phone.chat_id, "x", reply_markup=keyboard(*["a b c d e"] * 20))
    with pytest.raises(TelegramBadRequest, match="reply markup is too long"):
        await bot.send_message(phone.chat_id, "x", reply_markup=keyboard(*["a b c d e"] * 20, "f"))
    assert api.violations == []
    await bot.send_message(phone.chat_id, "x", reply_markup=keyboard("a b c d e f g h i"))
    assert api.violations == ["more than 8 buttons in a row"]


async def test_a_button_without_a_label_vanishes_and_is_noted(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    nameless = InlineKeyboardButton(text="", callback_data="x")
    await bot.send_message(phone.chat_id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[nameless]]))
    assert (phone.card.buttons, len(api.violations)) == ((), 1)
