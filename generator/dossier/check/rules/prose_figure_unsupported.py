"""A figure in a statement, in digits or in words, must appear in the statement's own evidence.

Passes: `567 had gone`, where the passage that the statement cites, or one of a linked record, says `567 dockers`.
Fails:  `576 had gone`, or `six weeks` where the passage has five. Put calculations of your own in an assessment or a
    note.
"""

from collections.abc import Iterator

from dossier.check.figure_support import unsupported_figures
from dossier.check.prose import iter_prose, unreadable_languages
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "prose-figure-unsupported"


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph):
        for words in unsupported_figures(graph, prose):
            message = (
                f"`{words}` does not appear in this statement's passages or in those of records it links; correct it"
            )
            if languages := unreadable_languages(graph, prose):
                message = (
                    f"`{words}`: figures in `{', '.join(languages)}` are not read; link a number with `figure_basis`"
                )
            yield Finding(prose.location(words), ID, message)
