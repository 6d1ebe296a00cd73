"""Paper and screen read the same tokens: a colour changed in `tokens.css` is the colour that is printed."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from macros.look.tokens import tokens
from macros.print import compiling
from macros.print.compiling import new_compiler, paper_tokens, recipe, render
from support import ROOT
from support.made import DAY, data_of, made_guide

RED = (255, 0, 0)


def paper() -> dict:
    """What a sheet says."""
    return data_of(made_guide())


def colours(pdf: bytes) -> set[tuple[int, int, int]]:
    """The colours of the first page of a paper."""
    page = pypdfium2.PdfDocument(pdf)[0]
    return {colour for _, colour in page.render(scale=2).to_pil().convert("RGB").getcolors(1 << 22)}


@pytest.mark.parametrize("name", ["ink", "sheet-soft", "sheet-sand"])
def test_a_colour_of_the_tokens_is_printed(monkeypatch, name):
    monkeypatch.setattr(compiling, "tokens", lambda: {**tokens(), name: "#ff0000"})
    assert RED in colours(render(new_compiler(), paper(), DAY).pdf)


def test_nothing_is_printed_in_another_colour():
    assert RED not in colours(render(new_compiler(), paper(), DAY).pdf)


def test_what_typst_asks_for_is_a_token():
    typst = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "macros/print/typst").glob("*.typ"))
    asked = set(re.findall(r'colour\("([\w-]+)"\)', typst))
    assert asked and asked <= set(tokens())


def test_a_paper_is_made_anew_when_a_colour_changes(monkeypatch, tmp_path):
    before = recipe()
    changed = tmp_path / "tokens.css"
    changed.write_text("--ink: #f00;", encoding="utf-8")
    monkeypatch.setattr(compiling, "TOKENS", changed)
    recipe.cache_clear()
    after = recipe()
    recipe.cache_clear()
    assert after != before


def test_tokens_reach_typst_by_name():
    assert f'"ink": "{tokens()["ink"]}"' in paper_tokens()
