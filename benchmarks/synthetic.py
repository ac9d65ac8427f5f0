"""A synthetic dossier of any size: the same bytes every time, all kinds in the shares of a real one, no findings."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

SHARES = {"source": 3, "actor": 17, "event": 10, "number": 7, "quote": 7, "disagreement": 4, "place": 2}
BLOCK = sum(SHARES.values())
"""The records that stand in one seed."""

RECORD_BYTES = 4096
FEWEST_LINKS, MOST_LINKS = 10, 15
HUBS = 5
"""So many actors of the first seed are named all over the dossier, as the main figures of a story are."""

FIRST_DAY = date(2019, 1, 2)
QUALIFIERS = ("exactly", "more than", "about", "at least", "between", "vague")
TRADES = ("teacher", "driver", "lawyer", "fisher", "nurse", "engineer", "baker", "captain")
VOCABULARY = (
    "water road letter harbour council market bridge window garden morning story border paper village station river "
    "engine winter basket mountain corner office kitchen valley shadow island coffee copper silver forest candle "
    "wagon school summer table evening weather question answer meeting promise journey picture message number supply "
    "tower signal cotton leather barrel pepper mirror hammer ladder rope anchor sail lantern fence meadow orchard "
    "carried opened closed painted repaired followed promised answered crossed gathered listened returned measured "
    "counted refused accepted watched guarded delivered explained remembered planned reported divided offered "
    "old narrow quiet distant broken heavy early northern southern eastern western public empty careful wooden "
    "green yellow patient stubborn honest curious hollow steady modest slow under near behind beyond along across "
    "without toward against around because while although when where that which until before after their its"
)
WORDS = VOCABULARY.split()
REFERENCES = frozenset(
    [
        "to",
        "actor",
        "place",
        "where",
        "counted_by",
        "speaker",
        "publisher",
        "anchor",
        "about",
        "rests_on",
        "addressed_to",
    ]
)
SETTINGS = {
    "title": "A synthetic dossier",
    "language": "en",
    "description": "Made to be measured: nothing in it is true.",
    "organization": "The benchmark",
    "sides": [
        {"id": "north", "name": "The north", "colour": "#1f6f54"},
        {"id": "south", "name": "The south", "colour": "#8a3324"},
    ],
}


class Key(NamedTuple):
    """A record's place in the dossier: its kind, its seed, its number among those of the kind in that seed."""

    kind: str
    block: int
    at: int

    @property
    def serial(self) -> int:
        before = list(SHARES)[: list(SHARES).index(self.kind)]
        return self.block * BLOCK + sum(SHARES[kind] for kind in before) + self.at

    @property
    def name(self) -> str:
        """Two words that no other record has, one in seven with an accent."""
        first, last = _word(self.serial * 31 + 7), _word(self.serial)
        return f"{first} {last[:-1] + 'áéíóú'['aeiou'.index(last[-1])] if self.serial % 7 == 0 else last}"

    @property
    def id(self) -> str:
        plain = self.name.lower().translate(str.maketrans("áéíóú ", "aeiou-"))
        return plain if self.kind in ("actor", "place") else f"{plain}-{self.kind}"

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class Made(NamedTuple):
    """A record, and the paragraphs of the seed that it rests on."""

    fields: dict[str, Any]
    text: str


class Writer:
    """Writes one record with words and links drawn from a generator of its own."""

    def __init__(self, key: Key, blocks: int) -> None:
        self.key, self.blocks, self.draw = key, blocks, Random(str(key))
        self.held = Key("source", key.block, 0)
        self.published = FIRST_DAY + timedelta(key.block)

    def record(self) -> Made:
        """The whole record, as long as RECORD_BYTES, with FEWEST_LINKS to MOST_LINKS links beside its chains'."""
        made: Made = getattr(self, f"_{self.key.kind}")()
        made.fields["about"] = [str(key) for key in self._others(2)]
        fields = made.fields | {"review": "published", "summary": "", "note": ""}
        missing = max(RECORD_BYTES - len(dump(fields)), 400)
        links = max(self.draw.randint(FEWEST_LINKS, MOST_LINKS) - _references(made.fields), 2)
        fields["summary"] = self._prose(missing * 2 // 3, links - links // 3)
        fields["note"] = self._prose(missing // 3, links // 3)
        return Made(fields, made.text)

    def near(self, kind: str, step: int = 1) -> Key:
        """Another record of this seed: of the same kind so many further on, else one drawn."""
        at = self.key.at + step if kind == self.key.kind else self.draw.randrange(SHARES[kind])
        return Key(kind, self.key.block, at % SHARES[kind])

    def words(self, count: int) -> str:
        return " ".join(self.draw.choices(WORDS, k=count))

    def passages(self, sentences: Sequence[str], speaker: Key | None = None) -> list[dict[str, Any]]:
        """The sentences as evidence, some by way of others: of the speaker, where there is one."""
        upstream, told_by = Key("source", self.key.block, 1).id, (speaker or self.near("actor", 4)).id
        chains: tuple[tuple[str, ...], ...] = ((), (upstream,), (upstream, told_by), (told_by,), ("unidentified",))
        return [{"source": self.held.id, "exact": one, "via": list(self.draw.choice(chains))} for one in sentences]

    def _others(self, count: int) -> list[Key]:
        """Records to link to: most of this seed, some of the next ones, some of the story's main figures."""
        found: dict[Key, None] = {}
        while len(found) < count:
            chance = self.draw.random()
            if chance < 0.1:
                other = Key("actor", 0, self.draw.randrange(HUBS))
            else:
                block = self.key.block if chance < 0.8 else (self.key.block + self.draw.randint(1, 3)) % self.blocks
                kind = self.draw.choice(tuple(SHARES))
                other = Key(kind, block, self.draw.randrange(SHARES[kind]))
            if other != self.key:
                found[other] = None
        return list(found)

    def _prose(self, size: int, links: int) -> str:
        """An editor's words, about `size` bytes, with so many cross-links spread over them."""
        linked = [f"[[{key}|{key.name}]]" if key.at % 2 else f"[[{key}]]" for key in self._others(links)]
        sentences: list[str] = []
        room = size - sum(map(len, linked))
        while room > 0 or linked:
            said = self.words(self.draw.randint(8, 16))
            said = f"*{said}*" if self.draw.random() < 0.05 else said
            sentences.append(f"The {said}{' ' + linked.pop() if linked else ''}.")
            room -= len(said) + 6
        return " ".join(sentences)

    def _actor(self) -> Made:
        name, other, place = self.key.name, self.near("actor"), self.near("place")
        sentences = [
            f"{name}, a {self.draw.choice(TRADES)} from {place.name}, {self.words(11)}.",
            f"With {other.name} of the same quarter {name} {self.words(11)}.",
            f"As {name} {self.words(14)}.",
        ]
        fields = {
            "name": name,
            "kind": "person" if self.key.at % 4 else "organization",
            "aliases": [name],
            "side": ("north", "south")[self.key.at % 2],
            "roles": [{"title": self.draw.choice(TRADES), "passages": self.passages(sentences[:1])}],
            "relations": [{"type": "supports", "to": other.id, "passages": self.passages(sentences[1:2])}],
            "passages": self.passages(sentences),
        }
        return Made(fields, " ".join(sentences))

    def _place(self) -> Made:
        name = self.key.name
        sentences = [f"In {name} the {self.words(14)}.", f"From the hills {name} {self.words(13)}."]
        fields = {
            "name": name,
            "aliases": [name],
            "latitude": f"{self.draw.randint(-80, 80)}.5",
            "longitude": f"{self.draw.randint(-170, 170)}.25",
            "precision": "city",
            "passages": self.passages(sentences),
        }
        return Made(fields, " ".join(sentences))

    def _event(self) -> Made:
        actors = [self.near("actor").id for _ in range(3)]
        place, day = self.near("place"), self.published - timedelta(self.draw.randint(1, 6))
        told = f"{day:%A}" if self.key.at % 2 else f"{day:%B} {day.day}, {day.year}"
        sentences = [
            f"On {told} the {self.words(8)} at {place.name} {self.words(5)}.",
            f"The gathering there {self.words(13)}.",
            f"At its end the {self.words(13)}.",
        ]
        basis = {"basis": {"phrase": told, "anchor": str(self.held)}} if self.key.at % 2 else {}
        fields = {
            "title": f"The {self.words(2)} of {self.key.name}",
            "date": day.isoformat(),
            **basis,
            "place": place.id,
            "participants": [{"actor": actor, "role": self.words(2)} for actor in actors],
            "status": ("reported", "announced")[self.key.at % 2],
            "passages": self.passages(sentences),
        }
        return Made(fields, " ".join(sentences))

    def _number(self) -> Made:
        counter, place, value = self.near("actor"), Key("place", self.key.block, 0), 3000 + self.key.serial % 90000
        qualifier = QUALIFIERS[self.key.serial % len(QUALIFIERS)]
        figure, given = _figure(qualifier, value)
        sentences = [
            f"{counter.name} counted {figure} wagons on the road to {place.name} and {self.words(6)}.",
            f"The {self.words(8)} for {figure} wagons of the {self.words(5)}.",
            f"Of these {self.words(6)} spoke {self.near('actor').name} too, with {figure} wagons {self.words(4)}.",
        ]
        fields = {
            **given,
            "qualifier": qualifier,
            "unit": "wagons",
            "measure": {"what": f"wagons on the road to {place.name}", "where": place.id},
            "counted_by": counter.id,
            "status": "reported",
            "passages": self.passages(sentences),
        }
        return Made(fields, " ".join(sentences))

    def _quote(self) -> Made:
        speaker, other = self.near("actor"), self.near("actor")
        said = f"The {self.words(12)}"
        sentences = [
            f"“{said},” {speaker.name} told {other.name} at the {self.words(3)}.",
            f"In the old hall {speaker.name} {self.words(12)}.",
            f"Then the {self.words(13)}.",
        ]
        fields = {
            "words": said,
            "speaker": speaker.id,
            "form": "full",
            "addressed_to": [other.id],
            "passages": self.passages(sentences, speaker),
        }
        return Made(fields, " ".join(sentences))

    def _disagreement(self) -> Made:
        kind = "number" if self.key.at % 2 else "quote"
        apart = self.key.at < 2 and self.blocks > 1
        other = Key(kind, (self.key.block + apart) % self.blocks, self.key.at + 1)
        place = self.near("place").name
        sentences = [f"On this matter in {place} the {self.words(12)}.", f"Others hold that {self.words(14)}."]
        fields = {
            "question": f"Who {self.words(6)} at {self.key.name}?",
            "type": "contradiction",
            "positions": [
                {"statement": self._prose(200, 1), "rests_on": [str(Key(kind, self.key.block, self.key.at))]},
                {"statement": self._prose(200, 1), "rests_on": [str(other)]},
            ],
            "assessment": self._prose(300, 1),
            "confidence": "moderate",
            **({} if apart else {"same_origin": f"The {self.words(12)}."}),
            "passages": self.passages(sentences),
        }
        return Made(fields, " ".join(sentences))

    def _source(self) -> Made:
        return self._held() if self.key == self.held else self._not_held()

    def _held(self) -> Made:
        title, day = f"The {self.words(5)} of {self.key.name}", self.published
        printed = f"{day:%B} {day.day}, {day.year}"
        caption = f"Pictured is {self.key.name}, where the {self.words(12)}."
        fields = {
            "title": title,
            "kind": "news",
            "publisher": self.near("actor").id,
            "published": {"date": day.isoformat()},
            "url": f"https://example.org/{self.key.id}",
            "text": seed_name(self.key.block),
            "rests_on": [Key("source", self.key.block, at).id for at in (1, 2)],
            "grade": {"letter": "C", "reason": self._prose(200, 1)},
            "excluded": [{"starts": caption, "ends": caption, "kind": "caption", "reason": f"The {self.words(8)}."}],
            "rights": {"show": ("whole", "excerpts")[self.key.block % 2], "statement": f"The {self.words(12)}."},
            "passages": [{"source": self.key.id, "exact": one} for one in (title, f"Published {printed}")],
        }
        uncited = "\n\n".join(f"The {self.words(60)}." for _ in range(4))
        return Made(fields, f"{title}\n\nPublished {printed}\n\n{uncited}\n\n{caption}")

    def _not_held(self) -> Made:
        sentences = [f"The record of {self.key.name} {self.words(12)}.", f"It also {self.words(14)}."]
        fields = {
            "title": f"The record of {self.key.name}",
            "kind": "report",
            "publisher": self.near("actor").id,
            "grade": {"letter": "F", "reason": f"The {self.words(12)}."},
            "passages": self.passages(sentences),
        }
        return Made(fields, " ".join(sentences))


def make(root: Path, size: int, pages: Path, *, coverage: bool = True) -> None:
    """Write a dossier of `size` records below `root`, with the hand-written `pages`; `coverage` is its policy.

    Raises ValueError for a size that is no multiple of BLOCK.
    """
    if size <= 0 or size % BLOCK:
        raise ValueError(f"{size} records: sizes are multiples of {BLOCK}, which stand in one seed")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(pages, root / "content" / "pages")
    (root / "seeds").mkdir()
    settings = SETTINGS | {"policy": {"coverage": "true" if coverage else "false"}}
    (root / "content" / "dossier.yml").write_text(dump(settings), "utf-8")
    for block in range(size // BLOCK):
        _write_block(root, block, size // BLOCK)


def _write_block(root: Path, block: int, blocks: int) -> None:
    made = {key: Writer(key, blocks).record() for key in keys(block)}
    data = "".join(f"{one.text}\n\n" for one in made.values()).encode()
    (root / "seeds" / seed_name(block)).write_bytes(data)
    made[Key("source", block, 0)].fields["sha256"] = hashlib.sha256(data).hexdigest()
    for key, one in made.items():
        file = root / "content" / f"{key.kind}s" / f"{key.id}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(dump(one.fields), "utf-8", newline="\n")


def keys(block: int) -> Iterator[Key]:
    """The records that stand in one seed."""
    return (Key(kind, block, at) for kind, share in SHARES.items() for at in range(share))


def seed_name(block: int) -> str:
    return f"text-{block:04}.txt"


def dump(fields: dict[str, Any]) -> str:
    return yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)


def _word(number: int) -> str:
    """A word of three or more syllables for a number below 512,000; no two are the same."""
    scattered, letters = number * 7919 % 512_000, ""
    for _ in range(3):
        scattered, syllable = divmod(scattered, 80)
        letters += "bdfgklmnprstvzhj"[syllable // 5] + "aeiou"[syllable % 5]
    return letters.capitalize()


def _figure(qualifier: str, value: int) -> tuple[str, dict[str, Any]]:
    """A figure as written, and the fields that say it."""
    if qualifier == "between":
        return f"between {value:,} and {value + 500:,}", {"min": value, "max": value + 500}
    if qualifier == "vague":
        return "thousands of", {"words": "thousands"}
    return f"{value:,}" if qualifier == "exactly" else f"{qualifier} {value:,}", {"value": value}


def _references(value: object, key: str = "") -> int:
    """The links that the fields hold already; a passage's own source and chain are not counted."""
    if isinstance(value, dict):
        return sum(_references(inner, name) for name, inner in value.items())
    if isinstance(value, list):
        return sum(_references(inner, key) for inner in value)
    return int(key in REFERENCES) + str(value).count("[[")
