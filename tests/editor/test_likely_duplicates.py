"""A new record that is probably about what another is about already is found; a mere likeness is no reason."""

from pathlib import Path

import pytest
import yaml
from dossier.editor.likely_duplicates import DuplicateFinder
from dossier.editor.name_spellings import other_spelling, spelling_of
from dossier.load.loader import load_dossier
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source

from tests.cli.terminal import CTRL_C, run_in_terminal
from tests.helpers import nonempty

SAME = [
    ("Juan Guaido", "Juan Guaidó", "this name in another spelling"),
    ("JUAN GUAIDÓ", "Juan Guaidó", "this name in another spelling"),
    ("José-Luis Silva", "Jose Luis Silva", "this name in another spelling"),
    ("The Harbour Office", "Harbour Office", "this name in another spelling"),
    ("O’Brien", "O'Brien", "this name in another spelling"),
    ("Silva, Jose Luis", "Jose Luis Silva", "this name in another order"),
    ("J. Guaidó", "Juan Guaidó", "this surname, and these initials"),
    ("Juan G. Guaidó", "Juan Gerardo Guaidó", "this surname, and these initials"),
    ("J.L. Silva", "Jose Luis Silva", "this surname, and these initials"),
    ("Jose Silva", "Jose Luis Silva", "this surname and given name"),
    ("Guaidó", "Juan Guaidó", "this surname"),
    ("Nicolás Maduro Moros", "Nicolás Maduro", "a part of this name"),
    ("Nicolás Maduro", "Nicolás Maduro Moros", "this name, and more names after it"),
    ("Nicholas Maduro", "Nicolas Maduro", "almost this name"),
    ("UN", "United Nations", "a name with this acronym"),
    ("U.N.", "United Nations", "a name with this acronym"),
    ("United Nations High Commissioner for Refugees", "UNHCR", "an acronym of this name"),
    ("AFP", "Agence France-Presse", "a name with this acronym"),
    ("IISS", "The International Institute for Strategic Studies", "a name with this acronym"),
]
OTHERS = [
    ("Anna Silva", "Jose Silva"),
    ("A. Silva", "Jose Silva"),
    ("J. Silva", "Jose Santos"),
    ("Maria Lopez", "Mario Lopez"),
    ("Daniel Ortega", "Daniela Ortega"),
    ("Jose Luis Silva", "Jose Maria Silva"),
    ("Juan", "Juan Guaidó"),
    ("National Guard", "Coast Guard"),
    ("Ministry of Defence", "Ministry of Finance"),
    ("North Korea", "South Korea"),
    ("US", "United Nations"),
    ("Us", "United States"),
    ("Unit 14", "Unit 15"),
]


def compare(new, known, is_short=True):
    return other_spelling(spelling_of(new), spelling_of(known), are_people=True, is_short=is_short)


@pytest.mark.parametrize(("new", "known", "reason"), SAME)
def test_spellings_of_one_name_are_recognized(new, known, reason):
    assert compare(new, known) == reason


@pytest.mark.parametrize(("new", "known"), OTHERS)
def test_names_that_have_something_in_common_are_different(new, known):
    assert (compare(new, known), compare(known, new)) == (None, None)


@pytest.fixture
def find(base):
    """A function that finds the records that a new one is probably about, as (key, what they have in common)."""

    def found(kind, /, **fields):
        return [
            (item.record.key, item.reason) for item in DuplicateFinder(load_dossier(base).dossier).find(kind, fields)
        ]

    return found


def test_a_surname_that_two_people_share_is_no_reason(find):
    assert find(Actor, name="Anna Holm", kind="person", aliases=["Anna Holm", "Holm"]) == []
    assert find(Actor, name="Holm", kind="person", aliases=["Holm"]) == [("actor:eva-holm", "this surname")]


def test_initials_are_those_of_persons(find):
    assert find(Actor, name="E. Holm", kind="outlet") == []
    assert find(Actor, name="E. Holm") == [("actor:eva-holm", "this surname, and these initials")]


def test_a_place_is_not_an_actor(find):
    assert find(Place, name="Eva Holm") == []
    assert find(Place, name="port brenn") == [("place:port-brenn", "this name in another spelling")]


def fields_of(record, root):
    return yaml.load((root / record.path).read_text("utf-8"), yaml.CBaseLoader)


def known_records(dossier):
    return nonempty([record for record in dossier.records if not isinstance(record, Source)])


def test_each_record_of_the_first_dossier_is_found_when_it_is_created_again(real, root):
    finder = DuplicateFinder(real.graph.dossier)
    missed = [
        record.key
        for record in known_records(real.graph.dossier)
        if record.key not in [item.record.key for item in finder.find(type(record), fields_of(record, root))]
    ]
    assert missed == []


def test_the_records_of_the_first_dossier_are_different(real, root):
    """But for a quotation whose words are a part of another's, since two articles cut it in different places."""
    finder = DuplicateFinder(real.graph.dossier)
    pairs = {
        tuple(sorted((record.key, item.record.key)))
        for record in known_records(real.graph.dossier)
        for item in finder.find(type(record), fields_of(record, root))
        if item.record is not record
    }
    assert pairs == {("quote:silva-message-to-armed-forces", "quote:silva-never-trained-to-say")}


QUOTE = ("new", "quote", "ours", "--from", "gazette:6", "--form", "full")
QUOTE_WARNING = "content/quotes/ours.yml: this may be quote:harbour-is-ours (content/quotes/harbour-is-ours.yml)"


def test_new_warns_and_writes(run, base):
    code, out, err = run(*QUOTE)
    assert (code, out) == (0, "content/quotes/ours.yml\n")
    assert QUOTE_WARNING in err
    assert "add the passage to that record instead" in err
    assert "# This may be quote:harbour-is-ours (" in (base / "content/quotes/ours.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "code", "is_written"), [("y", 0, True), ("n", 1, False), ("", 1, False), (CTRL_C, 2, False)]
)
def test_new_asks_in_a_terminal(base, answer, code, is_written):
    result = run_in_terminal([QUOTE[0], "--root", str(base), *QUOTE[1:]], [("Write it anyway?", answer)])
    assert QUOTE_WARNING in result.shown
    assert (result.code, (base / "content/quotes/ours.yml").exists()) == (code, is_written), result.shown


OTHER_TEXT = """\
The strike goes on

“THE HARBOUR is ours! We will not leave it,” Mayor Brandt said. E. Holm, who leads the dockers, disagreed.

She said that 567 dockers had gone.
"""


@pytest.fixture
def other_source(run, base, tmp_path):
    """Add a source that says again what the small dossier has."""
    file = tmp_path / "weekly.txt"
    file.write_text(OTHER_TEXT, "utf-8")
    assert run("add", "source", str(file), "--id", "weekly", "--kind", "news", "--published", "2019-01-29")[0] == 0


def test_draft_warns_of_what_other_sources_say_already(run, base, other_source):
    code, _, err = run("draft", "weekly")
    assert code == 0
    assert "actor:eva-holm (content/actors/eva-holm.yml), “Eva Holm”, which has this surname, and these initials" in err
    assert "quote:harbour-is-ours (content/quotes/harbour-is-ours.yml)" in err
    assert "which has these words, from gazette: if it is the same, add the passage to that record instead" in err
    assert "number:gone-567 (content/numbers/gone-567.yml)" in err
    quotes = [path for path in Path(base, "content/quotes").glob("*.yml") if "weekly" in path.read_text("utf-8")]
    assert "# This may be quote:harbour-is-ours" in nonempty(quotes)[0].read_text("utf-8")
