import base64
import os
from pathlib import Path
from secrets import token_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.keys import Keys, Purpose, UnusableKeys

KEK, K_ID = bytes(range(32)), bytes(range(32, 64))


def line(name: str, key: bytes) -> str:
    return f"{name} = {base64.b64encode(key).decode()}\n"


WHOLE = line("kek", KEK) + line("k_id", K_ID)


def key_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "keys"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_the_first_run_makes_two_different_keys_that_only_their_owner_can_read(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "keys"
    Keys.load_or_create(path, token_bytes)
    names_and_keys = dict(each.split(" = ") for each in path.read_text().splitlines())
    assert list(names_and_keys) == ["kek", "k_id"]
    assert len({base64.b64decode(key) for key in names_and_keys.values()}) == 2
    assert {len(base64.b64decode(key)) for key in names_and_keys.values()} == {32}
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_second_run_reads_the_keys_of_the_first(tmp_path: Path) -> None:
    first = Keys.load_or_create(tmp_path / "keys", token_bytes)
    second = Keys.load_or_create(tmp_path / "keys", token_bytes)
    assert second.check == first.check
    assert second.lane("telegram", "1") == first.lane("telegram", "1")
    assert [second.of(purpose) for purpose in Purpose] == [first.of(purpose) for purpose in Purpose]


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = Keys(KEK, K_ID)
    assert len({keys.of(purpose) for purpose in Purpose} | {keys.check, KEK, K_ID}) == len(Purpose) + 3


def test_keys_print_nothing_of_themselves() -> None:
    keys = Keys(KEK, K_ID)
    assert repr(keys) == str(keys) == f"{keys}" == "Keys(…)"
    with pytest.raises(TypeError):
        vars(keys)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["is empty"]),
        (line("kek", KEK), ["k_id is missing"]),
        (line("k_id", K_ID), ["kek is missing"]),
        (line("kek", KEK) + line("k_id", KEK), ["kek and k_id are the same key"]),
        (line("kek", KEK[:31]) + line("k_id", K_ID), ["kek is 31 bytes long, not 32"]),
        (line("kek", KEK) + line("k_id", bytes(33)), ["k_id is 33 bytes long, not 32"]),
        (line("kek", KEK) + "k_id =\n", ["k_id is 0 bytes long, not 32"]),
        (line("kek", KEK) + "k_id = change me, please\n", ["k_id is not base64"]),
        (line("kek", KEK) + "k_id = ключ\n", ["k_id is not base64"]),
        (WHOLE + line("kek", K_ID), ["kek is given twice"]),
        (WHOLE + line("pepper", K_ID), ["line 3 is neither"]),
        (line("kek", KEK) + "\n" + line("k_id", K_ID), ["line 2 is neither"]),
        ("a page of something else\n", ["line 1 is neither", "kek is missing", "k_id is missing"]),
        (line("kek", KEK[:5]) + line("kid", K_ID), ["line 2 is neither", "kek is 5 bytes", "k_id is missing"]),
    ],
)
def test_a_file_that_does_not_hold_two_keys_is_refused_with_every_reason(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    with pytest.raises(UnusableKeys) as refused:
        Keys.load_or_create(key_file(tmp_path, text), token_bytes)
    assert len(refused.value.problems) == len(problems)
    assert all(problem in str(refused.value) for problem in problems)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o620, 0o601])
def test_a_file_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(UnusableKeys, match=f"mode {mode:04o}"):
        Keys.load_or_create(key_file(tmp_path, WHOLE, mode), token_bytes)


def test_a_stricter_file_is_accepted(tmp_path: Path) -> None:
    assert Keys.load_or_create(key_file(tmp_path, WHOLE, 0o400), token_bytes).check == Keys(KEK, K_ID).check


def test_an_open_file_with_a_bad_key_is_refused_for_both(tmp_path: Path) -> None:
    with pytest.raises(UnusableKeys) as refused:
        Keys.load_or_create(key_file(tmp_path, line("kek", KEK[:9]) + line("k_id", K_ID), 0o644), token_bytes)
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize("target", ["keys", "nowhere"])
def test_a_symbolic_link_is_refused_and_not_written_through(tmp_path: Path, target: str) -> None:
    key_file(tmp_path, WHOLE)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / target)
    with pytest.raises(UnusableKeys, match="symbolic link"):
        Keys.load_or_create(link, token_bytes)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_or_a_pipe_in_the_files_place_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o700)
    os.mkfifo(tmp_path / "pipe", 0o600)
    for name in ("folder", "pipe"):
        with pytest.raises(UnusableKeys, match="is not a file"):
            Keys.load_or_create(tmp_path / name, token_bytes)


def test_a_place_where_no_file_can_be_made_is_named(tmp_path: Path) -> None:
    key_file(tmp_path, WHOLE)
    with pytest.raises(UnusableKeys, match="cannot be made"):
        Keys.load_or_create(tmp_path / "keys" / "keys", token_bytes)


@given(st.binary(max_size=200) | st.text(alphabet="kek_id=A+/ \n", max_size=120).map(str.encode))
def test_whatever_stands_in_the_file_it_is_refused_and_not_repeated(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = key_file(tmp_path_factory.mktemp("keys"), "")
    path.write_bytes(content)
    with pytest.raises(UnusableKeys) as refused:
        Keys.load_or_create(path, token_bytes)
    words = [word for word in content.decode("ascii", errors="replace").split() if len(word) > 8]
    assert not any(word in str(refused.value).replace(str(path), "") for word in words)


def test_no_problem_shows_a_key(tmp_path: Path) -> None:
    secret = base64.b64encode(KEK).decode()
    for text in (f"{secret}\n", f"kek {secret}\n", f"kek = {secret}{secret}\n", f"{secret} = kek\n"):
        with pytest.raises(UnusableKeys) as refused:
            Keys.load_or_create(key_file(tmp_path, text), token_bytes)
        assert secret[:8] not in str(refused.value)


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_two_chats_have_one_lane_only_if_they_are_the_same(one: tuple[str, str], two: tuple[str, str]) -> None:
    keys = Keys(KEK, K_ID)
    assert (keys.lane(*one) == keys.lane(*two)) is (one == two)
    assert len(keys.lane(*one)) == 32


def test_the_border_between_channel_and_chat_counts() -> None:
    keys = Keys(KEK, K_ID)
    assert keys.lane("telegram", "12") != keys.lane("telegram1", "2")


def test_another_key_gives_another_lane() -> None:
    assert Keys(KEK, K_ID).lane("telegram", "1") != Keys(KEK, KEK[::-1]).lane("telegram", "1")
    assert Keys(KEK, K_ID).lane("telegram", "1") == Keys(KEK[::-1], K_ID).lane("telegram", "1")
