"""Dates in words are only as precise as their EDTF."""

import pytest
from dossier.edtf.format import format_edtf, format_month
from dossier.edtf.parse import Edtf
from dossier.text.interface import interface_language

WORDS = """
2019-01-26              26 January 2019
2019-01                 January 2019
2019                    2019
2019-12                 December 2019
2020-02                 February 2020
2019-01-26~             about 26 January 2019
2019-01~                about January 2019
2019-01-26?             26 January 2019 (uncertain)
2019-01-26%             about 26 January 2019 (uncertain)
2019-01-20/2019-01-26   20 to 26 January 2019
2019-01-28/2019-02-03   28 January to 3 February 2019
2018-12-30/2019-01-02   30 December 2018 to 2 January 2019
2018/2019               2018 to 2019
2018-02/2019-02         February 2018 to February 2019
2019-01/2019-03         January to March 2019
2019-01/2019-01         January 2019
2019-01-01/2019-01-31   1 to 31 January 2019
2019-01-01/2019-12-31   1 January to 31 December 2019
2019-01-26/2019-01-26   26 January 2019
2019-01/2019-02-03      January to 3 February 2019
2019/2019-03            2019 to March 2019
2019-01~/2019-03        about January to March 2019
2015/..                 from 2015
2019-02/..              from February 2019
../2019-02              until February 2019
2015/                   from 2015, end unknown
/2019-02                until February 2019, beginning unknown
XXXX/2019               until 2019, beginning unknown
2019-02-XX/..           from a day from February 2019
2019-02-25/..           from 25 February 2019
../2019-02-25           until 25 February 2019
[2019-02-21,2019-02-28] 21 or 28 February 2019
[2019-01-31,2019-02-01] 31 January or 1 February 2019
[2018-12-31,2019-01-01] 31 December 2018 or 1 January 2019
{2019-02-21,2019-02-22,2019-02-28} 21, 22 and 28 February 2019
2019-02-2X              a day from 20 to 28 February 2019
2019-01-XX              a day from January 2019
201X                    a day from 2010 to 2019
XXXX-01-21              an unknown date
2019-21                 spring 2019
9999-12                 December 9999
[..2019-02-21]          21 February 2019 or earlier
[2019-02-21..]          21 February 2019 or later
[2019-01-03,2019-02..]  3 January 2019 or February 2019 or later
{2019-01-03,2019-02..}  3 January 2019 and from February 2019
[2019-02-21..2019-02-23] some day from 21 to 23 February 2019
[2019-02-21..2019-02-22] 21 or 22 February 2019
[2019-02..2019-03]      some day from 1 February to 31 March 2019
[2018..2019]            some day from 2018 to 2019
[..2019-02?]            February 2019 or earlier (uncertain)
[2019-02~..]            about February 2019 or later
{..2019-02-21}          until 21 February 2019
{2019-02-21..2019-02-23} every day from 21 to 23 February 2019
2019-22                 summer 2019
2019-23~                about autumn 2019
2019-24                 winter 2019–20
1999-24                 winter 1999–2000
2019-26                 summer 2019 (northern)
2019-30                 summer 2019 (southern)
2019-33                 the first quarter of 2019
2019-41?                the second half of 2019 (uncertain)
2019-21/2019-22         spring 2019 to summer 2019
2019-22/..              from summer 2019
/2019-22                until summer 2019, beginning unknown
[2019-01,2019-03]       January or March 2019
{2019-01,2019-02,2019-03} January, February and March 2019
[2018-12,2019-01]       December 2018 or January 2019
[2017,2019]             2017 or 2019
[2019-21,2019-22]       spring 2019 or summer 2019
[2019-01-03,2019-03]    3 January 2019 or March 2019
[2019-02-22..2019-02-24,2019-03-01..2019-03-03] 22 to 24 February or 1 to 3 March 2019
[2019-01~,2019-03]      about January or March 2019
2019-02-25/             from 25 February 2019, end unknown
/2019-02-25             until 25 February 2019, beginning unknown
"""
SPANISH = """
2019-01-26              26 de enero de 2019
2019-01                 enero de 2019
2019                    2019
2019-01-26~             26 de enero de 2019 (fecha aproximada)
2019-01-26?             26 de enero de 2019 (fecha incierta)
2019-01-26%             26 de enero de 2019 (fecha aproximada e incierta)
2019-01-20/2019-01-26   20 a 26 de enero de 2019
2019-01-28/2019-02-03   28 de enero a 3 de febrero de 2019
2018-12-30/2019-01-02   30 de diciembre de 2018 a 2 de enero de 2019
2018/2019               2018 a 2019
2019-01/2019-03         enero a marzo de 2019
2018-12/2019-03         diciembre de 2018 a marzo de 2019
2015/..                 desde 2015
../2019-02              hasta febrero de 2019
2019-02-25/..           desde el 25 de febrero de 2019
../2019-02-25           hasta el 25 de febrero de 2019
2019-02-25/             desde el 25 de febrero de 2019, final desconocido
[2019-02-21,2019-02-28] 21 o 28 de febrero de 2019
[2019-03-07,2019-03-08] 7 u 8 de marzo de 2019
[2019-09,2019-10]       septiembre u octubre de 2019
[2018-12-31,2019-01-01] 31 de diciembre de 2018 o 1 de enero de 2019
{2019-02-21,2019-02-22,2019-02-28} 21, 22 y 28 de febrero de 2019
2019-02-2X              un día del 20 al 28 de febrero de 2019
2019-01-XX              un día de enero de 2019
201X                    un día de 2010 a 2019
XXXX-01-21              fecha desconocida
[2019-02-21..2019-02-23] algún día del 21 al 23 de febrero de 2019
[..2019-02-21]          21 de febrero de 2019 o antes
[2019-02-21..]          21 de febrero de 2019 o después
{2019-02-21..2019-02-23} todos los días del 21 al 23 de febrero de 2019
2019-23~                otoño de 2019 (fecha aproximada)
2019-24                 invierno de 2019–20
2019-30                 verano de 2019 (hemisferio sur)
2019-33                 primer trimestre de 2019
2019-41?                segundo semestre de 2019 (fecha incierta)
"""


def cases(text):
    return [line.split(maxsplit=1) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("date", "words"), cases(WORDS))
def test_a_date_reads_no_more_exact_than_it_is(date, words):
    assert format_edtf(Edtf.parse(date)) == words


@pytest.mark.parametrize(("date", "words"), cases(SPANISH))
def test_a_date_in_spanish(date, words):
    with interface_language("es"):
        assert format_edtf(Edtf.parse(date)) == words


@pytest.mark.parametrize(
    ("month", "words"),
    [("2019-01", "January 2019"), ("2019-12", "December 2019"), ("2019", "2019"), ("Undated", "Undated")],
)
def test_a_month_has_its_name(month, words):
    assert format_month(month) == words
