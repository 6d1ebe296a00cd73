"""Addresses: where each page reference stands, and how to reach it from another page.

Addresses are relative, so that the site works under a sub-path and from a folder. Nothing here knows a host.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..guide.content import Content, split_reference
from ..model.kinds import FIXED_PAGES, PAGES


def address(reference: str, content: Content) -> str:
    """The address below the language's root (`demarches/dalo/`, `contacts/communes/13117/`).

    Raises KeyError for a reference to nothing: checks refuse it before anything is rendered.
    """
    kind, identifier = split_reference(reference)
    if kind == "page":
        return FIXED_PAGES[identifier].address
    if kind in _ON_PAGES:
        return f"{FIXED_PAGES[_ON_PAGES[kind]].address}#{identifier}"
    if kind in _SPECIAL:
        return _SPECIAL[kind](identifier, content)
    found = PAGES[kind]
    if found.page is None or identifier not in getattr(content, found.attribute):
        raise KeyError(reference)
    return f"{found.page.folder}/{identifier}/"


def _of_role(identifier: str, content: Content) -> str:
    played = any(role.id == identifier for t in content.territories.values() for role in t.roles)
    return FIXED_PAGES["contacts"].address + (f"#role-{identifier}" if played else "")


def _of_commune(identifier: str, _: Content) -> str:
    return f"{FIXED_PAGES['communes'].address}{identifier}/"


def _of_topic(identifier: str, _: Content) -> str:
    return f"{FIXED_PAGES['faits'].address}{identifier}/"


def _of_fact(identifier: str, content: Content) -> str:
    return f"{_of_topic(content.topic_of[identifier], content)}#{identifier}"


#: What stands on a fixed page under its own id: kind of reference -> the page.
_ON_PAGES: Mapping[str, str] = {
    "terme": "glossaire",
    "courrier": "courriers",
    "source": "sources",
}
_SPECIAL: Mapping[str, Callable[[str, Content], str]] = {
    "role": _of_role,
    "commune": _of_commune,
    "sujet": _of_topic,
    "fait": _of_fact,
}


def short_address(reference: str, content: Content) -> str:
    """The number of a page, its address below the root of the site in any language; empty without one."""
    return content.number_of.get(reference, "")


def relative(target: str, page: str) -> str:
    """`target` (below the same root) as seen from the page at `page`; both end with `/` but for a `#part` or
    a file name.

    >>> relative("contacts/adil-13/", "demarches/dalo/")
    '../../contacts/adil-13/'
    >>> relative("", "demarches/dalo/")
    '../../'
    """
    path, _, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    up = "../" * page.count("/")
    return (up + path or "./") + (f"#{anchor}" if anchor else "")


def between_languages(page: str, lang: str) -> str:
    """From the page at `page` to the same page in `lang`: one step above the language's root."""
    return f"../{'../' * page.count('/')}{lang}/{page}"


def is_french_only(reference: str) -> bool:
    """Whether a page exists in French alone: agents quote facts in French."""
    kind, identifier = split_reference(reference)
    return kind in ("fait", "sujet") or (kind == "page" and FIXED_PAGES[identifier].french_only)
