"""Who made a dossier, and what readers may do with its words: the same statement in every format."""

from typing import Any

from dossier.graph import Graph
from dossier.model.dossier import Settings
from dossier.model.identifiers import Identifier
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext as _
from dossier.text.whitespace import collapse_whitespace


def author_names(settings: Settings) -> tuple[str, ...]:
    """Return the names to cite the dossier by: its authors, or else its publisher."""
    names = [author.name for author in settings.authors] or [settings.organization]
    return tuple(map(collapse_whitespace, names))


def doi_url(settings: Settings) -> str | None:
    """Return the address of the dossier's DOI."""
    return Identifier.parse(settings.identifier).url if settings.identifier else None


def rights_statement(settings: Settings) -> str | None:
    """Return what the licence is and what it does not include, in a sentence or two; None without a licence."""
    licence = settings.licence_terms
    if licence is None:
        return None
    return _(
        "The words and data of this dossier: %(licence)s (%(url)s). The quoted passages and the texts of sources are "
        "not included; their rights stay with their publishers.",
        licence=licence.name,
        url=licence.url,
    )


def licence_data(settings: Settings) -> dict[str, Any] | None:
    """Return the licence as data: its SPDX identifier, its name, its address and what it does not include."""
    licence = settings.licence_terms
    return {**licence._asdict(), "statement": rights_statement(settings)} if licence else None


def author_data(settings: Settings) -> list[dict[str, Any]]:
    """Return the authors as data, each with the ORCID if it is known."""
    return [author.model_dump(exclude_none=True) for author in settings.authors]


def dossier_data(graph: Graph, publication: PublishContext) -> dict[str, Any]:
    """Return what the settings say of the dossier, and when and where it is published, as far as that is known."""
    settings = graph.dossier.settings
    data = {
        "title": settings.title,
        "name": settings.name,
        "description": graph.plain_text(settings.description),
        "language": settings.language,
        "organization": settings.organization,
        "headline": settings.headline,
        "edited_by": list(settings.edited_by),
        "authors": author_data(settings),
        "licence": licence_data(settings),
        "keywords": list(settings.keywords),
        "identifier": settings.identifier,
        "edition": publication.published_on.isoformat() if publication.published_on else None,
        "site": publication.site_url,
        "sides": [side.model_dump() for side in settings.sides],
    }
    return {name: value for name, value in data.items() if value or name == "sides"}
