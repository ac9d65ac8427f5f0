"""What pages have around the text that needs no record: the patterns for it, made from the words of their languages."""

import re
from functools import cache

from dossier.detect.languages import page_words_for
from dossier.detect.name_words import NAME_PARTICLES
from dossier.detect.page_words import PageWords

UPPER = "A-ZÀ-ÖØ-ÞĆČŁŚŠŽ"
_NAME_WORD = rf"[{UPPER}][\w’'.-]*+"
_PARTICLES = rf"(?:(?:{'|'.join(sorted(NAME_PARTICLES))})\s+)*"
_NAME = rf"{_NAME_WORD}(?:\s+{_PARTICLES}{_NAME_WORD}){{1,3}}"
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|UPI|EFE|dpa|DPA|Lusa|LUSA|ANSA|Xinhua|TASS|Bloomberg|CNN|EPA|epa|APA|sda|SDA|ATS|AAP|PTI"
    r"|ANI|Anadolu|Notimex|Europa Press|Agência Brasil|Télam|Interfax|Kyodo|Yonhap|VOA|KNA|epd|Associated Press)"
)
_PICTURES = (
    rf"(?:{_AGENCY}|Getty(?: Images)?|Shutterstock|Alamy|Zuma|ZUMA|imago|Imago|picture[ -]alliance|Keystone|iStock"
    r"|AP Photo|Reuters Photo|Photo|Pool)"
)


@cache
def page_patterns_for(language: str) -> "PagePatterns":
    """Return the patterns for pages in a language (a BCP 47 tag)."""
    return PagePatterns(page_words_for(language))


class PagePatterns:
    """The patterns for what is around the text of pages."""

    address = re.compile(
        r"(?:\b[a-z]+://|\bwww\.)[^\s—–“”\"<>]*|(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
        r"|(?<![\w.@-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s—–“”\"<>]*",
        re.IGNORECASE,
    )
    handle = re.compile(r"(?<![\w.])@\w{2,}")
    party = re.compile(r"\((?:D|R|I)-[A-Z][A-Za-z.]+\)")
    copyright = re.compile(r"(?:©|\(c\)(?=\s*(?:19|20)\d\d)|\bcopyright\b(?=[\s©(c)]*(?:19|20)\d\d)).*", re.IGNORECASE)
    slashed = re.compile(r"\(([^()\n]{3,150})\)|(?:^|(?<=[.!?)”\"] )|(?<=[.)]))([^.!?()\n]{2,80}/[^.!?()\n]{2,60})$")
    """Words in brackets, or at the end of a line, with a slash."""
    picture_part = re.compile(rf"(?:{_PICTURES})(?: via .+)?")
    publication = re.compile(
        rf"\W*(?:\d+\W+)?[{UPPER}][\w’'-]+, (?:[{UPPER}]\.[\s-]?)+.*\((?:19|20)\d\d[a-z]?\)|.*\b(?:ISBN|ISSN|doi:|DOI:)"
    )

    def __init__(self, words: PageWords) -> None:
        self.notes = words.notes
        connectors = "|".join(sorted(words.connectors))
        names_only = rf"(?>(?>{_NAME_WORD}|\d[\d.:/]*+|(?:{connectors})\b)[\s,;|/·•&()–—-]*+)++"
        # Names, dates and small words, but no verbs: no sentence.
        self._add_moments(words)
        self._add_credits(words, names_only)
        self._add_authors(words, names_only)
        self.phone = re.compile(
            r"(?:\+|\b00)\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}\b|(?<![\d-])\d{3}-\d{3}-\d{4}\b"
            rf"|\b(?:{words.phone})\b\.?:?\s*[\d(][\d\s()./-]{{4,}}\d",
            re.IGNORECASE,
        )
        self.follow = re.compile(rf"\b(?:{words.follow.replace('{name}', _NAME)})")
        self.button = re.compile(rf"\b(?:{words.buttons})\b")
        self.rights = re.compile(rf"\b(?:{words.rights})\b", re.IGNORECASE)
        self.link = re.compile(rf"\W*(?:{words.links})", re.IGNORECASE)

    def _add_moments(self, words: PageWords) -> None:
        """Make the patterns for dates and times, and for datelines."""
        month = rf"(?:{'|'.join(sorted(words.months, key=lambda name: (-len(name), name)))})\b\.?"
        of = rf"(?:(?:{words.before_month})\s+)?"
        date = (
            rf"(?:\d{{1,2}}(?:{words.day_suffixes})?\s+{of}{month}(?:,?\s+{of}\d{{4}})?"
            rf"|{month}\s+\d{{1,2}}(?:{words.day_suffixes})?(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d"
            r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
        )
        time = (
            rf"(?:\d{{1,2}}[:.h]\d\d(?::\d\d)?\s*(?:{words.hour_suffixes}|{words.time_suffixes})?"
            rf"|\d{{1,2}}\s*(?:{words.hour_suffixes}))"
            r"(?:\s*\(?(?:e[sd]?t|c[sde]?s?t|p[sd]?t|gmt|bst|utc|z)\b\)?)?"
        )
        label = rf"(?:{words.published})\s*:?"
        moment = rf"(?:{label}\s*)?(?:(?:{words.weekdays})\b[.,]*\s*)?(?:{date}|{time})"
        self._moments = rf"{moment}(?:[\s|·•,;()–—-]*(?:(?:{words.before_moment})\s+)?{moment})*"
        self.named_moment = re.compile(rf"{_NAME}\s*[|·•,–—-]?\s*(?i:{self._moments})\W*$")
        self.moments = re.compile(rf"{self._moments}\W*$", re.IGNORECASE)
        self.label, self.time = re.compile(label, re.IGNORECASE), re.compile(time, re.IGNORECASE)
        self.date = re.compile(date, re.IGNORECASE)
        self.dateline = re.compile(
            rf"(?P<place>{_NAME_WORD}(?:\s+{_PARTICLES}{_NAME_WORD}){{0,3}}(?:,\s+{_NAME_WORD}){{0,2}}?)"
            rf"(?P<date>,?\s+(?:(?:{words.before_date})\s+)?(?i:{date}))?"
            rf"(?:(?P<agency>\s*\({_AGENCY}(?:[/ ][\w ]+)?\))|\s*\({_NAME_WORD}(?: {_NAME_WORD}){{0,2}}\))?"
            rf"(?P<later>,?\s+(?i:{date}))?\s*\.?(?:--|[–—―:]|-(?=\s))"
        )

    def _add_credits(self, words: PageWords, names_only: str) -> None:
        """Make the patterns for the credits of pictures."""
        start = rf"(?i:{words.photo})(?:\s*[:/©]|(?i:\s+(?:{words.by})\b))\s*"
        self.credit = re.compile(rf"\(\s*{start}{names_only.replace('()', '')}\)")
        self.photo_line = re.compile(rf"\W*{start}{names_only}\W*$")
        self.name_part = re.compile(rf"{_NAME}(?: (?:{words.for_outlet}))?")

    def _add_authors(self, words: PageWords, names_only: str) -> None:
        """Make the patterns for lines on the authors."""
        names = rf"{_NAME}(?:\s*(?:,|&|\b(?:{words.conjunctions})\b)\s*{_NAME})*"
        ending = rf"\s*[,|/·•(–—-]\s*{names_only}|\s+(?:{words.for_outlet})\s+{names_only}|\s+(?i:{self._moments})"
        by = "|".join(form for word in words.by.split("|") for form in (word.capitalize(), word.upper()))
        self.byline = re.compile(rf"(?:{by})\s+{names}(?:{ending})?\W*$")
        self.about_author = re.compile(rf"({_NAME})\s+(?:{words.about_author}).*")
        self.reported = re.compile(rf"\(?(?:{words.reported}) (?={_NAME}){names_only}[.)\s]*$")
        self.contributed = re.compile(rf"(?:^|(?<=[.!?] ))[^.!?\n]*\b(?:{words.contributed})\b.*")
