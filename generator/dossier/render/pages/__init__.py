"""The pages about the whole dossier, the index of each kind of record among them."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from dossier.check.run import RULE_DOCS
from dossier.coverage.compute import CoverageCount, count_coverage
from dossier.detect.abilities import ABILITIES, DEGREES, degree_of
from dossier.detect.languages import detectors_for, reads_words
from dossier.export.registry import EXPORT_DOCS
from dossier.graph import Graph
from dossier.graph.revisions import list_revisions
from dossier.io.rules import LOAD_RULE_DOCS
from dossier.model.docs import ExportDoc
from dossier.model.kinds.source import Exemption
from dossier.render.markdown import Markdown
from dossier.render.pages import explore, home, map, network, timeline
from dossier.render.pages.examples import relayed_example, shared_origin_example
from dossier.render.pages.indexes import INDEX_PAGES
from dossier.render.pages.site_page import SitePage
from dossier.render.pages.sources import sources_read, sources_second_hand
from dossier.text.interface import active_interface, gettext, ngettext

__all__ = ["PAGES", "SitePage"]

RULES_PAGE = "rules.md"
RULES = (*RULE_DOCS, *LOAD_RULE_DOCS)


class SourceCoverage(NamedTuple):
    """The coverage of one source's text: its key, the counts of each kind of mention, its exemptions."""

    source: str
    rows: tuple[CoverageCount, ...]
    exemptions: tuple[Exemption, ...]

    def total(self, state: str) -> int:
        """Return how many mentions of any kind are in a state."""
        return sum(row.counts[state] for row in self.rows)


def _coverage(graph: Graph) -> Mapping[str, Any]:
    exemptions = {source.id: _finished(source.exempt) for source in graph.dossier.sources}
    counts = (count for count in count_coverage(graph.coverage) if f"source:{count.source}" in graph.visible_keys)
    return {
        "reading": _reading(graph),
        "coverage": [
            SourceCoverage(f"source:{source}", tuple(rows), exemptions[source])
            for source, rows in groupby(counts, key=lambda count: count.source)
        ],
        "exemptions": _finished(graph.dossier.settings.exempt),
    }


def _finished(exemptions: Iterable[Exemption]) -> tuple[Exemption, ...]:
    return tuple(exemption for exemption in exemptions if not exemption.is_unfinished)


class LanguageReading(NamedTuple):
    """A language of the dossier or of its texts, and to which degree it is read, by each checked one of `ABILITIES`."""

    language: str
    degrees: tuple[str, ...]


def _reading(graph: Graph) -> list[LanguageReading]:
    """Return what is read in each language; nothing if all is read in all of them."""
    sources = (source for source in graph.dossier.sources if source.key in graph.visible_keys and source.has_text)
    languages = (graph.dossier.settings.language, *(graph.dossier.language_of(source) for source in sources))
    checked = [ability for ability in ABILITIES if ability.is_checked]
    readings = [
        LanguageReading(language, tuple(degree_of(ability, detectors_for(language)) for ability in checked))
        for language in dict.fromkeys(languages)
    ]
    if all(set(reading.degrees) == {DEGREES[0]} for reading in readings):
        return []
    return [reading._replace(degrees=tuple(gettext(degree) for degree in reading.degrees)) for reading in readings]


class ExportGroup(NamedTuple):
    """The export formats that serve one purpose."""

    name: str
    exports: tuple[ExportDoc, ...]


def _data(graph: Graph) -> Mapping[str, Any]:
    by_group = groupby(EXPORT_DOCS, key=lambda export: export.group)
    return {"groups": [ExportGroup(name, tuple(exports)) for name, exports in by_group]}


def _corrections(graph: Graph) -> Mapping[str, Any]:
    return {"revisions": list_revisions(graph), "settings": graph.dossier.settings}


def _how_we_check(graph: Graph) -> Mapping[str, Any]:
    settings = graph.dossier.settings
    return {
        "sources_read": sources_read(graph),
        "second_hand": sources_second_hand(graph),
        "relayed": relayed_example(graph),
        "shared": shared_origin_example(graph),
        "rules": _rules_link(),
        "unchecked_language": "" if detectors_for(settings.language) else settings.language,
        "partly_checked_language": "" if reads_words(graph.dossier) else settings.language,
    }


def _rules_link() -> str:
    """Return the number of the rules as a link to their page, where the site has it."""
    words = ngettext("%(number)s rule", "%(number)s rules", len(RULES))
    return Markdown(f"[{words}]({RULES_PAGE})") if active_interface().is_source else words


def _rules(graph: Graph) -> Mapping[str, Any]:
    return {"rules": RULES}


PAGES: tuple[SitePage, ...] = (
    home.PAGE,
    explore.PAGE,
    timeline.PAGE,
    network.PAGE,
    map.PAGE,
    *INDEX_PAGES,
    SitePage("coverage.md", "coverage.md.j2", _coverage),
    SitePage("how-we-check.md", "how-we-check.md.j2", _how_we_check, is_searchable=True),
    SitePage(RULES_PAGE, "rules.md.j2", _rules, is_in_english=True, is_searchable=True),
    SitePage("corrections.md", "corrections.md.j2", _corrections, is_searchable=True),
    SitePage("data.md", "data.md.j2", _data, is_searchable=True),
)
