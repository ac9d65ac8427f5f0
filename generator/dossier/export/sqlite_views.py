"""What the database is made of beside its tables: two full-text indexes, and views that answer what is often asked."""

from typing import NamedTuple

TOKENIZER = "unicode61 remove_diacritics 2"
"""FTS5's own words, of which each letter is taken without its diacritics: `Guaido` finds `Guaidó`."""


class Index(NamedTuple):
    """A full-text index of some columns of a table; Datasette searches the table by it."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """As Datasette and others call it."""
        return f"{self.table}_fts"


class View(NamedTuple):
    """A question, and the query that answers it."""

    name: str
    says: str
    query: str


INDEXES = (Index("records", ("label", "names", "summary")), Index("passages", ("exact",)))
VIEWS = (
    View(
        "evidence",
        "Which words does a record rest on, who relayed them, and how reliable is their source?",
        """
        SELECT records.key AS record, records.label, passages.exact, passages.source, sources.title,
               sources.grade_letter, passages.source || coalesce(' → ' || (
                   SELECT group_concat(via, ' → ')
                   FROM (SELECT via FROM passage_via WHERE passage = passages.id ORDER BY ordinal)
               ), '') AS chain,
               passages.file, passages.start, passages."end", records.url, passages.id AS passage
        FROM passages JOIN records ON records.key = passages.record JOIN sources ON sources.id = passages.source
        """,
    ),
    View(
        "number_passages",
        "How many, said by whom, in which words?",
        """
        SELECT numbers.id AS number, records.label AS figure, numbers.qualifier, numbers.value, numbers.min,
               numbers.max, numbers.unit, numbers.measure_what AS what, numbers.as_of_date AS as_of, numbers.status,
               evidence.exact, evidence.chain, records.documents, records.origins, records.url
        FROM numbers JOIN records ON records.key = numbers.key LEFT JOIN evidence ON evidence.record = numbers.key
        ORDER BY numbers.measure_what, numbers.id, evidence.passage
        """,
    ),
    View(
        "timeline",
        "What happened when?",
        """
        SELECT date_earliest, date_latest, date, title, status, place, documents, origins, events.url
        FROM events JOIN records USING (key)
        ORDER BY date_earliest IS NULL, date_earliest, date_latest IS NULL, date_latest, events.id
        """,
    ),
    View(
        "who_said_what",
        "Who said what, and when?",
        """
        SELECT actors.name AS speaker, (SELECT group_concat(value, ' … ') FROM json_each(quotes.words)) AS words,
               quotes.said_date AS said, quotes.form, records.documents, records.origins, records.url
        FROM quotes JOIN records USING (key) LEFT JOIN actors ON actors.id = quotes.speaker
        ORDER BY quotes.speaker, quotes.said_date, quotes.id
        """,
    ),
    View(
        "positions",
        "What do the sources answer differently, and what does each answer rest on?",
        """
        SELECT disagreements.question, disagreement_positions.statement, (
                   SELECT group_concat(rests_on, ' ') FROM (
                       SELECT rests_on FROM disagreement_positions_rests_on AS rests
                       WHERE rests.disagreement = disagreements.id
                       AND rests.positions_ordinal = disagreement_positions.ordinal
                       ORDER BY rests.ordinal
                   )
               ) AS rests_on, disagreements.assessment, disagreements.confidence, disagreements.url
        FROM disagreement_positions JOIN disagreements ON disagreements.id = disagreement_positions.disagreement
        ORDER BY disagreements.id, disagreement_positions.ordinal
        """,
    ),
    View(
        "relations",
        "Who stands how to whom?",
        """
        SELECT one.name AS actor, actor_relations.type, other.name AS other, one.url
        FROM actor_relations JOIN actors AS one ON one.id = actor_relations.actor
        JOIN actors AS other ON other.id = actor_relations."to" ORDER BY one.id, actor_relations.ordinal
        """,
    ),
)
