"""Spanish words about speech, words of denial, and what ends no sentence."""

import re

from dossier.detect.sentences import SentenceFinder
from dossier.detect.speech import SpeechWords

SENTENCES = SentenceFinder(
    ("Sr", "Sra", "Srta", "Dr", "Dra", "Gral", "Cnel", "Lic", "Ing", "Prof", "Ud", "Uds", "D", "Dña", "Mons", "Sto",
     "Sta", "EE", "UU", "núm", "nro", "art", "pág", "aprox", "ej", "vs", "av", "Avda"),
    (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")),
    "«¿¡—–",
)  # fmt: skip

_SAYING_TEXT = r"""
    dijo dijeron dice dicen decía diciendo dicho afirm\w+ asegur\w+ declar\w+ señal\w+ explic\w+ indic\w+ añad\w+
    agreg\w+ manifest\w+ coment\w+ sostuv\w+ sostien\w+ advirt\w+ advert\w+ anunci\w+ inform\w+ reiter\w+ denunci\w+
    expres\w+ exclam\w+ respond\w+ contest\w+ pregunt\w+ cont[óo] contaron cuenta insist\w+ escrib\w+ tuite\w+
    public[óo] reconoc\w+ admit\w+ neg[óo] negaron confirm\w+ confes\w+ concluy\w+ record[óo] recuerda relat\w+
    apunt[óo] apunta matiz\w+ precis[óo] precisa subray\w+ destac\w+ consider\w+ opin\w+ critic\w+ acus\w+ exig\w+
    pid[ie]\w+ promet\w+ grit\w+ lament\w+ aclar\w+ asever\w+ puntualiz\w+ zanj\w+ palabras declaraciones comunicado
    según
"""

SPEECH = SpeechWords(
    saying="|".join(_SAYING_TEXT.split()),
    according="según|palabras de|declaraciones de",
    has_object=r"(?!)",
    no_subject=(
        "que|qué|a|al|ante|para|por|sobre|con|sin|si|cómo|cuándo|dónde|no|sí|y|o|pero|durante|desde|hasta|después|antes|me|"
        "te|se|le|les|nos|lo|en"
    ),
    clause_end=(
        r"[;:]|,(?= (?:y|pero|donde|que|quien|quienes|cuando|mientras|en|tras)(?!\w))"
        r"|(?<!\w)(?:que|porque|aunque|mientras|después de|antes de|cuando|sobre|a|al|ante)(?!\w)"
    ),
    pronoun="él|ella|ellos|ellas|yo|quien|quienes",
    omits_subject=True,
    according_to="[Ss]egún (?:el |la |los |las )?",
    conjunctions="y|e|o|u|ni|así como|junto con|además de",
)

NEGATION = re.compile(
    r"(?<!\w)(?:no|nunca|jamás|nadie|nada|ningun[oa]?s?|ningún|ni|sin|tampoco|desconoc\w+|se ignora)(?!\w)",
    re.IGNORECASE,
)

PUBLICATION = re.compile(
    r"(?<!\w)(?:artículos?|informes?|noticias?|textos?|reportajes?|notas?|edición|número|publicación|entrada"
    r"|comunicado)(?!\w)"
    r"(?:(?!\bque\b)[^.;,]){0,40}$"
    r"|(?<!\w)(?:fechad[oa]s?|publicad[oa]s?|publicó|publicaron|actualizad[oa]s?|difundid[oa]s?|emitid[oa]s?"
    r"|de fecha)(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""Words about a publication, in the same clause right before a date."""

BYLINE = re.compile(
    r"^\W*(?i:(?:(?:escrito|publicado|texto|reportaje|redacción|palabras) )?por|autora?:|texto:)"
    r"\s+(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4})\s*(?=$|[,|·•(])",
    re.MULTILINE,
)
"""A line that names the author of a text."""
