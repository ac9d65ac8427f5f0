"""A passage of a relation must have a word for its type, unless its `basis` explains how the relationship follows.

Passes: `type: leads`, where a passage has `Eva Holm, who leads the dockers` or `the dockers' leader, Eva Holm`.
Fails:  `type: supports` for the same passage; `The port is part of the city` as a relation of the city to the port;
    `recognises` for `no longer recognises`; `supports` for `who want help in a revolt against Brandt`.
"""

import re
from collections.abc import Iterator
from functools import cache

from dossier.check.names import short_name_pattern, simplify_name
from dossier.detect.en.lexicon import RELATION_WORDS
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor, Relation, RelationType

ID = "relation-type-unsupported"

_OF_PEOPLE = ("works for", "family of")
"""The types that only people have."""
_TO_PEOPLE = ("family of",)
"""The types that are to people only."""
_ASSENT: tuple[RelationType, ...] = ("supports", "recognises", "loyal to")
_DISSENT: tuple[RelationType, ...] = ("opposes", "does not recognise", "holds responsible")
_BESIDE = 15
"""The most characters between a name and a word beside it."""
_DENIED = re.compile(r"\b(?:no longer|not|never|n['’]t|refus\w* to|declin\w* to|stop\w*) (?:\w+ )?$", re.IGNORECASE)
"""What takes back a word of assent right after it: "no longer recognised"."""
_SPECIFIC: tuple[RelationType, ...] = ("part of", "leads", "opposes", "publishes", "holds responsible", "loyal to")
"""The types whose words mean little else."""
_LINK = r",? (?:who |which |that )?"
_THEN = r" (?!by\b)(?:(?:the|a|an|its|his|her|their|new|own) |[^\W\d_]+(?:'s|s') )*"
_IS_OF = (
    rf"{_LINK}(?:is|are|was|were|remains?|became) (?:(?:a|an|the|now|also) )*(?:[^\W\d_]+ )?"
    rf"(?:part|member|members|branch|unit|division|arm|wing|department|subsidiary) of{_THEN}"
)
_DIRECTED: dict[RelationType, str] = {
    "part of": _IS_OF,
    "member of": _IS_OF,
    "leads": rf"{_LINK}(?:leads?|led|heads?|headed|chairs?|chaired|runs?|ran|commands?|commanded){_THEN}",
    "publishes": rf"{_LINK}(?:publish(?:es|ed)?|owns?|owned){_THEN}",
    "recognises": rf"{_LINK}(?:(?:has|have|had) )?recogni[sz](?:es?|ed){_THEN}",
    "supports": rf"{_LINK}(?:(?:has|have|had) )?(?:supports?|supported|backs?|backed|endorses?|endorsed){_THEN}",
    "opposes": rf"{_LINK}(?:(?:has|have|had) )?(?:opposes?|opposed|criticises?|criticised|denounced?|condemned){_THEN}",
}
"""What is between two names if the first is, or does, it to the second."""
_RELAYING = ("outlet", "person", "organization")
"""The kinds of actor that relay what others say."""
_TO_BODIES = ("member of", "part of", "leads", "publishes")
"""The types that are to anything but a single person."""


@cache
def _words_of(relation_type: RelationType) -> re.Pattern[str]:
    beginnings = (word.replace("_", " ") for word in RELATION_WORDS[relation_type].split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(beginnings)})", re.IGNORECASE)


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for index, relation in enumerate(actor.relations):
            other = graph.dossier.by_key.get(f"actor:{relation.to}")
            if not isinstance(other, Actor) or other is actor or not graph.citations_in(actor, "relations", index):
                continue
            if not _fits(relation, actor, other):
                parties = f"actors of the kinds `{actor.kind}` and `{other.kind}`"
                advice = "; correct one, or explain it in `basis`" if relation.type == "relays" else ""
                message = f"`{relation.type}` does not fit {parties}{advice}"
                yield Finding(actor.location("relations", index, "type"), ID, message)
            elif not _is_supported(graph, actor, index, other):
                message = (
                    f"no passage of this relation has a word for `{relation.type}`; cite one, or use one in `basis`"
                )
                yield Finding(actor.location("relations", index, "type"), ID, message)
            elif _is_reversed(graph, actor, index, other):
                message = (
                    f"the passage says it of {other.label}: write this relation in `{other.key}`, or explain in `basis`"
                )
                yield Finding(actor.location("relations", index, "to"), ID, message)


def _is_reversed(graph: Graph, actor: Actor, index: int, other: Actor) -> bool:
    """Return whether the passages say in so many words that the other is, or does, it; and none that this one does."""
    relation = actor.relations[index]
    words = _DIRECTED.get(relation.type)
    if words is None or relation.basis is not None:
        return False
    found = [citation for citation in graph.citations_in(actor, "relations", index) if citation.is_found]
    texts = [simplify_name(graph.passage_text(citation)) for citation in found]
    if not any(re.search(words, text, re.IGNORECASE) for text in texts):
        return False
    return _says(texts, other, words, actor) and not _says(texts, actor, words, other)


def _says(texts: list[str], subject: Actor, words: str, object_: Actor) -> bool:
    pattern = rf"{short_name_pattern(subject)}{words}{short_name_pattern(object_)}"
    return any(re.search(pattern, text, re.IGNORECASE) for text in texts)


def _fits(relation: Relation, actor: Actor, other: Actor) -> bool:
    """Return whether two actors of these kinds can have such a relation; a basis may say why a group relays a report.

    Nor is anything part of a person, whatever a basis says.
    """
    is_of_person, is_to_person = (party.kind in ("person", "group") for party in (actor, other))
    if relation.type in _OF_PEOPLE and not is_of_person:
        return False
    if relation.type in _TO_PEOPLE and not is_to_person:
        return False
    if relation.type == "leads" and actor.kind == "outlet":
        return False
    if relation.type == "relays" and actor.kind not in _RELAYING:
        return relation.basis is not None and _words_of("relays").search(relation.basis) is not None
    return relation.type not in _TO_BODIES or other.kind != "person"


def _is_supported(graph: Graph, actor: Actor, index: int, other: Actor) -> bool:
    relation = actor.relations[index]
    found = [citation for citation in graph.citations_in(actor, "relations", index) if citation.is_found]
    if not all(reads_words(graph.dossier, graph.source_of(citation)) for citation in found):
        return True  # The words for a type are known in English only.
    passages = [simplify_name(graph.passage_text(citation)) for citation in found]
    basis = simplify_name(graph.plain_text(relation.basis or ""))
    if _has_words(relation.type, basis):
        return True
    if any(_has_words(other_type, basis) for other_type in _SPECIFIC if other_type != relation.type):
        return False  # The basis explains a relation of another type.
    return any(
        _has_words(relation.type, text) and not _says_opposite(relation.type, text, actor, other) for text in passages
    )


def _has_words(relation_type: RelationType, text: str) -> bool:
    """Return whether a text has a word for a type, for one of assent without a "not" before it."""
    return any(True for _ in _find_words(relation_type, text))


def _find_words(relation_type: RelationType, text: str) -> Iterator[re.Match[str]]:
    for match in _words_of(relation_type).finditer(text):
        if relation_type not in _ASSENT or not _DENIED.search(text[max(0, match.start() - 30) : match.start()]):
            yield match


def _says_opposite(relation_type: RelationType, text: str, actor: Actor, other: Actor) -> bool:
    """Return whether a word of dissent is nearest to the name of the other: "who want help in a revolt against Maduro".

    It may be somebody else's if the word of assent is right beside the actor's name.
    """
    if relation_type not in _ASSENT:
        return False
    names, own_names = (list(re.finditer(short_name_pattern(party), text)) for party in (other, actor))
    words = list(_find_words(relation_type, text))
    if not names or any(_distance(word, name) <= _BESIDE for word in words for name in own_names):
        return False
    nearest = min(_distance(word, name) for word in words for name in names)
    opposites = (match for opposite in _DISSENT for match in _find_words(opposite, text))
    return any(_distance(word, name) < nearest for word in opposites for name in names)


def _distance(word: re.Match[str], name: re.Match[str]) -> int:
    """Return the number of characters between a word and a name, in whichever order."""
    return max(name.start() - word.end(), word.start() - name.end())
