"""Readers see the cited pages of a PDF, with the passages highlighted, where its rights allow showing all of it."""

import html
import json
import re
from io import BytesIO

import pytest
from dossier.pipeline import check_dossier, render_all
from PIL import Image

from tests.documents.pdf_builder import PdfBuilder, lines

NUMBER = """\
value: 567
qualifier: exactly
unit: dockers
measure:
  what: dockers of Brenn
  where: port-brenn
  basis: The report says so.
status: reported
summary: There were 567.
passages:
  - source: report
    exact: 567 dockers
about: [event:walk-out]
review: published
"""
IMAGE = "assets/pages/report-2.webp"


@pytest.fixture
def add_report(run, base, tmp_path, write):
    """Add a PDF of three pages to the small dossier, whose second page a number cites; return the files made of it."""

    def add(show):
        builder = PdfBuilder(catalog="/PageLabels << /Nums [0 << /S /r /St 1 >>] >>")
        for words in ("The harbour of Brenn.", "There were 567 dockers on the quay.", "They left."):
            builder.page(lines(72, 100, words))
        (tmp_path / "report.pdf").write_bytes(builder.data())
        run("add", "source", str(tmp_path / "report.pdf"), "--id", "report", "--kind", "document", "--show", show)
        write("content/numbers/brenn.yml", NUMBER)
        file = base / "content/sources/report.yml"
        draft = re.sub("TODO: .*", "Ours.[^editor]", file.read_text("utf-8"))
        file.write_text(draft.replace("review: draft", "review: published"), "utf-8")
        graph = check_dossier(base).graph
        return {output.path: output for output in render_all(graph)}

    return add


def test_the_cited_page_is_an_image(add_report):
    outputs = add_report("whole")
    assert [path for path in outputs if path.startswith("assets/pages/")] == [IMAGE]
    image = Image.open(BytesIO(outputs[IMAGE].content))
    assert (image.format, image.size) == ("WEBP", (827, 1170))


def test_the_page_of_the_text_and_the_card_show_it_with_rectangles(add_report):
    outputs = add_report("whole")
    page = outputs["texts/report.md"].content
    assert f'<img src="../{IMAGE}" width="827" height="1170" loading="lazy" alt="Page ii of ' in page
    (rectangle,) = re.findall(r"<rect ([^>]*)/>", page)
    (card,) = re.findall(r"\] = (.*);\n$", outputs["data/cards/report.js"].content)
    (passage,) = json.loads(card)["passages"].values()
    ((path, label, width, height, description, rectangles),) = passage["images"]
    assert (path, label, width, height) == (IMAGE, "ii", 827, 1170)
    assert f'alt="{description}"' in page
    names = ("x", "y", "width", "height")
    drawn = [f'{name}="{value}"' for name, value in zip(names, rectangles[0], strict=True)]
    assert html.unescape(rectangle) == " ".join(drawn)
    assert rectangles[0][0] == pytest.approx((72 + 6 * len("There were ")) / 595, abs=0.001)


def test_no_page_is_shown_where_the_rights_allow_excerpts_only(add_report):
    outputs = add_report("excerpts")
    assert not [path for path in outputs if path.startswith("assets/pages/")]
    assert "dossier-page" not in outputs["texts/report.md"].content
    assert "images" not in outputs["data/cards/report.js"].content


def test_no_page_is_shown_of_an_original_that_gives_another_text(add_report, base):
    add_report("whole")
    text = base / "seeds/report.txt"
    text.write_text(text.read_text("utf-8").replace("They left", "They stayed"), "utf-8")
    graph = check_dossier(base).graph
    assert not [output.path for output in render_all(graph) if output.path.startswith("assets/pages/")]
