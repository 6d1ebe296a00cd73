"""Who is asked first."""

from __future__ import annotations

import dataclasses

from macros.model.pages import Helper
from macros.opening import open_guide
from support import CONTENT, DAY


def test_who_serves_a_commune_comes_before_who_serves_its_department():
    guide = open_guide(CONTENT, DAY)
    pertuis = dataclasses.replace(guide, commune=guide.communes["84089"])
    assert [p.contact.id for p in pertuis.people(Helper(role="accueil-social"))] == ["cms-pertuis"]
