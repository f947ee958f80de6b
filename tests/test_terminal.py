"""`dodkhoh chat`: the interview by numbers and typed words, with nothing kept and nothing left behind."""

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from bot.terminal import CLEAR, Terminal, picked, run
from dialogs.screen import Language, text
from dialogs.session import Place, Session
from dialogs.show import show
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from eligibility.facts import Fact
from tests.journeys import JOURNEYS, choices

REPOSITORY = Path(__file__).parents[1]
COMMAND = (sys.executable, "-c", "import sys; from bot.terminal import run; sys.exit(run(sys.argv[1:]))")


@dataclass(frozen=True, slots=True)
class Chat:
    words: Words
    vocabulary: Vocabulary

    def begin(self, language: str | None, *lines: str) -> tuple[Terminal, StringIO]:
        shown = StringIO()
        source = StringIO("".join(f"{line}\n" for line in lines))
        return Terminal(self.words, self.vocabulary, source, shown, language), shown

    def talk(self, *lines: str, language: str | None = "en") -> str:
        """All that a pipe is given for these lines."""
        terminal, shown = self.begin(language, *lines)
        terminal.go()
        return shown.getvalue()

    def say(self, key: str, language: Language = Language.EN) -> str:
        return self.words.say(text(key), language)

    def by_numbers(self, journey: str, language: str = "en") -> list[str]:
        """A whole journey as numbers; among the articles with #."""
        lines = ["1"]
        terminal, _ = self.begin(language)
        terminal.hear("1")
        for card, names in choices(JOURNEYS[journey]):
            for name in names:
                offered = [each.name for each in show(terminal.session).choices]
                lines.append("#" * (card == "ask-articles") + str(offered.index(name) + 1))
                terminal.hear(lines[-1])
        return lines


def told(
    typed: bytes, *call: str, before: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command as it is, with what it is told through a pipe."""
    return subprocess.run(  # noqa: S603  # our own command
        (*before, *COMMAND, *call),
        input=typed,
        cwd=REPOSITORY,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def chat(words: Words, vocabulary: Vocabulary) -> Chat:
    return Chat(words, vocabulary)


def last_card(shown: str) -> str:
    return shown.rpartition("/wipe 🧹")[2]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("journey", JOURNEYS)
def test_every_journey_can_be_gone_by_numbers(journey: str, language: Language, chat: Chat) -> None:
    shown = chat.talk(*chat.by_numbers(journey, language), "1", language=language)
    title = "undecided-title" if journey == "undecided" else f"outcome-{journey}"
    assert chat.say(title, language) in last_card(shown)


def test_before_a_language_is_chosen_it_speaks_all_three(chat: Chat) -> None:
    shown = chat.talk(language=None)
    for each in Language:
        assert chat.say("page-terminal", each) in shown
        assert chat.say("choose-language", each) in shown
        assert chat.say("page-numbers", each) in shown


def test_the_language_can_be_given_and_changed(chat: Chat) -> None:
    assert chat.say("notice", Language.TG) in chat.talk(language="tg")
    assert chat.say("notice", Language.RU) in last_card(chat.talk("/language", "2", language="tg"))


def test_a_number_is_a_choice_except_among_the_articles() -> None:
    asking = Session(Language.EN).at(Place.QUESTION, Fact.ARTICLES)
    elsewhere = Session(Language.EN).at(Place.QUESTION, Fact.STAGE)
    assert picked(asking, "2") is None
    assert [
        each and each.name for each in (picked(asking, "#2"), picked(elsewhere, "2"), picked(elsewhere, " #2 "))
    ] == [
        "tick:307(1)",
        "answer:trial",
        "answer:trial",
    ]
    for nothing in ("0", "#0", "99", "#99", "007", "2.", "-1", "", "٢", "²", "1 2", "179", "2024"):
        assert picked(elsewhere, nothing) is None


def test_the_rule_of_the_numbers_stands_under_each_card(chat: Chat) -> None:
    shown = chat.talk("1", "1", "4")
    assert shown.count(chat.say("page-numbers")) == 3
    assert shown.count(chat.say("page-numbers-articles")) == 1
    assert "\n #2  ▫ 307(1)" in shown


def test_articles_are_typed_as_the_paper_has_them(chat: Chat) -> None:
    shown = chat.talk("1", "1", "4", "307(1)", "189")
    assert chat.say("remark-article-ticked") in last_card(shown)
    assert "#2  ✓ 307(1)" in last_card(shown)
    assert "#7  ✓ 189" in last_card(shown)


def test_the_code_of_one_conversation_opens_another(chat: Chat) -> None:
    steps = [*chat.by_numbers("strong_basis"), "/save"]
    (code,) = (line for line in chat.talk(*steps).splitlines() if line.replace(" ", "").isdigit() and len(line) > 11)
    assert chat.say("review-title", Language.TG) in last_card(chat.talk(code, language="tg"))


@pytest.mark.parametrize("leaving", ["quit", "QUIT", "exit", "выход", "баромад", "/wipe", "bye", "хайр", "5"])
def test_leaving_erases(leaving: str, chat: Chat) -> None:
    shown = chat.talk(leaving, "1")
    assert shown.endswith(chat.say("page-erased") + "\n")
    assert chat.say("fact-jurisdiction") not in shown


def test_the_end_of_the_input_leaves(chat: Chat) -> None:
    assert chat.talk().endswith(chat.say("page-erased") + "\n")


def test_a_pipe_gets_bare_text(chat: Chat) -> None:
    assert "\x1b" not in chat.talk("1", "1", "4", "307(1)")


def test_no_typed_bytes_end_the_conversation(chat: Chat) -> None:
    typed = (b"\xff\xfe\x00", b"\xed\xa0\x80", b"\xf0\xee\xe7", b"a" * 5000, b"\x1b[2J", b"", b"\r")
    said = told(b"1\n" + b"\n".join(typed) + b"\n1\n", "--language", "en")
    assert (said.returncode, said.stderr) == (0, b"")
    assert chat.say("fact-stage") in last_card(said.stdout.decode())


def test_signs_the_terminal_has_no_form_for_are_replaced() -> None:
    said = told(b"3\n1\n", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (said.returncode, said.stderr) == (0, b"")
    assert b"Begin" in said.stdout


def test_a_reader_that_goes_away_is_no_error() -> None:
    said = told(b"1\n" * 200, "--language", "en", before=("bash", "-o", "pipefail", "-c", '"$@" | head -n 1', "-"))
    assert (said.returncode, said.stderr) == (0, b"")


def test_a_wrong_call_is_refused() -> None:
    with pytest.raises(SystemExit) as refused:
        run(["--language", "de"])
    assert refused.value.code == 2


def test_on_a_terminal_one_card_is_shown_at_a_time_and_nothing_stays(chat: Chat) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen((*COMMAND, "--language", "en"), stdin=theirs, stdout=theirs, cwd=REPOSITORY) as running:  # noqa: S603
        os.close(theirs)
        os.write(ours, b"1\nquit\n")
        shown = read_all(ours)
    assert running.returncode == 0
    assert chat.say("fact-jurisdiction") in shown
    assert "\x1b[1m" in shown
    assert shown.count(CLEAR) == 3
    assert shown.rpartition(CLEAR)[2].strip() == chat.say("page-erased")


def read_all(terminal: int) -> str:
    """Until the other end is closed, which Linux tells as an error."""
    read = b""
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            read += piece
    os.close(terminal)
    return read.decode()
