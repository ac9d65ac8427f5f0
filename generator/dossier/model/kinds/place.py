"""A place: a named place, with what is known of where it lies."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from dossier.model.base import ClaimField, ExactDecimal, NonEmptyStr, Verbatim, described
from dossier.model.record import Record

Precision = Literal["point", "city", "region", "country", "unknown"]


class Place(Record):
    """A place named in the sources. Coordinates are the editor's (WGS 84, degrees), never a source's."""

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}}
    )

    singular: ClassVar[str] = "place"
    plural: ClassVar[str] = "places"
    heading: ClassVar[str] = "Places"
    schema_org_type: ClassVar[str] = "Place"
    ftm_schema: ClassVar[str] = "Address"

    name: Annotated[NonEmptyStr, described("The name in common use."), ClaimField()]
    aliases: Annotated[tuple[Verbatim, ...], described("Each spelling as a source writes it.")] = ()
    latitude: Annotated[
        Annotated[ExactDecimal, Field(ge=Decimal(-90), le=Decimal(90))] | None,
        described("Degrees north, WGS 84."),
        ClaimField(),
    ] = None
    longitude: Annotated[
        Annotated[ExactDecimal, Field(ge=Decimal(-180), le=Decimal(180))] | None,
        described("Degrees east, WGS 84."),
        ClaimField(),
    ] = None
    precision: Annotated[Precision, described("How large the named place is."), ClaimField()]
    country: Annotated[
        Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None,
        described("The country, ISO 3166-1 alpha-2."),
        ClaimField(),
    ] = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        return self

    @property
    def located(self) -> bool:
        """Whether somebody gave its coordinates."""
        return self.latitude is not None

    @property
    def label(self) -> str:
        return self.name
