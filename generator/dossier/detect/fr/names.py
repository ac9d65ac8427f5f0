"""Words that tell French names from other capitalised words."""

from dossier.detect.tabular.language_tables import NameTables

_COMMON = """
    à le la les l un une des du de d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos
    leur leurs je tu il elle on nous vous ils elles me te se lui y en que qui quoi dont où quand comment pourquoi
    combien quel quelle quels quelles par pour avec sans sur sous dans chez vers entre avant après depuis pendant
    durant selon contre malgré et ou mais donc or ni car si comme lorsque lorsqu puisque puisqu afin ainsi alors
    puis ensuite enfin déjà encore aussi non oui plus moins très trop peu beaucoup tout toute tous toutes autre
    autres chaque plusieurs quelques certains certaines aucun aucune rien personne quelqu cela ça ceci celui celle
    ceux celles ici là voici voilà est sont était étaient a ont avait avaient être avoir fait face grâce près loin
    parmi outre quant jusqu aujourd hier demain deux trois quatre cinq six sept huit neuf dix cent mille premier
    première lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
    septembre octobre novembre décembre photo photos vidéo lire voir merci même mêmes c n s j m t qu
"""
_ROLES = """
    président présidente vice-président vice-présidente premier ministre général colonel capitaine lieutenant
    sergent commandant amiral député députée sénateur sénatrice gouverneur maire ambassadeur ambassadrice chancelier
    chancelière secrétaire directeur directrice porte-parole pape évêque archevêque cardinal père roi reine prince
    princesse docteur dr m mme mlle mm madame monsieur juge procureur professeur maître ex-président
"""
_REPORTING = """
    dit disent annonce annoncent annoncé selon affirme affirment affirmé rapporte rapportent rapporté publie publié
    déclare déclaré écrit cite journal agence rapport article source communiqué
"""
_VERBS_AFTER = (
    r"(?:(?:l|le|la|les|lui|leur|ne|n|se|s|y|en) ){0,2}"
    r"(?:a|avait|est|était|sera|aura|dit|déclare|affirme|annonce|assure|explique|dirige|demande|écrit|fut)"
)
_NOT_BEFORE_VERBS = r"(?:ment|er|ir|re|é|ée|i|ie|u|ue)$"

NAMES = NameTables(
    common=frozenset(_COMMON.split()),
    particles=frozenset(("de", "du", "des", "d", "von", "van", "der", "den", "di", "ben", "al", "el")),
    articles=frozenset(("la", "le", "les", "l")),
    roles=frozenset(_ROLES.split()),
    verbs_after=_VERBS_AFTER,
    not_before_verbs=_NOT_BEFORE_VERBS,
    reporting=frozenset(_REPORTING.split()),
    joining=frozenset(("de", "du", "des", "d")),
)
