"""Portuguese words around the text of a page."""

from dossier.detect.page_words import NETWORKS, PageWords

_NOTES_TEXT = """
    nota notas foto fotos vídeo fonte fontes data hora local assunto tema imagem legenda aviso
    tel email web url
"""
_CONNECTORS_TEXT = "e de do da dos das em no na por edição reportagem"
_MONTHS_TEXT = """
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    jan fev mar abr mai jun jul ago set out nov dez
"""

PAGE_WORDS = PageWords(
    notes=frozenset(_NOTES_TEXT.split()),
    connectors=frozenset(_CONNECTORS_TEXT.split()),
    months=frozenset(_MONTHS_TEXT.split()),
    conjunctions="e",
    weekdays="(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo",
    day_suffixes="[.º]",
    before_month="de",
    before_moment="às|em",
    time_suffixes="h",
    published="(?:publicad[oa]|atualizad[oa]|última atualização)(?: em| às)?",
    by="por",
    for_outlet="para",
    photo="fotos?|fotografias?|imagem|imagens|créditos?",
    phone="fax|tel(?:efone)?",
    follow=rf"Siga(?:-nos|-o|-a)? (?:no|na|o|a) {NETWORKS}\b",
    contributed="contribu(?:iu|íram) para est[ea] (?:reportagem|matéria|artigo)",
    rights="todos os direitos reservados",
    links=(
        r"(?:leia|veja) (?:também|mais)\b|saiba mais\b|mais lid[oa]s\b|assine (?:o|a|já)\b|compartilhe\b|inscreva-se\b"
    ),
    reported=r"(?:Reportagem|Edição|Editado)(?:(?: adicional)? (?:de|por)|\s*:)",
    about_author=r"é (?:um |uma )?(?:jornalista|correspondente|colunista|repórter)\b",
)
