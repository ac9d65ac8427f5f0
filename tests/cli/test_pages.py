"""`dossier pages`: the Markdown pages, in a folder of their own."""


def test_pages_are_written_to_a_new_folder(run, tmp_path):
    folder = tmp_path / "a" / "pages"
    code, out, err = run("pages", "--to", str(folder))
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(".")]
    assert (code, out, err) == (0, "", f"{len(files)} files in {folder}\n")
    assert (folder / "about.md").read_text("utf-8") == "# About\n"
    assert (folder / "actors/nils-aker.md").read_text("utf-8").count("# Nils Aker") == 1


def test_pages_replace_those_of_an_earlier_run(run, tmp_path):
    run("pages", "--to", str(tmp_path / "pages"))
    (tmp_path / "pages/left-over.md").write_text("old", "utf-8")
    assert run("pages", "--to", str(tmp_path / "pages"))[0] == 0
    assert not (tmp_path / "pages/left-over.md").exists()
    assert (tmp_path / "pages/index.md").exists()


def test_a_link_to_the_folder_is_kept(run, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "pages")
    run("pages", "--to", str(tmp_path / "link"))
    (tmp_path / "pages/left-over.md").write_text("old", "utf-8")
    assert run("pages", "--to", str(tmp_path / "link"))[0] == 0
    assert (tmp_path / "link").is_symlink()
    assert not (tmp_path / "pages/left-over.md").exists()


def test_a_link_in_the_folder_is_removed_and_its_target_kept(run, tmp_path):
    run("pages", "--to", str(tmp_path / "pages"))
    (tmp_path / "mine").mkdir()
    (tmp_path / "pages/linked").symlink_to(tmp_path / "mine")
    assert run("pages", "--to", str(tmp_path / "pages"))[0] == 0
    assert not (tmp_path / "pages/linked").exists()
    assert (tmp_path / "mine").is_dir()


def test_a_folder_with_other_files_is_left_alone(run, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("dear", "utf-8")
    code, _, err = run("pages", "--to", str(tmp_path / "mine"))
    assert (code, err.startswith(f"dossier: {tmp_path / 'mine'} ")) == (2, True)
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_file_is_not_overwritten(run, tmp_path):
    (tmp_path / "file").write_text("mine", "utf-8")
    assert run("pages", "--to", str(tmp_path / "file"))[0] == 2
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_findings_keep_pages_from_being_written(run, misspelt_report, tmp_path):
    assert run("pages", "--to", str(tmp_path / "pages")) == (1, "", misspelt_report)
    assert not (tmp_path / "pages").exists()
