"""The one page that `serve` shows where the content has findings from the start."""

from collections.abc import Iterable

from dossier.model.finding import Finding
from dossier.model.output import OutputFile
from dossier.render.assets import assets
from dossier.render.markdown import escape_block


def findings_page(findings: Iterable[Finding]) -> tuple[OutputFile, ...]:
    """A home page that lists what to mend, and what the browser needs to show it."""
    lines = "".join(f"- {escape_block(finding)}\n" for finding in findings)
    return (
        OutputFile("index.md", f"# This dossier has findings\n\nMend them, and the pages appear here.\n\n{lines}"),
        *assets(),
    )
