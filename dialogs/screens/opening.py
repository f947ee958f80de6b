"""The cards around the interview: language, the honest notice, help, a code to continue from, beginning again."""

from dialogs.screen import Choice, Kind, Language, Part, Screen, text
from dialogs.screens.parts import button, card, part
from dialogs.session import Session


def language(session: Session) -> Screen:
    """Each language in its own name; before one is chosen, the card speaks all three."""
    spoken = (session.language,) if session.language else tuple(Language)
    parts = tuple(Part(Kind.PLAIN, text("choose-language", each)) for each in spoken)
    rows = tuple((Choice(f"speak:{each}", text("language-name", each)),) for each in Language)
    if session.language:
        return card(session, "language", parts, rows)
    header = Part(Kind.HEADER, text("header-languages", Language.TG))
    remarks = tuple(Part(Kind.REMARK, text(session.remark, each)) for each in Language) if session.remark else ()
    return Screen(
        "language", None, (header, *remarks, *parts), (*rows, (Choice("wipe", text("wipe-icon", Language.TG)),))
    )


def notice(session: Session) -> Screen:
    parts = (part(Kind.PLAIN, "notice"), part(Kind.PLAIN, "notice-contact"))
    return card(session, "notice", parts, ((button("begin"),), (button("enter-code"), button("privacy"))))


def privacy(session: Session) -> Screen:
    parts = [part(Kind.TITLE, "privacy-title")]
    parts += [part(Kind.PLAIN, f"privacy-{each}") for each in ("telegram", "phone", "data", "kept", "result", "us")]
    return card(session, "privacy", parts, ())


def help_(session: Session) -> Screen:
    parts = (part(Kind.TITLE, "help-title"), part(Kind.PLAIN, "help"), part(Kind.PLAIN, "help-contact"))
    rows = ((button("enter-code"), button("privacy")), (button("start-over"), button("save")))
    return card(session, "help", parts, rows if session.language and session.facts else rows[:1])


def care(session: Session) -> Screen:
    parts = (part(Kind.PLAIN, "care"), part(Kind.PLAIN, "care-contact"))
    return card(session, "care", parts, ())


def enter_code(session: Session) -> Screen:
    return card(session, "enter-code", (part(Kind.TITLE, "enter-code-title"), part(Kind.PLAIN, "enter-code")), ())


def replace(session: Session) -> Screen:
    parts = (part(Kind.TITLE, "replace-title"), part(Kind.PLAIN, "replace"))
    return card(session, "replace", parts, ((button("replace:yes"),), (button("replace:no"),)))


def start_over(session: Session) -> Screen:
    parts = (part(Kind.TITLE, "start-over-title"), part(Kind.PLAIN, "start-over"))
    return card(session, "start-over", parts, ((button("over:yes"),), (button("over:no"),)))
