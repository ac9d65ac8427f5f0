"""Spanish words around the text of a page."""

from dossier.detect.page_words import NETWORKS, PageWords

_NOTES_TEXT = """
    nota notas foto fotos video vídeo fuente fuentes fecha hora lugar asunto tema imagen imágenes aviso
    tel email web url
"""
_CONNECTORS_TEXT = "y e de del la el en para por desde redacción edición editado editada reporte"
_MONTHS_TEXT = """
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    ene feb mar abr may jun jul ago sep sept oct nov dic
"""

PAGE_WORDS = PageWords(
    notes=frozenset(_NOTES_TEXT.split()),
    connectors=frozenset(_CONNECTORS_TEXT.split()),
    months=frozenset(_MONTHS_TEXT.split()),
    conjunctions="y|e",
    weekdays="lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    day_suffixes="[.º]",
    before_month="de",
    before_moment="a las|el",
    time_suffixes="hs|hrs|h",
    published=(
        "(?:fecha de publicación|publicado|publicada|actualizado|actualizada|última actualización)(?: el| a las)?"
    ),
    by="por",
    for_outlet="para",
    photo="fotos?|fotografías?|imágenes|imagen|créditos?",
    phone="fax|tel(?:[eé]fono)?",
    follow=rf"Síg[ua]e?(?:nos|lo|la|me)? en {NETWORKS}\b",
    contributed="contribuy(?:ó|eron) (?:a|con) est[ea] (?:reportaje|informe|artículo|nota|información)",
    rights="derechos reservados",
    links=(
        r"(?:lea|lee|vea|mira|mire) (?:también|más)\b|leer más\b|ver también\b|te puede interesar\b|más información\s*:"
        r"|lo más (?:leído|visto)\b|suscr[íi]b(?:ete|ase)\b|comparti[rd]\b\s*(?::|en\b)|relacionad[oa]s?\s*:"
    ),
    reported=r"(?:Reporte|Información|Reportaje|Editado|Edición)(?:(?: adicional)? (?:de|por)|\s*:)",
    about_author=r"es (?:un |una )?(?:periodista|corresponsal|columnista|redactora?|reporter[oa])\b",
)
