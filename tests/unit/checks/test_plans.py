"""What an aid names of other aids, of its plan and of its list is looked up."""

from __future__ import annotations

import pytest

PATHWAY = "pathways/ma-situation.yml"


def faulty(valid, faults, path: str, old: str, new: str) -> list[str]:
    """The faults of the small content once `old` is `new` in a file."""
    file = valid / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    return [f.message for f in faults(valid)]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("{aid: ma-situation, question: q7, answers: {oui: oui}}", "ne pose pas la question « q7 »"),
        (
            "{aid: ma-situation, question: q1, answers: {ouii: oui}}",
            "« ouii » n’est pas une réponse à « q1 »",
        ),
        (
            "{aid: ma-situation, question: q1, answers: {oui: ouii}}",
            "« ouii » n’est pas une réponse à « q1 »",
        ),
        ("{aid: ailleurs, question: q1, answers: {oui: oui}}", "aucun(e) aide à la décision"),
    ],
)
def test_a_question_asked_elsewhere_exists_there(valid, faults, known, said):
    found = faulty(valid, faults, PATHWAY, "    answers:", f"    known: [{known}]\n    answers:")
    assert [message for message in found if said in message] != []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("today: [nulle-part]", "n’est pas une étape de"),
        ("delay: jamais", "Aucune calculette ne s’appelle « jamais »"),
        ("letters: [a-personne]", "aucun(e) lettre à envoyer"),
    ],
)
def test_what_a_plan_names_exists(valid, faults, line, said):
    outcome = f"{{id: r, title: R, text: T, to: renouveler, {line}, proof: [f-un-an]}}"
    found = faulty(
        valid,
        faults,
        PATHWAY,
        'to: "contact:adil"}\nexamples:',
        f"to: r}}\noutcomes:\n  - {outcome}\nexamples:",
    )
    assert [message for message in found if said in message] != []
