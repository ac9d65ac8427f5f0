"""French words by which texts say how two actors are related."""

from dossier.detect.relation_words import relation_words

_LINK = r",? (?:qui |laquelle |lequel )?(?:a |ont |avait |avaient )?"
_THEN = r" (?!par\b)(?:(?:à|au|aux|le|la|les|de|du|des|son|sa|ses|un|une) |[ld]')*(?:[a-z]\w+ ){0,2}?"
_PART = (
    rf"{_LINK}(?:est|sont|était|étaient|fut|reste) "
    rf"(?:(?:un|une|le|la) )?(?:\w+ )?(?:membre|membres|branche|unité|division|filiale|partie) (?:de|du|d'){_THEN}"
)

RELATIONS = relation_words(
    {
        "recognises": "reconna reconnu accept",
        "does not recognise": """
            (?:pas|plus|jamais|sans)\\b.*\\breconn ne_reconna n'a_pas_reconnu refus ni(?:e|é|er|ent)\\b rejet retir
        """,
        "loyal to": "loya fidèl fidélit allégean serment jur(?:e|é|er|a|ent)\\b obé subordonn aux_côtés",
        "opposes": """
            oppos contre renvers rival critiqu accus rejet dénonc condamn protest révolt rebell soulèv soulev avert
            menac défi démission renonc dictat tyran ennemi adversaire bl[aâ]m reproch plain sanction résist romp boycot
            combat lutt disput contredi poursui ultimatum exig usurpat
        """,
        "supports": """
            soutien souten soutin appui appuy alli favor aid assist sympath défen approuv lou financ parrain promou
            solidaire en_faveur reconna reconnu aux_côtés partisan pro-
        """,
        "member of": "membre appart adhér fait_partie font_partie siège affili député sénateur parti_ parti\\b milit",
        "part of": """
            partie_d branche division bras_ unité aile_ au_sein apparten appartien département bureau officiel
            fonctionnaire rattach dépend filiale section siège du_ de_la_ de_l' relèv
        """,
        "leads": """
            dirig diriger leader chef présid directeur directrice fondat command maire capitaine gouvern à_la_tête tête
            patron secrétaire meneur mène gérant
        """,
        "speaks for": "porte-parole parl représent au_nom envoyé avocat",
        "holds responsible": "responsab coupab accus caus faute imput attribu",
        "relays": """
            selon d'après inform dit disent cit[eé] interview écri publi contribu recueil annon décri racont déclar
            affirm assur expliqu rapport relat relay via_ entretien diffus
        """,
        "publishes": "publi édit imprim propriét possèd copyright fond[eé]",
        "works for": """
            conseill assistant attaché ambassad analyste capitaine employé travaill consultant collabor correspond
            coordinat diplomat directeur directrice rédact ingénieur envoyé journaliste avocat ministre officier
            photograph polic product professeur report cherch secrétaire sergent sert_ serv porte-parole personnel
            fonctionnaire chef adjoint chroniqu colonel médecin gérant
        """,
        "family of": """
            père mère fils fille frère s(?:œ|oe)ur épou[xs] mari femme veu[fv] oncle tante cousin neveu nièce petit-fils
            petite-fille grand-père grand-mère beau- belle- gendre mari[eé] famil compagn fianc jum hérit
        """,
        "in contact with": """
            contact parl dit rencontr réuni appel écri lettre envo entretien interview messag connect courriel négoci
            correspond répon demand visit dialog convers discut convoqu téléphon vu_
        """,
    },
    r"(?<!\w)(?:pas|plus|jamais|cessé de|cesse de|refus\w+ de|refus\w+|sans|rejet\w+|aucune?) (?:\w+ )?$",
    {
        "part of": _PART,
        "member of": _PART,
        "leads": rf"{_LINK}(?:dirige|dirigé|dirigea|préside|présidé|commande|commandé|mène){_THEN}",
        "publishes": rf"{_LINK}(?:publie|publié|édite|édité|possède){_THEN}",
        "recognises": rf"{_LINK}(?:reconnaît|reconnaissent|reconnu|reconnut){_THEN}",
        "supports": rf"{_LINK}(?:soutient|soutiennent|soutenu|soutint|appuie|appuient|appuyé){_THEN}",
        "opposes": (
            rf"{_LINK}(?:s'oppose|s'opposent|s'est opposé|critique|critiqué|condamne|condamné|dénonce"
            rf"|dénoncé){_THEN}"
        ),
    },
    # "ne … plus que" and "ne … pas que" take nothing back.
    denied_after=(
        r"(?:(?<=\bne )|(?<=\bn')|(?<=\bne l')|(?<=\bne l[ea] )|(?<=\bne les ))[\w-]+(?: \w+)? "
        r"(?:pas|plus|jamais|guère|aucune?|nullement|ni)\b(?! qu(?:e\b|'))"
    ),
)
