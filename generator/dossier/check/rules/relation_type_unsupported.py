"""A passage of a relation must have a word for its type, unless its `basis` explains how the relationship follows.

Passes: `type: leads`, where a passage has `Eva Holm, who leads the dockers` or `the dockers' leader, Eva Holm`.
Fails:  `type: supports` for the same passage; `The port is part of the city` as a relation of the city to the port;
    `recognises` for `no longer recognises`; `supports` for `who want help in a revolt against Brandt`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.check.names import short_name_pattern, simplify_name
from dossier.detect.languages import prose_detectors, source_detectors
from dossier.detect.relation_words import RelationWords
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
_SPECIFIC: tuple[RelationType, ...] = ("part of", "leads", "opposes", "publishes", "holds responsible", "loyal to")
"""The types whose words mean little else."""
_RELAYING = ("outlet", "person", "organization")
"""The kinds of actor that relay what others say."""
_TO_BODIES = ("member of", "part of", "leads", "publishes")
"""The types that are to anything but a single person."""


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for index, relation in enumerate(actor.relations):
            other = graph.dossier.by_key.get(f"actor:{relation.to}")
            if not isinstance(other, Actor) or other is actor or not graph.citations_in(actor, "relations", index):
                continue
            if not _fits(graph, relation, actor, other):
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


class _Text(NamedTuple):
    """A simplified text, and the words for relations in its language."""

    text: str
    words: RelationWords


def _passages(graph: Graph, actor: Actor, index: int) -> list[_Text] | None:
    """Return the passages of a relation; None if one is in a language whose words for relations are not known."""
    found = [citation for citation in graph.citations_in(actor, "relations", index) if citation.is_found]
    texts = []
    for citation in found:
        detectors = source_detectors(graph.dossier, graph.source_of(citation))
        if detectors is None or detectors.relations is None:
            return None
        texts.append(_Text(simplify_name(graph.passage_text(citation)), detectors.relations))
    return texts


def _basis(graph: Graph, relation: Relation) -> _Text | None:
    """Return the basis of a relation; None if it has none, or the dossier's words for relations are not known."""
    detectors = prose_detectors(graph.dossier)
    if relation.basis is None or detectors is None or detectors.relations is None:
        return None
    return _Text(simplify_name(graph.plain_text(relation.basis)), detectors.relations)


def _is_reversed(graph: Graph, actor: Actor, index: int, other: Actor) -> bool:
    """Return whether the passages say in so many words that the other is, or does, it; and none that this one does."""
    relation = actor.relations[index]
    if relation.basis is not None:
        return False
    passages = [
        (text, words.directed[relation.type])
        for text, words in _passages(graph, actor, index) or ()
        if relation.type in words.directed
    ]
    if not any(re.search(words, text, re.IGNORECASE) for text, words in passages):
        return False
    return _says(passages, other, actor) and not _says(passages, actor, other)


def _says(passages: list[tuple[str, str]], subject: Actor, object_: Actor) -> bool:
    return any(
        re.search(rf"{short_name_pattern(subject)}{words}{short_name_pattern(object_)}", text, re.IGNORECASE)
        for text, words in passages
    )


def _fits(graph: Graph, relation: Relation, actor: Actor, other: Actor) -> bool:
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
        basis = _basis(graph, relation)
        return relation.basis is not None and (basis is None or _has_words("relays", basis))
    return relation.type not in _TO_BODIES or other.kind != "person"


def _is_supported(graph: Graph, actor: Actor, index: int, other: Actor) -> bool:
    relation = actor.relations[index]
    passages, basis = _passages(graph, actor, index), _basis(graph, relation)
    if passages is None or (basis is None and relation.basis is not None):
        return True
    if basis is not None:
        if _has_words(relation.type, basis):
            return True
        if any(_has_words(other_type, basis) for other_type in _SPECIFIC if other_type != relation.type):
            return False  # The basis explains a relation of another type.
    return any(
        _has_words(relation.type, text) and not _says_opposite(relation.type, text, actor, other) for text in passages
    )


def _has_words(relation_type: RelationType, text: _Text) -> bool:
    """Return whether a text has a word for a type, for one of assent without a "not" before or after it."""
    return any(True for _ in _find_words(relation_type, text))


def _find_words(relation_type: RelationType, text: _Text) -> Iterator[re.Match[str]]:
    for match in text.words.beginnings[relation_type].finditer(text.text):
        if relation_type not in _ASSENT or not _is_denied(match.start(), text):
            yield match


def _is_denied(start: int, text: _Text) -> bool:
    """Return whether the word that begins there is taken back by those before or after it."""
    after = text.words.denied_after
    is_denied_before = text.words.denied.search(text.text[max(0, start - 30) : start]) is not None
    return is_denied_before or (after is not None and after.match(text.text, start) is not None)


def _says_opposite(relation_type: RelationType, text: _Text, actor: Actor, other: Actor) -> bool:
    """Return whether a word of dissent is nearest to the name of the other: "who want help in a revolt against Maduro".

    It may be somebody else's if the word of assent is right beside the actor's name.
    """
    if relation_type not in _ASSENT:
        return False
    names, own_names = (list(re.finditer(short_name_pattern(party), text.text)) for party in (other, actor))
    words = list(_find_words(relation_type, text))
    if not names or any(_distance(word, name) <= _BESIDE for word in words for name in own_names):
        return False
    nearest = min(_distance(word, name) for word in words for name in names)
    opposites = (match for opposite in _DISSENT for match in _find_words(opposite, text))
    return any(_distance(word, name) < nearest for word in opposites for name in names)


def _distance(word: re.Match[str], name: re.Match[str]) -> int:
    """Return the number of characters between a word and a name, in whichever order."""
    return max(name.start() - word.end(), word.start() - name.end())
