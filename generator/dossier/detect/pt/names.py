"""Words that tell Portuguese names from other capitalised words."""

from dossier.detect.tabular.language_tables import NameTables

_COMMON = """
    o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela aquilo isto isso meu minha
    meus minhas teu tua seu sua seus suas nosso nossa nossos nossas eu tu ele ela nós vós eles elas você vocês me te
    se nos lhe lhes que quem qual quais quando onde como quanto quantos quantas porque por para com sem sobre sob
    entre até desde durante contra segundo após antes depois de do da dos das no na nos nas em ao à aos às pelo pela
    pelos pelas e ou mas nem se pois portanto porém contudo enquanto embora assim então logo agora hoje ontem amanhã
    já ainda também não sim mais menos muito muita muitos muitas pouco pouca poucos poucas todo toda todos todas
    tudo outro outra outros outras cada qualquer algum alguma alguns algumas nenhum nenhuma nada ninguém algo alguém
    além apenas só quase aqui ali lá é são era eram foi foram ser está estão estava estavam há havia houve tem têm
    dois duas três quatro cinco seis sete oito nove dez cem mil primeiro primeira segunda terça quarta quinta sexta
    sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro foto
    fotos vídeo leia ver veja disse diz mesmo mesma tal tais
"""
_ROLES = """
    presidente vice-presidente ministro ministra general coronel capitão capitã tenente sargento major comandante
    almirante deputado deputada senador senadora governador governadora prefeito prefeita embaixador embaixadora
    chanceler secretário secretária diretor diretora porta-voz papa bispo arcebispo cardeal padre rei rainha
    príncipe princesa doutor doutora dr dra sr sra senhor senhora juiz juíza procurador professor professora
    ex-presidente
"""
_REPORTING = """
    diz dizem disse disseram informa informam informou segundo afirma afirmou publica publicou declara declarou anuncia
    anunciou cita escreve escreveu conta jornal agência relatório notícia artigo fonte
"""
_VERBS_AFTER = (
    r"(?:(?:o|a|os|as|lhe|lhes|se|não|já|também|nunca|me|nos) ){0,2}"
    r"(?:disse|diz|afirmou|afirma|declarou|declara|anunciou|anuncia|assegurou|explicou|informou|é|era|foi|tem"
    r"|tinha|será|está|estava|chegou|falou|pediu|dirige|dirigiu|escreveu|teve|fez|morreu|nasceu|viajou|enviou"
    r"|assinou)"
)
_NOT_BEFORE_VERBS = r"(?:mente|ndo|ado|ido|ada|ida|ar|er|ir)$"

NAMES = NameTables(
    common=frozenset(_COMMON.split()),
    particles=frozenset(("de", "da", "do", "das", "dos", "d", "von", "van", "der", "den", "di", "del", "al")),
    articles=frozenset(("la", "las", "los")),
    roles=frozenset(_ROLES.split()),
    verbs_after=_VERBS_AFTER,
    not_before_verbs=_NOT_BEFORE_VERBS,
    reporting=frozenset(_REPORTING.split()),
    joining=frozenset(("de", "da", "do", "das", "dos", "d")),
)
