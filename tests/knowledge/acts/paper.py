"""A page in a small notation: `# ` stands before a large line, `  ` before an indented one, `---` between pages."""

from knowledge.acts.act import Act
from knowledge.acts.recognise import recognise
from knowledge.documents.document import Line

ACT = "law-of-tests"


def laid_out(page: str) -> list[Line]:
    """As from a PDF whose letters and margins tell what a line is."""
    return [
        Line(line.removeprefix("# ").strip(), number, large=line.startswith("# "), begins=line.startswith(("# ", "  ")))
        for number, line in _numbered(page)
    ]


def flat(page: str) -> list[Line]:
    """As from a plain text of the same pages."""
    return [Line(line.text, line.page) for line in laid_out(page)]


def _numbered(page: str) -> list[tuple[int, str]]:
    pages = page.strip("\n").split("\n---\n")
    return [(number, line) for number, text in enumerate(pages, 1) for line in text.split("\n")]


MODES = {"laid out": laid_out, "flat": flat}


def read(page: str, mode: str = "laid out", *, place_flattened: bool = False, act: str = ACT) -> Act:
    return recognise(MODES[mode](page), act, place_flattened=place_flattened)


def texts(act: Act) -> dict[str, str]:
    """`{"13/1": "…"}`: the words by the citation's segments below the act."""
    return {str(each.citation).removeprefix(f"{act.name}/"): each.text for each in act.wordings}


def titles(act: Act) -> dict[str, str]:
    return {str(each.citation).removeprefix(f"{act.name}/"): each.title for each in act.articles()}


def history(act: Act, address: str) -> list[str]:
    """`["2025-05-14 2169"]`."""
    found = next(each for each in act.wordings if str(each.citation) == f"{act.name}/{address}")
    return [f"{each.day} {each.law}" for each in found.amendments]


def doubts(act: Act) -> dict[str, str]:
    return {str(each.citation).removeprefix(f"{act.name}/"): each.why.value for each in act.doubts}
