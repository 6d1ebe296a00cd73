"""What the page of a commune says, and what lists tell a script of whom each line is for."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest

from macros.search.index import search_index
from macros.speech.addresses import address
from macros.views.communes import town_hall
from macros.web.pages import references, render
from macros.web.places import places_script
from macros.web.staging import stub_path, stubs, titles
from support.guides import real

SITE = {"languages": ["fr", "ar"], "papers": {}, "base_url": ""}


def page(insee: str, lang: str = "fr") -> str:
    return render(real(lang), f"commune:{insee}", SITE)


def first_part(html: str) -> str:
    """Where to deposit an application."""
    return html[html.index('id="deposer"') : html.index("</section>")]


def test_every_commune_has_a_page_in_every_language_under_the_list():
    for lang in ("fr", "en", "ar"):
        guide = real(lang)
        found = [r for r in references(guide.content, lang) if r.startswith("commune:")]
        assert (len(found), stub_path("commune:13117", guide)) == (92, "contacts/communes/13117.md")
        assert titles(guide)["contacts/communes/13117/"] == "Vitrolles"


def test_a_commune_is_described_in_the_language_of_its_page():
    assert "Vitrolles : où déposer".replace(" :", "\u00a0:") in stubs(real())["contacts/communes/13117.md"]
    assert "أين تقدّم" in stubs(real("ar"))["contacts/communes/13117.md"]


def test_a_town_hall_is_rung_and_found_on_the_map_and_its_address_is_copied():
    part = first_part(page("13117"))
    assert 'href="tel:+33442779000"' in part
    assert (
        'href="geo:0,0?q=Place%20de%20Provence%2C%20H%C3%B4tel%20de%20Ville%2C%2013127%20Vitrolles"' in part
    )
    assert 'data-copy="Place de Provence, Hôtel de Ville, 13127 Vitrolles"' in part
    assert "BP 30102" not in part


def test_a_number_that_nobody_confirmed_says_its_year_and_what_to_do_never_an_alarm():
    part = first_part(page("13117"))
    assert "Numéro vu en 2015." in part and "confirmer" not in part


def test_a_box_of_the_post_office_is_no_place_to_go():
    part = first_part(page("13109"))
    assert "Appelez pour savoir où venir" in part and "geo:" not in part and "CS 50080" not in part


def test_a_counter_of_its_own_takes_the_place_of_the_town_hall():
    part = first_part(page("13055"))
    assert "Espace Accompagnement Habitat" in part and "Elle n’enregistre pas" not in part


def test_where_nothing_is_known_the_page_still_says_what_to_do():
    there = render(real(territory="nca"), "commune:06006", SITE)
    assert "Allez à la mairie" in first_part(there) and "tel:+33" not in first_part(there)


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_search_leads_to_the_page_of_a_commune_and_tells_its_counter(lang):
    docs = {doc["location"]: doc for doc in search_index(real(lang))["docs"]}
    assert docs["contacts/communes/13117/"]["title"] == "Vitrolles"


def test_the_address_of_a_commune_is_a_page():
    assert address("commune:13117", real().content) == "contacts/communes/13117/"


def test_scripts_know_each_commune_by_all_its_names_and_its_number():
    name, _, told = places_script(real()).partition("=")
    communes = json.loads(told.rstrip(";\n"))
    names, department, phone, to = communes["13055"]
    assert (name, len(communes), department, phone, to) == (
        "Guide.places",
        92,
        "13",
        "04 91 55 11 11",
        "tel:+33491551111",
    )
    assert {"Marseille", "13001"} <= set(names.split("|")) and "مرسيليا" in names


def test_every_commune_is_known_by_an_arabic_name():
    communes = json.loads(places_script(real()).partition("=")[2].rstrip(";\n"))
    assert [insee for insee, row in communes.items() if not re.search("[\u0600-\u06ff]", row[0])] == []


@pytest.mark.parametrize(
    ("places", "who"), [("13", "ADIL 13"), ("84", "ADIL 84 (Vaucluse)"), ("83", "ADIL 83")]
)
def test_a_list_of_people_tells_whom_each_serves(places, who):
    html = render(real(), "demarche:dalo", SITE)
    served = re.findall(rf'<li class="g-card" data-for="{places}">\s*<p[^>]*><a[^>]*>([^<]*)', html)
    assert [name for name in served if name.startswith(who)]


def test_a_line_true_elsewhere_is_told():
    assert 'id="inconnu-delai-autres" data-for="84 83"' in render(real(), "demarche:dalo", SITE)


def test_a_delay_that_differs_by_department_says_the_one_of_each():
    html = render(real(), "demarche:dalo", SITE)
    assert 'data-in-13="30\u00a0mois"' in html and 'data-in-84="le délai que la décision' in html


def test_a_delay_of_one_place_alone_has_no_other():
    there = dataclasses.replace(real(), commune=real().communes["13117"])
    assert "data-in-" not in render(there, "demarche:dalo", SITE)


def test_opening_hours_stand_where_one_goes_with_what_proves_them():
    part = first_part(page("13001"))
    hours = part[part.index('class="g-hours"') :]
    assert "Accueil du lundi au vendredi" in hours and "g-proof" in hours


@pytest.mark.parametrize("insee", [insee for insee in real().communes if insee != "13001"])
def test_where_hours_are_unknown_the_page_says_who_knows(insee):
    """A number to ring, a site, or the hours of the office that stands for the town hall."""
    (hours,) = re.findall(r'class="g-hours">(.*?)</p>', first_part(page(insee)), re.S)
    assert re.search("ppelez avant|voyez le site|Du lundi", hours)


@pytest.mark.parametrize("insee", list(real().communes))
def test_every_commune_of_the_guide_is_rung_or_written_to_at_once(insee):
    assert re.search(r'<a class="g-call" href="tel:|href="https://', first_part(page(insee)))
    assert town_hall(real().communes[insee]).is_box or "geo:" in first_part(page(insee)) or insee == "13051"


def test_a_contact_is_found_on_the_map_when_one_may_go_there():
    assert 'href="geo:0,0?q=15%20avenue' in render(real(), "contact:adil-13", SITE)
    assert "geo:" not in render(real(), "contact:commission-dalo-13", SITE)
