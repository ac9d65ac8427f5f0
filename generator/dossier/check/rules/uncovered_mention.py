"""Every quotation, quantity, date and name in the source texts must be covered, exempt with a reason, or excluded.

Passes: `567` in a passage of a number; `‘incinerated’` exempt as `not speech`; a date in an excluded advertisement.
Fails:  a quotation that no quote cites. Checked where `content/dossier.yml` says `policy: {coverage: true}`. While
        a record cannot be read, only mentions whose words are not in its file are reported. Where the `note` of an
        exemption is still `TODO`, that is reported, once for all that it names.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.coverage import MentionKind
from dossier.model.finding import Finding
from dossier.text.wording import truncate

ID = "uncovered-mention"
EXPECTED_PLACES: dict[MentionKind, str] = {
    "quotation": "in no quote's passages",
    "quantity": "in no number's passages",
    "date": "in no dated record's passages",
    "name": "not a name, alias, role or title in any record",
}
MAX_EXCERPT_LENGTH = 80


def check(graph: Graph) -> Iterator[Finding]:
    for item in graph.coverage:
        mention = item.mention
        if item.state != "open" or item.exemption is not None or graph.dossier.may_be_unread(mention.text):
            continue
        words = truncate(mention.text, MAX_EXCERPT_LENGTH)
        problem = f"{mention.kind} `{words}` is {EXPECTED_PLACES[mention.kind]}"
        message = f"{problem}; record it, or exempt it in {item.source}"
        yield Finding(graph.dossier.source_texts[mention.file].location(mention.start), ID, message)
