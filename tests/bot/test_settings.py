"""Wrong settings: the bot does not start, ends with 78 and names every one of them at once, never a value."""

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

import pytest

from bot.telegram.checks import FLAGS
from tests.bot.process import Bots, Home, Process
from tests.telegram import quiet
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone
from tests.vault import disk
from vault.keys import Keys
from vault.vault import Vault

CANARY = "canary7f3"
PROBLEM = re.compile(r"dodkhoh: ((?:DODKHOH_[A-Z_]+|bot): .+)")
Given = Mapping[str, str]


@dataclass(frozen=True)
class Wrong:
    """What is in the environment, or how it comes there, and the settings that must be named."""

    id: str
    given: Given | Callable[[Home], Given]
    named: str
    says: str = ""


def token(**changed: str) -> dict[str, str]:
    whole = {"number": "123456789", "rest": CANARY.ljust(35, "x"), **changed}
    return {"BOT_TOKEN": f"{whole['number']}:{whole['rest']}"}


def token_file(content: bytes, mode: int = 0o600) -> Callable[[Home], Given]:
    """Read only where the environment has no token: an empty home has none."""

    def given(home: Home) -> Given:
        file = home.made("secret") / "bot_token"
        file.write_bytes(content)
        file.chmod(mode)
        return {"BOT_TOKEN_FILE": str(file)}

    return given


def key(length: int = 32) -> str:
    return base64.b64encode(token_bytes(length)).decode()


def keys_file(*lines: str, mode: int = 0o600) -> Callable[[Home], Given]:
    def given(home: Home) -> Given:
        home.made("secret")
        home.keys.write_text("".join(f"{line}\n" for line in lines))
        home.keys.chmod(mode)
        return {}

    return given


def a_file(home: Home, name: str) -> Path:
    file = home.made("files") / name
    file.write_text(CANARY)
    return file


def sealed_with_other_keys(home: Home) -> Given:
    held(home, home.made("other") / "keys").close()
    return {}


def made_by_a_later_release(home: Home) -> Given:
    held(home, home.keys).close()
    disk.change(home.data / "vault.sqlite", "UPDATE vault SET version = 999")
    return {}


def held(home: Home, keys: Path) -> Vault:
    return Vault.open(home.data / "vault.sqlite", Keys.load_or_create(keys, token_bytes), lambda: 0.0, token_bytes)


SAME = key()
GOOD = token()["BOT_TOKEN"].encode()

OF_ITSELF = (
    Wrong("token-empty", {"BOT_TOKEN": ""}, "BOT_TOKEN"),
    Wrong("token-placeholder", {"BOT_TOKEN": f"put-the-token-here-{CANARY}"}, "BOT_TOKEN", "placeholder"),
    Wrong("token-with-a-space", token(rest=f" {CANARY}".ljust(35, "x")), "BOT_TOKEN"),
    Wrong("token-too-short", token(rest=CANARY), "BOT_TOKEN"),
    Wrong("token-in-other-digits", token(number="١٢٣٤٥٦"), "BOT_TOKEN"),
    Wrong("api-empty", {"BOT_API": ""}, "BOT_API"),
    Wrong("api-no-address", {"BOT_API": CANARY}, "BOT_API", "https://host"),
    Wrong("api-http-to-a-foreign-host", {"BOT_API": f"http://{CANARY}.example"}, "BOT_API", "https://"),
    Wrong("api-other-scheme", {"BOT_API": f"ftp://{CANARY}.example"}, "BOT_API"),
    Wrong("api-port-is-no-number", {"BOT_API": f"https://127.0.0.1:{CANARY}"}, "BOT_API"),
    Wrong("api-port-out-of-range", {"BOT_API": "https://127.0.0.1:65536"}, "BOT_API"),
    Wrong("api-with-a-space", {"BOT_API": f"https://127.0.0.1 {CANARY}"}, "BOT_API"),
    Wrong("api-broken-brackets", {"BOT_API": f"https://[{CANARY}"}, "BOT_API"),
    Wrong("api-with-signs-that-fall-apart", {"BOT_API": f"https://{CANARY}\u2100.example"}, "BOT_API"),
    Wrong("port-too-high", {"PAGE_PORT": "65536"}, "PAGE_PORT"),
    Wrong("port-below-zero", {"PAGE_PORT": "-1"}, "PAGE_PORT"),
    Wrong("port-a-word", {"PAGE_PORT": CANARY}, "PAGE_PORT"),
    Wrong("port-empty", {"PAGE_PORT": ""}, "PAGE_PORT"),
    Wrong("hotline-a-word", {"HOTLINE": CANARY}, "HOTLINE"),
    Wrong("unknown-name", {"BOT_TOKN": CANARY}, "BOT_TOKN", "no such setting"),
)
IN_THE_TOKEN_FILE = (
    Wrong("token-file-readable-by-others", token_file(GOOD, 0o644), "BOT_TOKEN_FILE", "0600"),
    Wrong("token-file-readable-by-the-group", token_file(GOOD, 0o640), "BOT_TOKEN_FILE", "0600"),
    Wrong("token-file-missing", lambda home: {"BOT_TOKEN_FILE": str(home.folder / "none")}, "BOT_TOKEN_FILE"),
    Wrong("token-file-binary", token_file(b"\xff\x00" + GOOD), "BOT_TOKEN_FILE"),
    Wrong("token-file-empty", token_file(b""), "BOT_TOKEN_FILE"),
    Wrong("token-file-placeholder", token_file(CANARY.encode()), "BOT_TOKEN_FILE"),
    Wrong("token-file-a-folder", lambda home: {"BOT_TOKEN_FILE": str(home.made("secret"))}, "BOT_TOKEN_FILE"),
)
ON_THE_DISK = (
    Wrong("data-empty", {"DATA": ""}, "DATA"),
    Wrong("data-a-file", lambda home: {"DATA": str(a_file(home, "data"))}, "DATA"),
    Wrong("data-cannot-be-made", lambda home: {"DATA": str(a_file(home, "not-a-folder") / "data")}, "DATA"),
    Wrong("data-of-a-later-release", made_by_a_later_release, "DATA", "version 999"),
    Wrong("keys-empty", {"KEYS": ""}, "KEYS"),
    Wrong("keys-in-the-data-folder", lambda home: {"KEYS": str(home.data / "keys")}, "KEYS", "outside"),
    Wrong("keys-readable-by-others", keys_file(f"kek = {key()}", f"k_id = {key()}", mode=0o644), "KEYS", "chmod 600"),
    Wrong("keys-of-31-bytes", keys_file(f"kek = {key(31)}", f"k_id = {key()}"), "KEYS", "31 bytes"),
    Wrong("keys-the-same-twice", keys_file(f"kek = {SAME}", f"k_id = {SAME}"), "KEYS", "same key"),
    Wrong("keys-one-missing", keys_file(f"kek = {key()}"), "KEYS", "k_id is missing"),
    Wrong("keys-no-keys", keys_file(CANARY), "KEYS"),
    Wrong("keys-file-empty", keys_file(), "KEYS", "empty"),
    Wrong("keys-a-folder", lambda home: {"KEYS": str(home.made("secret"))}, "KEYS"),
    Wrong("keys-cannot-be-made", lambda home: {"KEYS": str(a_file(home, "file") / "keys")}, "KEYS"),
    Wrong("keys-of-another-vault", sealed_with_other_keys, "KEYS", "other keys"),
)


def start(bots: Bots, api: FakeBotApi | None, *wrongs: Wrong) -> Process:
    given: dict[str, str] = {}
    for wrong in wrongs:
        given |= wrong.given(bots.home) if callable(wrong.given) else wrong.given
    return bots.fork(api, **{f"DODKHOH_{name}": value for name, value in given.items()})


async def problems(process: Process) -> list[str]:
    """Each on a line of its own; nothing else is said."""
    assert await process.ended(4) == 78, process.said()
    assert process.out == ""
    found = [PROBLEM.fullmatch(line) for line in process.err.splitlines()]
    assert all(found), process.said()
    return [match[1] for match in found if match]


def check(said: list[str], wrong: Wrong) -> None:
    assert {problem.partition(": ")[0] for problem in said} == {f"DODKHOH_{wrong.named}"}
    assert wrong.says in "\n".join(said)
    assert CANARY not in "\n".join(said)


@pytest.mark.parametrize("wrong", OF_ITSELF, ids=lambda wrong: f"G15-{wrong.id}")
async def test_a_wrong_setting_is_named(bots: Bots, api: FakeBotApi, wrong: Wrong) -> None:
    check(await problems(start(bots, api, wrong)), wrong)
    assert len(api.calls) == 0


@pytest.mark.parametrize("wrong", IN_THE_TOKEN_FILE, ids=lambda wrong: f"G15-{wrong.id}")
async def test_a_wrong_token_file_is_named(bots: Bots, wrong: Wrong) -> None:
    check(await problems(start(bots, None, wrong)), wrong)


@pytest.mark.parametrize("wrong", ON_THE_DISK, ids=lambda wrong: f"G15-{wrong.id}")
async def test_a_wrong_place_or_key_is_named(bots: Bots, api: FakeBotApi, wrong: Wrong) -> None:
    check(await problems(start(bots, api, wrong)), wrong)


async def test_what_is_wrong_on_the_disk_is_told_before_telegram_is_asked(bots: Bots, api: FakeBotApi) -> None:
    await problems(start(bots, api, *(wrong for wrong in ON_THE_DISK if wrong.id == "keys-readable-by-others")))
    assert len(api.calls) == 0


async def test_everything_that_is_wrong_is_named_at_once(bots: Bots) -> None:
    """One of each kind: in the environment, in the token file, in the data folder, in the key file."""
    ids = {"unknown-name", "api-no-address", "port-too-high", "hotline-a-word", "token-file-missing", "data-a-file"}
    ids |= {"keys-of-31-bytes"}
    wrongs = [wrong for wrong in (*OF_ITSELF, *IN_THE_TOKEN_FILE, *ON_THE_DISK) if wrong.id in ids]
    said = await problems(start(bots, None, *wrongs))
    assert {problem.partition(": ")[0] for problem in said} == {f"DODKHOH_{wrong.named}" for wrong in wrongs}


async def test_everything_that_is_wrong_with_the_keys_is_told_at_once(bots: Bots, api: FakeBotApi) -> None:
    both = Wrong("", keys_file(f"kek = {key(31)}", "k_id = x", mode=0o644), "KEYS")
    said = "\n".join(await problems(start(bots, api, both)))
    assert all(part in said for part in ("chmod 600", "kek is 31 bytes", "k_id is not base64"))


@pytest.mark.parametrize("setting", ["DATA", "KEYS", "BOT_TOKEN_FILE"], ids=lambda setting: f"G15-{setting}")
async def test_a_path_is_not_repeated_either(bots: Bots, api: FakeBotApi, setting: str) -> None:
    """Whoever puts a secret into the wrong variable must not find it in the log."""
    below_a_file = Wrong("", lambda home: {setting: str(a_file(home, "file") / CANARY)}, setting)
    for said in await problems(start(bots, None if setting == "BOT_TOKEN_FILE" else api, below_a_file)):
        assert CANARY not in said


WAYS = {
    "can_join_groups": "/setjoingroups",
    "can_read_all_group_messages": "/setprivacy",
    "supports_inline_queries": "/setinline",
    "can_connect_to_business": "Business Mode",
}


@pytest.mark.parametrize("flag", WAYS, ids=lambda flag: f"G16-{flag}")
async def test_what_botfather_must_turn_off_is_named_with_its_command(bots: Bots, api: FakeBotApi, flag: str) -> None:
    api.me[flag] = True
    Phone(api).post(text="/start")
    (problem,) = await problems(bots.fork(api))
    assert problem.startswith("bot: ")
    assert WAYS[flag] in problem
    assert api.calls.of("sendMessage", "getUpdates", "setMyCommands") == []


async def test_all_that_botfather_must_turn_off_is_named_at_once(bots: Bots, api: FakeBotApi) -> None:
    api.me.update(dict.fromkeys(WAYS, True))
    assert len(await problems(bots.fork(api))) == len(WAYS) == len(FLAGS)


async def test_g18_the_folder_of_a_bot_that_runs_is_left_alone(bots: Bots, api: FakeBotApi) -> None:
    first = bots.fork(api)
    await first.polls(api)
    before = sorted(path.name for path in bots.home.data.iterdir())
    assert await bots.fork(api).ended() == 75
    assert sorted(path.name for path in bots.home.data.iterdir()) == before
    assert len(api.calls.of("getUpdates")) == 1


async def test_g18_a_page_does_not_open_the_folder_of_a_bot_that_runs(bots: Bots, api: FakeBotApi) -> None:
    await bots.fork(api).polls(api)
    page = bots.fork(None, DODKHOH_PAGE_PORT="0")
    assert await page.ended() == 75, page.said()


async def test_g15_a_port_that_is_in_use_is_named(bots: Bots) -> None:
    first = bots.fork(None, DODKHOH_PAGE_PORT="0")
    await quiet.until(lambda: "http" in first.out, 10, first.said)
    (port,) = re.findall(r"http://127\.0\.0\.1:([0-9]+)/", first.out)
    second = bots.fork(None, DODKHOH_PAGE_PORT=port, DODKHOH_DATA=str(bots.home.made("elsewhere")))
    assert await second.ended() == 78
    assert second.err == "dodkhoh: DODKHOH_PAGE_PORT: the port is in use or not allowed\n"
