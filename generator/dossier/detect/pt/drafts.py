"""What drafts need to know of Portuguese: who speaks, what a name is the name of, and what a figure counts."""

from dossier.detect.draft_words import QuoteTemplates
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.pt.attributions import ASIDES, DESCRIPTIONS, portuguese_reporting
from dossier.detect.pt.names import NAMES
from dossier.detect.saying_words import SayingWords
from dossier.detect.tabular.draft_tables import CountedNounTables, DraftTables, NamePartTables

_REGULAR = """
    acrescent acus afirm alert analis anunci apont argument assegur assinal avali celebr cham classific cobr coment
    comemor complet confess confirm cont contest critic declar denunci desabaf destac detalh exclam explic express
    fris garant grit indic inform insist justific lament lembr mencion not observ opin ponder precis pregunt proclam
    pergunt qualific quest question reafirm reclam record reforç reiter relat ressalt ressalv revel salient saud elogi
    sentenci sinaliz sublinh suspir sustent tuit valoriz
"""
_IRREGULAR = """
    disse disseram diz dizem dizia diziam dito respondeu responderam responde respondem respondido admitiu admitiram
    admite admitem admitido advertiu advertiram adverte advertem escreveu escreveram escreve escrevem escrito reconheceu
    reconheceram reconhece reconhecem reconhecido concluiu concluíram conclui concluem concluído pediu pediram pede
    pedem pedido prometeu prometeram promete prometem exigiu exigiram exige exigem negou negaram nega negam descreveu
    descreveram descreve descrevem descrito definiu definiram define definem rejeitou rejeitaram rejeita rejeitam
    falou falaram fala acredita acreditam considera consideram considerou consideraram repetiu repetiram repete repetem
    sugeriu sugeriram sugere sugerem rebateu rebateram rebate brincou ironizou ironiza defende defendem defendeu
    defenderam prop[oõ]e propôs previu desmentiu desmente esclareceu esclarece garantiu garante garantem garantiram
    referiu refere discursou protestou
"""
_TIMES = (
    r"(?:n?[ao] |n?est[ae] )?(?:próxim[ao] )?(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?(?: passada)?"
    r"|(?:n?[ao] |n?est[ae] )?(?:sábado|domingo)(?: passado)?|(?:nesta|esta|na|n?essa) (?:manhã|tarde|noite|semana)"
    r"|ontem|hoje|anteontem"
)
_ADVERBS = (
    r"\w{3,}mente|já|também|nunca|sempre|depois|então|ainda|inclusive|assim|agora|antes|pouco depois|mais tarde"
    r"|em (?:nota|comunicado|entrevista|coletiva|conferência de imprensa)|no (?:Twitter|X)|a respeito|por sua vez"
)
_AUXILIARIES = f"se|lhe|lhes|o|a|os|as|me|nos|não|tem|têm|tinha|tinham|havia|haviam|só|{_TIMES}|voltou a|chegou a"
_DETERMINERS = (
    r"o|a|os|as|um|uma|uns|umas|seu|sua|seus|suas|nosso|nossa|este|esta|estes|estas|esse|essa|outro|outra"
    r"|outros|outras"
    r"|vários|várias|alguns|algumas|muitos|muitas|dois|duas|três|quatro|cinco|seis|\d[\d.,]*"
)
_ROLES = r"""
    (?:vice-|ex-)*president[ea] (?:ex-)?primeir[oa]-ministr[oa] (?:vice-|ex-)*ministr[oa] general coronela? capitão
    capitã tenente sargent[oa] cabo major comandante almirante (?:ex-)?deputad[oa] eurodeputad[oa]
    (?:ex-)?senador(?:a)? (?:vice-|ex-)*governador(?:a)? (?:vice-|ex-)*prefeit[oa] autarca vereador(?:a)?
    embaixador(?:a)? chanceler (?:sub)?secretári[oa](?:-geral)? diretor(?:a)?(?:-geral)? porta-voz líder papa bispo
    arcebispo cardeal padre rei rainha príncipe princesa doutor(?:a)? [Dd]ra?\. [Ss]ra?\. [Pp]rofa?\. [Gg]al\.
    [Cc]el\. [Ee]ng\. dom dona senhor(?:a)? juiz juíza desembargador(?:a)? magistrad[oa] procurador(?:a)?(?:-geral)?
    promotor(?:a)? delegad[oa] professor(?:a)? engenheir[oa] advogad[oa] técnic[oa] treinador(?:a)? selecionador(?:a)?
    atacante goleiro zagueiro avançado pesquisador(?:a)? investigador(?:a)? cientista economista analista ativista
    jornalista escritor(?:a)? romancista poeta cineasta cantor(?:a)? ator atriz médic[oa] enfermeir[oa]
    epidemiologista virologista biólog[oa] físic[oa] químic[oa] historiador(?:a)? sociólog[oa] politólog[oa]
    especialista candidat[oa] opositor(?:a)? dirigente empresári[oa] chefe comissári[oa] inspetor(?:a)?
    coordenador(?:a)? gerente fundador(?:a)? tesoureir[oa] sindicalista agricultor(?:a)? pescador(?:a)? bastonári[oa]
    tenista ciclista atleta jogador(?:a)? monsenhor relator(?:a)? cacique pastor(?:a)?
"""
_CITIES_TEXT = """
    Lisboa Porto Coimbra Braga Aveiro Faro Setúbal Évora Funchal Viseu Leiria Guimarães Brasília São_Paulo
    Rio_de_Janeiro Rio Belo_Horizonte Salvador Recife Fortaleza Curitiba Porto_Alegre Manaus Belém Goiânia Campinas
    Natal Florianópolis Vitória Maceió Aracaju Teresina Cuiabá Santos Petrópolis Luanda Maputo Praia Bissau Díli Macau
    Madrid Madri Barcelona Sevilha Caracas Bogotá Lima Quito Santiago Buenos_Aires Montevidéu Assunção La_Paz Havana
    Cidade_do_México Washington Nova_York Nova_Iorque Miami Los_Angeles Chicago Londres Paris Marselha Berlim Munique
    Frankfurt Roma Milão Nápoles Bruxelas Amsterdã Amesterdão Haia Genebra Zurique Viena Varsóvia Praga Budapeste
    Atenas Istambul Ancara Moscou Moscovo Kiev Kiyv São_Petersburgo Estocolmo Oslo Copenhague Helsinque Dublin Pequim
    Xangai Hong_Kong Tóquio Seul Nova_Delhi Bagdá Teerã Damasco Beirute Jerusalém Gaza Tel_Aviv Cairo Trípoli Túnis
    Argel Rabat Joanesburgo Sydney Algarve Alentejo Açores Madeira Amazônia Bahia Ceará Pernambuco Paraná Europa
    América África Ásia Oceania Crimeia Cisjordânia Amazonas Pará
"""

_SAYINGS = SayingWords(
    verbs="|".join(
        (*(f"{stem}(?:ou|aram|a|am|ava|avam|ado|ará|arão|ando)" for stem in _REGULAR.split()), *_IRREGULAR.split())
    ),
    nouns=r"(?!)",
    according=(
        r"(?<!\w )para(?= (?:[oa]s? )?(?:\w+ ){0,3}(?-i:[A-ZÁÉÍÓÚ])[^,.;\n]*, )|segundo(?! (?:lugar|turno"
        r"|semestre|trimestre|tempo|dia|ano))|de acordo com|nas palavras d[eoa]|conforme"
        r"|na opinião d[eoa]|na avaliação d[eoa]|para(?= [oa] (?:\w+ ){1,4}[A-ZÀ-Þ]\w+, )"
    ),
    before_noun="um|uma|seu|sua|seus|suas|este|esta|essa|esse|do|da|no|na|cada|de",
    new_clause="mas|enquanto|e|embora|porém",
    subordinate="quando|enquanto|como|depois de|antes de|se|embora|porque|após|ao",
    small="o|a|os|as|um|uma|uns|umas|e|ou|que|seu|se|do|da|dos|das|no|na",
    addressing=(
        r"(?:a|à|ao|às|aos|no|na|em)(?: (?:agência|cadeia|jornal|diário|canal|rádio|revista|emissora|semanário"
        r"|rede|TV"
        r"|portal|site))?"
        r"(?: de notícias| estatal| local| digital)? ?[«“\"]?"
    ),
    several="eles|elas|nós",
    subjects=SubjectWords(
        pronouns="ele|ela|eles|elas|eu|nós",
        auxiliaries=_AUXILIARIES,
        determiners=_DETERMINERS,
        outside=(
            "que|quem|qual|onde|quando|porque|se|e|ou|mas|enquanto|depois|antes|não|é|era|foi|são|eram|foram|está"
            "|estava|há|havia|disse|segundo|como|embora|estão|estavam|tem|tinha"
        ),
        prepositions=(
            "em|no|na|nos|nas|a|ao|à|aos|às|ante|sob|com|contra|de|do|da|dos|das|desde|durante|entre|até|para"
            "|por|pelo"
            "|pela|sem|sobre|após|segundo|junto a"
        ),
        joining="de|do|da|dos|das|para|em|por|com",
        relative="que|quem",
        participles=r"\w{2,}(?:ad[oa]s?|id[oa]s?|ando|endo|indo)",
        plural=(
            r"(?!(?:mais|depois|antes|menos|após|os|as|seus|nos|lhes|nas|dos|das|aos"
            r"|às)(?!\w))[a-zãõáéíóúâêôç][\w-]*s"
            r"|gente|polícia|Autoridades|Funcionários|Testemunhas|Moradores|Fontes|Especialistas|Médicos|Bombeiros"
            r"|Manifestantes|Policiais|Ativistas|Cientistas|Investigadores|Pesquisadores"
        ),
        after_subject=(
            "a|ao|à|aos|às|em|no|na|nos|nas|durante|após|ante|desde|sobre|que|quem|quando|enquanto|neste|nesta"
            "|ontem"
            f"|hoje|por|com|para|como|se|antes|depois|e|{_TIMES}"
        ),
        never_names="|".join(sorted(NAMES.common)),
        adverbs=_ADVERBS,
        gerunds=r"\w+(?:ando|endo|indo)",
        before_subject=(
            rf"{_TIMES}|{_ADVERBS}|em (?:declarações|entrevista|conversa) (?:a|ao|à|com [oa])"
            r"(?: (?-i:[A-ZÁÉÍÓÚ])\w+)+|a est[ea] \w+|à (?:agência |rede |TV )?[A-ZÁÉÍÓÚ]\w+(?= (?:o|a|os|as|um"
            r"|uma"
            rf"|seu)\b)"
            r"|ao (?:jornal|diário|canal|portal|site) (?:[A-ZÁÉÍÓÚ]\w+ ?)+(?=\b(?:o|a|os|as|um|uma|seu)\b)"
        ),
        inverts=True,
        heads_first=True,
    ),
    unsaid=(
        r"(?:nunca|jamais|não) (?:\w+ ){0,2}(?:disse\w*|dito|cham\w+)(?: \w+){0,3}"
        r"|neg(?:ou|aram|ava) (?:ter |que )?(?:[\w.-]+ ){0,3}(?:dito|dizer|chamado)(?: \w+){0,3}"
        r"|se (?:[\w.-]+ ){0,4}(?:tinha|havia|teria) (?:dito|chamado)(?: \w+){0,3}"
    ),
    object_relative="a quem|ao qual|à qual",
    inner=(
        r"(?:disse|disseram|contou|assegurou|afirmou) (?:(?!que )[\w.’'-]+ ){0,6}que (?:[\w.’'-]+ ){1,4}"
        r"(?:tinha|havia|tinham|haviam)(?: \w+){0,1}"
    ),
    before_actor=r"(?:(?:o|a|os|as|um|uma) )?(?:[^\W\d_][\w.-]* ){0,4}",
    abbreviations="Sr|Sra|Dr|Dra|Gal|Cel|Eng|Prof|Profa|D|Exmo|Exma|sr|sra|dr|dra|[A-Z]",
    omits_subject=True,
)

DRAFTS = DraftTables(
    sayings=_SAYINGS,
    reporting=portuguese_reporting(_SAYINGS.subjects, _SAYINGS.according),
    descriptions=DESCRIPTIONS,
    asides=ASIDES,
    names=NamePartTables(
        role="|".join(_ROLES.split()),
        courtesy=r"sra?\.?|srta\.?|senhora?|senhorita|dom|dona|d\.|dra?\.?|doutora?",
        changing=(
            r"ex|então|antig[oa]|depost[oa]|destituíd[oa]|derrubad[oa]|demitid[oa]|afastad[oa]|vice|sub"
            r"|falecid[oa]|futur[oa]|suposto|suposta|alegad[oa]|autoproclamad[oa]|chamad[oa]|interin[oa]"
            r"|cessante|exilad[oa]"
        ),
        before_role="ex|então|atual|antigo|antiga|novo|nova|futuro|futura",
        after_role=(
            r"interin[oa]|em exercício|em funções|depost[oa]|destituíd[oa]|afastad[oa]|cessante|encarregad[oa]"
            r"|executiv[oa]|federal|geral|regional|adjunt[oa]|nacional|eleit[oa]|municipal"
            r"|estadual|distrital|socialista|republican[oa]|democrata|conservador(?:a)?|liberal|científic[oa]"
            r"|técnic[oa]"
            r"|desportiv[oa]|esportiv[oa]|reformad[oa]|comunista|independente|suplente|local|militar|licenciad[oa]"
            r"|\w+(?:ês|esa|ense|ol|ola|an[oa]|in[oa]|eir[oa])"
        ),
        of="da|do|das|dos|de",
        joining="e|de|do|da|dos|das|para|para a|para o",
        articles="O|A|Os|As",
        ministry="ministério",
        people=r"[^\W\d_]+(?:os|as|es) (?:da|do|das|dos|de)",
        cities=frozenset(name.replace("_", " ") for name in _CITIES_TEXT.split()),
        offices=(
            r"defesa|fazenda|finanças|economia|saúde|educação|justiça|trabalho|cultura|agricultura|indústria|energia"
            r"|relações exteriores|negócios estrangeiros|transportes?|habitação|ciência|turismo|esporte|desporto"
            r"|segurança"
            r"|comunicação|imprensa|estado|governo|câmara|senado|congresso|parlamento|assembleia|igualdade"
            r"|meio ambiente"
            r"|ambiente|administração interna|interior|planejamento|casa civil|comércio|exército|república"
            r"|infraestrutura"
        ),
        kinds={
            "government": (
                "ministério|governo|câmara|prefeitura|procuradoria|embaixada|consulado|presidência|congresso|senado"
                "|assembleia|parlamento|tribunal|supremo|secretaria|polícia|defensoria|corte|junta|ibama"
            ),
            "unit": "exército|marinha|brigada|batalhão|regimento|guarda|divisão|frota|aeronáutica",
            "outlet": "jornal|diário|agência|rádio|televisão|tv|canal|notícias|revista|gazeta|tribuna|correio|folha",
            "organization": (
                "onu|otan|ue|unesco|unicef|partido|sindicato|universidade|banco|instituto|associação|federação"
                "|confederação|fundação|hospital"
                "|empresa"
                "|grupo|companhia|organização|comitê|comité|colégio|conselho|igreja|clube|liga|movimento|união"
                "|centro|cruz"
                "|fórum|aliança|frente|museu|academia|cooperativa|comissão|consórcio|s\\.?a|corporação|caixa"
                "|observatório"
                "|laboratórios?|ordem|anistia|amnistia|greenpeace"
            ),
            "place": (
                "rua|avenida|praça|ponte|rio|lago|mar|ilha|ilhas|montanha|serra|vale|aeroporto|parque|porto|praia"
                "|península"
                "|deserto|fronteira|província|costa|golfo|baía|cabo|estreito|bairro|cordilheira|vulcão|estrada"
            ),
        },
        named={
            "outlet": (
                "(?:agência|jornal|diário|cadeia|canal|revista|emissora|semanário|rádio|portal|site|rede|TV)"
                "(?: (?:de notícias|estatal|digital|local))?"
            ),
            "organization": (
                "(?:empresa|companhia|organização|ONG|associação|fundação|sindicato|partido|grupo|banco|construtora"
                "|petrolífera"
                "|petroleira|farmacêutica|firma|coligação|coalizão|movimento|universidade|consultora|consultoria"
                "|plataforma|clube"
                "|equipe|equipa|fabricante|multinacional|mineradora|cooperativa|hospital)(?: \\w+[oae]l?)?(?: de"
                "| d[oa])?"
            ),
            "place": (
                "(?:cidade|vila|localidade|município|província|região|ilha|rio|bairro|aldeia|estado|país|porto"
                "|aeroporto"
                "|distrito|concelho|freguesia|praia|vale|vulcão|prefeit[oa]|(?:arce)?bispo|morador(?:a|es)?"
                "|habitantes?|fronteira"
                "|fábrica)(?: \\w+[oae]l?)?"
                "(?: de| d[oa]| com [oa])?"
            ),
            "unit": "(?:batalhão|brigada|regimento)",
        },
        place_before="em|no|na|nos|nas|desde|até|para|perto de|fora de|pelas ruas de|viajou a",
        person_after=(
            r",? (?:de )?\d{1,2} anos|, (?:quem|cuj[oa]s?|prefeit[oa]|president[ea]|diretora?|moradora?)(?!\w)"
            r"| \([A-Z]{2,}[A-Za-z]*(?:-[A-Z]{2})?\)"
        ),
        countries={
            "US": "EUA, Estados Unidos da América",
            "GB": "Inglaterra, Escócia, Grã-Bretanha, País de Gales",
            "NL": "Holanda",
            "CZ": "República Checa, República Tcheca",
            "IR": "Irão, Irã",
            "PL": "Polónia, Polônia",
            "RO": "Roménia, Romênia",
            "VN": "Vietname, Vietnã",
            "CI": "Costa do Marfim",
        },
    ),
    nouns=CountedNounTables(
        noun=r"[a-zãõáéíóúâêôç][\w-]{2,}s|gente",
        skipped=(
            r"de|do|da|dos|das|os|as|seus|suas|outros|outras|novos|novas|mais|primeiros|primeiras|últimos|últimas"
            r"|grandes"
            r"|pequenos|pequenas|jovens|supostos|supostas|antigos|antigas|melhores|principais|diferentes|possíveis"
            r"|altos"
            r"|altas|bons|boas|demais|cerca"
        ),
        adjectives="jovens",
        excluded=(
            r"anos|vezes|após|depois|antes|menos|nos|nas|lhes|estes|estas|esses|essas|uns|umas|\w+amos|\w+emos"
            r"|pontos|horas"
            r"|dias|meses|aos|às"
        ),
    ),
    small_words=frozenset(
        ("de", "do", "da", "dos", "das", "o", "a", "os", "as", "um", "uma", "em", "no", "na", "ao", "à", "e", "com",
         "por", "para", "que", "é", "se", "seu", "desde")
    ),
    quoting=QuoteTemplates(
        full="{speaker} disse: “{words}”.",
        ended="{speaker} disse: “{words}”.",
        two="{speaker} disse: “{first}” e “{words}”.",
        word="{speaker} usou a palavra “{words}”.",
        several="{speaker} usou as palavras “{words}”.",
    ),
)  # fmt: skip
