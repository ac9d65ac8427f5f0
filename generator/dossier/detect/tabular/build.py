"""Make the detectors of a language from its tables."""

import re
from collections.abc import Callable

from dossier.detect.date_mentions import DateMention
from dossier.detect.date_resolver import DateResolver
from dossier.detect.detectors import Detectors, FindNames
from dossier.detect.name_words import NameWords
from dossier.detect.quotations import find_quotations
from dossier.detect.speech import SpeakerFinder
from dossier.detect.tabular import locale_data
from dossier.detect.tabular.date_finder import DateFinder
from dossier.detect.tabular.digit_masks import Masker
from dossier.detect.tabular.draft_finders import build_draft_finders
from dossier.detect.tabular.language_tables import LanguageTables, NameTables, NounNameTables
from dossier.detect.tabular.name_finder import NameFinder
from dossier.detect.tabular.name_tokens import MAX_ABBREVIATION
from dossier.detect.tabular.noun_language_names import NounLanguageNames
from dossier.detect.tabular.number_finder import NumberFinder
from dossier.detect.tabular.quantity_finder import QuantityFinder
from dossier.detect.tabular.time_finder import TimeFinder


def build_detectors(language: str, tables: LanguageTables) -> Detectors:
    """Return the detectors that follow from the tables of a language and the data of its locale."""
    locale = locale_data.load_locale(tables.locale)
    units = {**locale_data.units_of(locale), **tables.quantities.units}
    before = tuple(tables.quantities.before)
    limits = re.compile(
        "|".join((tables.dates.about, *(pattern for pattern, *_ in tables.dates.limits))), re.IGNORECASE
    )
    of_both = [word for word in before if word not in tables.quantities.counting and limits.fullmatch(f"{word} ")]
    dates = DateFinder(tables.dates, locale, tables.quantities.counted, before, of_both)
    masker = Masker(tables.quantities.masks, dates.find)
    tokenizer = NumberFinder(tables.numbers, units, locale_data.separators(locale))
    quantities = QuantityFinder(tables.quantities, tokenizer, masker)
    times = TimeFinder(tables.times)
    quotations = tables.find_quotations or find_quotations
    names = _name_finder(tables.names, dates.find, locale_data.countries(locale)) if tables.names else None
    speakers = None
    if tables.speech and names:
        speakers = SpeakerFinder(tables.speech, tables.sentences.find, quotations, names)
    drafts = None
    if tables.drafts and names:
        drafts = build_draft_finders(tables.drafts, locale, tables.sentences.find, quotations, names, tables.page.notes)
    return Detectors(
        language=language,
        find_quantities=quantities.find,
        find_unread_digits=quantities.find_unread_digits,
        find_masked_digits=quantities.find_masked_digits,
        find_dates=dates.find,
        find_date_groups=dates.find_groups,
        find_times=times.find,
        has_unread_time=times.has_unread,
        weekdays_in=dates.weekdays_in,
        dates=DateResolver(dates.phrases.words(dates.find_groups)),
        limit_before=dates.phrases.limit_before,
        is_about=dates.phrases.is_about,
        find_quotations=quotations,
        find_sentences=tables.sentences.find,
        speakers=speakers,
        speaker_mentions=drafts.speakers if drafts else None,
        draft_words=drafts.words if drafts else None,
        negation=tables.negation,
        page=tables.page,
        plans=tables.plans,
        byline=tables.byline,
        month_names=locale_data.months(locale),
        claims=tables.claims,
        content=tables.content,
        relations=tables.relations,
        publication=tables.publication,
        tenses=tables.tenses,
        find_names=names,
        name_words=_name_words(tables.names) if tables.names else None,
        unit_name=lambda unit: units.get(unit.lower(), unit),
        vague_amount=tokenizer.vague_amount,
    )


def _name_finder(
    tables: NameTables, find_dates: Callable[[str], list[DateMention]], countries: frozenset[str]
) -> FindNames:
    if isinstance(tables, NounNameTables):
        return NounLanguageNames(tables, find_dates, countries).find
    return NameFinder(tables, find_dates, countries).find


def _name_words(tables: NameTables) -> NameWords:
    """Return the words about names that rules need."""
    return NameWords(
        common=tables.common,
        particles=tables.particles,
        articles=tables.articles,
        titles=frozenset(role.capitalize() for role in tables.roles),
        reporting=tables.reporting,
        joining=tables.joining,
        finds_all=not isinstance(tables, NounNameTables),
        endings=tables.endings,
        abbreviations=frozenset(role.capitalize() for role in tables.roles if len(role) < MAX_ABBREVIATION),
    )
