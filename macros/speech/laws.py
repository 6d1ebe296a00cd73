"""The law in small type: what many facts cite, each code named once."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CODE = re.compile(r"(CCH|CJA|CPCE|CPC|CASF|CESEDA|CGCT|CRPA|CSS)\b,? (?:art\. )?(.+)")
_ARTICLE = re.compile(r"[LRD]\.\*? ?\d|\d+\b")
_BETWEEN = re.compile(r", (?=[LRD]\.)")


def condensed(laws: Iterable[str]) -> str:
    """`CCH art. L. 300-1, L. 441-2-3 ; loi du 6 juillet 1989` from what each fact cites, without repeats."""
    codes: dict[str, list[str]] = {}
    others: list[str] = []
    for law in laws:
        current = ""
        for part in law.split(" ; "):
            match = _CODE.fullmatch(part)
            if match:
                current, rest = match[1], match[2]
            elif current and _ARTICLE.match(part):
                rest = part
            else:
                if part not in others:
                    others.append(part)
                continue
            known = codes.setdefault(current, [])
            known += [a for a in _BETWEEN.split(rest) if a not in known]
    grouped = [f"{code} art. {', '.join(sorted(articles, key=_rank))}" for code, articles in codes.items()]
    return " ; ".join([*grouped, *others])


def _rank(article: str) -> tuple[str, list[int], str]:
    """Articles as a code orders them: L before R, then by number."""
    return (article[:1], [int(n) for n in re.findall(r"\d+", article)], article)
