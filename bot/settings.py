"""Settings of the family's edge: the environment is read once, and everything wrong in it is named at once."""

import re
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.clock import now
from vault.keys import Keys, UnusableKeys

PREFIX = "DODKHOH_"
_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,60}")
_HOTLINE = re.compile(r"[0-9+() -]{2,40}")
_LAW_2169 = datetime(2025, 5, 14, tzinfo=UTC)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class WrongSettings(Exception):
    """The program does not start. `problems` names each setting and what is wrong with it, never a value."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _token(given: SecretStr | None) -> SecretStr | None:
    if given is not None and not _TOKEN.fullmatch(given.get_secret_value()):
        raise ValueError("is not a bot's token (digits, a colon, then letters and digits), or is a placeholder")
    return given


def _api(given: str) -> str:
    """Plain HTTP would show every word to the network; on this machine itself it is allowed."""
    try:
        address = urlsplit(given)
        _ = address.port
    except ValueError:
        raise ValueError("is not the address of a server") from None
    if (
        given.split() != [given]
        or address.scheme not in ("http", "https")
        or not address.hostname
        or address.query
        or address.fragment
    ):
        raise ValueError("is not the address of a Bot API server, such as https://host")
    if address.scheme == "http" and address.hostname not in _LOOPBACK:
        raise ValueError("must begin with https:// unless the server is on this machine")
    return given.rstrip("/")


def _whole(given: Path) -> Path:
    """An empty or relative path would depend on where the program was started."""
    if not given.is_absolute():
        raise ValueError("must be a whole path that begins with /")
    return given


Place = Annotated[Path, AfterValidator(_whole)]


def _hotline(given: str | None) -> str | None:
    if given is not None and not _HOTLINE.fullmatch(given):
        raise ValueError("is not a telephone number")
    return given


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    bot_token: Annotated[SecretStr | None, AfterValidator(_token)] = None
    bot_token_file: Place = Field(default_factory=lambda: _home("config") / "bot_token")
    bot_api: Annotated[str, AfterValidator(_api)] = "https://api.telegram.org"
    data: Place = Field(default_factory=lambda: _home("local/share"))
    keys: Place = Field(default_factory=lambda: _home("config") / "keys")
    hotline: Annotated[str | None, AfterValidator(_hotline)] = None
    page_port: Annotated[int, Field(ge=0, le=65535)] = 8600


def _home(folder: str) -> Path:
    return Path.home() / f".{folder}" / "dodkhoh"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Raise WrongSettings with every problem: misspelt names, wrong values, places and secrets that cannot be used."""
    named = {name: value for name, value in environment.items() if name.upper().startswith(PREFIX)}
    given = {name.removeprefix(PREFIX).lower(): value for name, value in named.items() if name == name.upper()}
    unknown = sorted(name for name in named if name.removeprefix(PREFIX).lower() not in Settings.model_fields)
    unknown += sorted(name for name in named if name != name.upper() and name not in unknown)
    values = {field: value for field, value in given.items() if field in Settings.model_fields}
    problems = [f"{name}: no such setting" for name in unknown] + _wrong_values(values)
    wrong = {problem.partition(":")[0].removeprefix(PREFIX).lower() for problem in problems}
    settings = Settings.model_validate({field: value for field, value in values.items() if field not in wrong})
    settings, in_files = _with_token(settings)
    if problems := problems + in_files + _wrong_places(settings) + wrong_clock(now()):
        raise WrongSettings(problems)
    return settings


def wrong_clock(seconds: float) -> list[str]:
    """A clock that lost its battery begins in 1970: no certificate is valid then, and nothing is deleted in time."""
    if seconds < _LAW_2169.timestamp():
        return [f"clock: it shows a day before {_LAW_2169:%d.%m.%Y}, the day of the law that this program is about"]
    return []


def _wrong_values(values: Mapping[str, str]) -> list[str]:
    try:
        Settings.model_validate(values)
    except ValidationError as error:
        return [_problem(each) for each in error.errors(include_input=False)]
    return []


def _wrong_places(settings: Settings) -> list[str]:
    """Keys inside the data folder would be copied and seized together with what they lock."""
    wrong = []
    if settings.keys.resolve().is_relative_to(settings.data.resolve()):
        wrong.append(f"{PREFIX}KEYS: the keys must lie outside the data folder")
    else:
        wrong += wrong_keys(settings.keys)
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        wrong.append(f"{PREFIX}DATA: the folder cannot be made or written")
    return wrong


def wrong_keys(file: Path) -> list[str]:
    """What is wrong with the keys, which are made where there are none. A path is not repeated: it can hold a name."""
    try:
        Keys.load_or_create(file, secrets.token_bytes)
    except UnusableKeys as unusable:
        told = (problem.replace(f"{file}: ", "").replace(str(file), "the file") for problem in unusable.problems)
        return [f"{PREFIX}KEYS: {problem}" for problem in told]
    return []


def _problem(error: Any) -> str:  # noqa: ANN401  # pydantic's ErrorDetails
    name = PREFIX + str(error["loc"][0]).upper()
    return f"{name}: {str(error['msg']).removeprefix('Value error, ')}"


def _with_token(settings: Settings) -> tuple[Settings, list[str]]:
    """The token from its file, unless the environment gave one."""
    file = settings.bot_token_file
    if settings.bot_token is not None or (not file.exists() and "bot_token_file" not in settings.model_fields_set):
        return settings, []
    name = f"{PREFIX}BOT_TOKEN_FILE"
    try:
        if file.stat().st_mode & 0o077:
            return settings, [f"{name}: others can read it; its mode must be 0600"]
        token = _token(SecretStr(file.read_text(encoding="ascii").strip()))
    except (OSError, UnicodeDecodeError):
        return settings, [f"{name}: cannot be read"]
    except ValueError as error:
        return settings, [f"{name}: {error}"]
    return settings.model_copy(update={"bot_token": token}), []
