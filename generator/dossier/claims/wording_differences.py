"""Compare the wording of a statement with its passages: negations, hedges, quantifiers, plans and opposites."""

from collections.abc import Iterator, Sequence

from dossier.claims.reasons import ALIGNED_WEIGHT, LOW_WEIGHT, MIDDLE_WEIGHT, Reason, ReasonKind
from dossier.detect.claim_tables import Word
from dossier.detect.claim_words import OTHER, Claim, ClaimReader, ClaimWord

MIN_SHARE = 0.75
"""The least share of the words around a claim word that both sides have, for these to be aligned."""


CONTEXT_WIDTH = 4
"""How many words before and after one are the words around it."""
NEAR = 8
"""How many words may be between one and another around it."""
STRONGER = {
    "all": ("most", "many", "several", "some", "few", "half"),
    "most": ("several", "some", "few"),
    "many": ("few",),
}
"""Quantifiers that certainly say more than others."""
MAX_PHRASE_LENGTH = 5
"""The most words of a phrase that a reason shows."""
MAX_WORDS = 5
"""The most words without a passage that a reason lists."""
MAX_WEIGHT_OF_WORDS = 0.5


def compare_wording(
    statement: str, passages: Sequence[str], claims: ClaimReader, context: Sequence[str] = ()
) -> Iterator[Reason]:
    """Yield each difference in wording between a statement and all of its passages.

    It may also use what `context` has: the names of those it is about, and the passages of records that it links.
    """
    if statement.endswith("?"):
        return  # A question claims nothing.
    said, wider = claims.read(statement), [claims.read(text) for text in (*passages, *context)]
    yield from _claim_word_differences(claims, said, wider[: len(passages)], wider)
    yield from _find_unmatched(said, wider, "superlative", "superlative")
    yield from _find_unmatched(said, wider, "cause", "cause")
    yield from _find_unmatched(said, wider, "strength", "strength")
    yield from _new_words(claims, said, wider)


def find_contradictions(statement: str, passages: Sequence[str], claims: ClaimReader) -> list[Reason]:
    """Return the differences of `compare_wording` that are contradictions, as the words around are the same."""
    if statement.endswith("?") or not _may_contradict(statement, passages, claims):
        return []
    said, texts = claims.read(statement), [claims.read(passage) for passage in passages]
    return [reason for reason in _claim_word_differences(claims, said, texts, texts) if reason.is_aligned]


def _may_contradict(statement: str, passages: Sequence[str], claims: ClaimReader) -> bool:
    """Return whether there is a claim word or an opposite that `_claim_word_differences` may find a difference in."""
    said, texts = claims.find_signs(statement), [claims.find_signs(passage) for passage in passages]
    return (
        not said.kinds.isdisjoint(("negation", "plan", "quantifier"))
        or not all(text.kinds.isdisjoint(("negation", "hedge", "plan")) for text in texts)
        or any((number, 1 - side) in text.sides for text in texts for number, side in said.sides)
    )


def _claim_word_differences(
    claims: ClaimReader, said: Claim, texts: Sequence[Claim], wider: Sequence[Claim]
) -> Iterator[Reason]:
    yield from _find_dropped(said, texts, wider, "negation", "negation dropped")
    yield from _find_dropped(said, texts, wider, "hedge", "hedge dropped")
    yield from _find_dropped(said, texts, wider, "plan", "plan dropped")
    yield from _find_added(said, texts, wider, "negation", "negation added")
    yield from _find_added(said, texts, wider, "plan", "plan added")
    yield from _quantifiers(said, wider)
    yield from _opposites(claims, said, wider)


def _find_dropped(
    said: Claim, texts: Sequence[Claim], wider: Sequence[Claim], kind: str, reason: ReasonKind
) -> Iterator[Reason]:
    """Yield the claim words of passages which bear on a word of the statement that nothing of the kind bears on there.

    Not if the passages have the word without it too; with little weight if only the context has.
    """
    own = said.of_kind(kind)
    for text in texts:
        covered = said.covered(kind, besides=text)
        for word in text.of_kind(kind):
            if word.group == OTHER or not word.targets or _is_idle(text, word):
                continue
            target = text.words[word.targets[0]].stem
            places = said.find(target)
            if not places or covered & set(places) or _occurs_without(target, kind, texts):
                continue
            is_doubtful = _is_used_otherwise(said, places[0], text, word) or _occurs_without(target, kind, wider)
            is_planned = kind == "plan" and _is_called_planned(said)
            is_aligned = not is_doubtful and not is_planned and _shares_context(said, places[0], text, word.targets[0])
            weight = ALIGNED_WEIGHT if is_aligned else LOW_WEIGHT if is_doubtful or own else MIDDLE_WEIGHT
            message = f"passage says `{_phrase(text, word)}`, statement `{_around(said, places[0])}`"
            yield Reason(reason, message, weight, said.words[places[0]].text, word.text, is_aligned)


def _is_called_planned(claim: Claim) -> bool:
    return any(word.text.casefold() in claim.tables.planned for word in claim.of_kind("plan"))


def _find_added(
    said: Claim, texts: Sequence[Claim], wider: Sequence[Claim], kind: str, reason: ReasonKind
) -> Iterator[Reason]:
    """Yield the claim words of the statement that nothing of the kind in a passage corresponds to.

    With little weight if a word that may do the same or the context corresponds.
    """
    for word in said.of_kind(kind):
        targets = [said.words[target].stem for target in word.targets]
        verb = said.words[word.place].stem if word.group == "refused" else ""
        if word.group == OTHER or _is_idle(said, word) or _is_kept(verb, targets, kind, texts):
            continue
        is_planned = kind == "plan" and any(map(_is_called_planned, texts))
        is_doubtful = is_planned or any(
            index in text.covered(kind, besides=said)
            for text in wider
            for target in targets[:1]
            for index in text.find(target)
        )
        places = [(text, index) for text in texts for index in text.find(targets[0])] if targets else []
        if places:
            is_aligned = not is_doubtful and _is_aligned(said, word, texts)
            weight = ALIGNED_WEIGHT if is_aligned else LOW_WEIGHT if is_doubtful else MIDDLE_WEIGHT
            message = f"statement says `{_phrase(said, word)}`, passage `{_around(*places[0])}`"
            yield Reason(reason, message, weight, word.text, is_aligned=is_aligned)
        elif not any(text.of_kind(kind) for text in texts):
            message = f"statement says `{_phrase(said, word)}`, no passage does"
            yield Reason(reason, message, LOW_WEIGHT, word.text)


def _is_idle(claim: Claim, word: ClaimWord) -> bool:
    """Return whether a claim word bears on a question, as in "did not say who", or is denied: "not possible"."""
    end = word.targets[0] if word.targets else word.place
    asks = any(
        between.simple in (*claim.tables.questions, *claim.tables.relatives)
        for between in claim.words[word.place : end]
    )
    return asks or (word.kind == "hedge" and claim.is_denied(word.place))


def _is_kept(verb: str, targets: Sequence[str], kind: str, texts: Sequence[Claim]) -> bool:
    """Return whether a certain claim word of the kind in a passage does the same as one of the statement.

    A `verb` such as "denies" may be there too, or bear on a word further on: "denies that the police fired".
    """
    reached = targets if verb or any(text.tables.may_deny_subject for text in texts) else targets[:1]
    return (verb != "" and any(text.find(verb) for text in texts)) or any(
        index in text.covered(kind, with_other=False)
        for text in texts
        for target in reached
        for index in text.find(target)
    )


def _occurs_without(stem: str, kind: str, texts: Sequence[Claim]) -> bool:
    """Return whether a word occurs in texts where no claim word of the kind bears on it."""
    return any(index not in text.covered(kind) for text in texts for index in text.find(stem))


def _is_used_otherwise(said: Claim, place: int, text: Claim, word: ClaimWord) -> bool:
    """Return whether the statement denies, asks, wants or names what it does not say with a claim word of a passage."""
    own = said.unshared(word.kind, text)
    is_qualified = any(other.group != OTHER or _comes_before(said, other, place) for other in own)
    is_denied = place in said.covered("negation")
    is_asked = _is_indirect_question(said, place)
    is_wanted = place in said.covered("plan") and word.targets[0] not in text.covered("plan")
    is_named = word.kind == "plan" and said.words[place].simple.endswith(said.tables.noun_endings)
    is_conditional = (
        word.kind == "plan"
        and not said.tables.is_past(said.words[place].text)
        and any(other.simple in said.tables.conditions for other in said.words)
    )
    is_present = (
        word.kind == "plan" and said.tables.future is not None and not said.tables.is_past(said.words[place].text)
    )
    is_open = is_asked or is_conditional or is_present or (word.kind == "negation" and is_wanted)
    return is_qualified or is_denied or is_open or is_named


def _is_indirect_question(claim: Claim, place: int) -> bool:
    """Return whether a word is in a clause such as "why they left", which does not say that they did."""
    clause = claim.words[place].clause
    return any(word.simple in claim.tables.questions for word in claim.words[:place] if word.clause == clause)


def _comes_before(claim: Claim, word: ClaimWord, place: int) -> bool:
    """Return whether a claim word is before a word, in the same clause."""
    return word.place < place and claim.words[word.place].clause == claim.words[place].clause


def _find_unmatched(said: Claim, texts: Sequence[Claim], kind: str, reason: ReasonKind) -> Iterator[Reason]:
    """Yield the claim words of the statement of a kind of which the passages have none."""
    weight = LOW_WEIGHT if kind == "superlative" else MIDDLE_WEIGHT  # The editor may count: "its first sentence".
    if not any(text.of_kind(kind) for text in texts):
        for word in said.of_kind(kind):
            if word.group != OTHER:
                yield Reason(reason, f"statement says `{_phrase(said, word)}`, no passage does", weight, word.text)


def _quantifiers(said: Claim, texts: Sequence[Claim]) -> Iterator[Reason]:
    in_passages = {word.group for text in texts for word in text.of_kind("quantifier")}
    in_statement = {word.group for word in said.of_kind("quantifier")}
    for word in said.of_kind("quantifier"):
        is_asked = word.place > 0 and said.words[word.place - 1].simple in said.tables.how_much
        if word.group in in_passages or is_asked:
            continue
        other = next(
            (
                (text, other) for text in texts for other in text.of_kind("quantifier")
                if other.group not in in_statement and _has_same_target(said, word, text, other)
            ),
            None,
        )  # fmt: skip
        if other:
            message = f"statement says `{_phrase(said, word)}`, passage `{_phrase(*other)}`"
            yield Reason("quantifier", message, ALIGNED_WEIGHT, word.text, other[1].text, is_aligned=True)
        else:
            message = f"statement says `{_phrase(said, word)}`, no passage has `{word.text}`"
            is_likely = bool(in_passages - in_statement) or word.group in ("all", "most")
            yield Reason("quantifier", message, MIDDLE_WEIGHT if is_likely else LOW_WEIGHT, word.text)


def _opposites(claims: ClaimReader, said: Claim, texts: Sequence[Claim]) -> Iterator[Reason]:
    """Yield the words of the statement of which the passages have an opposite, and neither has the other's."""
    in_passages = {
        side: (text, index) for text in reversed(texts) for index, word in enumerate(text.words)
        for side in claims.sides_of(word)
    }  # fmt: skip
    own = {side for word in said.words for side in claims.sides_of(word)}
    for index, word in enumerate(said.words):
        for number, side in claims.sides_of(word):
            opposite = (number, 1 - side)
            if opposite in in_passages and (number, side) not in in_passages and opposite not in own:
                text, place = in_passages[opposite]
                if said.is_denied(index) != text.is_denied(place):
                    continue  # Not guilty is innocent.
                is_aligned = _has_same_neighbours(said, index, text, place)
                message = f"statement says `{word.text}`, passage `{text.words[place].text}`"
                is_near = _has_one_same_neighbour(said, index, text, place)
                weight = ALIGNED_WEIGHT if is_aligned else MIDDLE_WEIGHT if is_near else LOW_WEIGHT
                yield Reason("opposite", message, weight, word.text, text.words[place].text, is_aligned)


def _has_same_neighbours(said: Claim, index: int, text: Claim, place: int) -> bool:
    """Return whether the content words around two words are the same, on the same sides and in the same order.

    The statement may have names and titles that the passage lacks: `President Maduro` for `Maduro`.
    """
    before, after = (
        [own for own in side if text.find(said.words[own].stem) or not said.words[own].text[0].isupper()]
        for side in _neighbours(said, index)
    )
    if said.words[index].simple in said.tables.function_words and not (before and after):
        return False  # What is before what?
    if said.tables.is_verb_last:
        return _has_same_clause([*before, *after], said, text, place)
    found: dict[int, int] = {}
    for own in (*before, *after):
        start, end = (0, place) if own < index else (place + 1, len(text.words))
        others = [other for other in text.find(said.words[own].stem) if start <= other < end]
        if others:
            found[own] = others[0]
    nearest = {*before[-1:], *after[:1]}
    between = range(min((*nearest, index)) + 1, max((*nearest, index)))
    if any(said.words[other].simple in said.tables.comparatives for other in between if other != index):
        return False  # It won fewer seats: it lost seats.
    is_most = len(found) >= MIN_SHARE * len((*before, *after))
    return bool(nearest) and nearest <= found.keys() and is_most and list(found.values()) == sorted(found.values())


def _has_same_clause(near: Sequence[int], said: Claim, text: Claim, place: int) -> bool:
    """Return whether most words near one are in the clause of another, in any order."""
    clause = text.words[place].clause
    found = [
        own for own in near if any(text.words[other].clause == clause for other in text.find(said.words[own].stem))
    ]
    return bool(found) and len(found) >= MIN_SHARE * len(near)


def _has_one_same_neighbour(said: Claim, index: int, text: Claim, place: int) -> bool:
    """Return whether the next content word on one side of two words is the same."""
    pairs = zip(_neighbours(said, index), _neighbours(text, place), (-1, 0), strict=True)
    return any(
        own and other and said.tables.is_same_form(said.words[own[nearest]].stem, text.words[other[nearest]].stem)
        for own, other, nearest in pairs
    )


def _neighbours(claim: Claim, index: int) -> tuple[list[int], list[int]]:
    """Return the indexes of the content words before and after a word, in its clause."""
    clause = claim.words[index].clause
    return (
        claim.contents(index - CONTEXT_WIDTH, index, clause),
        claim.contents(index + 1, index + 1 + CONTEXT_WIDTH, clause),
    )


def _new_words(claims: ClaimReader, said: Claim, texts: Sequence[Claim]) -> Iterator[Reason]:
    """Yield the words of the statement that are in no passage, in any form, except names and words about reports."""
    stems = {word.stem for text in texts for word in text.words}
    own = [word for index, word in enumerate(said.words) if word.has_content and not _is_frame(claims, word, index)]
    is_same = claims.tables.is_same_word
    new = [word for word in own if word.stem not in stems and not any(is_same(word.stem, stem) for stem in stems)]
    if new:
        words = list(dict.fromkeys(word.text for word in new))
        listed = ", ".join(f"`{word}`" for word in words[:MAX_WORDS]) + (" …" if len(words) > MAX_WORDS else "")
        weight = MAX_WEIGHT_OF_WORDS * min(1, len(new) / 4) * len(new) / len(own)
        yield Reason("words", f"in no passage: {listed}", weight, words[0])


def _is_frame(claims: ClaimReader, word: Word, index: int) -> bool:
    """Return whether a word is a name, which other rules check, or says who reports something."""
    return (index > 0 and word.text[0].isupper()) or claims.is_about_reports(word.simple)


def _has_same_target(said: Claim, word: ClaimWord, text: Claim, other: ClaimWord) -> bool:
    if said.tables.is_by_stem:
        is_more = other.group in STRONGER.get(word.group, ())
        firsts = (
            (said.words[word.targets[0]].stem, text.words[other.targets[0]].stem)
            if word.targets and other.targets
            else None
        )
        return is_more and firsts is not None and firsts[0] == firsts[1] and not said.is_denied(word.place)
    return any(
        said.tables.is_same_form(said.words[first].stem, text.words[second].stem)
        for first in word.targets
        for second in other.targets
    )


def _is_aligned(said: Claim, word: ClaimWord, texts: Sequence[Claim]) -> bool:
    """Return whether a passage has what a claim word of the statement bears on, and most words around it."""
    is_elliptical = word.place == 0 or said.words[word.place - 1].clause != said.words[word.place].clause
    if not word.targets or (word.text.casefold() == "not" and is_elliptical):
        return False
    clause = said.words[word.place].clause
    if any(other.simple in said.tables.limits for other in said.words[word.place :] if other.clause == clause):
        return False  # Not inspected since 2011: last inspected in 2011.
    place = word.targets[0]
    is_deed = word.kind == "plan" and said.tables.future is not None
    return any(
        _shares_context(said, place, text, index)
        for text in texts
        for index in text.find(said.words[place].stem)
        if (not is_deed or text.tables.is_past(text.words[index].text))
        and not text.tables.is_infinitive(text.words[index].text)
    )


def _shares_context(said: Claim, place: int, text: Claim, index: int) -> bool:
    """Return whether most content words around a word of the statement, or of the passage, are in the other text."""
    pairs = ((said.context(place), text, index), (text.context(index), said, place))
    return any(len(wanted) > 1 and _share(wanted, other, near) >= MIN_SHARE for wanted, other, near in pairs)


def _share(wanted: Sequence[str], claim: Claim, near: int) -> float:
    """Return the share of words that a text has; in a language without more to tell them by, near another word."""
    is_anywhere = not claim.tables.is_by_stem
    found = ((is_anywhere or abs(place - near) <= NEAR for place in claim.find(stem)) for stem in wanted)
    return sum(map(any, found)) / max(1, len(wanted))


def _phrase(claim: Claim, word: ClaimWord) -> str:
    """Return a claim word with the first word that it bears on, as written, without a long way between them."""
    if not word.targets or abs(word.targets[0] - word.place) > MAX_PHRASE_LENGTH:
        return word.text
    last = claim.words[word.targets[0]]
    if last.start < word.start:  # "kam nicht"
        return claim.text[last.start : word.start + len(word.text)]
    return claim.text[word.start : last.start + len(last.text)]


def _around(claim: Claim, index: int) -> str:
    """Return a word and the one before, as written."""
    first = claim.words[max(0, index - 1)]
    word = claim.words[index]
    return claim.text[first.start if first.clause == word.clause else word.start : word.start + len(word.text)]
