"""What the forms of a Spanish word share: "firmó", "firmaron" and "firma" are of one verb."""

from dossier.detect.stems import Stemmer

_NOUN_ENDINGS_TEXT = """
    s es o a os as e on ones ion iones cion ciones sion siones acion aciones icion iciones ucion uciones or ora ores
    oras ador adora adores adoras edor edora edores idor idora idores miento mientos amiento amientos imiento imientos
    ante antes ente entes iente al ales ico ica icos icas ista istas mente amente ar ares er eres
"""
_VERB_ENDINGS_TEXT = """
    as amos ais an aste aron aba abas abamos aban are aras ara aremos aran aria arias ariamos arian emos en aramos ase
    asen ando ado ada ados adas arse arlo arla arlos arlas arle arles arme arnos andose imos iste io ieron ia ias iamos
    ian ere eras era eremos eran eria erian ire iras ira iremos iran iria irian iera ieran ieramos iese iesen ir iendo
    ido ida idos idas erse irse erlo erla erlos erlas irlo irla irlos irlas iendose yo yeron yendo ye yen ya yan
"""
_IRREGULAR_TEXT = """
    decir dice dicen digo dijo dijeron dicho dicha dichos diciendo; hacer hace hacen hizo hicieron hecho hecha hechos
    hechas haciendo haga hagan; venir viene vienen vino vinieron venga vengan; tener tiene tienen tuvo tuvieron tenga
    tengan; poner pone ponen puso pusieron puesto puesta puestos puestas ponga; querer quiere quieren quiso quisieron
    quiera; saber sabe supo supieron sepa; traer trae traen trajo trajeron traiga; ver ve ven vio vieron visto vista
    vistos vea; dar da dan dio dieron dado dada dados dadas; ir va van fue fueron ido vaya yendo; caer cae caen cayo
    cayeron caido caiga cayendo; morir muere mueren murio murieron muerto muerta muertos muertas muerte muertes muriendo
    muera; pedir pide piden pidio pidieron pida pidan pidiendo; seguir sigue siguen siguio siguieron siga siguiendo;
    elegir elige eligen eligio eligieron elija electo electa electos; mentir miente mienten mintio mintieron; volver
    vuelve vuelven volvio volvieron vuelto vuelta vuelva; devolver devuelve devolvio devolvieron devuelto devuelta;
    romper rompe rompio rompieron roto rota rotos rotas; abrir abre abren abrio abrieron abierto abierta abiertos
    abiertas apertura; cubrir cubre cubrio cubierto cubierta; descubrir descubre descubrio descubrieron descubierto
    descubierta; escribir escribe escribio escribieron escrito escrita escritos; resolver resuelve resolvio resolvieron
    resuelto resuelta; perder pierde pierden perdio perdieron perdido perdida perdidas; cerrar cierra cierran cerro
    cerraron cierre cierres cerrado cerrada cerrados cerradas; empezar empieza empiezan empezo empezaron; comenzar
    comienza comienzan comenzo comenzaron comienzo; negar niega niegan nego negaron niegue negado negada; defender
    defiende defienden defendio defendieron defensa; mantener mantiene mantienen mantuvo mantuvieron mantenga; detener
    detiene detienen detuvo detuvieron detenga detenido detenida detenidos detenidas; obtener obtiene obtuvo obtuvieron;
    retener retiene retuvo retuvieron; proponer propone propuso propusieron propuesto propuesta propuestas; imponer
    impone impuso impusieron impuesto impuesta; suponer supone supuso; disponer dispone dispuso dispuesto; oponer opone
    oponen opuso opusieron opuesto; producir produce producen produjo produjeron; reducir reduce reducen redujo
    redujeron reduzca reducido reducida; conducir conduce condujo condujeron; introducir introduce introdujo; contar
    cuenta cuentan conto contaron; mostrar muestra muestran mostro mostraron muestre; probar prueba prueban probo
    probaron pruebe; aprobar aprueba aprueban aprobo aprobaron apruebe aprobacion; acordar acuerda acuerdan acordo
    acordaron acuerdo acuerdos; encontrar encuentra encuentran encontro encontraron encuentre; recordar recuerda
    recordo; mover mueve movio; jugar juega juego jugo; huir huye huyen huyo huyeron huya; construir construye construyo
    construyeron construido construccion; destruir destruye destruyo destruyeron destruido destruccion; sustituir
    sustituye sustituyo; incluir incluye incluyen incluyo incluyeron; excluir excluye excluyen excluyo; prohibir prohibe
    prohiben prohibio prohibieron; advertir advierte advirtio advirtieron; convertir convierte convirtio convirtieron;
    admitir admite admitio admitieron; permitir permite permiten permitio permitieron; ceder cede cedio cedieron;
    impedir impide impiden impidio impidieron impida; despedir despide despidio despidieron despedido; sentir siente
    sintio; servir sirve sirvio; leer lee leyo leyeron; creer cree creen creyo; oir oye oyo; salir sale salen salio
    salieron salga; llover llueve; atender atiende atendio; entender entiende entendio; encender enciende encienden
    encendio encendieron encendido; extender extiende extendio; apretar aprieta; temblar tiembla; sentar sienta;
    gobernar gobierna gobiernan gobierno gobernaron; satisfacer satisfizo; contener contiene contuvo; ascender asciende
    ascendio; descender desciende descendio descendieron; invertir invierte invirtio invirtieron; preferir prefiere
    prefirio; referir refiere refirio; herir hiere hirio hirieron herido; hervir hierve; repetir repite repitio; medir
    mide midio; vestir viste; corregir corrige corrigio; crecer crece crecen crecio crecieron crezca; nacer nace nacio
    nacieron; ofrecer ofrece ofrecio ofrecieron; reconocer reconoce reconocen reconocio reconocieron reconozca; aparecer
    aparece aparecio aparecieron; desaparecer desaparece desaparecio desaparecieron desaparezca; permanecer permanece
    permanecio
"""
STEMMER = Stemmer(
    (*_NOUN_ENDINGS_TEXT.split(), *_VERB_ENDINGS_TEXT.split()),
    _IRREGULAR_TEXT,
    {"que": "ce", "qui": "ci", "gue": "ge", "gui": "gi", "z": "c"},
)
