"""Corrections and withdrawals are listed newest first."""

from dossier.graph.revisions import list_revisions
from dossier.pipeline import check_dossier

NUMBER = "content/numbers/gone-567.yml"


def correction(day, what):
    return {"date": f"2019-03-{day:02}", "what": what, "why": "A slip."}


def test_revisions_are_listed_newest_first_and_those_of_one_day_last_made_first(add):
    add("content/dossier.yml", corrections=[correction(3, "title")])
    add("content/events/walk-out.yml", corrections=[correction(1, "date"), correction(5, "place")])
    add("content/events/opening.yml", withdrawn={"date": "2019-03-04", "why": "It was not."})
    graph = check_dossier(add(NUMBER, corrections=[correction(2, "value"), correction(2, "unit")])).graph
    revisions = list_revisions(graph)
    assert [(str(entry.revision.date), entry.page) for entry in revisions] == [
        ("2019-03-05", "events/walk-out.md"),
        ("2019-03-04", "events/opening.md"),
        ("2019-03-03", "index.md"),
        ("2019-03-02", "numbers/gone-567.md"),
        ("2019-03-02", "numbers/gone-567.md"),
        ("2019-03-01", "events/walk-out.md"),
    ]
    assert [entry.correction.what for entry in revisions if entry.correction] == [
        "place",
        "title",
        "unit",
        "value",
        "date",
    ]


def test_a_draft_has_no_revisions_that_readers_see(base, write, add):
    file = "content/events/opening.yml"
    add(file, corrections=[correction(1, "title")])
    text = (base / file).read_text("utf-8")
    assert len(list_revisions(check_dossier(base).graph)) == 1
    assert list_revisions(check_dossier(write(file, text.replace("published", "draft"))).graph) == ()
