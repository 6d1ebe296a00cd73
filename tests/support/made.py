"""A small guide made for the tests of the printed sheets: one
procedure, one contact, one value, in French and partly in Arabic.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import cache

import yaml

from macros.guide.content import Content
from macros.guide.guide import Guide
from macros.guide.localise import localise
from macros.guide.texts import source_texts
from macros.model.contacts import Contact
from macros.model.facts import Fact, Value
from macros.model.fields import Phrase
from macros.model.lists import Document, Language, Navigation, Term
from macros.model.pages import Criterion, Procedure
from macros.model.territory import Commune, Territory
from macros.places.po_file import Entry
from macros.print.sheets import sheet_data
from support import CONTENT

DAY = dt.date(2026, 11, 24)
BASE = "https://guide.example.org/"

PROCEDURE = {
    "id": "renouveler",
    "group": "demander",
    "title": "Renouveler ma demande",
    "short": "Votre demande vaut {valeur:validite}. Renouvelez-la chaque année.",
    "conditions": {
        "any": [{"id": "tous", "text": "Vous cherchez toujours un logement ?", "proof": ["ren-01"]}]
    },
    "steps": [
        {
            "id": "quand",
            "text": 'Renouvelez **avant la date**. #panic("x") $y$ \\u{41} [ici] @a <b>',
            "detail": "La date est sur l’attestation.",
        },
        {"id": "appeler", "text": "Appelez l’ADIL : {tel:adil}. Voyez [la page](contact:adil)."},
    ],
    "papers": {
        "required": [{"document": "identite"}],
        "later": [{"document": "avis", "when": "vos revenus ont changé"}],
    },
    "deadlines": [
        {
            "id": "un-an",
            "text": "Votre demande vaut **{valeur:validite}**.",
            "value": "validite",
            "proof": ["ren-01"],
        }
    ],
    "outcomes": [{"id": "oubli", "if": "Vous avez oublié", "then": "La demande est supprimée."}],
    "recourse": [{"id": "ecrire", "text": "Écrivez au service."}],
    "show": [{"id": "montrer", "text": "Je renouvelle à temps."}],
    "contacts": [{"role": "adil"}, {"role": "guichet"}],
}
ARABIC = {
    "procedures/renouveler#title": "تجديد طلبي",
    "procedures/renouveler#short": "طلبُكَ صالحٌ لمدة {valeur:validite}. جدِّدْه كل سنة.",
    "procedures/renouveler#who.tous.text": "هل ما زلت تبحث عن سكن؟",
    "procedures/renouveler#steps.quand.text": "جدّد الطلب **قبل التاريخ**.",
    "procedures/renouveler#steps.quand.detail": "التاريخ مكتوب على الشهادة (attestation).",
    "procedures/renouveler#steps.appeler.text": "اتصل بمركز الاستشارة: {tel:adil}. "
    "انظر [الصفحة](contact:adil).",
    "procedures/renouveler#deadlines.un-an.text": "طلبك صالح لمدة **{valeur:validite}**.",
    "procedures/renouveler#outcomes.oubli.if": "نسيت التجديد",
    "procedures/renouveler#outcomes.oubli.then": "يُلغى الطلب ويجب تقديم طلب جديد.",
    "procedures/renouveler#show.montrer.text": "أنا أجدّد طلبي في الوقت المحدد.",
    "documents/identite#name": "وثيقة هوية",
    "documents/avis#name": "إشعار الضريبة",
    "interface#fiche-a-faire": "ماذا تفعل",
    "interface#fiche-contacts": "بمن تتصل",
    "interface#fiche-guide": "دليل السكن الاجتماعي",
    "interface#langue-non-relue": "هذه الترجمة لم يراجعها شخص لغته الأم العربية.",
}


@cache
def words() -> dict[str, Phrase]:
    """The words of the guide's own interface."""
    read = yaml.load((CONTENT / "interface.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {key: Phrase(str(text)) for key, text in read.items()}


def made_content(**changes: object) -> Content:
    """A small content, made here: one procedure, one contact, one value."""
    procedure = Procedure(**{**PROCEDURE, **changes})
    fact = Fact(
        id="ren-01",
        statement="Un an.",
        law="CCH art. R. 441-2-7",
        checked={"date": "2026-11-23", "how": "copy"},
        confidence="high",
        review="law",
    )
    communes = [
        Commune(insee=i, name=n, department="13", postcodes=("13001",))
        for i, n in (("13055", "Marseille"), ("13117", "Vitrolles"))
    ]
    territory = Territory(
        id="essai",
        name="Métropole d’essai",
        name_of="de la Métropole d’essai",
        epci="1",
        departments={"13": "Bouches-du-Rhône"},
        communes={"file": "x.csv", "proof": []},
        points_grid={},
        roles=[
            {"id": "adil", "label": "Conseil gratuit", "departments": {"13": "adil"}},
            {"id": "guichet", "label": "Guichet", "default": "mairie"},
        ],
    )
    return Content(
        facts={"ren-01": fact},
        procedures={procedure.id: procedure},
        territories={"essai": territory},
        documents={
            i: Document(id=i, name=n, help="Une copie suffit.", proof=[])
            for i, n in (("identite", "Pièce d’identité"), ("avis", "Avis d’imposition"))
        },
        contacts={
            "adil": Contact(
                id="adil",
                kind="adil",
                name="ADIL 13",
                short="Conseil.",
                phones=[{"number": "04 96 11 12 00"}],
                address={"street": "15 avenue Robert Schuman", "postcode": "13002", "city": "Marseille"},
            )
        },
        values={
            "validite": Value(
                id="validite",
                label="Validité",
                unit="month",
                series=[{"from": "2017-05-08", "value": 12, "proof": ["ren-01"]}],
            )
        },
        languages={
            "fr": Language(code="fr", name="Français", source=True),
            "ar": Language(code="ar", name="العربية", dir="rtl"),
        },
        navigation=Navigation(groups=[{"id": "demander", "title": "Demander"}]),
        interface=dict(words()),
        communes={"essai": {c.insee: c for c in communes}},
    )


def rich_content() -> Content:
    """The same with a criterion, an agent page, a term, and the whole way for the poster."""
    content = made_content(keywords="renouvellement, échéance, École")
    agent = Procedure(
        **{
            **PROCEDURE,
            "id": "enregistrer",
            "title": "Enregistrer",
            "short": "Ce qui suffit.",
            "audience": ["agent"],
            "agent": [{"id": "regle", "text": "Une pièce suffit.", "proof": ["ren-01"]}],
            "related": ["renouveler"],
        }
    )
    criterion = Criterion(
        id="handicap",
        title="Handicap",
        text="Vous êtes en situation de handicap.",
        law="CCH art. L. 441-1, a",
        proof=["ren-01"],
        papers=[{"document": "identite"}],
        opens=[{"id": "priorite", "text": "Votre demande passe avant.", "proof": ["ren-01"]}],
        agent=[{"id": "sne", "text": "Cochez le motif.", "proof": ["ren-01"]}],
        related=["renouveler"],
    )
    stages = [
        {
            "id": f"e{n}",
            "title": f"Étape {n}",
            "points": [{"id": "a", "text": "Gardez votre **numéro**.", "proof": ["ren-01"]}],
            "deadlines": [{"id": "d", "text": "de validité", "value": "validite", "proof": ["ren-01"]}],
            "related": ["renouveler"],
        }
        for n in range(1, 7)
    ]
    navigation = Navigation(
        groups=content.navigation.groups,
        path=stages,
        urgent=[{"id": "u", "text": "En danger", "to": "renouveler", "call": ["adil"]}],
    )
    return dataclasses.replace(
        content,
        counter={"enregistrer": agent},
        criteria={"handicap": criterion},
        navigation=navigation,
        terms={
            "sne": Term(
                id="sne", term="SNE", long="système national d’enregistrement", plain="Le fichier national."
            )
        },
    )


def made_guide(lang: str = "fr", content: Content | None = None) -> Guide:
    """The made content (or another one) in French or in Arabic; what ARABIC lacks stays untranslated."""
    content = content or made_content()
    french = source_texts(content)
    catalogue = (
        {context: Entry(french[context], text) for context, text in ARABIC.items() if context in french}
        if lang == "ar"
        else {}
    )
    return Guide(localise(content, lang, catalogue), content.territories["essai"], DAY, lang)


def data_of(guide: Guide, bilingual: bool = False) -> dict:
    """What the sheet of the guide's first procedure says."""
    return sheet_data(guide, next(iter(guide.content.procedures.values())), bilingual, BASE)
