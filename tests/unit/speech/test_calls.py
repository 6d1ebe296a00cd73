"""Telephone numbers: told from other numbers in a
sentence, reached as they must be, said calmly, named once.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.export.data import contacts_csv, vcard
from macros.guide.content import phone_of
from macros.guide.guide import Guide
from macros.language.phones import national, numbers_in, parts_of
from macros.model.contacts import Phone
from macros.model.fields import Phrase
from macros.print.people import phone_seen
from macros.print.sheets import sheet_data
from macros.print.writer import Writer, plain
from macros.search.index import search_index
from macros.speech.calls import dialled, way_to, with_links
from macros.web.html import PhraseRenderer
from macros.web.pages import render
from macros.web.sharing import message_link
from support.guides import real

KNOWN = ("17", "18", "112", "114", "115", "119", "3919", "3039")
SITE = {"languages": ["fr"], "papers": {}, "base_url": "https://guide.example/"}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return real()


def told(text: str) -> list[str]:
    return [number.text for number in numbers_in(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Appelez le 18.", ["18"]),
        ("Mettez-vous à l’abri et appelez les pompiers au 18, ou le 112.", ["18", "112"]),
        ("Danger : 18 ou 112. Ensuite la mairie.", ["18", "112"]),
        ("Envoyez un SMS au 114, jour et nuit.", ["114"]),
        ("Le 114 répond jour et nuit.", ["114"]),
        ("Police 17, sans-abri 115.", ["17", "115"]),
        ("N’envoyez pas à l’ADIL : 17, 115 ou 112.", ["17", "115", "112"]),
        ("Faites le 15 !", ["15"]),
        ("Le 15 répond toujours.", ["15"]),
        ("17 – police ou gendarmerie", ["17"]),
        ("Sinon 115.", ["115"]),
        ("Appelez le 39 28 pour un conseil.", ["39 28"]),
        ("Le 3977 écoute.", ["3977"]),
        ("Le 116 006 aide les victimes.", ["116 006"]),
        ("Hébergement d’urgence (115 et SIAO)", ["115"]),
        ("Au 0 805 16 00 75 (gratuit)", ["0 805 16 00 75"]),
        ("tél. 04.96.11.12.00", ["04.96.11.12.00"]),
        ("depuis l’étranger +33 (0)4 96 11 12 00", ["+33 (0)4 96 11 12 00"]),
        ("0806\u00a0706\u00a0806", ["0806\u00a0706\u00a0806"]),
    ],
)
def test_a_telephone_number_is_seen(text, numbers):
    assert told(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "CCH, art. R. 441-2-17",
        "loi ELAN, art. 115",
        "L. 115",
        "Cerfa 14069*05",
        "le formulaire Cerfa 15036",
        "n° 115",
        "page 18",
        "loi du 17 mars 1989",
        "appelez avant le 17 mars",
        "appelez avant le 15",
        "du 15 au 18 mars",
        "le 15 du mois",
        "de 8 h à 17 h.",
        "115 logements",
        "116 000 demandes",
        "11 500 attributions",
        "près de 3 919 ménages",
        "3919 €",
        "15 % des appels",
        "1 015,50 €",
        "13001 Marseille",
        "75342 Paris Cedex 07",
        "115, rue de Rome",
        "au 115 rue de Rome",
        "18-20 avenue Robert-Schuman",
        "Appelez au moins 15 jours avant",
        "Vous avez 18 ans",
        "les 17 communes",
        "numéro unique 0131126012345 11389",
    ],
)
def test_another_number_is_no_telephone(text):
    assert told(text) == []


@given(st.text(st.sampled_from(list("0123456789 +-.,*/()abLR\u00a0leauSMtél:")), max_size=60))
@settings(max_examples=400, deadline=None)
def test_cutting_a_text_at_its_numbers_loses_nothing(text):
    assert "".join(part if isinstance(part, str) else part.text for part in parts_of(text, KNOWN)) == text


@pytest.mark.parametrize(
    "number", ["04 96 11 12 00", "+33 4 96 11 12 00", "0033496111200", "+33 (0)4.96.11.12.00"]
)
def test_one_number_however_written(number):
    assert (national(number), dialled(number)) == ("0496111200", "+33496111200")


def test_a_number_one_writes_to_opens_a_message_in_french(guide):
    phone = phone_of(guide.content, "police-secours.114")
    assert phone and way_to(phone).startswith("sms:114?&body=Danger%2C%20je%20ne%20peux%20pas%20parler")


def test_its_message_stays_french_in_another_language():
    phone = phone_of(real("ar").content, "pompiers.114")
    assert phone and phone.message and phone.message.lang == "ar" and "Danger" in way_to(phone)


def test_a_number_one_writes_to_without_a_message():
    assert way_to(Phone(number="114", by="sms")) == "sms:114"


def test_a_token_may_name_one_of_several_numbers(guide):
    shown = PhraseRenderer(guide, str).rich(
        Phrase("Par SMS au {tel:police-secours.114}, ou au {tel:police-secours.112}.")
    )
    assert 'href="sms:114?' in shown and 'href="tel:112"' in shown and "tel:114" not in shown


def test_a_number_in_a_fact_becomes_a_link(guide):
    assert with_links(guide, "Appelez le 115 & le 17.") == (
        'Appelez le <a class="g-tel" href="tel:115"><bdi dir="ltr">115</bdi></a> &amp; '
        'le <a class="g-tel" href="tel:17"><bdi dir="ltr">17</bdi></a>.'
    )


def test_html_in_a_fact_stays_text(guide):
    assert with_links(guide, "<b>17</b> au 0 805 16 00 75").startswith("&lt;b&gt;17&lt;/b&gt; au <a ")


def test_no_contact_card_calls_the_number_for_messages(guide):
    lines = vcard(guide, guide.content.contacts["police-secours"]).split("\r\n")
    assert [line for line in lines if line.startswith("TEL")] == [
        "TEL;VALUE=text:17",
        "TEL;TYPE=text;VALUE=text:114",
        "TEL;VALUE=text:112",
    ]


def test_the_table_of_contacts_keeps_messages_apart(guide):
    row = next(line for line in contacts_csv(guide).splitlines() if line.startswith("pompiers;"))
    assert ";18 / 112;" in row and row.endswith(";114")


def test_a_search_result_writes_to_the_number_for_messages(guide):
    ways = [call["to"] for card in search_index(guide)["urgent"] for call in card["calls"]]
    assert "tel:114" not in ways and any(way.startswith("sms:114") for way in ways)


def test_every_edition_hears_the_words_of_all():
    heard = {lang: search_index(real(lang))["urgent"][1]["words"] for lang in ("fr", "en", "ar")}
    assert [sorted(words) for words in heard.values()] == [["ar", "en", "fr"]] * 3 and "me frappe" in heard[
        "ar"
    ]["fr"]


def test_a_number_nobody_confirmed_says_its_year_and_whom_else_to_ring(guide):
    page = render(guide, "contact:adil-13", SITE)
    seen = page[page.index('class="g-seen"') : page.index("</small>", page.index('class="g-seen"'))]
    assert "Numéro vu en 2014. S’il ne répond pas\u00a0: " in seen and 'href="tel:0805160075"' in seen


def test_a_number_to_dial_bears_no_alarm(guide):
    page = render(guide, "contact:adil-13", SITE)
    calls = page[page.index('<p class="g-calls">') : page.index("</p>", page.index('<p class="g-calls">'))]
    assert "g-confirm" not in calls


def heads(guide: Guide) -> list[str]:
    """What is called at the head of a page, of the home page or of the poster."""
    content, home = guide.content, guide.content.navigation
    pages = (*content.procedures.values(), *content.criteria.values())
    called = [call.phone for page in pages for call in page.calls]
    return [*called, *(call.phone for call in home.calls), *(r for card in home.urgent for r in card.call)]


def test_every_number_at_the_head_of_a_page_says_whom_to_ring_when_it_is_silent(guide):
    silent = [reference for reference in heads(guide) if not phone_of(guide.content, reference).asks]
    assert heads(guide) and silent == []


def test_a_number_at_the_head_of_a_page_says_it_below(guide):
    page = render(guide, "demarche:violences", SITE)
    first = page[page.index('class="g-first-calls"') : page.index("</ul>", page.index("g-first-calls"))]
    below = [part.partition("</small>")[0] for part in first.split('class="g-seen">')[1:]]
    assert len(below) == 4 and all("S’il ne répond pas" in text and "href=" in text for text in below)


def test_a_contact_that_was_confirmed_says_it_too(guide):
    page = render(guide, "contact:police-secours", SITE)
    assert page.count("S’il ne répond pas") == len(guide.content.contacts["police-secours"].phones)


def test_a_number_at_the_head_of_a_sheet_says_it_below(guide):
    data = sheet_data(guide, guide.content.procedures["violences"], False, "https://guide.example/")
    assert [plain(call["silent"][0]) for call in data["calls"] if call["silent"]] == [
        "S’il ne répond pas\u00a0: 112.",
        "S’il ne répond pas\u00a0: Maisons de la solidarité (Bouches-du-Rhône) "
        "04\u00a013\u00a031\u00a013\u00a013.",
    ]


def test_a_number_on_paper_bears_its_year_and_no_alarm(guide):
    adil = guide.content.contacts["adil-13"]
    words = Writer(guide, False, "https://guide.example/")
    assert plain(phone_seen(words, adil.phones[0])[0]) == "vu en 2014"
    assert phone_seen(words, guide.content.contacts["pompiers"].phones[0]) is None


def test_a_contact_named_by_two_entries_stands_once(guide):
    people = [
        p.contact.id
        for _, found in guide.helpers(guide.content.procedures["violences"].contacts)
        for p in found
        if p.contact
    ]
    assert people.count("violences-femmes-info") == 1


def test_whom_to_ask_is_a_link_with_a_number(guide):
    page = render(guide, "demarche:expulsion", SITE)
    asked = page[page.index('id="inconnu-ccapex"') : page.index("</li>", page.index('id="inconnu-ccapex"'))]
    assert 'href="../../contacts/adil-13/"' in asked and 'href="tel:+33496111200"' in asked


def test_what_to_check_with_someone_says_with_whom(guide):
    page = render(guide, "parcours:suis-je-prioritaire", SITE)
    unsure = page[page.index('data-list="nsp"') : page.index("</div>", page.index('data-list="nsp"'))]
    assert 'href="tel:+33496111200"' in unsure


def test_a_page_where_nothing_is_kept_offers_nothing_to_wipe(guide):
    assert "data-wipe" not in render(guide, "demarche:violences", SITE)


def test_what_is_shared_of_a_page_to_hide_tells_nothing(guide):
    page = render(guide, "demarche:violences", SITE)
    link = page[page.index('href="sms:?') :].split('"')[1]
    assert link.startswith(
        message_link("Guide du logement – aide", "https://guide.example/")
        .replace("&", "&amp;")
        .rstrip("/")
        .rsplit("%20", 1)[0]
    )


def test_a_commune_is_rung_from_where_one_applies(guide):
    page = render(guide, "commune:13117", SITE)
    part = page[page.index('id="deposer"') : page.index("</section>")]
    assert 'href="tel:+33442779000"' in part and "Place de Provence" in part


def test_a_sheet_begins_with_the_numbers_of_its_page(guide):
    data = sheet_data(guide, guide.content.procedures["violences"], False, "https://guide.example/")
    assert [call["number"] for call in data["calls"]] == [
        "17",
        "114",
        "3919",
        "115",
    ] and "iolence" not in data["document"]


def test_open_data_tells_which_number_is_written_to(guide):
    from macros.export.data import data_files

    contacts = json.loads(data_files(guide)["contacts.json"])["contacts"]
    phones = next(c for c in contacts if c["id"] == "pompiers")["phones"]
    assert [phone.get("by", "voice") for phone in phones] == ["voice", "voice", "sms"]
