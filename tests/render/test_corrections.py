"""Corrections, withdrawals and the day of the last change, as readers see them."""

from datetime import date

import pytest
from dossier.model.publish_context import FileHistory, PublishContext
from dossier.pipeline import check_dossier

OLDER = {"date": "2019-03-04", "what": "value", "was": "five *hundred*", "why": "See [[event:walk-out]]."}
NEWER = {"date": "2019-05-06", "what": "the unit", "why": "It counts dockers."}
WITHDRAWN = {"date": "2019-04-05", "why": "It repeated [[event:walk-out|the walk-out]]."}
NUMBER, EVENT, SETTINGS = "content/numbers/gone-567.yml", "content/events/opening.yml", "content/dossier.yml"


def test_the_page_says_if_nothing_was_corrected(page):
    assert "Nothing has been corrected or withdrawn so far." in page("corrections.md")


def test_all_corrections_and_withdrawals_are_listed_the_newest_first(add, page):
    add(NUMBER, corrections=[OLDER, NEWER])
    add(
        SETTINGS,
        corrections=[{"date": "2019-05-06", "what": field, "why": "A wrong name."} for field in ("title", "lead")],
    )
    add(EVENT, withdrawn=WITHDRAWN)
    listed = [line for line in page("corrections.md").splitlines() if line.startswith("- ")]
    assert listed == [
        "- **6 May 2019**, [Home page](index.md): lead. A wrong name.",
        "- **6 May 2019**, [Home page](index.md): title. A wrong name.",
        "- **6 May 2019**, [567 dockers: dockers who left](numbers/gone-567.md): the unit. It counts dockers.",
        "- **5 April 2019**, [The opening of the free harbour](events/opening.md): withdrawn. "
        "It repeated [the walk-out](events/walk-out.md).",
        "- **4 March 2019**, [567 dockers: dockers who left](numbers/gone-567.md): value, previously "
        "“five &#42;hundred&#42;”. See [The walk-out](events/walk-out.md).",
    ]


def test_corrections_of_a_draft_are_not_listed(base, add, page):
    add(EVENT, corrections=[NEWER])
    (base / EVENT).write_text((base / EVENT).read_text("utf-8").replace("published", "draft"), "utf-8")
    assert "Nothing has been corrected" in page("corrections.md")


def test_a_record_lists_its_own_corrections_the_newest_first(add, page):
    add(NUMBER, corrections=[OLDER, NEWER])
    text = page("numbers/gone-567.md")
    assert 0 < text.index("## Evidence") < text.index("## Corrections") < text.index("Cite this page")
    assert text.index("**6 May 2019:** the unit. It counts") < text.index("**4 March 2019:** value, previously “five")
    assert "## Corrections" not in page("numbers/more-than-500.md")


def test_the_home_page_says_when_it_was_last_corrected(add, page):
    assert "Corrected on" not in page("index.md")
    add(SETTINGS, corrections=[OLDER | {"why": "A wrong name."}, NEWER])
    assert "*Corrected on 6 May 2019: [what was wrong](corrections.md).*" in page("index.md")


def test_a_withdrawn_record_leaves_a_notice_at_its_address(add, page):
    add(EVENT, withdrawn=WITHDRAWN)
    text = page("events/opening.md")
    assert "# Withdrawn: The opening of the free harbour" in text
    assert "*Event, withdrawn on 5 April 2019*" in text
    assert "**Why:** It repeated [the walk-out](walk-out.md)." in text
    assert "content/events/opening.yml" in text


def test_nothing_else_of_a_withdrawn_record_is_published(add, render):
    add(EVENT, withdrawn=WITHDRAWN)
    outputs = render()
    pages = {path: output.content for path, output in outputs.items() if path.endswith((".md", ".js"))}
    naming = {path for path, content in pages.items() if "pening of the free harbour" in as_text(content)}
    assert naming == {"corrections.md", "events/opening.md"}
    quoting = [path for path, output in outputs.items() if "on which day the text does not" in as_text(output.content)]
    assert quoting == []


def as_text(content):
    return content if isinstance(content, str) else content.decode("utf-8", "replace")


def test_a_search_finds_a_withdrawn_record_and_the_reason(add, render):
    add(EVENT, withdrawn=WITHDRAWN)
    outputs = render()
    entry = outputs["events/opening.md"].search_entry()
    assert (entry.kind, entry.title) == ("Withdrawn", "The opening of the free harbour")
    assert entry.text == "It repeated the walk-out."
    assert entry.boost < outputs["events/walk-out.md"].search_entry().boost


def test_former_addresses_of_a_withdrawn_source_lead_to_its_notice(write, base, page):
    write("seeds/letter.txt", "A letter.\n")
    write(
        "content/sources/letter.yml",
        "title: A letter\nkind: document\ntext: letter.txt\nsummary: A letter.\ngrade: {letter: F, reason: Unread.}\n"
        "review: published\nformerly: [note]\nwithdrawn: {date: 2019-04-05, why: It was of another story.}\n",
    )
    assert check_dossier(base).findings == ()
    for path in ("sources/note.html", "texts/note.html", "texts/letter.html"):
        assert f'<a href="{"" if path.startswith("sources") else "../sources/"}letter.html">' in page(path)


def test_a_record_says_when_it_last_changed_if_that_is_known(add, page):
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
def test_a_record_was_added_when_the_first_of_its_files_was(add, base, days, added):
    add("content/events/walk-out.yml", formerly=["strike"])
    record = check_dossier(base).graph.dossier.by_key["event:walk-out"]
    day = {number: number and date(2019, 3, number) for number in (None, 1, 2, 4, 5)}
    history = {key: FileHistory(day[first], day[last]) for key, (first, last) in days.items()}
    assert PublishContext(history=history).added_on(record) == day[added]
