"""What the forms of a Portuguese word share: "assinou", "assinaram" and "assina" are of one verb."""

from dossier.detect.stems import Stemmer

_NOUN_ENDINGS_TEXT = """
    s es o a os as e cao coes sao soes acao acoes icao icoes or ora ores oras ador adora adores adoras edor edora
    edores idor idores mento mentos amento amentos imento imentos ante antes ente entes iente al ais ico ica icos icas
    ista istas mente amente ar ares er eres ao oes aes agem
"""
_VERB_ENDINGS_TEXT = """
    as amos ais am aste ou aram ava avas avamos avam ara arei aras aremos arao aria arias ariamos ariam emos em asse
    assem ando ado ada ados adas arem ei eu eram emos imos iste iu iram ia ias iamos iam era erei eras eremos erao eria
    eriam ire irei ira iremos irao iria iriam esse essem isse issem ir iram irem endo indo ido ida idos idas erem
    ece ecem
"""
_IRREGULAR_TEXT = """
    dizer diz dizem disse disseram dito dita ditos diga; fazer faz fazem fez fizeram feito feita feitos feitas faca
    facam; vir vem veem veio vieram venha; ter tem teve tiveram tenha tido; por poe poem pos puseram posto posta postos
    ponha; querer quer querem quis quiseram queira; saber sabe soube souberam saiba; trazer traz trazem trouxe trouxeram
    traga; ver ve viu viram visto vista vistos veja; dar da dao deu deram dado dada dados; ir vai vao foi foram ido va;
    cair cai caem caiu cairam caia queda quedas; morrer morre morrem morreu morreram morto morta mortos mortas morte;
    pedir pede pedem pediu pediram peca; seguir segue seguem seguiu seguiram siga; eleger elege elegeu elegeram eleito
    eleita eleitos; mentir mente mentem mentiu; devolver devolve devolveu devolveram; abrir abre abrem abriu abriram
    aberto aberta abertos abertura; cobrir cobre cobriu coberto; descobrir descobre descobriu descoberto; escrever
    escreve escreveu escreveram escrito escrita; perder perde perdem perdeu perderam perca perdido perda; fechar fecha
    fecham fechou fecharam fechado fechada fechamento; negar nega negam negou negaram negue negado; manter mantem
    manteve mantiveram mantenha; deter detem deteve detiveram detido detida detidos; obter obtem obteve obtiveram;
    propor propoe propos propuseram proposto proposta; impor impoe impos impuseram imposto; opor opoe opos opuseram;
    produzir produz produziu produziram; reduzir reduz reduzem reduziu reduziram reduzido reducao; conduzir conduz
    conduziu; introduzir introduz introduziu; construir constroi construiu construiram construido; destruir destroi
    destroem destruiu destruiram destruido; fugir foge fogem fugiu fugiram fuja fuga; subir sobe sobem subiu subiram
    suba; sair sai saem saiu sairam saia saida; incluir inclui incluem incluiu incluiram; excluir exclui excluem excluiu
    excluiram; proibir proibe proibem proibiu proibiram; permitir permite permitem permitiu permitiram; admitir admite
    admitiu admitiram; impedir impede impediu impediram; demitir demite demitiu demitiram demitido; sentir sente sentiu;
    servir serve serviu; ler le leu leram lido; crer cre creu; ouvir ouve ouviu ouviram; atender atende; cumprir cumpre
    cumpriu; crescer cresce crescem cresceu cresceram; nascer nasce nasceu nasceram; oferecer oferece ofereceu
    ofereceram; reconhecer reconhece reconheceu reconheceram reconheca; desaparecer desaparece desapareceu
    desapareceram; eleger; pagar paga pagam pagou pagaram pago paga pagos pagamento; ganhar ganha ganham ganhou ganharam
    ganho; gastar gasto; entregar entrega entregou entregaram entregue entregues; prender prende prendeu prenderam preso
    presa presos presas prisao; soltar solta soltou soltaram solto; matar mata matou mataram; acender acende acendeu
    acenderam aceso; suspender suspende suspendeu suspenso suspensa; eleger; vencer vence venceu venceram vitoria;
    aceitar aceita aceitou aceitaram aceite aceito; acordar acordo acordos; decidir decide decidiu decidiram decisao;
    discutir discute discutiu
"""
STEMMER = Stemmer(
    (*_NOUN_ENDINGS_TEXT.split(), *_VERB_ENDINGS_TEXT.split()),
    _IRREGULAR_TEXT,
    {"que": "ce", "qui": "ci", "gue": "ge", "gui": "gi"},
)
