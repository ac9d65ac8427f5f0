"""The examples of the handbook are true: what they show stands in the texts, what they run prints what they say."""

import shlex
from itertools import takewhile

import pytest
from dossier.io.resources import handbook_chapters
from dossier.pipeline import check_dossier

from tests.cli.command_lines import parse
from tests.handbook.examples import as_said, blocks, commands, play, prepared

KINDS = {"yaml", "console", "sh", "text", "nginx"}
CHAPTERS = handbook_chapters()


@pytest.fixture
def root(tmp_path):
    return prepared(tmp_path / "ferry")


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_prints_what_it_says_and_ends_without_findings(root, name):
    for command, expected, printed in play(CHAPTERS[name], root):
        assert as_said(expected, printed), f"$ {command}\n{printed}"
    assert [str(finding) for finding in check_dossier(root).findings] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_command_of_a_chapter_is_one(name):
    lines = [line for block in blocks(CHAPTERS[name], "sh") for line in block.body.replace("\\\n", "").splitlines()]
    lines += [command for block in blocks(CHAPTERS[name], "console") for command, _ in commands(block.body)]
    for line in lines:
        program, *arguments = shlex.split(line, comments=True) or [""]
        if program.rpartition("/")[2] == "dossier":
            assert parse(list(takewhile(lambda word: word != ">", arguments)))


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_text_that_a_chapter_shows_stands_in_the_dossier(root, name):
    texts = "\n".join(file.read_text("utf-8") for file in sorted((root / "seeds").iterdir()))
    assert [block.body for block in blocks(CHAPTERS[name], "text") if block.body.strip() not in texts] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_an_example_is_of_a_kind_that_is_tested(name):
    assert {block.kind for block in blocks(CHAPTERS[name])} <= KINDS
