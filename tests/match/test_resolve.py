"""Every passage of a dossier is looked up in the text of its source, and every excluded region located."""

from dossier.load.loader import load_dossier
from dossier.match import resolve_passages

COMMENT = """
words: It is only a matter of time
form: reader comment
summary: A reader's words.
passages:
  - source: gazette
    exact: It is only a matter of time
about: [event:walk-out]
review: published
"""


def resolve(root):
    resolution = resolve_passages(load_dossier(root).dossier)
    return resolution, {citation.record.key: citation.result.verdict for citation in resolution.citations}


def test_passages_are_listed_in_the_order_of_records_and_fields(base):
    dossier = load_dossier(base).dossier
    paths = [(record.key, path) for record in dossier.records for path, _ in record.iter_passages()]
    assert len(paths) > 10
    assert [(citation.record.key, citation.path) for citation in resolve_passages(dossier).citations] == paths


def test_only_the_record_of_a_readers_comment_may_cite_reader_comments(base, write):
    _, verdicts = resolve(write("content/quotes/comment.yml", COMMENT))
    assert verdicts["quote:comment"] == "found"
    _, verdicts = resolve(write("content/quotes/comment.yml", COMMENT.replace("form: reader comment", "form: full")))
    assert verdicts["quote:comment"] == "excluded"


def test_a_passage_of_another_source_is_elsewhere(base, write):
    file = "content/actors/nils-aker.yml"
    text = (base / file).read_text("utf-8")
    _, verdicts = resolve(write(file, text.replace("source: gazette", "source: ledger")))
    assert verdicts["actor:nils-aker"] == "elsewhere"


def test_a_passage_of_a_source_without_a_text_or_record_is_invalid(base, write):
    file = "content/actors/nils-aker.yml"
    text = (base / file).read_text("utf-8")
    for source in ("wire-report", "unknown"):
        _, verdicts = resolve(write(file, text.replace("source: gazette", f"source: {source}")))
        assert verdicts["actor:nils-aker"] == "invalid"


def test_excluded_regions_are_listed_by_source_and_none_if_not_found(base, write):
    file = "content/sources/gazette.yml"
    text = (base / file).read_text("utf-8")
    resolution, _ = resolve(write(file, text.replace("starts: 40% have left", "starts: 50% have left")))
    assert [region and region.kind for region in resolution.regions["gazette"]] == ["advertisement", None]
    assert resolution.regions.keys() == {"gazette", "ledger"}
