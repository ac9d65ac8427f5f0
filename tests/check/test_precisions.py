"""How large places of other stories are: each may be what it is, and is not taken for something else."""

import pytest
import yaml
from dossier.pipeline import check_dossier

from tests.check.report_source import write_report

RIGHT = [
    # Name, precision, further fields, what the report says.
    ("Germany", "country", {}, "It happened in Germany."),
    ("The Netherlands", "country", {}, "It happened in The Netherlands."),
    ("Singapore", "city", {}, "It happened in Singapore."),
    ("Georgia", "region", {"country": "US"}, "Voters in Georgia queued."),
    ("Georgia", "country", {"country": "GE"}, "The vote in Georgia was close."),
    ("Scotland", "region", {}, "It rained in Scotland."),
    ("Scotland", "country", {}, "Turnout in Scotland was low."),
    ("Soviet Union", "country", {}, "He was born in the Soviet Union."),
    ("Faroe Islands", "country", {}, "The Faroe Islands lost 3-0."),
    ("Côte d'Ivoire", "country", {}, "Prices in Côte d'Ivoire rose."),
    ("Paris", "city", {}, "The final is in Paris."),
    ("Mexico City", "city", {}, "Mexico City shook."),
    ("Greenwich Village", "region", {}, "The bar is in Greenwich Village."),
    ("Hebden Bridge", "city", {}, "Hebden Bridge was flooded."),
    ("Silicon Valley", "region", {}, "A bank in Silicon Valley failed."),
    ("Wembley", "point", {"latitude": 51.556, "longitude": -0.28}, "The final is at Wembley."),
    ("Leeds", "city", {}, "A clinic in the city of Leeds closed."),
    ("Normandy", "region", {}, "They landed in Normandy."),
    ("Lampedusa", "region", {}, "A boat reached the island of Lampedusa."),
    ("Lampedusa", "city", {}, "A boat reached Lampedusa."),
    ("Atlantis", "unknown", {}, "They looked for Atlantis."),
    ("Freedonia", "country", {"precision_basis": "It is made up."}, "Freedonia went to war."),
    ("Rotterdam", "point", {"precision_basis": "The court."}, "The judge sat in the city of Rotterdam."),
    ("Upper Austria", "region", {}, "The vote in Upper Austria was close."),
    ("New Mexico", "region", {}, "The fire in New Mexico grew."),
    ("Marra", "region", {}, "Crews met in the state capital of Marra."),
    ("Jordan", "city", {}, "A school in Jordan, Minnesota, closed."),
]
WRONG = [
    ("Germany", "city", {}, "It happened in Germany."),
    ("United States", "region", {}, "It happened in the United States."),
    ("Kenya", "point", {}, "He ran in Kenya."),
    ("Peru", "unknown", {}, "Prices in Peru rose."),
    ("Paris", "country", {}, "The final is in Paris."),
    ("Paris", "point", {}, "The final is in Paris."),
    ("Leeds", "country", {}, "A clinic in Leeds closed."),
    ("Leeds", "region", {}, "A clinic in the city of Leeds closed."),
    ("Normandy", "country", {}, "They landed in Normandy."),
    ("St James Hospital", "region", {}, "St James Hospital was full."),
    ("St James Hospital", "country", {}, "St James Hospital was full."),
    ("Royal Courthouse", "city", {}, "The Royal Courthouse was empty."),
    ("Kent County", "point", {}, "Kent County counted again."),
    ("Hendon", "unknown", {"latitude": 51.58, "longitude": -0.23}, "He was seen in Hendon."),
    ("Hendon", "point", {"latitude": 52, "longitude": 0}, "He was seen in Hendon."),
    ("Brenk", "point", {}, "Brenk, a small village, was cut off."),
]


@pytest.fixture
def precision_findings(base):
    """Return which of some places have a finding about their precision."""

    def found(places):
        write_report(base, "\n\n".join(dict.fromkeys(sentence for *_, sentence in places)))
        for number, (name, precision, more, sentence) in enumerate(places):
            fields = {
                "name": name,
                "precision": precision,
                "summary": "It is in the report.[^a]",
                "passages": [{"label": "a", "source": "report", "exact": sentence}],
                "review": "published",
            }
            file = base / f"content/places/a{number}.yml"
            file.write_text(yaml.safe_dump(fields | more, allow_unicode=True), "utf-8")
        findings = [finding for finding in check_dossier(base).findings if finding.rule == "precision-unsupported"]
        paths = {finding.location.path for finding in findings}
        return [place[:2] for number, place in enumerate(places) if f"content/places/a{number}.yml" in paths]

    return found


def test_the_right_size_passes(precision_findings):
    assert precision_findings(RIGHT) == []


def test_a_wrong_size_has_a_finding(precision_findings):
    assert precision_findings(WRONG) == [place[:2] for place in WRONG]
