"""A letter to send, made on a phone: whole in French, read in Arabic, and nothing leaves the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

DALO = "lettres/contester-dalo/"
#: What a script hides in a name, and what a replacement could take for a pattern.
EVIL = "<img src=x onerror=alert(1)> $& 100 %"


def fill(page: Page) -> None:
    page.select_option("#champ-recours", "logement")
    page.fill("#champ-recue-le", "2026-11-05")
    page.fill("#champ-dossier", "٠١٣٢٠٢٦")
    page.check("input[name=preuves]")
    page.select_option("#champ-_to", "commission-dalo-13")
    page.fill("#champ-nom", f"Amina {EVIL}")
    page.fill("#champ-adresse", "12 rue de Rome")
    page.fill("#champ-ville", "13001 Marseille")


def copied(page: Page) -> str:
    """What « Copier la lettre » hands to the device."""
    page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', "
        "{ value: { writeText: async (text) => { window.copied = text; } } })"
    )
    page.click("[data-copy]")
    page.wait_for_function("window.copied")
    return page.evaluate("window.copied")


def test_the_letter_read_in_arabic_is_copied_whole_in_french(visit):
    page = visit.go(f"ar/{DALO}")
    fill(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    text = copied(page)
    assert text.startswith(f"Amina {EVIL}\n12 rue de Rome\n13001 Marseille\n\nAu président de la commission")
    assert "\n13271 Marseille Cedex 8\n" in text and "À Marseille, le " in text
    assert "– dossier n° 0132026\n" in text
    assert "J’ai demandé un logement (DALO) à la commission de médiation" in text
    assert "connue le 5 novembre 2026" in text and "Sans réponse dans les 2 mois" in text
    assert "J’apporte de nouvelles preuves" in text and "papier manquant" not in text
    assert "…………" not in text and not any("\u0600" <= sign <= "\u06ff" for sign in text)
    assert (asked, visit.foreign, visit.wrong) == ([], [], [])


def test_the_same_is_read_in_arabic_beside_it(visit):
    page = visit.go(f"ar/{DALO}")
    fill(page)
    own = page.locator("[data-letter] .g-letter-own", has_text="05/11/2026")
    expect(own).to_be_visible()
    expect(page.locator("[data-letter] img")).to_have_count(0)


def test_the_last_day_to_send_it_is_worked_out(visit):
    page = visit.go(f"fr/{DALO}")
    page.fill("#champ-recue-le", "2026-11-05")
    expect(page.locator("[data-until]")).to_contain_text("Vous avez jusqu’au mardi 5 janvier 2027.")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/02/2026", "n’existe pas"),
        ("٣١/٠٢/٢٠٢٦", "n’existe pas"),
        ("1/1/26", "quatre chiffres"),
        ("2099-01-01", "pas encore"),
    ],
)
def test_an_impossible_day_is_refused_in_words(visit, typed, told):
    page = visit.go(f"fr/{DALO}")
    page.locator("#champ-recue-le").evaluate("(field) => { field.type = 'text'; }")
    page.fill("#champ-recue-le", typed)
    expect(page.locator("#faute-recue-le")).to_contain_text(told)
    expect(page.locator("[data-until]")).to_be_empty()


def test_what_is_left_to_fill_is_named(visit):
    page = visit.go(f"fr/{DALO}")
    page.fill("#champ-nom", "Amina")
    copied(page)
    expect(page.locator("[data-left]")).to_contain_text("Code postal et ville")
    expect(page.locator("[data-left]")).not_to_contain_text("Votre prénom")


def test_a_name_in_other_letters_is_told(visit):
    page = visit.go(f"ar/{DALO}")
    page.fill("#champ-nom", "آمنة")
    expect(page.locator("#faute-nom")).not_to_be_empty()


def test_what_was_written_is_wiped_and_nothing_is_kept(visit):
    page = visit.go(f"fr/{DALO}")
    fill(page)
    page.click("[data-clear]")
    expect(page.locator("[data-letter]")).not_to_contain_text("Amina")
    assert page.input_value("#champ-nom") == ""
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"


def test_only_the_letter_is_printed(visit):
    page = visit.go(f"ar/{DALO}")
    fill(page)
    page.emulate_media(media="print")
    expect(page.locator("[data-letter] [data-line]").first).to_be_visible()
    for hidden in ("h1", "[data-letter-form]", ".g-header", ".g-footer", ".g-print-only", "[data-copy]"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".g-letter-own").nth(1)).to_be_hidden()
    page.emulate_media(media="screen")
    page.check("[data-both]")
    page.emulate_media(media="print")
    expect(page.locator(".g-letter-own").nth(1)).to_be_visible()


def test_without_a_script_the_letter_is_a_model_to_copy_by_hand(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fr/{DALO}")
    expect(page.locator("[data-letter]")).to_contain_text("Un refus doit être motivé")
    expect(page.locator("[data-letter]")).to_contain_text("À écrire seulement dans ce cas")
    expect(page.locator("[data-letter-form]")).to_be_hidden()
    context.close()


def test_a_decision_leads_to_the_letter_that_contests_it(visit):
    page = visit.go("fr/demarches/dalo/")
    assert page.locator('a[href$="lettres/contester-dalo/"]').count()
