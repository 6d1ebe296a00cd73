"""The policy that hosts announce holds on every kind of page: nothing of ours is refused, all else is."""

from __future__ import annotations

import pytest

from macros.export.hosting import POLICY
from support.browsing import DESK
from support.keeping import keep, until

#: A page of each kind, by its address.
KINDS = (
    "",
    "404.html",
    "15/",
    "fr/",
    "fr/404.html",
    "fr/demarches/dalo/",
    "fr/demarches/violences/",
    "fr/parcours/",
    "fr/contacts/",
    "fr/contacts/communes/",
    "fr/criteres/handicap/",
    "fr/faits/",
    "fr/cadre/",
    "fr/fiches/",
    "fr/guichet/",
    "fr/guichet/?guichet",
    "fr/recherche/?q=dalo",
    "fr/hors-ligne/",
    "ar/demarches/dalo/?guichet",
)

#: Notes each refusal, before any script of the page runs.
_LISTEN = """addEventListener("securitypolicyviolation", (event) => {
  (window.refused = window.refused || []).push(`${event.violatedDirective} ${event.blockedURI}`);
});"""


@pytest.fixture
def watched(visit):
    """A visit that notes what the browser refuses."""
    visit.page.add_init_script(_LISTEN)
    return visit


def refused(page) -> list[str]:
    return page.evaluate("window.refused || []")


@pytest.mark.parametrize("path", KINDS)
def test_no_page_asks_for_what_the_policy_refuses(watched, path):
    page = watched.go(path)
    page.wait_for_load_state("networkidle")
    said = [line for line in watched.wrong if "404" not in line]
    assert (refused(page), said) == ([], [])


def test_the_search_fetches_its_scripts_under_the_policy(watched):
    page = watched.go("fr/")
    page.fill("[data-search] input", "dalo")
    page.wait_for_selector(".g-results a")
    assert refused(page) == []


def test_without_scripts_the_search_leads_to_its_page(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fr/")
    page.fill("[data-search] input", "dalo")
    page.press("[data-search] input", "Enter")
    page.wait_for_url(f"{address}fr/recherche/**")
    context.close()


def test_counter_mode_reads_the_french_page_in_its_frame(watched):
    watched.page.set_viewport_size(DESK)
    page = watched.go("ar/demarches/dalo/?guichet")
    page.wait_for_selector(".g-paired", state="attached")
    assert refused(page) == []


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        ("document.body.innerHTML = '<img src=x onerror=harm()>'", "require-trusted-types-for"),
        ("document.createElement('script').text = 'harm()'", "require-trusted-types-for"),
        ("document.createElement('script').src = '/fr/assets/js/first.js'", "require-trusted-types-for"),
        ("document.createElement('iframe').srcdoc = '<script>harm()</script>'", "require-trusted-types-for"),
        ("trustedTypes.createPolicy('other', {})", "trusted-types"),
        ("document.body.setAttribute('style', 'display:none')", "style-src-attr"),
        ("document.body.append(Guide.dom.make('style', {}, 'body{display:none}'))", "style-src-elem"),
        ("document.body.append(Guide.dom.make('img', {src: 'https://exemple.fr/x.png'}))", "img-src"),
        ("document.body.append(Guide.dom.make('iframe', {src: 'https://exemple.fr/'}))", "frame-src"),
        ("document.head.append(Guide.dom.make('base', {href: 'https://exemple.fr/'}))", "base-uri"),
        ("fetch('https://exemple.fr/').catch(() => 0)", "connect-src"),
    ],
)
def test_what_is_not_ours_is_refused(watched, attempt, directive):
    page = watched.go("fr/")
    page.evaluate(f"() => {{ try {{ {attempt} }} catch (_error) {{}} }}")
    page.wait_for_function("window.refused")
    assert [line.split()[0] for line in refused(page)][:1] == [directive]


@pytest.mark.parametrize(
    "written", ["<script>harmed = 1</script>", "<p onclick='harmed = 1'>", "<b style='color:red'>"]
)
@pytest.mark.parametrize("path", ["fr/demarches/dalo/", "index.html", "404.html"])
def test_what_is_written_in_a_page_does_not_run(watched, path, written):
    def spoilt(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{written}</main>"))

    watched.page.route("**/" + path, spoilt)
    page = watched.go(path)
    page.evaluate("for (const p of document.querySelectorAll('p')) p.click()")
    assert {line.split()[1] for line in refused(page)} == {"inline"}
    assert page.evaluate("typeof harmed") == "undefined"


@pytest.mark.parametrize(
    "given",
    ["https://exemple.fr/a.js", "../../x.js", "data:text/javascript,1", "assets/../../x.js", "assets/x.js?y"],
)
def test_the_only_policy_lets_nothing_through_but_our_scripts(visit, given):
    page = visit.go("fr/demarches/dalo/")
    told = page.evaluate(
        "given => { try { return String(Guide.program(given)); } catch (error) { return error.name; } }",
        given,
    )
    assert told == "TypeError"


def test_what_a_phone_keeps_is_under_the_policy_too(browser, address):
    context = browser.new_context()
    page = context.new_page()
    keep(page, address)
    until(page, "navigator.serviceWorker.controller !== null")
    answer = page.goto(f"{address}fr/demarches/dalo/")
    assert (answer.from_service_worker, answer.headers["content-security-policy"]) == (True, POLICY)
    context.close()
