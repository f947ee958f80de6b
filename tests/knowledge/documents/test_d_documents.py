"""Table D: uploaded documents. Whatever a file does, a reason is told, and the next file is read."""

import shutil
from typing import Any

import pytest

from knowledge.documents.document import Accept, Document, DocumentRefused
from knowledge.documents.read import read_document
from knowledge.documents.sandbox import PATH
from tests.bad_inputs.table import rows
from tests.knowledge.documents import made

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("row", rows("d_documents"))
def test_a_document_is_read_as_expected_or_refused_with_its_reason(row: Any) -> None:
    if "needs" in row and not shutil.which(row["needs"], path=PATH):
        pytest.skip(f"this computer has no {row['needs']}")
    content = getattr(made, row["make"])(*([row["with"]] if "with" in row else []))
    accept = frozenset(Accept(each) for each in row.get("accept", []))
    if "refused" in row["expect"]:
        with pytest.raises(DocumentRefused) as refused:
            read_document(content, row["name"], accept=accept)
        assert (refused.value.why, row["expect"].get("told", "") in refused.value.told) == (
            row["expect"]["refused"],
            True,
        )
        assert [line.text for line in read_document(made.txt(), "good.txt").lines] == list(made.ARTICLE)
    else:
        _check(read_document(content, row["name"], accept=accept), row["expect"])


def _check(document: Document, expected: Any) -> None:
    texts = [line.text for line in document.lines]
    if "lines" in expected or "article" in expected:
        assert texts == expected.get("lines", list(made.ARTICLE))
    if "line" in expected:
        assert expected["line"] in texts
    if "never" in expected:
        assert expected["never"] not in "\n".join(texts)
    if expected.get("remark") == "none":
        assert document.remarks == ()
    elif "remark" in expected:
        told = next(remark for remark in document.remarks if remark.what == expected["remark"])
        assert expected.get("told", "") in told.told
        assert expected.get("pages", "") in ", ".join(map(str, told.pages))
