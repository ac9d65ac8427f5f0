"""Licences by their SPDX identifiers (SPDX License List), with their addresses; who wrote a dossier, and its DOI."""

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from dossier.model.base import Model, NonEmptyStr
from dossier.model.identifiers import Identifier
from dossier.text.suggest import did_you_mean


class Licence(NamedTuple):
    """A licence: its SPDX identifier, its name and its page at the publisher."""

    id: str
    name: str
    url: str


_CREATIVE_COMMONS = "https://creativecommons.org"
LICENCES: tuple[Licence, ...] = (
    Licence("CC0-1.0", "CC0 1.0", f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/"),
    Licence("CC-BY-4.0", "CC BY 4.0", f"{_CREATIVE_COMMONS}/licenses/by/4.0/"),
    Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", f"{_CREATIVE_COMMONS}/licenses/by-sa/4.0/"),
    Licence("CC-BY-NC-4.0", "CC BY-NC 4.0", f"{_CREATIVE_COMMONS}/licenses/by-nc/4.0/"),
    Licence("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", f"{_CREATIVE_COMMONS}/licenses/by-nc-sa/4.0/"),
    Licence("CC-BY-ND-4.0", "CC BY-ND 4.0", f"{_CREATIVE_COMMONS}/licenses/by-nd/4.0/"),
    Licence("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", f"{_CREATIVE_COMMONS}/licenses/by-nc-nd/4.0/"),
    Licence("CC-BY-3.0", "CC BY 3.0", f"{_CREATIVE_COMMONS}/licenses/by/3.0/"),
    Licence("CC-BY-SA-3.0", "CC BY-SA 3.0", f"{_CREATIVE_COMMONS}/licenses/by-sa/3.0/"),
    Licence("ODC-By-1.0", "ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    Licence("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    Licence("PDDL-1.0", "PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    Licence("OGL-UK-3.0", "OGL 3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    Licence("etalab-2.0", "Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
)
"""The licences that a dossier may have; to add one, add a line. `id` is that of the SPDX License List."""
_BY_ID = {licence.id.lower(): licence for licence in LICENCES}


def licence_of(id: str) -> Licence:
    """Return the licence with an SPDX identifier, which has no case, or with an address. Raises ValueError."""
    address = _plain_address(id)
    for licence in LICENCES:
        if id.lower() == licence.id.lower() or address == _plain_address(licence.url):
            return licence
    ids = [licence.id for licence in LICENCES]
    suggestion = did_you_mean(id.upper().replace(" ", "-"), ids) or f"; use one of {', '.join(ids)}"
    raise ValueError(f"`{id}` is no licence by its SPDX identifier{suggestion}")


def _plain_address(url: str) -> str:
    """Return an address without what differs between the pages of a licence, such as `legalcode` or `deed.es`."""
    page = re.sub(r"^https?://(www\.)?", "", url.strip(), flags=re.IGNORECASE)
    return re.sub(r"/(deed|legalcode)(\.[\w-]+)*$", "", page.rstrip("/"), flags=re.IGNORECASE).rstrip("/")


def _canonical_licence(text: str) -> str:
    return licence_of(text).id


def _orcid(text: str) -> str:
    """Return the code of an ORCID, written with or without its scheme, or as an address. Raises ValueError."""
    identifier = Identifier.parse(text if ":" in text else f"orcid:{text}")
    if identifier.scheme.name != "orcid":
        raise ValueError(f"`{text}` is not an ORCID; write it like 0000-0002-1825-0097")
    return identifier.code


def _doi(text: str) -> str:
    """Return a DOI as `doi:10.…`, written with or without its scheme, or as an address. Raises ValueError."""
    identifier = Identifier.parse(f"doi:{text}" if text.startswith("10.") else text)
    if identifier.scheme.name != "doi":
        raise ValueError(f"`{text}` is not a DOI; write it like doi:10.1000/182")
    return str(identifier)


def _matching(pattern: str) -> WithJsonSchema:
    """Return the schema of a text with a pattern."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


def _require_keys(value: object) -> object:
    """Explain how to write an author who is given as a name alone."""
    if isinstance(value, str):
        raise ValueError(f"write `name: {value}`, which may be followed by `kind` and `orcid`")
    return value


class DossierAuthor(Model):
    """A person or an organization, such as a team, who wrote the dossier, as citations name them."""

    name: Annotated[NonEmptyStr, Field(description="The name.")]
    kind: Annotated[
        Literal["person", "organization"], Field(description="Whether it is a person, or an organization or team.")
    ] = "person"
    orcid: Annotated[
        Annotated[NonEmptyStr, AfterValidator(_orcid), _matching(r"^\S*[0-9]{3}[0-9Xx]/?$")] | None,
        Field(description="The ORCID of a person.", examples=["0000-0002-1825-0097"]),
    ] = None

    @field_validator("orcid", mode="after")
    @classmethod
    def _refuse_orcid_of_organization(cls, orcid: str | None, info: ValidationInfo) -> str | None:
        if orcid and info.data.get("kind") == "organization":
            raise ValueError("only a person has an ORCID; remove it, or write `kind: person`")
        return orcid

    @property
    def orcid_url(self) -> str | None:
        """The address of the ORCID."""
        return Identifier.parse(f"orcid:{self.orcid}").url if self.orcid else None


DossierAuthors = tuple[Annotated[DossierAuthor, BeforeValidator(_require_keys)], ...]
LicenceId = Annotated[NonEmptyStr, AfterValidator(_canonical_licence), _matching(r"^[A-Za-z0-9.:/-]+$")]
"""An SPDX identifier of one of LICENCES."""
Doi = Annotated[NonEmptyStr, AfterValidator(_doi), _matching(r"^\S*10\.[0-9]{4,9}/\S+$")]
"""A DOI, as `doi:10.…`."""
