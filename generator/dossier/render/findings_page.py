"""The page that `serve` shows if the content has findings from the start."""

from collections.abc import Iterable

from dossier.model.finding import Finding
from dossier.model.output import OutputFile
from dossier.render.assets import assets
from dossier.render.markdown import escape_block


def findings_page(findings: Iterable[Finding]) -> tuple[OutputFile, ...]:
    """Return a home page that lists the findings, and the assets that browsers need to show it."""
    items = "".join(f"- {escape_block(finding)}\n" for finding in findings)
    return (
        OutputFile("index.md", f"# This dossier has findings\n\nFix them, and the pages appear here.\n\n{items}"),
        *assets(),
    )
