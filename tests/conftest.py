"""What tests share: a small valid content folder to spoil,
the real guide built once, a browser; and marks by folder.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.opening import open_content
from macros.places.faults import Fault
from scripts.build.building import build
from scripts.build.request import Plan
from support import CONTENT, DAY, PATIENCE, ROOT, TESTS, WORK
from support.browsing import PHONE, Visit, served

#: Folders of `tests/` whose tests need a browser, a whole site or Typst: `test --fast` leaves them out.
MARKED = ("browser", "site", "print")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="what is drawn at random, drawn many times; the bench"
    )


@pytest.fixture(scope="session")
def times(request: pytest.FixtureRequest) -> Callable[[int, int], range]:
    """How many times to draw: the first number in the test command, the second one with `--long`."""
    return lambda few, many: range(many if request.config.getoption("--long") else few)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark each test by the folder it stands in: nobody has to think of it. What takes minutes waits for
    `--long`.
    """
    if not config.getoption("--long"):
        waiting = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if item not in waiting]
        config.hook.pytest_deselected(items=waiting)
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0]
        if folder in MARKED:
            item.add_marker(folder)


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A copy of the small valid content, with the guide's own interface words."""
    folder = tmp_path / "valid"
    shutil.copytree(TESTS / "content" / "valid", folder)
    shutil.copy(CONTENT / "interface.yml", folder)
    return folder


@pytest.fixture
def rich(valid: Path) -> Path:
    """The same with every kind of page and every field filled."""
    shutil.copytree(TESTS / "content" / "rich", valid, dirs_exist_ok=True)
    return valid


@pytest.fixture
def faults() -> Callable[[Path], list[Fault]]:
    """The faults of a content folder but the reminder that translations are missing."""
    return lambda folder: [f for f in open_content(folder, DAY).faults if f.code != "P904"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide, built as `guide.py build` does, once
    for all workers: the first one builds, the others wait.
    """
    folder = (
        tmp_path_factory.getbasetemp()
        if "PYTEST_XDIST_WORKER" not in os.environ
        else tmp_path_factory.getbasetemp().parent
    )
    out = folder / "real" / "site"
    out.parent.mkdir(exist_ok=True)
    with (folder / "real.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not out.exists():
            assert build(Plan(ROOT, CONTENT, "amp", None, DAY, out, work=WORK)) == 0
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Chromium, headless, that talks to nobody but the test's own server."""
    from playwright.sync_api import sync_playwright

    quiet = [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-gpu",  # nothing is drawn in 3D: without it a process draws in software, and others wait
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site, served."""
    with served(site) as where:
        yield where


@pytest.fixture
def visit(browser, address: str) -> Iterator[Visit]:
    """A phone that keeps nothing for later: what works offline has its own tests."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    yield Visit(page, address)
    page.unroute_all(behavior="ignoreErrors")  # an answer may still be on its way
    context.close()


@pytest.fixture
def phone(browser):
    """A browser that keeps what it is given; its person reads French."""
    context = browser.new_context(viewport=PHONE, locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()
