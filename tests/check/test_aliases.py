"""Aliases in other stories: short forms, nicknames and initials are names, other words of the text are not."""

import pytest
import yaml
from dossier.pipeline import check_dossier

from tests.check.report_source import write_report

NAMES = [
    # Name, kind, alias, what the report says.
    ("Conservative Party", "organization", "Tories", "The Conservative Party lost; the Tories blamed the weather."),
    (
        "Arsenal",
        "organization",
        "Gunners",
        "Arsenal won, and it was the Gunners’ fifth; the gunners of the fort saluted.",
    ),
    ("Federal Reserve", "organization", "Fed", "The Federal Reserve waited. The Fed was fed up with waiting."),
    ("Elvis Presley", "person", "the King", "Elvis Presley, the King, sang for a king."),
    ("Nicolás Maduro", "person", "el presidente", "Nicolás Maduro, el presidente, spoke."),
    ("European Union", "organization", "eu", "The European Union, or eu in its address, agreed."),
    ("Adidas", "organization", "adidas", "The firm adidas ended the deal; Adidas shares fell."),
    ("Danah Boyd", "person", "boyd", "The author, danah boyd, agreed. Danah Boyd, or boyd, wrote it."),
    ("Bellingcat", "outlet", "bellingcat", "Bellingcat, at bellingcat on the web, found it."),
    ("Metropolitan Police", "organization", "police", "The Metropolitan Police came; police made arrests."),
    ("Marine Corps", "unit", "marines", "The Marine Corps said that marines had landed."),
    ("Theresa May", "person", "May", "Theresa May lost. In June May resigned."),
    ("Fox News", "outlet", "Fox", "Fox News said so. The fox ran. Fox denied it."),
    ("Netflix", "organization", "netflix.com", "Netflix raised prices on netflix.com."),
    ("Extinction Rebellion", "group", "XR", "Extinction Rebellion, or XR, marched."),
    ("Boris Johnson", "person", "Bojo", "Boris Johnson is Bojo to some."),
    ("The harbour master", "person", "harbour master", "The harbour master closed it."),
    ("Islamic State", "organization", "Daesh", "Islamic State, or Daesh, claimed it."),
    ("Korea", "government", "대한민국", "Korea, or 대한민국, agreed."),
    ("Apple", "organization", "AAPL", "Apple (AAPL) rose."),
]
WORDS = [
    ("Conservative Party", "organization", "they", "The Conservative Party said that they lost."),
    ("Arsenal", "organization", "fifth", "Arsenal won their fifth."),
    ("Federal Reserve", "organization", "rates", "The Federal Reserve left rates as they were."),
    ("Nicolás Maduro", "person", "this", "Nicolás Maduro denied this."),
    ("European Union", "organization", "However", "The European Union agreed. However, Malta did not."),
    ("Adidas", "organization", "June", "Adidas ended the deal in June."),
    ("Theresa May", "person", "over", "Theresa May lost. It is over."),
    ("Fox News", "outlet", "Critics", "Fox News said so. Critics disagreed; its critics wrote letters."),
    ("Netflix", "organization", "prices", "Netflix raised prices."),
    ("Extinction Rebellion", "group", "bridge", "Extinction Rebellion closed the bridge."),
    ("Islamic State", "organization", "town", "Islamic State took the town."),
    ("Germany", "government", "allies", "Germany and its allies met."),
    ("Apple", "organization", "Prices", "Apple rose. Prices fell, as most prices did."),
]


@pytest.fixture
def alias_findings(base):
    """Return which of some actors, each with an alias and what a report says, have a finding about the alias."""

    def found(actors):
        write_report(base, "\n\n".join(sentence for *_, sentence in actors))
        for number, (name, kind, alias, sentence) in enumerate(actors):
            fields = {
                "name": name,
                "kind": kind,
                "aliases": [alias],
                "summary": "It is in the report.[^a]",
                "passages": [{"label": "a", "source": "report", "exact": sentence}],
                "review": "published",
            }
            (base / f"content/actors/a{number}.yml").write_text(yaml.safe_dump(fields, allow_unicode=True), "utf-8")
        findings = [finding for finding in check_dossier(base).findings if finding.rule == "alias-not-a-name"]
        paths = {finding.location.path for finding in findings}
        return [actor[2] for number, actor in enumerate(actors) if f"content/actors/a{number}.yml" in paths]

    return found


def test_names_are_aliases(alias_findings):
    assert alias_findings(NAMES) == []


def test_other_words_are_not(alias_findings):
    assert alias_findings(WORDS) == [alias for _, _, alias, _ in WORDS]
