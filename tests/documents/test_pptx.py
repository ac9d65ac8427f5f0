"""The text of a presentation is that of its slides in their order, each with its place, and the notes after it."""

import pytest
from dossier.documents.reader import ReadOptions
from dossier.documents.readers.pptx import READER
from dossier.documents.reading import find_reader, read_document
from dossier.model.errors import UserError
from dossier.model.locator import Locator, describe_locators

from tests.documents.sheet_builder import zipped

MAIN = "http://schemas.openxmlformats.org/"
NAMES = (
    f'xmlns:a="{MAIN}drawingml/2006/main" xmlns:p="{MAIN}presentationml/2006/main" '
    f'xmlns:r="{MAIN}officeDocument/2006/relationships" xmlns:c="{MAIN}drawingml/2006/chart" '
    f'xmlns:dgm="{MAIN}drawingml/2006/diagram" xmlns:mc="{MAIN}markup-compatibility/2006" '
    f'xmlns:m="{MAIN}officeDocument/2006/math" xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
)
RELATIONS = f"{MAIN}package/2006/relationships"


def run(words, properties="", inside=""):
    return f"<a:r><a:rPr {properties}>{inside}</a:rPr><a:t>{words}</a:t></a:r>"


def paragraph(content, properties=""):
    content = content if content.startswith("<") else run(content)
    return f"<a:p>{properties}{content}</a:p>"


def shape(*paragraphs, kind="", tag="sp", hidden="0"):
    """Return a shape with paragraphs; `kind` is that of the placeholder it fills."""
    placeholder = f'<p:ph type="{kind}"/>' if kind else ""
    written = "".join(part if part.startswith("<a:p>") else paragraph(part) for part in paragraphs)
    head = f'<p:nvSpPr><p:cNvPr id="2" name="x" hidden="{hidden}"/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>'
    return f"<p:{tag}>{head}<p:txBody>{written}</p:txBody></p:{tag}>"


def frame(content):
    return f"<p:graphicFrame><a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></p:graphicFrame>"


def relations(**targets):
    """Return relationships by their ids; the type is the id without its number."""
    rows = "".join(
        f'<Relationship Id="{id}" Type="{MAIN}{id.rstrip("0123456789")}" Target="{target}"/>'
        for id, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def slide(*shapes, root="sld", attributes=""):
    return f"<p:{root} {NAMES} {attributes}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:{root}>"


def pptx(*slides, **members):
    """Return a presentation; a slide is XML or a sequence of shapes."""
    written = [item if isinstance(item, str) else slide(*item) for item in slides]
    ids = "".join(f'<p:sldId id="{256 + number}" r:id="slide{number}"/>' for number in range(len(written)))
    targets = {f"slide{number}": f"slides/slide{number}.xml" for number in range(len(written))}
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
            "ppt/presentation.xml": f"<p:presentation {NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(**targets),
            **{f"ppt/slides/slide{number}.xml": content for number, content in enumerate(written)},
            **members,
        }
    )


def read(data):
    reader = find_reader(data, "talk.pptx", ".pptx")
    assert reader is READER
    return read_document(reader, data, ReadOptions("talk.pptx"))


def of_shapes(*shapes):
    return read(pptx(shapes))


AUTO = "<a:pPr{level}><a:buAutoNum type='{type}'{start}/></a:pPr>"
TEXTS = {
    "the title first": ((shape("12 boats"), shape("The quay", kind="title")), "The quay\n\n12 boats\n"),
    "a raised figure": ((shape(paragraph(run("567") + run("2", 'baseline="30000"') + run(" men"))),), "567 [2] men\n"),
    "a lowered figure": ((shape(paragraph(run("CO") + run("2", 'baseline="-25000"'))),), "CO₂\n"),
    "struck-out words": ((shape(paragraph(run("600", 'strike="sngStrike"') + run("567 men"))),), "567 men\n"),
    "a line end": ((shape(paragraph(run("12") + "<a:br/>" + run("boats"))),), "12\nboats\n"),
    "numbers": (
        (
            shape(
                paragraph("One", AUTO.format(level="", type="arabicPeriod", start="")),
                paragraph("Within", AUTO.format(level=" lvl='1'", type="alphaLcParenR", start="")),
                paragraph("Two", AUTO.format(level="", type="arabicPeriod", start="")),
                paragraph("Text"),
                paragraph("Four", AUTO.format(level="", type="romanUcParenBoth", start=" startAt='4'")),
            ),
        ),
        "1. One\n\na) Within\n\n2. Two\n\nText\n\n(IV) Four\n",
    ),
    "bullets": (
        (shape(*(paragraph(words, "<a:pPr><a:buChar char='•'/></a:pPr>") for words in ("One", "Two"))),),
        "- One\n\n- Two\n",
    ),
    "a table": (
        (
            frame(
                "<a:tbl>"
                + "".join(
                    f"<a:tr>{''.join(f'<a:tc><a:txBody>{paragraph(cell)}</a:txBody></a:tc>' for cell in row)}</a:tr>"
                    for row in (("port", "boats"), ("Brenn", "48"))
                )
                + "</a:tbl>"
            ),
        ),
        "port | boats\nBrenn | 48\n",
    ),
    "shapes in groups": ((f"<p:grpSp><p:grpSp>{shape('12 boats')}</p:grpSp></p:grpSp>",), "12 boats\n"),
    "one of two versions": (
        (
            "<mc:AlternateContent><mc:Choice Requires='x'>" + shape("12 boats") + "</mc:Choice><mc:Fallback>"
            "<p:pic/></mc:Fallback></mc:AlternateContent>",
        ),
        "12 boats\n",
    ),
    "a symbol": (
        (shape(paragraph(run("Kell \uf0e0 Brenn", inside="<a:sym typeface='Wingdings'/>"))),),
        "Kell 🡪 Brenn\n",
    ),
    "an equation": (
        (
            shape(
                "It is so",
                "<a:p><a14:m><m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath></a14:m></a:p>",
            ),
        ),
        "It is so\n\nx=5\n",
    ),
}


@pytest.mark.parametrize(("shapes", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_text_of_a_slide_is_read(shapes, expected):
    assert of_shapes(*shapes).text == expected


def test_each_slide_and_its_notes_have_their_place():
    notes = slide(shape("Say 12.", kind="body"), shape("2", kind="sldNum"), root="notes")
    extract = read(
        pptx(
            [shape("The quay")],
            slide(shape("12 boats"), attributes='show="0"'),
            [shape("13 boats")],
            **{
                "ppt/slides/_rels/slide1.xml.rels": relations(notesSlide="../notesSlides/n.xml"),
                "ppt/notesSlides/n.xml": notes,
            },
        )
    )
    assert extract.text == "The quay\n\n12 boats\n\nSay 12.\n\n13 boats\n"
    assert extract.locators == (
        Locator(0, "slide", "1"),
        Locator(10, "slide", "2"),
        Locator(20, "part", "notes of slide 2"),
        Locator(29, "slide", "3"),
    )
    assert describe_locators(extract.locators[:1]) == "slide 1"
    assert describe_locators(extract.locators[:2]) == "slides 1–2"
    assert "Hidden in the presentation, and read: slides 2." in extract.remarks
    assert "Notes, which an audience does not see, are after the slides 2." in extract.remarks


def test_the_words_of_a_diagram_are_read_and_a_chart_is_listed():
    data = pptx(
        [
            frame('<dgm:relIds r:dm="diagramData1"/>'),
            frame('<c:chart r:id="chart1"/>'),
        ],
        **{
            "ppt/slides/_rels/slide0.xml.rels": relations(diagramData1="../d/data.xml", chart1="../c/chart.xml"),
            "ppt/d/data.xml": f"<dgm:dataModel {NAMES}><dgm:t>{paragraph('12 boats')}</dgm:t></dgm:dataModel>",
            "ppt/c/chart.xml": f"<c:chartSpace {NAMES}><c:v>Brenn</c:v><c:v>48</c:v></c:chartSpace>",
        },
    )
    extract = read(data)
    assert extract.text == "12 boats\n"
    assert "Chart or diagram, left out: Brenn 48" in extract.remarks


def test_what_is_left_out_is_listed():
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="3" name="Picture 3" descr="A quay"/></p:nvPicPr></p:pic>'
    shapes = (shape("12 boats"), picture, shape("Harbour office", kind="ftr"), shape("Old", hidden="1"))
    assert of_shapes(*shapes).remarks == (
        "Hidden in the document, and left out: Old",
        "In the footer of the pages, and left out: Harbour office",
        "Picture, left out: A quay",
    )


REJECTED = {
    "no text": (pptx([shape("")]), "contains no text"),
    "no main part": (zipped({"ppt/slides/slide1.xml": slide(shape("x"))}), "it has no main part"),
    "a damaged slide": (pptx("<p:sld"), "is damaged"),
    "entities": (pptx('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), "declares XML entities"),
}


@pytest.mark.parametrize(("data", "message"), REJECTED.values(), ids=REJECTED)
def test_a_presentation_that_cannot_be_read_is_rejected(data, message):
    with pytest.raises(UserError, match=rf"talk\.pptx: .*{message}"):
        read(data)


def test_groups_within_groups_are_read():
    groups = "<p:grpSp>" * 200 + shape("Deep") + "</p:grpSp>" * 200
    assert of_shapes(shape("12 boats"), groups).text == "12 boats\n\nDeep\n"
