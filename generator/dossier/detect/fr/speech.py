"""French words about speech, words of denial, and what ends no sentence."""

import re

from dossier.detect.sentences import SentenceFinder
from dossier.detect.speech import SpeechWords

SENTENCES = SentenceFinder(
    ("M", "MM", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Me", "Mgr", "St", "Ste", "art", "env", "ex", "vs", "av", "bd"),
    (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")),
    "«—–",
)

_SAYING_TEXT = r"""
    dit disent disait disaient dira affirm\w+ assur\w+ déclar\w+ signal\w+ expliqu\w+ indiqu\w+ ajout\w+ comment\w+
    soutenu soutient soutenait averti\w* avertit annonc\w+ inform\w+ réitér\w+ dénonc\w+ exprim\w+ exclam\w+ répond\w*
    demand\w+ racont\w+ insist\w+ écri\w+ tweet\w+ publi\w+ reconn\w+ admet\w* admis nié nient nie confirm\w+ avou\w+
    conclu\w* rappel\w+ relat\w+ précis\w+ soulign\w+ estim\w+ jug\w+ critiqu\w+ accus\w+ exig\w+ prom[ie]\w+
    cri[ée]\w* lanc\w+ regrett\w+ plaid\w+ poursui\w+ propos déclarations communiqué selon
"""

SPEECH = SpeechWords(
    saying="|".join((*_SAYING_TEXT.split(), "d['’]après", "aux yeux de")),
    according="selon|d['’]après|aux yeux de",
    has_object=r"accus|critiqu|interrog|interview|appel|remerci",
    no_subject=(
        "que|qu['’]\\w+|à|au|aux|pour|par|sur|avec|sans|si|comment|quand|où|ne|non|oui|et|ou|mais|pendant|depuis|après|avant|"
        "me|te|se|lui|leur|nous|vous|en|dans"
    ),
    clause_end=(
        r"[;:]|,(?= (?:et|mais|où|que|qui|quand|lorsque|tandis|en|après)(?!\w))"
        r"|(?<!\w)(?:que|qu['’]|parce que|bien que|tandis que|après que|avant de|quand|lorsque|à|au|aux)(?!\w)"
    ),
    pronoun="il|elle|ils|elles|je|on|qui",
    according_to="(?:[Ss]elon|[Dd]['’]après) (?:le |la |les |l['’])?",
    conjunctions="et|ou|ni|ainsi que|de même que",
)

NEGATION = re.compile(
    r"(?<!\w)(?:ne|n['’]\w+|pas|jamais|personne|rien|aucune?|ni|sans|inconn\w+|on ignore)(?!\w)",
    re.IGNORECASE,
)

PUBLICATION = re.compile(
    r"(?<!\w)(?:articles?|rapports?|nouvelles?|textes?|reportages?|notes?|édition|numéro|publication|communiqué)(?!\w)"
    r"(?:(?!\bque\b)[^.;,]){0,40}$"
    r"|(?<!\w)(?:datée?s?|publiée?s?|publia|paru[es]*|mise? à jour|diffusée?s?)(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""Words about a publication, in the same clause right before a date."""

BYLINE = re.compile(
    r"^\W*(?i:(?:(?:écrit|publié|texte|reportage) )?par|auteure?:|texte ?:)"
    r"\s+(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4})\s*(?=$|[,|·•(])",
    re.MULTILINE,
)
"""A line that names the author of a text."""
