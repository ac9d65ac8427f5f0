"""The formatter: one style for all content files, and nothing lost."""

import re
from pathlib import Path

import pytest
import yaml
from dossier.editor.formatter import format_files, format_text
from dossier.editor.yaml.nodes import Collection, CollectionItem, Scalar
from dossier.editor.yaml.parser import parse_mapping
from dossier.editor.yaml.writer import write_mapping
from dossier.io.yaml_reader import read_yaml
from dossier.load.loader import iter_content_files, load_dossier
from dossier.model.errors import UserError
from dossier.model.kinds import KINDS
from hypothesis import given
from hypothesis import strategies as st

CASES = yaml.safe_load(Path(__file__).with_name("formatting.yml").read_text("utf-8"))
BY_PLURAL = {kind.plural: kind for kind in KINDS}


def format_case(case):
    return format_text(case["before"], "file.yml", BY_PLURAL[case.get("kind", "actors")])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file_is_formatted(case):
    assert format_case(case) == case.get("after", case["before"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_formatting_again_changes_nothing(case):
    once = format_case(case)
    assert format_case({**case, "before": once}) == once


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_value_changes(case):
    assert read_yaml(format_case(case), "file.yml").value == read_yaml(case["before"], "file.yml").value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_no_comment_is_lost(case):
    assert sorted(comments(parse_mapping(format_case(case), ""))) == sorted(comments(parse_mapping(case["before"], "")))


def comments(collection):
    for item in collection.items:
        yield from (*item.comments_before, *([item.trailing_comment] if item.trailing_comment else []))
        yield from comments(item.value) if isinstance(item.value, Collection) else ()
    yield from collection.comments_below


def test_reversed_and_quoted_records_are_formatted_without_loss(base):
    before = values(load_dossier(base).dossier)
    files = [file for file, _ in iter_content_files(base)]
    assert files
    for file in files:
        file.write_text(reverse_and_quote(file.read_text("utf-8")), "utf-8")
    for change in format_files(base):
        (base / change.new_path).write_bytes(change.new_content)
    assert values(load_dossier(base).dossier) == before
    for file in files:
        text = file.read_text("utf-8")
        assert text.count("# so:") == len(read_yaml(text, "").value), file


def values(dossier):
    return {entry.key: entry.model_dump() for entry in dossier.all_items}


def reverse_and_quote(text):
    """Return the same mapping with reversed keys, quoted texts and a comment above each key."""
    mapping = read_yaml(text, "").value
    pairs = [yaml.safe_dump({key: mapping[key]}, default_style='"', allow_unicode=True) for key in reversed(mapping)]
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
def test_written_blocks_are_read_back(items):
    collection = Collection(tuple(items), is_mapping=True)
    text = write_mapping(collection)
    tree = read_yaml(text, "")
    if not tree.findings:  # The reader rejects control characters.
        assert tree.value == plain(collection)
        assert sorted(comments(parse_mapping(text, ""))) == sorted(comments(collection))
        assert write_mapping(parse_mapping(text, "")) == text
    else:
        assert {finding.rule for finding in tree.findings} == {"encoding"}


def plain(node):
    if isinstance(node, Scalar):
        return node.text
    if node.is_mapping:
        return {item.key: plain(item.value) for item in node.items}
    return [plain(item.value) for item in node.items]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: a: b\n", "content/actors/nils-aker.yml:1:8: not YAML"),
        ("name: a\nname: b\n", "content/actors/nils-aker.yml:2:1: duplicate key `name`"),
        ("name: &a b\nkind: *a\n", "content/actors/nils-aker.yml:2:7: `*a` is an alias"),
        ("name: a\n\tkind: b\n", "content/actors/nils-aker.yml:2:1: tab"),
        (b"name: \xff\n", "content/actors/nils-aker.yml:1:7: byte 0xff"),
        ("", "content/actors/nils-aker.yml:1:1: the file contains no mapping"),
    ],
)
def test_an_unreadable_file_is_refused_with_the_location(base, write, text, message):
    write("content/actors/nils-aker.yml", text)
    with pytest.raises(UserError, match=re.escape(message)):
        format_files(base)


def test_a_file_outside_content_is_refused(base):
    with pytest.raises(UserError, match="is not a content file"):
        format_files(base, [base / "seeds/gazette.txt"])
