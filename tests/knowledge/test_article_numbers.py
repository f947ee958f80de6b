"""The table of spellings. Row ids C6 to C18 are those of the list of bad inputs."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.article_numbers import ArticleNumber, Mention, read_articles
from knowledge.citation import Citation
from knowledge.criminal_code_articles import SUFFIXES, has
from knowledge.typed_text import LONGEST


def shown(mention: Mention) -> str:
    return " | ".join(f"{each.article} part {each.part}" if each.part else each.article for each in mention.readings)


def read(text: str) -> list[str]:
    """`["307(1) part 2", "307 part 2 | 307(2)"]`: one certain, one to be asked."""
    return [shown(mention) for mention in read_articles(text)]


CERTAIN = {
    # the number alone
    "307": "307",
    "ст. 187": "187",
    "СТ.187": "187",
    "моддаи 189": "189",
    "МОДДАИ 189": "189",
    "моддаи 307-ум": "307",
    "по 307-й статье": "307",
    "307УК РТ": "307",
    "№307": "307",
    "модда № 307": "307",
    "моддаи 401(1)": "401(1)",
    "Article 401 (1)": "401(1)",
    "ст. 13": "13",
    "ст. 11(1) ч. 1": "11(1) part 1",
    "банди а) қисми 1) моддаи 57": "57 part 1",
    # the suffix as it is printed
    "179(3)": "179(3)",
    "179 (3)": "179(3)",
    "179 ( 3 )": "179(3)",
    "179[3]": "179(3)",
    "179(3": "179(3)",
    "179-3": "179(3)",
    "179–3": "179(3)",
    "179.3": "179(3)",
    "307-1": "307(1)",
    "307.1": "307(1)",
    "art. 307 (1)": "307(1)",
    "307-3": "307(3)",
    # the suffix raised
    "179³": "179(3)",
    "307¹": "307(1)",
    "307²": "307(2)",
    "м. 307¹": "307(1)",
    "307⁽¹⁾": "307(1)",
    "307^1": "307(1)",
    "307₁": "307(1)",
    "307①": "307(1)",
    # прим
    "179 прим 3": "179(3)",
    "307 прим 1": "307(1)",
    "307 ПРИМ. 1": "307(1)",
    "ст. 307 прим 1": "307(1)",
    "ст.307прим1": "307(1)",
    "307-прим-1": "307(1)",
    "307 (прим 1)": "307(1)",
    "307 прим 2": "307(2)",
    "307 prim 1": "307(1)",
    "статья 307 прим 3 часть 2": "307(3) part 2",
    # a suffix and a part
    "ст.179(3) ч.2": "179(3) part 2",
    "м.179(3) қ.2": "179(3) part 2",
    "м. 179(3) к. 2": "179(3) part 2",
    "моддаи 179(3) қисми дуюм": "179(3) part 2",
    "часть 2 статьи 307(1)": "307(1) part 2",
    "қисми 2 моддаи 307(1)": "307(1) part 2",
    "кисми 2 моддаи 307(1)": "307(1) part 2",
    "307(1) ч.2": "307(1) part 2",
    "307(1) (часть 2)": "307(1) part 2",
    "307-1 ч.2": "307(1) part 2",
    "Article 307(1) part 2": "307(1) part 2",
    "307 прим 1 ч. 2": "307(1) part 2",
    "ч.2 ст.307 прим 1": "307(1) part 2",
    "307(2) ч.1": "307(2) part 1",
    "ч.1 ст.307(2)": "307(2) part 1",
    "қисми якуми моддаи 307(2)": "307(2) part 1",
    "Article 307(2), part 1": "307(2) part 1",
    # a part of the article without a suffix
    "моддаи 307 қисми 2": "307 part 2",
    "қисми 2 моддаи 307": "307 part 2",
    "қисми 2-юми моддаи 307": "307 part 2",
    "қисми дуюми моддаи 307": "307 part 2",
    "ч. 2 ст. 307": "307 part 2",
    "ст. 307 ч. 2": "307 part 2",
    "ст. 307, ч. 2": "307 part 2",
    "ст307ч2": "307 part 2",
    "часть вторая статьи 307": "307 part 2",
    "2-я часть 307-й статьи": "307 part 2",
    "307 статья 2 часть": "307 part 2",
    "307 моддаи 2 қисм": "307 part 2",
    "307 (2 часть)": "307 part 2",
    "ст. 307 ч. II": "307 part 2",
    "part 2 of Article 307": "307 part 2",
    "second part of the article 307": "307 part 2",
    "moddai 307 qismi 2": "307 part 2",
    "k. 2 m. 307": "307 part 2",
    "307 ч.2 п.«а»": "307 part 2",
    "п. «г» ч. 2 ст. 307": "307 part 2",
    "п.1 ч.2 ст.307": "307 part 2",
    "банди «г» қисми 2 моддаи 307": "307 part 2",
    "ч. 3 ст. 307": "307 part 3",
    "ч. 2 ст. 179": "179 part 2",
}


@pytest.mark.parametrize(("typed", "expected"), CERTAIN.items())
def test_c7_one_reading_is_certain(typed: str, expected: str) -> None:
    assert read(typed) == [expected]


ASKED = {
    # nothing says whether the second number is a part
    "307 2": "307 part 2 | 307(2)",
    "179 3": "179 part 3 | 179(3)",
    "307 1": "307 part 1 | 307(1)",
    "179/3": "179 part 3 | 179(3)",
    "307,1": "307 part 1 | 307(1)",
    "307, 1": "307 part 1 | 307(1)",
    "307\n1": "307 part 1 | 307(1)",
    "307 и 1": "307 part 1 | 307(1)",
    "307:1": "307 part 1 | 307(1)",
    "307_1": "307 part 1 | 307(1)",
    "307'1": "307 part 1 | 307(1)",
    "307. 1": "307 part 1 | 307(1)",
    "307 №1": "307 part 1 | 307(1)",
    "307 - 1": "307 part 1 | 307(1)",
    "307 I": "307 part 1 | 307(1)",
    "307(I)": "307 part 1 | 307(1)",
    "307(один)": "307 part 1 | 307(1)",
    "307 пр. 1": "307 part 1 | 307(1)",
    "307 с цифрой 1": "307 part 1 | 307(1)",
    "ст. 307 со значком 1": "307 part 1 | 307(1)",
    "307 один": "307 part 1 | 307(1)",
    "307 статья 1": "307 part 1 | 307(1)",
    "прим 1 к ст. 307": "307 part 1 | 307(1)",
    "307 1 ч.2": "307 part 1 | 307(1) part 2",
    # part 2 of Art. 307 was itself used for likes
    "307(2)": "307 part 2 | 307(2)",
    "307 (2)": "307 part 2 | 307(2)",
    "307-2": "307 part 2 | 307(2)",
    "307.2": "307 part 2 | 307(2)",
    "моддаи 307(2)": "307 part 2 | 307(2)",
    "307(2) часть": "307 part 2 | 307(2)",
    # "part" where the article with the suffix may be meant
    "ч. 3 ст. 179": "179 part 3 | 179(3)",
    "ст. 179 ч. 3": "179 part 3 | 179(3)",
    "қисми 3 моддаи 179": "179 part 3 | 179(3)",
    "моддаи 179 қисми сеюм": "179 part 3 | 179(3)",
    "the third part of article 179": "179 part 3 | 179(3)",
    "п. 3 ст. 179": "179 part 3 | 179(3)",
    "ч. 1 ст. 307": "307 part 1 | 307(1)",
    "моддаи 307 қисми 1": "307 part 1 | 307(1)",
    # run together
    "1793": "179 part 3 | 179(3)",
    "3071": "307 part 1 | 307(1)",
    "ст. 3072": "307 part 2 | 307(2)",
    "ст. 1872": "187 part 2 | 187(2)",
    # no such article in the Code
    "187(2)": "187 part 2 | 187(2)",
    "189-1": "189 part 1 | 189(1)",
    "187²": "187 part 2 | 187(2)",
    "179 прим 9": "179 part 9 | 179(9)",
    "ст. 84(3)": "84 part 3 | 84(3)",
    # «прим» after a part: the article's or the part's
    "ст 307 ч 2 прим 1": "307(1) part 2 | 307 part 2",
    "307 ч. 2 прим. 1": "307(1) part 2 | 307 part 2",
    "моддаи 307 қисми 2 прим 1": "307(1) part 2 | 307 part 2",
    "307 ч. 2 (прим 1)": "307(1) part 2 | 307 part 2",
    "307 ч. 2, прим 1": "307(1) part 2 | 307 part 2",
    "307 2 часть прим 1": "307(1) part 2 | 307 part 2",
    "ст. 307 ч. 2 п. «а» прим 1": "307(1) part 2 | 307 part 2",
    "307 ч. 2 УК РТ прим 1": "307(1) part 2 | 307 part 2",
    "ч. 2 прим 1 ст. 307": "307(1) part 2 | 307 part 2",
    "қисми 2 прим 1 моддаи 307": "307(1) part 2 | 307 part 2",
    "307 ч. 2 примечание 1": "307(1) part 2 | 307 part 2",
    "307 ч. 2 прим": "307(1) part 2 | 307(2) part 2 | 307(3) part 2 | 307(4) part 2 | 307 part 2",
    "ст. 179 ч. 3 прим 1": "179(1) part 3 | 179 part 3 | 179(3)",
    # which suffix is not written, or whether it is one
    "307 прим": "307(1) | 307(2) | 307(3) | 307(4) | 307",
    "179 прим.": "179(1) | 179(2) | 179(3) | 179",
    "187 прим": "187(1) | 187",
    "179 примечание 3": "179(3) | 179",
    "179 эзоҳи 3": "179(3) | 179",
}


@pytest.mark.parametrize(("typed", "expected"), ASKED.items())
def test_c7_several_readings_are_all_given_and_none_is_certain(typed: str, expected: str) -> None:
    assert read(typed) == [expected]
    assert read_articles(typed)[0].certain is None


SEVERAL = {
    "179(3), 189 ва 307(1)": ["179(3)", "189", "307(1)"],
    "ст. 307(1) и 307(3)": ["307(1)", "307(3)"],
    "статьи 179(3), 187 и 189": ["179(3)", "187", "189"],
    "Articles 179(3) and 307(1)": ["179(3)", "307(1)"],
    "307 187 189": ["307", "187", "189"],
    "187,189,307": ["187", "189", "307"],
    "307.1,307.3": ["307(1)", "307(3)"],
    "179(3), №189": ["179(3)", "189"],
    "ст.307 ч.1, ст.187 ч.2": ["307 part 1 | 307(1)", "187 part 2"],
    "ч.2 ст.307 ч.1 ст.187": ["307 part 2", "187 part 1"],
    "ст.307 ч.2 ст.187 ч.1": ["307 part 2", "187 part 1"],
    "307, ч. 2 ст. 187": ["307", "187 part 2"],
    "ст. 187 ч. 3 ст. 179": ["187 part 3", "179 | 179 part 3 | 179(3)"],
    "307(1) ч. 2, п. 3 ст. 179": ["307(1) part 2", "179 part 3 | 179(3)"],
    "307(1) ч. 2 прим 3": ["307(1) part 2", "307 part 3 | 307(1) part 3 | 307(3)"],
    "307 ч. 2 прим 1 и прим 3": ["307(1) part 2 | 307 part 2", "307 part 3 | 307(1) part 3 | 307(3)"],
    "307 ч. 2 прим 1, 187": ["307(1) part 2 | 307 part 2", "187"],
    "307 ч. 2 прим 1 187": ["307(1) part 2 | 307 part 2", "187"],
    "307 ч. 2, прим 1 к ст. 187": ["307 part 2", "187 part 1 | 187(1)"],
    "ст. 187 ч. 2 прим 1 ст. 307": ["187(1) part 2 | 187 part 2", "307(1) | 307"],
    "179(3), прим 1 к ст. 307": ["179(3)", "307 part 1 | 307(1)"],
    "ст. 67 307-1 ч. 2": ["67", "307(1) part 2"],
    "ст. 187. ст. 13": ["187", "13"],
    "ст.179(3), ч.2, ст.187, ч.1": ["179(3) part 2", "187 part 1"],
    "307 ч. 2, 3": ["307 part 2", "307 part 3"],
    "қисмҳои 2 ва 3 моддаи 307": ["307 part 2", "307 part 3"],
    "моддаҳои 307(1) қисми 2, 307(3) қисми 2 ва 189 қисми 1": ["307(1) part 2", "307(3) part 2", "189 part 1"],
    "Ҳам 307(1), ҳам 307(3) дорад": ["307(1)", "307(3)"],
    "Чем отличается ст. 307(2) от ч. 2 ст. 307?": ["307 part 2 | 307(2)", "307 part 2"],
    "1. 307(1) ч.2\n2. 179(3)\n3) 189": ["307(1) part 2", "179(3)", "189"],
    "307(1), 307(1)": ["307(1)"],
    # a second suffix without its article must never be lost: it may turn a covered verdict into a mixed one
    "307(1), 3": ["307(1)", "307 part 3 | 307(1) part 3 | 307(3)"],
    "307(1) и (3)": ["307(1)", "307 part 3 | 307(1) part 3 | 307(3)"],
    "307(1)(3)": ["307(1)", "307 part 3 | 307(1) part 3 | 307(3)"],
    "307(1) 3 187": ["307(1)", "307 part 3 | 307(1) part 3 | 307(3)", "187"],
    "307(1, 3)": ["307 part 1 | 307(1)", "307 part 3 | 307(1) part 3 | 307(3)"],
    "307-1-2": ["307(1)", "307 part 2 | 307(1) part 2 | 307(2)"],
    "307¹, ³": ["307(1)", "307(3)"],
    "307 прим 1 и прим 3": ["307(1)", "307(3)"],
}


@pytest.mark.parametrize(("typed", "expected"), SEVERAL.items())
def test_several_articles_come_in_the_order_of_the_text(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


def test_the_list_in_the_codes_own_article_179_3_is_read_whole() -> None:
    written = (
        "179, 179(1), 179(2), 181, 182, 184, 184(1), 184(2) 184(3), 184(4), 185, 193, 194, 194(1), 194(5), 310 ва 402"
    )
    assert read(f"дар моддаҳои {written}") == written.replace(" ва", ",").replace(") 1", "), 1").split(", ")


NO_ARTICLE = [
    "2018",
    "соли 2019",
    "в 2024 году",
    "12.05.2019",
    "2019-05-12",
    "12/05/19",
    "14 майи соли 2025",
    "5 сол",
    "аз 5 то 10 сол",
    "189 лет",
    "5-10 лет",
    "405 человек",
    "307 000 сомонӣ",
    "Қонуни № 386",
    "№ 1359",
    "1507",
    "+992 93 307 12 34",
    "(918) 307-12-34",
    "93-307-12-34",
    "123456789012",
    "1234 5678 9012",
    "123 456 789 012",
    "3",
    "67",
    "",
    "лайк",
]


@pytest.mark.parametrize("typed", NO_ARTICLE)
def test_c9_years_dates_terms_laws_and_telephones_are_no_articles(typed: str) -> None:
    assert read(typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("соли 2019 бо моддаи 307(1) қисми 2 ба 9 сол", ["307(1) part 2"]),
        ("в 2018 году по ст 307(1) дали от 5 до 10 лет", ["307(1)"]),
        ("307 5 сол", ["307"]),
        ("307 9,5 лет", ["307"]),
        ("307(1) (2019)", ["307(1)"]),
        ("307 (5 сол) ч. 2", ["307 part 2"]),
        ("307 1-5 лет", ["307"]),
        ("моддаи 189 соли 2019", ["189"]),
        ("307(1) тел. +992 93 307 12 34", ["307(1)"]),
        ("307 2 соли 2019", ["307 part 2 | 307(2)"]),
    ],
)
def test_an_article_is_found_among_other_numbers(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "З07",
        "179(3), З07(1)",
        "3О7",
        "307l",
        "179(З)",
        "ч. З ст. 179",
        "ст. 411",
        "307(1), 411",
        "ст. 0307",
        "ст. 30711",
        "307(84)",
        "307,411",
    ],
)
def test_c12_what_looks_like_an_article_and_cannot_be_read_leaves_nothing_read(typed: str) -> None:
    assert read(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "307, не 187",
        "не 187, а 307(1)",
        "Не ст. 307",
        "не307",
        "307(1), 187 нет",
        "ст. 307, кроме ч. 2",
        "все, кроме 307(1)",
        "307(1) без ст. 187",
        "ни 187, ни 307",
        "я не знаю, 307(1)",
        "осудили с 307(1) на 187",
        "моддаи 187 нест, 307(1)",
        "307 аст ё не?",
        "на 187, балки 307(1)",
        "на моддаи 187, балки 307(1)",
        "307(1), на 187",
        "на қисми 2 моддаи 307",
        "ғайр аз 307",
        "гайр аз 307",
        "ба ғайри моддаи 307",
        "ба ҷуз 307(1)",
        "ба чуз 307(1)",
        "моддаи 187 надорад, танҳо 307(1)",
        "307, not 187",
        "all except 307(1)",
        "no 187, 307(1)",
        "307, no 187",
        "is it 187? No. 307",
        "It isn’t 187, it is 307",
        "it isnt 187, it is 307",
        "307 без\u200b ст. 187",
        "н\u200bе 307",
        "НЕ 307",
    ],
)
def test_where_something_is_denied_nothing_is_read(typed: str) -> None:
    assert read(typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("307(1) на 9 лет", ["307(1)"]),
        ("на 9,5 лет по ст. 307(1)", ["307(1)"]),
        ("на 9 с половиной лет по 307(1)", ["307(1)"]),
        ("307(1) на него", ["307(1)"]),
        ("307(1), без адвоката", ["307(1)"]),
        ("надо пересмотреть 307(1)", ["307(1)"]),
        ("307(1) намеренно", ["307(1)"]),
        ("307(1) ва ғайра", ["307(1)"]),
        ("№ 307(1)", ["307(1)"]),
        ("No. 307(1)", ["307(1)"]),
        ("No.307(1)", ["307(1)"]),
        ("Article No 307(1)", ["307(1)"]),
        ("моддаи 307(1), Нигина", ["307(1)"]),
        ("notes: 307(1)", ["307(1)"]),
    ],
)
def test_what_only_looks_like_a_negation_denies_nothing(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("３０７", ["307"]),
        ("３０７（１）", ["307(1)"]),
        ("𝟑𝟎𝟕", ["307"]),
        ("٣٠٧", []),
        ("۳۰۷", []),
        ("307(٣)", []),
        ("307٣", []),
        ("३०७", []),
    ],
)
def test_c6_only_digits_that_nfkc_makes_ascii_are_digits(typed: str, expected: list[str]) -> None:
    assert read(typed) == expected


def test_c8_a_suffix_is_text_and_no_fraction() -> None:
    assert read("307.1") == ["307(1)"]
    assert read("307.10") == ["307 part 10 | 307(10)"]
    assert read("179³") != read("1793")


@pytest.mark.parametrize("mark", list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))
def test_c10_marks_of_direction_are_passed_over(mark: str) -> None:
    assert read(f"{mark}307{mark}(1){mark}") == ["307(1)"]


@pytest.mark.parametrize("mark", list("\u200b\u200c\u200d\u2060\ufeff\u00ad"))
def test_c11_invisible_characters_are_passed_over(mark: str) -> None:
    assert read(f"м{mark}оддаи 3{mark}07{mark}¹ қис{mark}ми 2") == ["307(1) part 2"]


@pytest.mark.parametrize("part", ["қисми", "кисми", "к\u0329исми", "ќисми", "КИСМИ", "қ", "қ.", "к."])
def test_c13_tajik_letters_are_read_however_they_are_typed(part: str) -> None:
    assert read(f"моддаи 307 {part} 2") == ["307 part 2"]


@pytest.mark.parametrize("typed", ["3" + "\u0301" * 100 + "07(1)", "307(1)" + "\u0300\u0301\u0302", "\u0489" * 4000])
def test_c16_heaped_marks_leave_nothing_read(typed: str) -> None:
    assert read(typed) == []


@pytest.mark.parametrize("typed", ["307(1)\ud800", "307(1)\x00", "\udfff", "307\x07(1)", "307\x7f(1)", "307\x85(1)"])
def test_c17_broken_characters_leave_nothing_read(typed: str) -> None:
    assert read(typed) == []


@pytest.mark.parametrize("typed", ["👍🏿", "🇹🇯", "👨‍👩‍👧", "❤️", "💯", "🔢"])
def test_c18_a_sign_is_no_article(typed: str) -> None:
    assert read(typed) == []


def test_a_text_longer_than_telegram_sends_is_not_read() -> None:
    assert read("307(1) " + "а" * (LONGEST - 7)) == ["307(1)"]
    assert read("307(1) " + "а" * (LONGEST - 6)) == []


def test_the_longest_bad_texts_take_no_more_time_than_plain_ones() -> None:
    pieces = [
        "1",
        "307 ",
        "3(",
        "ч2",
        "ч.2 ",
        "м",
        "м ",
        "(1)",
        "-1",
        "307-1-",
        "1,",
        "\n ",
        "п. а, ",
        "#",
        "з",
        "^1",
        "прим ",
        "2 то ",
    ]
    begun = time.process_time()
    for piece in pieces:
        read((piece * LONGEST)[:LONGEST])
    assert time.process_time() - begun < len(pieces) * 0.25


def test_the_policys_ids_and_the_corpus_names() -> None:
    assert ArticleNumber("179", "3").article == "179(3)"
    assert ArticleNumber("307", None, "2").article == "307"
    assert str(Citation.of(ArticleNumber("307", "1", "2"))) == "criminal-code/307-1/2"
    assert str(Citation.of(ArticleNumber("307"))) == "criminal-code/307"
    assert [ArticleNumber(base).names_a_crime for base in ("13", "103", "104", "405")] == [False, False, True, True]


def test_the_code_has_57_articles_with_a_suffix() -> None:
    assert sum(map(len, SUFFIXES.values())) == 57
    assert has("307", "4")
    assert not has("307", "5")


RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def canonical(number: ArticleNumber) -> str:
    """The spelling with one reading: `ст. 307¹ ч. 2`."""
    part = f" ч. {number.part}" if number.part else ""
    return f"ст. {number.base}{(number.suffix or '').translate(RAISED)}{part}"


@pytest.mark.parametrize("base", [str(base) for base in range(1, 406)])
def test_every_article_of_the_code_is_read_back_from_its_canonical_spelling(base: str) -> None:
    for suffix in (None, *SUFFIXES.get(base, ())):
        number = ArticleNumber(base, suffix)
        assert read_articles(canonical(number)) == (Mention((number,)),)


WORDS = ["ст. ", "м.", "ч. ", "қисми ", "прим ", "п. а", "сол ", "З", "٣", "и ", "307", "179"]
ALPHABET = st.sampled_from([*"0123456789137()[]-–./,;#№^¹²³\n  ", *WORDS])
LIKELY = st.lists(ALPHABET, max_size=30).map("".join)


@given(st.one_of(st.text(), LIKELY))
@example("307(1)\ud800")
def test_reading_never_raises_and_what_is_certain_reads_the_same_again(text: str) -> None:
    mentions = read_articles(text)
    assert len(set(mentions)) == len(mentions)
    for mention in mentions:
        assert len(set(mention.readings)) == len(mention.readings) > 0
        assert all(1 <= int(each.base) <= 405 for each in mention.readings)
        if mention.certain:
            assert read_articles(canonical(mention.certain)) == (mention,)


@given(
    st.lists(st.sampled_from(list(CERTAIN)), min_size=2, max_size=4), st.sampled_from([", ", "; ", "\n", " ва ", " и "])
)
def test_in_a_list_every_article_is_read_as_it_is_alone(typed: list[str], between: str) -> None:
    assert set(read(between.join(typed))) == {CERTAIN[each] for each in typed}


@given(LIKELY)
def test_no_suffix_is_certain_unless_the_code_has_it(text: str) -> None:
    for number in filter(None, (mention.certain for mention in read_articles(text))):
        assert number.suffix is None or has(number.base, number.suffix)
