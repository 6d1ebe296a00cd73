"""The list of pages and what renders each: the one place that knows that a content file is a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..guide.confirming import to_confirm
from ..guide.content import Content, page_references, split_reference
from ..guide.guide import Guide
from ..model.kinds import FIXED_PAGES, PAGES
from ..model.pages import Criterion, Procedure
from ..model.pathways import Pathway
from ..speech.addresses import is_french_only
from ..views.aids import amounts_by_year, questions_left, whys
from ..views.communes import parts
from ..views.indexes import depths, news, used_sources
from ..views.page import view_of
from ..views.stages import StageView, beside, stages_of
from .environment import render_page


def references(content: Content, lang: str) -> list[str]:
    """Every page of the guide in `lang`, fixed pages first."""
    fixed = [f"page:{name}" for name in FIXED_PAGES]
    communes = [f"commune:{i}" for t in content.territories for i in content.communes.get(t, {})]
    topics = [f"sujet:{t}" for t in content.topics]
    every = (*fixed, *page_references(content), *communes, *topics)
    return [r for r in every if lang == "fr" or not is_french_only(r)]


def render(guide: Guide, reference: str, site: Mapping[str, Any]) -> str:
    """The HTML of the page behind `reference`. Raises KeyError for a page that does not exist."""
    kind, identifier = split_reference(reference)
    if kind == "page":
        used = used_sources(guide) if identifier == "sources" else ()
        told = news(guide) if identifier == "nouveautes" else ()
        calls = to_confirm(guide) if identifier == "a-rappeler" else ()
        return render_page(
            guide,
            FIXED_PAGES[identifier].template,
            reference,
            site,
            used_sources=used,
            news=told,
            calls=calls,
        )
    if kind == "commune":
        commune = guide.communes[identifier]
        there = replace(guide, commune=commune)
        return render_page(there, "commune", reference, site, commune=commune, parts=parts(there, commune))
    if kind == "sujet":
        return render_page(guide, "faits_sujet", reference, site, topic=guide.content.topics[identifier])
    page = guide.page(reference)
    page_kind = PAGES[kind].page
    template = page_kind.template if page_kind else kind
    if isinstance(page, Pathway):
        return render_page(
            guide,
            f"parcours_{page.kind}",
            reference,
            site,
            page=page,
            depth=depths(page),
            left=questions_left(page),
            ends={o.id for o in page.outcomes},
            whys=whys(guide.content, page),
            years=sorted({y for i in page.ceilings for y in amounts_by_year(guide, i)}, reverse=True),
        )
    view = view_of(guide.content, page) if isinstance(page, (Procedure, Criterion)) else None
    stages: tuple[StageView, ...] = ()
    if view and isinstance(page, Procedure) and page.stages:
        stages, view = stages_of(guide.content, page, view), beside(view, page)
    return render_page(guide, template, reference, site, page=page, kind=kind, view=view, stages=stages)
