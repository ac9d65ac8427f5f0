"""What drafts say in words: titles and summaries that repeat a clause of the text, with who says it and with links.

They say no more than their passage, or nothing is proposed and the editor writes them: the clause is true on its own,
and the check finds no "not", hedge or plan of the passage missing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.claims.wording_differences import find_contradictions
from dossier.detect.attributions import AttributionMention
from dossier.detect.clauses import Clause
from dossier.detect.draft_words import DraftWords, TitleWords
from dossier.editor.named_records import NamedRecord
from dossier.editor.source_reading import SourceReading
from dossier.text.spans import Bounds, Spanning
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import upper_first

_MAX_TITLE = 12
_GOOD_TITLE = 9
_MIN_TITLE = 3
_MAX_SPEAKER_WORDS = 6
_REACH = 60
_ENDS = ".!?…”\"’'»)"
_MIN_SENTENCE = 3
_MAX_PARTS = 2
_MAX_QUOTED = 16
"""How many words a quotation has at most that a summary repeats."""


class _Said(NamedTuple):
    """Who says something, and the actor that this is, if it is known."""

    mention: AttributionMention
    actor: NamedRecord | None


def propose_summary(
    reading: SourceReading,
    sentence: Bounds,
    focus: Spanning,
    own: NamedRecord | None = None,
    *,
    of_same_time: bool = False,
) -> str | None:
    """Return a summary that repeats the clause that the focus is in, or None; `own` is what it is the summary of.

    `of_same_time`: the focus may also be in what is left out, after "as" or "while".
    """
    words, said = _drafting(reading), _said_of(reading, sentence, focus)
    if not words or not words.clauses or not words.title or not _may_repeat(reading, sentence, focus):
        return None
    content = reading.text.content
    clause = words.clauses.read(content, sentence, focus, [entry.mention for entry in said])
    is_heading = content[sentence.end - 1] not in _ENDS
    if (
        clause is None
        or (clause.is_cut and not of_same_time)
        or is_heading
        or (not said and _is_said_beside(reading, sentence, clause))
        or _begins_with_pronoun(words, clause, content)
    ):
        return None
    speaker = _speaker(reading, said[0], words.title, own) if clause.speaker else ""
    if speaker is None:
        return None
    body = _link_names(reading, Bounds(clause.start, clause.end), own, said[0].actor if said else None)
    if not clause.speaker:
        summary = f"{upper_first(body)}."
    elif clause.speaker == "before":
        summary = f"{upper_first(speaker)} {words.title.reported} {body}."
    else:
        summary = f"{upper_first(body)}, {speaker}."
    return summary if _is_supported(reading, summary, sentence) else None


def propose_title(reading: SourceReading, sentence: Bounds, date: Bounds) -> str | None:
    """Return a title that repeats the clause that a date is of, without the date and who says it; None without one."""
    words, said = _drafting(reading), _said_of(reading, sentence, date)
    if not words or not words.clauses or not words.title or not _may_repeat(reading, sentence, date):
        return None
    content = reading.text.content
    clause = words.clauses.read(content, sentence, date, [entry.mention for entry in said])
    if clause is None or (said and re.match(words.title.claims, content[slice(*said[0].mention.verb)], re.IGNORECASE)):
        return None
    if _begins_with_pronoun(words, clause, content):
        return None
    if not all(reading.is_saying(entry.mention.verb) for entry in said) or _is_of_noun(content, clause, date, words):
        return None
    comma = content.find(", ", date.end, clause.end)
    if 0 < comma - clause.start < _REACH and "," not in content[clause.start : date.start]:
        is_opening = words.clauses.finite.search(content, clause.start, comma) is None
        clause = clause._replace(start=comma + 2) if is_opening else clause
    title = _without_date(content, clause, date, words.title)
    pronoun = words.clauses.pronouns.match(title)
    if pronoun:
        name = _name_of_speaker(reading, said[0], words.title) if said else None
        if not name:
            return None
        owner = f"{name}’s" if re.fullmatch(words.title.owns, pronoun[0], re.IGNORECASE) else name
        owner = upper_first(owner)
        title = re.sub(words.title.before_past, " ", f"{owner}{title[pronoun.end() :]}", count=1)
    short = _shorten(title, words)
    return short if short and _is_supported(reading, short, sentence) else None


def summarize_name(reading: SourceReading, sentence: Bounds, mention: Bounds, record: NamedRecord) -> str | None:
    """Return a summary of an actor or a place: what a sentence says that names it; None if none can be repeated."""
    ends = Bounds(sentence.start, sentence.start + 1), Bounds(sentence.end - 2, sentence.end - 1)
    if any(attribution.kind == "pronoun" for attribution in reading.attributions_of(ends[0], sentence)):
        return None  # "Crops are withering, he noted."
    name = collapse_whitespace(reading.text.content[slice(*mention)])
    for focus in (mention, *ends):
        summary = propose_summary(reading, sentence, focus, record)
        if summary and name in summary:
            return summary
    return None


def summarize_quote(
    reading: SourceReading, sentence: Bounds, who: NamedRecord | None, name: str, quoted: Sequence[str], form: str
) -> str | None:
    """Return a summary of a short quotation: who said it; None if it is long, of several parts or of nobody named."""
    words = _drafting(reading)
    if not words or not words.quoting or not who or len(quoted) > _MAX_PARTS:
        return None
    templates = words.quoting
    parts = [part.strip("'").rstrip(",;: ") for part in quoted]
    if any(len(part.split()) > _MAX_QUOTED or re.search(r"[\[\]*_<>`|{}“”«»\"]", part) for part in parts):
        return None
    if any(len(re.findall(r"(?<!\w)['‘](?=\w)", part)) > len(re.findall(r"(?<=\S)['’](?!\w)", part)) for part in parts):
        return None  # A quotation in it is never closed: “She said: 'Daddy, we are alive.”
    if templates.persons_only and who.named_kind != "person":
        return None
    main = [word for word in parts[-1].split() if word not in words.small_words]
    if len(parts) == 1 and not any(word[:1].islower() for word in main):
        return None  # The title of a work: “Morning Joe”.
    is_sentence = form == "full" or (templates.capital_is_sentence and parts[0][:1].isupper())
    is_sentence = is_sentence and len(parts[-1].split()) >= _MIN_SENTENCE
    if is_sentence and len(parts) > 1:
        template = templates.two
    elif is_sentence:
        template = templates.ended if parts[-1][-1:] in "!?…'" else templates.full
    elif len(parts) == 1:
        template = templates.word if len(parts[0].split()) == 1 else templates.several
    else:
        return None
    if len(parts) > 1 and parts[-1][-1:] in "!?…'":
        return None
    speaker = f"[[{who.kind.singular}:{who.id}|{name}]]"
    first, last = parts[0].rstrip("."), parts[-1].rstrip(".")
    summary = template.format(speaker=speaker, first=first, words=last)
    return summary if _is_supported(reading, summary, sentence) else None


def _may_repeat(reading: SourceReading, sentence: Bounds, focus: Spanning) -> bool:
    return not (reading.is_quoted(sentence) or reading.is_doubted(focus, sentence))


def _is_said_beside(reading: SourceReading, sentence: Bounds, clause: Clause) -> bool:
    """Return whether a verb of saying is in what a clause leaves out of its sentence: somebody may say it."""
    found = re.compile(r"\w+").finditer(reading.text.content, sentence.start, sentence.end)
    words = (Bounds(*word.span()) for word in found)
    return any(reading.is_saying(word) for word in words if word.end <= clause.start or word.start >= clause.end)


def _drafting(reading: SourceReading) -> DraftWords | None:
    return reading.detectors.draft_words if reading.detectors and reading.is_in_own_language else None


def _said_of(reading: SourceReading, sentence: Bounds, focus: Spanning) -> list[_Said]:
    return [_Said(mention, reading.actor_of(mention)) for mention in reading.attributions_of(focus, sentence)]


def _begins_with_pronoun(words: DraftWords, clause: Clause, content: str) -> bool:
    """Return whether a clause begins with a word for something else; after its speaker, "its" is the speaker's."""
    match = words.clauses.pronouns.match(content, clause.start) if words.clauses else None
    if not match:
        return False
    return clause.speaker != "before" or not words.title or not re.fullmatch(words.title.own, match[0], re.IGNORECASE)


def _speaker(reading: SourceReading, said: _Said, words: TitleWords, own: NamedRecord | None) -> str | None:
    """Return who says something, with the verb, in the order of the text; None if nobody is named."""
    content, (start, end, kind, verb) = reading.text.content, said.mention
    spoken = collapse_whitespace(content[slice(*verb)])
    if (
        kind == "pronoun"
        or not reading.is_saying(verb)
        or not (spoken.isalpha() or re.fullmatch(words.according, spoken, re.IGNORECASE))
    ):
        return None
    named = said.actor
    if named is None:
        who = collapse_whitespace(content[start:end])
        is_relative = re.match(rf"(?:{words.reported})(?!\w)", who, re.IGNORECASE)
        if is_relative or len(who.split()) > _MAX_SPEAKER_WORDS or re.search(r"[^\w\s’'.-]", who):
            return None
    else:
        at = _name_in(reading, said)
        name = collapse_whitespace(content[slice(*at)])
        if len(name.split()) > _MAX_SPEAKER_WORDS:
            return None
        label = name if own and own.id == named.id else f"[[actor:{named.id}|{name}]]"
        who = f"{_article_before(content, at.start, words)}{label}"
    spoken = words.said if re.fullmatch(words.addressed, spoken, re.IGNORECASE) else spoken
    return f"{spoken} {who}" if verb.start < start else f"{who} {spoken}"


def _article_before(content: str, start: int, words: TitleWords) -> str:
    article = re.search(rf"(?<!\w)(?:{words.articles})\s$", content[max(0, start - 10) : start], re.IGNORECASE)
    return article[0].lower() if article else ""


def _name_of_speaker(reading: SourceReading, said: _Said, words: TitleWords) -> str | None:
    """Return the name of who says something, with its article, as the sentence has it; None of nobody named."""
    content = reading.text.content
    if said.mention.kind == "pronoun" or said.actor is None:
        return None
    at = _name_in(reading, said)
    return collapse_whitespace(f"{_article_before(content, at.start, words)}{content[slice(*at)]}")


def _name_in(reading: SourceReading, said: _Said) -> Bounds:
    """Return where the name of who says something is; without one, the words for them."""
    start, end, *_ = said.mention
    for entry in reading.named_after(start):
        if entry[0] > end + _REACH:
            break
        if said.actor and entry[2].id == said.actor.id:
            return Bounds(entry[0], entry[1])
    return Bounds(start, end)


def _link_names(reading: SourceReading, span: Bounds, own: NamedRecord | None, speaker: NamedRecord | None) -> str:
    """Return words of the text with a link for the first mention of each actor and place but those."""
    content, parts, end = reading.text.content, [], span.start
    done = {(record.kind.singular, record.id) for record in (own, speaker) if record}
    for start, stop, record in _mentions_in(reading, span):
        key = (record.kind.singular, record.id)
        is_part = re.match(r" [A-Z]", content[stop : stop + 2]) or content[start - 1 : start] == "-"
        if start < end or key in done or is_part:
            continue
        done.add(key)
        parts += [content[end:start], f"[[{record.kind.singular}:{record.id}|{content[start:stop]}]]"]
        end = stop
    return collapse_whitespace("".join([*parts, content[end : span.end]]))


def _mentions_in(reading: SourceReading, span: Bounds) -> Iterator[tuple[int, int, NamedRecord]]:
    for start, end, record in reading.named_after(span.start):
        if start >= span.end:
            return
        if end <= span.end:
            yield start, end, record


def _is_supported(reading: SourceReading, words: str, sentence: Bounds) -> bool:
    """Return whether words drop or add no "not", hedge or plan of their passage."""
    claims = reading.detectors.claims if reading.detectors else None
    plain = re.sub(r"\[\[[^|\]]*\|([^\]]*)\]\]", r"\1", words)
    passage = collapse_whitespace(reading.text.content[sentence.start : sentence.end])
    return claims is None or not find_contradictions(plain, [passage], claims)


def _is_of_noun(content: str, clause: Clause, date: Bounds, words: DraftWords) -> bool:
    """Return whether a year may be that of a noun: "by his announcement in 2014"."""
    assert words.clauses and words.title
    verb = words.clauses.finite.search(content, clause.start, clause.end)
    if not verb or not content[slice(*date)].strip().isdigit() or date.start < verb.end():
        return False
    between = re.sub(rf"(?:(?<!\w)(?:{words.title.before_date})\s+)+$", "", content[verb.end() : date.start])
    return re.search(rf"(?<!\w)(?:{words.title.adjuncts}|{words.title.joins})(?!\w)", between) is not None


def _without_date(content: str, clause: Clause, date: Bounds, words: TitleWords) -> str:
    """Return a clause without a date and the words before it that only lead up to it."""
    whole = collapse_whitespace(content[clause.start : clause.end])
    if clause.is_cut or not clause.start <= date.start < clause.end:
        return whole
    before, after = content[clause.start : date.start], content[date.end : clause.end]
    after = re.sub(rf"^ (?:{words.after_date})(?!\w)", "", after)
    lead = re.search(rf"(?:(?<!\w)(?:{words.before_date})\s+)+$", before, re.IGNORECASE)
    kept = before[: lead.start()] if lead else before
    is_noun = re.search(rf"(?<!\w)(?:{words.keeps_date})\s+$", kept, re.IGNORECASE) is not None
    if is_noun or after[:1] in ("'", "’", "-"):
        return whole
    if not kept.strip():
        return collapse_whitespace(after.lstrip(", "))
    after = after if after[:1] == "," else f" {after.lstrip(', ')}"
    return collapse_whitespace(f"{kept.rstrip(', ')}{after}")


def _shorten(title: str, words: DraftWords) -> str | None:
    """Return a title of a few words, without places and the like at its end; None if it remains long."""
    assert words.title and words.clauses
    title = title.strip(" ,")
    is_whole = re.search(rf"(?<!\w)(?:{words.title.whole})(?!\w)|n[’']t\b", title, re.IGNORECASE)
    while not is_whole and len(title.split()) > _GOOD_TITLE:
        ends = [*re.finditer(rf" (?:{words.title.adjuncts}) ", title, re.IGNORECASE)]
        if not ends or len(title[: ends[-1].start()].split()) <= _MIN_TITLE:
            break
        shorter = title[: ends[-1].start()].strip(" ,")
        if not words.clauses.is_complete(shorter):
            break
        title = shorter
    if not _MIN_TITLE <= len(title.split()) <= _MAX_TITLE or not words.clauses.is_complete(title):
        return None
    is_broken = re.match(words.title.participles, title, re.IGNORECASE) or re.search(r", \w+ed,", title)
    return None if is_broken else upper_first(title)
