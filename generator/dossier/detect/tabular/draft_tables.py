"""The tables from which drafts in a language are made: who speaks, what a name is, what a figure counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.detect.aside_words import AsideWords
from dossier.detect.attributions import ReportingWords
from dossier.detect.descriptions import DescriptionWords
from dossier.detect.draft_words import NamedKind, QuoteTemplates
from dossier.detect.saying_words import SayingWords

_OUTLETS_TEXT = """
    Reuters AFP AP EFE dpa DPA Lusa ANSA TASS Interfax Xinhua Bloomberg CNN BBC NBC CBS ABC CNBC Al_Jazeera TeleSUR
    Europa_Press Agência_Brasil Associated_Press Deutsche_Welle France_Info Franceinfo France_Inter BFMTV BFM_TV RTL
    Le_Monde Le_Figaro Libération Le_Parisien L’Humanité Les_Échos Ouest-France Mediapart El_País El_Mundo ABC
    La_Vanguardia El_Nacional El_Universal El_Tiempo La_Nación Clarín Infobae Univision Telemundo RTVE O_Globo Globo
    Folha Folha_de_S.Paulo Estadão Público Expresso Observador Correio_da_Manhã RTP SIC TVI Spiegel Zeit Stern Focus
    Bild Tagesspiegel Handelsblatt Süddeutsche_Zeitung Frankfurter_Allgemeine_Zeitung ARD ZDF Deutschlandfunk NDR WDR
    MDR SWR BR ORF SRF taz Die_Welt Die_Zeit Der_Spiegel Der_Standard The_New_York_Times New_York_Times
    Washington_Post The_Guardian Financial_Times Wall_Street_Journal Twitter
"""
_OUTLETS = [name.replace("_", " ") for name in _OUTLETS_TEXT.split()]
_ARTICLE = re.compile("(?:Le|La|Les|El|O|Die|Der|The) ")
WELL_KNOWN_OUTLETS = frozenset((*_OUTLETS, *(_ARTICLE.sub("", name) for name in _OUTLETS)))
"""Agencies, newspapers and broadcasters that texts name without saying what they are."""


@dataclass(frozen=True)
class NamePartTables:
    """What is known of the names of a language; patterns of whole words."""

    role: str
    """One word for a rank, an office or a form of address, with its full stop if it is abbreviated: "ministro"."""
    kinds: Mapping[NamedKind, str]
    """Words inside a name, in lower case, that say what it is the name of: "ministerio"."""
    named: Mapping[NamedKind, str]
    """Words before a name that say what it is the name of: "la empresa" Petromar."""
    place_before: str
    """What is right before the name of a place: "en"."""
    person_after: str
    """What is right after the name of a person: ", de 41 años"."""
    courtesy: str
    """Forms of address, which are no roles: "señora"."""
    changing: str
    """What changes the role that follows, and belongs to it: "ex", "entonces"."""
    before_role: str = r"(?!)"
    """Words before a role that belong to it: "ex"."""
    after_role: str = r"(?!)"
    """Words after a role that belong to it: "interino"."""
    of: str = r"(?!)"
    """What joins a role to its office: "de la"."""
    joining: str = r"(?!)"
    """What joins the words of an office: "y"."""
    offices: str = r"(?!)"
    """Offices in capitals that are no names, in lower case: "defensa" in "ministro de Defensa"."""
    ministry: str = r"(?!)"
    """A word after which an office is part of no name either: "el ministerio de Defensa"."""
    ending: str = r"(?!)"
    """What words inside a name may have added: "s" in German."""
    people: str = r"(?!)"
    """A noun in the plural with "of", which begins a sentence, and no name: "Científicos del"."""
    adjectives: str = r"(?!)"
    """Adjectives in lower case that end the name of a body: "européenne" in "Union européenne"."""
    articles: str = r"(?!)"
    """Articles that a name begins with if they are capitalised inside a sentence: "El" in "el diario El País"."""
    cities: frozenset[str] = frozenset()
    """Well-known towns and regions."""
    countries: Mapping[str, str] = field(default_factory=dict)
    """Names of countries that the CLDR does not have, by code; those of one country are separated by commas."""


@dataclass(frozen=True)
class CountedNounTables:
    """What is known of the nouns after figures; patterns of whole words in lower case, unless said otherwise."""

    noun: str
    """A noun of which there may be several, as it is written."""
    skipped: str
    """What may be between a figure and its noun: "de los", "nuevos"."""
    excluded: str
    """What is no noun: articles, conjunctions, verbs."""
    adjectives: str = r"(?!)"
    """Of what is skipped, words that are nouns where none follows: "jóvenes"."""


@dataclass(frozen=True)
class DraftTables:
    """What drafts need to know of a language."""

    sayings: SayingWords
    reporting: ReportingWords
    descriptions: DescriptionWords
    asides: AsideWords
    names: NamePartTables
    nouns: CountedNounTables
    small_words: frozenset[str]
    """Words in lower case that say little in a title."""
    quoting: QuoteTemplates | None = None
    """How a summary repeats a quotation; None if this is left to the editor."""
