"""A synthetic dossier of any size: always the same bytes, with the proportions of a real one and without findings."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

SHARES = {"source": 3, "actor": 17, "event": 10, "number": 7, "quote": 7, "disagreement": 4, "place": 2}
LABELS = ("first", "second", "third", "fourth")
"""The labels of the passages of a record."""
RECORDS_PER_TEXT = sum(SHARES.values())
"""The number of records whose passages are in one source text; they are a block."""

RECORD_BYTES = 4096
MIN_LINKS, MAX_LINKS = 10, 15
HUBS = 5
"""The number of actors of the first block that the whole dossier refers to, like the main figures of a story."""

FIRST_DAY = date(2019, 1, 2)
QUALIFIERS = ("exactly", "more than", "about", "at least", "between", "vague")
TRADES = ("teacher", "driver", "lawyer", "fisher", "nurse", "engineer", "baker", "captain")
VOCABULARY = (
    "water road letter harbour council market bridge window garden pasture story border paper village station river "
    "engine winter basket mountain corner office kitchen valley shadow island coffee copper silver forest candle "
    "wagon school summer table cottage weather question answer meeting voyage journey picture message number supply "
    "tower signal cotton leather barrel pepper mirror hammer ladder rope anchor sail lantern fence meadow orchard "
    "carried framed polished painted repaired followed admired answered crossed gathered listened returned measured "
    "counted inspected collected watched guarded delivered explained remembered sketched reported divided mended "
    "old narrow quiet distant broken heavy rainy grassy wooded sandy stony dusty empty careful wooden "
    "green yellow patient stubborn honest curious hollow steady modest slow beside behind beyond along across "
    "through toward upon amongst because while although when where that which until during amid their its"
)
"""Words of which none is the opposite of another, or denies or limits anything: a statement is a random choice."""
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
    "description": "Generated for benchmarks: nothing in it is true.",
    "format": "2",
    "organization": "The benchmark",
    "sides": [
        {"id": "north", "name": "The north", "colour": "#1f6f54"},
        {"id": "south", "name": "The south", "colour": "#8a3324"},
    ],
}


class Key(NamedTuple):
    """The identity of a record: its kind, its block, and its index among the records of its kind in the block."""

    kind: str
    block: int
    index: int

    @property
    def serial(self) -> int:
        before = list(SHARES)[: list(SHARES).index(self.kind)]
        return self.block * RECORDS_PER_TEXT + sum(SHARES[kind] for kind in before) + self.index

    @property
    def name(self) -> str:
        """Two words that no other record has; every seventh name has an accent."""
        first, last = _word(self.serial * 31 + 7), _word(self.serial)
        return f"{first} {last[:-1] + 'áéíóú'['aeiou'.index(last[-1])] if self.serial % 7 == 0 else last}"

    @property
    def id(self) -> str:
        plain = self.name.lower().translate(str.maketrans("áéíóú ", "aeiou-"))
        return plain if self.kind in ("actor", "place") else f"{plain}-{self.kind}"

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class SyntheticRecord(NamedTuple):
    """The fields of a record, and the paragraph of the source text with its passages."""

    fields: dict[str, Any]
    text: str


class RecordWriter:
    """Writes one record, with words and links drawn from a random generator seeded by its key."""

    def __init__(self, key: Key, blocks: int) -> None:
        self.key, self.blocks, self.random = key, blocks, Random(str(key))
        self.text_source = Key("source", key.block, 0)
        self.published = FIRST_DAY + timedelta(key.block)

    def write(self) -> SyntheticRecord:
        """Return the record: about RECORD_BYTES, with MIN_LINKS to MAX_LINKS links besides those of attributions."""
        record: SyntheticRecord = getattr(self, f"_{self.key.kind}")()
        record.fields["about"] = [str(key) for key in self._others(2)]
        fields = record.fields | {"review": "published", "summary": "", "note": ""}
        missing = max(RECORD_BYTES - len(dump_yaml(fields)), 400)
        links = max(self.random.randint(MIN_LINKS, MAX_LINKS) - _count_references(record.fields), 2)
        labels = [passage["label"] for passage in record.fields["passages"]]
        fields["summary"] = _mark_statements(self._sentences(missing * 2 // 3, links - links // 3), labels)
        fields["note"] = self._prose(missing // 3, links // 3)
        return SyntheticRecord(fields, record.text)

    def near(self, kind: str, step: int = 1) -> Key:
        """Return another record of the block: `step` further on in the same kind, random in another kind."""
        index = self.key.index + step if kind == self.key.kind else self.random.randrange(SHARES[kind])
        return Key(kind, self.key.block, index % SHARES[kind])

    def words(self, count: int) -> str:
        """Return random words, separated by spaces."""
        return " ".join(self.random.choices(WORDS, k=count))

    def passages(self, sentences: Sequence[str], speaker: Key | None = None) -> list[dict[str, Any]]:
        """Return the sentences as passages, some of them with an attribution that ends with the speaker, if any."""
        upstream, actor = Key("source", self.key.block, 1), speaker or self.near("actor", 4)
        chains: tuple[tuple[Key, ...], ...] = ((), (upstream,), (upstream, actor), (actor,))
        return [
            {"label": label, "source": self.text_source.id, "exact": exact, **_attribution(self.random.choice(chains))}
            for label, exact in zip(LABELS, sentences, strict=False)
        ]

    def _others(self, count: int) -> list[Key]:
        """Return records to link to: most of this block, some of the next ones, some main figures of the story."""
        others: dict[Key, None] = {}
        while len(others) < count:
            chance = self.random.random()
            if chance < 0.1:
                other = Key("actor", 0, self.random.randrange(HUBS))
            else:
                block = self.key.block if chance < 0.8 else (self.key.block + self.random.randint(1, 3)) % self.blocks
                kind = self.random.choice(tuple(SHARES))
                other = Key(kind, block, self.random.randrange(SHARES[kind]))
            if other != self.key:
                others[other] = None
        return list(others)

    def _prose(self, size: int, links: int) -> str:
        """Return prose of about `size` bytes with `links` cross-links spread over it."""
        return " ".join(self._sentences(size, links))

    def _sentences(self, size: int, links: int) -> list[str]:
        """Return sentences of about `size` bytes with `links` cross-links spread over them."""
        cross_links = [
            f"[[{key}|{key.name}]]" if key.index % 2 and key.kind in ("actor", "place", "source") else f"[[{key}]]"
            for key in self._others(links)
        ]
        sentences: list[str] = []
        remaining = size - sum(map(len, cross_links))
        while remaining > 0 or cross_links:
            words = self.words(self.random.randint(8, 16))
            words = f"*{words}*" if self.random.random() < 0.05 else words
            sentences.append(f"The {words}{' ' + cross_links.pop() if cross_links else ''}.")
            remaining -= len(words) + 6
        return sentences

    def _actor(self) -> SyntheticRecord:
        name, other, place = self.key.name, self.near("actor"), self.near("place")
        trade = self.random.choice(TRADES)
        sentences = [
            f"{name}, a {trade} from {place.name}, {self.words(11)}.",
            f"With {other.name} of the same quarter {name} {self.words(11)}.",
            f"As {name} {self.words(14)}.",
        ]
        fields = {
            "name": name,
            "kind": "person" if self.key.index % 4 else "organization",
            "aliases": [name],
            "side": ("north", "south")[self.key.index % 2],
            "kind_basis": "The reports say so.",
            "side_basis": "The reports say so.",
            "roles": [{"title": trade, "passages": without_labels(self.passages(sentences[:1]))}],
            "relations": [
                {
                    "type": "supports",
                    "to": other.id,
                    "basis": f"{name} supports {other.name}.",
                    "passages": without_labels(self.passages(sentences[1:2])),
                }
            ],
            "passages": self.passages(sentences),
        }
        return SyntheticRecord(fields, " ".join(sentences))

    def _place(self) -> SyntheticRecord:
        name, number = self.key.name, self.key.block * SHARES["place"] + self.key.index
        sentences = [f"In {name} the {self.words(14)}.", f"From the hills {name} {self.words(13)}."]
        fields = {
            "name": name,
            "aliases": [name],
            "latitude": f"{number * 37 % 161 - 80}.5",
            "longitude": f"{number * 37 % 341 - 170}.25",
            "precision": "city",
            "passages": self.passages(sentences),
        }
        return SyntheticRecord(fields, " ".join(sentences))

    def _event(self) -> SyntheticRecord:
        actors = [self.near("actor") for _ in range(3)]
        place, day = self.near("place"), self.published - timedelta(self.random.randint(1, 6))
        phrase = f"{day:%A}" if self.key.index % 2 else f"{day:%B} {day.day}, {day.year}"
        sentences = [
            f"On {phrase} the {self.words(8)} at {place.name} {self.words(5)}.",
            f"The gathering there {self.words(13)}.",
            f"At its end the {self.words(13)}.",
        ]
        basis = {"basis": {"phrase": phrase, "anchor": str(self.text_source)}} if self.key.index % 2 else {}
        fields = {
            "title": f"The {self.words(3)} at {place.name}",
            "date": day.isoformat(),
            **basis,
            "place": place.id,
            "participants": [
                {"actor": actor.id, "role": self.words(2), "basis": f"{actor.name} took part."} for actor in actors
            ],
            "status": "reported",
            "passages": self.passages(sentences),
        }
        return SyntheticRecord(fields, " ".join(sentences))

    def _number(self) -> SyntheticRecord:
        counter, place, value = self.near("actor"), Key("place", self.key.block, 0), 3000 + self.key.serial % 90000
        qualifier = QUALIFIERS[self.key.serial % len(QUALIFIERS)]
        figure, value_fields = _figure(qualifier, value)
        sentences = [
            f"{counter.name} counted {figure} wagons on the road to {place.name} and {self.words(6)}.",
            f"The {self.words(8)} for {figure} wagons of the {self.words(5)}.",
            f"Of these {self.words(6)} spoke {self.near('actor').name} too, with {figure} wagons {self.words(4)}.",
        ]
        fields = {
            **value_fields,
            "qualifier": qualifier,
            "unit": "wagons",
            "measure": {"what": f"wagons on the road to {place.name}", "where": place.id},
            "counted_by": counter.id,
            "status": "reported",
            "passages": self.passages(sentences),
        }
        return SyntheticRecord(fields, " ".join(sentences))

    def _quote(self) -> SyntheticRecord:
        speaker = self.near("actor")
        other = Key(
            "actor", speaker.block, (speaker.index + 1 + self.random.randrange(SHARES["actor"] - 1)) % SHARES["actor"]
        )
        words = f"The {self.words(12)}"
        sentences = [
            f"“{words},” {speaker.name} told {other.name} at the {self.words(3)}.",
            f"In the old hall {speaker.name} {self.words(12)}.",
            f"Then the {self.words(13)}.",
        ]
        fields = {
            "words": words,
            "speaker": speaker.id,
            "form": "full",
            "addressed_to": [other.id],
            "passages": self.passages(sentences, speaker),
        }
        return SyntheticRecord(fields, " ".join(sentences))

    def _disagreement(self) -> SyntheticRecord:
        kind = "number" if self.key.index % 2 else "quote"
        crosses_blocks = self.key.index < 2 and self.blocks > 1
        other = Key(kind, (self.key.block + crosses_blocks) % self.blocks, self.key.index + 1)
        place = self.near("place").name
        sentences = [
            f"On this matter in {place} the {self.words(12)}.",
            f"Others hold that {self.words(14)}.",
        ]
        fields = {
            "question": f"Who {self.words(6)} in {place}?",
            "type": "contradiction",
            "positions": [
                {"statement": f"{self._prose(200, 1)}[^{Key(kind, self.key.block, self.key.index)}]"},
                {"statement": f"{self._prose(200, 1)}[^{other}]"},
            ],
            "assessment": self._prose(300, 1),
            "confidence": "moderate",
            **({} if crosses_blocks else {"same_origin": f"The {self.words(12)}."}),
            "passages": self.passages(sentences),
        }
        return SyntheticRecord(fields, " ".join(sentences))

    def _source(self) -> SyntheticRecord:
        return self._source_with_text() if self.key == self.text_source else self._second_hand_source()

    def _source_with_text(self) -> SyntheticRecord:
        title, day = f"The {self.words(5)} of {self.key.name}", self.published
        printed = f"{day:%B} {day.day}, {day.year}"
        caption = f"Pictured is {self.key.name}, where the {self.words(12)}."
        fields = {
            "title": title,
            "kind": "news",
            "published": {"date": day.isoformat()},
            "url": f"https://example.org/{self.key.id}",
            "text": text_name(self.key.block),
            "rests_on": [Key("source", self.key.block, index).id for index in (1, 2)],
            "grade": {"letter": "C", "reason": self._prose(200, 1)},
            "excluded": [{"starts": caption, "ends": caption, "kind": "caption", "reason": f"The {self.words(8)}."}],
            "rights": {"show": ("whole", "excerpts")[self.key.block % 2], "statement": f"The {self.words(12)}."},
            "passages": [
                {"label": "title", "source": self.key.id, "exact": title},
                {"label": "date", "source": self.key.id, "exact": f"Published {printed}"},
            ],
        }
        uncited = "\n\n".join(f"The {self.words(60)}." for _ in range(4))
        return SyntheticRecord(fields, f"{title}\n\nPublished {printed}\n\n{uncited}\n\n{caption}")

    def _second_hand_source(self) -> SyntheticRecord:
        sentences = [f"The record of {self.key.name} {self.words(12)}.", f"It also {self.words(14)}."]
        fields = {
            "title": f"The record of {self.key.name}",
            "kind": "report",
            "publisher": self.near("actor").id,
            "grade": {"letter": "F", "reason": f"The {self.words(12)}."},
            "passages": self.passages(sentences),
        }
        return SyntheticRecord(fields, " ".join(sentences))


def _attribution(chain: tuple[Key, ...]) -> dict[str, Any]:
    """Return the attribution of a passage, with a basis that names its links."""
    names = [f"the record of {key.name}" if key.kind == "source" else key.name for key in chain]
    return {"via": [key.id for key in chain], "via_basis": f"By way of {' and '.join(names)}."} if chain else {}


def without_labels(passages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return passages without their labels, which must be unique in a record."""
    return [{key: value for key, value in passage.items() if key != "label"} for passage in passages]


def _mark_statements(sentences: Sequence[str], labels: Sequence[str]) -> str:
    """Return the sentences as a statement for each label, with its mark."""
    per_statement = -(-len(sentences) // len(labels))
    statements = (sentences[start : start + per_statement] for start in range(0, len(sentences), per_statement))
    pairs = zip(statements, labels, strict=True)
    return " ".join(f"{' '.join(statement)}[^{label}]" for statement, label in pairs)


def write_dossier(root: Path, size: int, pages: Path, *, coverage: bool = True) -> None:
    """Write a dossier of `size` records below `root`, with the hand-written `pages`; `coverage` is its policy.

    Raise ValueError if the size is not a multiple of RECORDS_PER_TEXT.
    """
    if size <= 0 or size % RECORDS_PER_TEXT:
        raise ValueError(f"{size} records: the size must be a multiple of {RECORDS_PER_TEXT}")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(pages, root / "content" / "pages")
    (root / "seeds").mkdir()
    settings = SETTINGS | {"policy": {"coverage": "true" if coverage else "false"}}
    (root / "content" / "dossier.yml").write_text(dump_yaml(settings), "utf-8")
    for block in range(size // RECORDS_PER_TEXT):
        _write_block(root, block, size // RECORDS_PER_TEXT)


def _write_block(root: Path, block: int, blocks: int) -> None:
    records = {key: RecordWriter(key, blocks).write() for key in block_keys(block)}
    data = "".join(f"{record.text}\n\n" for record in records.values()).encode()
    (root / "seeds" / text_name(block)).write_bytes(data)
    records[Key("source", block, 0)].fields["sha256"] = hashlib.sha256(data).hexdigest()
    for key, record in records.items():
        file = root / "content" / f"{key.kind}s" / f"{key.id}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(dump_yaml(record.fields), "utf-8", newline="\n")


def block_keys(block: int) -> Iterator[Key]:
    """Yield the keys of the records of a block."""
    return (Key(kind, block, index) for kind, share in SHARES.items() for index in range(share))


def text_name(block: int) -> str:
    """Return the name of the file with the source text of a block."""
    return f"text-{block:04}.txt"


def dump_yaml(fields: dict[str, Any]) -> str:
    """Return the fields of a record as YAML."""
    return yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)


def _word(number: int) -> str:
    """Return the word for a number below 512,000: three syllables or more, different for every number."""
    scattered, letters = number * 7919 % 512_000, ""
    for _ in range(3):
        scattered, syllable = divmod(scattered, 80)
        letters += "bdfgklmnprstvzhj"[syllable // 5] + "aeiou"[syllable % 5]
    return letters.capitalize()


def _figure(qualifier: str, value: int) -> tuple[str, dict[str, Any]]:
    """Return a figure as a text writes it, and as the fields of a record."""
    if qualifier == "between":
        return f"between {value:,} and {value + 500:,}", {"min": value, "max": value + 500}
    if qualifier == "vague":
        return "thousands of", {"words": "thousands"}
    return f"{value:,}" if qualifier == "exactly" else f"{qualifier} {value:,}", {"value": value}


def _count_references(value: object, key: str = "") -> int:
    """Return the number of references in a value, without the sources and attributions of passages."""
    if isinstance(value, dict):
        return sum(_count_references(inner, name) for name, inner in value.items())
    if isinstance(value, list):
        return sum(_count_references(inner, key) for inner in value)
    return int(key in REFERENCES) + str(value).count("[[")
