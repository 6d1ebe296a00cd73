"""Open data: procedures, criteria, contacts, values and glossary
as JSON, contacts as CSV and vCard. Only what may be published.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from ..guide.guide import Guide
from ..model.contacts import Contact
from ..model.facts import FOR_EDITORS
from ..model.fields import PartialDate, Phrase
from ..model.traversal import references_of, with_phrases
from ..speech.spans import plain

VERSION = 1
LICENCE = "Licence Ouverte 2.0"


def data_files(guide: Guide) -> dict[str, str]:
    """File name below `data/` -> text."""
    content = guide.content
    files = {
        "procedures.json": _json(guide, "procedures", content.procedures.values()),
        "decisions.json": _json(guide, "decisions", content.decisions.values()),
        "criteria.json": _json(guide, "criteria", content.criteria.values()),
        "contacts.json": _json(guide, "contacts", content.contacts.values()),
        "values.json": _json(guide, "values", content.values.values()),
        "glossary.json": _json(guide, "glossary", content.terms.values()),
        "contacts.csv": contacts_csv(guide),
        "communes.json": communes_json(guide),
    }
    files.update({f"contacts/{c.id}.vcf": vcard(guide, c) for c in content.contacts.values()})
    return files


def _envelope(guide: Guide, **parts: Any) -> str:
    head = {
        "version": VERSION,
        "licence": LICENCE,
        "territory": guide.territory.id,
        "edition": guide.day.isoformat(),
        "language": guide.lang,
    }
    return json.dumps({**head, **parts}, ensure_ascii=False, indent=1, default=str) + "\n"


def _json(guide: Guide, name: str, items: Iterable[Any]) -> str:
    def words(_: str, phrase: Phrase) -> Phrase:
        return phrase.translated(plain(guide, phrase), phrase.lang)

    shown: list[dict[str, Any]] = []
    cited: dict[str, dict[str, Any]] = {}
    for item in items:
        resolved = with_phrases(item, "", words)
        shown.append(
            resolved.model_dump(
                mode="json", by_alias=True, exclude_none=True, exclude_defaults=True, exclude=set(FOR_EDITORS)
            )
        )
        for kind, identifier in references_of(item):
            if kind == "fact" and guide.content.facts[identifier].publishable:
                cited[identifier] = guide.content.facts[identifier].model_dump(
                    mode="json", exclude_none=True, exclude_defaults=True, exclude=set(FOR_EDITORS)
                )
    return _envelope(guide, **{name: shown, "facts": cited})


def communes_json(guide: Guide) -> str:
    """Each commune with its town hall and who serves it, by role."""
    rows = []
    for commune in guide.communes.values():
        served = {role.id: guide.serving(commune, role.id) for role in guide.territory.roles}
        row = commune.model_dump(mode="json", exclude_defaults=True)
        rows.append({**row, "served_by": {role: contact.id for role, contact in served.items() if contact}})
    return _envelope(guide, communes=rows)


_COLUMNS = (
    "id",
    "kind",
    "name",
    "street",
    "postcode",
    "city",
    "phones",
    "email",
    "web",
    "status",
    "as_of",
    "checked",
    "how",
    "sms",
)


def contacts_csv(guide: Guide) -> str:
    """One line a contact, with a semicolon and in UTF-8 with its mark,
    as French spreadsheets expect. No cell can be read as a formula.
    """
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for contact in guide.content.contacts.values():
        writer.writerow([_harmless(cell) for cell in _row(guide, contact)])
    return buffer.getvalue()


def _row(guide: Guide, contact: Contact) -> tuple[str, ...]:
    address, fresh = contact.address, guide.freshness(_proofs(contact))
    fields = [
        f for f in (address, *contact.phones, contact.email, contact.web) if f is not None and not f.unknown
    ]
    status = "confirmed" if fields and all(f.status == "confirmed" for f in fields) else "to-confirm"
    return (
        contact.id,
        contact.kind,
        contact.name.text,
        (address.street or "") if address else "",
        (address.postcode or "") if address else "",
        (address.city or "") if address else "",
        " / ".join(p.number for p in contact.phones if p.by == "voice"),
        (contact.email.value or "") if contact.email else "",
        (contact.web.value or "") if contact.web else "",
        status,
        _date(fresh.as_of),
        str(fresh.checked or ""),
        "copy" if fresh.copies else "seen" if fresh.seen else "",
        " / ".join(p.number for p in contact.phones if p.by == "sms"),
    )


def _proofs(contact: Contact) -> list[str]:
    return [identifier for kind, identifier in references_of(contact) if kind == "fact"]


def _date(value: PartialDate | None) -> str:
    return str(value) if value else ""


def _harmless(cell: str) -> str:
    """A spreadsheet reads a formula behind blanks too."""
    return f"'{cell}" if cell.lstrip()[:1] in ("=", "+", "-", "@") else cell


def vcard(guide: Guide, contact: Contact) -> str:
    """A contact as vCard 4.0 (RFC 6350)."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:guide-logement:{contact.id}",
        "KIND:org",
        f"FN:{_card(contact.name.text)}",
    ]
    if contact.long_name:
        lines.append(f"ORG:{_card(contact.long_name.text)}")
    if contact.address and contact.address.street:
        parts = (
            "",
            "",
            contact.address.street,
            contact.address.city or "",
            "",
            contact.address.postcode or "",
            "France",
        )
        lines.append("ADR:" + ";".join(_card(p) for p in parts))
    lines += [
        f"TEL;{'TYPE=text;' if p.by == 'sms' else ''}VALUE=text:{_card(p.number)}" for p in contact.phones
    ]
    if contact.email and contact.email.value:
        lines.append(f"EMAIL:{_card(contact.email.value)}")
    if contact.web and contact.web.value:
        lines.append(f"URL:{contact.web.value}")
    lines += [
        f"NOTE:{_card(plain(guide, contact.short))}",
        f"REV:{guide.day:%Y%m%d}T000000Z",
        "END:VCARD",
        "",
    ]
    return "\r\n".join(_folded(line) for line in lines)


def _card(text: str) -> str:
    return (
        text.replace("\\", "\\\\")
        .replace(",", "\\,")
        .replace(";", "\\;")
        .replace("\r", "")
        .replace("\n", "\\n")
    )


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, continued by a space (RFC 6350, 3.2); never cut inside a character."""
    pieces: list[str] = []
    current = ""
    for character in line:
        limit = 75 if not pieces else 74
        if len((current + character).encode()) > limit:
            pieces.append(current)
            current = ""
        current += character
    return "\r\n ".join([*pieces, current])
