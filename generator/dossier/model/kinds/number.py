"""A number: one quantity that someone asserted."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, model_validator
from pydantic.config import JsonDict

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, ExactDecimal, Model, NonEmptyStr, PlaceId, described
from dossier.model.quantity import Qualifier, Quantity
from dossier.model.record import DatedField, Record

FIGURES: JsonDict = {
    "if": {"properties": {"qualifier": {"const": "vague"}}},
    "then": {"required": ["words"], "properties": {"value": False, "min": False, "max": False}},
    "else": {
        "if": {"properties": {"qualifier": {"const": "between"}}},
        "then": {"required": ["min", "max"], "properties": {"value": False}},
        "else": {"required": ["value"], "properties": {"min": False, "max": False}},
    },
}
"""What JSON Schema can say of the figures that each qualifier has."""


class Measure(Model):
    """What is counted; figures that share what, where and scope are one series."""

    what: Annotated[NonEmptyStr, described("What is counted: `soldiers who defected`."), ClaimField()]
    where: Annotated[PlaceId | None, described("Where, or to where."), ClaimField()] = None
    scope: Annotated[
        NonEmptyStr | None, described("What bounds the count: `since the border clashes`."), ClaimField()
    ] = None


class Number(Record):
    """A quantity as asserted: `value`, or `min` and `max` for `between`, or `words` alone for `vague`."""

    model_config = ConfigDict(json_schema_extra=FIGURES)

    singular: ClassVar[str] = "number"
    plural: ClassVar[str] = "numbers"
    heading: ClassVar[str] = "Numbers"
    schema_org_type: ClassVar[str] = "Claim"

    value: Annotated[ExactDecimal | None, described("The figure: 567, 20000000, 0.25."), ClaimField()] = None
    min: Annotated[
        ExactDecimal | None, described("The lower bound, where the figure is `between` two."), ClaimField()
    ] = None
    max: Annotated[
        ExactDecimal | None, described("The upper bound, where the figure is `between` two."), ClaimField()
    ] = None
    qualifier: Annotated[
        Qualifier, described("How firmly the figure is put: `hundreds` is vague, never 100."), ClaimField()
    ]
    unit: Annotated[
        NonEmptyStr, described("The unit: percent, USD, hour, day, or what is counted, as soldiers."), ClaimField()
    ]
    words: Annotated[
        NonEmptyStr | None,
        described("The figure as written, where it is vague or a passage holds more than one."),
        ClaimField(),
    ] = None
    measure: Annotated[Measure, described("What is counted, where, within what scope.")]
    as_of: Annotated[DatedField | None, described("The day the figure holds for.")] = None
    counted_by: Annotated[ActorId | None, described("Who counted; left out where nobody says."), ClaimField()] = None
    status: Annotated[
        Literal["reported", "forecast", "pledged", "reader comment"],
        described("Whether the figure is reported, foreseen, promised, or a reader's."),
        ClaimField(),
    ]

    @model_validator(mode="after")
    def _figures_fit_qualifier(self) -> Self:
        given = {name for name in ("value", "min", "max") if getattr(self, name) is not None}
        needed = {"between": {"min", "max"}, "vague": set[str]()}.get(self.qualifier, {"value"})
        if given != needed:
            wanted = " and ".join(sorted(needed)) or "words alone"
            raise ValueError(f"a figure that is `{self.qualifier}` has {wanted}")
        if self.qualifier == "vague" and self.words is None:
            raise ValueError("a figure that is `vague` says its words, as `words: hundreds`")
        if self.min is not None and self.max is not None and self.min >= self.max:
            raise ValueError(f"min {self.min} is not below max {self.max}")
        return self

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.qualifier, self.value, self.min, self.max, self.unit)

    @property
    def label(self) -> str:
        return f"{self.figure}: {self.measure.what}"

    @property
    def main_date(self) -> Edtf | None:
        return self.as_of.date if self.as_of else None

    @property
    def figure(self) -> str:
        """The figure in words, no more exact than it was given: `more than 500 soldiers`."""
        if self.qualifier == "vague":
            return self.words or ""
        return self.quantity.in_words()

    @property
    def measure_key(self) -> tuple[str, str, str, str]:
        """The key of the series: what, where, scope and unit."""
        measure = self.measure
        return (measure.what.casefold(), measure.where or "", (measure.scope or "").casefold(), self.unit.casefold())

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.measure_key, self.value or self.max or 0, self.id)
