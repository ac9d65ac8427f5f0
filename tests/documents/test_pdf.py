"""The text of a PDF: its paragraphs with their pages, its hyphens, footnotes, headers, columns and tables."""

import pytest
from dossier.documents.reader import ReadOptions
from dossier.documents.reading import READER_BY_ID, find_reader, read_document
from dossier.match.searchable_text import SearchableText
from dossier.model.errors import UserError
from dossier.model.kinds.source import Region
from dossier.model.locator import Locator

from tests.documents.pdf_builder import PdfBuilder, lines, text, width

QUAY = """The harbour office said on Monday that 12 boats
would stay in Kell until the ice had gone from
the bay, and that nobody could say when."""
JOINED = QUAY.replace("\n", " ")


def read(builder):
    data = builder.data() if isinstance(builder, PdfBuilder) else builder
    return read_document(find_reader(data, "boats.pdf", ".pdf"), data, ReadOptions("boats.pdf"))


def one_page(*operations, **options):
    return read(PdfBuilder().page(*operations, **options))


def test_the_lines_of_a_paragraph_are_joined_and_paragraphs_separated():
    extract = one_page(
        lines(72, 100, QUAY),
        lines(84, 136, "An indent begins another paragraph here, as"),
        lines(72, 148, "books have them, and it goes on at the margin."),
        lines(72, 190, "A gap does so, too."),
    )
    assert extract.text == (
        f"{JOINED}\n\nAn indent begins another paragraph here, as books have them, and it goes on at the margin.\n\n"
        "A gap does so, too.\n"
    )
    assert extract.locators == (Locator(0, "page", "1"),)


def test_a_line_that_had_room_for_the_next_word_is_kept():
    extract = one_page(lines(72, 100, "Harbour Office\nQuay 12\nKell\n\n" + QUAY, leading=12))
    assert extract.text == f"Harbour Office\nQuay 12\nKell\n\n{JOINED}\n"


def test_a_divided_word_is_joined_and_a_compound_keeps_its_hyphen():
    extract = one_page(
        lines(
            72,
            100,
            "The harbour office counted fourteen defi-\nciencies on a well-\nknown boat, which is known, and twenty-"
            "\nseven on another, the Anglo-\nNorman ice-breaker; the crew of the ice-\nbreaker denied it, and pre-\n"
            "and post-war boats were not counted at all.",
        )
    )
    assert extract.text == (
        "The harbour office counted fourteen deficiencies on a well-known boat, which is known, and twenty-seven on "
        "another, the Anglo-Norman ice-breaker; the crew of the ice-breaker denied it, and pre- and post-war boats "
        "were not counted at all.\n"
    )
    assert "Hyphens at line ends removed in 1 word: deficiencies." in extract.remarks
    assert (
        "Hyphens at line ends kept in 4 words: well-known, twenty-seven, Anglo-Norman, ice-breaker." in extract.remarks
    )


SCRIPTS = [
    (("counted 567", "2", " soldiers"), "counted 567 [2] soldiers"),
    (("some 10", "6", " litres"), "some 10^6 litres"),
    (("about 12 km", "2", " of ice"), "about 12 km² of ice"),
    (("the 21", "st", " of May"), "the 21st of May"),
]


@pytest.mark.parametrize(("parts", "written"), SCRIPTS, ids=[written for _, written in SCRIPTS])
def test_raised_characters_are_kept_apart(parts, written):
    first, raised, rest = parts
    after = 72 + width(first)
    end = after + width(raised, 6)
    extract = one_page(text(72, 100, first), text(after, 96, raised, size=6), text(end, 100, rest))
    assert extract.text == f"{written}\n"


def test_pages_have_their_labels_and_a_paragraph_goes_on_over_their_end():
    first, second, third = QUAY.split("\n")
    labels = "/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >>"
    builder = PdfBuilder(catalog=labels).page(lines(72, 700, f"{first}\n{second}")).page(lines(72, 100, third))
    extract = read(builder)
    assert extract.text == f"{JOINED}\n"
    assert extract.locators == (Locator(0, "page", "iv", "", 1), Locator(JOINED.index("the bay"), "page", "1", "", 2))


def test_what_a_browser_prints_around_two_pages_is_excluded():
    first, second, third = QUAY.split("\n")
    builder = PdfBuilder()
    for number, part in enumerate((f"{first}\n{second}", third), 1):
        builder.page(
            text(40, 30, "11/30/26, 12:11 PM"),
            text(250, 30, "The quay"),
            lines(72, 100, part),
            text(40, 800, "https://example.org/quay"),
            text(540, 800, f"{number}/2"),
        )
    extract = read(builder)
    assert extract.text.startswith(f"{JOINED}\n\n11/30/26")
    (region,) = extract.excluded
    assert region.starts.startswith("11/30/26")
    assert region.ends.endswith("2/2")


@pytest.mark.parametrize(("last", "height"), [("Paid: 15 euros", 800), ("Paid: 12 euros", 700)])
def test_a_line_with_other_figures_or_at_another_height_is_no_footer_of_two_pages(last, height):
    builder = PdfBuilder()
    builder.page(lines(72, 100, QUAY), text(72, 800, "Paid: 12 euros"))
    builder.page(lines(72, 100, QUAY.replace("12 boats", "15 ships")), text(72, height, last))
    extract = read(builder)
    assert not extract.excluded
    assert extract.text.endswith(f"{last}\n")


def test_headers_and_footers_are_moved_to_the_end_as_a_region_to_exclude():
    first, second, third = QUAY.split("\n")
    builder = PdfBuilder()
    for number, part in enumerate((first, second, third), 1):
        builder.page(
            text(72, 40, f"Report of the harbour {number}/3"), lines(72, 100, part), text(290, 800, str(number))
        )
    extract = read(builder)
    headers = "\n".join(f"Report of the harbour {number}/3\n{number}" for number in (1, 2, 3))
    assert extract.text == f"{JOINED}\n\n{headers}\n"
    assert [extract.text[locator.offset :].split()[0] for locator in extract.locators] == [
        *("The", "would", "the", "Report", "Report", "Report")
    ]
    (region,) = extract.excluded
    found = SearchableText("boats.txt", extract.text, (Region(**region._asdict(), kind="boilerplate"),))
    (span,) = found.excluded_regions
    assert extract.text[span.start : span.end] == headers


def test_a_short_last_line_that_pages_far_apart_share_is_no_footer():
    builder = PdfBuilder()
    for number in range(30):
        boat = chr(ord("A") + number // 5) + "aeiou"[number % 5] + "nda"
        end = "until the winter." if number % 13 == 0 else f"until {boat} came home."
        builder.page(lines(72, 100, f"Nobody at the quay knew where the boat {boat} was,"), text(72, 800, end))
    extract = read(builder)
    assert not extract.excluded
    assert extract.text.count("until the winter.") == 3
    assert not extract.text.endswith("until the winter.\n")


def test_a_footnote_comes_after_the_paragraph_that_goes_on_over_its_page():
    first, second, third = QUAY.split("\n")
    builder = PdfBuilder()
    builder.page(
        lines(72, 600, f"{first}\n{second}"), text(72, 696, "1", size=5), text(76, 700, "The ice law of 1911.", 7)
    )
    builder.page(lines(72, 100, f"{third}\n\n{QUAY}"))
    extract = read(builder)
    assert extract.text == f"{JOINED}\n\n[1] The ice law of 1911.\n\n{JOINED}\n"
    assert [locator.label for locator in extract.locators] == ["1", "2", "1", "2"]


def test_columns_are_read_one_after_the_other_even_if_the_file_has_their_lines_in_turns():
    left = [
        *("The harbour office said that", "twelve boats would remain in", "the bay of Kell until the ice"),
        *("was gone, and that a boat that", "went out would be fined."),
    ]
    right = [
        *("Nobody at the quay could tell", "when the crews were to go on", "board again, nor who would be"),
        *("paid until then, as the office", "gave no reason."),
    ]
    rows = [
        operation
        for number, (first, second) in enumerate(zip(left, right, strict=True))
        for operation in (text(72, 100 + 12 * number, first), text(320, 100 + 12 * number, second))
    ]
    assert one_page(*rows).text == f"{' '.join(left)}\n\n{' '.join(right)}\n"


def test_a_word_that_the_file_has_later_is_read_where_it_is_shown():
    extract = one_page(
        *(text(72, 100, "The boats of"), text(72 + width("The boats of Kell "), 100, "were in the bay,")),
        *(text(72, 112, "and they stayed there."), text(72 + width("The boats of "), 100, "Kell", font="Courier-Bold")),
    )
    assert extract.text == "The boats of Kell were in the bay, and they stayed there.\n"


def test_the_cells_of_a_table_are_separated():
    rows = [("Year", "Boats", "Crew"), ("2018", "12", "340"), ("2019", "9", "287")]
    cells = [
        text(72 + 60 * column, 100 + 14 * number, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    assert one_page(*cells).text == "Year | Boats | Crew\n2018 | 12 | 340\n2019 | 9 | 287\n"


def test_figures_that_are_close_but_apart_are_not_one_figure():
    extract = one_page(text(72, 100, "1 200"), text(72 + width("1 200") + 8, 100, "350 boats"))
    assert extract.text == "1 200 | 350 boats\n"


def test_the_numbers_of_lines_are_left_out():
    numbers = lines(40, 100, "\n".join(str(number) for number in range(1, 13)))
    extract = one_page(numbers, lines(72, 100, "\n".join(["MR. LIND: How many boats were there at the time?"] * 12)))
    assert "12" not in extract.text
    assert "Left out: the numbers of the lines on page 1." in extract.remarks


def test_the_title_and_metadata_are_those_that_the_pdf_declares():
    info = {"Title": "Boats of Kell", "Author": "Ada Lind", "CreationDate": "D:20190128103000Z"}
    extract = read(PdfBuilder(info).page(lines(72, 100, QUAY)))
    assert extract.title == "Boats of Kell"
    assert extract.metadata == ("author: Ada Lind", "created: 2019-01-28")


def test_text_outside_the_page_is_left_out_with_a_remark():
    extract = one_page(lines(72, 100, QUAY), text(72, 900, "printer's mark 4"))
    assert extract.text == f"{JOINED}\n"
    assert "Outside the page, and left out: printer's mark 4" in extract.remarks


def test_a_page_that_is_shown_turned_is_read_as_it_is_shown():
    extract = one_page(
        *(text(100 + 12 * number, 742, line, matrix="0 1 -1 0") for number, line in enumerate(QUAY.split("\n"))),
        entries="/Rotate 90",
    )
    assert extract.text == f"{JOINED}\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nbroken", "damaged or incomplete"),
        (PdfBuilder().page(lines(72, 100, QUAY)).data()[:-80], "incomplete"),
        (PdfBuilder().data(), "damaged or incomplete"),
        (PdfBuilder().page().data(), "no text.*ocrmypdf"),
    ],
    ids=["broken", "cut off", "no pages", "empty page"],
)
def test_what_cannot_be_read_is_rejected_with_advice(data, message):
    with pytest.raises(UserError, match=f"^boats.pdf: this PDF .*{message}"):
        read(data)


def test_the_same_pdf_gives_the_same_text():
    data = PdfBuilder().page(lines(72, 100, QUAY)).data()
    assert read(data) == read(data)
    assert "pypdfium2" in READER_BY_ID["pdf"].version
