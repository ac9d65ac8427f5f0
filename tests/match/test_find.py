"""A passage is found where its exact words are, and every other verdict says why not."""

from pathlib import Path

import pytest
from dossier.match import SearchableText, find_passage
from dossier.match.boundaries import is_inside_word
from dossier.model.kinds.source import Region

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = {path.name[:3]: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
NBSP, ZWSP, SHY, ACUTE = "\u00a0", "\u200b", "\u00ad", "\u0301"


def look(content, exact, prefix=None, suffix=None, others=(), **options):
    """Return the verdict on a passage in a source text, by the first digits of its name, or in a text as given."""
    return find_passage(
        exact, prefix, suffix, SearchableText("seed.txt", SEEDS.get(content, content)), others, **options
    )


def cited(content, verdict):
    return SEEDS.get(content, content)[verdict.span.start : verdict.span.end]


FOUND = [
    # content, passage, prefix, suffix, the words in the text
    ("000", "a foreign government [to] invade our country", None, None, "a foreign government [to] invade our country"),
    ("000", "political opposition—or against its leader", None, None, "political opposition—or against its leader"),
    ("000", 'quest for "freedom," and', None, None, 'quest for "freedom," and'),
    ("000", "US", "want", None, "US"),
    ("000", "US", None, "has recognized", "US"),
    ("000", "CNN", "told ", "they are", "CNN"),
    ("000", "CNN", "Martinez told", None, "CNN"),
    ("000", "CNN", "\n intervention.  -", "\n", "CNN"),
    ("002", "[Sgt. Jose ] Gomez", None, None, "[Sgt. Jose ] Gomez"),
    ("002", "military – primarily enlisted men – made", None, None, "military – primarily enlisted men – made"),
    ("003", "‘Don’t mistreat your people,'” Silva said", None, None, "‘Don’t mistreat your people,'” Silva said"),
    ("003", "said Silva. “There’s no death penalty", None, None, f"said Silva.{NBSP} “There’s no death penalty"),
    ("003", "side. … Either you stand", None, None, "side. … Either you stand"),
    ("003", "Regime January 27, 2019", None, None, "Regime\n\nJanuary 27, 2019"),
    ("003", "25 guardsmen", None, None, "25 guardsmen"),
    ("003", "January 27, 2019", None, "Updated", "January 27, 2019"),
    ("003", "January 27, 2019", "Updated:", None, "January 27, 2019"),
    ("004", "567 defectors", None, None, "567 defectors"),
    ("004", "567", "365,000-", None, "567"),
    ("004", "567 Venezuelan soldiers defected", "*", None, "567 Venezuelan soldiers defected"),
    ("a b  c", "a\tb\nc", None, None, "a b  c"),
    ("a\u2003\u3000b", f"a{NBSP}b", None, None, "a\u2003\u3000b"),
    ("a\x85b", "a b", None, None, "a\x85b"),
    ("one two", "\n  one two \u2029", None, None, "one two"),
    ("x " * 3 + "  x  y", "x y", None, None, "x  y"),
    ("say “(5)” twice", "5", "(", ")", "5"),
    ("told\n\nCNN", "CNN", "told", None, "CNN"),
    ("a\ud800b", "a\ud800b", None, None, "a\ud800b"),
    ("nul \0 nul", "\0", None, None, "\0"),
    ("567", "567", None, None, "567"),
    ("567 67 67x", "67", None, None, "67"),
    ("委内瑞拉军人567名", "军人567", None, None, "军人567"),
]


@pytest.mark.parametrize(("content", "exact", "prefix", "suffix", "own"), FOUND)
def test_a_passage_that_occurs_once_is_found_with_the_span_of_the_words_in_the_text(
    content, exact, prefix, suffix, own
):
    verdict = look(content, exact, prefix, suffix)
    assert verdict.verdict == "found"
    assert cited(content, verdict) == own


WHOLE = [
    "Maduro|'s power",
    "Maduro|’s power",
    "the soldiers|' arms",
    "rank|-and-|file",
    "dell'|Italia",
    "O'|Brien",
    "U.S|.;",
    "365,000|-|567",
    "567|, 600",
    "567|.",
    "(|567|)",
    "“|567|”",
    "zerohedge|.com",
    "COVID-|19",
    "|$20",
    "6%| of",
    "no.| 5",
    "US|$20",
    "We|'re",
    f"Guaido{ACUTE}| left",
    f"end{ZWSP}| next",
    "ประเทศ|ไทย",
    "snake|_case",
]
INSIDE = [
    "5|67",
    "de|fect",
    "567|th",
    "COVID|19",
    "1|,000",
    "1,|000",
    "7|.5",
    "7.|5",
    "1|’000",
    "8:|30",
    "1/|2",
    f"10|{NBSP}000",
    f"10{NBSP}|000",
    "up .|5",
    "$|20",
    "€|.50",
    "20|€",
    "6|%",
    "6|‰",
    "fell -|5",
    "(−|5)",
    "-|$5",
    "Maduro'|s power",
    "can|'t",
    "CAN|’T",
    "can'|t",
    "we'|re",
    f"Guaido|{ACUTE}",
    f"e{ACUTE}|t",
    f"5|{ZWSP}67",
    f"5{ZWSP}|67",
    f"Vene{SHY}|zuela",
    f"7.{ZWSP}|5",
    f"5{ZWSP * 20}|67",
]


@pytest.mark.parametrize("marked", WHOLE)
def test_a_passage_may_begin_and_end_where_a_word_or_number_does(marked):
    for piece in filter(None, marked.split("|")):
        assert look(marked.replace("|", ""), piece).verdict == "found", piece


@pytest.mark.parametrize("marked", INSIDE)
def test_a_passage_that_begins_or_ends_inside_a_word_or_number_is_cut(marked):
    for piece in marked.split("|"):
        assert look(marked.replace("|", ""), piece).verdict == "cut", piece


def test_a_cut_passage_shows_the_whole_words():
    verdict = look("004", "67 defectors")
    assert (verdict.verdict, verdict.nearest, verdict.diff) == ("cut", "567 defectors", "[-67-]{+567+} defectors")
    assert cited("004", verdict) == "67 defectors"


def test_a_cut_passage_shows_even_a_long_word_whole():
    content = "The end of antidisestablishmentarianism."
    assert look(content, "arianism").nearest == "antidisestablishmentarianism"
    assert look(content, "of antidis").nearest == "of antidisestablishmentarianism"


def test_cut_occurrences_are_ignored_if_the_words_also_occur_whole():
    assert look("USA, US and USB", "US") == look("___, US and ___", "US")
    assert look("USA, US and USB", "US", "told").verdict == "absent"


AMBIGUOUS = [
    ("000", "Guillen Martinez", 2),
    ("000", "US", 7),
    ("002", "Advertisement", 7),
    ("aa aa aa", "aa aa", 2),
    (". . . .", ". .", 3),
    ("a b\na\n\nb", "a b", 2),
    ("x " * 600, "x " * 300, 301),
]


@pytest.mark.parametrize(("content", "exact", "count"), AMBIGUOUS)
def test_a_passage_that_occurs_more_than_once_is_ambiguous_and_lists_every_occurrence(content, exact, count):
    verdict = look(content, exact)
    assert (verdict.verdict, len(verdict.candidates)) == ("ambiguous", count)
    quoted = {" ".join(SEEDS.get(content, content)[span.start : span.end].split()) for span in verdict.candidates}
    assert quoted == {exact.strip()}
    assert list(verdict.candidates) == sorted(verdict.candidates)


def test_a_context_that_fits_several_occurrences_is_still_ambiguous():
    assert look("a b c, a b d, a b d", "b", "a", "d").verdict == "ambiguous"


MISFITS = [
    ("hold", None, "never directly after “hold”"),
    (None, "they were", "never directly before “they were”"),
    ("told", "WhatsApp", "never directly after “told” and directly before “WhatsApp”"),
    ("TOLD", None, "never directly after “TOLD”"),
    ("told.", None, "never directly after “told.”"),
]


@pytest.mark.parametrize(("prefix", "suffix", "hint"), MISFITS)
def test_words_in_another_context_are_absent(prefix, suffix, hint):
    verdict = look("000", "CNN", prefix, suffix)
    assert (verdict.verdict, len(verdict.candidates)) == ("absent", 5)
    assert verdict.diff.endswith(hint)


def test_a_context_must_fit_even_if_the_words_occur_once():
    assert look("one two three", "two", "one", "three").verdict == "found"
    assert look("one two three", "two", "one", "four").verdict == "absent"
    assert look("one two", "two", None, "four").verdict == "absent"
    assert look("one two", "one", "zero", None).verdict == "absent"


@pytest.mark.parametrize("exact", ["", " ", "\n\t", NBSP, "\u3000\u2028\x85"])
def test_an_empty_passage_is_invalid(exact):
    assert look("000", exact).verdict == "invalid"


NOT_TOLERATED = ["two three four", "onetwo", "one twothree", f"one{ZWSP}two", "one\x1ftwo"]


@pytest.mark.parametrize("exact", NOT_TOLERATED)
def test_white_space_is_tolerated_only_for_white_space(exact):
    assert look("one two threefour", exact).verdict != "found"


def test_a_passage_of_another_source_is_elsewhere_with_every_occurrence():
    others = [
        SearchableText("a.txt", "nothing"),
        SearchableText("b.txt", "US, then  the US"),
        SearchableText("c.txt", "USA"),
    ]
    verdict = look("none here", "the US", others=others)
    assert (verdict.verdict, verdict.candidates) == ("elsewhere", (("b.txt", 10, 16),))
    assert look("US here", "US", "the", others=others).verdict == "elsewhere"
    assert look("none here", "US", "of the", others=others).verdict == "absent"
    assert look("the US", "the US", others=others).verdict == "found"


COMMENTS = Region(starts="gamma", ends="beta", kind="reader comments", reason="not the outlet's")
ADVERT = Region(starts="beta zeta", ends=".", kind="advertisement", reason="paid for")
#       0123456789012345678901234567890123456789
PAGE = "alpha beta gamma beta delta - beta zeta."


@pytest.mark.parametrize(
    ("exact", "may_cite", "name", "region"),
    [
        ("gamma", (), "excluded", "reader comments: not the outlet's"),
        ("gamma", ("reader comments",), "found", None),
        ("zeta", ("reader comments",), "excluded", "advertisement: paid for"),
        ("alpha beta gamma", (), "excluded", "reader comments: not the outlet's"),
        ("gamma beta delta", ("advertisement",), "excluded", "reader comments: not the outlet's"),
        ("delta - beta", (), "excluded", "advertisement: paid for"),
        ("alpha beta", (), "found", None),
        ("delta -", (), "found", None),
        ("beta", (), "found", None),
        ("beta", ("advertisement",), "ambiguous", None),
    ],
)
def test_a_passage_in_an_excluded_region_is_excluded_unless_the_record_may_cite_it(exact, may_cite, name, region):
    text = SearchableText("page.txt", PAGE, (COMMENTS, ADVERT))
    verdict = find_passage(exact, None, None, text, may_cite=may_cite)
    assert (verdict.verdict, verdict.region) == (name, region)


REGIONS = [
    ("Read more", "(Business Insider).", "004", "Read more ....\nWNU", "(Business Insider)."),
    ("567 is small", "567 is small", "004", "567 is small", "567 is small"),
    ("Join the\nconversation", "2024 Advertisement", "002", "Join the conversation", "2024\nAdvertisement"),
    ("Join the conversation as", "conversation as a VIP", "002", "Join the conv", "as a VIP"),
]


def excluded_regions(starts, ends, content):
    region = Region.model_construct(starts=starts, ends=ends, kind="advertisement", reason="paid for")
    return SearchableText("seed.txt", SEEDS[content], (region,)).excluded_regions


@pytest.mark.parametrize(("starts", "ends", "content", "first", "last"), REGIONS)
def test_a_region_extends_from_its_first_words_to_the_end_of_its_last(starts, ends, content, first, last):
    [(start, end, *_)] = excluded_regions(starts, ends, content)
    assert SEEDS[content][start:end].startswith(first)
    assert SEEDS[content][start:end].endswith(last)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("no such words", "US"),
        ("Advertisement", "Advertisement"),
        ("Join the", "Rather than"),
        ("", "a"),
        ("Join", " "),
    ],
)
def test_a_region_is_none_if_its_words_are_missing_or_its_start_is_not_unique(starts, ends):
    assert excluded_regions(starts, ends, "002") == (None,)


def test_a_passage_next_to_an_excluded_region_is_found():
    text = SearchableText("page.txt", "no(yes)no", (Region(starts="(yes", ends=")", kind="advertisement", reason="x"),))
    assert [find_passage(words, None, None, text).verdict for words in ("(", "yes", ")")] == ["excluded"] * 3
    assert find_passage("no", None, None, text).candidates == (("page.txt", 0, 2), ("page.txt", 7, 9))


@pytest.mark.parametrize(
    ("text", "offset", "is_inside"),
    [("ab", 0, False), ("ab", 1, True), ("ab", 2, False), (f"a{ACUTE}", 1, True), (f"a\t{ACUTE}b", 2, False)],
)
def test_a_position_is_inside_a_word_between_two_characters_of_it(text, offset, is_inside):
    assert is_inside_word(text, offset) == is_inside


def test_a_text_is_frozen():
    with pytest.raises(AttributeError):
        SearchableText("a.txt", "a").content = "b"
