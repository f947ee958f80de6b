"""Between an article's number and its words stand its title and its history, on lines of their own or not."""

from knowledge.acts import marks
from knowledge.acts.act import Amendment
from knowledge.acts.contents import Article
from knowledge.acts.headings import glued_part
from knowledge.acts.paragraphs import Paragraph
from knowledge.acts.units import is_first_part


def title_and_body(each: Article) -> tuple[str, list[Paragraph]]:
    """The title is what stands on the heading's line; a first part may be glued to it.

    Where only words tell, a row without a full stop above part 1 is the title's rest: «… Ҷумҳурии», «Тоҷикистон».
    """
    rest, rows = each.heading.rest, each.paragraphs
    cut = glued_part(rest)
    if cut is not None:
        return rest[:cut].strip(), [Paragraph(rest[cut:].strip(), each.heading.page), *rows]
    if rest and rows[1:] and rows[0].is_guessed and _is_title(rows[0].text) and is_first_part(rows[1].text):
        return f"{rest} {rows[0].text}", rows[1:]
    return rest, rows


def _is_title(text: str) -> bool:
    return marks.without_marks(text).text[-1:].isalpha() and not is_first_part(text)


def history_first(rows: list[Paragraph]) -> tuple[list[Amendment], int, list[Paragraph]]:
    """Lines that hold nothing but the history of the article, between its title and its words; and their slips."""
    history, slips = list[Amendment](), 0
    for place, row in enumerate(rows):
        told = marks.without_marks(row.text)
        if not told.is_only_history:
            return history, slips, rows[place:]
        history += told.amendments
        slips += told.slips + told.unread
    return history, slips, []
