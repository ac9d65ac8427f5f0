"""`dossier fmt`: one form for every file, and nothing lost on the way to it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from dossier.editor.formatter import format_files, format_text
from dossier.editor.yaml.nodes import Collection, CollectionItem, Scalar
from dossier.editor.yaml.parser import read_block
from dossier.editor.yaml.writer import write_block
from dossier.io.yaml_reader import read_yaml
from dossier.load import iter_content_files, load_dossier
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from hypothesis import given
from hypothesis import strategies as st

CASES = yaml.safe_load(Path(__file__).with_name("forms.yml").read_text("utf-8"))
BY_PLURAL = {kind.plural: kind for kind in KINDS}


def form(case):
    return format_text(case["before"], "file.yml", BY_PLURAL[case.get("kind", "actors")])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file_takes_its_form(case):
    assert form(case) == case.get("after", case["before"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_form_is_kept(case):
    once = form(case)
    assert form({**case, "before": once}) == once


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_value_is_changed(case):
    assert read_yaml(form(case), "file.yml").value == read_yaml(case["before"], "file.yml").value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_comment_is_lost(case):
    assert sorted(comments(read_block(form(case), ""))) == sorted(comments(read_block(case["before"], "")))


def comments(block):
    for item in block.items:
        yield from (*item.comments_before, *([item.trailing_comment] if item.trailing_comment else []))
        yield from comments(item.value) if isinstance(item.value, Collection) else ()
    yield from block.comments_below


def test_the_content_of_this_repository_is_in_its_form(root):
    assert [change.new_path for change in format_files(root)] == []


def test_the_records_of_this_repository_are_the_same_in_another_form(real, root, tmp_path):
    """Every key turned round and every text in quotes: what `fmt` makes of it is loaded as the same records."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    copies = [(file, tmp_path / file.relative_to(root)) for file, _ in iter_content_files(root)]
    for file, copy in copies:
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(turned_round(file.read_text("utf-8")), "utf-8")
    for change in format_files(tmp_path):
        (tmp_path / change.new_path).write_bytes(change.new_content)
    loaded = load_dossier(tmp_path).dossier
    assert values(loaded) == values(real.graph.dossier)
    assert all(
        copy.read_text("utf-8").count("# so:") == len(read_yaml(copy.read_text("utf-8"), "").value)
        for _, copy in copies
    )


def values(dossier):
    return {entry.key: entry.model_dump() for entry in dossier.all_items}


def turned_round(text):
    """The same mapping: its keys the other way round, texts quoted, a comment above each key."""
    told = read_yaml(text, "").value
    pairs = [yaml.safe_dump({key: told[key]}, default_style='"', allow_unicode=True) for key in reversed(told)]
    return "".join(f"# so:\n{pair}" for pair in pairs)


TEXTS = st.text(st.one_of(st.sampled_from(" \n#:-'\"[]{}|>,&*!%@`?~\\."), st.characters(codec="utf-8")), max_size=60)
COMMENTS = st.text("abc #:'\"-", max_size=9).map(lambda text: f"# {text}".rstrip())
ITEMS = st.lists(COMMENTS, max_size=2).map(tuple)
NODES = st.recursive(
    TEXTS.map(Scalar),
    lambda inner: st.one_of(
        st.lists(st.builds(CollectionItem, inner, st.none(), ITEMS, COMMENTS), max_size=3).map(
            lambda items: Collection(tuple(items), is_mapping=False)
        ),
        st.lists(
            st.builds(CollectionItem, inner, TEXTS, ITEMS, COMMENTS), max_size=3, unique_by=lambda item: item.key
        ).map(lambda items: Collection(tuple(items), is_mapping=True)),
    ),
    max_leaves=8,
)


@given(
    st.lists(
        st.builds(CollectionItem, NODES, TEXTS, ITEMS, COMMENTS),
        min_size=1,
        max_size=4,
        unique_by=lambda item: item.key,
    )
)
def test_whatever_is_written_is_read_back(items):
    block = Collection(tuple(items), is_mapping=True)
    text = write_block(block)
    tree = read_yaml(text, "")
    if not tree.findings:  # Controls in a value are refused by reading, as they should be.
        assert tree.value == plain(block)
        assert sorted(comments(read_block(text, ""))) == sorted(comments(block))
        assert write_block(read_block(text, "")) == text
    else:
        assert {finding.rule for finding in tree.findings} == {"encoding"}


def plain(node):
    if isinstance(node, Scalar):
        return node.text
    if node.is_mapping:
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
    with pytest.raises(UserError, match=re.escape(place)):
        format_files(base)


def test_a_file_that_is_no_content_is_refused(base):
    with pytest.raises(UserError, match="is not a content file"):
        format_files(base, [base / "seeds/gazette.txt"])
