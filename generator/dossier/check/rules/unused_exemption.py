"""An exemption must be needed: a text has the words, as a mention of that kind, and nothing else covers them.

Passes: `exempt: [{text: incinerated, kind: quotation, reason: not speech, …}]` with those words in quotation marks.
Fails:  the same once a quote cites them, or where the text has no such words. In `content/dossier.yml`: where that is
        so of every text, or where a source has the same exemption.
"""

from collections.abc import Iterator, Set

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.source import Exemption
from dossier.text.whitespace import collapse_whitespace

ID = "unused-exemption"


def check(graph: Graph) -> Iterator[Finding]:
    dossier, settings = graph.dossier, graph.dossier.settings
    if not settings.policy.coverage:
        return
    used = {(item.source, item.exemption) for item in graph.coverage if item.exemption is not None}
    used_in_dossier = {
        index
        for index in range(len(settings.exempt))
        if any((source.id, len(source.exempt) + index) in used for source in dossier.sources)
    }
    for source in dossier.sources:
        for index, exemption in enumerate(source.exempt):
            location = source.location("exempt", index, "text")
            if (source.id, index) not in used:
                yield Finding(location, ID, "unused exemption; remove it")
            elif (other := _same_in_dossier(exemption, graph, used_in_dossier)) is not None:
                place = settings.location("exempt", other, "text")
                yield Finding(location, ID, f"{place} exempts these words in every source; remove one of the two")
    for index, exemption in enumerate(settings.exempt):
        if index not in used_in_dossier:
            message = f"unused exemption{_why_unused(exemption, graph)}; remove it"
            yield Finding(settings.location("exempt", index, "text"), ID, message)


def _same_in_dossier(exemption: Exemption, graph: Graph, indexes: Set[int]) -> int | None:
    """Return the index of an exemption of the dossier, among these, that names all that a source's exemption names."""
    exempt = graph.dossier.settings.exempt
    return next((index for index in sorted(indexes) if _includes(exempt[index], exemption)), None)


def _includes(outer: Exemption, inner: Exemption) -> bool:
    """Return whether an exemption names all that another names."""
    has_same_words = outer.kind == inner.kind and _words(outer.text) == _words(inner.text)
    return has_same_words and outer.prefix in (None, inner.prefix) and outer.suffix in (None, inner.suffix)


def _why_unused(exemption: Exemption, graph: Graph) -> str:
    """Return why an exemption of the dossier is unused, if that is known."""
    for source in graph.dossier.sources:
        if any(_includes(exemption, own) for own in source.exempt):
            return f": {source.id} exempts these words itself"
    for item in graph.coverage:
        mention = item.mention
        if (mention.kind, _words(mention.text)) == (exemption.kind, _words(exemption.text)) and item.state == "covered":
            return ": a record covers these words"
    return ""


def _words(text: str) -> str:
    return collapse_whitespace(text)
