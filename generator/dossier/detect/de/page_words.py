"""German words around the text of a page."""

from dossier.detect.page_words import NETWORKS, PageWords

_NOTES_TEXT = """
    hinweis anmerkung foto fotos bild bilder video quelle quellen datum uhrzeit ort thema betreff stand
    tel email web url
"""
_CONNECTORS_TEXT = "und für aus im am der die das von redaktion mit dpa epd epa sda imago"
_MONTHS_TEXT = """
    januar februar märz april mai juni juli august september oktober november dezember
    jan feb apr aug sept sep okt nov dez
"""

PAGE_WORDS = PageWords(
    notes=frozenset(_NOTES_TEXT.split()),
    connectors=frozenset(_CONNECTORS_TEXT.split()),
    months=frozenset(_MONTHS_TEXT.split()),
    conjunctions="und",
    weekdays="montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag",
    day_suffixes=r"\.",
    before_moment="um|am",
    hour_suffixes=r"uhr\b",
    published="(?:zuletzt )?(?:veröffentlicht|aktualisiert|geändert|erstellt)(?: am| um)?|stand",
    by="von",
    for_outlet="für",
    photo="fotos?|bild(?:er)?|fotograf(?:in)?",
    phone="fax|tel(?:efon)?",
    follow=rf"Folgen Sie (?:uns|ihm|ihr) (?:auf|bei) {NETWORKS}\b",
    contributed="(?:hat|haben) zu diesem (?:Artikel|Bericht|Text) beigetragen",
    rights="alle rechte vorbehalten",
    links=(
        r"lesen sie (?:auch|mehr|hier)\b|mehr (?:zum thema|dazu)\b|siehe auch\b|weiterlesen\b|meistgelesen\b"
        r"|(?:jetzt )?abonnieren\b|auf \w+ teilen\b"
    ),
    reported=r"(?:Bericht|Mitarbeit)(?: von|\s*:)",
    about_author=r"ist (?:eine? )?(?:Journalist|Korrespondent|Redakteur|Kolumnist|Autor)(?:in)?\b",
)
