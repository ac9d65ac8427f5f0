"""A passage that is not in the text comes with the closest text, and with how the two differ."""

from pathlib import Path

import pytest
from dossier.match import SearchableText, find_passage
from dossier.match.word_diff import format_word_diff
from dossier.model.kinds.source import Region

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = {path.name[:3]: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
ZWSP, SHY, BOM, RLM, ACUTE = "\u200b", "\u00ad", "\ufeff", "\u200f", "\u0301"


def look(content, exact, prefix=None, suffix=None):
    return find_passage(exact, prefix, suffix, SearchableText("seed.txt", SEEDS.get(content, content)))


DIFFERS = [
    # content, passage, differences, the words in the text
    ("000", "us national security advisor", "case", "US national security advisor"),
    ("000", "opposition-or against", "typography", "opposition—or against"),
    ("000", "opposition--or against", "typography", "opposition—or against"),
    ("000", "“thousands of angry junior officers", "typography", '"thousands of angry junior officers'),
    ("000", "government [to], invade", "punctuation", "government [to] invade"),
    (
        "000",
        f"self-declared president Juan Guaido{ACUTE} have",
        "unicode form",
        "self-declared president Juan Guaidó have",
    ),
    ("001", "Venezuela's soldiers are banding", "typography", "Venezuela’s soldiers are banding"),
    ("001", "want U.S. military assistance", "punctuation", "want US military assistance"),
    ("002", '"Son, if this decision', "typography", "“Son, if this decision"),
    ("002", "“Son if this decision", "punctuation", "“Son, if this decision"),
    ("002", "reportedly 'incinerated' before", "typography", "reportedly ‘incinerated’ before"),
    ("003", "Guaido sent a letter", "diacritics", "Guaidó sent a letter"),
    ("003", "guaido sent a letter", "case, diacritics", "Guaidó sent a letter"),
    ("003", "pick a side. ... Either", "typography", "pick a side. … Either"),
    ("003", "pick a side. Either", "punctuation", "pick a side. … Either"),
    ("003", f"“{BOM}socialist{ZWSP} experiment”", "invisible characters", "“socialist experiment”"),
    ("003", '"absurd", and the', "punctuation, typography", "“absurd” and the"),
    ("004", "Nicolas Maduro's crumbling", "diacritics", "Nicolás Maduro's crumbling"),
    ("004", "nicolas maduro’s crumbling", "case, diacritics, typography", "Nicolás Maduro's crumbling"),
    (f"vene{SHY}zuelan{RLM} army", "venezuelan army", "invisible characters", f"vene{SHY}zuelan{RLM} army"),
    ("５６７ soldiers", "567 soldiers", "unicode form", "５６７ soldiers"),
    ("the ﬁrst one", "the first one", "unicode form", "the ﬁrst one"),
    ("ba\u0302\u0323c", "b\u1eadc", "unicode form", "ba\u0302\u0323c"),
    ("한국 군인", "\u1112\u1161\u11ab\u1100\u116e\u11a8 군인", "unicode form", "한국 군인"),
    ("STRASSE 5", "straße 5", "case", "STRASSE 5"),
    ("one , two", "one two", "punctuation", "one , two"),
    ("He (today) left", "He today left", "punctuation", "He (today) left"),
    ("He left (today)!", "“He left today.”", "punctuation", "He left (today)!"),
    ("Off the wire - CNN", "off the WIRE – CNN", "case, typography", "Off the wire - CNN"),
    ("it fell −5 here", "it fell -5 here", "typography", "it fell −5 here"),
    ("1’000 men", "1'000 men", "typography", "1’000 men"),
    ("567 men left", "567, men left", "punctuation", "567 men left"),
    ("about -567 men", "about, -567 men", "punctuation", "about -567 men"),
    ("COVID-19 here", "COVID19 here", "punctuation", "COVID-19 here"),
    ("so Maduro’s men", "so Maduro!", "punctuation", "so Maduro"),
]


@pytest.mark.parametrize(("content", "exact", "differences", "own"), DIFFERS)
def test_a_passage_that_differs_in_form_names_every_difference_and_shows_the_words_in_the_text(
    content, exact, differences, own
):
    verdict = look(content, exact)
    assert (verdict.verdict, verdict.nearest) == ("differs", own)
    assert ", ".join(verdict.differences) == differences
    assert {SEEDS.get(content, content)[place.start : place.end] for place in verdict.candidates} == {own}


ABSENT = [
    # content, passage: more than a difference in form
    ("about 567 men", "about 56.7 men"),
    ("about 56.7 men", "about 567 men"),
    ("about 1,000 men", "about 1000 men"),
    ("about 1000 men", "about 1,000 men"),
    ("from 25-50 men", "from 2550 men"),
    ("it fell -5 here", "it fell 5 here"),
    ("it rose .5 here", "it rose 5 here"),
    ("some 6% left", "some 6 left"),
    ("some $20 left", "some 20 left"),
    ("some 10² left", "some 102 left"),
    ("some 5½ left", "some 51⁄2 left"),
    ("at 5...7 here", "at 57 here"),
    ("000", "a foreign government invade our country"),
    ("000", "a foreign government (to) invade our country"),
    ("002", "Sgt. Jose Gomez said"),
    ("002", "[Sgt. Jose] Gomez said"),
    ("rank-and-file", "rank and file"),
    ("rank and file", "rankandfile"),
    ("the ﬁsh there", "ISH there"),
    ("567 Defectors", "67 defectors"),
    ("Maduro's Power", "S power"),
    ("He left!", "?"),
    ("He left!", f"{ZWSP}"),
]


@pytest.mark.parametrize(("content", "exact"), ABSENT)
def test_a_bracket_a_mark_in_a_number_or_a_cut_word_is_more_than_a_difference_in_form(content, exact):
    assert look(content, exact).verdict == "absent"


def test_near_matches_in_context_come_first():
    content = "Ask the Army. Then the army left. The Navy came."
    assert [place.start for place in look(content, "the ARMY").candidates] == [4, 19]
    assert [place.start for place in look(content, "the ARMY", "then").candidates] == [19]
    assert [place.start for place in look(content, "the ARMY", None, "sank").candidates] == [4, 19]


def test_near_matches_outside_excluded_regions_come_first():
    text = SearchableText(
        "a.txt", "The Army. The army.", (Region(starts="The Army", ends=".", kind="advertisement", reason="paid for"),)
    )
    assert [place.start for place in find_passage("THE ARMY", None, None, text).candidates] == [10]
    assert [
        place.start for place in find_passage("THE ARMY", None, None, text, may_cite={"advertisement"}).candidates
    ] == [0, 10]


HINTS = [
    ("003", "Only five of 18 Latin American nations", "Only [-five-]{+six+} of 18 Latin American nations"),
    ("004", "More than 600 Venezuelan soldiers have fled", "More than [-600-]{+500+} Venezuelan soldiers have fled"),
    ("003", "spend 20 million in humanitarian aid", "spend [-20-]{+$20+} million in humanitarian aid"),
    ("003", "The uprising was not quelled and 25 guardsmen", "The uprising was [-not-] quelled and 25 guardsmen"),
    ("000", "a foreign government invade our country", "a foreign government {+[to]+} invade our country"),
    ("002", "[Sgt. Jose] Gomez said his father", "[Sgt. Jose[-]-]{+ ]+} Gomez said his father"),
    ("004", "365.000 people, the size of the", "[-365.000-]{+365,000+} people, the size of the"),
    ("004", "Russia will be happy", "Russia [-will-]{+won't+} be happy"),
]


@pytest.mark.parametrize(("content", "exact", "hint"), HINTS)
def test_an_absent_passage_shows_the_closest_words_and_the_difference(content, exact, hint):
    verdict = look(content, exact)
    assert (verdict.verdict, verdict.diff) == ("absent", hint)
    assert [SEEDS[content][place.start : place.end] for place in verdict.candidates] == [verdict.nearest]


DIFFERENCES = [
    ("a b", "c a b", "{+c+} a b"),
    ("c a b", "a b", "[-c-] a b"),
    ("a b", "a b c", "a b {+c+}"),
    ("a b c", "a x y c", "a [-b-]{+x y+} c"),
    ("a,b", "a, b", "[-a,b-]{+a, b+}"),
    ("a\n b", "a b", "a b"),
]


@pytest.mark.parametrize(("passage", "text", "diff"), DIFFERENCES)
def test_a_difference_shows_the_words_of_the_passage_and_then_those_of_the_text(passage, text, diff):
    assert format_word_diff(passage, text) == diff


@pytest.mark.parametrize(
    "exact", ["the colonel was quietly promoted", "xylophone quartets", "委内瑞拉", "\0", "zq " * 400]
)
def test_no_text_is_shown_if_none_is_similar(exact):
    assert look("003", exact) == ("absent", None, (), (), None, None, None)


@pytest.mark.parametrize("content", ["", " ", "\n\n", ZWSP])
def test_an_empty_text_has_no_closest_words(content):
    assert look(content, "Maduro").nearest is None


LONG = SEEDS["003"]
HOSTILE = {
    "long and absent": ("zq " * 33_000, LONG * 120),
    "long and nearly there": (LONG[:100_000].replace("Silva", "Sylva"), LONG * 12),
    "long and in another case": ((LONG * 12)[:90_000].upper(), LONG * 12),
    "one letter": ("a" * 10_000, "a" * 100_000),
    "overlapping itself": (". " * 5_000, ". " * 40_000),
    "only marks": ("\u0301" * 10_000, "a" + "\u0301" * 50_000),
    "only invisible": (ZWSP * 10_000, "5" + ZWSP * 50_000),
    "surrogates": ("\ud800\0" * 5_000, "\udfff\ud800" * 10_000),
}


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_long_and_hostile_passages_come_to_a_verdict(case):
    exact, content = HOSTILE[case]
    assert look(content, exact, exact[:9], exact[-9:]).verdict != "found"
