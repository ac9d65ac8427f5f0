"""`dossier fmt`: one form for every file, and nothing lost on the way to it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from dossier.editor.formatter import format_files, formatted
from dossier.editor.yaml.nodes import Block, Item, Scalar
from dossier.editor.yaml.parser import read_block
from dossier.editor.yaml.writer import write_block
from dossier.io.yaml_reader import read_tree
from dossier.load import content_files, load
from dossier.model.errors import RefusedError
from dossier.model.kinds import KINDS
from hypothesis import given
from hypothesis import strategies as st

CASES = yaml.safe_load(Path(__file__).with_name("forms.yml").read_text("utf-8"))
BY_PLURAL = {kind.plural: kind for kind in KINDS}


def form(case):
    return formatted(case["before"], "file.yml", BY_PLURAL[case.get("kind", "actors")])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file_takes_its_form(case):
    assert form(case) == case.get("after", case["before"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_form_is_kept(case):
    once = form(case)
    assert form({**case, "before": once}) == once


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_value_is_changed(case):
    assert read_tree(form(case), "file.yml").value == read_tree(case["before"], "file.yml").value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_comment_is_lost(case):
    assert sorted(comments(read_block(form(case), ""))) == sorted(comments(read_block(case["before"], "")))


def comments(block):
    for item in block.items:
        yield from (*item.above, *([item.beside] if item.beside else []))
        yield from comments(item.value) if isinstance(item.value, Block) else ()
    yield from block.below


def test_the_content_of_this_repository_is_in_its_form(root):
    assert [change.new for change in format_files(root)] == []


def test_the_records_of_this_repository_are_the_same_in_another_form(real, root, tmp_path):
    """Every key turned round and every text in quotes: what `fmt` makes of it is loaded as the same records."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    copies = [(file, tmp_path / file.relative_to(root)) for file, _ in content_files(root)]
    for file, copy in copies:
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(turned_round(file.read_text("utf-8")), "utf-8")
    for change in format_files(tmp_path):
        (tmp_path / change.new).write_bytes(change.after)
    loaded = load(tmp_path).dossier
    assert values(loaded) == values(real.graph.dossier)
    assert all(
        copy.read_text("utf-8").count("# so:") == len(read_tree(copy.read_text("utf-8"), "").value)
        for _, copy in copies
    )


def values(dossier):
    return {entry.key: entry.model_dump() for entry in dossier.entries}


def turned_round(text):
    """The same mapping: its keys the other way round, texts quoted, a comment above each key."""
    told = read_tree(text, "").value
    pairs = [yaml.safe_dump({key: told[key]}, default_style='"', allow_unicode=True) for key in reversed(told)]
    return "".join(f"# so:\n{pair}" for pair in pairs)


TEXTS = st.text(st.one_of(st.sampled_from(" \n#:-'\"[]{}|>,&*!%@`?~\\."), st.characters(codec="utf-8")), max_size=60)
COMMENTS = st.text("abc #:'\"-", max_size=9).map(lambda text: f"# {text}".rstrip())
ITEMS = st.lists(COMMENTS, max_size=2).map(tuple)
NODES = st.recursive(
    TEXTS.map(Scalar),
    lambda inner: st.one_of(
        st.lists(st.builds(Item, inner, st.none(), ITEMS, COMMENTS), max_size=3).map(
            lambda items: Block(tuple(items), keyed=False)
        ),
        st.lists(st.builds(Item, inner, TEXTS, ITEMS, COMMENTS), max_size=3, unique_by=lambda item: item.key).map(
            lambda items: Block(tuple(items), keyed=True)
        ),
    ),
    max_leaves=8,
)


@given(
    st.lists(st.builds(Item, NODES, TEXTS, ITEMS, COMMENTS), min_size=1, max_size=4, unique_by=lambda item: item.key)
)
def test_whatever_is_written_is_read_back(items):
    block = Block(tuple(items), keyed=True)
    text = write_block(block)
    tree = read_tree(text, "")
    if not tree.findings:  # Controls in a value are refused by reading, as they should be.
        assert tree.value == plain(block)
        assert sorted(comments(read_block(text, ""))) == sorted(comments(block))
        assert write_block(read_block(text, "")) == text
    else:
        assert {finding.rule for finding in tree.findings} == {"encoding"}


def plain(node):
    if isinstance(node, Scalar):
        return node.text
    if node.keyed:
        return {item.key: plain(item.value) for item in node.items}
    return [plain(item.value) for item in node.items]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: a: b\n", "content/actors/nils-aker.yml:1:8: not YAML"),
        ("name: a\nname: b\n", "content/actors/nils-aker.yml:2:1: `name` stands already"),
        ("name: &a b\nkind: *a\n", "content/actors/nils-aker.yml:2:7: `*a` is an alias"),
        ("name: a\n\tkind: b\n", "content/actors/nils-aker.yml:2:1: a tab"),
        (b"name: \xff\n", "content/actors/nils-aker.yml:1:7: byte 0xff"),
        ("", "content/actors/nils-aker.yml:1:1: the file holds no mapping"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(base, write, text, place):
    write("content/actors/nils-aker.yml", text)
    with pytest.raises(RefusedError, match=re.escape(place)):
        format_files(base)


def test_a_file_that_is_no_content_is_refused(base):
    with pytest.raises(RefusedError, match="is no content file"):
        format_files(base, [base / "seeds/gazette.txt"])
