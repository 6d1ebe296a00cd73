"""Skeletons of new content files: every key that an editor will need, in order, with nothing invented."""

from __future__ import annotations

_PAGE = """id: {id}
title: ""            # ce que la personne cherche, dans ses mots
short: ""            # la réponse, en deux phrases au plus
keywords: []         # 8 à 15 mots que les gens tapent
"""

#: Kind -> the text of a new file of it.
SKELETONS = {
    "procedure": _PAGE.replace("title", "group: demander      # un groupe de navigation.yml\ntitle", 1)
    + """act: {text: "", to: ""}    # le geste qui vient d’abord ; urgence : calls, - {phone: …, text: …}
audience: [demandeur]
stages: []           # « quel papier avez-vous ? » : - {id: …, title: …, icon: …, text: …, steps: […]}
conditions:
  all: []            # il faut tout cela : - {id: …, text: …, whose: applicant, proof: [fait]}
  any: []            # une seule suffit : - {id: …, text: …, proof: [fait]}
  unless: []         # sauf si : - {id: …, text: …, then: …, proof: [fait]}
steps: []            # - {id: …, text: …, proof: [fait]}
papers:
  required: []       # - {document: …}
  later: []          # - {document: …, when: …}
  never: []          # - {id: …, text: …, proof: [fait]}
deadlines: []        # - {id: …, text: "… {valeur:…}", value: …, proof: [fait]}
outcomes: []         # - {id: …, if: …, then: …, next: …, proof: [fait]}
recourse: []         # - {id: …, text: …, proof: [fait]}
decisions: []        # de content/decisions/ : qui décide, en combien de temps, comment contester
unknown: []          # - {id: …, text: …, ask_role: adil}
contacts: []         # - {role: adil}
agent: []            # - {id: …, text: …, proof: [fait]}
show: []             # phrases à montrer : - {id: …, text: …, proof: [fait]}
letters: []          # courriers reçus, de content/letters.yml
related: []
""",
    "counter": _PAGE.replace("title", "group: guichet\ntitle", 1)
    + "audience: [agent]\nsteps: []\nagent: []\n",
    "criterion": """id: {id}
title: ""
text: ""             # qui est concerné
law: ""              # CCH art. …
proof: []
papers: []
opens: []
agent: []
keywords: []
""",
    "contact": """id: {id}
kind: ""
name: ""
short: ""            # ce que ce contact fait pour vous
keywords: []
does: []
does_not: []
phones: []           # - {number: "…", status: to-confirm, proof: [fait]}
serves: {departments: []}
""",
    "framework": _PAGE + "sections: []         # - {id: …, title: …, text: …, proof: [fait]}\n",
    "outgoing": _PAGE
    + """answers: []          # - "decision:…#gracieux" : la décision, et ce que la lettre en fait
to: {name: "", role: "", where: ""}    # sans rôle si l’adresse est sur la lettre reçue
subject: "Objet : "
fields: []           # - {id: recue-le, kind: date, label: …, starts: yes}
body: []             # - {id: …, text: "… {champ:recue-le} …", proof: [fait]}
enclosed: []         # - {id: …, text: Copie de la lettre contestée}
does: []             # - {id: …, text: …, proof: [fait]}
does_not: []
then: []
related: []
""",
    "pathway": _PAGE
    + """kind: tree           # ou tally, ceilings, deadlines
start: q1
questions:
  - id: q1
    text: ""
    answers:
      - {id: nsp, text: Je ne sais pas, to: ""}
outcomes: []         # - {id: …, title: …, text: …, to: …, proof: [fait]}
examples: []
""",
}


def skeleton(kind: str, identifier: str) -> str:
    """The text of a new file of `kind` for `identifier`. Raises KeyError for a kind without a skeleton."""
    return SKELETONS[kind].replace("{id}", identifier)
