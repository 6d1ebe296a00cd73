"""What tests of the command line share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.build import publishing


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """The locks of editions that a test began and did not publish."""
    yield
    for edition in list(publishing._claims):
        publishing._release(edition)
