"""The Fluent files of one language, and the comparison that keeps the three languages equal."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dialogs.screen import Language


class MissingWords(Exception):
    """A key or a variable is not the same in all languages, or a file cannot be read; the program does not start."""


def read_texts(folder: Path) -> str:
    """All files of a language as one. Raise MissingWords where a line is not Fluent or a key stands twice."""
    files = sorted(folder.glob("*.ftl"))
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    entries = FluentParser().parse(source).body
    if junk := [entry.content for entry in entries if isinstance(entry, ast.Junk)]:
        raise MissingWords(f"{folder.name}: not Fluent: {str(junk[0])[:60]!r}")
    names = [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise MissingWords(f"{folder.name}: given twice: {', '.join(twice)}")
    if not names:
        raise MissingWords(f"{folder.name}: no texts in {folder}")
    return source


def bundle(language: Language, source: str) -> FluentBundle:
    """Without isolating marks: U+2068 and U+2069 show as boxes on old phones."""
    made = FluentBundle([language.value], use_isolating=False)
    made.add_resource(FluentResource(source))
    return made


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the visitor's naming
        self.names.add(node.id.name)


def keys(source: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Every key, `name` or `name.attribute`, with the variables it uses."""
    for name, pattern in _patterns(source):
        yield name, _variables(pattern)


def _patterns(source: str) -> Iterator[tuple[str, ast.Pattern]]:
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message):
            name = entry.id.name
            if entry.value is not None:
                yield name, entry.value
            for attribute in entry.attributes:
                yield f"{name}.{attribute.id.name}", attribute.value


def _says_nothing(pattern: ast.Pattern) -> bool:
    """Only blanks, which Fluent keeps when they are written `{ "" }`."""
    written = [each.expression if isinstance(each, ast.Placeable) else each for each in pattern.elements]
    return all(isinstance(each, ast.TextElement | ast.StringLiteral) and not each.value.strip() for each in written)


def _variables(pattern: ast.Pattern) -> frozenset[str]:
    seen = _Variables()
    seen.visit(pattern)
    return frozenset(seen.names)


def compare(sources: Mapping[Language, str]) -> None:
    """Raise MissingWords naming every key that a language lacks or leaves empty, and every variable that differs."""
    tables = {language: dict(keys(source)) for language, source in sources.items()}
    everywhere = set().union(*tables.values())
    problems = [
        f"{language}: missing: {key}" for language, table in tables.items() for key in sorted(everywhere - set(table))
    ]
    problems += [
        f"{language}: empty: {key}"
        for language, source in sources.items()
        for key, pattern in _patterns(source)
        if _says_nothing(pattern)
    ]
    shared = sorted(set.intersection(*map(set, tables.values())))
    problems += [f"variables differ: {key}" for key in shared if len({table[key] for table in tables.values()}) > 1]
    if problems:
        raise MissingWords("; ".join(problems))
