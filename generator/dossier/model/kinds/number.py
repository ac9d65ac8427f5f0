"""Numbers: quantities that sources report."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, ExactFigure, Model, NonEmptyStr, PlaceId, ProseText
from dossier.model.quantity import Qualifier, Quantity
from dossier.model.record import DatedField, Record
from dossier.text.collation import collation_key
from dossier.text.interface import gettext_noop, ngettext_noop

FIGURE_SCHEMA: JsonDict = {
    "if": {"properties": {"qualifier": {"const": "vague"}}},
    "then": {"required": ["words"], "properties": {"value": False, "min": False, "max": False}},
    "else": {
        "if": {"properties": {"qualifier": {"const": "between"}}},
        "then": {"required": ["min", "max"], "properties": {"value": False}},
        "else": {"required": ["value"], "properties": {"min": False, "max": False}},
    },
}
"""The figures that each qualifier needs, in JSON Schema."""


class Measure(Model):
    """What is counted. Numbers with the same `what`, `where`, `scope` and `unit` are compared with each other."""

    what: Annotated[NonEmptyStr, Field(description="What is counted: `soldiers who defected`."), ClaimField()]
    where: Annotated[
        PlaceId | None, Field(description="The place where it is counted, or to which it goes."), ClaimField()
    ] = None
    basis: Annotated[
        ProseText | None,
        Field(description="How we know what is counted and where; needed if the passages do not name it."),
    ] = None
    scope: Annotated[
        NonEmptyStr | None, Field(description="What limits the count: `since the border clashes`."), ClaimField()
    ] = None


class Number(Record):
    """A reported quantity: a `value`, or `min` and `max` if it is `between` two, or only `words` if it is `vague`."""

    model_config = ConfigDict(json_schema_extra=FIGURE_SCHEMA)

    singular: ClassVar[str] = "number"
    plural: ClassVar[str] = "numbers"
    heading: ClassVar[str] = gettext_noop("Numbers")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s number", "%(number)s numbers")
    schema_org_type: ClassVar[str] = "Claim"

    value: Annotated[
        ExactFigure | None,
        Field(description="The figure: 567, 20000000, 0.25 or a fraction such as 2/3."),
        ClaimField(),
    ] = None
    min: Annotated[
        ExactFigure | None, Field(description="The lower bound, if the qualifier is `between`."), ClaimField()
    ] = None
    max: Annotated[
        ExactFigure | None, Field(description="The upper bound, if the qualifier is `between`."), ClaimField()
    ] = None
    qualifier: Annotated[
        Qualifier, Field(description="How exact the figure is: `hundreds` is vague, never 100."), ClaimField()
    ]
    unit: Annotated[
        NonEmptyStr, Field(description="The unit: percent, USD, hour, day, or a noun such as soldiers."), ClaimField()
    ]
    unit_basis: Annotated[
        ProseText | None,
        Field(description="Why this is the unit; needed if the passages do not have it next to the figure."),
    ] = None
    words: Annotated[
        NonEmptyStr | None,
        Field(
            description="The figure in the source's words; needed if it is vague or the passage has several figures."
        ),
        ClaimField(),
    ] = None
    figure_basis: Annotated[
        ProseText | None,
        Field(
            description="How the figure follows from words that the program cannot read, such as those of another "
            "language; shown as unverified."
        ),
        ClaimField(),
    ] = None
    measure: Annotated[Measure, Field(description="What is counted, where, and within which limits.")]
    as_of: Annotated[DatedField | None, Field(description="The date the figure refers to.")] = None
    counted_by: Annotated[
        ActorId | None, Field(description="Who counted; leave it out if no source says."), ClaimField()
    ] = None
    counted_by_basis: Annotated[
        ProseText | None,
        Field(description="Why this is who counted; needed if neither the passages nor their attribution names them."),
    ] = None
    status: Annotated[
        Literal["reported", "forecast", "pledged", "reader comment"],
        Field(description="Whether the figure is reported, a forecast, a pledge, or from a reader's comment."),
        ClaimField(),
    ]
    status_basis: Annotated[
        ProseText | None, Field(description="Why this is the status; needed if the words around the figure differ.")
    ] = None

    @model_validator(mode="after")
    def _require_fitting_figures(self) -> Self:
        present = {name for name in ("value", "min", "max") if getattr(self, name) is not None}
        needed = {"between": {"min", "max"}, "vague": set[str]()}.get(self.qualifier, {"value"})
        if present != needed:
            expected = " and ".join(f"`{name}`" for name in sorted(needed)) or "only `words`"
            raise ValueError(f"the qualifier `{self.qualifier}` takes {expected}")
        if self.qualifier == "vague" and self.words is None:
            raise ValueError("the qualifier `vague` needs the words, such as `words: hundreds`")
        if self.min is not None and self.max is not None and self.min >= self.max:
            raise ValueError(f"min {self.min} is not below max {self.max}")
        return self

    @property
    def quantity(self) -> Quantity:
        """The figures, their qualifier and their unit."""
        return Quantity(self.qualifier, self.value, self.min, self.max, self.unit)

    @property
    def label(self) -> str:
        return f"{self.figure}: {self.measure.what}"

    @property
    def main_date(self) -> Edtf | None:
        return self.as_of.date if self.as_of else None

    @property
    def figure(self) -> str:
        """The figure in words, as exact as the source has it: `more than 500 soldiers`."""
        if self.qualifier == "vague":
            return self.words or ""
        return self.quantity.in_words()

    @property
    def amount(self) -> str:
        """The figure without its unit: `more than 500`."""
        return self.figure if self.qualifier == "vague" else self.quantity.amount_in_words()

    @property
    def counted_unit(self) -> str:
        """The unit as it follows the amount; "" where it does not, or where what is counted begins with it."""
        unit = self.figure.removeprefix(self.amount).strip()
        what = f"{self.measure.what} ".casefold()
        return "" if what.startswith((f"{unit} ".casefold(), f"{self.unit} ".casefold())) else unit

    @property
    def measure_key(self) -> tuple[str, str, str, str]:
        """What, where, scope and unit: numbers with equal keys are compared with each other."""
        measure = self.measure
        return (measure.what.casefold(), measure.where or "", (measure.scope or "").casefold(), self.unit.casefold())

    def sort_key(self, language: str) -> tuple[object, ...]:
        """Return the order in lists: by what is counted, then by the figure."""
        what, *others = self.measure_key
        return (collation_key(what, language), others, self.value or self.max or 0, self.id)
