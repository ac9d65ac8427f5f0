"""French words around the text of a page."""

from dossier.detect.page_words import NETWORKS, PageWords

_NOTES_TEXT = """
    note notes photo photos image images vidéo remarque source sources date heure lieu objet sujet tél email web url
"""
_CONNECTORS_TEXT = "et le les du des de la pour à avec par édité rédaction"
_MONTHS_TEXT = """
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    janv févr avr juil sept oct nov déc
"""

PAGE_WORDS = PageWords(
    notes=frozenset(_NOTES_TEXT.split()),
    connectors=frozenset(_CONNECTORS_TEXT.split()),
    months=frozenset(_MONTHS_TEXT.split()),
    conjunctions="et",
    weekdays="lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    day_suffixes="er",
    before_date="le",
    before_moment="à|le",
    time_suffixes="h",
    published="(?:publié|mis à jour|modifié)(?: le| à)?",
    by="par",
    for_outlet="pour",
    photo="photos?|images?|crédits?(?: photo)?",
    phone="fax|tél(?:éphone)?",
    follow=rf"Suivez-(?:nous|le|la) sur {NETWORKS}\b",
    contributed="(?:a|ont) contribué à (?:cet article|ce reportage)",
    rights="tous droits réservés",
    links=(
        r"(?:à )?lire (?:aussi|également)\b|lire la suite\b|voir aussi\b|sur le même sujet\b|abonnez-vous\b"
        r"|inscrivez-vous\b|partager (?:sur|cet)\b|les plus lus\b"
    ),
    reported=r"(?:Reportage|Édité)(?: (?:de|par)|\s*:)",
    about_author=r"est (?:un |une )?(?:journaliste|correspondante?|éditorialiste|rédacteur|rédactrice)\b",
)
