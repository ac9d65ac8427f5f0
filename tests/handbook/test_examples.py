"""The examples of the handbook are true: source texts have the words shown, commands print the output shown."""

import re
import shlex
from itertools import takewhile

import pytest
from dossier.io.resources import handbook_chapters
from dossier.pipeline import check_dossier
from dossier.render.diagrams import site_diagrams
from dossier.render.frames import embed_snippet, record_frame

from tests.cli.command_lines import parse
from tests.handbook import update
from tests.handbook.examples import blocks, console_commands, create_ferry, matches, run_examples

LANGUAGES = {"yaml", "console", "sh", "text", "nginx", "python", "html"}
COMMENT = re.compile(r"(?<!\S)#.*")
CHAPTERS = handbook_chapters()
EACH_CHAPTER = pytest.mark.parametrize("name", CHAPTERS)


@pytest.fixture
def ferry(tmp_path):
    """A new dossier with the example story."""
    return create_ferry(tmp_path / "ferry")


@EACH_CHAPTER
def test_commands_print_what_a_chapter_shows_and_no_findings_remain(ferry, name):
    for command, expected, printed in run_examples(CHAPTERS[name], ferry):
        assert matches(expected, printed), f"$ {command}\n{printed}"
    assert [str(finding) for finding in check_dossier(ferry).findings] == []


def test_only_what_is_to_be_written_is_missing_in_the_drafts_of_a_real_article(ferry):
    list(run_examples(CHAPTERS["drafting"], ferry))
    findings = check_dossier(ferry.parent / "defectors").findings
    assert {finding.rule for finding in findings} == {"unfinished-todo"}
    assert not any(finding.location.path.startswith("content/sources/") for finding in findings)


@EACH_CHAPTER
def test_every_command_line_of_a_chapter_is_valid(name):
    lines = [line for block in blocks(CHAPTERS[name], "sh") for line in block.body.replace("\\\n", "").splitlines()]
    lines += [command for block in blocks(CHAPTERS[name], "console") for command, _ in console_commands(block.body)]
    for line in lines:
        program, *arguments = shlex.split(COMMENT.sub("", line)) or [""]
        if program.rpartition("/")[2] == "dossier":
            assert parse(list(takewhile(lambda word: word != ">", arguments)))


@EACH_CHAPTER
def test_source_text_that_a_chapter_shows_is_in_the_dossier(ferry, name):
    texts = "\n".join(file.read_text("utf-8") for file in sorted((ferry / "seeds").iterdir()))
    assert [block.body for block in blocks(CHAPTERS[name], "text") if block.body.strip() not in texts] == []


@EACH_CHAPTER
def test_html_that_a_chapter_shows_is_offered_to_copy(ferry, name):
    address = "https://example.org/lindholm/"
    graph = check_dossier(ferry).graph
    frames = (*map(record_frame, graph.visible), *(diagram.frame(graph) for diagram in site_diagrams(graph)))
    offered = {embed_snippet(address, frame) for frame in frames}
    assert {" ".join(block.body.split()) for block in blocks(CHAPTERS[name], "html")} <= offered


@EACH_CHAPTER
def test_every_block_is_in_a_language_that_is_tested(name):
    assert {block.language for block in blocks(CHAPTERS[name])} <= LANGUAGES


def test_there_are_blocks_in_every_language_that_is_tested():
    assert {block.language for chapter in CHAPTERS.values() for block in blocks(chapter)} == LANGUAGES


def test_chapters_have_examples():
    assert len([block for chapter in CHAPTERS.values() for block in blocks(chapter, "console")]) > 30


def test_an_outdated_output_is_replaced_where_it_is_shown_and_others_are_kept():
    shown = (
        "```console\n$ dossier check\n…\n$ dossier check --format line\nold\n$ dossier check --format json\nold\n```\n"
    )
    assert update.updated(shown) == shown.replace("line\nold\n", "line\n").replace("json\nold\n", "json\n[]\n")
