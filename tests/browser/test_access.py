"""What a person may ask of their device – larger letters, wider spacing, own
colours, no motion, no mouse – and the guide must bear. axe-core sees none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page

from scripts.measure.stage import SLOW_4G, phone
from support import PATIENCE
from support.browsing import DESK, PHONE, unfold, unfold_all

PAGES = (
    "",
    "demarches/dalo/",
    "demarches/violences/",
    "cadre/accessibilite/",
    "contacts/",
    "contacts/communes/",
    "contacts/communes/13117/",
    "guichet/enregistrer/",
    "parcours/ma-situation/",
    "parcours/mes-plafonds/",
    "parcours/mes-delais/",
    "fiches/ma-liste/",
    "demarches/dalo/?guichet",
    "cadre/glossaire/",
    "courriers/",
    "recherche/?q=dalo",
)
TWICE_AS_LARGE = "html{font-size:200%!important}"
#: WCAG 2.2, success criterion 1.4.12.
WIDE_SPACING = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-block-end:2em!important}"
)
#: A style of the reader's own: the policy of our pages refuses one written in them, not this.
ADOPT = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
ZOOM = {"width": 640, "height": 450}


@contextmanager
def opened(browser, **wishes) -> Iterator[Page]:
    context = browser.new_context(service_workers="block", **wishes)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def overflow(page: Page, address: str, style: str) -> dict[str, int]:
    """The pages that grow wider than the screen, and by how many pixels, all that is folded being open."""
    found = {}
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(ADOPT, style)
        unfold_all(page)
        found[path] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return {path: wide for path, wide in found.items() if wide > 0}


@pytest.mark.parametrize(
    ("viewport", "style"),
    [(PHONE, TWICE_AS_LARGE), (DESK, TWICE_AS_LARGE), (ZOOM, ""), (PHONE, WIDE_SPACING)],
    ids=["letters-360", "letters-1280", "zoom-1280", "spacing-360"],
)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_twice_as_large_or_widely_spaced_nothing_leaves_the_screen(browser, address, lang, viewport, style):
    with opened(browser, viewport=viewport) as page:
        assert overflow(page, f"{address}{lang}/", style) == {}


def border(page: Page, selector: str) -> str:
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).borderBottomColor")


def test_in_forced_colours_the_language_read_is_told_apart(browser, address):
    with opened(browser, viewport=PHONE, forced_colors="active") as page:
        page.goto(f"{address}fr/")
        assert border(page, ".g-languages a[aria-current]") != border(
            page, ".g-languages a:not([aria-current])"
        )


def test_in_forced_colours_what_can_be_pressed_has_a_border(browser, address):
    with opened(browser, viewport=PHONE, forced_colors="active") as page:
        page.goto(f"{address}fr/demarches/dalo/")
        widths = page.evaluate(
            "[...document.querySelectorAll('main :is(.g-button,.g-call,.g-chapter > summary)')].map(e => "
            "parseFloat(getComputedStyle(e).borderTopWidth))"
        )
    assert widths and min(widths) >= 1


@pytest.mark.parametrize("path", ["", "parcours/ma-situation/", "demarches/dalo/?guichet"])
def test_whoever_wants_no_motion_sees_none(browser, address, path):
    with opened(browser, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto(f"{address}fr/{path}")
        moving = page.evaluate("""[...document.querySelectorAll('*')].filter(e => {
            const s = getComputedStyle(e);
            const lasts = parseFloat(s.transitionDuration) || parseFloat(s.animationDuration);
            return lasts || s.scrollBehavior === 'smooth';
        }).length""")
    assert moving == 0


def focused(page: Page, script: str) -> object:
    return page.evaluate(f"(e => {script})(document.activeElement)")


def test_the_first_key_offers_to_skip_to_the_page(visit):
    page = visit.go("fr/demarches/dalo/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page, "e.id") == "contenu"


def test_the_menu_is_walked_by_keys(visit):
    page = visit.go("ar/")
    page.focus("[data-menu]")
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if focused(page, "!!e.closest('#g-menu')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/demarches/")


def test_escape_closes_the_menu_and_goes_back_to_its_button(visit):
    page = visit.go("fr/")
    page.focus("[data-menu]")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert (page.is_visible("#g-menu"), focused(page, "'menu' in e.dataset")) == (False, True)


def test_results_are_walked_by_arrows_and_opened_by_enter(visit):
    page = visit.go("fr/")
    page.focus("[data-open-search]")
    page.keyboard.press("Enter")
    page.keyboard.type("renouveler")
    page.wait_for_selector("#g-search .g-results a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/demarches/renouveler-demande/")


@pytest.mark.parametrize(
    ("lang", "query", "said"),
    [("fr", "115", "résultat"), ("fr", "zzzzzz", "Aucun résultat"), ("en", "115", "result")],
)
def test_how_many_results_there_are_is_announced(visit, lang, query, said):
    page = visit.go(f"{lang}/recherche/?q={query}")
    page.wait_for_selector("#resultats a")
    assert said in page.locator("[role=status]:visible").inner_text()


@pytest.mark.parametrize("path", ["", "demarches/dalo/", "parcours/ma-situation/", "fiches/ma-liste/"])
def test_where_the_keys_are_is_always_seen(visit, path):
    page = visit.go(f"fr/{path}")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        unseen += focused(
            page,
            "e === document.body || getComputedStyle(e).outlineStyle !== 'none' && "
            "parseFloat(getComputedStyle(e).outlineWidth) >= 2 ? [] : [e.outerHTML.slice(0, 80)]",
        )
    assert unseen == []


#: What a finger presses.
ACTS = (
    "button, .g-button, .g-call, .g-tool, .g-answer, .g-tick, nav a, .g-fold > summary, select, "
    "input:not([type=checkbox], [type=radio])"
)


@pytest.mark.parametrize("path", PAGES)
def test_what_acts_is_as_large_as_a_finger(visit, path):
    page = visit.go(f"fr/{path}")
    small = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, box]) => Math.min(box.width, box.height) < 43.5).map(([html]) => html)""",
        ACTS,
    )
    assert small == []


def test_a_box_is_ticked_by_the_space_bar(visit):
    page = visit.go("fr/demarches/dalo/")
    unfold(page)
    page.focus("[data-tick]")
    page.keyboard.press("Space")
    assert page.locator("[data-tick]").first.is_checked()


def test_a_decision_aid_is_walked_by_keys(visit):
    page = visit.go("ar/parcours/dalo-possible/")
    first = page.locator(".g-now h2").inner_text()
    page.locator(".g-now .g-answer").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelector('.g-now h2')?.innerText !== before", arg=first)
    assert focused(page, "!!e.closest('.g-now, .g-outcome')")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "demarches/dalo/",
        "parcours/ma-situation/",
        "parcours/suis-je-prioritaire/",
        "parcours/mes-plafonds/",
        "parcours/mes-delais/",
        "recherche/?q=dalo",
    ],
)
def test_nothing_moves_under_the_finger_while_a_page_opens(browser, address, path):
    with phone(browser, cpu=4, network=SLOW_4G) as (page, _):
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { moved "
            "+= e.value; })).observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{address}fr/{path}", wait_until="networkidle")
        assert page.evaluate("moved") < 0.01
