"""Spanish words with a meaning of their own: those that count nothing, and those that mean the same."""

import re

from dossier.detect.content_words import ContentWords
from dossier.detect.es.names import NAMES
from dossier.detect.es.word_forms import STEMMER
from dossier.detect.simple_words import strip_accents

_FRAMING_TEXT = """
    tiempo período periodo duración parte proporción porcentaje tasa nivel relación tamaño suma total número recuento
    cuenta cifra cantidad valor precio coste costo cálculo opinión previsión estimación conjetura pronóstico fuente
    autor lector artículo informe gente persona personas miembros participantes
"""
_SYNONYM_TEXT = """
    persona personas gente individuos; soldado soldados militar militares efectivos uniformados tropas; muerto muertos
    muertes fallecido fallecidos víctimas decesos; herido heridos lesionado lesionados; niño niños menor menores; país
    países nación naciones estado estados; vivienda viviendas casa casas hogar hogares; trabajador trabajadores empleado
    empleados obrero obreros; mujer mujeres; hombre hombres varones; policía policías agente agentes; coche coches auto
    autos vehículo vehículos automóvil automóviles; preso presos detenido detenidos arrestado arrestados; barco barcos
    buque buques nave naves; manifestante manifestantes protestante; alumno alumnos estudiante estudiantes; huelguista
    huelguistas
"""

CONTENT = ContentWords(
    STEMMER.form,
    function_words=frozenset(map(strip_accents, NAMES.common)),
    reporting=frozenset(map(strip_accents, NAMES.reporting)),
    framing=_FRAMING_TEXT,
    linking="de del los las el la sus d otros otras nuevos nuevas",
    synonyms=_SYNONYM_TEXT,
    counted=re.compile(r"\w{3,}s"),
)
