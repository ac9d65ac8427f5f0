"""Corrections, withdrawals and the day of the last change, as readers see them."""

from datetime import date

import pytest
from dossier.model.publish_context import NO_CONTEXT, FileHistory, PublishContext
from dossier.pipeline import check_dossier, render_all

OLDER = {"date": "2019-03-04", "what": "value", "was": "five *hundred*", "why": "See [[event:walk-out]]."}
NEWER = {"date": "2019-05-06", "what": "the unit", "why": "It counts dockers."}
WITHDRAWN = {"date": "2019-04-05", "why": "It told no more than [[event:walk-out|the walk-out]] does."}
NUMBER, EVENT, SETTINGS = "content/numbers/gone-567.yml", "content/events/opening.yml", "content/dossier.yml"


@pytest.fixture
def made(base):
    """Every output of the small dossier as it now is, by its path."""
    return lambda publication=NO_CONTEXT: {
        output.path: output for output in render_all(check_dossier(base).graph, publication)
    }


@pytest.fixture
def page(made):
    return lambda path, publication=NO_CONTEXT: made(publication)[path].content


def test_without_any_the_page_says_so(page):
    assert "Nothing has been corrected or withdrawn so far." in page("corrections.md")


def test_all_are_listed_the_newest_first(add, page):
    add(NUMBER, corrections=[OLDER, NEWER])
    add(
        SETTINGS, corrections=[{"date": "2019-05-06", "what": one, "why": "A wrong name."} for one in ("title", "lead")]
    )
    add(EVENT, withdrawn=WITHDRAWN)
    listed = [line for line in page("corrections.md").splitlines() if line.startswith("- ")]
    assert listed == [
        "- **6 May 2019**, [Home page](index.md): lead. A wrong name.",
        "- **6 May 2019**, [Home page](index.md): title. A wrong name.",
        "- **6 May 2019**, [567 dockers: dockers who left](numbers/gone-567.md): the unit. It counts dockers.",
        "- **5 April 2019**, [The opening of the free harbour](events/opening.md): withdrawn. "
        "It told no more than [the walk-out](events/walk-out.md) does.",
        "- **4 March 2019**, [567 dockers: dockers who left](numbers/gone-567.md): value, previously "
        "“five &#42;hundred&#42;”. See [The walk-out](events/walk-out.md).",
    ]


def test_a_draft_has_none_that_readers_see(base, add, page):
    add(EVENT, corrections=[NEWER])
    (base / EVENT).write_text((base / EVENT).read_text("utf-8").replace("published", "draft"), "utf-8")
    assert "Nothing has been corrected" in page("corrections.md")


def test_a_record_tells_its_own_the_newest_first(add, page):
    add(NUMBER, corrections=[OLDER, NEWER])
    told = page("numbers/gone-567.md")
    assert 0 < told.index("## Evidence") < told.index("## Corrections") < told.index("Cite this page")
    assert told.index("**6 May 2019:** the unit. It counts") < told.index("**4 March 2019:** value, previously “five")
    assert "## Corrections" not in page("numbers/more-than-500.md")


def test_the_first_page_tells_when_it_was_last_corrected(add, page):
    assert "Corrected on" not in page("index.md")
    add(SETTINGS, corrections=[OLDER | {"why": "A wrong name."}, NEWER])
    assert "*Corrected on 6 May 2019: [what was wrong](corrections.md).*" in page("index.md")


def test_a_withdrawn_record_leaves_a_notice_at_its_address(add, page):
    add(EVENT, withdrawn=WITHDRAWN)
    told = page("events/opening.md")
    assert "# Withdrawn: The opening of the free harbour" in told
    assert "*Event, withdrawn on 5 April 2019*" in told
    assert "**Why:** It told no more than [the walk-out](walk-out.md) does." in told
    assert "content/events/opening.yml" in told


def test_of_a_withdrawn_record_nothing_else_is_told(add, made):
    add(EVENT, withdrawn=WITHDRAWN)
    shown = {path: str(output.content) for path, output in made().items() if path.endswith((".md", ".js"))}
    telling = {path for path, content in shown.items() if "pening of the free harbour" in content}
    assert telling == {"corrections.md", "events/opening.md"}
    assert not [path for path, output in made().items() if b"on which day the text does not" in bytes_of(output)]


def bytes_of(output):
    return output.content if isinstance(output.content, bytes) else output.content.encode("utf-8")


def test_a_search_finds_that_it_was_withdrawn_and_why(add, made):
    add(EVENT, withdrawn=WITHDRAWN)
    entry = made()["events/opening.md"].search_entry()
    assert (entry.kind, entry.title) == ("Withdrawn", "The opening of the free harbour")
    assert entry.text == "It told no more than the walk-out does."
    assert entry.boost < made()["events/walk-out.md"].search_entry().boost


def test_the_addresses_that_a_withdrawn_source_had_lead_to_its_notice(write, base, page):
    write("seeds/letter.txt", "A letter.\n")
    write(
        "content/sources/letter.yml",
        "title: A letter\nkind: document\ntext: letter.txt\nsummary: A letter.\ngrade: {letter: F, reason: Unread.}\n"
        "review: published\nformerly: [note]\nwithdrawn: {date: 2019-04-05, why: It was of another story.}\n",
    )
    assert check_dossier(base).findings == ()
    for path in ("sources/note.html", "texts/note.html", "texts/letter.html"):
        assert f'<a href="{"" if path.startswith("sources") else "../sources/"}letter.html">' in page(path)


def test_a_record_tells_the_day_of_its_last_change_where_that_is_known(add, page):
    add(NUMBER, corrections=[OLDER])
    publication = PublishContext(date(2019, 6, 7), "", {"numbers/gone-567": FileHistory(None, date(2019, 5, 6))})
    assert "\n\n*Last changed on 6 May 2019.*\n\n" in page("numbers/gone-567.md", publication)
    assert "Last changed" not in page("numbers/more-than-500.md", publication)
    assert "Last changed" not in page("numbers/gone-567.md")


@pytest.mark.parametrize(
    ("days", "added"),
    [
        ({"events/walk-out": (2, 5)}, 2),
        ({"events/walk-out": (4, 5), "events/strike": (1, 4)}, 1),
        ({"events/walk-out": (4, 5), "events/strike": (None, 4)}, None),
        ({"events/walk-out": (None, 5)}, None),
        ({"actors/walk-out": (1, 5)}, None),
    ],
)
def test_a_record_came_when_the_first_of_its_files_did(add, base, days, added):
    add("content/events/walk-out.yml", formerly=["strike"])
    [record] = [one for one in check_dossier(base).graph.dossier.records if one.id == "walk-out"]
    day = {number: number and date(2019, 3, number) for number in (None, 1, 2, 4, 5)}
    history = {key: FileHistory(day[came], day[changed]) for key, (came, changed) in days.items()}
    assert PublishContext(history=history).added_on(record) == day[added]
