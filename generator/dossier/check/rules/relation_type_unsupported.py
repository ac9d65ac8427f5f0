"""A passage of a relation must have a word for its type, unless its `basis` explains how the relationship follows.

Passes: `type: leads`, where a passage has `Eva Holm, who leads the dockers` or `the dockers' leader, Eva Holm`.
Fails:  `type: supports` for the same passage.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dossier.check.names import simplify_name
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor, RelationType

ID = "relation-type-unsupported"

_TYPE_WORDS: Mapping[RelationType, str] = {
    "recognises": "recogni[sz] acknowledg accept",
    "does not recognise": "unrecogni[sz] non-recognition withdr refus declin den(?:y|ie) reject (?:not|never|longer)\\b.*\\brecogni[sz]",
    "loyal to": "loyal allegian alleg faithful oath sworn obey (?:stands?|stood)_by side[sd]?_with stick",
    "opposes": """
        oppos against oust overthr[eo]w toppl unseat rival critic accus reject denounc condemn protest revolt rebel
        (?:rise|rose|risen|rising)_up uprising warn threat challeng resign step_down dictator tyrant enem adversar blam
        complain sanction resist sever broke_off cut_off boycott foe fight fought object disput contradict deplor sue[sd]?\\b
        lawsuit ultimatum no_longer
    """,
    "supports": """
        support back(?:s|ed|ing)?\\b all(?:y|ies|ied)\\b endors favou?r(?:s|ed|ing)?\\b help assist behind sympathi[sz] urg defend
        approv prais fund financ champion advocat side[sd]?_with pro- welcom prop(?:s|ped|ping)?\\b report_to
        recogni[sz]
    """,
    "member of": "member belong join seat veto- party in_the_\\w+_group",
    "part of": "part_of branch division arm_of unit wing within belong department office officials? senior staff in_the",
    "leads": "lead led\\b head chief chair president director founder executive command boss captain mayor run[s]?\\b ran\\b charge rule",
    "speaks for": "spokes speak spoke behalf represent press_secretary envoy lawyer attorney",
    "holds responsible": "responsib blam accus fault caus culpab guilt because due_to",
    "relays": """
        according report said says told quot cit(?:e|ing) interview wrote writes spoke via contribut relay excerpt announc
        describ
    """,
    "publishes": "publish print issue own(?:s|ed|er|ers)\\b copyright founded",
    "works for": """
        advis aide ambassador analyst assistant attach boss captain clerk colonel columnist consultant contributor
        coordinat correspondent deputy diplomat editor employ engineer envoy executive fellow freelance hired journalist
        lawyer manager minister officer photograph police producer professor reporter researcher secretary sergeant serv
        spokes staff work writer writes_for
    """,
    "family of": """
        father mother parent son[s]?\\b daughter child brother sister sibling husband wife wives married spouse uncle aunt
        cousin nephew niece grand widow in-law family relative fianc partner twin heir
    """,
    "in contact with": """
        contact touch told tell talk spoke speak met\\b meet call phone wrote write letter sent send show interview messag
        connect e-?mail link negotiat correspond answer ask visit discuss text(?:ed|s)\\b
    """,
}
"""For each type, the beginnings of the words by which texts say it, as patterns; `_` is a space."""

_OF_PEOPLE = ("works for", "family of")
_TO_PEOPLE = ("family of",)
_TO_BODIES = ("member of", "part of", "leads", "publishes")
"""The types that only people have, that are to people, and that are to anything but a single person."""


@cache
def _words_of(relation_type: RelationType) -> re.Pattern[str]:
    beginnings = (word.replace("_", " ") for word in _TYPE_WORDS[relation_type].split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(beginnings)})", re.IGNORECASE)


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for index, relation in enumerate(actor.relations):
            location = actor.location("relations", index, "type")
            other = graph.dossier.by_key.get(f"actor:{relation.to}")
            if not isinstance(other, Actor) or other is actor or not graph.citations_in(actor, "relations", index):
                continue
            if not _fits(relation.type, actor, other):
                message = f"`{relation.type}` does not fit a {actor.kind} and a {other.kind}; correct one of them"
                yield Finding(location, ID, message)
            elif not _is_supported(graph, actor, index):
                message = (
                    f"no passage of this relation has a word for `{relation.type}`; cite one, or use one in `basis`"
                )
                yield Finding(location, ID, message)


def _fits(relation_type: RelationType, actor: Actor, other: Actor) -> bool:
    """Return whether two actors of these kinds can have such a relation."""
    is_of_person, is_to_person = (party.kind in ("person", "group") for party in (actor, other))
    if relation_type in _OF_PEOPLE and not is_of_person:
        return False
    if relation_type in _TO_PEOPLE and not is_to_person:
        return False
    return relation_type not in _TO_BODIES or other.kind != "person"


def _is_supported(graph: Graph, actor: Actor, index: int) -> bool:
    words = _words_of(actor.relations[index].type)
    found = (citation for citation in graph.citations_in(actor, "relations", index) if citation.is_found)
    passages = map(graph.passage_text, found)
    basis = graph.plain_text(actor.relations[index].basis or "")
    return any(words.search(simplify_name(text)) for text in (*passages, basis))
