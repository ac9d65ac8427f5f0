"""Properties of every passage of the five source texts."""

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
    """Return every offset that is not inside a word or a number."""
    return [offset for offset in range(len(text.content) + 1) if not is_inside_word(text.content, offset)]


ENDS = {text: ends_of(text) for text in TEXTS}


@st.composite
def passages(draw):
    """Draw a text and a span of it that begins and ends with a whole word, a number or a mark."""
    text = draw(st.sampled_from(TEXTS))
    first = draw(st.integers(0, len(ENDS[text]) - 2))
    last = draw(st.integers(first + 1, min(first + 120, len(ENDS[text]) - 1)))
    start, end = ENDS[text][first], ENDS[text][last]
    exact = text.content[start:end]
    assume(exact.strip())
    return text, start + len(exact) - len(exact.lstrip()), end - len(exact) + len(exact.rstrip())


def in_context(text, start, end):
    """Return the passage with as much context as it needs to be unique."""
    content, reach = text.content, 0
    while count_occurrences(content[max(0, start - reach) : end + reach], content) > 1:
        reach += 8
    return content[start:end], content[max(0, start - reach) : start], content[end : end + reach]


def count_occurrences(words, content):
    """Count the occurrences of words in a text, overlapping ones included, whatever the white space."""
    return len(re.findall(f"(?={re.escape(collapse(words))})", collapse(content)))


def rewrap(words, spaces):
    runs = iter(spaces)
    return re.sub(rf"[{SPACES}]+", lambda _: next(runs, " "), words)


@STABLE
@given(passages())
def test_every_span_of_a_source_text_is_found_exactly_there(passage):
    text, start, end = passage
    verdict = find_passage(*in_context(text, start, end), text)
    assert (verdict.verdict, verdict.span) == ("found", (text.file, start, end))


@STABLE
@given(passages(), st.lists(st.text(SPACES, min_size=1, max_size=3), max_size=60), st.text(SPACES, max_size=3))
def test_a_passage_is_found_however_its_lines_are_wrapped(passage, spaces, edge):
    text, start, end = passage
    exact, prefix, suffix = (edge + rewrap(words, spaces) + edge for words in in_context(text, start, end))
    assert find_passage(exact, prefix, suffix, text).span == (text.file, start, end)


@STABLE
@given(passages(), st.data())
def test_a_passage_with_one_character_changed_is_found_only_where_the_text_has_it_so(passage, data):
    text, start, end = passage
    exact = text.content[start:end]
    index = data.draw(st.sampled_from([index for index, char in enumerate(exact) if char not in SPACES]))
    char = data.draw(
        st.characters(exclude_characters=SPACES) | st.sampled_from(".,'’“\"[]-–$%0123456789eéE\u0301\u200b")
    )
    changed = data.draw(
        st.sampled_from(
            [
                exact[:index] + exact[index + 1 :],
                exact[:index] + char + exact[index:],
                exact[:index] + char + exact[index + 1 :],
            ]
        )
    )
    assume(changed != exact and changed.strip(SPACES))
    verdict = find_passage(changed, None, None, text)
    if verdict.verdict == "found":
        assert collapse(text.content[verdict.span.start : verdict.span.end]) == collapse(changed)


def collapse(words):
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
def test_any_strings_get_a_verdict_with_spans_inside_the_text(exact, prefix, suffix, content):
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
def test_the_verdict_differs_names_at_least_one_difference(pieces, data):
    content = "".join(pieces)
    exact = "".join(data.draw(st.permutations(pieces)))
    verdict = find_passage(exact, None, None, SearchableText("any.txt", content))
    assert (verdict.verdict == "differs") == bool(verdict.differences)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.file[:3])
def test_every_word_of_a_source_text_is_found_or_ambiguous_and_never_cut(text):
    ends = [run.span() for run in re.finditer(rf"[^{SPACES}]+", text.content)]
    assert len(ends) > 300
    names = {find_passage(text.content[start:end], None, None, text).verdict for start, end in ends}
    assert names <= {"found", "ambiguous"}
