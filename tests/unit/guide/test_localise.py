"""A content in another language: a stale or missing text is shown in French and marked so."""

from __future__ import annotations

from macros.guide.localise import tally
from macros.guide.texts import Message
from macros.model.fields import Phrase
from macros.opening import open_guide
from macros.places.po_file import Entry
from support import DAY


def test_a_stale_translation_is_shown_in_french():
    assert Phrase("Bonjour").translated("قديم", "ar", fuzzy=True).text == "Bonjour"


def test_a_missing_translation_says_so():
    assert Phrase("Bonjour").translated(None, "ar").state == "missing"


def test_the_reader_gets_the_translation(valid):
    po = (
        'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgctxt "procedures/renouveler#title"\n'
        'msgid "Renouveler ma demande"\nmsgstr "تجديد طلبي"\n'
    )
    (valid / "translations").mkdir()
    (valid / "translations" / "ar.po").write_text(po, encoding="utf-8")
    assert open_guide(valid, DAY, "petit", "ar").content.procedures["renouveler"].title.text == "تجديد طلبي"


def test_the_tally_counts_a_stale_text_as_to_review():
    counted = tally({"a#t": Entry("vieux", "x")}, [Message("a#t", "neuf", "content/x.yml", 1, True)])
    assert (counted.translated, counted.fuzzy, counted.missing) == (0, 1, 0)
