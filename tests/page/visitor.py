"""One browser on the page: it keeps its cookie, sends what a browser sends, presses buttons and looks at the card."""

from typing import Any, BinaryIO, TypeAlias

from aiohttp import ClientResponse, ClientSession, CookieJar
from yarl import URL

from bot.chat import Chat
from dialogs.screen import Language, text
from dialogs.show import show
from tests.journeys import JOURNEYS, choices
from tests.page.computer import Computer

JSON = "application/json"
Headers: TypeAlias = "dict[str, str | None]"
NONE: Headers = {}


class Visitor:
    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self._http = ClientSession(cookie_jar=CookieJar(unsafe=True))
        self.seen: dict[str, Any] = {}

    async def close(self) -> None:
        await self._http.close()

    async def ask(
        self, path: str, body: str | bytes | BinaryIO = "{}", method: str = "POST", headers: Headers = NONE
    ) -> ClientResponse:
        """As the page asks; `headers` replace its own, and None takes one away."""
        own = {"Origin": self.computer.address, "Sec-Fetch-Site": "same-origin", "Content-Type": JSON}
        given = own | headers
        sent = {name: value for name, value in given.items() if value is not None}
        skipped = [name for name, value in given.items() if value is None]
        url = URL(self.computer.address + path, encoded=True)
        async with self._http.request(method, url, data=body, headers=sent, skip_auto_headers=skipped) as answer:
            await answer.read()
            return answer

    async def do(self, path: str, **body: str) -> "Visitor":
        async with self._http.post(
            self.computer.address + path, json=body, headers={"Origin": self.computer.address}
        ) as answer:
            assert (answer.status, answer.content_type) == (200, JSON)
            self.seen = await answer.json()
        return self

    async def look(self) -> "Visitor":
        return await self.do("/card")

    async def open(self, language: Language | None = None) -> "Visitor":
        """From the empty chat to the first question, or, without a language, to the choice of one."""
        await self.do("/open")
        return await self.press(f"speak:{language}", "begin") if language else self

    async def press(self, *names: str) -> "Visitor":
        """Buttons by the names of their choices, which never leave the server: they are looked up in the vault."""
        for name in names:
            await self.do("/tap", data=self.data(name))
        return self

    async def say(self, words: str) -> "Visitor":
        return await self.do("/say", text=words)

    async def play(self, journey: str, until: str = "") -> "Visitor":
        """Answer question after question, all of them or until one is reached."""
        for card, names in choices(JOURNEYS[journey]):
            assert self.key == card
            if card == until:
                break
            await self.press(*names)
        return self

    def data(self, name: str) -> str:
        names = [each.name for each in show(self.chat.session).choices]
        return str(self.buttons[names.index(name)]["data"])

    @property
    def cookie(self) -> str:
        """Empty where the browser holds none."""
        return next((each.value for each in self._http.cookie_jar if each.key == "chat"), "")

    @property
    def chat(self) -> Chat:
        chat = self.computer.chat(self.cookie)
        assert chat is not None, "no chat is kept under this browser's cookie"
        return chat

    @property
    def key(self) -> str:
        """The present card's, by the session that is kept."""
        return show(self.chat.session).key

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [button for row in self.seen["card"]["rows"] for button in row]

    @property
    def card(self) -> str:
        return "\n".join(line for _, line in self.seen["card"]["lines"])

    @property
    def is_empty(self) -> bool:
        return bool(self.seen["card"] == {"lines": [], "rows": []})

    def sees(self, key: str) -> bool:
        """Are the words of this key on the card, in the language that is spoken?"""
        return self.computer.words.say(text(key), Language(self.seen["language"] or "tg")) in self.card
