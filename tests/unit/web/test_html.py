"""Guards that nobody sees while they hold: hostile text is
escaped, French in another language is marked as French.
"""

from __future__ import annotations

import dataclasses
import json

import pytest
from markupsafe import Markup, escape

from macros.guide.guide import Guide
from macros.model.fields import Phrase
from macros.speech.spans import Span
from macros.web.environment import Said, Words, _script_json
from macros.web.html import PhraseRenderer, _value, heading, ltr, phone
from support.made import made_content, made_guide, rich_content


def renderer(guide: Guide, untranslated: str = "pas encore traduit") -> PhraseRenderer:
    return PhraseRenderer(guide, lambda target: f"#{target}", untranslated)


def shown(text: str, guide: Guide | None = None) -> str:
    """What a French sentence becomes in a page."""
    return str(renderer(guide or made_guide("fr", rich_content())).rich(Phrase(text)))


# --- a sentence -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('a <b> & "c"', "a &lt;b&gt; &amp; &#34;c&#34;"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ("[<i>](contact:adil)", '<a href="#contact:adil">&lt;i&gt;</a>'),
        ('[<i>](https://a.fr/?"b)', '<a href="https://a.fr/?&#34;b" rel="noopener">&lt;i&gt;</a>'),
        ("{valeur:validite}", '<span class="g-value">12\u00a0mois</span>'),
        (
            "{tel:adil}",
            '<a class="g-tel" href="tel:+33496111200"><bdi '
            'dir="ltr">04\u00a096\u00a011\u00a012\u00a000</bdi></a>',
        ),
    ],
)
def test_a_sentence_is_escaped_whatever_its_parts(text, html):
    assert shown(text) == html


def test_a_term_is_explained_at_its_first_use():
    link = '<a class="g-term" href="#terme:sne"><bdi>SNE</bdi></a>'
    gloss = ' <span class="g-gloss">(système national d’enregistrement)</span>'
    assert shown("{terme:sne} {terme:sne}") == f"{link}{gloss} {link}"


def test_an_explanation_in_french_says_so_elsewhere():
    page = renderer(made_guide("ar", rich_content()))
    html = page.rich(Phrase("x", "{terme:sne}", "ar", "translated"))
    assert '<span class="g-gloss" lang="fr" dir="ltr">(système' in html


def test_an_explanation_has_the_spaces_of_its_own_language():
    content = rich_content()
    named = content.terms["sne"].model_copy(update={"long": Phrase("register: national", lang="en")})
    guide = made_guide("fr", dataclasses.replace(content, terms={"sne": named}))
    assert "(register: national)" in shown("{terme:sne}", guide)


def test_no_phrase_is_nothing():
    page = renderer(made_guide())
    assert (page.rich(None), page.plain(None)) == ("", "")


@pytest.mark.parametrize(
    "make",
    [
        lambda: renderer(made_guide()).rich(None),
        lambda: renderer(made_guide()).rich(Phrase("**a**")),
        lambda: renderer(made_guide("ar")).rich(Phrase("a")),
        lambda: phone("3010"),
        lambda: ltr("a"),
        lambda: heading(2, "a", "x"),
    ],
)
def test_what_is_html_already_is_not_escaped_again(make):
    html = make()
    assert isinstance(html, Markup)
    assert escape(html) == str(html)


def test_the_words_of_a_phrase_are_bare():
    assert renderer(made_guide()).plain(Phrase("**a** <b> {valeur:validite}")) == "a <b> 12\u00a0mois"


def test_a_number_may_open_something_else_than_a_call():
    assert (
        phone("114", 'sms:114?&body="')
        == '<a class="g-tel" href="sms:114?&amp;body=&#34;"><bdi dir="ltr">114</bdi></a>'
    )


def test_a_number_calls_and_stays_in_one_piece():
    assert (
        phone("04 96 11 12 00") == '<a class="g-tel" href="tel:+33496111200"><bdi '
        'dir="ltr">04\u00a096\u00a011\u00a012\u00a000</bdi></a>'
    )


@pytest.mark.parametrize("text", ["<a>", Markup("<a>")])
def test_what_stays_left_to_right_is_text_whatever_it_was(text):
    assert ltr(text) == '<bdi dir="ltr">&lt;a&gt;</bdi>'


def test_a_heading_is_its_words_on_one_line():
    said = heading(2, " # a\n*b* <i> 39\u00a028 ", "x")
    assert said == '<h2 id="x"># a *b* &lt;i&gt; 39\u00a028</h2>'


@pytest.mark.parametrize("value", ["</script>", "<!--", "a & b", "é"])
def test_a_value_in_a_page_ends_no_script(value):
    written = _script_json({"a": value})
    assert ("<" in written, "&" in written, json.loads(written)) == (False, False, {"a": value})


# --- French that stands in another language ---------------------------------------------------------------


def test_a_missing_translation_is_marked_as_french():
    html = renderer(made_guide("ar")).rich(Phrase("Bonjour").translated(None, "ar"))
    sign = '<span class="g-fr-sign" title="pas encore traduit">fr</span>'
    assert html == f'<span class="g-fr" lang="fr" dir="ltr">Bonjour</span>{sign}'


def test_what_says_so_is_escaped():
    page = renderer(made_guide("ar"), '"><b>')
    assert 'title="&#34;&gt;&lt;b&gt;"' in page.rich(Phrase("Bonjour").translated(None, "ar"))


def test_a_translation_is_not_marked():
    assert renderer(made_guide("ar")).rich(Phrase("Bonjour").translated("سلام", "ar")) == "سلام"


def test_french_in_a_french_page_is_not_marked():
    assert shown("Bonjour") == "Bonjour"


def test_what_is_french_by_nature_has_no_sign():
    marked = renderer(made_guide("ar")).mark(Phrase("Décret"), Markup("Décret"))
    assert marked == '<span class="g-fr" lang="fr" dir="ltr">Décret</span>'


# --- words of the interface -------------------------------------------------------------------------------


def words(lang: str = "fr", **own: str) -> Words:
    """The words of a guide that has a few of its own."""
    content = made_content()
    content.interface.update({key: Phrase(text) for key, text in own.items()})
    guide = made_guide(lang, content)
    return Words(guide, renderer(guide))


@pytest.fixture
def edition() -> Said:
    """A date that knows itself in the page's language and in French."""
    return Said.by(lambda lang: f"<{lang}>", "ar")


def test_a_word_of_the_interface_left_in_french_is_marked():
    guide = made_guide("ar")
    assert 'lang="fr"' in Words(guide, renderer(guide)).html("recours")


def test_a_word_and_what_fills_it_are_escaped():
    assert words(essai="<b> {date}").html("essai", date="<i>") == "&lt;b&gt; &lt;i&gt;"


def test_a_word_as_text_is_filled_as_it_is():
    assert words(essai="« {date} » {nombre}").text("essai", date="<i>", nombre=3) == "«\u00a0<i>\u00a0» 3"


def test_a_word_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="il manque « rien »"):
        words().text("rien")


def test_a_french_word_is_filled_in_french(edition):
    assert words("ar", essai="du {date}").text("essai", date=edition) == "du <fr>"


def test_a_french_word_in_a_page_is_filled_in_french(edition):
    assert ">du &lt;fr&gt;<" in words("ar", essai="du {date}").html("essai", date=edition)


def test_a_translated_word_is_filled_in_its_language(edition):
    content = made_content()
    content.interface["essai"] = Phrase("du {date}", "في {date}", "ar", "translated")
    guide = made_guide("ar")
    known = Words(guide, renderer(guide))
    known.interface = content.interface
    assert (known.text("essai", date=edition), known.html("essai", date=edition)) == (
        "في <ar>",
        "في &lt;ar&gt;",
    )


def test_a_length_that_differs_by_place_says_each_escaped():
    span = Span("3 <mois>", "value", places=(("2A", '1 "an"'), ("13", "6 mois")))
    assert str(_value(span)) == (
        '<span class="g-value" data-in-2a="1 &#34;an&#34;" data-in-13="6 mois">3 &lt;mois&gt;</span>'
    )
