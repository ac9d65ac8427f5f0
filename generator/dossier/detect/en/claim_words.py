"""How English words decide the strength of a claim: their forms, and the tables of the lexicon."""

import re
from collections.abc import Mapping
from functools import cache

from dossier.detect.claim_tables import ClaimTables, WordForm
from dossier.detect.claim_words import ClaimReader
from dossier.detect.en.lexicon import (
    CLAIM_WORDS,
    COMMON_WORDS,
    IRREGULAR_VERBS,
    NO_NEGATION,
    OPPOSITES,
    REPORTING_WORDS,
    SAYING_WORDS,
)
from dossier.detect.en.word_forms import FUNCTION_WORDS, is_same_word, simplify_word

_DOUBLED = re.compile(r"(?<=([bdglmnprt]))\1(?=(?:ed|ing)$)")
_ENDED_IN_Y = re.compile(r"(?<=[bcdfghjklmnprstvz])(?:ied|ies)$")
_BRITISH = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations)$)")
_MONTH = re.compile(r"\bMay\b")
_FRAME_TEXT = """
    headline headlines heading headings post posts caption captions video quotation quotations citing cites readers
    article's author's writer's commented credits credit gives spells lists names title titles phrase term wording
    paragraph sentence line site page says agency relaying quoting besides according
"""


def is_same_form(first: str, second: str) -> bool:
    """Return whether two stems are those of one word: `admit` and `admitted`."""
    if is_same_word(first, second):
        return True
    shorter, longer = sorted((_ENDED_IN_Y.sub("y", _DOUBLED.sub("", word)) for word in (first, second)), key=len)
    is_inflected = longer[: len(shorter)] == shorter and longer[len(shorter) :] in ("", "s", "d", "es", "ed", "ing")
    return len(shorter) > 2 and (is_inflected or is_same_word(shorter, longer))


def _form(word: str) -> WordForm:
    """Return a word in lower case, and its stem: of a verb its first form, in American spelling."""
    simple = simplify_word(word).replace("’", "'")
    return WordForm(simple, _BRITISH.sub("iz", _irregular().get(simple, simple)).replace("defence", "defense"))


@cache
def _irregular() -> Mapping[str, str]:
    """Return the first form of each form of an irregular verb, with "re" before it too: `rebuilt` is `rebuild`."""
    groups = [group.split() for group in IRREGULAR_VERBS.split(";")]
    repeated = {f"re{form}": f"re{group[0]}" for group in groups for form in group}
    return repeated | {form: group[0] for group in groups for form in group}


def _is_past(word: str) -> bool:
    """Return whether a word is the past form of a verb: `resigned`, `bought`."""
    simple = word.casefold()
    return simple.endswith("ed") or (not simple.endswith(("s", "ing")) and _irregular().get(simple, simple) != simple)


def _ending_forms(word: str) -> list[str]:
    """Return the forms of a word: `deny` is deny, denies, denied, denying."""
    base = word[:-1] if word.endswith("e") else word
    forms = [word, f"{word}s", f"{word}es", f"{base}ed", f"{base}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"]
    if word.endswith("y"):
        forms += [f"{word[:-1]}ies", f"{word[:-1]}ied"]
    return forms


CLAIMS = ClaimReader(
    ClaimTables(
        claim_words=CLAIM_WORDS,
        opposites=OPPOSITES,
        form=_form,
        is_same_form=is_same_form,
        is_same_word=is_same_word,
        ending_forms=_ending_forms,
        is_past=_is_past,
        function_words=FUNCTION_WORDS,
        without_content=COMMON_WORDS | {"theirs", "mine", "still"},
        reporting=REPORTING_WORDS,
        framing=frozenset(_FRAME_TEXT.split()),
        saying=re.compile("|".join(SAYING_WORDS.split())),
        idle=(("negation", "", NO_NEGATION), ("hedge", "May", _MONTH), ("plan", "May", _MONTH)),
        clause_openers=frozenset(("which", "because", "but", "while", "although", "though", "whereas", "unless")),
        only=("only", "just"),
        questions=("what", "why", "how", "whether", "if"),
        relatives=("who", "which"),
        how_much=("how",),
        conditions=("if", "unless"),
        exceptions=("unless",),
        comparatives=("fewer", "less", "more"),
        limits=("since", "until", "till", "before", "yet"),
        planned=(
            "planned",
            "expected",
            "due",
            "scheduled",
            "intended",
            "proposed",
            "promised",
            "pledged",
            "upcoming",
        ),
        noun_endings=("tion", "sion", "ment", "ance", "ence", "al", "ing", "ure", "ity"),
        contraction=re.compile("n't$"),
        before_infinitive="to",
    )
)
