"""What a build is asked for, and the places that follow from it."""

from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path

#: The public address of a site: a host, and a folder if need be; no question, no fragment, no space.
ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+(?:/[^\s?#\"'<>\\]*)?")


@dataclass(frozen=True)
class Plan:
    """What to build: `languages` None means all; `out` is where the site is
    published; `day` dates the edition; `work` holds what is staged; `commune` is the
    INSEE code of the commune whose contacts the sheets give (all communes when None).
    `compressed` puts compressed copies beside the files, for hosts that give them out.
    """

    root: Path
    content: Path
    territory: str
    languages: list[str] | None
    day: dt.date
    out: Path
    work: Path | None = None
    commune: str | None = None
    compressed: bool = False

    @property
    def staging(self) -> Path:
        """Where this territory is staged; kept between builds."""
        return (self.work or self.root / ".build") / self.territory

    @property
    def papers_list(self) -> Path:
        """Where the list of papers is written for the pages: what each has of pages and bytes."""
        return self.staging / "papers.json"

    @property
    def address_problem(self) -> str:
        """What is wrong with the public address that was given, in a sentence; empty when it is sound."""
        given = os.environ.get("GUIDE_SITE_URL")
        if given is None or ADDRESS.fullmatch(given):
            return ""
        return (
            f"GUIDE_SITE_URL : « {given} » n’est pas une adresse de site ; "
            "il faut par exemple « https://logement.exemple.fr/guide/ »."
        )

    @property
    def base_url(self) -> str:
        """The public address, for QR codes and the sitemap. Always ends with a slash."""
        return os.environ.get("GUIDE_SITE_URL", "http://127.0.0.1:8000/").rstrip("/") + "/"
