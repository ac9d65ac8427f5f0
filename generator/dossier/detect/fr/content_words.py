"""French words with a meaning of their own: those that count nothing, and those that mean the same."""

import re

from dossier.detect.content_words import ContentWords
from dossier.detect.fr.names import NAMES
from dossier.detect.fr.word_forms import STEMMER
from dossier.detect.simple_words import strip_accents

_FRAMING_TEXT = """
    temps période durée part partie proportion pourcentage taux niveau rapport taille somme total nombre décompte compte
    chiffre quantité valeur prix coût calcul opinion prévision estimation source auteur lecteur article rapport gens
    personne personnes membres participants
"""
_SYNONYM_TEXT = """
    personne personnes gens individus; soldat soldats militaire militaires troupes; mort morts décès tué tués victimes;
    blessé blessés; enfant enfants mineur mineurs; pays nation nations état états; maison maisons logement logements
    foyer foyers habitation habitations; travailleur travailleurs employé employés ouvrier ouvriers salarié salariés;
    femme femmes; homme hommes; policier policiers agent agents; voiture voitures véhicule véhicules automobile
    automobiles; prisonnier prisonniers détenu détenus; bateau bateaux navire navires; élève élèves étudiant étudiants
"""

CONTENT = ContentWords(
    STEMMER.form,
    function_words=frozenset(map(strip_accents, NAMES.common)),
    reporting=frozenset(map(strip_accents, NAMES.reporting)),
    framing=_FRAMING_TEXT,
    linking="de d des du les la le l ses autres nouveaux nouvelles",
    synonyms=_SYNONYM_TEXT,
    counted=re.compile(r"\w{2,}[sxz]"),
    word=re.compile(r"[^\W\d_]+['’](?=[^\W\d_])|[^\W\d_]+"),
)
