"""What WCAG 2.2 adds to WCAG 2.1, criterion by criterion.

2.4.11 and 2.4.12 focus not obscured, 2.5.7 no dragging, 2.5.8 size of targets, 3.2.6 help in the same place,
3.3.7 nothing asked twice, 3.3.8 and 3.3.9 no test of memory: here. 2.4.13, how focus looks: here, and « where
the keys are is always seen » in test_access.py, where what acts is held to 44 px.
"""

from __future__ import annotations

import re

import pytest

from macros.web.scripts import published
from support import ROOT
from support.browsing import PHONE, unfold_all

PAGES = ("", "demarches/dalo/", "courriers/", "contacts/communes/13117/", "parcours/mes-delais/", "guichet/")

#: Whether nothing of the author lies over the thing that has the focus: at its corners and its middle.
_OBSCURED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  if (e === document.body || !box.width) return "";
  const inside = (n, low, high) => Math.min(Math.max(n, low), high);
  const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => [
    inside(box.left + box.width * x, 0, innerWidth - 1),
    inside(box.top + box.height * y, 0, innerHeight - 1)]);
  const isSeen = box.bottom > 0 && box.top < innerHeight;
  const hits = points.map(([x, y]) => document.elementFromPoint(x, y));
  const isFree = hits.some(hit => hit && (e.contains(hit) || hit.contains(e)));
  return isSeen && isFree ? "" : e.outerHTML.slice(0, 90);
}"""


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("path", ["", "demarches/dalo/", "demarches/violences/", "demarches/dalo/?guichet"])
def test_what_has_the_focus_is_never_hidden_under_a_bar(visit, lang, path):
    page = unfold_all(visit.go(f"{lang}/{path}"))
    hidden = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden.add(page.evaluate(_OBSCURED))
    assert hidden - {""} == set()


def test_the_ring_of_the_focus_stands_out_from_what_it_surrounds(visit):
    page = visit.go("fr/demarches/dalo/")
    page.focus(".g-act a")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    ring = page.evaluate(
        "(s => [parseFloat(s.outlineWidth), s.outlineStyle])(getComputedStyle(document.activeElement))"
    )
    assert (ring[0] >= 2, ring[1]) == (True, "solid")


@pytest.mark.parametrize("script", sorted(published(ROOT / "docs/assets")))
def test_nothing_is_dragged(script):
    text = published(ROOT / "docs/assets")[script]
    assert re.findall(r"\b(?:drag\w*|touchmove|pointermove|mousemove|ontouch\w*)\b", text) == []


#: Targets smaller than 24 px whose circle of 24 px meets another target's; links within a sentence are apart.
_TOO_SMALL = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 1);
  const isInSentence = e => {
    if (!e.matches("a, summary")) return false;
    const block = e.parentNode.closest("p, li, dd, dt, td, th, figcaption, blockquote, summary, h2, h3");
    const copy = block && block.cloneNode(true);
    for (const act of copy ? copy.querySelectorAll("a, button, summary, details") : []) act.remove();
    return Boolean(copy) && /\\p{L}{2}/u.test(copy.textContent);
  };
  const box = e => (e.closest("label") || e).getBoundingClientRect();
  const centre = b => [b.left + b.width / 2, b.top + b.height / 2];
  const small = all.filter(e => !isInSentence(e) && (box(e).width < 23.5 || box(e).height < 23.5));
  const meets = (one, other) => {
    const [x, y] = centre(box(one)), b = box(other);
    const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  return small.filter(e => all.some(o => o !== e && !o.contains(e) && !e.contains(o) && meets(e, o)))
    .map(e => e.outerHTML.slice(0, 110));
}"""


@pytest.mark.parametrize("path", [*PAGES, "cadre/glossaire/", "fiches/ma-liste/", "criteres/handicap/"])
def test_every_target_is_large_enough_or_stands_alone(visit, path):
    page = unfold_all(visit.go(f"fr/{path}"))
    assert page.evaluate(_TOO_SMALL) == []


def test_help_stands_in_the_same_place_on_every_page(visit):
    seen = set()
    for path in PAGES:
        page = visit.go(f"fr/{path}")
        seen.add(
            tuple(
                page.locator("#g-menu a, .g-footer a").evaluate_all(
                    "all => all.map(a => new URL(a.href).pathname)"
                )
            )
        )
    assert len(seen) == 1 and "/fr/contacts/" in seen.pop()


@pytest.mark.parametrize(
    ("path", "field"), [("fiches/ma-liste/", "#ma-commune"), ("courriers/", "#departement")]
)
def test_a_commune_once_told_is_not_asked_again(visit, path, field):
    page = visit.go("fr/contacts/communes/84089/")
    page.click("[data-choose] button")
    page = visit.go(f"fr/{path}")
    page.wait_for_function("field => document.querySelector(field).value.startsWith('84')", arg=field)
    assert page.input_value(field) in ("84089", "84")


def test_nobody_is_asked_to_remember_or_to_solve_anything(site):
    asking = re.compile(r'type="password"|captcha|onpaste|autocomplete="one-time-code"', re.I)
    found = [path for path in sorted((site / "fr").rglob("*.html")) if asking.search(path.read_text("utf-8"))]
    assert found == []


def twice_as_large(browser, address: str, size: dict, path: str, asked: str) -> float:
    """What a page answers to `asked` (JavaScript), its letters twice as large."""
    context = browser.new_context(viewport=size, service_workers="block")
    page = context.new_page()
    page.goto(address + path)
    large = "() => { const s = new CSSStyleSheet(); s.replaceSync('html{font-size:200%}');"
    page.evaluate(f"{large} document.adoptedStyleSheets = [s]; }}")
    answer = page.evaluate(asked)
    context.close()
    return answer


def opening_bar(browser, address: str, size: dict, path: str) -> float:
    """The share of the first screen that the bar above the page takes."""
    height = "document.querySelector('.g-header').getBoundingClientRect().height"
    return twice_as_large(browser, address, size, path, height) / size["height"]


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
@pytest.mark.parametrize("size", [PHONE, {"width": 360, "height": 640}], ids=["740", "640"])
def test_with_letters_twice_as_large_the_bar_leaves_two_thirds_of_the_screen(browser, address, lang, size):
    assert opening_bar(browser, address, size, f"{lang}/demarches/dalo/") <= 1 / 3


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
@pytest.mark.parametrize("need", ["expulsion", "impayes", "violences", "sans-abri", "peril-insalubrite"])
def test_with_letters_twice_as_large_a_number_to_call_stays_within_a_small_phone(
    browser, address, lang, need
):
    width = "document.documentElement.scrollWidth"
    assert twice_as_large(browser, address, PHONE, f"{lang}/demarches/{need}/", width) <= PHONE["width"]
