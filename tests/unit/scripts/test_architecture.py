"""The house as the imports draw it: the page is in step, and its limits hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.dev.architecture import Figures, circles, figures, imports, layers, page, rooms
from support import ROOT

#: Drawing the house reads all of the code: one process does it, once.
pytestmark = pytest.mark.xdist_group("architecture")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two packages: web knows speech, speech knows model, the command knows web."""
    files = {
        "macros/__init__.py": "",
        "macros/model/__init__.py": '"""Shapes.\n\nMore of it."""\n',
        "macros/model/pages.py": "",
        "macros/speech/__init__.py": '"""How it sounds."""\n',
        "macros/speech/spans.py": "from ..model.pages import Page\n",
        "macros/web/__init__.py": '"""Pages."""\n',
        "macros/web/html.py": "from ..model import pages\nfrom ..speech.spans import plain\n",
        "scripts/__init__.py": "",
        "scripts/guide.py": "def main():\n    import macros.web.html\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def ours() -> Figures:
    """The house itself: drawing it reads all of the code."""
    return figures(ROOT)


def test_an_import_is_an_arrow_between_folders(house):
    assert rooms(house)["macros.web"].knows == {"macros.model", "macros.speech"}


def test_an_import_inside_a_function_is_one_too(house):
    assert rooms(house)["scripts"].knows == {"macros.web"}


def test_modules_of_one_folder_draw_no_arrow(house):
    (house / "macros" / "model" / "pages.py").write_text("from .fields import Id\n", encoding="utf-8")
    (house / "macros" / "model" / "fields.py").write_text("", encoding="utf-8")
    assert rooms(house)["macros.model"].knows == frozenset()


def test_a_module_taken_from_its_package_does_not_make_the_package_known(house):
    assert imports(house)["macros.web.html"] == {"macros.model.pages", "macros.speech.spans"}


def test_what_a_room_is_for_is_the_first_paragraph_of_its_docstring(house):
    assert rooms(house)["macros.model"].purpose == "Shapes."


def test_a_room_stands_above_the_highest_that_it_knows():
    assert layers({"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset()}) == {"a": 3, "b": 2, "c": 1}


def test_rooms_that_know_each_other_are_a_circle():
    graph = {"a": frozenset("b"), "b": frozenset("a"), "c": frozenset("a")}
    assert circles(graph) == [frozenset("ab")]


def test_an_arrow_of_a_circle_of_rooms_is_upward(house):
    (house / "macros" / "model" / "pages.py").write_text("from ..web import html\n", encoding="utf-8")
    assert figures(house).upward > 0


def test_the_page_draws_no_arrow_that_a_longer_way_says(house):
    assert "macros_web --> macros_model" not in page(house)


def test_the_page_is_in_step_with_the_code():
    """Otherwise: `python3 scripts/guide.py architecture`."""
    assert (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8") == page(ROOT)


def test_the_house_has_at_most_twenty_rooms(ours):
    assert ours.rooms <= 20


def test_the_house_has_at_most_eight_layers(ours):
    assert ours.layers <= 8


def test_the_house_has_at_most_sixty_five_arrows(ours):
    assert ours.arrows <= 65


def test_no_arrow_goes_up(ours):
    assert ours.upward == 0


def test_no_module_imports_itself_by_way_of_others():
    assert circles(imports(ROOT)) == []
