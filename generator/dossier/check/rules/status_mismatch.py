"""The status of an event or a number must fit the words of its passages, or `status_basis` explains it.

Passes: `status: planned` for `they will meet`; `reported` for `they met`; `pledged` for `it pledged aid`.
Fails:  `status: forecast` for `it rose to 5`; `reported` where all passages look ahead (`is seen rising to 5`), or
    the title does (`Deadline for an answer`), or one does and the date is after the publication of every source. Of an
    event with several passages, those count that have its title's words. Words that look ahead to something else count
    for nothing: `planned` for an arrest in `she would publish it, only to be arrested`, `forecast` for 480 in `480
    recovered, and more could follow`.
"""

import re
from collections.abc import Iterator

from dossier.check.date_context import LOOKING_AHEAD
from dossier.check.passages import direct_citations, read_citations
from dossier.detect.en.quantities import find_quantities
from dossier.detect.en.word_forms import index_of, meaningful_words
from dossier.detect.languages import prose_detectors, source_detectors
from dossier.detect.plan_words import PlanWords
from dossier.detect.quantity_mentions import quantities_match
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.model.quantity import Quantity
from dossier.model.units import TIME_UNITS

ID = "status-mismatch"
AHEAD = re.compile(
    r"\b(?:(?-i:will|may)|shall|would|must|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|"
    r"pledg(?:e[sd]?|ing)|promis(?:e[sd]?|ing)|announc(?:e[sd]?|ing|ement)|prepared to|set to|due to|intend(?:s|ed)?|"
    r"vow(?:s|ed)?|propos(?:e[sd]?|al)|scheduled|(?:is|are|was|were) due|"
    r"seen (?:rising|falling)|is to|are to|going to|deadline|ultimatum|"
    r"by the end|within|in \w+ (?:days|weeks|months|years)|hopes? to|aims? to|seeks? to|could|might|agreed to|"
    r"threaten(?:s|ed|ing)?|consider(?:s|ed|ing)?|"
    r"(?:withdraw|leave|go|end|start|begin|arrive|open|close)\w* by)\b|[’']ll\b",
    re.IGNORECASE,
)
"""Words about what has not happened yet."""
CERTAINLY_AHEAD = re.compile(
    r"\b(?:(?-i:will)|shall|plans? to|expects? to|"
    r"(?:is|are|was|were) (?:expected|scheduled|set|due|forecast|projected) to|"
    r"(?:is|are) seen (?:rising|falling)|prepared to|pledg(?:es|ed)|promis(?:es|ed)|announced (?:that|plans)|"
    r"would (?:require|take|be needed))\b",
    re.IGNORECASE,
)
"""Words that rule out that it is reported as having happened."""
POSSIBLY = re.compile(
    r"\b(?:could|(?-i:may)|might|threaten(?:s|ed|ing)? to|consider(?:s|ing)|propos(?:es|ed|ing) to|hopes? to|"
    r"hoped to|aims? to|wants? to|wanted to)\b",
    re.IGNORECASE,
)
"""Words that rule this out too, unless the title says as much."""
TITLE_AHEAD = re.compile(
    r"\b(?:(?-i:will)|shall|(?:is|are) to|(?:is|are|to be) (?:expected|due|scheduled|planned|set|prepared)|"
    r"(?<!a )(?<!the )(?<!its )plans? (?:to|for)|"
    r"(?:deadline|ultimatum)(?! (?:(?:is|has|was|are) )?(?:\w+ed|set|met|passes|expires|ends|lapses)))\b",
    re.IGNORECASE,
)
"""Words by which a title looks ahead."""
_SAYING = (
    "(?:said|announced|added|stated|warned|forecast|predicted|expected|planned|proposed|decided|agreed|promised"
    "|pledged|vowed|scheduled|projected|prepared|intended|hoped|aimed|wanted|threatened|been|set|due|likely)"
)
PAST = re.compile(
    rf"\b(?:was|were|ha[sd]|have)(?: (?:been|now|already|not|\w+ly))* (?!(?:{_SAYING})\b)\w|"
    rf"(?<!to )\b(?!(?:{_SAYING})\b)(?!need|feed|speed|seed|indeed|hundred)[a-z]{{2,}}ed\b|"
    r"\b(?:fell|rose|left|met|went|"
    r"won|lost|died|fled|began|broke|made|took|gave|came|got|struck|hit|sold|bought|cut)\b|"
    r"\bannounced (?:his|her|its|their|the|a|an)\b"
)
"""A verb about what has happened, other than one of saying."""
SENTENCE_EDGES = re.compile(r"(?<![A-Z])[.?!] |; ")
CLAUSE_EDGES = re.compile(r"(?<![A-Z])[.?!] |[;,] | (?:and|that|which) ")
_AS = re.compile(r"\b(?:as|than) (?:was |were |had been )?$")
"""Words before those that then look back: "as planned", "more than expected"."""
_FAILED_PLAN = re.compile(
    r"plan\b[^.;]{0,80}\b(?:d(?:id|oes)(?:n['’]t| not)|fail(?:s|ed)|collapse[sd]|fell|falls)\b", re.I
)
_NAMES = re.compile(r"\b[A-Z][\w.’'-]*")
_ATTRIBUTE = re.compile(r"(?<!is )(?<!are )(?<!ly )\b\w+ed\b")
"""A word such as "postponed" in "the postponed trial"."""
_TO_BE = re.compile(r"\bbe (?:\w+ly )?$")
_REST_OF_WORD = re.compile(r"\w*")
_OUTCOME = re.compile(r"\bonly to (?:be |have )?(?:\w+ly )?\w+")
"""What happened in the end: "only to be detained"."""
SHARE_OF_TITLE = 0.5


def check(graph: Graph) -> Iterator[Finding]:
    records: tuple[Event | Number, ...] = (*graph.dossier.events, *graph.dossier.numbers)
    for record in records:
        if record.status_basis is None:
            message = _mismatch(graph, record)
            if message:
                yield Finding(record.location("status"), ID, message)


def _mismatch(graph: Graph, record: Event | Number) -> str:
    texts = [graph.passage_text(citation) for citation in read_citations(graph, record)]
    if not texts or len(texts) < len(direct_citations(graph, record)):
        return _mismatch_by_verbs(graph, record)  # The rules below are for English only.
    title = record.label if isinstance(record, Event) else ""
    quantity = record.quantity if isinstance(record, Number) else None
    texts = _main_texts(texts, title)
    edges = SENTENCE_EDGES if isinstance(record, Event) else CLAUSE_EDGES
    if record.status in LOOKING_AHEAD:
        skipped = "announc" if record.status == "planned" else "-"
        cues = [(text, cue) for text in (*texts, title) for cue in AHEAD.finditer(text)]
        cues = [(text, cue) for text, cue in cues if not cue[0].casefold().startswith(skipped)]
        cues = [(text, cue) for text, cue in cues if not _is_result(text, cue)]
        is_done = record.status == "planned" and not any(text == title for text, _ in cues) and _is_done(texts, title)
        words = _words_of(title)
        if any(
            _is_about(quantity, text, cue)
            and (_has_any(_scope(text, cue), words) or (not is_done and _is_main(text, cue.start(), edges)))
            for text, cue in cues
        ):
            return ""
        return f"no passage looks ahead, with words such as “will” or “plans”; correct `{record.status}`"
    if record.status == "reported" and not (isinstance(record, Number) and record.unit in TIME_UNITS):
        ahead = _in_all(quantity, CERTAINLY_AHEAD, texts, edges)
        ahead = ahead or ("" if POSSIBLY.search(title) else _in_all(quantity, POSSIBLY, texts, edges))
        if ahead:
            return f"the passages look ahead (“{ahead}”): correct `reported`, or explain in `status_basis`"
        title_ahead = TITLE_AHEAD.search(title)
        if title_ahead is not None:
            return f"the title looks ahead (“{title_ahead[0]}”): correct `reported`, or explain in `status_basis`"
        if isinstance(record, Event) and any(map(AHEAD.search, texts)) and _is_later(graph, record):
            return "the date is after the publication of every source; is it planned or announced?"
    return ""


def _mismatch_by_verbs(graph: Graph, record: Event | Number) -> str:
    """Return what speaks against a status in languages with tables of words that look ahead, or back."""
    read = [
        (graph.passage_text(citation), detectors.plans)
        for citation in direct_citations(graph, record)
        for detectors in [source_detectors(graph.dossier, graph.source_of(citation))]
        if detectors is not None and detectors.plans is not None
    ]
    prose = prose_detectors(graph.dossier)
    if not read or len(read) < len(direct_citations(graph, record)):
        return ""
    if record.status in LOOKING_AHEAD:
        title = record.label if isinstance(record, Event) else ""
        titles = [(title, prose.plans)] if prose is not None and prose.plans is not None else []
        is_ahead = any(plans.ahead.search(text) for text, plans in (*read, *titles))
        return "" if is_ahead else f"no passage looks ahead; correct `{record.status}`, or explain in `status_basis`"
    if record.status == "reported" and not (isinstance(record, Number) and record.unit in TIME_UNITS):
        found = [_certainly_ahead(text, plans) for text, plans in read]
        if all(found):
            return f"the passages look ahead (“{found[0]}”): correct `reported`, or explain in `status_basis`"
    return ""


def _certainly_ahead(text: str, plans: PlanWords) -> str:
    """Return words that look ahead, if no verb of the text says what has happened; else ""."""
    match = plans.certainly_ahead.search(text)
    return match[0] if match and not plans.past.search(text) else ""


def _main_texts(texts: list[str], title: str) -> list[str]:
    """Return the texts that have most words of a title, all if none has."""
    words = meaningful_words(title)
    if len(texts) < 2 or not words:
        return texts
    shares = [sum(map(index_of(text).has, words)) / len(words) for text in texts]
    return [text for text, share in zip(texts, shares, strict=True) if share >= SHARE_OF_TITLE] or texts


def _in_all(quantity: Quantity | None, pattern: re.Pattern[str], texts: list[str], edges: re.Pattern[str]) -> str:
    """Return what a pattern matches in the first text, if all have it before any verb about the past; else ""."""
    matches = [(text, match) for text in texts for match in [pattern.search(text)] if match]
    found = [
        match[0] for text, match in matches if _is_main(text, match.start(), edges) and _is_about(quantity, text, match)
    ]
    return found[0] if found and len(found) == len(texts) else ""


def words_ahead(text: str, quantity: Quantity | None = None) -> str:
    """Return the words by which a sentence in English says that it, or its figure, is still to come; else ""."""
    edges = SENTENCE_EDGES if quantity is None else CLAUSE_EDGES
    return _in_all(quantity, CERTAINLY_AHEAD, [text], edges) or _in_all(quantity, POSSIBLY, [text], edges)


def _is_main(text: str, end: int, edges: re.Pattern[str]) -> bool:
    """Return whether no verb between the last edge before an offset and the offset says what has happened."""
    start = max((edge.end() for edge in edges.finditer(text, 0, end)), default=0)
    return PAST.search(text, start, end) is None


def _is_result(text: str, cue: re.Match[str]) -> bool:
    """Return whether words look back: "as planned", "more than expected", "that plan did not work"."""
    before = text[max(0, cue.start() - 20) : cue.start()]
    return _AS.search(before) is not None or _FAILED_PLAN.match(text, cue.start()) is not None


def _is_about(quantity: Quantity | None, text: str, cue: re.Match[str]) -> bool:
    """Return whether words that look ahead may be about a figure: not if a verb parts them from it."""
    if quantity is None:
        return True
    figures = [mention for mention in find_quantities(text) if quantities_match(quantity, mention)]
    return not figures or any(
        PAST.search(text, *sorted((figure.end, cue.start()))) is None or figure.end > cue.start() for figure in figures
    )


def _is_done(texts: list[str], title: str) -> bool:
    """Return whether a verb of a text says in the past what a title says: "walked" for "walk"."""
    verbs = [verb for text in texts for verb in (*_past_verbs(text), *(match[0] for match in _OUTCOME.finditer(text)))]
    words = _words_of(_ATTRIBUTE.sub(" ", title))
    return any(_has_any(verb, words) for verb in verbs)


def _words_of(title: str) -> list[str]:
    """Return the words of a title that are no names and no adverbs."""
    return [word for word in meaningful_words(_NAMES.sub(" ", title)) if not word.endswith("ly")]


def _has_any(text: str, words: list[str]) -> bool:
    """Return whether a text has any of the words, whatever its ending."""
    return any(map(index_of(text).has, words))


def _scope(text: str, cue: re.Match[str]) -> str:
    """Return the words after those that look ahead, up to the end of the sentence or to what has happened."""
    rest = SENTENCE_EDGES.split(text[cue.end() :])[0].split(" only to ")[0]
    past = next(_past_verbs(rest), "")
    return rest[: rest.index(past)] if past else rest


def _past_verbs(text: str) -> Iterator[str]:
    """Yield the verbs about what has happened, without "arrested" in "to be arrested"."""
    for verb in PAST.finditer(text):
        if not _TO_BE.search(text[max(0, verb.start() - 20) : verb.start()]):
            end = _REST_OF_WORD.match(text, verb.end())
            yield text[verb.start() : end.end() if end else verb.end()]


def _is_later(graph: Graph, event: Event) -> bool:
    """Return whether an event is dated after the day on which each of its sources was published."""
    sources = {
        graph.dossier.by_key.get(f"source:{citation.passage.source}") for citation in direct_citations(graph, event)
    }
    dates = [source.published.date if isinstance(source, Source) and source.published else None for source in sources]
    if event.date is None or event.date.earliest is None or not dates:
        return False
    return all(date is not None and date.latest is not None and event.date.earliest > date.latest for date in dates)
