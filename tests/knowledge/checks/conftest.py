from pathlib import Path

import pytest

from tests.knowledge.checks.copied import Copy, copied


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copied(tmp_path)
