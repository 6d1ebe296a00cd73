"""What makes a sheet impossible: always says which object, which language and which field."""

from __future__ import annotations

from collections.abc import Iterable


class SheetFault(Exception):
    """One sheet cannot be printed: `subject` (`procedures/dalo`), `lang`, `field` (`steps.envoyer.text`) and
    a French sentence.
    """

    def __init__(self, subject: str, lang: str, field: str, sentence: str) -> None:
        self.subject, self.lang, self.field, self.sentence = subject, lang, field, sentence
        super().__init__(subject, lang, field, sentence)

    def __str__(self) -> str:
        return f"fiche {self.subject} ({self.lang}), champ {self.field} : {self.sentence}"


class SheetFaults(Exception):
    """Every fault of a batch; the message lists them one a line."""

    def __init__(self, faults: Iterable[SheetFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        lines = [f"  {fault}" for fault in self.faults]
        return "\n".join([f"Fiches à imprimer : {len(lines)} faute{'s' if len(lines) > 1 else ''}.", *lines])


def split_context(context: str, default: str) -> tuple[str, str]:
    """`procedures/dalo#steps.envoyer.text` -> (`procedures/dalo`, `steps.envoyer.text`); `default` names the
    object otherwise.
    """
    subject, _, field = context.rpartition("#")
    return (subject or default, field or context or "texte")
