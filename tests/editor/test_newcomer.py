"""A newcomer's first hour: after each step, the check shows what is left to do in the new record and nothing else."""

import pytest
from dossier.cli import main
from dossier.pipeline import check_dossier

ARTICLE = """Flood relief fund misses its target

By Clara Whitfield

HARTWELL, March 4, 2021 (Northern Post) — The Hartwell flood relief fund has paid out $2.4 million to 312 households
since the river burst its banks on February 20, Mayor Dana Osei said on Thursday.

“We promised help within ten days, and we have kept that promise,” Osei told the town council.

The flood victims' league counted only 190 payments. “Most of our members have seen nothing,” said Tomas Reyes.
"""
TO_DO = {"unfinished-todo", "missing-key"}
DRAFTS = {
    "actors/dana-osei.yml": ["actor", "dana-osei", "--from", "Mayor Dana Osei", "--kind", "person"],
    "numbers/paid-out.yml": ["number", "paid-out", "--from", "paid out $2.4 million", "--status", "reported"],
    "quotes/promised.yml": ["quote", "promised", "--from", "post-flood:8"],
    "events/river-burst.yml": ["event", "river-burst", "--from", "banks on February 20", "--status", "reported"],
    "places/hartwell.yml": ["place", "hartwell", "--from", "HARTWELL, March 4, 2021", "--precision", "city"],
    "disagreements/how-many.yml": [
        *("disagreement", "how-many", "--from", "312 households", "--from", "counted only 190 payments"),
        *("--type", "contradiction", "--confidence", "low"),
    ],
}


@pytest.fixture
def root(tmp_path):
    """A new dossier that does not ask for coverage, with one source added."""
    folder = tmp_path / "new"
    assert main(["init", str(folder)]) == 0
    settings = folder / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("coverage: true", "coverage: false"), "utf-8")
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, "utf-8")
    options = ["--id", "post-flood", "--kind", "news", "--published", "2021-03-04", "--root", str(folder)]
    assert main(["add", "source", str(article), *options]) == 0
    return folder


def findings_by_file(root):
    found = {}
    for finding in check_dossier(root).findings:
        found.setdefault(finding.location.path.removeprefix("content/"), set()).add(finding.rule)
    return found


def test_a_new_source_is_to_be_completed(root):
    assert findings_by_file(root) == {"sources/post-flood.yml": {"unfinished-todo"}}


@pytest.mark.parametrize(("path", "arguments"), DRAFTS.items(), ids=DRAFTS)
def test_a_draft_is_to_be_completed(root, path, arguments):
    assert main(["new", *arguments, "--root", str(root)]) == 0
    found = findings_by_file(root)
    assert found.pop("sources/post-flood.yml") == {"unfinished-todo"}
    assert set(found) == {path} and found[path] <= TO_DO


def test_all_drafts_together_have_no_other_findings(root):
    for arguments in DRAFTS.values():
        assert main(["new", *arguments, "--root", str(root)]) == 0
    found = findings_by_file(root)
    assert set(found) == {"sources/post-flood.yml", *DRAFTS}
    assert set().union(*found.values()) <= TO_DO


def test_a_slip_in_an_id_is_one_finding(root):
    for name in ("actors/dana-osei.yml", "quotes/promised.yml"):
        assert main(["new", *DRAFTS[name], "--root", str(root)]) == 0
    quote = root / "content/quotes/promised.yml"
    quote.write_text(quote.read_text("utf-8").replace("speaker: todo", "speaker: dana-oseii"), "utf-8")
    actor = root / "content/actors/dana-osei.yml"
    text = actor.read_text("utf-8").replace(
        "TODO: A summary in the editor's own words that says no more than the passages.", "The mayor."
    )
    actor.write_text(text, "utf-8")
    found = findings_by_file(root)
    assert found["quotes/promised.yml"] == {"unknown-reference", "unfinished-todo"}
    assert "actors/dana-osei.yml" not in found, "it is no orphan as long as a reference may mean it"
