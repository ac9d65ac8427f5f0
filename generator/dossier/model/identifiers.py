"""What a record is called elsewhere: `same_as`, identifiers of Wikidata, ORCID and others, and the table of schemes.

An identifier is written `wikidata:Q717`, or as its address on the scheme's site; it is kept in the first form.
"""

import re
from collections.abc import Callable
from typing import Annotated, NamedTuple
from urllib.parse import quote, unquote

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from dossier.model.base import ClaimField, Model, NonEmptyStr
from dossier.text.suggest import did_you_mean

COUNTRY_PATTERN = "^[A-Z]{2}$"
ANYTHING = ("person", "organization", "place", "source")
AGENTS = ("person", "organization")
_ADDRESS = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def _compact(code: str) -> str:
    """Return a code without the spaces and hyphens that only help to read it, in capital letters."""
    return re.sub(r"[\s\u2010-\u2015-]", "", code).upper()


def _in_fours(code: str) -> str:
    """Return a code in groups of four, with hyphens."""
    compact = _compact(code)
    return "-".join(compact[start : start + 4] for start in range(0, len(compact), 4))


def _has_mod_11_2(code: str) -> bool:
    """Return whether the last character is the check character of the digits before it (ISO/IEC 7064, MOD 11-2)."""
    digits = code.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]


def _has_mod_97_10(code: str) -> bool:
    """Return whether the last two digits check those before, letters counting from 10 (ISO/IEC 7064, MOD 97-10)."""
    return int("".join(str(int(character, 36)) for character in code)) % 97 == 1


def _has_ror_check(code: str) -> bool:
    """Return whether the last two digits check the number in base 32 before them, as ROR computes them."""
    number = 0
    for character in code[:-2]:
        number = number * 32 + _CROCKFORD.index(character)
    return (number * 100 + int(code[-2:])) % 97 == 1


def _has_issn_check(code: str) -> bool:
    """Return whether the last character is the check digit of the seven before it (ISO 3297)."""
    digits = code.replace("-", "")
    total = sum(int(digit) * weight for digit, weight in zip(digits[:-1], range(8, 1, -1), strict=True))
    return "0123456789X"[-total % 11] == digits[-1]


class Scheme(NamedTuple):
    """A scheme of identifiers.

    `pattern` is the form of its codes, after `clean` has removed what may vary; `address` leads from a code to its
    page, with `{}` for the code. `sites` matches what may precede a code in addresses that people copy. `kinds` are
    what its codes stand for. `is_valid` checks the check digit, where the scheme has one.
    """

    name: str
    label: str
    pattern: str
    example: str
    address: str
    sites: str
    kinds: tuple[str, ...]
    clean: Callable[[str], str] = str
    is_valid: Callable[[str], bool] | None = None


SCHEMES: tuple[Scheme, ...] = (
    Scheme("wikidata", "Wikidata", r"Q[1-9][0-9]{0,11}", "Q717", "http://www.wikidata.org/entity/{}",
           r"(?:m\.)?wikidata\.org/(?:wiki|entity)/", ANYTHING, str.upper),
    Scheme("geonames", "GeoNames", r"[1-9][0-9]{0,9}", "3625428", "https://www.geonames.org/{}",
           r"(?:sws\.)?geonames\.org/", ("place",)),
    Scheme("osm", "OpenStreetMap", r"(?:node|way|relation)/[1-9][0-9]{0,15}", "relation/272644",
           "https://www.openstreetmap.org/{}", r"openstreetmap\.org/", ("place",), str.lower),
    Scheme("orcid", "ORCID", r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", "0000-0002-1825-0097",
           "https://orcid.org/{}", r"orcid\.org/", ("person",), _in_fours, _has_mod_11_2),
    Scheme("isni", "ISNI", r"[0-9]{15}[0-9X]", "000000012146438X", "https://isni.org/isni/{}",
           r"isni\.org/(?:isni/)?", AGENTS, _compact, _has_mod_11_2),
    Scheme("viaf", "VIAF", r"[1-9][0-9]{1,21}", "113230702", "https://viaf.org/viaf/{}", r"viaf\.org/viaf/", ANYTHING),
    Scheme("ror", "ROR", r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}", "03yrm5c26", "https://ror.org/{}", r"ror\.org/",
           ("organization",), str.lower, _has_ror_check),
    Scheme("lei", "LEI", r"[0-9A-Z]{18}[0-9]{2}", "HWUPKR0MPOU8FGXBT394", "https://search.gleif.org/#/record/{}",
           r"search\.gleif\.org/#/record/", ("organization",), _compact, _has_mod_97_10),
    Scheme("issn", "ISSN", r"[0-9]{4}-[0-9]{3}[0-9X]", "0317-8471", "https://portal.issn.org/resource/ISSN/{}",
           r"portal\.issn\.org/resource/issn/", ("organization", "source"), _in_fours, _has_issn_check),
    Scheme("doi", "DOI", r"10\.[0-9]{4,9}/[!#$&-\[\]_a-z~]{1,200}", "10.1000/182",
           "https://doi.org/{}", r"(?:dx\.)?doi\.org/", ("source",), str.lower),
)  # fmt: skip
"""Every scheme; to add one, add a line, and its example to the tests."""
_BY_NAME = {scheme.name: scheme for scheme in SCHEMES}
_CANONICAL_PATTERN = f"^({'|'.join(f'{scheme.name}:{scheme.pattern}' for scheme in SCHEMES)})$"
IDENTIFIER_PATTERN = r"^([A-Za-z]+:|https?://)\s*\S+"


class Identifier(NamedTuple):
    """An identifier: its scheme and its code."""

    scheme: Scheme
    code: str

    @classmethod
    def parse(cls, text: str) -> "Identifier":
        """Return the identifier that is written as `scheme:code` or as an address. Raises ValueError."""
        address = _ADDRESS.match(text)
        return _from_address(text[address.end() :], text) if address else _from_prefix(text)

    def __str__(self) -> str:
        return f"{self.scheme.name}:{self.code}"

    @property
    def label(self) -> str:
        """The scheme and the code, as readers see them: `Wikidata Q717`."""
        return f"{self.scheme.label} {self.code}"

    @property
    def url(self) -> str:
        """The address of what is known about it."""
        return self.scheme.address.format(quote(self.code, safe="/:;"))


def identifiers_of(item: Model) -> tuple[Identifier, ...]:
    """Return the identifiers in a record's `same_as`, none if its kind has no such field."""
    return tuple(Identifier.parse(text) for text in getattr(item, "same_as", ()))


def _from_prefix(text: str) -> Identifier:
    name, colon, code = (part.strip() for part in text.partition(":"))
    if scheme := _BY_NAME.get(name.lower()) if colon else None:
        return _validate_code(scheme, scheme.clean(code), text)
    if fitting := [scheme for scheme in SCHEMES if re.fullmatch(scheme.pattern, text)]:
        hint = f"write `{fitting[0].name}:{text}`, if it is {_of(fitting[0])}"
        raise ValueError(f"`{text}` does not say where it is from; {hint}")
    if not colon:
        raise ValueError(f"`{text}` is no identifier; write one like `wikidata:Q717`, or the address of its page")
    suggestion = did_you_mean(name.lower(), _BY_NAME) or f"; use {', '.join(_BY_NAME)}"
    raise ValueError(f"`{name}` is no scheme of identifiers{suggestion}")


def _from_address(rest: str, text: str) -> Identifier:
    """Return the identifier of an address; `rest` is what follows `https://www.`."""
    for scheme in SCHEMES:
        if site := re.match(scheme.sites, rest, re.IGNORECASE):
            path = unquote(re.split(r"[?#]", rest[site.end() :])[0]).rstrip("/")
            codes = [scheme.clean(code) for code in (path, path.partition("/")[0])]
            return _validate_code(
                scheme, next((code for code in codes if re.fullmatch(scheme.pattern, code)), path), text
            )
    raise ValueError(f"`{text}` is no address of {', '.join(scheme.label for scheme in SCHEMES)}")


def _validate_code(scheme: Scheme, code: str, text: str) -> Identifier:
    """Return the identifier if its code has the form and the check digit of its scheme. Raises ValueError."""
    if not re.fullmatch(scheme.pattern, code):
        raise ValueError(f"`{text}` is not {_of(scheme)}; write it like `{scheme.name}:{scheme.example}`")
    if scheme.is_valid is not None and not scheme.is_valid(code):
        raise ValueError(f"`{text}` has a wrong check digit: compare it with the page you have it from")
    return Identifier(scheme, code)


def _of(scheme: Scheme) -> str:
    return f"an identifier of {scheme.label}"


def _canonical(text: str) -> str:
    return str(Identifier.parse(text))


def _refuse_mapping(value: object) -> object:
    """Explain `wikidata: Q717`, which YAML reads as a key and a value."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, code),) = value.items()
        raise ValueError(f"write `{name}:{code}`, without a space after the colon")
    return value


def _as_list(value: object) -> object:
    """Return one identifier as a list of one."""
    if isinstance(value, dict) and value:
        listed = ", ".join(f"{name}:{code}" for name, code in value.items())
        raise ValueError(f"write a list, without spaces after the colons: [{listed}]")
    return [value] if isinstance(value, str) else value


_Item = Annotated[
    NonEmptyStr,
    AfterValidator(_canonical),
    BeforeValidator(_refuse_mapping),
    WithJsonSchema({"type": "string", "pattern": IDENTIFIER_PATTERN}, mode="validation"),
    WithJsonSchema({"type": "string", "pattern": _CANONICAL_PATTERN}, mode="serialization"),
]
SameAs = Annotated[
    tuple[_Item, ...],
    BeforeValidator(_as_list, json_schema_input_type=_Item | list[_Item]),
    Field(
        description="What it is called elsewhere: identifiers such as `wikidata:Q717`, or their addresses.",
        examples=["wikidata:Q717"],
    ),
    ClaimField(),
]
"""The identifiers of a record, each as `scheme:code`. The editor states them; no source has to."""
CountryCode = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)]
"""The code of a country, ISO 3166-1 alpha-2."""
