"""Words that tell Spanish names from other capitalised words."""

from dossier.detect.tabular.language_tables import NameTables

_COMMON = """
    el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella aquello esto eso mi mis
    tu tus su sus nuestro nuestra nuestros nuestras yo tú él ella ello nosotros vosotros ellos ellas usted ustedes
    me te se nos os le les que qué quien quién quienes cual cuál cuales cuando cuándo donde dónde como cómo cuanto
    cuánto cuantos cuántos por para con sin sobre tras ante bajo contra de del desde durante en entre hacia hasta
    mediante según a al y e o u ni pero mas sino aunque si porque pues mientras así entonces luego después antes
    ahora hoy ayer mañana ya aún todavía también tampoco no sí más menos muy mucho mucha muchos muchas poco poca
    pocos pocas todo toda todos todas otro otra otros otras cada cualquier algún alguna algunos algunas ningún
    ninguna nada nadie algo alguien además sin embargo incluso solo sólo casi apenas aquí allí ahí allá es son era
    eran fue fueron ser está están estaba había han ha hay hubo uno dos tres cuatro cinco seis siete ocho nueve diez
    cien mil primero segundo tercero lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril
    mayo junio julio agosto septiembre octubre noviembre diciembre foto fotos vídeo video leer lea ver vea debido
    dijo dice gracias junto respecto pese frente cerca lejos dentro fuera tal tales mismo misma mediodía medianoche
    don doña
"""
_ROLES = """
    presidente presidenta vicepresidente vicepresidenta ministro ministra general coronel capitán capitana teniente
    sargento mayor comandante almirante diputado diputada senador senadora gobernador gobernadora alcalde alcaldesa
    embajador embajadora canciller secretario secretaria director directora portavoz líder papa obispo arzobispo
    cardenal padre rey reina príncipe princesa doctor doctora dr dra sr sra señor señora juez jueza fiscal profesor
    profesora ingeniero abogado abogada expresidente exministro agregado agregada
"""
_REPORTING = """
    dice dicen dijo dijeron informa informan informó informaron según afirma afirmó publica publicó declara declaró
    anuncia anunció cita escribe escribió cuenta relata periódico diario agencia informe noticia artículo fuente
"""
_VERBS_AFTER = (
    r"(?:(?:lo|la|los|las|le|les|se|no|ya|también|nunca|me|nos) ){0,2}"
    r"(?:dijo|dice|afirmó|afirma|declaró|declara|anunció|anuncia|aseguró|explicó|señaló|informó|es|era|fue|ha"
    r"|había|será|está|estaba|llegó|habló|pidió|dirige|dirigió|escribió|tiene|tuvo|hizo|murió|nació|viajó|envió"
    r"|firmó)"
)
_NOT_BEFORE_VERBS = r"(?:mente|ndo|ado|ido|ada|ida|ar|er|ir)$"

NAMES = NameTables(
    common=frozenset(_COMMON.split()),
    particles=frozenset(("de", "del", "da", "do", "dos", "von", "van", "der", "den", "di", "bin", "al")),
    articles=frozenset(("la", "las", "los")),
    roles=frozenset(_ROLES.split()),
    verbs_after=_VERBS_AFTER,
    not_before_verbs=_NOT_BEFORE_VERBS,
    reporting=frozenset(_REPORTING.split()),
    joining=frozenset(("de", "del")),
)
