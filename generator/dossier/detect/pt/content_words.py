"""Portuguese words with a meaning of their own: those that count nothing, and those that mean the same."""

import re

from dossier.detect.content_words import ContentWords
from dossier.detect.pt.names import NAMES
from dossier.detect.pt.word_forms import STEMMER
from dossier.detect.simple_words import strip_accents

_FRAMING_TEXT = """
    tempo período duração parte proporção percentagem porcentagem taxa nível relação tamanho soma total número contagem
    conta cifra quantidade valor preço custo cálculo opinião previsão estimativa palpite fonte autor leitor artigo
    relatório gente pessoa pessoas membros participantes
"""
_SYNONYM_TEXT = """
    pessoa pessoas gente indivíduos; soldado soldados militar militares efetivos tropas; morto mortos mortes falecidos
    vítimas óbitos; ferido feridos; criança crianças menor menores; país países nação nações estado estados; casa casas
    moradia moradias habitação habitações lar lares; trabalhador trabalhadores empregado empregados operário operários
    funcionário funcionários; mulher mulheres; homem homens; policial policiais agente agentes polícia polícias; carro
    carros automóvel automóveis veículo veículos; preso presos detido detidos detentos; navio navios barco barcos
    embarcação embarcações; aluno alunos estudante estudantes
"""

CONTENT = ContentWords(
    STEMMER.form,
    function_words=frozenset(map(strip_accents, NAMES.common)),
    reporting=frozenset(map(strip_accents, NAMES.reporting)),
    framing=_FRAMING_TEXT,
    linking="de do da dos das os as o a seus suas outros outras novos novas",
    synonyms=_SYNONYM_TEXT,
    counted=re.compile(r"\w{3,}s"),
)
