"""Spanish words by which texts say how two actors are related."""

from dossier.detect.relation_words import relation_words

_LINK = r",? (?:que |quien |la cual |el cual )?(?:ha |han |había |habían )?"
_THEN = r" (?!por\b)(?:(?:a|al|el|la|los|las|de|del|su|sus|un|una) )*(?:[a-z]\w+ ){0,2}?"
_PART = (
    rf"{_LINK}(?:es|son|era|eran|fue|sigue siendo) "
    rf"(?:(?:un|una|el|la) )?(?:\w+ )?(?:parte|miembro|miembros|rama|unidad|división|filial) (?:de|del){_THEN}"
)

RELATIONS = relation_words(
    {
        "recognises": "reconoc reconozc acept",
        "does not recognise": "(?:no|nunca|jamás|sin)\\b.*\\breconoc desconoc nieg neg(?:ó|ar|aron)\\b rechaz retir",
        "loyal to": "leal fiel fidelidad juramento jur(?:ó|a|ar|aron|ado)\\b obed subordin del_lado_de",
        "opposes": """
            opon opos opus contra derroc rival critic acus rechaz denunci conden protest revuelta rebel levantamiento
            alz(?:ó|amiento|arse|ados)\\b advirt advert amenaz desafi dimit renunci dictador tiran enemig adversari culp
            quej sancion resist romp rompi boicot combat luch disput contradi demand(?:a|ó|ado)\\b ultimátum exig
            usurpad en_contra desconoc
        """,
        "supports": """
            apoy respald alia[dn] favor ayud asist simpat defend defens defiend aprob aprueb elogi financi patrocin
            promov promuev solidari a_favor reconoc del_lado_de partidari pro- aval
        """,
        "member of": """
            miembro pertenec integr form[aóe]\\w*_parte afili soci[oa]s?\\b escaño diputad senador partido militan
        """,
        "part of": """
            parte_de parte_del rama división brazo unidad dentro_de pertenec departamento oficina oficial funcionari
            adscri depend filial subsidiari sección sede del_ de_la_ ala_de integra
        """,
        "leads": """
            líder lider dirig dirij encabez jef[ea]s?\\b presid director fundador comand alcald capitan gobern
            mand(?:a|o|ó)\\b al_frente cabeza secretari rector gerente máxim
        """,
        "speaks for": "portavoz portavoces voce?ro vocera habl representa en_nombre enviad abogad",
        "holds responsible": "responsab culp acus caus debido_a atribuy",
        "relays": """
            según inform dijo dice dijeron dich cit[aóe] entrevist escrib publi contribu recog anunci describ cont[óa]
            cuenta declar afirm asegur explic señal relat a_través vía difund
        """,
        "publishes": "publi edita editad editor imprim propie dueñ copyright fund[óa]",
        "works for": """
            asesor asistente agregad embajad analista capit empleado empleada trabaj consultor colabor correspons
            coordinador diplom[aá]tic director editor ingenier enviad periodista abogad ministr oficial fotógraf polic
            productor profesor report investigador secretari sargento serv portavoz vocer personal redactor funcionari
            jef[ea] adjunt columnista coronel médic guardia
        """,
        "family of": """
            padre madre hij[oa] herman espos marido mujer viud tí[oa]s?\\b prim[oa]s?\\b sobrin niet abuel cuñad suegr
            yerno nuera casad famili pareja prometid gemel hered hijastr
        """,
        "in contact with": """
            contact habl dijo dice reun encontr encuentr llam escrib carta envi entrevist mensaj conect correo negoci
            correspond respond contest pregunt visit dialog convers convoc tel[eé]fon pidi pid[eo] vio_ vieron
        """,
    },
    r"(?<!\w)(?:no|nunca|jamás|ya no|dejó de|dejaron de|se niega a|se negó a|se negaron a|rechaz\w+|sin) (?:\w+ )?$",
    {
        "part of": _PART,
        "member of": _PART,
        "leads": rf"{_LINK}(?:dirige|dirigió|encabeza|encabezó|preside|presidió|lidera|lideró|manda|comanda){_THEN}",
        "publishes": rf"{_LINK}(?:publica|publicó|edita|editó|posee){_THEN}",
        "recognises": rf"{_LINK}(?:reconoce|reconocen|reconoció|reconocieron|reconocido){_THEN}",
        "supports": rf"{_LINK}(?:apoya|apoyan|apoyó|apoyaron|apoyado|respalda|respaldan|respaldó|respaldado){_THEN}",
        "opposes": rf"{_LINK}(?:se opone|se opuso|critica|criticó|condena|condenó|denuncia|denunció){_THEN}",
    },
)
