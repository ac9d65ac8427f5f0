"""Portuguese words about speech, words of denial, and what ends no sentence."""

import re

from dossier.detect.sentences import SentenceFinder
from dossier.detect.speech import SpeechWords

SENTENCES = SentenceFinder(
    ("Sr", "Sra", "Dr", "Dra", "Gal", "Cel", "Eng", "Prof", "Profa", "Exmo", "Exma", "D", "Sto", "Sta", "núm", "art",
     "pág", "aprox", "ex", "vs", "av", "Av", "R"),
    (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")),
    "«—–",
)  # fmt: skip

_SAYING_TEXT = r"""
    disse disseram diz dizem dizia dizendo dito afirm\w+ assegur\w+ declar\w+ assinal\w+ explic\w+ indic\w+
    acrescent\w+ manifest\w+ coment\w+ sustent\w+ advert\w+ anunci\w+ inform\w+ reiter\w+ denunci\w+ express\w+
    exclam\w+ respond\w+ pergunt\w+ cont[oa]u contaram conta insist\w+ escrev\w+ tuit\w+ publicou reconhec\w+ admit\w+
    neg[oa]u negaram confirm\w+ confess\w+ conclu\w+ record[oa]u lembr[oa]u relat\w+ apont[oa]u aponta sublinh\w+
    destac\w+ consider\w+ critic\w+ acus\w+ exig\w+ ped\w+ promet\w+ grit\w+ lament\w+ esclarec\w+ ressalt\w+ palavras
    declarações comunicado segundo
"""

SPEECH = SpeechWords(
    saying="|".join(_SAYING_TEXT.split()),
    according="segundo|palavras de|declarações de",
    has_object=r"acus|critic|entrevist|cham",
    no_subject=(
        "que|a|ao|à|aos|às|ante|para|por|sobre|com|sem|se|como|quando|onde|não|sim|e|ou|mas|durante|desde|até|depois|antes|"
        "me|te|lhe|lhes|nos|em|no|na"
    ),
    clause_end=(
        r"[;:]|,(?= (?:e|mas|onde|que|quem|quando|enquanto|em|após)(?!\w))"
        r"|(?<!\w)(?:que|porque|embora|enquanto|depois de|antes de|quando|sobre|à|ao)(?!\w)"
    ),
    pronoun="ele|ela|eles|elas|eu|quem",
    omits_subject=True,
    according_to="(?:[Ss]egundo|[Dd]e acordo com|[Cc]onforme) (?:o |a |os |as )?",
    conjunctions="e|ou|nem|assim como|bem como|junto com|além de",
)

NEGATION = re.compile(
    r"(?<!\w)(?:não|nunca|jamais|ninguém|nada|nenhum|nenhuma|nem|sem|tampouco|desconhec\w+|ignora-se)(?!\w)",
    re.IGNORECASE,
)

PUBLICATION = re.compile(
    r"(?<!\w)(?:artigos?|relatórios?|notícias?|textos?|reportage(?:m|ns)|notas?|edição|publicação|comunicado)(?!\w)"
    r"(?:(?!\bque\b)[^.;,]){0,40}$"
    r"|(?<!\w)(?:datad[oa]s?|publicad[oa]s?|publicou|publicaram|atualizad[oa]s?|divulgad[oa]s?"
    r"|emitid[oa]s?)(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""Words about a publication, in the same clause right before a date."""

BYLINE = re.compile(
    r"^\W*(?i:(?:(?:escrito|publicado|texto|reportagem|redação) )?por|autora?:|texto:)"
    r"\s+(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4})\s*(?=$|[,|·•(])",
    re.MULTILINE,
)
"""A line that names the author of a text."""
