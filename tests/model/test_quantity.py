"""Quantities in words, in English and in Spanish."""

import re
from decimal import Decimal

import pytest
from dossier.model.quantity import Quantity, parse_fraction
from dossier.text.interface import interface_language

WORDS = """
exactly    567        soldados           567 soldados                567 soldados
more than  12500      soldados           more than 12,500 soldados   más de 12.500 soldados
about      2500       -                  about 2,500                 cerca de 2500
between    25-50      percent            25 to 50 percent            25 a 50 por ciento
exactly    1          day                1 day                       1 día
at least   1.5        day                at least 1.5 days           al menos 1,5 días
less than  1          percentage\u00a0point   less than 1 percentage point  menos de 1 punto porcentual
exactly    20000000   USD                $20 million                 20 millones de dólares estadounidenses
exactly    -3         USD                -$3                         -3 dólares estadounidenses
exactly    1000000    personas           1 million personas          1 millón de personas
exactly    10000000   percent            10 million percent          10 millones por ciento
between    1000000-2500000  personas     1 million to 2.5 million personas  1 millón a 2,5 millones de personas
at most    1234567    EUR                at most 1,234,567 EUR       como máximo 1.234.567 euros
exactly    10000000   percent        10 million percent         10 millones por ciento
exactly    2/3        -                  2/3                         2/3
exactly    10         kilometre          10 kilometres               10 kilómetros
exactly    3          square\u00a0miles      3 square miles              3 millas cuadradas
"""


def read_cases():
    for line in WORDS.strip().splitlines():
        qualifier, figure, unit, english, spanish = (part.strip() for part in line.split("  ") if part.strip())
        low, _, high = figure.partition("-") if qualifier == "between" else (figure, "", "")
        value = parse_fraction(low) if "/" in low else Decimal(low)
        unit = None if unit == "-" else unit.replace("\u00a0", " ")
        bounds = (None, value, Decimal(high)) if high else (value, None, None)
        yield Quantity(qualifier, *bounds, unit), english, spanish


@pytest.mark.parametrize(("quantity", "english", "spanish"), list(read_cases()))
def test_a_quantity_in_words(quantity, english, spanish):
    assert quantity.in_words() == english
    with interface_language("es"):
        assert quantity.in_words() == spanish


NOUNS = """
people 1 person 7 people
person 1 person 7 people
inch 1 inch 20 inches
inches 1 inch 20 inches
feet 1 foot 2 feet
square mile 1 square mile 3 square miles
mile per hour 1 mile per hour 70 miles per hour
degree Celsius 1 degree Celsius 2 degrees Celsius
days of rain 1 day of rain 3 days of rain
kilohertz 1 kilohertz 5 kilohertz
kcal 1 kcal 5 kcal
km 1 km 5 km
per mille 1 per mille 5 per mille
mmol/l 1 mmol/l 5 mmol/l
soldiers 1 soldier 2 soldiers
former soldiers 1 former soldier 2 former soldiers
guardsmen 1 guardsman 2 guardsmen
specimen 1 specimen 2 specimen
countries 1 country 2 countries
churches 1 church 2 churches
boxes 1 box 2 boxes
houses 1 house 2 houses
engineering corps 1 engineering corps 2 engineering corps
of their forces 1 of their forces 2 of their forces
ARS 1 ARS 2 ARS
times 1 times 2 times
"""


@pytest.mark.parametrize("line", NOUNS.strip().splitlines())
def test_a_noun_has_the_number_of_its_figure(line):
    unit, one, number, several = re.fullmatch(r"(.+) 1 (.+) (\d+) (.+)", line).groups()
    assert Quantity("exactly", Decimal(1), unit=unit).in_words() == f"1 {one}"
    assert Quantity("more than", Decimal(number), unit=unit).in_words() == f"more than {number} {several}"


SINGULARS = {
    "es": "personas=persona soldados_muertos=soldado_muerto miembros_de_la_Guardia=miembro_de_la_Guardia jueces=juez "
    "camiones=camión mujeres=mujer muertes=muerte hombres=hombre países=país votos_a_favor=voto_a_favor "
    "crisis=crisis virus=virus lunes=lunes persona=persona niños_huérfanos_y_virus=niños_huérfanos_y_virus "
    "clubes=clubes relojes=relojes álbumes=álbumes aires=aire vales=vales goles=goles informes=informe padres=padre",
    "pt": "pessoas=pessoa aviões=avião mulheres=mulher homens=homem mortes=morte pais=pais "
    "soldados_mortos=soldado_morto ônibus=ônibus lápis=lápis vezes=vez árvores=árvore hectares=hectare",
    "fr": "personnes=personne blessés=blessé bateaux=bateau décès=décès corps=corps pays=pays fois=fois "
    "soldats_tués=soldat_tué lieux=lieu avis=avis discours=discours poids=poids tuyaux=tuyaux vitraux=vitraux "
    "journaux=journal travailleurs=travailleur tiers=tiers",
    "de": "Personen=Person Soldaten=Soldat Häuser=Haus Tote=Tote Daten=Daten tote_Soldaten=tote_Soldaten "
    "Seiten=Seiten Jungen=Jungen Listen=Listen Kisten=Kisten Renten=Renten Zeitungen=Zeitung Krankheiten=Krankheit",
    "nl": "personen=personen",
}


@pytest.mark.parametrize("language", SINGULARS)
def test_what_one_is_of_is_in_the_singular_if_that_is_certain(language):
    units = [[words.replace("_", " ") for words in pair.split("=")] for pair in SINGULARS[language].split()]
    with interface_language(language):
        found = {plural: Quantity("exactly", Decimal(1), None, None, plural).in_words() for plural, _ in units}
        assert found == {plural: f"1 {singular}" for plural, singular in units}
        assert Quantity("exactly", Decimal(2), None, None, units[0][0]).in_words() == f"2 {units[0][0]}"
