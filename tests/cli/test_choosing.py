"""Numbered choices: asked for on a terminal, otherwise listed with a number that `--choice` takes."""

import pytest

from tests.cli.terminal import CTRL_C, run_in_terminal

BRANDT = ("new", "quote", "gate", "--from", "Mayor Rolf Brandt")
SECOND = "  2  seeds/gazette.txt:10:48"


@pytest.fixture
def ask(base):
    """A function that runs a command on the small dossier, in a terminal with a person who answers."""

    def asked(arguments, *answers):
        return run_in_terminal([arguments[0], "--root", str(base), *arguments[1:]], answers)

    return asked


@pytest.fixture
def files(base):
    """A function that lists all files of the small dossier."""
    return lambda: sorted(path for path in base.rglob("*") if path.is_file())


def test_without_a_terminal_the_places_are_listed_in_context(run, files):
    before = files()
    code, out, err = run(*BRANDT)
    assert (code, out, files()) == (1, "", before)
    assert err.startswith(
        "`Mayor Rolf Brandt` matches 2 places; repeat the command with --choice N for the one meant:\n  1  seeds/"
    )
    assert SECOND in err
    assert "[Mayor Rolf Brandt]" in err


@pytest.mark.parametrize("number", [1, 2])
def test_the_number_chooses_the_place(run, base, number):
    listed = run(*BRANDT)[2].splitlines()[number]
    code, _, err = run(*BRANDT, "--choice", str(number))
    assert code == 0, err
    place = listed.split()[1]
    assert f"# Drafted from {place}." in (base / "content/quotes/gate.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ([*BRANDT, "--choice", "3"], "--choice 3: the list has 2"),
        ([*BRANDT, "--choice", "1", "--choice", "1"], "--choice 1: there is nothing to choose"),
        (["new", "quote", "gate", "--from", "gazette:6", "--choice", "1"], "--choice 1: there is nothing to choose"),
        ([*BRANDT, "--choice", "0"], "0 is not in the range x>=1"),
    ],
)
def test_a_number_that_no_list_has_is_an_error(run, files, command, message):
    before = files()
    code, _, err = run(*command)
    assert (code, message in err, files()) == (2, True, before), err


def test_a_terminal_asks(ask, base):
    result = ask(BRANDT, ("Number", "2"))
    assert result.code == 0, result.shown
    assert SECOND in result.shown
    assert "# Drafted from seeds/gazette.txt:10:48." in (base / "content/quotes/gate.yml").read_text("utf-8")


def test_a_terminal_asks_again_after_a_wrong_answer(ask):
    result = ask(BRANDT, ("Number", "9"), ("Number", ""), ("Number", "two"), ("Number", "1"))
    assert result.code == 0, result.shown
    assert "9 is not in the range 1<=x<=2" in result.shown


def test_ctrl_c_writes_nothing(ask, files):
    before = files()
    result = ask(BRANDT, ("Number", CTRL_C))
    assert (result.code, files()) == (2, before)
    assert "dossier: interrupted" in result.shown


FIGURES = ("new", "number", "walkers", "--from", "gazette:4", "--status", "reported")


def test_figures_of_a_passage_are_a_list(run, ask, base):
    code, _, err = run(*FIGURES)
    assert (code, "this passage has 4 figures; repeat the command with --choice N for the one meant:" in err) == (
        1,
        True,
    )
    assert "  1  seeds/gazette.txt:4:1  " in err
    result = ask(FIGURES, ("Number", "1"), ("Write it anyway?", "y"))
    assert result.code == 0, result.shown
    assert "value: 500\n" in (base / "content/numbers/walkers.yml").read_text("utf-8")


def test_several_lists_take_several_numbers(run, base):
    command = ("new", "actor", "mayor", "--from", "Rolf Brandt", "--from", "who work in it", "--kind", "person")
    assert "repeat the command with --choice N for the one meant" in run(*command)[2]
    assert "repeat the command with --choice 2 --choice N for the one meant" in run(*command, "--choice", "2")[2]
    assert run(*command, "--choice", "2", "--choice", "1")[0] == 0
    assert "suffix: ’s" in (base / "content/actors/mayor.yml").read_text("utf-8")


def test_the_closest_words_are_only_taken_when_they_are_chosen(run, base):
    command = ("new", "number", "gone", "--from", "67 dockers", "--status", "reported")
    code, _, err = run(*command)
    assert code == 1
    assert (
        "not found in any source text; closest matches; repeat the command with --choice N for the one meant:\n" in err
    )
    assert "[-67-]{+567+} dockers" in err
    assert run(*command, "--choice", "1")[0] == 0
    assert "exact: 567 dockers" in (base / "content/numbers/gone.yml").read_text("utf-8")


def test_locate_numbers_the_places_and_prints_the_chosen_one(run):
    everything = run("locate", "Rolf Brandt")[1]
    assert "# seeds/gazette.txt:10:54 (--choice 2)\n" in everything
    code, out, _ = run("locate", "Rolf Brandt", "--choice", "2")
    assert (code, out) == (
        0,
        everything[everything.index("  # seeds/gazette.txt:10:54") :].replace(" (--choice 2)", ""),
    )


def test_locate_asks_in_a_terminal(ask):
    result = ask(("locate", "Rolf Brandt"), ("Number", "2"))
    assert result.code == 0
    assert result.shown.endswith("    suffix: ’s\n")


def test_locate_prints_all_places_in_a_terminal_if_none_is_chosen(ask, run):
    result = ask(("locate", "Rolf Brandt"), ("Number", ""))
    assert result.code == 0
    assert result.shown.endswith(run("locate", "Rolf Brandt")[1])
