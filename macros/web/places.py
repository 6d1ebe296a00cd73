"""What scripts know of the communes: how each is looked for, and how to ring its town hall. Fetched when a
commune is looked for or has been chosen.
"""

from __future__ import annotations

from ..guide.guide import Guide
from ..speech.calls import dialled
from ..speech.in_script import script_of
from ..views.indexes import commune_names

#: Where pages find it, below the root of a language.
PLACES = "assets/places.js"


def places_script(guide: Guide) -> str:
    """INSEE code -> [names parted by « | », department, telephone of the town hall, its link]."""
    return script_of(
        "Guide.places",
        {
            c.insee: [
                commune_names(c),
                c.department,
                c.phone,
                f"tel:{dialled(c.phone)}" if c.phone else "",
            ]
            for c in guide.communes.values()
        },
    )
