"""Texts: the grammar, what stands for what, and that nothing of a text is ever read as code."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.language.grammar import Link, Strong, Text, Token, links, parse, problems, tokens
from macros.language.typography import french_spaces
from macros.model.fields import Phrase
from macros.model.traversal import phrases_of
from macros.opening import open_guide
from macros.speech.spans import plain
from macros.web.html import PhraseRenderer, dialled, heading
from support import DAY
from support.guides import real

MARKS = st.text(st.sampled_from(list("*[](){}:<>&\"'`#|\\ abé{valeur}")), max_size=60)


def rich(valid, text: str) -> str:
    guide = open_guide(valid, DAY, "petit")
    return str(PhraseRenderer(guide, lambda target: f"#{target}").rich(Phrase(text)))


def test_bold():
    assert parse("un **deux** trois") == (Text("un "), Strong((Text("deux"),)), Text(" trois"))


def test_link_to_a_page():
    assert links("Voyez [la page](demarche:dalo).") == (Link("la page", "demarche:dalo"),)


def test_link_whose_address_has_parentheses():
    assert links("[x](https://a.fr/b_(c))")[0].target == "https://a.fr/b_(c)"


def test_token_inside_bold():
    assert tokens("**{valeur:un-an}**") == (Token("valeur", "un-an"),)


def test_value_is_written_with_its_unit(valid):
    assert rich(valid, "Elle vaut {valeur:validite}.") == 'Elle vaut <span class="g-value">1\u00a0an</span>.'


def test_term_is_explained_at_first_use_only(valid):
    guide = open_guide(valid, DAY, "petit")
    renderer = PhraseRenderer(guide, lambda target: target)
    renderer.rich(Phrase("{terme:adil}"))
    assert "agence" not in renderer.rich(Phrase("{terme:adil}"))


def test_phone_is_a_link_that_calls_and_reads_from_left_to_right(valid):
    assert (
        rich(valid, "{tel:adil}") == '<a class="g-tel" href="tel:+33199000001"><bdi '
        'dir="ltr">01\u00a099\u00a000\u00a000\u00a001</bdi></a>'
    )


def test_free_numbers_are_dialled_as_they_are():
    assert dialled("0 805 16 00 75") == "0805160075"


def test_html_in_a_text_is_shown_not_run(valid):
    assert rich(valid, "<img src=x onerror=alert(1)>") == "&lt;img src=x onerror=alert(1)&gt;"


def test_quote_in_a_target_stays_inside_its_attribute(valid):
    assert '"x"' not in rich(valid, '[a](https://a.fr/"x")')


def test_french_spaces():
    assert (
        french_spaces("Quoi ? 1 500 € : « oui »") == "Quoi\u202f? 1\u202f500\u00a0€\u00a0: «\u00a0oui\u00a0»"
    )


def test_french_spaces_change_nothing_twice():
    assert french_spaces(french_spaces("Ah ! 12 mois ; art. L. 441-1")) == french_spaces(
        "Ah ! 12 mois ; art. L. 441-1"
    )


@given(MARKS)
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_grammar_fall(text):
    problems(text)
    assert isinstance(parse(text), tuple)


@given(MARKS)
@settings(max_examples=300, deadline=None)
def test_a_heading_says_just_its_words(text):
    shown = str(heading(2, f"x {text}", "ancre"))
    words = html.unescape(re.sub(r"^<h2 id=\"ancre\">|</h2>$", "", shown.strip()))
    assert words == " ".join(f"x {text}".split())


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=60))
@settings(max_examples=200, deadline=None)
def test_an_escaped_heading_never_opens_a_tag(text):
    assert heading(1, text, "a").count("<") == 2


def test_a_french_sentence_keeps_its_words_french_for_every_reader():
    guide = real("ar")
    french = [
        plain(guide, p)
        for page in guide.content.counter.values()
        for _, _, p in phrases_of(page, "")
        if p.lang == "fr"
    ]
    assert [text for text in french if re.search(r"[\u0600-\u06ff]", text)] == []
