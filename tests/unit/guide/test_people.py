"""Who is asked first."""

from __future__ import annotations

import dataclasses

from macros.model.pages import Helper
from support.guides import real


def test_who_serves_a_commune_comes_before_who_serves_its_department():
    guide = real()
    pertuis = dataclasses.replace(guide, commune=guide.communes["84089"])
    assert [p.contact.id for p in pertuis.people(Helper(role="accueil-social"))] == ["cms-pertuis"]
