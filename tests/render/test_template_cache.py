"""Compiled templates are kept between runs, and are what compiling anew would make."""

import tempfile
from functools import wraps

import pytest
from dossier.render.environment import build_environment
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """An empty folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def rendered(environment, text):
    """Return a template of the environment, rendered."""
    environment.loader = DictLoader({"page": text})
    return environment.get_template("page").render()


def kept(folder):
    """Return the names of the kept files, without how Jinja compiled them."""
    return {file.name for file in folder.rglob("dossier-*")}


def test_a_template_is_compiled_once_and_again_when_its_text_changes(base_graph, temporary, monkeypatch):
    compiled = []
    compile_source = Environment._generate
    monkeypatch.setattr(Environment, "_generate", lambda *args, **kw: compiled.append(1) or compile_source(*args, **kw))
    for text, times in (("one", 1), ("one", 1), ("two", 2)):
        assert rendered(build_environment(base_graph), text) == text
        assert (len(compiled), len(kept(temporary))) == (times, 1)


def test_other_settings_are_kept_apart(base_graph, temporary, monkeypatch):
    lines = "{% if true %}\nline\n{% endif %}"
    assert rendered(build_environment(base_graph), lines) == "line\n"
    init = Environment.__init__
    monkeypatch.setattr(Environment, "__init__", lambda self, **kw: init(self, **(kw | {"trim_blocks": False})))
    assert rendered(build_environment(base_graph), lines) == "\nline\n"
    assert len(kept(temporary)) == 2


def test_without_a_safe_folder_nothing_is_kept(base_graph, temporary):
    folder = FileSystemBytecodeCache().directory
    temporary.joinpath(folder).rmdir()
    temporary.joinpath(folder).write_text("not a folder")
    assert rendered(build_environment(base_graph), "one") == "one"
    assert not kept(temporary)


def test_a_full_disk_is_no_error(base_graph, temporary, monkeypatch):
    def fail(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", fail)
    assert rendered(build_environment(base_graph), "one") == "one"


def test_no_filter_decides_how_a_template_is_compiled(base_graph):
    environment = build_environment(base_graph)
    loader = environment.loader

    def code():
        names = environment.list_templates(extensions=["j2"])
        assert len(names) > 30
        return {name: environment.compile(loader.get_source(environment, name)[0], name, raw=True) for name in names}

    def failing(function):
        @wraps(function)
        def fail(*args, **kw):
            raise ValueError

        return fail

    as_is = code()
    environment.filters = {name: failing(function) for name, function in environment.filters.items()}
    environment.finalize = failing(environment.finalize)
    assert code() == as_is
