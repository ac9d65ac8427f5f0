"""The words of French that say on whose word a figure or a date is, and that describe speakers without a name."""

from dossier.detect.aside_words import AsideWords
from dossier.detect.attributions import ReportingWords
from dossier.detect.descriptions import DescriptionWords, kind_by_nouns
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_dates import SayingDateWords

_SAID = (
    "dit|disent|déclarée?|déclar(?:e|ent)|affirmé|affirm(?:e|ent)|indiqué|indiqu(?:e|ent)|précisé"
    "|précis(?:e|ent)|ajouté"
    "|ajout(?:e|ent)|expliqué|expliqu(?:e|ent)|assuré|assur(?:e|ent)|souligné|soulign(?:e|ent)|averti|avertit"
    "|avertissent|raconté|racont(?:e|ent)|écrit|écrivent|fait savoir|prévenu|commenté"
)
_REPORTED = (
    "annoncé|annonc(?:e|ent)|confirmé|confirm(?:e|ent)|rapporté|rapport(?:e|ent)|révélé|révèl(?:e|ent)|estimé"
    "|estim(?:e|ent)|recensé|recens(?:e|ent)|dénombré|dénombr(?:e|ent)|compté|évalué|dénoncé|signalé|signal(?:e|ent)"
    "|publié|communiqué|comptabilisé"
)
_SAY = (
    r"(?:di[rts]\w*|confirm\w+|précis\w+|indiqu\w+|su|sait|savent|savoir|reconn\w+|affirm\w+|déclar\w+|annonc\w+"
    r"|exclu\w*)"
)


def french_reporting(subjects: SubjectWords, according: str) -> ReportingWords:
    """Return the words, given those of subjects and those that mean "according to"."""
    return ReportingWords(
        verbs=f"{_SAID}|{_REPORTED}",
        sources=rf"{according}|citant|(?:données|chiffres) d[eu]s?|(?:publié|diffusé|fourni|confirmé|annoncé)e?s? par",
        products=r"(?!)",
        new_clause="mais|tandis|alors que|bien que|quoique",
        doubt=(
            r"nié|nient?|démenti|dément(?:ent)?|conteste(?:nt)?|contesté|dout(?:e|ent|é)|si|s['’]ils?"
            rf"|(?:ne|n['’])\s?(?:\w+ )?(?:\w+ )?(?:pas|jamais|ni|rien) (?:\w+ ){{0,2}}{_SAY}"
            rf"|(?:ne|n['’])\s?{_SAY} (?:pas|jamais|ni|rien)|ni (?:confirm|infirm|dément)\w+|pas clair|on ignore"
            "|aucune? (?:preuve|indice|confirmation|élément)|sans (?:confirmer|préciser)|rumeurs?"
        ),
        doubt_after=r"(?:nié|nient?|démenti|dément(?:ent)?|contesté)(?: (?:le|la|les|cela) ?\w*)?\s*(?=[.!]?$)",
        joining="et|mais",
        subjects=subjects,
        dates=SayingDateWords(
            verbs=_SAID,
            announcing=_REPORTED,
            lead="le|la|ce|cette|tard|tôt|dans la nuit de|hier",
            phrase="dans|à|au|aux|lors|devant|pendant|sur|par|en",
            clause="dont|quand|lorsque|pendant que|après|avant|parce|si|et|mais|où",
            reported="que|qu['’]",
            auxiliaries="était|est|sera|a été|avait|a",
            passive="est|sont|été|était|étaient",
        ),
    )


_GROUPS = (
    "police|autorités|sources|porte-parole|responsables|fonctionnaires|témoins|voisin(?:e)?s"
    "|habitant(?:e)?s|riverains"
    "|résident(?:e)?s|policiers|agents|soldats|officiers|expert(?:e)?s|analystes|travailleurs|médecins"
    "|diplomates"
    "|militant(?:e)?s|manifestant(?:e)?s|dirigeants|journalistes|conseillers|proches|survivants|rescapés"
    "|avocats"
    "|procureurs|enquêteurs|chercheurs|scientifiques|pompiers|gendarmes|secouristes|sauveteurs|bénévoles"
    "|réfugiés"
    "|migrants|étudiants|professeurs|économistes|militaires|employés|salariés|pêcheurs|passagers|rebelles"
    "|opposants|députés|sénateurs|élus|hommes|femmes|critiques|syndicalistes"
)
ASIDES = AsideWords(
    age_before=r"âgée?s? de|(?:femme|homme|garçon|fille|fillette|enfant|jeune|adolescente?|bébé|fils|étudiante?) de",
    age_after="d['’]âge",
    distance_before="il y a|voici|voilà",
    distance_after="après|avant|plus tard|plus tôt|auparavant",
    people="femme|homme|garçon|fille|enfant|fils|étudiante?",
    hour_before=r"(?!)",
    age_joins=r"(?!)",
)
DESCRIPTIONS = DescriptionWords(
    definite="le|la|les|l['’]|ces|cette|ce|cet|ses|son|sa|leurs?|nos|notre|tous|toutes",
    indefinite="une?|un autre|une autre",
    partitive="des|d['’]|de",
    prepositions="de|du|des|d['’]\\w+|en|pour|avec|qui|à|aux?|dans|chez|sur",
    known="police|autorités|pompiers|gendarmes",
    collective="groupe|équipe|couple|dizaine|douzaine|centaine",
    vague="hommes|femmes|enfants|critiques|membres|utilisateurs|lecteurs",
    kind_of=kind_by_nouns(
        groups=_GROUPS,
        people=(
            "porte-parole|responsable|fonctionnaire|témoin|voisine?|habitante?|riveraine?|résidente?|policière?"
            "|policier"
            "|agent|soldat|officier|experte?|analyste|travailleur|médecin|diplomate|militante?|manifestante?"
            "|dirigeante?"
            "|journaliste|conseillère?|conseiller|proche|survivante?|rescapée?|avocate?|procureure?|enquêteur"
            "|chercheur"
            "|chercheuse|scientifique|pompier|gendarme|secouriste|sauveteur|bénévole|réfugiée?|migrante?|étudiante?"
            "|professeure?|économiste|militaire|employée?|salariée?|pêcheur|passagère?|passager|source|homme"
            "|femme|élue?"
            "|syndicaliste|infirmière?|infirmier"
        ),
    ),
    heads_first=True,
)
"""Whom French words for a speaker without a name describe."""
