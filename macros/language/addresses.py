"""What a web address and an e-mail address may be: the one
place that says so, for fields, links in sentences and tables.
"""

from __future__ import annotations

import re

#: A host with a dot, nobody's name before it; then anything
#: but blanks, quotes and what a browser or a shell might read.
_WEB = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#][^\s<>\"'{}|\\^`]*)?", re.IGNORECASE)

#: Neither « ? » nor « % » : they would add recipients or
#: a text to the message that a reader is about to write.
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


def is_web_address(text: str) -> bool:
    """Whether `text` is a whole web address (`https://…`):
    no script, no other scheme, no address without a scheme.
    """
    return bool(_WEB.fullmatch(text))


def is_email(text: str) -> bool:
    """Whether `text` is one e-mail address and nothing more."""
    return bool(_EMAIL.fullmatch(text))
