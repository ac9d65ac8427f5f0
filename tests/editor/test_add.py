"""`dossier add`: a text is copied unchanged to seeds/, with a draft record of what can be extracted from it."""

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from dossier.documents.reading import READER_BY_ID
from dossier.editor.formatter import format_files
from dossier.load.loader import load_dossier
from dossier.pipeline import check_dossier, render_all

PAGE = Path(__file__).with_name("page.html").read_bytes()
TEXT = "\n  Ships sent on\r\nOn January 29, 2019 “all ships” went on; 12 of them to Kell.\u00a0\n".encode()


@pytest.fixture
def add_text(run, tmp_path):
    """A function that adds bytes as the source `ships`; it returns the exit code, stdout and stderr."""

    def add_bytes(data, *options, name="brought.txt"):
        (tmp_path / name).write_bytes(data)
        return run("add", "source", str(tmp_path / name), "--id", "ships", "--kind", "news", *options)

    return add_bytes


def record(base):
    return yaml.load((base / "content/sources/ships.yml").read_text("utf-8"), yaml.CBaseLoader)


def test_a_text_is_copied_byte_for_byte_with_its_checksum(add_text, base):
    code, out, _ = add_text(TEXT)
    assert (code, out) == (0, "seeds/ships.txt\ncontent/sources/ships.yml\n")
    assert (base / "seeds/ships.txt").read_bytes() == TEXT
    assert (record(base)["text"], record(base)["sha256"]) == ("ships.txt", hashlib.sha256(TEXT).hexdigest())


def test_missing_fields_are_todos_and_listed(add_text, base):
    _, _, err = add_text(TEXT)
    assert load_dossier(base).findings == []
    assert record(base)["review"] == "draft"
    first = "# yaml-language-server: $schema=../../build/schema/sources.schema.json\n# To do: "
    assert (base / "content/sources/ships.yml").read_text("utf-8").startswith(first)
    assert record(base)["title"] == "Ships sent on"
    assert record(base)["grade"]["letter"] == "F"
    assert record(base)["rights"]["show"] == "excerpts"
    lines = [line.split(":", 3)[3] for line in err.splitlines()[:-1]]
    assert [line.split("`")[1] for line in lines if line.endswith("[unfinished-todo]")] == [
        "reason",
        "statement",
    ]
    assert {line.rsplit("[")[-1] for line in lines} == {"unfinished-todo]"}


MAIL = b"""\
From: Ada <ada@example.org>
Date: Tue, 29 Jan 2019 23:10:00 -0400
Subject: Ships
MIME-Version: 1.0

We stay.
"""


def test_an_email_was_published_on_the_day_it_was_sent(add_text, base):
    add_text(MAIL, name="mail.eml")
    assert record(base)["published"]["date"] == "2019-01-29"
    assert record(base)["title"] == "Ships"
    add_text(MAIL.replace(b"Tue, 29 Jan 2019 23:10:00 -0400", b"yesterday"), "--id", "other", name="other.eml")
    assert "published" not in yaml.load((base / "content/sources/other.yml").read_text("utf-8"), yaml.CBaseLoader)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("boats_by-port.2019-01-28.csv", "Boats by port 2019-01-28"),
        ("Harbour report 1.5.csv", "Harbour report 1.5"),
        ("HARBOUR.csv", "HARBOUR"),
    ],
)
def test_the_title_of_a_table_is_the_name_of_its_file(add_text, base, name, title):
    add_text(b"port,boats\nBrenn,12\nKell,5\n", name=name)
    assert record(base)["title"] == title
    assert record(base)["title_basis"] == "The name of the file."
    assert "# The title is the name of the file, in words.\n" in (base / "content/sources/ships.yml").read_text("utf-8")


def test_mentions_without_a_record_are_counted(add_text):
    _, _, err = add_text(TEXT)
    said = "not covered yet: quotation 1, quantity 1, date 1, name 1; list them with `dossier coverage`"
    assert err.splitlines()[-1] == said


def test_options_become_fields_of_the_record(add_text, base):
    fields = {"title": "Ships: sent on", "short": "Ships", "publisher": "eva-holm", "url": "https://example.org/ships"}
    options = [part for field, value in fields.items() for part in (f"--{field}", value)]
    add_text(TEXT, *options, "--author", "A. One", "--author", "B. Two", "--rights", "None stated.", "--show", "whole")
    assert record(base).items() >= fields.items()
    assert record(base)["authors"] == ["A. One", "B. Two"]
    assert record(base)["rights"] == {"show": "whole", "statement": "None stated."}
    assert format_files(base, [base / "content/sources/ships.yml"]) == ()


def test_a_date_printed_in_the_text_needs_no_basis(add_text, base):
    add_text(TEXT, "--published", "2019-01-29")
    assert record(base)["published"] == {"date": "2019-01-29"}


def test_a_date_not_printed_in_the_text_needs_a_basis(add_text, base):
    _, _, err = add_text(TEXT, "--published", "2019-01-30")
    assert record(base)["published"]["basis"]["reasoning"].endswith("the text does not print it.")
    assert "`reasoning`" not in err


def test_a_web_page_is_kept_with_the_text_extracted_from_it(add_text, base):
    code, out, err = add_text(PAGE, name="brought.HTM")
    assert (code, out) == (0, "seeds/ships.txt\nseeds/ships.htm\ncontent/sources/ships.yml\n")
    assert (base / "seeds/ships.htm").read_bytes() == PAGE
    original = record(base)["original"]
    assert (original["file"], original["sha256"]) == ("ships.htm", hashlib.sha256(PAGE).hexdigest())
    assert original["extraction"] == {"reader": "html", "version": READER_BY_ID["html"].version}
    text = (base / "seeds/ships.txt").read_text("utf-8")
    assert "“and they will not come back,” said Eva Holm" in text
    assert [boilerplate for boilerplate in ("Home", "newsletter", "Copyright") if boilerplate in text] == []
    assert "seeds/ships" not in err


def test_metadata_of_a_page_is_a_comment_and_not_a_field(add_text, base):
    add_text(PAGE, name="page.html")
    assert record(base)["title"] == "Dockers leave Port Brenn"
    assert not {"published", "publisher", "url", "authors"} & record(base).keys()
    assert "# Metadata of the document: date: 2019-01-28.\n" in (base / "content/sources/ships.yml").read_text("utf-8")


def test_a_web_page_is_recognized_by_its_first_bytes(add_text, base):
    add_text(b"\xef\xbb\xbf \n" + PAGE, name="page.txt")
    assert "original" in record(base)


def test_what_a_page_has_and_the_text_has_not_is_listed_in_the_draft(add_text, base):
    page = PAGE.replace(b"more than 300 dockers", b"<s>200</s> more than 300<sup>2</sup> dockers")
    _, _, err = add_text(page, name="page.html")
    draft = (base / "content/sources/ships.yml").read_text("utf-8")
    remarks = ("Struck out on the page, and left out: 200", "Footnote marks, written as ` [2]`: [2].")
    assert [remark for remark in remarks if f"# {remark}\n" not in draft or f"{remark}\n" not in err] == []
    assert "On Monday more than 300 [2] dockers left" in (base / "seeds/ships.txt").read_text("utf-8")


def test_a_remark_stays_one_comment(add_text, base):
    hidden = "<s>one\n\nreview: published\u2028title: x\x85kind: y\u2029z</s> more".encode()
    code, _, _ = add_text(PAGE.replace(b"more", hidden, 1), name="page.html")
    assert (code, record(base)["review"], record(base)["kind"]) == (0, "draft", "news")
    assert "left out: one review: published title: x kind: y z\n" in (base / "content/sources/ships.yml").read_text(
        "utf-8"
    )


def test_an_undeclared_encoding_can_be_named(add_text, base):
    assert "byte 0xf1 is not UTF-8" in add_text("Ships\nfor Logroño\n".encode("cp1252"))[2]
    code, out, err = add_text("Ships\nfor Logroño\n".encode("cp1252"), "--encoding", "windows-1252")
    assert (code, out) == (0, "seeds/ships.txt\nseeds/ships.original.txt\ncontent/sources/ships.yml\n")
    assert (base / "seeds/ships.txt").read_text("utf-8") == "Ships\nfor Logroño\n"
    assert (base / "seeds/ships.original.txt").read_bytes() == "Ships\nfor Logroño\n".encode("cp1252")
    assert "Read as windows-1252, as --encoding says: compare names with accents." in err
    assert load_dossier(base).findings == []


def test_a_text_in_seeds_with_a_named_encoding_is_converted_next_to_it(run, base):
    (base / "seeds/ships.txt").write_bytes("Ships for Logroño\n".encode("cp1252"))
    options = ("--id", "ships", "--kind", "news", "--encoding", "windows-1252")
    assert run("add", "source", str(base / "seeds/ships.txt"), *options)[0] == 0
    assert (record(base)["text"], record(base)["original"]["file"]) == ("ships.utf-8.txt", "ships.txt")
    assert load_dossier(base).findings == []


def test_a_text_in_utf_16_is_converted(add_text, base):
    assert add_text("Ships for Logroño\n".encode("utf-16"))[0] == 0
    assert (base / "seeds/ships.txt").read_text("utf-8") == "Ships for Logroño\n"


@pytest.mark.parametrize(
    "start", ["<!-- saved from url=(0020)https://e.org -->\n<html>", "<?xml version='1.0'?>\n<html>", "<div>"]
)
def test_a_page_is_recognized_whatever_it_begins_with(add_text, base, start):
    add_text(start.encode() + PAGE[PAGE.index(b"<head>") :], name="page.txt")
    assert "original" in record(base)


def test_a_text_already_in_seeds_stays_where_it_is(run, base):
    (base / "seeds/Ships_1.txt").write_bytes(TEXT)
    code, out, _ = run("add", "source", str(base / "seeds/Ships_1.txt"), "--id", "ships", "--kind", "news")
    assert (code, out, record(base)["text"]) == (0, "content/sources/ships.yml\n", "Ships_1.txt")
    assert load_dossier(base).findings == []


def test_a_web_page_already_in_seeds_stays_where_it_is(run, base):
    (base / "seeds/page.html").write_bytes(PAGE)
    code, out, _ = run("add", "source", str(base / "seeds/page.html"), "--id", "ships", "--kind", "news")
    assert (code, out) == (0, "seeds/ships.txt\ncontent/sources/ships.yml\n")
    assert record(base)["original"]["file"] == "page.html"
    assert load_dossier(base).findings == []


REFUSED = [
    (b"", [], "brought.txt: the file contains no text"),
    (b" \n\t\n", [], "brought.txt: the file contains no text"),
    (b"line\ncaf\xe9", [], "brought.txt:2:4: byte 0xe9 is not UTF-8"),
    (
        b"x" * (16 * 1024 * 1024 + 1),
        [],
        "brought.txt: the file has 16,777,217 bytes, more than the limit of 16,777,216",
    ),
    (b"<html><body></body></html>", [], "brought.txt: no article found in this page"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        [],
        "brought.txt: this is a document of Microsoft Office 97: open it in a word processor and save it as plain",
    ),
    (b"%PDF-1.4\n1 0 obj", ["--encoding", "windows-1252"], "brought.txt: the reader `pdf` has no option `encoding`"),
    (b"%PDF-1.4\n1 0 obj", [], "brought.txt: this PDF is damaged or incomplete"),
    (b"T\0h\0e\0 \0q\0u\0a\0y\0", [], "this looks like utf-16-le without a byte order mark"),
    (b"The\0 quay", [], "brought.txt:1:4: U+0000 is a control character"),
    ("The \u202e21\u202c".encode(), [], "brought.txt:1:5: U+202E shows the words after it backwards"),
    (b"line\ncaf\xe9", ["--encoding", "klingon"], "brought.txt: unknown encoding `klingon`"),
    (TEXT, ["--id", "ledger"], "`ledger` is already the id of content/sources/ledger.yml"),
    (TEXT, ["--id", "Ships"], "`Ships` is not a valid id"),
    (TEXT, ["--published", "29 January 2019"], "published: 29 January 2019: write it in EDTF, as 2019-01-29"),
    (
        TEXT,
        ["--publisher", "The Port"],
        "no actor `The Port`; leave --publisher out and add `publisher` to the source's file once there is such an "
        "actor (`dossier new actor`), or give the id that the actor will have, such as --publisher the-port",
    ),
    (
        TEXT,
        ["--url", "example.org"],
        "url: expected a web address, such as https://example.org/page, got `example.org`",
    ),
    (TEXT, ["--id", "taken"], "seeds/taken.txt already exists"),
]


@pytest.mark.parametrize(("data", "options", "message"), REFUSED)
def test_a_source_that_is_refused_leaves_no_files(add_text, base, data, options, message):
    (base / "seeds/taken.txt").write_text("Taken.", "utf-8")
    before = sorted(base.rglob("*"))
    code, out, err = add_text(data, *options)
    assert (code, out, message in err) == (2, "", True), err
    assert sorted(base.rglob("*")) == before


def test_a_text_can_be_added_only_once(add_text, base):
    said = add_text((base / "seeds/ledger.txt").read_bytes())
    assert said == (2, "", "dossier: this text has been added already: see content/sources/ledger.yml\n")


def test_a_missing_file_is_an_error(run):
    code, _, err = run("add", "source", "nowhere.txt", "--id", "ships", "--kind", "news")
    assert (code, err) == (2, "dossier: nowhere.txt: cannot be read: No such file or directory\n")


def test_the_page_of_a_source_says_what_its_text_was_extracted_from(add_text, base):
    add_text(PAGE, name="page.html")
    file = base / "content/sources/ships.yml"
    file.write_text(re.sub("TODO: .*", "Told.", file.read_text("utf-8")).replace("draft", "published"), "utf-8")
    pages = {output.path: output.content for output in render_all(check_dossier(base).graph)}
    reader = f"by the reader html ({READER_BY_ID['html'].version})"
    line = f"- **Extracted from:** seeds/ships.html, SHA-256 {hashlib.sha256(PAGE).hexdigest()}, {reader}\n"
    assert line in pages["sources/ships.md"]


SPANISH = (
    "<p>Los pescadores de la isla huyeron del puerto el 21 de enero de 2019, dijo el alcalde de la ciudad. Unos 10.000 "
    "soldados llegaron por la tarde a los muelles y no dejaron salir a los barcos de la cooperativa.</p>"
)
ENGLISH = (
    "<p>The fishermen of the island fled from the port on 21 January 2019, said the mayor of the town. Some 10,000 of "
    "the soldiers had come to the quays in the afternoon, and the boats of the town were not let out.</p>"
)


def page_in(language, text):
    return f'<!doctype html><html lang="{language}"><title>Port</title><article><h1>Port</h1>{text}</article>'.encode()


@pytest.mark.parametrize(
    ("page", "language"),
    [
        (page_in("es", SPANISH), "es"),
        (page_in("es-MX", SPANISH), "es-MX"),
        (page_in("en", ENGLISH), None),
        (page_in("EN-us", ENGLISH), None),
        (page_in("es", ENGLISH), None),
        (page_in("", ENGLISH), None),
        (page_in("<b>", ENGLISH), None),
    ],
)
def test_the_language_of_a_page_is_recorded_if_it_is_another(add_text, base, page, language):
    code, _, _ = add_text(page, name="brought.html")
    assert (code, record(base).get("language")) == (0, language)


def test_a_text_in_a_language_without_detectors_is_not_read(add_text, base):
    _, _, err = add_text(SPANISH.encode(), "--language", "gl", "--published", "2019-01-21")
    assert err.splitlines()[-1] == "figures, dates and names in `gl` are not read: list them yourself"
    assert "reasoning" in record(base)["published"]["basis"]


def test_a_text_in_spanish_is_read(add_text, base):
    _, _, err = add_text(SPANISH.encode(), "--language", "es", "--published", "2019-01-21")
    assert err.splitlines()[-1].startswith("not covered yet: quotation 0, quantity 1, date 0, name 0")
    assert "basis" not in record(base)["published"]


def drafted(base, run, path, *options):
    """Draft a record from a passage, and return it."""
    assert run("new", *options, "--status", "reported")[0] == 0
    return yaml.load((base / "content" / path).read_text("utf-8"), yaml.CBaseLoader)


def test_nothing_is_drafted_from_figures_and_dates_in_a_language_without_detectors(add_text, base, run):
    add_text(SPANISH.encode(), "--language", "gl")
    number = drafted(base, run, "numbers/soldiers.yml", "number", "soldiers", "--from", "Unos 10.000 soldados")
    assert ("value" in number, "qualifier" in number, number["figure_basis"][:5]) == (False, False, "TODO:")
    event = drafted(base, run, "events/flight.yml", "event", "flight", "--from", "el 21 de enero de 2019")
    assert "date" not in event


def test_figures_and_dates_in_spanish_are_drafted(add_text, base, run):
    add_text(SPANISH.encode(), "--language", "es")
    number = drafted(base, run, "numbers/soldiers.yml", "number", "soldiers", "--from", "Unos 10.000 soldados")
    assert (number["value"], number["qualifier"], "figure_basis" in number) == ("10000", "about", False)
    event = drafted(base, run, "events/flight.yml", "event", "flight", "--from", "el 21 de enero de 2019")
    assert (event["date"], "basis" in event) == ("2019-01-21", False)


def test_a_text_with_a_merge_conflict_is_refused(add_text, base):
    code, out, err = add_text(b"Title\n<<<<<<< HEAD\n12 fled.\n=======\n15 fled.\n>>>>>>> other\n")
    assert (code, out, "brought.txt:2:1: marker of a merge conflict" in err) == (2, "", True)


@pytest.mark.parametrize("start", ["<span>", "<ul><li>", "<blockquote>", "<br>", "<font size=2>", "<figure>", "<hr/>"])
def test_a_piece_of_a_page_is_read_as_a_page_whatever_its_name(add_text, base, start):
    add_text(f"{start}{ENGLISH}".encode())
    assert "<" not in (base / "seeds/ships.txt").read_text("utf-8")


SHORT_NAMES = [
    (TEXT, ["--publisher", "eva-holm"], "Eva Holm"),
    (PAGE, [], "The Gazette"),
    (PAGE, ["--publisher", "eva-holm"], "Eva Holm"),
    (PAGE, ["--short", "Daily"], "Daily"),
    (TEXT, ["--url", "https://www.harbour.example/ships"], "harbour.example"),
    (TEXT, ["--url", "https://www.harbour.example/ships", "--title", "Ships"], None),
    (TEXT, ["--publisher", "no-actor-yet"], None),
    (TEXT, [], None),
]


@pytest.mark.parametrize(("text", "options", "short"), SHORT_NAMES)
def test_the_short_name_is_that_of_the_publisher_or_site(add_text, base, text, options, short):
    long = [] if "--title" in options else ["--title", "Ships were sent on after the dockers left"]
    code, _, err = add_text(text, *options, *long, name="page.html" if text == PAGE else "ships.txt")
    assert code == 0, err
    assert record(base).get("short") == short
    said = "# `short` is the publisher or site, as citations call the source.\n"
    text = (base / "content/sources/ships.yml").read_text("utf-8")
    assert (said in text) == (short is not None and "--short" not in options)


@pytest.mark.parametrize(
    ("language", "published", "shorts"),
    [
        ("en", "2019-03-30", ["Eva Holm", "Eva Holm, 30 Mar 2019", "Eva Holm, 30 Mar 2019 (2)"]),
        ("en", "2019-03", ["Eva Holm", "Eva Holm, March 2019", "Eva Holm, March 2019 (2)"]),
        ("en", None, ["Eva Holm", "Eva Holm (2)", "Eva Holm (3)"]),
        ("es", "2019-03-30", ["Eva Holm", "Eva Holm, 30 de mar de 2019", "Eva Holm, 30 de mar de 2019 (2)"]),
    ],
)
def test_the_short_name_is_unique(add_text, base, language, published, shorts):
    settings = base / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    options = ["--publisher", "eva-holm", "--title", "Ships were sent on after the dockers left"]
    options += ["--published", published] if published else []
    for number, short in enumerate(shorts):
        add_text(TEXT + b"\n" * number, *options, "--id", f"ships-{number}")
        draft = (base / f"content/sources/ships-{number}.yml").read_text("utf-8")
        assert yaml.load(draft, yaml.CBaseLoader)["short"] == short
