"""Places: named places and, if known, their coordinates."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from dossier.model.base import ClaimField, ExactDecimal, NonEmptyStr, PlaceId, ProseText, Verbatim
from dossier.model.identifiers import CountryCode, SameAs
from dossier.model.record import Record
from dossier.text.interface import gettext_noop, ngettext_noop

Precision = Literal["point", "city", "region", "country", "unknown"]


class Place(Record):
    """A place named in the sources. The editor adds the coordinates (WGS 84, degrees)."""

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}}
    )

    singular: ClassVar[str] = "place"
    plural: ClassVar[str] = "places"
    heading: ClassVar[str] = gettext_noop("Places")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s place", "%(number)s places")
    schema_org_type: ClassVar[str] = "Place"
    ftm_schema: ClassVar[str] = "Address"

    name: Annotated[NonEmptyStr, Field(description="The name in common use."), ClaimField()]
    name_basis: Annotated[
        ProseText | None, Field(description="Why the place has this name; needed if no text has it as written.")
    ] = None
    aliases: Annotated[
        tuple[Verbatim, ...],
        Field(description="The spellings of the name that sources use, exactly as they have them."),
    ] = ()
    latitude: Annotated[
        Annotated[ExactDecimal, Field(ge=Decimal(-90), le=Decimal(90))] | None,
        Field(description="Degrees north, WGS 84."),
        ClaimField(),
    ] = None
    longitude: Annotated[
        Annotated[ExactDecimal, Field(ge=Decimal(-180), le=Decimal(180))] | None,
        Field(description="Degrees east, WGS 84."),
        ClaimField(),
    ] = None
    coordinates_basis: Annotated[
        ProseText | None,
        Field(description="Why these are the coordinates; needed if they do not fit the country or other places."),
    ] = None
    precision: Annotated[Precision, Field(description="How large the named place is."), ClaimField()]
    precision_basis: Annotated[
        ProseText | None,
        Field(description="Why it is of this size; needed if its name, coordinates or passages show another one."),
    ] = None
    country: Annotated[
        CountryCode | None,
        Field(description="The country's code, ISO 3166-1 alpha-2."),
        ClaimField(),
    ] = None
    same_as: SameAs = ()
    distinct_from: Annotated[
        tuple[PlaceId, ...], Field(description="Places that bear the same name, but are others.")
    ] = ()

    @model_validator(mode="after")
    def _require_both_coordinates(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude must be given together")
        return self

    @property
    def has_coordinates(self) -> bool:
        """Whether the editor gave coordinates."""
        return self.latitude is not None

    @property
    def point(self) -> tuple[float, float] | None:
        """The coordinates as degrees east and north, as atlases have them; None if the editor gave none."""
        if self.longitude is None or self.latitude is None:
            return None
        return float(self.longitude), float(self.latitude)

    @property
    def label(self) -> str:
        return self.name
