"""A crash of the browser itself is no failure of a test: it is run again."""

import pytest
from playwright.sync_api import Error

tries = []


def test_a_test_in_which_the_browser_crashes_is_run_again(chromium):
    tries.append("try")
    page = chromium.new_page()
    if len(tries) == 1:
        with pytest.raises(Error, match="ABORTED"):
            page.goto("chrome://crash")
        page.locator("main").wait_for()
    page.close()
    assert len(tries) == 2
