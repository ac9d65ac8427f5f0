"""German words by which texts say how two actors are related."""

from dossier.detect.relation_words import relation_words

_LINK = r",? (?:der |die |das |welche |welcher )?"
_THEN = r" (?!von\b|durch\b)(?:(?:den|dem|der|die|das|des|ein|eine|einen|einem|einer|seine|seinen|ihre|ihren) )*"
_PART = (
    rf"{_LINK}(?:ist|sind|war|waren|bleibt) "
    rf"(?:(?:ein|eine|auch|nun) )*(?:\w+ )?(?:Teil|Mitglied|Zweig|Einheit|Abteilung|Tochter\w*) (?:von|des|der){_THEN}"
)

RELATIONS = relation_words(
    {
        "recognises": "anerk erkenn\\w*\\b.*\\ban\\b erkann\\w*\\b.*\\ban\\b akzeptier",
        "does not recognise": """
            (?:nicht|nie|niemals|ohne)\\b.*(?:anerk|\\ban\\b) nichtanerk nicht-anerk aberkann lehn ablehn abgelehn
            verweiger
            bestreit entzog entzieh weiger
        """,
        "loyal to": """
            loyal treu eid\\b schw[oö]r gehorch ergeben unterst(?:eht|ellt|and) auf_der_seite stand_zu steht_zu
        """,
        "opposes": """
            gegen widersetz widersprech widersprich oppos gegner st[uü]rz rivale kritis kritik beschuldig vorw[ae]rf
            vorwurf lehn ablehn abgelehn verurteil protest aufstand rebell erhob warn droh bedroh herausford
            r[uü]cktritt diktator tyrann feind klag beklag beschwer sanktion widerst brach bricht abbruch boykott
            k[aä]mpf bek[aä]mpf streit bestreit ultimatum fordert forder verklag usurpat zur[uü]ckweis wies
        """,
        "supports": """
            unterst[uü]tz r[uü]ckhalt verb[uü]nd f[uü]r_ hilf half hilft geholfen beisteh steht_hinter sympath verteidig
            billig lob finanzi f[oö]rder solidar zugunsten anh[aä]ng bef[uü]rwort r[uü]ckend anerk pro- auf_der_seite
        """,
        "member of": "mitglied angeh[oö]r geh[oö]r sitz\\b sitze abgeordnet partei senator beitr beigetr",
        "part of": """
            teil_ teil\\b zweig abteilung arm_ einheit fl[uü]gel innerhalb geh[oö]r beh[oö]rde b[uü]ro beamt mitarbeiter
            untersteh tochter sektion sitz der_ des_ vom_ referat
        """,
        "leads": """
            leit f[uü]hr chef vorsitz pr[aä]sid direktor gr[uü]nder kommand b[uü]rgermeister kapit[aä]n regier befehl
            spitze general obmann oberhaupt anf[uü]hr steht_an
        """,
        "speaks for": "sprecher sprech spricht sprach vertritt vertret im_namen gesandt anwalt anw[aä]lt",
        "holds responsible": "verantwort schuld beschuldig vorw[ae]rf wirft verursach ursach wegen",
        "relays": """
            laut zufolge nach_angaben bericht sagt zitier interview schr[ei][ei]b schrieb ver[oö]ffentlich meld
            k[uü]ndig angek[uü]nd beschr erz[aä]hl erkl[aä]r teilt mitgeteilt erl[aä]uter verbreit [uü]ber_ gespr[aä]ch
        """,
        "publishes": """
            ver[oö]ffentlich herausg gibt druck eigent[uü]m besitz copyright gegr[uü]nd gr[uü]nd verlag verleg
        """,
        "works for": """
            berat assistent attach botschaft analyst kapit[aä]n angestellt arbeit mitarbeit konsul korrespond koordinat
            diplomat direktor redakt ingenieur gesandt journalist anwalt anw[aä]lt minister offizier fotograf polizist
            produz professor report forsch sekret[aä]r feldwebel dien sprecher personal beamt leiter stellvertret
            kolumnist oberst arzt besch[aä]ftig
        """,
        "family of": """
            vater mutter sohn s[oö]hne tochter kind bruder br[uü]der schwester geschwister ehe gatt mann\\b frau\\b
            witwe onkel tante cousin neffe nichte enkel gro[sß]+ schwager schw[aä]ger schwieger verheirat famili partner
            verlobt zwilling erb
        """,
        "in contact with": """
            kontakt sprach sprech spricht sagt gespr[aä]ch traf treff getroffen rief ruf anruf schrieb schreib brief
            sand send interview nachricht verbind verhandel antwort frag besuch dialog unterh[aä]lt unterhielt telefon
            bat_ bitt sah_ mail
        """,
    },
    r"(?<!\w)(?:nicht|nicht mehr|nie|niemals|weiger\w*|verweiger\w*|ohne|kein\w*) (?:\w+ )?$",
    {
        "part of": _PART,
        "member of": _PART,
        "leads": rf"{_LINK}(?:leitet|leitete|führt|führte|kommandiert|kommandierte|regiert){_THEN}",
        "publishes": rf"{_LINK}(?:veröffentlicht|veröffentlichte|besitzt|verlegt){_THEN}",
        "supports": rf"{_LINK}(?:unterstützt|unterstützte|unterstützten|befürwortet){_THEN}",
        "opposes": rf"{_LINK}(?:bekämpft|bekämpfte|kritisiert|kritisierte|verurteilt|verurteilte){_THEN}",
    },
    # After a verb, in its clause; "nicht nur" and "das nicht gewählte Parlament" take nothing back.
    denied_after=(
        r"(?-i:[a-zäöü])(?:(?!,|;|:|\.|\n|\b(?:und|oder|aber|sondern)\b).)*?\b(?:nie|niemals|nicht"
        r"(?! (?:nur|zuletzt|allein|ohne|zum ersten)\b)(?! (?!weiter\b|heute\b)\w+(?:te|ene)[nmrs]?\b))\b"
    ),
)
