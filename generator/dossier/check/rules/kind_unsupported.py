"""An actor's `kind` must fit its name and what the texts call it, unless `kind_basis` explains the kind.

Passes: `kind: person` for `the mayor, Ines Falk,`; `outlet` for the publisher of news; `government` for `Canada`;
    `group` for `Port officials`; any kind of a name of which the texts do not say what it is.
Fails:  `kind: unit` for `the mayor, Ines Falk,`; `government` for the publisher of news; `organization` for `Canada`;
    `person` for `Port officials`, or for `Acme`, where a text has `Acme, the company,`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.atlas.country_names import COUNTRY_NAMES
from dossier.check.names import END_OF_HEAD, names_of, simplify_name
from dossier.check.places import ARTICLE
from dossier.detect.en.actor_nouns import (
    ANY,
    ARMED_NOUNS,
    MASTHEADS,
    SURNAMES,
    is_person_noun,
    kinds_of_noun,
)
from dossier.detect.en.lexicon import NATIONALITIES, ROLE_WORDS, SEATS_OF_GOVERNMENT
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source

ID = "kind-unsupported"
NEWS = ("news", "broadcast")
"""The kinds of sources that outlets publish."""
POSTS = ("aggregator", "opinion blog", "blog post")
"""The kinds of sources that anybody publishes but a government or a unit."""
_SEATS = frozenset(seat for seats in SEATS_OF_GOVERNMENT.values() for seat in seats)
_SPORT = re.compile(
    r"\b(?:match|cup|goals?|scor(?:e[sd]?|ing)|coach|squad|team|tournament|innings|wicket|medals?|striker|"
    r"semi-?finals?|finals?|qualif\w+|league|championships?|olympics?|stadium|players?)\b",
    re.IGNORECASE,
)
_NO_TITLES = frozenset({"St", "St.", "Foreign", "Vice", "Prime", "Private", "Deputy"})
_TITLE = re.compile(
    r"(?P<article>\b(?:the|an?) (?:\w+ ){0,2})?"
    rf"(?:(?<!\w)(?:Miss|Dame|Comrade|{'|'.join(map(re.escape, sorted(ROLE_WORDS - _NO_TITLES)))})"
    r"|\b(?P<noun>[a-z]+)) $"
)
_PERSON_BEFORE = re.compile(
    r"(?<!according to )(?<!\w)(?:the|an?|its|his|her|our|their|whose|former) (?:[\w'-]+ ){0,5}?(?P<noun>[\w'-]+), $",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(r"\b(?:the|an?|its|his|her|their) (?:[\w'-]+ ){0,4}(?P<noun>[a-z]+) $")
_APPOSITION = re.compile(r", (?:an?|the|one of the) (?P<phrase>[^,.;:()\n]{2,70})[,.;)]")
_NOUN_PHRASE = re.compile(
    r"(?:[\w'-]+ ){0,5}?(?P<noun>[\w'-]+)(?=$| (?:of|at|behind|in|for|from|near|who|whose|with|on)\b)"
)
_AGE = re.compile(r", (?:aged )?[1-9]\d,")
_CLOSED = re.compile(r"$|[,.;:)]| (?:said|says|added)\b")
_KIN = re.compile(r"'s (?:wife|husband|father|sons?|daughters?|brother|widow|lawyers?)\b")
_COMPANY = re.compile(r"'s? (?:chief executive|CEO|shareholders|employees|share price|board of directors)\b")
_PREPOSITION = re.compile(
    r"\b(?:in|at|for|from|of|with|by|to|inside|near|after|and|than|against|over|about|on|via|[a-z]+ing) (?:the )?$",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"')]* |\bsaid )$")
_BYLINE = re.compile(r"^(?:By|by) $")
_AFTER_BYLINE = re.compile(r"\s*$|,| (?:and|for|in) ")
_SUMMARY = re.compile(r"(?:The|An?) (?P<phrase>(?:[\w'-]+ ){0,4}?[\w'-]+?)(?:,? (?:who|whose|which|that)\b|\.|,)")
_PERSON_SUMMARY = re.compile(r"(?:He|She) ")
_CONTEXT = 80
_ARMED = re.compile(
    rf"\b(?:{'|'.join(ARMED_NOUNS.split())}|armed|soldiers?|fighters?|gunmen|warship|destroyer|frigate|submarine"
    r"|swat|hms|uss|commando|guards|mercenary|firefighters|task force|detectives)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\b(?:team|squad|crew|special|response|rescue|branch|wing|section|detachment)\b", re.IGNORECASE)
_PROPER_ADJECTIVES_TEXT = """
    national international royal central federal first new north south east west northern southern eastern
    western united world global general supreme high state public democratic social republican liberal labour
    free people's
"""
_PROPER_ADJECTIVES = frozenset(_PROPER_ADJECTIVES_TEXT.split())
"""The beginnings of the names of bodies."""


class Clue(NamedTuple):
    """What shows which kinds an actor may be of, and why."""

    kinds: frozenset[str]
    reason: str


def check(graph: Graph) -> Iterator[Finding]:
    publications = {source.publisher: source for source in graph.dossier.sources}
    for actor in graph.dossier.actors:
        if actor.kind_basis is not None:
            continue
        clue = find_clue(graph, actor, publications.get(actor.id))
        if clue is not None and actor.kind not in clue.kinds:
            message = f"{clue.reason}: no `{actor.kind}`; correct it, or say why in `kind_basis`"
            yield Finding(actor.location("kind"), ID, message)


def find_clue(graph: Graph, actor: Actor, publication: Source | None) -> Clue | None:
    """Return the surest clue to the kind of an actor, or the one that speaks against a unit."""
    is_english = reads_words(graph.dossier)
    contexts = list(_contexts(graph, actor))
    clue = next(_iter_clues(graph, actor, publication, contexts, is_english=is_english), None)
    is_unsupported = actor.kind == "unit" and is_english and not _is_armed(graph, actor, contexts)
    if is_unsupported and (clue is None or "unit" in clue.kinds):
        return Clue(ANY - {"unit"}, "no word near the name, such as “army” or “police”, shows a unit")
    return clue


def _iter_clues(
    graph: Graph, actor: Actor, publication: Source | None, contexts: list[tuple[str, str]], *, is_english: bool
) -> Iterator[Clue]:
    """Yield what shows the kind of an actor, the surest first."""
    name = ARTICLE.sub("", simplify_name(actor.name), count=1)
    head = _head(name)
    if is_english and (actor.unnamed or (head.islower() and " " in name)):
        yield from _of_description(name)
        return
    if name in COUNTRY_NAMES or name in _SEATS:
        yield from _of_country(actor, name, contexts)
        return
    if publication is not None and "outlet" in (kinds_of_noun(head) or ANY):
        if publication.kind in NEWS:
            yield Clue(frozenset({"outlet"}), f"it publishes news (`{publication.key}`)")
        elif publication.kind in POSTS:
            yield Clue(ANY - {"government", "unit"}, f"it publishes a post (`{publication.key}`)")
    if is_english:
        yield from _person(graph, actor, name, contexts)
        yield from _of_name(name)
        yield from _find_apposed(contexts)
        yield from _of_summary(graph, actor)


def _head(name: str) -> str:
    """Return the last word of a name's first phrase: `Bank` in `Bank of England`."""
    phrase = _first_phrase(name)
    words = re.findall(r"[\w'’-]+", phrase)
    return words[-1] if words else ""


def _first_phrase(name: str) -> str:
    plain = re.sub(r"\barmed ", "", name)
    end = END_OF_HEAD.search(plain)
    return plain[: end.start()] if end else plain


def _of_description(name: str) -> Iterator[Clue]:
    """Yield what the description of an actor without a name says."""
    head = _head(name)
    kinds = kinds_of_noun(head)
    if " and " in _first_phrase(name) and (kinds is None or kinds == {"person"}):
        kinds = frozenset({"person", "group", "unit"})
    if kinds is None and re.search(r"[^sui]s$", head):
        kinds = ANY - {"person", "government", "outlet"}
    if kinds is None and re.match(
        r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|most) ", name, re.I
    ):
        kinds = ANY - {"person"}
    if kinds is not None:
        yield Clue(kinds, f"“{head}” names a {_in_words(kinds)}")


def _of_country(actor: Actor, name: str, contexts: list[tuple[str, str]]) -> Iterator[Clue]:
    words = " ".join((*(before + after for before, after in contexts), actor.summary, *actor.aliases))
    kinds = {"government"} | ({"organization"} if name in _SEATS else set())
    if _SPORT.search(words):
        kinds |= {"organization", "group", "unit"}
    if any(_has_title(before, after) for before, after in contexts):
        kinds |= {"person"}
    reason = f"{actor.name} is a country" if name in COUNTRY_NAMES else f"{actor.name} is the seat of a government"
    yield Clue(frozenset(kinds), reason)


def _contexts(graph: Graph, actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield the words before and after each name of the actor in the texts that its record cites, line by line."""
    cited = dict.fromkeys(citation.passage.source for citation in graph.citations_of(actor) if citation.is_found)
    names = {ARTICLE.sub("", simplify_name(name), count=1) for name in (actor.name, *actor.aliases)}
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    for source_id in cited:
        source = graph.dossier.by_key.get(f"source:{source_id}")
        text = graph.dossier.source_texts.get(source.text or "") if isinstance(source, Source) else None
        if text is None or not reads_words(graph.dossier, source):
            continue
        plain = simplify_name(text.text)
        for match in pattern.finditer(plain):
            before = plain[max(0, match.start() - _CONTEXT) : match.start()].rpartition("\n")[2]
            yield before, plain[match.end() : match.end() + _CONTEXT].partition("\n")[0]


def _has_title(before: str, after: str) -> bool:
    """Return whether a title, or what somebody is, is directly before a name: not `the coach Acme hired`."""
    title = _TITLE.search(before)
    if title is None or (title["noun"] is not None and not is_person_noun(title["noun"])):
        return False
    return _CLOSED.match(after) is not None or (title["article"] is None and title["noun"] is None)


def _person(graph: Graph, actor: Actor, name: str, contexts: list[tuple[str, str]]) -> Iterator[Clue]:
    """Yield what shows that an actor with a name is a person."""
    for role in actor.roles:
        if is_person_noun(_head(role.title)):
            yield Clue(frozenset({"person"}), f"“{role.title}” is a person's role")
    head = _head(name)
    kinds = kinds_of_noun(head)
    if kinds is not None and "person" not in kinds and head.casefold() not in SURNAMES:
        return
    for before, after in contexts:
        words = _words_of_person(name, before, after)
        if words:
            yield Clue(frozenset({"person"}), f"“{words}” is a person")
        elif " " in name and _BYLINE.search(before) and _AFTER_BYLINE.match(after):
            outlets = (other for other in graph.dossier.actors if other.kind == "outlet" and other is not actor)
            is_reporter = any(after.startswith(f", {name}") for outlet in outlets for name in names_of(outlet))
            yield Clue(frozenset({"person"} if is_reporter else {"person", "outlet"}), f"“By {name}” is a byline")


def _words_of_person(name: str, before: str, after: str) -> str:
    """Return the words around a name that are used of a person only, or none."""
    noun = _PERSON_BEFORE.search(before)
    apposition = _apposition(before, after)
    if _has_title(before, after):
        return f"{before.split()[-1]} {name}"
    if noun and is_person_noun(noun["noun"]) and re.match(r"[,.;)]", after):
        return f"{noun['noun']}, {name}"
    if is_person_noun(apposition) and (" " in name or _SENTENCE_START.search(before)):
        return f"{name}, {apposition}"
    detail = _KIN.match(after) or (_AGE.match(after) if " " in name else None)
    return f"{name}{detail[0].strip(',')}" if detail else ""


def _apposition(before: str, after: str) -> str:
    """Return the noun by which the words after a name say what it is: `company` in `Acme, the old company,`."""
    apposition = _APPOSITION.match(after)
    phrase = _NOUN_PHRASE.match(apposition["phrase"]) if apposition and not _PREPOSITION.search(before) else None
    return phrase["noun"] if phrase else ""


def _of_name(name: str) -> Iterator[Clue]:
    """Yield what the last noun of a name says: `University` in `University of Brenn`."""
    head, words = _head(name).casefold(), name.split()
    kinds = kinds_of_noun(head) or frozenset()
    if len(words) > 1 and head in MASTHEADS:
        kinds |= {"outlet", "organization", "group"}
    if not kinds or "person" in kinds or kinds == {"group"} or kinds == {"group", "unit"}:
        return
    first = words[0].casefold()
    is_last = name.endswith(_head(name))
    if (
        head in SURNAMES
        and len(words) > 1
        and is_last
        and first not in _PROPER_ADJECTIVES
        and words[0] not in NATIONALITIES
    ):
        kinds |= {"person"}
    yield Clue(kinds, f"“{_head(name)}” names a {_in_words(kinds)}")


def _find_apposed(contexts: list[tuple[str, str]]) -> Iterator[Clue]:
    """Yield what the words after or before a name say that it is: `Acme, the company,`."""
    for before, after in contexts:
        noun_after = _apposition(before, after)
        kinds = kinds_of_noun(noun_after)
        if kinds and "person" not in kinds and noun_after.islower():
            yield Clue(ANY - {"person"}, f"the texts call it “{noun_after}”")
        noun = _BODY_BEFORE.search(before)
        kinds = kinds_of_noun(noun["noun"]) if noun and re.match(r"[,.;)]|$", after) else None
        if noun and kinds and "person" not in kinds:
            yield Clue(kinds, f"the texts call it “{noun['noun']}”")
        company = _COMPANY.match(after)
        if company:
            yield Clue(ANY - {"person"}, f"it has a “{company[0][3:]}”")


def _of_summary(graph: Graph, actor: Actor) -> Iterator[Clue]:
    """Yield what the beginning of the summary says that the actor is."""
    summary = graph.plain_text(actor.summary)
    if _PERSON_SUMMARY.match(summary):
        yield Clue(frozenset({"person"}), "the summary speaks of a person")
    described = _SUMMARY.match(summary)
    if described:
        head = _head(described["phrase"])
        kinds = kinds_of_noun(head) if head.islower() else None
        if kinds:
            yield Clue(kinds, f"the summary calls it “{described['phrase']}”")


def _is_armed(graph: Graph, actor: Actor, contexts: list[tuple[str, str]]) -> bool:
    near = (f"{before[-50:]} {after[:50]}" for before, after in contexts)
    names = (actor.name, *actor.aliases)
    texts = (*names, graph.plain_text(actor.summary), *near)
    return any(map(_TEAM.search, names)) or any(map(_ARMED.search, texts))


def _in_words(kinds: frozenset[str]) -> str:
    return " or ".join(f"`{kind}`" for kind in sorted(kinds))
