"""A statement of the editor's own must not contain a figure, date, name or quotation that no evidence has.

Passes: `Neither the *Gazette* nor the *Ledger* gives the day.[^editor]`, where the record cites both.
Fails:  `The 600 sailors are not mentioned.[^editor]`, where no passage of the record, or of a linked record, has it.
    Calculations belong in an assessment, whose figures are not checked.
"""

from collections.abc import Iterator

from dossier.check.figure_support import unsupported_figures
from dossier.check.name_support import unsupported_names
from dossier.check.prose import ProseItem, iter_prose
from dossier.check.prose_support import unsupported_dates, unsupported_quotations
from dossier.graph import Graph
from dossier.model.base import ProseField
from dossier.model.finding import Finding

ID = "editor-statement-unsupported"


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph, by="editor"):
        for words in dict.fromkeys(_unsupported(graph, prose)):
            message = f"`{words}` is in no passage of this record or a linked one; cite it, or leave it out"
            yield Finding(prose.location(words), ID, message)


def _unsupported(graph: Graph, prose: ProseItem) -> Iterator[str]:
    yield from unsupported_names(graph, prose)
    yield from unsupported_quotations(graph, prose)
    yield from unsupported_dates(graph, prose)
    mark = prose.statement.field.mark
    if isinstance(mark, ProseField) and mark.statements_by != "editor":
        yield from unsupported_figures(graph, prose)
