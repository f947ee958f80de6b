"""HTML: what a reader sees in the body, block by block. Nothing is fetched, followed or run."""

import re
from dataclasses import dataclass, field

from lxml import etree, html

from knowledge.documents.charset import decoded
from knowledge.documents.document import DocumentRefused, Refusal, Remark, RemarkKind
from knowledge.documents.extract import Extract, lines_of
from knowledge.documents.styling import Unseen, unseen_in
from knowledge.documents.txt import charset_remarks

MOST_LEVELS = 500
PREVIEW = 200
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|header|hr|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_NEVER_SEEN = re.compile(
    r"applet|audio|base|button|canvas|datalist|embed|frame|frameset|head|iframe|input|link|map|math|meta|noembed|noframes"
    r"|noscript|object|optgroup|option|param|script|select|source|style|svg|template|textarea|title|track|video"
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")


def extract(content: bytes) -> Extract:
    """Raise DocumentRefused."""
    text, charset = decoded(content)
    root = _parsed(text)
    body = root.find(".//body")
    page = _Page(unseen_in(style.text or "" for style in root.iter("style")))
    if body is not None:
        page.read(body)
    hidden = " ".join("".join(page.hidden).split())
    told = (Remark(RemarkKind.HIDDEN_LEFT_OUT, told=hidden[:PREVIEW]),) if hidden else ()
    return Extract(tuple(lines_of(["".join(page.seen)])), 1, (*charset_remarks(charset), *told))


def _parsed(text: str) -> html.HtmlElement:
    """The parser mends what it can; where it gives up, half a text would be left."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text, count=1).encode(errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise DocumentRefused(Refusal.BROKEN, "HTML") from None
    if any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log):
        raise DocumentRefused(Refusal.UNPACKS_TOO_LARGE, "HTML")
    return root


@dataclass(slots=True)
class _Page:
    """`outs`: for each element that is open, where its words go."""

    unseen: Unseen
    seen: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    outs: list[list[str]] = field(default_factory=list)

    def read(self, body: html.HtmlElement) -> None:
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element)
            elif self._begin(element):
                walk.skip_subtree()

    def _begin(self, element: html.HtmlElement) -> bool:
        """Whether all of it is read with that."""
        if len(self.outs) > MOST_LEVELS:
            raise DocumentRefused(Refusal.UNPACKS_TOO_LARGE, "HTML")
        out = self.outs[-1] if self.outs else self.seen
        self.outs.append(self.hidden if self.unseen.hides(element) else out)
        if _NEVER_SEEN.fullmatch(element.tag):
            return True
        digits = "".join(element.itertext()).strip() if element.tag == "sup" else ""
        self._write(_edge(element), f"^{digits}" if digits.isdecimal() else _flowing(element.text, element))
        return digits.isdecimal()

    def _end(self, element: html.HtmlElement) -> None:
        self._write(_edge(element))
        self.outs.pop()
        if self.outs:
            self._write(_flowing(element.tail, element.getparent()))

    def _write(self, *texts: str) -> None:
        self.outs[-1].extend(texts)


def _edge(element: html.HtmlElement) -> str:
    return "\n" if _BLOCKS.fullmatch(element.tag) else ""


def _flowing(text: str | None, around: html.HtmlElement | None) -> str:
    """Only `pre` keeps its line ends."""
    if around is not None and around.tag == "pre":
        return text or ""
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")
