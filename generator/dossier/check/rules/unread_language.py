"""A dossier in a language that is not read must say so in its policy, and a source in another language names it.

Passes: `language: en`; `language: nl` in `dossier.yml` with `policy: {unchecked_languages: [nl]}`, which readers see;
    `language: nl` in a source: numbers that cite it take `figure_basis`, and dates `reasoning`.
Fails:  `language: nl` in `dossier.yml` alone; a source whose text is in Dutch, without `language`.
"""

from collections.abc import Iterator

from dossier.detect.language import most_likely_language, seems_to_be_in
from dossier.detect.languages import detectors_for
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "unread-language"


def check(graph: Graph) -> Iterator[Finding]:
    settings = graph.dossier.settings
    if not detectors_for(settings.language):
        if settings.language not in settings.policy.unchecked_languages:
            language = settings.language
            accept = f"accept it with `policy: {{unchecked_languages: [{language}]}}`"
            message = (
                f"figures, dates and names in `{language}` are not checked: say `figure_basis`, `reasoning`; {accept}"
            )
            yield Finding(settings.location("language"), ID, message)
        return
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "")
        if source.language is None and text is not None and not seems_to_be_in(settings.language, text.text):
            ours = settings.language
            likely = most_likely_language(text.text)
            example = f", such as `{likely}`," if likely and likely != ours else ""
            message = f"this text does not seem to be in `{ours}`: add its `language`{example} or `language: {ours}`"
            yield Finding(source.location("text"), ID, message)
