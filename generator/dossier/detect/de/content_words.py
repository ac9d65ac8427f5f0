"""German words with a meaning of their own: those that count nothing, and those that mean the same."""

import re

from dossier.detect.content_words import ContentWords
from dossier.detect.de.names import NAMES
from dossier.detect.de.word_forms import german_form

_FRAMING_TEXT = """
    Zeit Zeitraum Dauer Teil Anteil Prozentsatz Rate Niveau Verhältnis Größe Summe Gesamtzahl Zahl Anzahl Zählung Ziffer
    Menge Wert Preis Kosten Berechnung Meinung Prognose Schätzung Quelle Autor Leser Artikel Bericht Leute Person
    Personen Menschen Mitglieder Teilnehmer
"""
_SYNONYM_TEXT = """
    Person Personen Mensch Menschen Leute; Soldat Soldaten Militärangehörige Truppen; Tote Toten Todesopfer Todesfälle
    Opfer; Verletzte Verletzten Verwundete; Kind Kinder Minderjährige; Land Länder Staat Staaten Nation Nationen; Haus
    Häuser Wohnung Wohnungen Haushalt Haushalte; Arbeiter Beschäftigte Angestellte Mitarbeiter; Frau Frauen; Mann
    Männer; Polizist Polizisten Beamte Polizeibeamte; Auto Autos Wagen Fahrzeug Fahrzeuge; Gefangene Häftling Häftlinge
    Inhaftierte; Schiff Schiffe Boot Boote; Schüler Student Studenten Studierende
"""

CONTENT = ContentWords(
    german_form,
    function_words=NAMES.common,
    reporting=NAMES.reporting,
    framing=_FRAMING_TEXT,
    linking="der die das den von des weitere weiteren neue neuen andere anderen",
    synonyms=_SYNONYM_TEXT,
    counted=re.compile(r"[A-ZÄÖÜ][\wäöüß-]{2,}"),
)
