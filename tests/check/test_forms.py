"""Forms of quotes in other stories: said aloud, written down, or left in a comment."""

import pytest
import yaml
from dossier.pipeline import check_dossier

from tests.check.report_source import write_report

RIGHT = [
    # Form, words, what the report says of Lena Ohr's words.
    ("full", "It was a fair trial.", "“It was a fair trial.” Lena Ohr said."),
    ("full", "We lost the second half,", "“We lost the second half,” Lena Ohr said."),
    ("document", "The ward was full,", "“The ward was full,” Lena Ohr said in a letter to the board."),
    ("document", "Rates were too low,", "Lena Ohr wrote that “Rates were too low,” in March."),
    ("document", "No seat is safe,", "“No seat is safe,” Lena Ohr said on her blog."),
    ("document", "The minister must go", "In a memo, Lena Ohr said: “The minister must go”."),
    ("document", "Profit fell by half", "Profit fell by half, by Lena Ohr"),
    ("document", "We appeal,", "“We appeal,” reads the filing by Lena Ohr."),
    ("document", "Vote early,", "“Vote early,” Lena Ohr posted."),
    ("reader comment", "They were robbed,", "“They were robbed,” Lena Ohr, a reader, said."),
    ("reader comment", "What a save,", "Lena Ohr wrote in the comments: “What a save,” and more."),
    ("reader comment", "Ban them,", "“Ban them,” said one commenter, Lena Ohr."),
    ("reader comment", "Too late,", "Lena Ohr left a comment below the report: “Too late,” it says."),
    ("partial", "a bad day", "Lena Ohr called it “a bad day” for the club."),
]
WRONG = [
    ("document", "It was a fair trial.", "“It was a fair trial.” Lena Ohr said."),
    ("document", "We lost the second half,", "“We lost the second half,” Lena Ohr said."),
    ("document", "a bad day", "Lena Ohr called it “a bad day” for the club."),
    ("document", "Nobody voted,", "“Nobody voted,” said Lena Ohr at the station."),
    ("document", "Cut the rate,", "Lena Ohr shouted: “Cut the rate,” and left."),
    ("reader comment", "The beds are full,", "“The beds are full,” Lena Ohr said."),
    ("reader comment", "He is guilty,", "“He is guilty,” said Lena Ohr, who declined to comment further."),
    ("reader comment", "Rates will rise,", "Lena Ohr wrote: “Rates will rise,” in a letter."),
    ("reader comment", "No more seats", "No more seats, by Lena Ohr"),
    ("reader comment", "We appeal,", "“We appeal,” reads the filing by Lena Ohr."),
]


@pytest.fixture
def form_findings(base):
    """Return which of some quotes have a finding about their form."""

    def found(quotes):
        write_report(base, "\n\n".join(sentence for *_, sentence in quotes))
        actor = {"name": "Lena Ohr", "kind": "person", "summary": "She is in the report.[^a]", "review": "published"}
        passages = [{"label": "a", "source": "report", "exact": quotes[0][2]}]
        (base / "content/actors/lena-ohr.yml").write_text(yaml.safe_dump(actor | {"passages": passages}), "utf-8")
        for number, (form, words, sentence) in enumerate(quotes):
            fields = {
                "words": words,
                "speaker": "lena-ohr",
                "form": form,
                "summary": "It is in the report.[^a]",
                "passages": [{"label": "a", "source": "report", "exact": sentence}],
                "review": "published",
            }
            (base / f"content/quotes/a{number}.yml").write_text(yaml.safe_dump(fields, allow_unicode=True), "utf-8")
        findings = [finding for finding in check_dossier(base).findings if finding.rule == "form-mismatch"]
        paths = {finding.location.path for finding in findings}
        return [quote[:2] for number, quote in enumerate(quotes) if f"content/quotes/a{number}.yml" in paths]

    return found


def test_the_right_form_passes(form_findings):
    assert form_findings(RIGHT) == []


def test_a_wrong_form_has_a_finding(form_findings):
    assert form_findings(WRONG) == [quote[:2] for quote in WRONG]
