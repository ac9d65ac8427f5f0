"""Read the parts and kinds of names, and the nouns of figures, in a language given by tables."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from babel import Locale

from dossier.detect.attributions import AttributionFinder
from dossier.detect.descriptions import DescriptionReader
from dossier.detect.detectors import FindNames
from dossier.detect.draft_words import DraftWords, NamedKind, NameParts
from dossier.detect.name_mentions import NameMention
from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.quotations import QuotationMention
from dossier.detect.role_words import RoleReader
from dossier.detect.speaker_mentions import SpeakerMentionFinder
from dossier.detect.tabular.draft_tables import WELL_KNOWN_OUTLETS, CountedNounTables, DraftTables, NamePartTables
from dossier.detect.tabular.given_names import GIVEN_NAMES
from dossier.text.spans import Bounds

_NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ"))
"""Codes of the CLDR that stand for none."""
_REACH = 90
"""How far before a name its title and what says its kind may begin, in code points."""
_MAX_NOUN_WORDS = 5
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-Za-z]?[A-ZÀ-Þ]+(?:-[A-Z]{2})?|(?:[A-Z]\.){2,}")
_NEXT_NAME = re.compile(r",\s+(?=[A-ZÀ-ÖØ-Þ])")
_NOUN = re.compile(r"(?:[ \xa0\u202f\n]+|(?<=['’]))(?P<word>[^\W\d_](?:[\w-]*\w)?['’]?)")
_SEPARATOR = re.compile(r"[\s\xa0]+|(?<=['’])|-")


class DraftFinders(NamedTuple):
    """What drafts need to know of a language, and what finds the speakers in it."""

    words: DraftWords
    speakers: SpeakerMentionFinder


def build_draft_finders(
    tables: DraftTables,
    locale: Locale,
    find_sentences: Callable[[str], Iterator[Bounds]],
    find_quotations: Callable[[str], list[QuotationMention]],
    find_names: FindNames,
    notes: frozenset[str],
) -> DraftFinders:
    """Return what finds the speakers, the parts of names and the nouns of figures in a language."""
    countries = {
        name: code
        for code, name in locale.territories.items()
        if code.isalpha() and len(code) == 2 and code not in _NO_COUNTRIES
    }
    more = {name.strip(): code for code, names in tables.names.countries.items() for name in names.split(",")}
    names = _NameReader(tables.names, countries | more)

    def find_split(text: str) -> list[NameMention]:
        parts = (names.split(mention, text) for mention in find_names(text))
        return [NameMention(part.start, part.end, part.name) for part in parts if part]

    speakers = SpeakerMentionFinder(tables.sayings, find_sentences, find_quotations, find_split, notes)
    words = DraftWords(
        split_name=names.split,
        kind_of_name=lambda parts, text, others: names.kind(parts, text, others, speakers),
        country_of=names.countries.get,
        counted_noun=_NounReader(tables.nouns).find,
        small_words=tables.small_words,
        quoting=tables.quoting,
        asides=tables.asides,
        descriptions=DescriptionReader(tables.descriptions),
        attributions=AttributionFinder(tables.reporting, speakers, find_split),
        roles=RoleReader(tables.names.courtesy, tables.names.changing),
    )
    return DraftFinders(words, speakers)


class _NameReader:
    """Reads what is around names."""

    def __init__(self, tables: NamePartTables, countries: Mapping[str, str]) -> None:
        self.countries = countries
        self._cities = tables.cities
        self._article = re.compile(rf"(?<=[^\W\d_A-ZÀ-Þ]\s)(?:{tables.articles})(?:\s|(?<=['’]))$")
        role = rf"(?:(?:{tables.before_role})[ -])*(?:{tables.role})(?: (?:{tables.after_role}))*"
        self._of = re.compile(rf"(?<![\w-])(?P<title>{role} (?:{tables.of}))(?:\s+|(?<=['’]))$")
        capital = r"[A-ZÀ-ÖØ-Þ][\w.-]*"
        office = (
            rf"(?:{tables.of})(?:\s+|(?<=['’]))[\w-]+"
            rf"(?:(?: (?:{tables.joining})(?:\s+|(?<=['’]))[\w-]+)| {capital}| (?:{tables.adjectives}))*"
        )
        full = rf"{role}(?: {office})?(?: (?:{tables.after_role}))*"
        self._before_role = re.compile(rf"[-‑](?:{tables.role})(?!\w)")
        self._ministry = re.compile(rf"(?<!\w)(?:{tables.ministry}) (?:{tables.of})(?:\s+|(?<=['’]))$")
        self._people = re.compile(rf"(?:{tables.people})\s+(?=[A-ZÀ-ÖØ-Þ])")
        self._adjectives = re.compile(rf"(?:\s(?:{tables.adjectives})(?!\w))+")
        self._title = re.compile(rf"(?<![\w-])(?P<title>{full}(?: {role})*)(?:,?\s+)$")
        self._offices = re.compile(rf"(?:{tables.offices})(?!\w)", re.IGNORECASE)
        self._kinds = [(kind, re.compile(rf"(?:{words})(?:{tables.ending})?")) for kind, words in tables.kinds.items()]
        marks = r"[\s\xa0«»„“”\"]*"
        self._named = [
            (kind, re.compile(rf"(?<!\w)(?:{words})(?:(?<=['’])|\s{marks})$")) for kind, words in tables.named.items()
        ]
        self._place_before = re.compile(rf"(?<!\w)(?:{tables.place_before})(?:\s+|(?<=['’]))$", re.IGNORECASE)
        self._person_after = re.compile(tables.person_after)

    def split(self, mention: NameMention, text: str) -> NameParts | None:
        """Return the name without an office that is part of its words, and the title before it."""
        name = " ".join(mention.text.split())
        line = text.rfind("\n", 0, mention.start) + 1
        before = text[max(line, mention.start - _REACH) : mention.start]
        if self._before_role.match(text, mention.end):
            return None
        if self._ministry.search(before) and self._offices.match(name):
            return None
        if self._kind_of_word(name) and (more := self._adjectives.match(text, mention.end)):
            return NameParts(mention.start, more.end(), f"{name}{more[0]}")
        if not before.strip() or before.rstrip().endswith((".", "!", "?", ":")):
            people = self._people.match(mention.text)
            if people and self._kind_of_word(name.split()[0]) is None:
                start = mention.start + people.end()
                return NameParts(start, mention.end, " ".join(text[start : mention.end].split()))
        if article := self._article.search(before):
            start = mention.end - len(mention.text) - len(article[0])
            return NameParts(start, mention.end, f"{article[0]}{name}")
        if office := self._of.search(before):
            inside = self._words_of_office(mention.text)
            if inside:
                rest = mention.start + inside
                whole = f"{before[office.start('title') :]}{mention.text[:inside]}".strip()
                return NameParts(rest, mention.end, text[rest : mention.end], " ".join(whole.split()))
            is_office = _NEXT_NAME.match(text, mention.end) and self._offices.match(name)
            return None if is_office else NameParts(mention.start, mention.end, name)
        title = self._title.search(before)
        inside = self._words_of_party(mention.text) if title else 0
        start, words = mention.start + inside, mention.text[:inside].strip()
        titles = " ".join(f"{title['title']} {words}".split()) if title else ""
        return NameParts(start, mention.end, " ".join(text[start : mention.end].split()), titles)

    def _words_of_office(self, name: str) -> int:
        """Return how much of a name is the office before it: "Defensa" in "Defensa Vladimir Padrino"."""
        for gap in _SEPARATOR.finditer(name):
            following = re.match(r"[^\W\d_]+", name[gap.end() :])
            if following and following[0] in GIVEN_NAMES and gap[0] != "-":
                return gap.end()
        offices, words = self._offices.match(name), name.split()
        if offices and offices.end() < len(name):
            return offices.end() + 1
        is_party = len(words) > 2 and all(word[0].isupper() for word in words) and self._kind_of_word(words[0]) is None
        return len(words[0]) + 1 if is_party else 0

    def _words_of_party(self, name: str) -> int:
        """Return how much of a name is an acronym before it, as in "le député LR Éric Blanc"."""
        first, _, rest = name.partition(" ")
        return len(first) + 1 if " " in rest and _ACRONYM.fullmatch(first) else 0

    def _kind_of_word(self, word: str) -> NamedKind | None:
        return next((kind for kind, pattern in self._kinds if pattern.fullmatch(word.casefold())), None)

    def kind(
        self, parts: NameParts, text: str, others: Sequence[NameParts], speakers: SpeakerMentionFinder
    ) -> NamedKind | None:
        """Return what a name is the name of, by its title, its words and the words around it."""
        words = [word for word in _SEPARATOR.split(parts.name) if word]
        same = [other for other in others if other.name == parts.name]
        if any(other.title for other in same):
            return "person"
        if parts.name in self.countries or parts.name in self._cities:
            return "place"
        if parts.name in WELL_KNOWN_OUTLETS:
            return "outlet"
        befores = [text[max(other.start - _REACH, 0) : other.start].rpartition("\n")[2] for other in same]
        named = [kind for kind, pattern in self._named if any(map(pattern.search, befores))]
        is_person = " " in parts.name and words[0] in GIVEN_NAMES
        inside = [kind for word in (words[0], *words[:0:-1]) if (kind := self._kind_of_word(word))]
        if named or (inside and not is_person):
            return named[0] if named else inside[0]
        if is_person or any(self._person_after.match(text, other.end) for other in same):
            return "person"
        if _ACRONYM.fullmatch(parts.name):
            return "organization"
        says = any(speakers.verb.match(text, other.end + 1) for other in same) or any(
            verb.end() == len(before.rstrip()) for before in befores for verb in speakers.verb.finditer(before)
        )
        is_place = [self._place_before.search(before) is not None for before in befores]
        if not says and 2 * sum(is_place) > len(same):
            return "place"
        has_surname = len(words) > 1 and any(other.name == words[-1] for other in others)
        return "person" if has_surname or (says and len(words) > 1) else None


class _NounReader:
    """Reads the noun after a figure."""

    def __init__(self, tables: CountedNounTables) -> None:
        self._noun = re.compile(tables.noun)
        self._skipped = re.compile(tables.skipped)
        self._adjectives = re.compile(tables.adjectives)
        self._excluded = re.compile(tables.excluded)

    def find(self, text: str, mention: QuantityMention) -> str | None:
        """Return the first noun after a figure, with only adjectives and "of the" between."""
        end, adjective = mention.end, None
        for _ in range(_MAX_NOUN_WORDS):
            match = _NOUN.match(text, end)
            if not match:
                break
            word, end = match["word"], match.end()
            if self._skipped.fullmatch(word):
                adjective = word if self._adjectives.fullmatch(word) else adjective
            elif self._noun.fullmatch(word) and not self._excluded.fullmatch(word):
                return word
            else:
                break
        return adjective
