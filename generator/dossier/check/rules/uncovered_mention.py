"""Every quotation, quantity, calendar expression and name of the texts is recorded, exempt with a reason, or excluded.

Passes: `567` in a passage of a number; `‘incinerated’` exempt as `not speech`; a date in an excluded advertisement.
Fails:  a quotation that no quote rests on. Held where `content/dossier.yml` says `policy: {coverage: true}`.
"""

from collections.abc import Iterator

from dossier.check.helpers import texts_loaded
from dossier.graph import Graph
from dossier.model.coverage import MentionKind
from dossier.model.finding import Finding

ID = "uncovered-mention"
WANTED: dict[MentionKind, str] = {
    "quotation": "in no passage of a quote",
    "quantity": "in no passage of a number",
    "date": "in no passage of a dated record",
    "name": "no spelling, role or title of an actor, place or source",
}
SHOWN = 80


def check(graph: Graph) -> Iterator[Finding]:
    if not texts_loaded(graph) or graph.dossier.unreadable_keys or not all(one.is_found for one in graph.citations):
        return  # What these rest on is not known: other rules have spoken.
    for covered in graph.coverage:
        if covered.state == "open":
            mention = covered.mention
            words = " ".join(mention.text.split())
            shown = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
            message = (
                f"the {mention.kind} `{shown}` is {WANTED[mention.kind]}: record it, or exempt it in {covered.source}"
            )
            yield Finding(graph.dossier.source_texts[mention.file].location(mention.start), ID, message)
