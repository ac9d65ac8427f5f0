"""What drafts need to know of Spanish: who speaks, what a name is the name of, and what a figure counts."""

from dossier.detect.draft_words import QuoteTemplates
from dossier.detect.es.attributions import ASIDES, DESCRIPTIONS, spanish_reporting
from dossier.detect.es.names import NAMES
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_words import SayingWords
from dossier.detect.tabular.draft_tables import CountedNounTables, DraftTables, NamePartTables

_REGULAR = """
    aclar acus advert afirm agreg alarm alert anunci apunt argument asegur asever calific celebr coment confes confirm
    contest critic declar defend denunci descart destac detall exclam explic explicit expres felicit grit inform indic
    insinu insist interpret jur justific lament llam manifest matiz ment mencion narr opin ofert orden precis pregunt
    proclam propag puntualiz ratific razon reafirm recalc record reclam reflexion reiter relat remarc
    replic report resalt resum revel salud señal solt sentenci subray susurr tach tild tuite valor vaticin zanj
"""
_IRREGULAR = """
    dijo dijeron dice dicen decía decían dicho añadió añadieron añade añaden respondió respondieron responde responden
    respondido sostuvo sostuvieron sostiene sostienen sostenido advirtió advirtieron advierte advierten advertido
    insistió insistieron insiste insisten escribió escribieron escribe escriben escrito reconoció reconocieron reconoce
    reconocen reconocido admitió admitieron admite admiten admitido concluyó concluyeron concluye concluyen concluido
    pidió pidieron pide piden pedido prometió prometieron promete prometen prometido exigió exigieron exige exigen
    exigido negó negaron niega niegan negado describió describieron describe describen descrito definió definieron
    define definen definido rechazó rechazaron rechaza rechazan rechazado habló hablaron habla contó contaron cuenta
    cuentan cree creen considera consideran consideró consideraron admiró repitió repitieron repite repiten sugirió
    sugirieron sugiere sugieren transmitió transmitieron rebatió debatió aludió arremetió bromeó bromea ironizó ironiza
    defiende defienden defendió recuerda recuerdan propuso proponen propone predijo desmintió desmiente suplicó suplica
    lee leyó vio ve
"""
_TIMES = (
    r"(?:(?:el|este|la|esta) )?(?:pasado |próximo )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
    r"(?: (?:pasado|por la (?:mañana|tarde|noche)))?|(?:esta|la) (?:mañana|tarde|noche|semana|madrugada)(?: pasada)?"
    r"|ayer|hoy|anoche|anteayer"
)
_ADVERBS = (
    r"\w{3,}mente|ya|también|nunca|siempre|luego|después|entonces|además|incluso|así|ahora|antes"
    r"|poco después|más tarde"
    r"|en (?:Twitter|X|rueda de prensa|un comunicado)|al respecto|por su parte|a su vez|por teléfono"
)
_AUXILIARIES = (
    f"se|le|les|lo|la|los|las|me|nos|no|ha|han|había|habían|hubo|sí|solo|sólo|{_TIMES}|que ya|llegó a|volvió a"
)
_PREPOSITIONS = (
    "en|a|al|ante|bajo|con|contra|de|del|desde|durante|entre|hacia|hasta|para|por|sin|sobre|tras|según|junto a"
)
_DETERMINERS = (
    r"el|la|los|las|un|una|unos|unas|su|sus|mi|nuestro|nuestra|este|esta|estos|estas|ese|esa|otro|otra|otros|otras"
    r"|varios"
    r"|varias|algunos|algunas|muchos|muchas|dos|tres|cuatro|cinco|seis|\d[\d.,]*"
)
_ROLES = r"""
    (?:vice|ex|sub|co)?-?president[ea] (?:vice|ex)?-?ministr[oa] primer\ ministro primera\ ministra general coronela?
    capitán capitana teniente sargento sargenta cabo mayor comandante almirante diputad[oa] eurodiputad[oa]
    senador(?:a)? (?:vice)?gobernador(?:a)? (?:vice)?alcalde (?:vice)?alcaldesa embajador(?:a)? canciller
    (?:sub)?secretari[oa] (?:sub)?director(?:a)? (?:vice)?portavoz voceros? vocera líder papa obispo arzobispo
    cardenal padre rey reina príncipe princesa doctor(?:a)? [Dd]ra?\. [Ss]ra?\. [Ss]rta\. [Gg]ral\. [Cc]nel\.
    [Pp]rof\. don doña [Dd]\. señor(?:a)? juez jueza magistrad[oa] fiscal profesor(?:a)? catedrátic[oa] ingenier[oa]
    abogad[oa] agregad[oa] conceje(?:ro|ra) consejer[oa] concejal(?:a)? entrenador(?:a)? técnic[oa]
    seleccionador(?:a)? delanter[oa] portero capitán investigador(?:a)? científic[oa] economista analista activista
    periodista escritor(?:a)? novelista poeta cineasta cantante actor actriz médic[oa] enfermer[oa] epidemiólog[oa]
    virólog[oa] biólog[oa] físic[oa] químic[oa] historiador(?:a)? sociólog[oa] politólog[oa] experto experta
    candidat[oa] opositor(?:a)? dirigente empresari[oa] jefe jefa comisari[oa] inspector(?:a)? delegad[oa]
    coordinador(?:a)? gerente consejer[oa]\ delegad[oa] fundador(?:a)? tesorer[oa] sindicalista agricultor(?:a)?
    pescador(?:a)? maestr[oa] tenista ciclista atleta jugador(?:a)? monseñor sor
"""
_KIND_OF_ADJECTIVE = (
    r"interin[oa]|en funciones|de facto|depuest[oa]|destituid[oa]|derrocad[oa]|saliente|entrante"
    r"|encargad[oa]|ejecutiv[oa]|federal|general|regional|adjunt[oa]|nacional|elect[oa]|municipal|provincial"
    r"|autonómic[oa]|socialista|popular|republican[oa]|demócrata|conservador(?:a)?|liberal|científic[oa]|técnic[oa]"
    r"|deportiv[oa]|retirad[oa]|opositor(?:a)?|comunista|independiente|suplente|vitalici[oa]|local|europe[oa]|militar"
    r"|\w+(?:és|esa|ense|eñ[oa]|ol[oa]?|an[oa]|in[oa]|teco|teca)"
)
_CITIES_TEXT = """
    Madrid Barcelona Valencia Sevilla Zaragoza Málaga Murcia Bilbao Alicante Córdoba Valladolid Vigo Gijón Granada
    Oviedo Salamanca Cádiz Pamplona Santander Toledo Burgos Bogotá Medellín Cali Cartagena Cúcuta Barranquilla Caracas
    Maracaibo Mérida Barquisimeto Quito Guayaquil Lima Arequipa Cusco La_Paz Cochabamba Santa_Cruz Santiago Valparaíso
    Concepción Buenos_Aires Rosario Mendoza Montevideo Asunción Brasilia São_Paulo Río_de_Janeiro La_Habana San_Juan
    Santo_Domingo Puerto_Príncipe Ciudad_de_México Guadalajara Monterrey Puebla Tijuana Veracruz Cancún Managua
    Tegucigalpa San_Salvador San_José Ciudad_de_Panamá Washington Nueva_York Miami Los_Ángeles Chicago Londres París
    Marsella Berlín Múnich Fráncfort Roma Milán Nápoles Lisboa Oporto Bruselas Ámsterdam La_Haya Ginebra Zúrich Viena
    Varsovia Praga Budapest Atenas Estambul Ankara Moscú Kiev San_Petersburgo Estocolmo Oslo Copenhague Helsinki
    Dublín Edimburgo Pekín Shanghái Hong_Kong Tokio Seúl Nueva_Delhi Bombay Bagdad Teherán Damasco Beirut Jerusalén
    Gaza Tel_Aviv El_Cairo Trípoli Túnez Argel Rabat Casablanca Ceuta Melilla Nairobi Johannesburgo Sídney Cataluña
    Andalucía Galicia Euskadi Aragón Asturias Navarra Extremadura Cantabria Canarias Baleares Europa América África
    Asia Oceanía Latinoamérica Sudamérica Centroamérica Crimea Cisjordania Ucrania
"""

_SAYINGS = SayingWords(
    verbs="|".join(
        (*(f"{stem}(?:ó|aron|a|an|aba|aban|ado|ará|arán|ando)" for stem in _REGULAR.split()), *_IRREGULAR.split())
    ),
    nouns=r"(?!)",
    according=(
        r"según|(?<!\w )para(?= (?:(?:el|la|los|las) )?(?:\w+ ){0,3}(?-i:[A-ZÁÉÍÓÚ])[^,.;\n]*, )|de acuerdo con"
        r"|en palabras del?|en opinión del?|a juicio del?|a decir del?|las palabras del?"
    ),
    before_noun="el|un|una|su|sus|este|esta|esa|ese|del|cada|de",
    new_clause="pero|mientras(?: que)?|y|e|aunque|sino",
    subordinate="cuando|mientras|como|después de|antes de|si|aunque|porque|una vez|tras",
    small="el|la|los|las|un|una|unos|unas|y|e|o|u|que|su|se",
    addressing=(
        r"(?:al?|con|en)(?: (?:el|la|los|las))?(?: (?:agencia|cadena|diario|periódico|canal|radio|revista|emisora"
        r"|semanario))?"
        r"(?: de noticias| estatal| local| digital| \w+és)? ?[«“\"]?"
    ),
    several="ellos|ellas|nosotros|nosotras",
    subjects=SubjectWords(
        pronouns="él|ella|ellos|ellas|yo|nosotros",
        auxiliaries=_AUXILIARIES,
        determiners=_DETERMINERS,
        outside=(
            "que|quien|quienes|cual|donde|cuando|porque|si|y|o|e|pero|mientras|después|antes|no|es|era|fue|son"
            "|eran"
            "|fueron|está|estaba|ha|había|dijo|según|como|sino|aunque"
        ),
        prepositions=_PREPOSITIONS,
        joining="de|del|para|en|por|con",
        relative="que|quien|quienes",
        participles=r"\w{2,}(?:ad[oa]s?|id[oa]s?|ando|iendo)",
        plural=(
            r"(?!(?:es|más|además|después|antes|entonces|menos|tras|las|los|sus|nos|les)(?!\w))[a-zñáéíóú][\w-]*s"
            r"|gente|policía|Autoridades|Funcionarios|Testigos|Vecinos|Expertos|Médicos|Bomberos|Manifestantes|Residentes"
            r"|Activistas|Agentes|Científicos|Investigadores"
        ),
        after_subject=(
            "a|al|en|durante|tras|ante|desde|sobre|que|quien|cuando|mientras|este|ayer|hoy|por|con|para|como|si"
            "|antes"
            f"|después|y|{_TIMES}"
        ),
        never_names="|".join(sorted(NAMES.common)),
        adverbs=_ADVERBS,
        gerunds=r"\w+(?:ando|iendo)",
        before_subject=(
            rf"{_TIMES}|{_ADVERBS}|en (?:declaraciones|(?:una )?entrevista|conversación) (?:a|al|a la|con(?: el"
            rf"| la)?)"
            r"(?: (?-i:[A-ZÁÉÍÓÚ])\w+)+|a (?:este|esta|nuestro) \w+|a (?:la agencia |la cadena )?[A-ZÁÉÍÓÚ]\w+"
            r"(?= (?:el|la|los|las|un|una|su)\b)|al (?:diario|periódico|canal) (?:[A-ZÁÉÍÓÚ]\w+ ?)+"
            r"(?=\b(?:el|la|los|las|un|una|su)\b)"
        ),
        inverts=True,
        heads_first=True,
    ),
    unsaid=(
        r"(?:nunca|jamás|no) (?:\w+ ){0,2}(?:dij\w+|dicho|llam\w+)(?: \w+){0,3}"
        r"|neg(?:ó|aron|aba) (?:haber |que )?(?:[\w.-]+ ){0,3}(?:dicho|decir|llamado)(?: \w+){0,3}"
        r"|si (?:[\w.-]+ ){0,4}(?:había|ha|hubiera) (?:dicho|llamado)(?: \w+){0,3}"
    ),
    object_relative="a quien|a quienes|al que|a la que|a los que|a las que",
    inner=(
        r"(?:dijo|dijeron|contó|aseguró|afirmó) (?:(?!que )[\w.’'-]+ ){0,6}que (?:[\w.’'-]+ ){1,4}(?:había|ha|habían)"
        r"(?: \w+){0,1}"
    ),
    before_actor=r"(?:(?:el|la|los|las|un|una) )?(?:[^\W\d_][\w.]* ){0,4}",
    abbreviations="Sr|Sra|Srta|Dr|Dra|Gral|Cnel|Lic|Ing|Prof|D|Dña|Mons|sr|sra|dr|dra|[A-Z]",
    omits_subject=True,
)

DRAFTS = DraftTables(
    sayings=_SAYINGS,
    reporting=spanish_reporting(_SAYINGS.subjects, _SAYINGS.according),
    descriptions=DESCRIPTIONS,
    asides=ASIDES,
    names=NamePartTables(
        role="|".join(_ROLES.replace(r"\ ", "_").split()).replace("_", " "),
        courtesy=r"sra?\.?|srta\.?|señora?|señorita|don|doña|d\.|dra?\.?|doctora?|dña\.?",
        changing=(
            r"ex|entonces|antigu[oa]|ancian[oa]|depuest[oa]|destituid[oa]|derrocad[oa]|cesad[oa]|dimitid[oa]"
            r"|vice|subdirector|sub|difunt[oa]|fallecid[oa]|saliente|entrante|futur[oa]|presunt[oa]"
            r"|supuest[oa]|autoproclamad[oa]|sedicente|llamad[oa]|interin[oa]|exiliad[oa]|encarcelad[oa]"
        ),
        before_role="ex|entonces|actual|antiguo|antigua|nuevo|nueva|futuro|futura|Su Santidad el",
        after_role=_KIND_OF_ADJECTIVE,
        of="de la|de los|de las|del|de",
        joining="y|e|de|del|de la|de los|de las|para|para la|para el",
        articles="El|La|Los|Las",
        ministry="ministerio",
        people=r"[^\W\d_]+(?:os|as|es) (?:de la|de los|de las|del|de)",
        cities=frozenset(name.replace("_", " ") for name in _CITIES_TEXT.split()),
        offices=(
            r"defensa|interior|hacienda|economía|sanidad|salud|educación|justicia|trabajo|cultura|agricultura"
            r"|industria"
            r"|exteriores|relaciones exteriores|asuntos exteriores|energía|transportes?|vivienda|ciencia|turismo"
            r"|deportes"
            r"|seguridad|comunicación|información|prensa|estado|gobierno|cámara|senado|congreso|parlamento"
            r"|asamblea(?: nacional)?"
            r"|igualdad|consumo|medio ambiente|transición ecológica|finanzas|petróleo|minería|comercio|ejército"
            r"|república"
        ),
        kinds={
            "government": (
                "ministerio|gobierno|ayuntamiento|alcaldía|gobernación|fiscalía|cancillería|embajada|consulado"
                "|presidencia"
                "|congreso|senado|asamblea|parlamento|tribunal|corte|audiencia|juzgado|diputación|generalitat|junta"
                "|policía"
                "|procuraduría|contraloría|aduana|secretaría|prefectura|cámara|defensoría|comisaría"
            ),
            "unit": "ejército|armada|brigada|batallón|regimiento|guardia|división|flota",
            "outlet": "diario|periódico|agencia|cadena|radio|televisión|canal|noticias|revista|gaceta|tribuna|prensa",
            "organization": (
                "onu|otan|ue|unesco|unicef|partido|sindicato|universidad|banco|instituto|asociación|federación"
                "|confederación|fundación|hospital"
                "|empresa|grupo|compañía|organización|comité|colegio|consejo|iglesia|club|real|liga|movimiento|unión"
                "|centro|cruz|foro|alianza|frente|museo|academia|cooperativa|comisión|consorcio|s\\.?a|corporación"
                "|caja"
                "|aerolíneas|petróleos|observatorio|laboratorios?"
            ),
            "place": (
                "calle|avenida|plaza|puente|río|lago|mar|isla|islas|montaña|sierra|valle|aeropuerto|parque|puerto"
                "|playa"
                "|península|desierto|frontera|provincia|costa|golfo|bahía|cabo|estrecho|barrio|cordillera|volcán"
            ),
        },
        named={
            "outlet": (
                "(?:agencia|diario|periódico|cadena|canal|revista|emisora|semanario|radio|portal|web)"
                "(?: (?:de noticias|estatal|digital|local|español|alemán|francés|británico|estadounidense))?"
            ),
            "organization": (
                "(?:empresa|compañía|organización|ONG|asociación|fundación|sindicato|partido|grupo|banco"
                "|constructora|petrolera"
                "|farmacéutica|firma|aerolínea|coalición|movimiento|universidad|consultora|plataforma|club|equipo"
                "|fabricante"
                "|multinacional|tecnológica|cooperativa|hospital)(?: \\w+[oae]l?)?(?: de)?"
            ),
            "place": (
                "(?:ciudad|pueblo|localidad|municipio|provincia|región|isla|río|barrio|aldea|estado|país|puerto"
                "|aeropuerto"
                "|departamento|comuna|playa|valle|volcán|alcalde|alcaldesa|(?:arz)?obispo|vecin[oa]s?|habitantes?"
                "|frontera)(?: \\w+[oae]l?)?(?: de"
                "| con)?"
            ),
            "unit": "(?:batallón|brigada|regimiento)",
        },
        place_before="en|desde|hacia|hasta|cerca de|fuera de|por las calles de|vuelo a|viajó a|llegó a|a",
        person_after=(
            r",? (?:de )?\d{1,2} años|, (?:quien|quienes|cuy[oa]s?|alcalde(?:sa)?|president[ea]|directora?)(?!\w)"
        ),
        countries={
            "US": "EE. UU., EE UU, EEUU, EE.UU., USA, Norteamérica",
            "GB": "Inglaterra, Escocia, Gran Bretaña, Gales",
            "NL": "Holanda",
            "CI": "Costa de Marfil",
            "CD": "Congo",
            "BY": "Bielorrusia",
        },
    ),
    nouns=CountedNounTables(
        noun=r"[a-zñáéíóú][\w-]{2,}s|gente",
        skipped=(
            r"de|del|los|las|sus|otros|otras|nuevos|nuevas|más|primeros|primeras|últimos|últimas|grandes|pequeños"
            r"|pequeñas"
            r"|jóvenes|presuntos|presuntas|supuestos|supuestas|antiguos|antiguas|mejores|principales|diferentes"
            r"|distintos"
            r"|distintas|posibles|altos|altas|buenos|buenas|demás|cerca"
        ),
        adjectives="jóvenes",
        excluded=(
            r"años|veces|es|tras|después|antes|además|entonces|menos|nos|les|estos|estas|esos|esas|unos|unas|"
            r"\w+amos|\w+emos|puntos|lunes|martes|miércoles|jueves|viernes|horas|días|meses"
        ),
    ),
    small_words=frozenset(("de", "del", "el", "la", "los", "las", "un", "una", "en", "a", "al", "y", "e", "con", "por",
                           "para", "que", "es", "se", "su", "desde")),
    quoting=QuoteTemplates(
        full="{speaker} dijo: “{words}”.",
        ended="{speaker} dijo: “{words}”.",
        two="{speaker} dijo: “{first}” y “{words}”.",
        word="{speaker} usó la palabra “{words}”.",
        several="{speaker} usó las palabras “{words}”.",
    ),
)  # fmt: skip
