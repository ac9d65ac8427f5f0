"""Portuguese words by which texts say how two actors are related."""

from dossier.detect.relation_words import relation_words

_LINK = r",? (?:que |quem |a qual |o qual )?(?:tem |tinha |tinham )?"
_THEN = r" (?!por\b|pel[oa]s?\b)(?:(?:a|ao|à|o|os|as|de|do|da|dos|das|seu|sua|um|uma) )*(?:[a-z]\w+ ){0,2}?"
_PART = (
    rf"{_LINK}(?:é|são|era|eram|foi|continua a ser) "
    rf"(?:(?:um|uma|o|a) )?(?:\w+ )?(?:parte|membro|membros|ramo|unidade|divisão|filial) (?:de|do|da){_THEN}"
)

RELATIONS = relation_words(
    {
        "recognises": "reconhe aceit",
        "does not recognise": """
            (?:não|nunca|jamais|sem)\\b.*\\breconhe desconhe neg(?:a|ou|ar|aram)\\b rejeit recus retir
        """,
        "loyal to": "leal lealdade fiel fidelidade juramento jur(?:ou|a|ar|aram|ado)\\b obed subordin ao_lado_d",
        "opposes": """
            opõ opos opor opus contra derrub depor rival critic acus rejeit denunci conden protest revolta rebel levante
            levantamento advert ameaç desafi demit renunci ditador tiran inimig adversári culp queix sancion resist romp
            boicot combat lut disput contradi processou ultimato exig usurpad
        """,
        "supports": """
            apoi respald alia[dn] favor ajud assist simpat defend defes aprov elogi financi patrocin promov solidári
            a_favor reconhe ao_lado_d partidári pró- aval
        """,
        "member of": """
            membr pertenc integr faz_parte fazem_parte fez_parte fili sóci[oa]s?\\b assento deputad senador partido
            milit
        """,
        "part of": """
            parte_d ramo divisão braço unidade dentro_d pertenc departamento escritório oficial funcionári vinculad
            depend filial subsidiári seção secção sede da_ do_ ala_d integra
        """,
        "leads": """
            líder lider dirig dirij encabeç chef presid diretor fundador comand prefeit capit govern mand(?:a|o|ou)\\b
            à_frente cabeça secretári reitor gerente autarca
        """,
        "speaks for": "porta-voz porta-vozes fal[ao]\\w* representa em_nome enviad advogad",
        "holds responsible": "responsab culp acus caus devido atribu",
        "relays": """
            segundo inform diss diz dizem dit cit[aoe] entrevist escrev publi contribu recolh anunci descrev
            cont(?:a|ou)\\b declar afirm garant explic relat através via difund notici
        """,
        "publishes": "publi edita editad editor imprim propriet propried don[oa]s?\\b copyright fund(?:ou|ad)",
        "works for": """
            assessor assistente adid embaix analista capit empregad trabalh consultor colabor correspond coorden
            diplomat diretor editor engenheir enviad jornalista advogad ministr oficial fotógraf polic produtor
            professor repórter pesquisador investigador secretári sargento serv porta-voz pessoal redator funcionári
            chefe adjunt colunista coronel médic
        """,
        "family of": """
            pai\\b pais\\b mãe filh irm[ãa] espos marid mulher viúv ti[oa]s?\\b prim[oa]s?\\b sobrinh net[oa] av[ôó]
            cunhad sogr genro nora casad famíli parceir noiv gême gêmeo herd entead companheir
        """,
        "in contact with": """
            contat contact fal(?:a|ou|aram|ar)\\b diss diz reun encontr cham escrev carta envi entrevist mensag conect
            correio negoci correspond respond pergunt visit dialog convers convoc telefon ligou pediu pede viu_
        """,
    },
    r"(?<!\w)(?:não|nunca|jamais|já não|deixou de|deixaram de|se recusa a|se recusou a|recus\w+|rejeit\w+"
    r"|sem) (?:\w+ )?$",
    {
        "part of": _PART,
        "member of": _PART,
        "leads": rf"{_LINK}(?:dirige|dirigiu|encabeça|preside|presidiu|lidera|liderou|comanda|comandou|chefia){_THEN}",
        "publishes": rf"{_LINK}(?:publica|publicou|edita|editou|possui){_THEN}",
        "recognises": rf"{_LINK}(?:reconhece|reconhecem|reconheceu|reconheceram|reconhecido){_THEN}",
        "supports": rf"{_LINK}(?:apoia|apoiam|apoiou|apoiaram|apoiado|respalda|respaldou){_THEN}",
        "opposes": (
            rf"{_LINK}(?:se opõe|opõe-se|se opôs|opôs-se|critica|criticou|condena|condenou|denuncia"
            rf"|denunciou){_THEN}"
        ),
    },
)
