"""Compiled templates are kept where Python keeps modules so, and told apart by all that they are made of."""

import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from dossier.render import compiled
from dossier.render.environment import build_environment
from jinja2 import nodes, pass_context

TEMPLATE = "record.md.j2"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The folder where Python would keep the module."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = Path(cache_from_source(compiled.__file__)).parent
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def made(real):
    """Makes an environment that tells which templates it compiles."""

    def make(**filters):
        one = build_environment(real.graph)
        one.filters |= filters
        one.bytecode_cache = compiled.Compiled(one)
        compile, one.compiled = one.compile, []
        one.compile = lambda source, name=None, *rest, **more: (
            one.compiled.append(name) or compile(source, name, *rest, **more)
        )
        return one

    return make


def test_a_template_is_compiled_once_for_all_builds(kept, made):
    first, second = made(), made()
    first.get_template(TEMPLATE)
    assert (first.compiled, len(list(kept.iterdir()))) == ([TEMPLATE], 1)
    second.get_template(TEMPLATE)
    assert second.compiled == []


def test_it_is_compiled_again_where_a_filter_comes_to_want_the_context(kept, made):
    made().get_template(TEMPLATE)
    again = made(marks=pass_context(lambda context, marks: marks), prose=lambda text: text)
    again.get_template(TEMPLATE)
    assert again.compiled == [TEMPLATE]


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("trim_blocks", False),
        ("autoescape", True),
        ("finalize", pass_context(lambda context, one: one)),
        ("finalize", None),
    ],
)
def test_it_is_compiled_again_where_the_environment_is_set_otherwise(kept, made, setting, value):
    made().get_template(TEMPLATE)
    again = made()
    setattr(again, setting, value)
    again.bytecode_cache = compiled.Compiled(again)
    again.get_template(TEMPLATE)
    assert again.compiled == [TEMPLATE]


def test_nothing_is_kept_where_python_keeps_nothing(kept, made, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    made().get_template(TEMPLATE)
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize("there", [False, True])
def test_what_cannot_be_kept_is_used_all_the_same(kept, made, there):
    kept.rmdir()
    if there:
        kept.write_text("a file in the place of the folder")
    assert made().get_template(TEMPLATE).blocks


def test_no_template_holds_what_jinja_would_work_out_when_it_compiles(real):
    made = build_environment(real.graph)
    for name in made.list_templates(extensions=["j2"]):
        source = made.parse(made.loader.get_source(made, name)[0])
        plain = {id(one) for negated in source.find_all(nodes.Neg) for one in (negated, negated.node)}
        for found in source.find_all(nodes.Expr):
            if not isinstance(found, nodes.Literal) and id(found) not in plain:
                with pytest.raises(nodes.Impossible):
                    found.as_const(nodes.EvalContext(made, name))
