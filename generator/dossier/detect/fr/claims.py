"""French words on which the strength of a claim depends: what denies, limits, plans or turns round what is said."""

import re

from dossier.detect.claim_tables import ClaimTables
from dossier.detect.claim_words import ClaimReader
from dossier.detect.fr.names import NAMES
from dossier.detect.fr.speech import SPEECH
from dossier.detect.fr.word_forms import STEMMER
from dossier.detect.simple_words import strip_accents

_CLAIM_WORDS = {
    "negation": {
        "not": """
            ne, n, aucun, aucune, nul, nulle, sans, personne ne, personne n, jamais
        """,
        "refused": "refuser* de, refuser*, nier*, démentir*, rejeter*, écarter*, se refuser*",
        "other": """
            pas, plus, rien, ni, échouer*, empêcher*, éviter*, interdire*, annuler*, suspendre*, reporter*, abandonner*,
            renoncer*, retirer*, douter*, peine, rarement, peu, manque, absence, contre, sauf, excepté, moins,
            seulement, uniquement, seul, seule, faux, fausse, manquer*, cesser*, opposer*, refus, loin de, ignorer*,
            bloquer*, impossible, incapable, incapables, contredire*, contester*, exclure*, omettre*, perdre*, lever*,
            révoquer*, guère, point, non, erreur, zéro, privé, priver*
        """,
    },
    "hedge": {
        "possible": """
            peut être, probablement, sans doute, possiblement, éventuellement, pourrait, pourraient, apparemment,
            vraisemblablement
        """,
        "reported": """
            aurait, auraient, prétendument, présumé, présumée, présumés, présumées, supposé, supposée, supposés,
            soupçonné, soupçonnés, soupçonnée
        """,
        "approximate": "presque, approximativement, pratiquement, quasiment, quasi",
        "other": """
            peut, peuvent, pu, possible, possibles, probable, probables, sembler*, suggérer*, croire*, penser*,
            estimer*, soupçonner*, si, selon, accuser*, espérer*, risque, possibilité, craindre*, doit, doivent, serait,
            seraient, devrait, devraient, affirmer*, assurer*, dénoncer*, indice, indices, hypothèse, éventuel,
            éventuelle, paraître*
        """,
    },
    "quantifier": {
        "all": "tous, toutes, chaque, toujours, entièrement, complètement, totalement, à l unanimité",
        "most": "plupart, la plupart, majorité, la majorité, majoritairement",
        "many": "nombreux, nombreuses, beaucoup, souvent",
        "several": "plusieurs, divers, diverses",
        "some": "certains, certaines, quelques, partiellement, en partie, parfois",
        "few": "peu de, minorité, une minorité, rarement",
        "half": "moitié, la moitié",
        "only": "seulement, uniquement, exclusivement",
        "both": "tous les deux, toutes les deux",
    },
    "plan": {
        "will": """
            va, vont, allait, allaient, prévoit de, prévoient de, compte, comptent, envisage de, envisagent de, promet
            de, promettent de, a promis de, ont promis de, menace de, menacent de, a menacé de, projette de
        """,
        "intends": """
            veut, veulent, voulait, voulaient, souhaite, souhaitent, souhaitait, souhaitaient, doit, doivent, devait,
            devaient, devrait, devraient, devra, devront
        """,
        "other": """
            peut, peuvent, pourrait, pourraient, si, tenter*, essayer*, demander*, exiger*, ordonner*, proposer*,
            offrir*, accepter*, décider*, plan, plans, projet, prévu, prévue, prévus, prévues, prochain, prochaine,
            futur, future, demain, attendre*, annoncer*, approuver*, jusqu, possible, intention, appeler* à, convoquer*,
            pour, serait, aurait, inviter*, autoriser*, permettre*, sur le point
        """,
    },
    "superlative": {"most": "premier, première, meilleur, meilleure, pire, record, sans précédent, maximum, minimum"},
    "cause": {
        "because": "parce que, parce qu, en raison de, à cause de, grâce à, provoqué, causé, entraîné",
        "other": "par, causer*, provoquer*, entraîner*, donc, ainsi, après, résultat, motif, raison, depuis, car",
    },
    "strength": {
        "certain": "confirmer*, admettre*, reconnaître*, démontrer*, prouver*, révéler*, vérifier*, établir*",
        "other": "montrer*, accepter*, savoir*, trouver*, fait, preuve, preuves",
    },
}
_OPPOSITES = """
    monter* augmenter* augmentation croître* hausse grimper* progresser* / baisser* diminuer* diminution chuter* chute
    baisse reculer* recul; gagner* remporter* victoire / perdre* défaite; soutenir* / opposer* rejeter*; avant / après;
    accepter* approuver* adopter* / rejeter* refuser*; permettre* autoriser* / interdire* empêcher*; commencer* débuter*
    début démarrer* / terminer* finir* achever* cesser* fin; ouvrir* / fermer* fermeture; arriver* arrivée entrer*
    entrée / partir* sortir* quitter* fuir*; plus / moins; supérieur supérieure / inférieur inférieure; haut haute / bas
    basse; légal légale légaux / illégal illégale illégaux; possible / impossible; vrai vraie / faux fausse; nouveau
    nouvelle neuf / ancien ancienne vieux; long longue / court courte; positif positive / négatif négative; coupable
    coupables condamner* condamnation / innocent innocente acquitter* acquittement relaxer*; premier première / dernier
    dernière; majorité / minorité; renforcer* / affaiblir*; confirmer* admettre* reconnaître* / nier* démentir*; saluer*
    féliciter* / condamner* critiquer* dénoncer*; embaucher* recruter* nommer* / licencier* renvoyer* limoger*; acheter*
    / vendre*; importer* importation importations / exporter* exportation exportations; inclure* / exclure*; vivant
    vivante vivants / mort morte morts; capable / incapable; probable / improbable; pacifique pacifiques / violent
    violente; succès réussite / échec; public publique / secret secrète privé privée; libérer* / arrêter* détenir*
    emprisonner* interpeller*; riche riches / pauvre pauvres; attaquer* / défendre*; homme hommes / femme femmes;
    obligatoire / facultatif volontaire; nord / sud; est oriental / ouest occidental; allumer* / éteindre*; maintenir*
    conserver* / perdre*
"""
_PAST = re.compile(
    r"\w{2,}(?:é|ée|és|ées|i|is|it|ie|ies|u|ue|us|ues|ut|a|èrent|irent|urent|ait|aient)|fut|furent|eut|eurent|mort[es]*"
    r"|\w*pri(?:s|t|se|ses)|\w*mi(?:s|t|se|ses)|ouvert[es]*|offert[es]*|écrite?s?|fait[es]*|dite?s?|détruite?s?|\w*teinte?s?"
)
_NO_NEGATION = re.compile(
    r"(?<!\w)(?:(?:non|pas) seulement|sans (?:doute|précédent|conteste|surprise|que)|pourquoi pas|ou non|plus ou moins"
    r"|(?:avant|crain\w+|peur|moins|plus|pire|mieux) (?:que |qu['’])(?:\w+ ){0,4}?(?:ne |n['’])|n['’]est-ce pas"
    r"|ne fait aucun doute|ne (?:serait|soit)-ce que|si ce n['’]est)(?!\w)"
    r"|(?<!\w)n(?:e |['’])(?:\w+ ){1,3}(?:pas (?:seulement|que)(?!\w)|plus (?:que(?!\w)|qu['’]))",
    re.IGNORECASE,
)
_EMPTY_TEXT = """
    pouvoir peut peuvent pu pouvait pouvaient puisse puissent avoir a ont avait avaient aura ayant eu eut être est sont
    était étaient été étant fut furent sera soit soient lui leur leurs en y ce c s l d j m t qu se me te nous vous qui
    que hier aujourd hui encore déjà finalement jour même propre fois ainsi tant très trop bien
"""
_WITH_NE = frozenset(
    ("pas", "jamais", "rien", "aucun", "aucune", "personne", "point", "guere", "nul", "nulle", "ni", "plus")
)

CLAIMS = ClaimReader(
    ClaimTables(
        claim_words=_CLAIM_WORDS,
        opposites=_OPPOSITES,
        form=STEMMER.form,
        is_same_form=str.__eq__,
        is_same_word=str.__eq__,
        ending_forms=None,
        is_past=lambda word: _PAST.fullmatch(word.casefold()) is not None,
        function_words=frozenset(map(strip_accents, NAMES.common)),
        without_content=frozenset(map(strip_accents, (*_EMPTY_TEXT.split(), "pas", "ne", "plus", "rien"))),
        reporting=frozenset(map(strip_accents, NAMES.reporting)),
        framing=frozenset(("titre", "texte", "phrase", "mots", "entretien", "declarations", "note")),
        saying=re.compile(strip_accents(SPEECH.saying)),
        idle=(("negation", "", _NO_NEGATION),),
        clause_openers=frozenset(("mais", "car", "bien", "tandis", "parce")),
        only=("seulement", "uniquement"),
        questions=("que", "comment", "quand", "ou", "si", "pourquoi", "quel", "quelle", "quels", "quelles"),
        relatives=("qui",),
        how_much=("combien",),
        conditions=("si", "sauf"),
        exceptions=("sauf",),
        comparatives=("plus", "moins"),
        limits=("depuis", "jusqu", "encore", "avant"),
        planned=("prévu", "prévue", "prévus", "prévues", "projet", "plan", "plans"),
        noun_endings=("tion", "sion", "ment", "ance", "ence", "ite", "age"),
        infinitive=re.compile(
            r"(?!(?:hier|premier|policier|ouvrier|etre|avoir|contre|entre|autre|ministre|centre)$)\w{2,}(?:er|ir|oir|[dtuv]re|ire)|être"
        ),
        word=re.compile(r"[^\W\d_]+['’](?=[^\W\d_])|[^\W\d_]+"),
        future=re.compile(
            r"\w{3,}(?:era|eront|iront|dra|dront|vra|vront|rra|rront)|\w{3,}ira|sera|seront|aura|auront|ira"
            r"|(?!(?:re|at|é)?tirai|désirai|\w{0,4}spirai|soupirai|virai|déchirai|admirai|engendrai|\w*cadrai)"
            r"\w{3,}(?:e|[^aeiou]i|[eino]d)rai(?:t|ent)"
        ),
        partners={"ne": _WITH_NE, "n": _WITH_NE},
        may_deny_subject=True,
        corrections=frozenset(("mais",)),
    )
)
"""What reads the claims of French texts."""
