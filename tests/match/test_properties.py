"""What holds for every passage of the five seeds."""

import re
from pathlib import Path

import pytest
from dossier.match import SearchableText, find_passage
from dossier.match.boundaries import is_inside_word, is_partial
from hypothesis import assume, given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).parents[2] / "seeds"
TEXTS = tuple(SearchableText(path.name, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt")))
SPACES = " \t\n\r\v\f\x85\u00a0\u1680\u2003\u2028\u202f\u205f\u3000"
STABLE = settings(derandomize=True, deadline=None, max_examples=400)


def ends_of(text):
    """Every offset that is not inside a word or a figure."""
    return [at for at in range(len(text.content) + 1) if not is_inside_word(text.content, at)]


ENDS = {text: ends_of(text) for text in TEXTS}


@st.composite
def passages(draw):
    """A text and a span of it that begins and ends with a whole word, a figure or a mark."""
    text = draw(st.sampled_from(TEXTS))
    first = draw(st.integers(0, len(ENDS[text]) - 2))
    last = draw(st.integers(first + 1, min(first + 120, len(ENDS[text]) - 1)))
    start, end = ENDS[text][first], ENDS[text][last]
    exact = text.content[start:end]
    assume(exact.strip())
    return text, start + len(exact) - len(exact.lstrip()), end - len(exact) + len(exact.rstrip())


def in_context(text, start, end):
    """The passage, with as much context as it takes to stand once."""
    content, reach = text.content, 0
    while times(content[max(0, start - reach) : end + reach], content) > 1:
        reach += 8
    return content[start:end], content[max(0, start - reach) : start], content[end : end + reach]


def times(words, content):
    """How often words stand in a text, white space apart, places that overlap counted."""
    return len(re.findall(f"(?={re.escape(plain(words))})", plain(content)))


def rewrap(words, spaces):
    runs = iter(spaces)
    return re.sub(rf"[{SPACES}]+", lambda _: next(runs, " "), words)


@STABLE
@given(passages())
def test_every_span_cut_from_a_seed_is_found_exactly_there(passage):
    text, start, end = passage
    verdict = find_passage(*in_context(text, start, end), text)
    assert (verdict.verdict, verdict.span) == ("found", (text.file, start, end))


@STABLE
@given(passages(), st.lists(st.text(SPACES, min_size=1, max_size=3), max_size=60), st.text(SPACES, max_size=3))
def test_wrapping_a_passage_anew_still_finds_it(passage, spaces, edge):
    text, start, end = passage
    exact, prefix, suffix = (edge + rewrap(words, spaces) + edge for words in in_context(text, start, end))
    assert find_passage(exact, prefix, suffix, text).span == (text.file, start, end)


@STABLE
@given(passages(), st.data())
def test_a_passage_with_one_character_changed_is_found_only_where_it_so_stands(passage, data):
    text, start, end = passage
    exact = text.content[start:end]
    at = data.draw(st.sampled_from([at for at, char in enumerate(exact) if char not in SPACES]))
    char = data.draw(
        st.characters(exclude_characters=SPACES) | st.sampled_from(".,'’“\"[]-–$%0123456789eéE\u0301\u200b")
    )
    changed = data.draw(
        st.sampled_from(
            [exact[:at] + exact[at + 1 :], exact[:at] + char + exact[at:], exact[:at] + char + exact[at + 1 :]]
        )
    )
    assume(changed != exact and changed.strip(SPACES))
    verdict = find_passage(changed, None, None, text)
    if verdict.verdict == "found":
        assert plain(text.content[verdict.span.start : verdict.span.end]) == plain(changed)


def plain(words):
    return re.sub(rf"[{SPACES}]+", " ", words).strip()


@STABLE
@given(passages(), st.integers(1, 6), st.booleans())
def test_a_passage_that_is_cut_is_never_found_there(passage, by, at_start):
    text, start, end = passage
    start, end = (start + by, end) if at_start else (start, end - by)
    assume(start < end and is_partial(text.content, start, end))
    verdict = find_passage(text.content[start:end], None, None, text)
    assert verdict.verdict != "found" or verdict.span != (text.file, start, end)


@STABLE
@given(st.text(max_size=40), st.none() | st.text(max_size=4), st.none() | st.text(max_size=4), st.text(max_size=80))
def test_any_strings_come_to_a_verdict_whose_spans_lie_in_the_text(exact, prefix, suffix, content):
    verdict = find_passage(exact, prefix, suffix, SearchableText("any.txt", content))
    for span in (*verdict.candidates, *filter(None, [verdict.span])):
        assert 0 <= span.start < span.end <= len(content)


@STABLE
@given(
    st.lists(
        st.sampled_from(["a", "A", "é", "e\u0301", "’", "'", "…", "...", "--", "—", " ", "5", ",", "[", "\u200b", "ﬁ"]),
        max_size=9,
    ),
    st.data(),
)
def test_a_text_is_never_mere_difference_from_itself_and_some_difference_is_named(pieces, data):
    content = "".join(pieces)
    exact = "".join(data.draw(st.permutations(pieces)))
    verdict = find_passage(exact, None, None, SearchableText("any.txt", content))
    assert (verdict.verdict == "differs") == bool(verdict.differences)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.file[:3])
def test_every_word_of_a_seed_is_found_or_ambiguous_and_never_cut(text):
    ends = [run.span() for run in re.finditer(rf"[^{SPACES}]+", text.content)]
    assert len(ends) > 300
    names = {find_passage(text.content[start:end], None, None, text).verdict for start, end in ends}
    assert names <= {"found", "ambiguous"}
