"""A text must be what its original contains: extracted again with the same reader, it is the same.

With another version of the reader, or where the record does not say how the text was extracted, most of its words must
be in the original.

Passes: a text with its PDF, as `dossier add source` has written both.
Fails:  a sentence changed in the text; the PDF of another article.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.dossier import OriginalFile, SourceText
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Original, Source

ID = "text-not-from-original"


def check(graph: Graph) -> Iterator[Finding]:
    dossier = graph.dossier
    for source in dossier.sources:
        if source.original is None or source.text is None or source.text not in dossier.source_texts:
            continue
        original = source.original
        file = dossier.originals.get(original.file)
        if file is not None and file.sha256 == original.sha256:
            yield from _compare(source, original, file, dossier.source_texts[source.text])


def _compare(source: Source, original: Original, file: OriginalFile, text: SourceText) -> Iterator[Finding]:
    from dossier.documents.comparison import compare_with_original  # Only here: most checks read no document again.

    try:
        comparison = compare_with_original(original, file, text)
    except UserError as error:
        if original.extraction is not None:  # Otherwise somebody has extracted the text by other means.
            yield Finding(
                source.location("original", "extraction", "reader"), ID, f"its text cannot be extracted again: {error}"
            )
        return
    if comparison.has_same_version and comparison.difference:
        message = f"the text differs from seeds/{original.file} {comparison.difference}"
        yield Finding(
            source.location("original", "file"), ID, f"{message}; `dossier reextract {source.id}`, or restore it"
        )
    elif not comparison.is_related:
        message = f"only {comparison.shared:.0%} of the text's phrases are in seeds/{original.file}"
        yield Finding(source.location("original", "file"), ID, f"{message}: name the document that it comes from")
