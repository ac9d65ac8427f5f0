"""A review in the browser: by keyboard, by touch, and while files are saved elsewhere."""

import pytest

from tests.build.conftest import MAX_WAIT, project, replace, serve, start  # noqa: F401 (fixtures)
from tests.build.test_review import AKER, NEXT, reviewed  # noqa: F401 (a fixture)

ADDRESS = "/-/review/actor/nils-aker/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def opened(reviewed, serve, tab):  # noqa: F811
    """Open the page of a record."""

    def open_page(**options):
        server = serve(reviewed)
        page = tab(f"http://{server.address}/", **options)
        page.set_default_timeout(1000 * MAX_WAIT)
        page.goto(f"http://{server.address}{ADDRESS}")
        return page

    return open_page


def wait_for_address(page, path):
    page.wait_for_function("path => location.pathname === path", arg=path)


def test_a_record_is_reviewed_and_undone_with_keys_alone(reviewed, opened):  # noqa: F811
    page = opened(**DESKTOP)
    before = (reviewed / AKER).read_bytes()
    page.keyboard.press("h")
    page.get_by_role("status").get_by_text("Nils Aker: holds.").wait_for()
    wait_for_address(page, NEXT)
    assert page.evaluate("document.activeElement.textContent") == "Port officials"
    assert b"verdict: holds" in (reviewed / AKER).read_bytes()
    page.keyboard.press("u")
    page.get_by_role("status").get_by_text("Undone: Nils Aker.").wait_for()
    wait_for_address(page, ADDRESS)
    assert (reviewed / AKER).read_bytes() == before
    assert page.get_by_role("button", name="Undo").is_hidden()
    for key, path in (("n", NEXT), ("p", ADDRESS), ("a", "/-/review/"), ("n", "/-/review/source/gazette/")):
        page.keyboard.press(key)
        wait_for_address(page, path)
        page.wait_for_function("document.activeElement === document.getElementById('title')")
    page.go_back()
    page.get_by_role("heading", name="Review", level=1).wait_for()
    assert (reviewed / AKER).read_bytes() == before
    assert page.faults == []


def test_a_draft_is_published_with_one_key_and_the_drafts_that_hold_with_one_button(reviewed, opened):  # noqa: F811
    for path in (AKER, "content/actors/rolf-brandt.yml"):
        replace(reviewed / path, "review: published", "review: draft")
    before = (reviewed / AKER).read_bytes()
    page = opened(**DESKTOP)
    page.keyboard.press("y")
    page.get_by_role("status").get_by_text("Published: Nils Aker.").wait_for()
    wait_for_address(page, NEXT)
    assert b"state: published" in (reviewed / AKER).read_bytes()
    page.keyboard.press("y")  # Not a draft: nothing happens.
    page.keyboard.press("u")
    page.get_by_role("status").get_by_text("Undone: Nils Aker.").wait_for()
    wait_for_address(page, ADDRESS)
    assert (reviewed / AKER).read_bytes() == before
    page.keyboard.press("h")
    page.get_by_role("status").get_by_text("Nils Aker: holds.").wait_for()
    page.keyboard.press("a")
    page.get_by_role("button", name="Publish all drafts that hold").click()
    page.get_by_role("status").get_by_text("Published: Nils Aker.").wait_for()
    assert page.get_by_role("heading", name="Drafts that hold").count() == 0
    assert page.faults == []


@pytest.mark.parametrize("options", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_why_a_draft_is_not_published_is_said_beside_its_buttons(reviewed, opened, options):  # noqa: F811
    replace(reviewed / AKER, "review: published", "review: draft")
    replace(reviewed / AKER, "summary: A docker.", "summary: TODO")
    page = opened(**options)
    page.get_by_text("is unfinished").first.wait_for()  # The check has ended, and nothing replaces the answer.
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("status").get_by_text("`summary` is unfinished").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= options["viewport"]["width"]
    assert page.evaluate("document.querySelector('.actions').getBoundingClientRect().bottom <= innerHeight")
    assert "review: draft" in (reviewed / AKER).read_text("utf-8")


def test_keys_do_nothing_with_a_modifier_or_when_they_are_off(reviewed, opened):  # noqa: F811
    page = opened(**DESKTOP)
    before = (reviewed / AKER).read_bytes()
    page.keyboard.press("Control+h")
    page.keyboard.press("Shift+L")
    page.get_by_text("Keys", exact=True).click()
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("h")
    page.get_by_role("link", name="Next").click()
    wait_for_address(page, NEXT)
    page.keyboard.press("p")
    page.get_by_role("link", name="Previous").click()
    wait_for_address(page, ADDRESS)
    assert (reviewed / AKER).read_bytes() == before
    page.get_by_role("button", name="Look again").press("Enter")
    page.get_by_role("status").get_by_text("Nils Aker: look again.").wait_for()


def test_a_record_is_reviewed_on_a_phone(reviewed, opened):  # noqa: F811
    page = opened(**PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    boxes = page.evaluate("""[...document.querySelectorAll("[data-verdict]")].map((button) => {
        const { height, bottom } = button.getBoundingClientRect();
        return [height, bottom];
    })""")
    assert len(boxes) == 2
    assert all(height >= 44 and bottom <= 844 for height, bottom in boxes)
    page.get_by_role("button", name="Holds").tap()
    page.get_by_role("status").get_by_text("Nils Aker: holds.").wait_for()
    page.get_by_role("button", name="Undo").tap()
    page.get_by_role("status").get_by_text("Undone").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.faults == []


def test_the_page_follows_files_that_are_saved_elsewhere(reviewed, opened):  # noqa: F811
    page = opened(**DESKTOP)
    page.get_by_role("button", name="Holds").focus()
    replace(reviewed / AKER, "A docker.", "One docker.")
    page.get_by_text("One docker.").first.wait_for()
    page.get_by_role("status").get_by_text("Files were saved").wait_for()
    page.keyboard.press("h")
    page.get_by_role("status").get_by_text("Nils Aker: holds.").wait_for()
    assert "verdict: holds" in (reviewed / AKER).read_text("utf-8")


@pytest.mark.parametrize("options", [PHONE, DESKTOP | {"color_scheme": "dark"}], ids=["phone", "dark"])
def test_an_accessibility_checker_finds_nothing(reviewed, opened, axe, options):  # noqa: F811
    replace(reviewed / AKER, "summary: A docker.", "summary: Nils Aker was never a docker.")
    page = opened(**options)
    page.get_by_text("Possible problems").wait_for()
    assert axe(page) == []
    page.goto(page.url.replace(ADDRESS, "/-/review/"))
    page.get_by_text("Keys", exact=True).evaluate("summary => summary.click()")
    assert axe(page) == []
