"""What a new source has if nothing else is said: what another of its outlet has, or standard wordings."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from dossier.detect.languages import detectors_for
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.model.marks import EDITOR
from dossier.text.interface import gettext, gettext_noop, interface_language

Fields = Mapping[str, YamlValue]
STANDARD_GRADES = (
    ("A", gettext_noop("The original document, from the body that issued it.")),
    ("B", gettext_noop("A news organization with editors who answer for what it publishes.")),
    ("C", gettext_noop("It says where its reports come from, but not who edits it.")),
    ("C", gettext_noop("A party to the story, which speaks for itself.")),
    ("D", gettext_noop("It says neither where its reports come from nor who edits it.")),
    ("F", gettext_noop("Nothing is known about who publishes it.")),
)
"""Letters of the Admiralty code, each with a reason that editors often give."""
STANDARD_RIGHTS = (
    gettext_noop("All rights are with %(outlet)s. Short passages are quoted for criticism and review."),
    gettext_noop("The text states no licence. Short passages are quoted for criticism and review."),
    gettext_noop("A public document, which may be quoted freely."),
)
"""Statements on rights that editors often give."""
_SUMMARIES = {
    "news": gettext_noop("A news report."),
    "aggregator": gettext_noop("A post of a site that passes on reports."),
    "opinion blog": gettext_noop("A post of an opinion blog."),
    "blog post": gettext_noop("A blog post."),
    "report": gettext_noop("A report."),
    "broadcast": gettext_noop("A broadcast."),
    "statement": gettext_noop("A statement."),
    "document": gettext_noop("A document."),
}
_NAMED_SUMMARIES = {
    "news": gettext_noop("A news report by %(outlet)s."),
    "aggregator": gettext_noop("A post of %(outlet)s, which passes on reports."),
    "opinion blog": gettext_noop("A post of the opinion blog %(outlet)s."),
    "blog post": gettext_noop("A blog post by %(outlet)s."),
    "report": gettext_noop("A report by %(outlet)s."),
    "broadcast": gettext_noop("A broadcast by %(outlet)s."),
    "statement": gettext_noop("A statement by %(outlet)s."),
    "document": gettext_noop("A document by %(outlet)s."),
}


MAX_HEAD, MAX_HEADING_WORDS = 600, 7
"""How many characters a text's head has, and how many words a line of it that is no sentence."""


class GradeChoice(NamedTuple):
    """A letter and its reason."""

    letter: str
    reason: str

    def __str__(self) -> str:
        return f"{self.letter}: {self.reason}"


def grade_choices(dossier: Dossier) -> list[GradeChoice]:
    """Return the grades to choose from: the standard ones, in the dossier's language, then those of its sources."""
    with interface_language(dossier.settings.language):
        standard = [GradeChoice(letter, gettext(reason)) for letter, reason in STANDARD_GRADES]
    used = [GradeChoice(source.grade.letter, source.grade.reason) for source in dossier.sources if not source.is_draft]
    return list(dict.fromkeys((*standard, *used)))


def rights_choices(dossier: Dossier, outlet: str) -> list[str]:
    """Return the statements on rights to choose from, in the same order."""
    with interface_language(dossier.settings.language):
        outlet = outlet or gettext("the publisher")
        standard = [
            gettext(statement, outlet=outlet) if "%(" in statement else gettext(statement)
            for statement in STANDARD_RIGHTS
        ]
    used = [source.rights.statement for source in dossier.sources if source.rights and not source.is_draft]
    return list(dict.fromkeys((*standard, *used)))


def read_grade(words: str, reason: str | None, dossier: Dossier) -> dict[str, YamlValue]:
    """Return the grade that a letter or a number of `grade_choices` means, with this reason or the standard one.

    Raises UserError where it means none, or a letter has no standard reason and none is given.
    """
    choices = grade_choices(dossier)
    found = [choice for number, choice in enumerate(choices, 1) if words.upper() in (choice.letter, str(number))]
    letter = found[0].letter if found else words.upper()
    if letter not in "ABCDEF" or len(letter) != 1:
        listed = "".join(f"\n{number:>3}  {choice}" for number, choice in enumerate(choices, 1))
        raise UserError(f"--grade {words}: a letter from A to F, or a number of this list:{listed}")
    if not reason and not found:
        raise UserError(f"--grade {words}: there is no standard reason for this letter: add --grade-reason")
    return {"letter": letter, "reason": reason or found[0].reason}


def read_rights(words: str, dossier: Dossier, outlet: str) -> str:
    """Return the statement on rights: the words, or what their number in `rights_choices` means."""
    choices = rights_choices(dossier, outlet)
    if not words.isascii() or not words.isdigit():
        return words
    if not 1 <= int(words) <= len(choices):
        listed = "".join(f"\n{number:>3}  {choice}" for number, choice in enumerate(choices, 1))
        raise UserError(f"--rights {words}: a statement, or a number of this list:{listed}")
    return choices[int(words) - 1]


def outlet_name(fields: Fields, dossier: Dossier) -> str:
    """Return what the outlet of a new source is called, as its fields say, "" if they do not."""
    publisher = dossier.by_key.get(f"{Actor.singular}:{fields.get('publisher')}")
    return publisher.label if publisher else str(fields.get("short") or "")


def same_outlet(fields: Fields, dossier: Dossier) -> Source | None:
    """Return the source of the same publisher, or of the same site, that was published last; no draft."""
    publisher, host = fields.get("publisher"), _host(fields.get("url"))
    found = [
        source
        for source in dossier.sources
        if not source.is_draft
        and source.kind == fields.get("kind")
        and ((publisher and source.publisher == publisher) or (host and _host(source.url) == host))
    ]
    return max(found, key=lambda source: (_day(source), source.id), default=None)


def inherited_fields(source: Source, show: str) -> Iterator[tuple[str, YamlValue]]:
    """Yield the grade of a source and its rights, if as much is shown, as another of its outlet has them."""
    yield "grade", {"letter": source.grade.letter, "reason": source.grade.reason}
    if source.rights and source.rights.show == show:
        yield "rights", {"show": show, "statement": source.rights.statement}


def draft_summary(fields: Fields, dossier: Dossier) -> str:
    """Return what a source is, as the editor's own statement: no more than its kind and its publisher."""
    kind, publisher = str(fields["kind"]), dossier.by_key.get(f"{Actor.singular}:{fields.get('publisher')}")
    with interface_language(dossier.settings.language):
        if publisher is None or publisher.is_draft:
            return f"{gettext(_SUMMARIES[kind])}[^{EDITOR}]"
        return f"{gettext(_NAMED_SUMMARIES[kind], outlet=f'[[{publisher.key}|{publisher.label}]]')}[^{EDITOR}]"


def draft_date_basis(date: str, text: str, language: str, dossier: Dossier, *, is_declared: bool) -> Fields:
    """Return how it is known when a source was published whose text does not print the date in full.

    If the text prints it without the year, those words are the phrase.
    """
    phrases = _phrases(Edtf.parse(date), text, language)
    with interface_language(dossier.settings.language):
        if is_declared:
            return {"reasoning": gettext("The document itself gives this date, outside its text.")}
        if phrases:
            return {
                "phrase": phrases[0],
                "reasoning": gettext("The year was given when the text was added: the text does not print it."),
            }
        return {"reasoning": gettext("The date was given when the text was added: the text does not print it.")}


def _phrases(day: Edtf, text: str, language: str) -> Sequence[str]:
    """Return the words at the head of a text, in a short line or after a place in capitals, that give a day."""
    detectors = detectors_for(language)
    head = text[:MAX_HEAD]
    if detectors is None or not day.is_day:
        return ()
    phrases = []
    for mention in detectors.find_dates(head):
        line = head[head.rfind("\n", 0, mention.start) + 1 :].partition("\n")[0]
        before = head[head.rfind("\n", 0, mention.start) + 1 : mention.start]
        is_heading = len(line.split()) <= MAX_HEADING_WORDS or (before and before == before.upper())
        is_day = mention.month and mention.day and not mention.year
        if is_heading and is_day and detectors.dates.resolve_mention(mention, day) == day:
            phrases.append(mention.text)
    return phrases


def _host(url: object) -> str:
    with suppress(ValueError):
        return (urlsplit(url).hostname or "").removeprefix("www.") if isinstance(url, str) else ""
    return ""


def _day(source: Source) -> str:
    return str(source.published.date.latest or "") if source.published else ""
