"""The parts of long texts: about 100 KB each, by the text alone, with every character in exactly one."""

import pytest
from dossier.graph.text_parts import PART_LENGTH, passage_url, text_part_path, text_parts
from dossier.model.passage import Span
from dossier.pipeline import check_dossier

from tests.texts import lengthen

LINE = "The crane lay idle, and nobody came to look at it again."


def parts_of(base, **rights):
    graph, _ = check_dossier(base)
    source = graph.dossier.by_key["source:gazette"]
    return graph, source, text_parts(graph, source)


@pytest.mark.parametrize(("length", "count"), [(50_000, 1), (140_000, 1), (160_000, 2), (420_000, 4)])
def test_parts_have_about_the_same_length_and_begin_with_lines(base, length, count):
    lengthen(base, [LINE] * (length // len(LINE)))
    graph, source, parts = parts_of(base)
    text = graph.dossier.source_texts[source.text].text
    assert len(parts) == count
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(text[part.start - 1] == "\n" for part in parts[1:])
    assert all(abs(part.end - part.start - len(text) / count) < 2 * len(LINE) for part in parts)


def test_a_line_is_never_cut(base):
    lengthen(base, ["word " * PART_LENGTH])
    _, _, parts = parts_of(base)
    assert len(parts) < 3


def test_of_a_text_whose_rights_allow_excerpts_there_is_one_page(base):
    lengthen(base, [LINE] * 5000)
    file = base / "content/sources/gazette.yml"
    file.write_text(file.read_text("utf-8").replace("show: whole", "show: excerpts"), "utf-8")
    assert len(parts_of(base)[2]) == 1


def test_a_passage_is_on_the_page_of_the_part_in_which_it_begins(base):
    lengthen(base, [LINE] * 5000)
    graph, source, (first, second, _) = parts_of(base)
    assert text_part_path("gazette", first) == "texts/gazette.md"
    assert passage_url(graph, source.id, Span("gazette.txt", 0, 10)) == "texts/gazette.html#p-0-10"
    start = second.start - 5
    across = Span("gazette.txt", start, second.start + 5)
    assert passage_url(graph, source.id, across) == f"texts/gazette.html#p-{start}-{start + 10}"
    after = Span("gazette.txt", second.start, second.end)
    assert passage_url(graph, source.id, after) == f"texts/gazette.2.html#p-{second.start}-{second.end}"
