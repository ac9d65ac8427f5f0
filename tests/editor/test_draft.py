"""`dossier draft`: a draft of each name, quotation, figure and dated event of a source that no record has yet."""

import pytest
import yaml
from dossier.report.text import terminal_width

TEXT = """\
Ferry crews walk out at Nordhavn

Some 420 crew members walked out at Nordhavn on Nov. 3, Capt. Mira Solheim told CNN. “We are tired,” Solheim said. “We \
want sleep.”

“Nobody asked us,” a spokesman for the port said. Eva Holm, who leads the dockers, called it “a good day.”

“We go home,” Solheim told CNN.

They said it was “late.” In Canada hundreds of dockers did the same. The ship “Aurora Star” stayed in port.
"""


@pytest.fixture
def source(run, base, tmp_path):
    """A source of the small dossier that no record cites."""
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, "utf-8")
    code, _, err = run("add", "source", str(file), "--id", "ferry", "--kind", "news", "--published", "2021-11-05")
    assert (base / "content/sources/ferry.yml").is_file(), (code, err)
    return "ferry"


@pytest.fixture
def drafted(run, base, source):
    """Draft the source; return the drafts by kind and id."""

    def draft(*options):
        before = {*base.glob("content/*/*.yml")}
        code, _, err = run("draft", source, *options)
        assert code == 0, err
        new = sorted({*base.glob("content/*/*.yml")} - before)
        return {f"{file.parent.name}/{file.stem}": yaml.safe_load(file.read_text("utf-8")) for file in new}

    return draft


def test_each_mention_becomes_a_draft(drafted):
    assert sorted(drafted()) == [
        "actors/aurora-star",
        "actors/cnn",
        "actors/mira-solheim",
        "actors/spokesman-for-the-port",
        "events/some-420-crew-members-walked",
        "numbers/crew-members-420",
        "numbers/dockers-hundreds",
        "places/canada",
        "places/nordhavn",
        "quotes/holm-a-good-day",
        "quotes/late",
        "quotes/solheim-we-are-tired",
        "quotes/solheim-we-go-home",
        "quotes/spokesman-for-the-nobody-asked-us",
    ]


def test_a_rank_is_a_role_and_a_surname_an_alias(drafted):
    actor = drafted("--only", "names")["actors/mira-solheim"]
    assert (actor["name"], actor["kind"]) == ("Mira Solheim", "person")
    assert actor["aliases"] == ["Mira Solheim", "Solheim"]
    assert [role["title"] for role in actor["roles"]] == ["Capt."]


def test_an_existing_record_is_proposed_instead_of_a_second_one(run, source, drafted):
    quotes = drafted()
    assert "actors/eva-holm" not in quotes
    assert quotes["quotes/holm-a-good-day"]["speaker"] == "eva-holm"


def test_a_quotation_has_its_sentence_its_speaker_and_its_form(drafted):
    quotes = drafted()
    interrupted = quotes["quotes/solheim-we-are-tired"]
    assert interrupted["words"] == ["We are tired", "We want sleep."]
    assert (interrupted["speaker"], interrupted["form"]) == ("mira-solheim", "full")
    (passage,) = interrupted["passages"]
    assert passage["exact"] == "“We are tired,” Solheim said. “We want sleep.”"
    assert passage["via"] == ["mira-solheim"]
    assert quotes["quotes/holm-a-good-day"]["form"] == "partial"


def test_words_to_an_outlet_are_addressed_to_it(drafted):
    quote = drafted()["quotes/solheim-we-go-home"]
    assert (quote["addressed_to"], quote["passages"][0]["via"]) == (["cnn"], ["cnn", "mira-solheim"])


def test_a_speaker_without_a_record_is_left_to_the_editor(drafted):
    assert drafted()["quotes/late"]["speaker"] == "todo"


def test_a_speaker_without_a_name_is_an_actor(drafted):
    drafts = drafted()
    actor = drafts["actors/spokesman-for-the-port"]
    assert (actor["name"], actor["kind"], actor["unnamed"]) == ("A spokesman for the port", "person", True)
    assert "aliases" not in actor and actor["passages"][0]["exact"].endswith("a spokesman for the port said.")
    assert "spokesman-for-the-port" in {draft.get("speaker") for draft in drafts.values()}


def test_without_drafts_of_names_there_is_no_draft_of_a_speaker_either(drafted):
    assert "spokesman-for-the-port" not in {draft["speaker"] for draft in drafted("--only", "quotes").values()}


def test_a_figure_has_the_noun_it_counts(drafted):
    numbers = drafted("--only", "numbers")
    assert (numbers["numbers/crew-members-420"]["value"], numbers["numbers/crew-members-420"]["unit"]) == (
        420,
        "crew members",
    )
    assert numbers["numbers/dockers-hundreds"]["words"] == "hundreds"


def test_a_dated_event_has_the_place_and_the_actors_of_its_sentence(drafted):
    event = drafted()["events/some-420-crew-members-walked"]
    assert (str(event["date"]), event["place"]) == ("2021-11-03", "nordhavn")
    assert event["basis"]["phrase"] == "Nov. 3"
    assert event["passages"][0]["via"] == ["cnn", "mira-solheim"] and "participants" not in event


def test_a_second_run_drafts_nothing(drafted):
    assert drafted()
    assert drafted() == {}


def test_a_deleted_draft_is_drafted_again(drafted, base):
    drafted()
    (base / "content/places/canada.yml").unlink()
    assert list(drafted()) == ["places/canada"]


def test_a_corrected_draft_is_not_drafted_again(drafted, base):
    drafted()
    for name, old, new in (
        ("numbers/crew-members-420", "value: 420", "value: 42"),
        ("numbers/dockers-hundreds", "words: hundreds", "words: hundreds of dockers"),
        ("events/some-420-crew-members-walked", "2021-11-03", "2021-11-02"),
    ):
        file = base / f"content/{name}.yml"
        text = file.read_text("utf-8")
        assert old in text
        lines = [line for line in text.replace(old, new).splitlines() if not line.strip().startswith("phrase:")]
        file.write_text("\n".join(lines), "utf-8")
    assert drafted() == {}


def test_the_list_of_drafts_fits_a_terminal_of_80_columns(run, base, tmp_path):
    file = tmp_path / "wide.txt"
    file.write_text(WIDE, "utf-8")
    run("add", "source", str(file), "--id", "wide", "--kind", "news", "--published", "2021-11-05")
    _, out, _ = run("draft", "wide", "--dry-run")
    lines = out.splitlines()
    assert max(map(terminal_width, lines)) <= 80
    assert next(line for line in lines if "東京" in line).count("…") == 1
    long = next(index for index, line in enumerate(lines) if line.startswith("event several-extra"))
    assert lines[long + 1].startswith(" " * 42 + "May 3, 2021")


def test_a_dry_run_lists_the_drafts_and_writes_nothing(run, base, source):
    before = {*base.glob("content/*/*.yml")}
    code, out, err = run("draft", source, "--dry-run")
    assert code == 0 and {*base.glob("content/*/*.yml")} == before
    assert "quote solheim-we-are-tired" in out and "14 records would be drafted" in err


def test_no_draft_is_published_and_each_can_be_read(run, drafted):
    assert {record["review"] for record in drafted().values()} == {"draft"}
    _, out, err = run("check")
    findings = [line for line in (out + err).splitlines() if line.endswith("]") and "unfinished-todo" not in line]
    assert [line for line in findings if "/cnn" in line or "/mira" in line or "canada" in line] == []


def test_a_source_that_does_not_exist_is_named(run):
    code, _, err = run("draft", "nobody")
    assert code == 2 and "nobody" in err


WIDE = """\
Wide words

Eva Holm said: “東京の港湾労働者は今日も働いています。明日は休みです。”

On May 3, 2021 several extraordinarily conscientious dockworkers straightforwardly reorganized everything at Nordhavn.
"""
REPORTED = """\
Who counted

Eva Holm told CNN that 411 dockers had left. About 60 boats sank, the Harbour Board said.

Port officials say 30 cranes broke. Nils Aker praised 12 dockers.
"""
TALLY = {
    "dockers-411": "eva-holm",
    "boats-60": "harbour-board",
    "cranes-30": "port-officials",
    "dockers-12": None,
}

NAMES = """\
Envoys meet at Brenn

Melania Holm met Juan Rojas and Juan Ròjas. South Sudan and Sudan sent envoys, and Mexico did; New Mexico did not.

CNN aired it. According to officials, Nils Aker saw 500 ships. According to Captain Mira Falk, 60 boats left. “We \
left,” Eva Holm told supporters.
"""


@pytest.fixture
def envoys(run, base, tmp_path):
    """All records after a source was drafted whose names end in others."""
    file = tmp_path / "envoys.txt"
    file.write_text(NAMES, "utf-8")
    run("add", "source", str(file), "--id", "envoys", "--kind", "news", "--published", "2021-11-05")
    code, _, err = run("draft", "envoys")
    assert code == 0, err
    return {f"{f.parent.name}/{f.stem}": yaml.safe_load(f.read_text("utf-8")) for f in base.glob("content/*/*.yml")}


def test_another_name_that_ends_alike_is_another_record(envoys):
    assert envoys["actors/melania-holm"]["aliases"] == ["Melania Holm"]
    assert {"places/sudan", "places/south-sudan", "places/mexico"} <= {*envoys}
    assert envoys["places/mexico"]["aliases"] == ["Mexico"]


def test_spellings_that_differ_in_accents_are_one_record(envoys):
    assert envoys["actors/juan-rojas"]["aliases"] == ["Juan Rojas", "Juan Ròjas"]


def test_only_who_is_named_right_after_according_to_is_the_attribution(envoys):
    assert envoys["numbers/ships-500"]["passages"][0]["via"] == ["officials"]
    assert envoys["numbers/boats-60"]["passages"][0]["via"] == ["mira-falk"]


def test_who_reports_a_figure_counted(run, base, tmp_path):
    file = tmp_path / "tally.txt"
    file.write_text(REPORTED, "utf-8")
    run("add", "source", str(file), "--id", "tally", "--kind", "news", "--published", "2021-11-05")
    assert run("draft", "tally")[0] == 0
    drafts = {name: yaml.safe_load((base / f"content/numbers/{name}.yml").read_text("utf-8")) for name in TALLY}
    assert {name: draft.get("counted_by") for name, draft in drafts.items()} == TALLY
    assert drafts["dockers-411"]["passages"][0]["via"] == ["cnn", "eva-holm"]


def test_an_outlet_named_elsewhere_passed_nothing_on(envoys):
    quotes = [record for name, record in envoys.items() if name.endswith("holm-we-left")]
    assert [quote["passages"][0]["via"] for quote in quotes] == [["eva-holm"]]


def test_no_draft_refers_to_a_record_that_there_is_not(run, envoys):
    _, out, err = run("check")
    assert "unknown-reference" not in out + err


def test_a_record_that_cannot_be_read_is_named(run, base, source):
    (base / "content/quotes/half.yml").write_text("words: [", "utf-8")
    code, _, err = run("draft", source)
    assert code == 2 and "quote:half" in err


TRANSCRIPT = """\
The hearing on the ferries

Q: Did anybody ask you?

EVA HOLM: Nobody did. “Stay,” they said.

Q: And the port?

MAYOR MIRA SOLHEIM: It stays open.
"""


def test_the_labels_of_a_transcript_are_the_speakers(run, base, add, tmp_path):
    (tmp_path / "hearing.txt").write_text(TRANSCRIPT, "utf-8")
    run(
        "add",
        "source",
        str(tmp_path / "hearing.txt"),
        "--id",
        "hearing",
        "--kind",
        "document",
        "--published",
        "2021-11-05",
    )
    add("content/actors/nils-aker.yml", aliases=["Q"])
    code, _, err = run("draft", "hearing", "--only", "names", "--only", "quotes")
    assert code == 0, err
    drafts = [yaml.safe_load(file.read_text("utf-8")) for file in sorted(base.glob("content/quotes/*.yml"))]
    said = {draft["words"]: (draft["speaker"], draft["form"]) for draft in drafts if draft["review"] == "draft"}
    assert said == {
        "Did anybody ask you?": ("nils-aker", "full"),
        "Nobody did. “Stay,” they said.": ("eva-holm", "full"),
        "And the port?": ("nils-aker", "full"),
        "It stays open.": ("mira-solheim", "full"),
    }
    mayor = yaml.safe_load((base / "content/actors/mira-solheim.yml").read_text("utf-8"))
    assert mayor["name"] == "Mira Solheim"
    assert mayor["roles"][0]["title"] == "MAYOR"


def test_names_in_credits_and_datelines_are_left_to_exemptions(run, base, tmp_path):
    text = "Strike\n\nALBY, Nov. 3 (AFP) - Jon Vik walked out.\n\nPhoto: Eva Moe/Wire\n"
    (tmp_path / "strike.txt").write_text(text, "utf-8")
    run("add", "source", str(tmp_path / "strike.txt"), "--id", "strike", "--kind", "news", "--published", "2021-11-05")
    drafted = {line.split("  ")[0] for line in run("draft", "strike", "--only", "names", "--dry-run")[1].splitlines()}
    assert drafted == {"actor jon-vik"}
    exempt = yaml.safe_load(run("coverage", "--source", "strike", "--exempt")[1])["exempt"]
    notes = {exemption["text"]: exemption["note"] for exemption in exempt}
    assert notes["ALBY"] == notes["AFP"] == "Part of the dateline."


def test_a_name_without_a_kind_is_drafted_once_also_under_a_numbered_id(run, base, write, source):
    """The kind is a guess, which the draft says; another record has the id that its name would have."""
    other = (base / "content/actors/nils-aker.yml").read_text("utf-8")
    write("content/actors/aurora-star.yml", other.replace("name: Nils Aker", "name: Crew of the night boat"))
    assert run("draft", source, "--only", "names")[0] == 0
    draft = (base / "content/actors/aurora-star-2.yml").read_text("utf-8")
    assert "name: Aurora Star\n" in draft and "TODO: the text does not show the kind" in draft
    before = sorted(base.glob("content/*/*.yml"))
    code, _, err = run("draft", source, "--only", "names")
    assert (code, "nothing new to draft" in err) == (0, True), err
    assert sorted(base.glob("content/*/*.yml")) == before


DATED = """\
Ferries stop at the quay

MARRABURG: Crews freed more than 70 boats on Nov. 3, Capt. Mira Solheim said.
"""


def test_a_dateline_is_no_actor_and_takes_no_part(drafted, source, base):
    (base / "seeds/ferry.txt").write_text(DATED, "utf-8")
    drafts = drafted()
    assert [id for id in drafts if id.startswith(("actors/", "places/"))] == ["actors/mira-solheim"]
    (event,) = (draft for id, draft in drafts.items() if id.startswith("events/"))
    assert "place" not in event and "participants" not in event


def test_a_passage_begins_after_the_dateline(drafted, source, base):
    (base / "seeds/ferry.txt").write_text(DATED, "utf-8")
    drafts = drafted()
    passages = [passage["exact"] for draft in drafts.values() for passage in draft["passages"]]
    assert {passage.split()[0] for passage in passages} == {"Crews"}


def test_a_name_that_a_dateline_has_is_a_place(drafted, source, base):
    (base / "seeds/ferry.txt").write_text(f"{DATED}\nMarraburg said it was ready.\n", "utf-8")
    drafts = drafted("--only", "names")
    assert list(drafts) == ["actors/mira-solheim", "places/marraburg"]
    assert drafts["places/marraburg"]["passages"][0]["exact"] == "Marraburg said it was ready."


SIZED = """\
Ferries stop in Lindholm

Crews were at work in the southern state of Lindholm, and slept in the state capital Hartwell.
"""


def test_a_place_has_the_size_that_the_text_says(drafted, source, base):
    (base / "seeds/ferry.txt").write_text(SIZED, "utf-8")
    drafts = drafted("--only", "names")
    sizes = {id: (draft["precision"], draft["passages"][0]["exact"][:10]) for id, draft in drafts.items()}
    assert sizes == {"places/lindholm": ("region", "Crews were"), "places/hartwell": ("city", "Crews were")}
    assert not any("precision_basis" in draft for draft in drafts.values())


def test_a_later_text_that_says_the_size_of_a_place_changes_no_record(run, source, base):
    (base / "seeds/ferry.txt").write_text("Crews slept in Lindholm.\n", "utf-8")
    assert run("draft", source, "--only", "names")[0] == 0
    file = base / "content/places/lindholm.yml"
    before = file.read_bytes()
    (base / "seeds/ferry.txt").write_text(f"Crews slept in Lindholm.\n{SIZED}", "utf-8")
    code, _, err = run("draft", source, "--only", "names")
    assert code == 0 and "place:lindholm is a region in this text: its `precision` is unknown\n" in err
    assert file.read_bytes() == before


def test_a_draft_refers_only_to_a_record_or_another_draft(run, base, tmp_path):
    (tmp_path / "boats.txt").write_text("Boats\n\nSome 30 boats called “the old fleet” sank on Monday.\n", "utf-8")
    run("add", "source", str(tmp_path / "boats.txt"), "--id", "boats", "--kind", "news", "--published", "2021-11-05")
    number = base / "content/numbers/boats-30.yml"
    run("draft", "boats", "--only", "numbers")
    assert "about" not in yaml.safe_load(number.read_text("utf-8"))
    number.unlink()
    run("draft", "boats", "--only", "events")
    (event,) = base.glob("content/events/some-30-boats-*.yml")
    _, out, _ = run("draft", "boats", "--dry-run")
    assert out.count(f"    → event:{event.stem}\n") == 2
    run("draft", "boats")
    assert yaml.safe_load(number.read_text("utf-8"))["about"] == [f"event:{event.stem}"]
