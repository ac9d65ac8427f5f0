"""Why a mention needs no record, where the text itself shows it: page boilerplate, credits, datelines, addresses.

What only a person can judge, such as whether somebody plays a part in the story, has no reason here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.detect.labelled_speech import NOTES
from dossier.model.coverage import Mention
from dossier.text.interface import gettext_noop
from dossier.text.spans import Bounds, Spanning, span_contains


class ShownReason(NamedTuple):
    """The reason and the note of an exemption; `anywhere` if they hold in every text that has the words."""

    note: str
    reason: str = "not of the story"
    anywhere: bool = False


_ORDINAL = ShownReason(gettext_noop("An ordinal: it says which, not how many."), "no measure", anywhere=True)
_ADDRESS = ShownReason(gettext_noop("Part of a web or mail address."))
_HANDLE = ShownReason(gettext_noop("A name on a social network."))
_PHONE = ShownReason(gettext_noop("Part of a telephone number."), "no measure")
_PARTY = ShownReason(gettext_noop("A party and a state, in brackets."), "not an actor", anywhere=True)
_CREDIT = ShownReason(gettext_noop("Part of the credit of a picture."))
_COPYRIGHT = ShownReason(gettext_noop("Part of a copyright line."))
_DATELINE = ShownReason(gettext_noop("Part of the dateline."))
_BYLINE = ShownReason(gettext_noop("Part of the byline."))
_STAFF = ShownReason(gettext_noop("Part of a line on who reported and edited the text."))
_AUTHOR = ShownReason(gettext_noop("Part of a line about the author."))
_PUBLISHED = ShownReason(gettext_noop("The time of publication, not of an event."))
_LINK = ShownReason(gettext_noop("Part of a link or an invitation of the web page."))
_BUTTON = ShownReason(gettext_noop("A button of the web page."))
_REFERENCE = ShownReason(gettext_noop("Part of a reference to a publication."))

_UPPER = "A-ZÀ-ÖØ-ÞĆČŁŚŠŽ"
_NAME_WORD = rf"[{_UPPER}][\w’'.-]*+"
_SMALL = r"(?:(?:de|del|da|do|dos|di|la|le|las|los|van|von|der|den|ter|bin|al|el|y|e)\s+)*"
_NAME = rf"{_NAME_WORD}(?:\s+{_SMALL}{_NAME_WORD}){{1,3}}"
_AND = r"\s*(?:,|&|\band\b|\by\b|\be\b|\bet\b|\bund\b)\s*"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME})*"
_CONNECTORS = (
    "and for of the in at on to via by with from staff writer writers reporter reporters correspondent correspondents "
    "editor contributor special editing writing reporting additional "
    "y e de del la el en para por desde redacción edición editado editada reporte "
    "et le les du des pour à avec par édité rédaction "
    "do da dos das em no na edição reportagem "
    "und für aus im am der die das von redaktion mit dpa epd epa sda imago"
)
_NAMES_ONLY = rf"(?>(?>{_NAME_WORD}|\d[\d.:/]*+|(?:{'|'.join(_CONNECTORS.split())})\b)[\s,;|/·•&()–—-]*+)++"
"""Names, dates and small words, but no verbs: no sentence."""
_NAMES_IN_BRACKETS = _NAMES_ONLY.replace("()", "")

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene "
    "abr ago dic janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr "
    "juil déc janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev set out dez januar "
    "februar märz juni juli oktober dezember okt"
)
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS.split(), key=len, reverse=True))})\b\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|[.º])?\s+(?:de\s+)?{_MONTH}(?:,?\s+(?:de\s+)?\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b[.,]*"
)
_TIME = (
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|uhr|hs|hrs|h)?|\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b))"
    r"(?:\s*\(?(?:e[sd]?t|c[sde]?s?t|p[sd]?t|gmt|bst|utc|z)\b\)?)?"
)
_LABEL = (
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created)(?: on| at)?"
    r"|(?:fecha de publicación|publicado|publicada|actualizado|actualizada|última actualización)(?: el| em| às)?"
    r"|(?:publié|mis à jour|modifié)(?: le| à)?|(?:atualizado|atualizada|última atualização)(?: em| às)?"
    r"|(?:zuletzt )?(?:veröffentlicht|aktualisiert|geändert|erstellt)(?: am| um)?|stand)\s*:?"
)
_BETWEEN = r"[\s|·•,;()–—-]*(?:(?:at|on|à|a las|às|um|le|el|em|am)\s+)?"
_MOMENT = rf"(?:{_LABEL}\s*)?(?:{_DAY}\s*)?(?:{_DATE}|{_TIME})"
_MOMENTS = rf"{_MOMENT}(?:{_BETWEEN}{_MOMENT})*"

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|UPI|EFE|dpa|DPA|Lusa|LUSA|ANSA|Xinhua|TASS|Bloomberg|CNN|EPA|epa|APA|sda|SDA|ATS|AAP|PTI"
    r"|ANI|Anadolu|Notimex|Europa Press|Agência Brasil|Télam|Interfax|Kyodo|Yonhap|VOA|KNA|epd|Associated Press)"
)
_PICTURES = (
    rf"(?:{_AGENCY}|Getty(?: Images)?|Shutterstock|Alamy|Zuma|ZUMA|imago|Imago|picture[ -]alliance|Keystone|iStock"
    r"|AP Photo|Reuters Photo|Photo|Pool)"
)
_PHOTO = (
    r"(?:photo(?:graph)?s?|images?|pictures?|photo credits?|image credits?|credits?|fotos?|fotografías?|imágenes|imagen"
    r"|imagem|imagens|créditos?|crédits?(?: photo)?|bild(?:er)?|fotograf(?:in)?)"
)


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_ANYWHERE: Sequence[tuple[re.Pattern[str], ShownReason]] = (
    (_compile(r"(?:\b[a-z]+://|\bwww\.)[^\s—–“”\"<>]*", re.I), _ADDRESS),
    (_compile(r"(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _ADDRESS),
    (_compile(r"(?<![\w.@-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s—–“”\"<>]*", re.I), _ADDRESS),
    (_compile(r"(?<![\w.])@\w{2,}"), _HANDLE),
    (_compile(r"(?:\+|\b00)\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}\b|(?<![\d-])\d{3}-\d{3}-\d{4}\b"), _PHONE),
    (_compile(r"\b(?:phone|fax|tel(?:[eé]fono|efone?)?|tél(?:éphone)?)\b\.?:?\s*[\d(][\d\s()./-]{4,}\d", re.I), _PHONE),
    (_compile(r"\((?:D|R|I)-[A-Z][A-Za-z.]+\)"), _PARTY),
    (_compile(r"\bReplyDelete\b"), _BUTTON),
    (_compile(rf"\(\s*(?i:{_PHOTO})(?:\s*[:/©]|(?i:\s+by\b))\s*{_NAMES_IN_BRACKETS}\)"), _CREDIT),
    (_compile(r"(?:©|\(c\)(?=\s*(?:19|20)\d\d)|\bcopyright\b(?=[\s©(c)]*(?:19|20)\d\d)).*", re.I), _COPYRIGHT),
    (_compile(rf"\bFollow (?:him|her|them|us|me|{_NAME}) on [^.\n]*"), _LINK),
    (
        _compile(
            r"\b(?:Síg[ua]e?(?:nos|lo|la|me)? en|Suivez-(?:nous|le|la) sur|Siga(?:-nos|-o|-a)? (?:no|na|o|a)"
            r"|Folgen Sie (?:uns|ihm|ihr) (?:auf|bei)) (?:Twitter|Facebook|Instagram|X|YouTube|WhatsApp|Telegram)\b"
        ),
        _LINK,
    ),
    (
        _compile(
            r"(?:^|(?<=[.!?] ))[^.!?\n]*\b(?:contributed (?:reporting )?to this (?:report|story|article)"
            r"|contribuy(?:ó|eron) (?:a|con) est[ea] (?:reportaje|informe|artículo|nota|información)"
            r"|(?:a|ont) contribué à (?:cet article|ce reportage)"
            r"|contribu(?:iu|íram) para est[ea] (?:reportagem|matéria|artigo)"
            r"|(?:hat|haben) zu diesem (?:Artikel|Bericht|Text) beigetragen)\b.*"
        ),
        _STAFF,
    ),
)
"""What shows its reason on any line."""

_SLASHED = _compile(r"\(([^()\n]{3,150})\)|(?:^|(?<=[.!?)”\"] )|(?<=[.)]))([^.!?()\n]{2,80}/[^.!?()\n]{2,60})$")
"""Words in brackets, or at the end of a line, with a slash."""
_PICTURE_PART, _NAME_PART = _compile(rf"(?:{_PICTURES})(?: via .+)?"), _compile(rf"{_NAME}(?: for)?")
_RIGHTS = _compile(
    r"\b(?:all rights reserved|derechos reservados|tous droits réservés|todos os direitos reservados"
    r"|alle rechte vorbehalten)\b",
    re.I,
)
_LINKS = _compile(
    r"\W*(?:(?:read|see) (?:also|more|next)\s*(?:[:.»>→|–—-]|$|about\b|on\b|at\b|here\b|from\b)|also (?:read|see)\b"
    r"|related(?: (?:articles?|stories|story|content|coverage|topics))?\s*:|trending (?:on|now)\b"
    r"|most (?:read|popular|viewed|shared)\b|sign up (?:for|to) (?:our\b|receive\b|get\b|[\w ]{0,40}\bnewsletters?\b)"
    r"|subscribe (?:to (?:our|the)|now|here)\b|join the (?:conversation|discussion)\b|click here\b"
    r"|share (?:this|on)\b|recommended (?:for you|stories|articles)\b|download (?:our|the) app\b"
    r"|(?:lea|lee|vea|mira|mire) (?:también|más)\b|leer más\b|ver también\b|te puede interesar\b|más información\s*:"
    r"|lo más (?:leído|visto)\b|suscr[íi]b(?:ete|ase)\b|comparti[rd]\b\s*(?::|en\b)|relacionad[oa]s?\s*:"
    r"|(?:à )?lire (?:aussi|également)\b|lire la suite\b|voir aussi\b|sur le même sujet\b|abonnez-vous\b"
    r"|inscrivez-vous\b|partager (?:sur|cet)\b|les plus lus\b"
    r"|(?:leia|veja) (?:também|mais)\b|saiba mais\b|mais lid[oa]s\b|assine (?:o|a|já)\b|compartilhe\b|inscreva-se\b"
    r"|lesen sie (?:auch|mehr|hier)\b|mehr (?:zum thema|dazu)\b|siehe auch\b|weiterlesen\b|meistgelesen\b"
    r"|(?:jetzt )?abonnieren\b|auf \w+ teilen\b|newsletter\b)",
    re.I,
)
_REPORTED = _compile(
    r"\(?(?:(?:Additional r|R)eporting|Writing|Editing|Compiled|Reporte|Información|Reportaje|Editado|Edición|Reportage"
    r"|Édité|Reportagem|Edição|Bericht|Mitarbeit)(?:(?: adicional)? (?:by|de|por|par|von)|\s*:) "
    rf"(?={_NAME}){_NAMES_ONLY}[.)\s]*$"
)
_ABOUT_AUTHOR = _compile(
    rf"({_NAME})\s+(?:is (?:a|an|the)\b[^.\n]*"
    r"\b(?:columnist|reporter|correspondent|editor|writer|journalist|contributor)\b"
    r"|es (?:un |una )?(?:periodista|corresponsal|columnista|redactora?|reporter[oa])\b"
    r"|est (?:un |une )?(?:journaliste|correspondante?|éditorialiste|rédacteur|rédactrice)\b"
    r"|é (?:um |uma )?(?:jornalista|correspondente|colunista|repórter)\b"
    r"|ist (?:eine? )?(?:Journalist|Korrespondent|Redakteur|Kolumnist|Autor)(?:in)?\b).*"
)
_DATELINES = _compile(
    rf"(?P<place>{_NAME_WORD}(?:\s+{_SMALL}{_NAME_WORD}){{0,3}}(?:,\s+{_NAME_WORD}){{0,2}}?)"
    rf"(?P<date>,?\s+(?:le\s+)?(?i:{_DATE}))?(?P<agency>\s*\({_AGENCY}(?:[/ ][\w ]+)?\))?(?P<later>,?\s+(?i:{_DATE}))?"
    r"\s*\.?(?:--|[–—―:]|-(?=\s))"
)
_IN_CAPITALS = _compile(rf"[{_UPPER}][{_UPPER}\s’'.-]+")
_MIN_PLACE = 4
"""How many letters the place of a dateline has at least; a shorter word in capitals is an acronym, or "Q"."""
_ENDS_SENTENCE = _compile(r"[.!?…][\"'”’»)\]]*$")
_MIN_WORDS = 3
"""How many words in lower case a sentence of the story has at least."""
_BYLINES = {"en": "By|BY", "es": "Por|POR", "pt": "Por|POR", "fr": "Par|PAR", "de": "Von|VON"}
"""The word before the names of the authors, by language."""
_NAMED_MOMENT = _compile(rf"{_NAME}\s*[|·•,–—-]?\s*(?i:{_MOMENTS})\W*$")
_MOMENT_LINE = _compile(rf"{_MOMENTS}\W*$", re.I)
_HAS_LABEL, _HAS_TIME, _HAS_DATE = _compile(_LABEL, re.I), _compile(_TIME, re.I), _compile(_DATE, re.I)
_PHOTO_LINE = _compile(rf"\W*(?i:{_PHOTO})(?:\s*[:/©]|(?i:\s+by\b))\s*{_NAMES_ONLY}\W*$")
_PUBLICATION = _compile(
    rf"\W*(?:\d+\W+)?[{_UPPER}][\w’'-]+, (?:[{_UPPER}]\.[\s-]?)+.*\((?:19|20)\d\d[a-z]?\)|.*\b(?:ISBN|ISSN|doi:|DOI:)"
)
_TOP, _BOTTOM = 6, 4
"""How many lines with words are at the top of a text, where its date and author are, and at its bottom."""
_MAX_LINE, _MAX_LINK, _MAX_SHORT_LINK = 400, 200, 60
"""A longer line, a longer link, or a longer link that ends as a sentence does, is a paragraph of the story."""
_HAS_DIGIT = _compile(r"\d")
_MAX_MOMENTS = 2
"""With more lines that consist of dates, these are headings of the story."""
_MAX_AUTHOR = 2
"""A person who is named more often plays a part in the text."""
_LINE, _WORD = _compile(r"[^\n]+"), _compile(r"\w+")


class ReasonFinder:
    """Finds the mentions of one text whose reason to need no record the text shows."""

    def __init__(self, text: str, language: str, ordinals: Iterable[Spanning] = ()) -> None:
        """Read a text in this language (a BCP 47 tag), in which ordinals have been found at these spans."""
        by = _BYLINES.get(language.partition("-")[0])
        ending = rf"\s+{_NAMES}(?:\s*[,|/·•(–—-]\s*{_NAMES_ONLY}|\s+for\s+{_NAMES_ONLY}|\s+(?i:{_MOMENTS}))?\W*$"
        self._byline = _compile(rf"(?:{by}){ending}") if by else None
        self._text, self._ordinals = text, {(span.start, span.end) for span in ordinals}
        self.dateline_places: list[Bounds] = []
        """The names of the places in datelines, where the text was written."""
        self._shown: dict[int, list[tuple[Bounds, ShownReason]]] = defaultdict(list)
        for line_start, span, reason in self._find():
            self._shown[line_start].append((span, reason))

    def reason_of(self, mention: Mention) -> ShownReason | None:
        """Return the reason that the text shows for a mention, if it shows one."""
        if mention.kind == "quantity" and (mention.start, mention.end) in self._ordinals:
            return _ORDINAL
        words = list(_WORD.finditer(mention.text))
        inner: Spanning = mention
        if words:
            inner = Bounds(mention.start + words[0].start(), mention.start + words[-1].end())
        shown = self._shown.get(self._text.rfind("\n", 0, mention.start) + 1, ())
        return next((reason for span, reason in shown if span_contains(span, inner)), None)

    def _find(self) -> Iterator[tuple[int, Bounds, ShownReason]]:
        """Yield the start of the line, the span and the reason of all that shows its reason."""
        lines = [(match.start(), match[0]) for match in _LINE.finditer(self._text) if not match[0].isspace()]
        moments = sum(len(line) <= _MAX_LINE and _MOMENT_LINE.match(line.strip()) is not None for _, line in lines)
        lead = _lead_with_place(lines)
        for index, (start, whole_line) in enumerate(lines):
            line = whole_line.strip()
            offset, at_top = start + whole_line.index(line), index < _TOP
            for part_start, part_end, reason in _parts_of(line):
                yield start, Bounds(offset + part_start, offset + part_end), reason
            dateline = _DATELINES.match(line)
            has_date = dateline is not None and (dateline["date"] or dateline["later"])
            if dateline and (dateline["agency"] or (at_top and has_date) or start == lead):
                self.dateline_places.append(Bounds(offset, offset + dateline.end("place")))
                yield start, Bounds(offset, offset + dateline.end()), _DATELINE
            if len(line) > _MAX_LINE:
                continue
            whole = (
                self._signed(line, at_edge=at_top or index >= len(lines) - _BOTTOM)
                or _moment(line, is_heading=at_top and moments <= _MAX_MOMENTS)
                or _boilerplate(line)
            )
            if whole:
                yield start, Bounds(offset, offset + len(line)), whole

    def _signed(self, line: str, *, at_edge: bool) -> ShownReason | None:
        """Return the reason for a line about the author; `at_edge` if it is at the top of the text or at its bottom."""
        if at_edge and self._byline and self._byline.match(line):
            return _BYLINE
        author = _ABOUT_AUTHOR.match(line) if at_edge and not _HAS_DIGIT.search(line) else None
        return _AUTHOR if author and self._text.count(author[1]) <= _MAX_AUTHOR else None


def _lead_with_place(lines: Sequence[tuple[int, str]]) -> int | None:
    """Return the start of the first paragraph of the story if it begins with a place in capitals: "PORT BRENN: Crews".

    A label in capitals that is one of several, or whose words return in capitals, is a speaker's or a body's.
    """
    for index, (start, whole_line) in enumerate(lines[:_TOP]):
        line = whole_line.strip()
        dateline = _DATELINES.match(line)
        place = dateline["place"].partition(",")[0] if dateline and _is_in_capitals(dateline) else ""
        said = line[dateline.end() :].strip() if dateline and place else line
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        is_sentence = _ENDS_SENTENCE.search(said) is not None or (bool(place) and following[:1].islower())
        if not is_sentence or sum(map(str.islower, said.split())) < _MIN_WORDS:
            continue
        others = [other for at, other in lines if at > start]
        is_label = any(map(_starts_with_capitals, others)) or any(place in other for other in (said, *others))
        return start if place and not is_label else None
    return None


def _starts_with_capitals(line: str) -> bool:
    dateline = _DATELINES.match(line.strip())
    return dateline is not None and _is_in_capitals(dateline)


def _is_in_capitals(dateline: re.Match[str]) -> bool:
    """Return whether a dateline begins with a name in capitals, which is no heading of a note."""
    place = dateline["place"].partition(",")[0]
    is_long = sum(map(str.isalpha, place)) >= _MIN_PLACE
    return is_long and _IN_CAPITALS.fullmatch(place) is not None and place.split()[0].casefold() not in NOTES


def _parts_of(line: str) -> Iterator[tuple[int, int, ShownReason]]:
    """Yield the start, the end and the reason of parts of a line."""
    for pattern, reason in _ANYWHERE:
        yield from ((match.start(), match.end(), reason) for match in pattern.finditer(line))
    for match in _SLASHED.finditer(line):
        if _is_credit(match[1] or match[2]):
            yield match.start(), match.end(), _CREDIT


def _is_credit(words: str) -> bool:
    """Return whether words with slashes are names of photographers and picture agencies, and nothing else."""
    parts = [part.strip() for part in words.removesuffix(", File").split("/")]
    pictures = [part for part in parts if _PICTURE_PART.fullmatch(part)]
    names = [part for part in parts if part not in pictures and _NAME_PART.fullmatch(part)]
    return len(parts) > 1 and bool(pictures) and len(pictures) + len(names) == len(parts)


def _moment(line: str, *, is_heading: bool) -> ShownReason | None:
    """Return the reason for a line that consists of dates and times; `is_heading` if it can only be the text's own."""
    is_named = _NAMED_MOMENT.match(line) is not None
    if not is_named and not _MOMENT_LINE.match(line):
        return None
    has_date, has_time = _HAS_DATE.search(line), _HAS_TIME.search(_HAS_DATE.sub("", line))
    if has_date and has_time:
        return _BYLINE if is_named else _PUBLISHED
    is_labelled = not is_named and _HAS_LABEL.search(line)
    return _PUBLISHED if is_labelled or (has_date and is_heading and not is_named) else None


def _boilerplate(line: str) -> ShownReason | None:
    """Return the reason for a line that is no sentence of the text."""
    if _PHOTO_LINE.match(line):
        return _CREDIT
    if _REPORTED.match(line):
        return _STAFF
    if len(line) <= _MAX_LINK and _RIGHTS.search(line):
        return _COPYRIGHT
    is_sentence = _ENDS_SENTENCE.search(line) is not None and (len(line) > _MAX_SHORT_LINK or _HAS_DIGIT.search(line))
    if len(line) <= _MAX_LINK and _LINKS.match(line) and not is_sentence:
        return _LINK
    return _REFERENCE if _PUBLICATION.match(line) else None
