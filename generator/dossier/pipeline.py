"""The stages in order: load, resolve passages, compute coverage, build the graph, check, then render and export.

The last two are imported when they begin, because a check, which editors wait for, does without them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.check.background import start
from dossier.check.run import can_be_shown, forget_texts, run_rules
from dossier.coverage.compute import compute_coverage
from dossier.graph import Graph, build_graph
from dossier.graph.markup import forget_parts
from dossier.io.memory import give_back_memory
from dossier.load.loader import ItemMemory, load_dossier
from dossier.match.resolve import PassageMemory, resolve_passages
from dossier.model.docs import CommandDoc
from dossier.model.dossier import Settings
from dossier.model.finding import Finding
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile, in_interface_language
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.text.interface import interface_language
from dossier.text.wording import shorten_quoted

if TYPE_CHECKING:
    from dossier.render import JsonLd
    from dossier.render.alternates import Alternates
    from dossier.render.social_cards import SocialCard

MAX_REPORTED = 500
"""The most findings of one rule in one file that are reported one by one."""
MAX_MESSAGE = 180
"""The most characters of a message, which with its location and rule then takes two lines of a terminal."""


class CheckResult(NamedTuple):
    """The dossier as far as it could be read (None if its settings are unreadable), and all findings, sorted."""

    graph: Graph | None
    findings: tuple[Finding, ...]


class DossierMemory:
    """What is kept of a dossier between two times that it is linked."""

    def __init__(self) -> None:
        self.items, self.passages = ItemMemory(), PassageMemory()


def link_dossier(root: Path, memory: DossierMemory | None = None) -> CheckResult:
    """Load the dossier below `root` and build its graph; return it with the findings of loading, unsorted.

    With a `memory`, only what has changed since it was last used is read again. Never raises for anything the files
    contain.
    """
    memory = memory or DossierMemory()
    dossier, findings = load_dossier(root, memory.items)
    if dossier is None:
        return CheckResult(None, tuple(findings))
    resolution = resolve_passages(dossier, memory.passages)
    coverage = compute_coverage(dossier, resolution) if dossier.settings.policy.coverage else ()
    return CheckResult(build_graph(dossier, resolution, coverage), tuple(findings))


def check_dossier(root: Path) -> CheckResult:
    """Load and check the dossier below `root`. Never raises for anything its files contain."""
    graph, findings = link_dossier(root)
    if graph is None:
        return CheckResult(None, sort_findings(findings))
    return CheckResult(graph, sort_findings([*findings, *summarize_many(run_rules(graph))]))


class StartedCheck(NamedTuple):
    """A dossier whose pages may be rendered while its rules run, unless there are `findings` already."""

    graph: Graph | None
    findings: tuple[Finding, ...]
    wait: Callable[[], tuple[Finding, ...]] = tuple
    """Waits for the rules, and returns their findings, sorted."""


def start_check(root: Path, afterwards: Callable[[Graph], object] = lambda graph: None) -> StartedCheck:
    """Load the dossier below `root` and start to check it, in another process where that is possible.

    There, `afterwards` is called if there are no findings. If the dossier cannot be rendered, the check is finished
    first.
    """
    from dossier.model.schema import json_schema_of

    graph, findings = link_dossier(root)
    if graph is None:
        return StartedCheck(None, sort_findings(findings))
    if findings or not can_be_shown(graph):
        return StartedCheck(graph, sort_findings([*findings, *summarize_many(run_rules(graph))]))
    _ = graph.statements  # Both processes need this, and share what there is before they part.
    for record in graph.visible:
        graph.corroboration_of(record)
    for kind in (*KINDS, Settings):
        json_schema_of(kind)
    forget_parts()
    task = partial(_run_rules_and, afterwards, graph)
    wait = start(task)
    if wait is task:  # There is no other process: findings come first.
        return StartedCheck(graph, sort_findings(summarize_many(task())))
    return StartedCheck(graph, (), lambda: sort_findings(summarize_many(wait())))


def _run_rules_and(afterwards: Callable[[Graph], object], graph: Graph) -> list[Finding]:
    findings = run_rules(graph, is_only_run=True)
    if not findings:
        forget_texts()
        give_back_memory()
        afterwards(graph)
    return findings


def render_pages(
    graph: Graph, publication: PublishContext = NO_CONTEXT, commands: Sequence[CommandDoc] = ()
) -> tuple[OutputFile, ...]:
    """Return the Markdown pages of a dossier without findings, each rendered when its content is asked for.

    `commands` are documented in the handbook; they are passed in because `cli` is a higher layer.
    """
    from dossier.render import iter_pages

    return tuple(in_interface_language(_language(graph), iter_pages(graph, publication, commands)))


def render_page_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the files that pages load in browsers, as they are made: scripts and their data, style sheets."""
    yield from render_scripts(graph)
    yield from render_page_data(graph, publication)


def render_served_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the same, and the social cards, each drawn when it is asked for."""
    from dossier.render.card_drawing import draw_card

    yield from render_page_assets(graph, publication)
    for card in page_cards(graph) if publication.site_url else ():
        yield OutputFile(card.path, partial(draw_card, card.words, card.key))


def render_scripts(graph: Graph) -> Iterator[OutputFile]:
    """Yield the scripts, style sheets and other files that all dossiers have."""
    from dossier.render import iter_assets

    yield from in_interface_language(_language(graph), iter_assets())


def render_page_data(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the data of the scripts, and the images of cited pages, as they are made."""
    from dossier.render import iter_page_assets

    yield from in_interface_language(_language(graph), iter_page_assets(graph, publication))


def render_exports(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the data files, as they are made."""
    from dossier.export.registry import export_all

    yield from in_interface_language(_language(graph), export_all(graph, publication))


def render_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield all files that accompany the pages, as they are made."""
    yield from render_scripts(graph)
    yield from render_data(graph, publication)


def render_data(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the data of the scripts and the data files, as they are made."""
    yield from render_page_data(graph, publication)
    yield from render_exports(graph, publication)


def _language(graph: Graph) -> str:
    return graph.dossier.settings.language


def render_all(
    graph: Graph, publication: PublishContext = NO_CONTEXT, commands: Sequence[CommandDoc] = ()
) -> tuple[OutputFile, ...]:
    """Return every file of a dossier: the pages, then their assets."""
    return (*render_pages(graph, publication, commands), *render_assets(graph, publication))


def json_ld(graph: Graph, publication: PublishContext = NO_CONTEXT) -> "JsonLd":
    """Return the JSON-LD of each page, built when a page's head asks for it."""
    from dossier.export.registry import EXPORT_DOCS
    from dossier.render import JsonLd

    return JsonLd(graph, publication, EXPORT_DOCS)


def page_alternates(graph: Graph, publication: PublishContext = NO_CONTEXT) -> "Alternates":
    """Return the data, the feeds and the images that the heads of pages lead to."""
    from dossier.render.alternates import find_alternates

    with interface_language(_language(graph)):
        return find_alternates(graph, publication)


def page_cards(graph: Graph) -> tuple["SocialCard", ...]:
    """Return the images for previews of links to pages, each once."""
    from dossier.render.social_cards import social_cards

    with interface_language(_language(graph)):
        return tuple({card.path: card for card in social_cards(graph).values()}.values())


def summarize_many(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; of very many of a rule in a file, the first ones and one with the number of the others."""
    by_file_and_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_file_and_rule.setdefault((finding.location.path, finding.rule), []).append(finding)
    for group in by_file_and_rule.values():
        if len(group) <= MAX_REPORTED + 1:
            yield from group
            continue
        first, *others = sort_findings(group)[MAX_REPORTED:]
        yield from sort_findings(group)[:MAX_REPORTED]
        yield first._replace(message=f"{len(others) + 1:,} more findings of this rule in this file", detail={})


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by location, then rule and message, as reports list them; long values are cut in their messages."""
    shortened = (
        finding._replace(message=shorten_quoted(finding.message, MAX_MESSAGE))
        if len(finding.message) > MAX_MESSAGE
        else finding
        for finding in findings
    )
    return tuple(sorted(shortened, key=lambda finding: (finding.location, finding.rule, finding.message)))
