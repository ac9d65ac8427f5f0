"""The English words that show which figure, date and place of a sentence belong together."""

import re

from dossier.detect.link_words import LinkWords

_THAN = "(?<!more )(?<!less )(?<!fewer )than"
_OTHER_TIME = f"who|whom|whose|which|where|when|because|since|until|till|if|although|though|{_THAN}"
_DETERMINERS = "the|an?|our|his|her|its|their|my"
_CLAUSES = (
    rf"{_OTHER_TIME}|that|while|after|before|as|but|following|amid|despite|and (?!\d)"
    rf"|to (?!(?:{_DETERMINERS})\b|[\dA-Z])\w+"
)
_MARKS = r"[.;:—–()“”\"«»]|,(?! (?:with|including)\b)"
_SIZE = r"(?:(?:large|some|many) )?parts\s+of\s+"
_SIDE = (
    r"(?:(?:north|south)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central|downtown|neighbou?ring|nearby)\s+"
)
_AFTER_PLACE = (
    "on|in|at|since|after|before|during|as|when|while|who|which|that|with|by|for|from|and|or|to|where|over|between|last"
    "|this|next|early|late|today|yesterday|tonight|alone"
)

LINK_WORDS = LinkWords(
    parts_event=re.compile(rf"[:;—–]|[.!?][”’\"']*\s+[“‘\"']?[A-Z]|\b(?:{_OTHER_TIME})\b"),
    relative=re.compile(r"\b(?:who|whom|whose|which|where|when|that)\b"),
    parts_date=re.compile(rf"{_MARKS}|\b(?:{_CLAUSES})\b"),
    parts_place=re.compile(rf"{_MARKS}|,|\b(?:{_CLAUSES}|from|against|by|about|over|for|of (?:{_DETERMINERS}))\b"),
    limits_date=re.compile(
        r"\b(?:(?:than|since|until|till|before|compared (?:with|to))\b[^,;.]{0,25}|from\s+)$", re.IGNORECASE
    ),
    before_place=re.compile(
        r"(?<!\w)(?:in|at|on|near|outside|inside|across|around|throughout|off|to|into)\s+"
        rf"(?:{_SIZE})?(?:the\s+)?(?:{_SIDE})?"
        r"(?:(?:(?-i:[A-Z])[\w.]*\s+)?(?:city|town|village|port|state|province|island|capital)\s+of\s+)?$",
        re.IGNORECASE,
    ),
    ends_place=re.compile(rf"\s*(?:[,.;:)—–“”\"]|$)|\s+(?:{_AFTER_PLACE}|[a-z]+ing|[A-Z]\w+day)\b"),
    up_to_now=re.compile(r"(?:\b(?:has|have)|['’]ve)\s+(?:(?:\w+ly|also|now|so far|already)\s+)*\w", re.IGNORECASE),
)
