"""Identifiers: each is kept in the same form, and a mistyped code is refused with a message that helps."""

import pytest
from dossier.model.identifiers import SCHEMES, Identifier
from dossier.pipeline import check_dossier
from hypothesis import given
from hypothesis import strategies as st

WRITTEN = {
    "wikidata:Q717": [
        "wikidata:Q717",
        "Wikidata: q717",
        "https://www.wikidata.org/wiki/Q717",
        "http://m.wikidata.org/wiki/q717?uselang=es#sitelinks",
        "http://www.wikidata.org/entity/Q717",
    ],
    "geonames:3625428": [
        "https://www.geonames.org/3625428/bolivarian-republic-of-venezuela.html",
        "https://sws.geonames.org/3625428/",
    ],
    "osm:relation/272644": ["https://www.openstreetmap.org/relation/272644#map=5/7.2/-66.1", "osm:Relation/272644"],
    "orcid:0000-0002-1825-0097": ["https://orcid.org/0000-0002-1825-0097", "ORCID: 0000 0002 1825 0097"],
    "isni:000000012146438X": ["isni:0000 0001 2146 438x", "https://isni.org/isni/000000012146438X/"],
    "viaf:113230702": ["https://viaf.org/viaf/113230702/"],
    "ror:03yrm5c26": ["https://ror.org/03yrm5c26", "ror:03YRM5C26"],
    "lei:HWUPKR0MPOU8FGXBT394": ["https://search.gleif.org/#/record/HWUPKR0MPOU8FGXBT394"],
    "issn:0317-8471": ["ISSN:03178471", "https://portal.issn.org/resource/ISSN/0317-8471"],
    "doi:10.1000/182": ["https://doi.org/10.1000/182", "https://dx.doi.org/10.1000%2F182", "doi:10.1000/182"],
    "doi:10.1002/abc(1)<2>x": ["doi:10.1002/ABC(1)<2>X"],
}
VALID = {
    "orcid": ["0000-0001-5109-3700", "0000-0002-1694-233X"],
    "ror": ["05dxps055", "042nb2s44", "03vek6s52", "052gg0110", "013meh722", "00f54p054"],
    "lei": ["5493001KJTIIGC8Y1R12", "7LTWFZYICNSX8D621K86"],
    "issn": ["2049-3630", "2434-561X", "0378-5955"],
}
"""Identifiers in use, or in the documentation of their schemes."""
FAULTY = {
    "wikdata:Q717": "`wikdata` is no scheme of identifiers; did you mean `wikidata`?",
    "gnd:118540238": "use wikidata, geonames",
    "wikidata:717": "`wikidata:717` is not an identifier of Wikidata; write it like `wikidata:Q717`",
    "https://www.wikidata.org/wiki/Caracas": "is not an identifier of Wikidata",
    "https://en.wikipedia.org/wiki/Caracas": "is no address of Wikidata, GeoNames",
    "Q717": "write `wikidata:Q717`, if it is an identifier of Wikidata",
    "Caracas": "write one like `wikidata:Q717`, or the address of its page",
    "orcid:0000-0002-1825-0079": "wrong check digit",
    "geonames:03625428": "is not an identifier of GeoNames",
    "wikidata:Q717\u0661": "is not an identifier of Wikidata",
}
CHECKED = [scheme for scheme in SCHEMES if scheme.is_valid]


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_the_example_of_a_scheme_and_its_address_are_one_identifier(scheme):
    identifier = Identifier.parse(f"{scheme.name}:{scheme.example}")
    assert (identifier.scheme, identifier.code) == (scheme, scheme.example)
    assert Identifier.parse(identifier.url) == identifier


@pytest.mark.parametrize(("expected", "written"), WRITTEN.items())
def test_an_identifier_has_one_form_however_it_is_written(expected, written):
    assert [str(Identifier.parse(text)) for text in written] == [expected] * len(written)


@pytest.mark.parametrize(("name", "codes"), VALID.items())
def test_identifiers_in_use_are_valid(name, codes):
    assert [Identifier.parse(f"{name}:{code}").code for code in codes] == codes


def test_the_address_of_a_doi_is_encoded():
    assert Identifier.parse("doi:10.1002/ABC(1)<2>x").url == "https://doi.org/10.1002/abc%281%29%3C2%3Ex"


@pytest.mark.parametrize(("text", "message"), FAULTY.items())
def test_what_is_wrong_is_explained(text, message):
    with pytest.raises(ValueError, match="`") as error:
        Identifier.parse(text)
    assert message in str(error.value)


@pytest.mark.parametrize("scheme", CHECKED, ids=lambda scheme: scheme.name)
@given(data=st.data())
def test_a_check_digit_reveals_every_mistyped_digit(scheme, data):
    places = [place for place, character in enumerate(scheme.example) if character.isdigit() and place]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from(sorted(set("0123456789") - {scheme.example[place]})))
    with pytest.raises(ValueError, match="check digit"):
        Identifier.parse(f"{scheme.name}:{scheme.example[:place]}{digit}{scheme.example[place + 1 :]}")


@pytest.mark.parametrize("scheme", CHECKED, ids=lambda scheme: scheme.name)
def test_a_check_digit_reveals_digits_that_have_changed_places(scheme):
    code = scheme.example
    for place in range(1, len(code) - 1):
        swapped = f"{code[:place]}{code[place + 1]}{code[place]}{code[place + 2 :]}"
        if code[place : place + 2].isdigit() and swapped != code:
            with pytest.raises(ValueError, match="check digit"):
                Identifier.parse(f"{scheme.name}:{swapped}")


def test_a_record_keeps_the_one_form_and_a_fault_is_at_its_place(base, add):
    add("content/places/port-brenn.yml", same_as=["https://www.wikidata.org/wiki/Q717", "geonames:3625428"])
    assert check_dossier(base).graph.dossier.by_key["place:port-brenn"].same_as == ("wikidata:Q717", "geonames:3625428")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("same_as:\n  - wikidata:Q717\n  - orcid:0000-0002-1825-0079\n", ":3:5: `orcid:0000-0002-1825-0079` has"),
        ("same_as:\n  - wikidata: Q717\n", ":2:5: write `wikidata:Q717`, without a space after the colon"),
        (
            "same_as:\n  wikidata: Q717\n  geonames: 1\n",
            ":2:3: same_as: write a list, without spaces after the colons: [wikidata:Q717, geonames:1]",
        ),
        ("same_as: Q717\n", ":1:10: `Q717` does not say where it is from"),
    ],
)
def test_a_fault_has_its_line_and_column(base, written, message):
    file = base / "content/places/port-brenn.yml"
    file.write_text(written + file.read_text("utf-8"), "utf-8")
    (finding,) = check_dossier(base).findings
    assert message in str(finding)
    assert finding.location.path == "content/places/port-brenn.yml"
