"""Whatever text is drafted: the drafts can be read, lack only what is TODO, and nothing is drafted twice."""

from pathlib import Path

import pytest
import yaml
from dossier.cli import main
from dossier.pipeline import check_dossier

HERE = Path(__file__).parent
TEXTS = {text["id"]: text["text"] for text in yaml.safe_load((HERE / "draft_texts.yml").read_text("utf-8"))}
SEEDS = {f"seed-{file.stem[:3]}": file.read_text("utf-8") for file in sorted((HERE.parents[1] / "seeds").glob("*.txt"))}

LEFT = ("unfinished-todo", "orphan-record")
"""What drafts leave to the editor: texts, and links to the records of other texts."""


def drafted(root, sources, published):
    """Draft the texts into a new dossier; return the findings about drafts, and how many drafts there are."""
    assert main(["init", str(root), "--empty"]) == 0
    for id, text in sources.items():
        file = root.parent / f"{id}.txt"
        file.write_text(text, "utf-8")
        options = ["--id", id, "--kind", "news", "--published", published]
        assert main(["add", "source", str(file), *options, "--root", str(root)]) == 0
        assert main(["draft", id, "--root", str(root)]) == 0
        files = {*root.glob("content/*/*.yml")}
        assert main(["draft", id, "--root", str(root)]) == 0
        assert {*root.glob("content/*/*.yml")} == files, "drafted twice"
    findings = [f for f in check_dossier(root).findings if not f.location.path.startswith("content/sources/")]
    return [str(finding) for finding in findings if finding.rule not in LEFT], len(files)


@pytest.mark.parametrize("id", TEXTS)
def test_a_text_becomes_drafts_that_can_be_read(tmp_path, id):
    assert drafted(tmp_path / "dossier", {id: TEXTS[id]}, "2021-03-10")[0] == []


def test_the_five_seeds_become_drafts_that_can_be_read(tmp_path):
    findings, count = drafted(tmp_path / "dossier", SEEDS, "2019-01-30")
    assert findings == [] and count > 150
