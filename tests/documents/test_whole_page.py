"""All that readers see of a page is in its text, each paragraph, item and row on a line of its own."""

import pytest
from dossier.documents.whole_page import extract_whole

CASES = {
    "paragraphs": (
        "<h1>The quay</h1><p>On  Monday\n12 boats left.</p>No more.",
        "The quay\nOn Monday 12 boats left.\nNo more.\n",
    ),
    "line ends": ("<div>Ada Lind<br>Quay 4<br><br>Port Brenn</div>", "Ada Lind\nQuay 4\nPort Brenn\n"),
    "no-break space": ("<p>Some 10&nbsp;000 boats</p>", "Some 10\u00a0000 boats\n"),
    "menus and footers": ("<nav>Home</nav><p>12 boats</p><footer>Fees: 5</footer>", "Home\n12 boats\nFees: 5\n"),
    "footnote mark": ("<p>567<sup>2</sup> boats</p>", "567 [2] boats\n"),
    "struck out": ("<p><s>500</s> 567 boats</p>", "567 boats\n"),
    "table": (
        "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2018</td><td>12</td></tr><tr><td></td><td>3</td></tr></table>",
        "Year | Boats\n2018 | 12\n| 3\n",
    ),
    "lines in a cell": ("<table><tr><td>12<br>000</td><td>boats</td></tr></table>", "12; 000 | boats\n"),
    "markup in a cell": (
        "<table><tr><td><b>1<i>2</i></b> boats</td><td><a><b><u>3</u> men</b></a>.</td></tr></table>",
        "12 boats | 3 men.\n",
    ),
    "layout table": (
        "<table><tr><td><p>12 boats</p><p>3 men</p></td></tr>"
        "<tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
        "12 boats\n3 men\na | b\n",
    ),
    "lists": ("<ul><li>one</li><li><p>two</p><p>more</p></li></ul>", "- one\n- two\nmore\n"),
    "numbered list": ("<ol start=5><li>one<li value=9>two<li>three</ol>", "5. one\n9. two\n10. three\n"),
    "lettered list": ("<ol type=a><li>one<ul><li>more</ul><li>two</ol>", "a. one\n- more\nb. two\n"),
    "quotation": (
        "We stay.<blockquote>You go.<blockquote>No.</blockquote></blockquote>",
        "We stay.\n> You go.\n> > No.\n",
    ),
    "preformatted": ("<pre>  a   12\n  b    3\n</pre>", "  a   12\n  b    3\n"),
    "script": ("<script>var a = 12</script><style>p {}</style><p>boats</p>", "boats\n"),
    "nested": ("<div>" * 2000 + "12 boats" + "</div>" * 2000, "12 boats\n"),
}


@pytest.mark.parametrize(("page", "text"), CASES.values(), ids=CASES)
def test_a_page_is_read_as_its_readers_see_it(page, text):
    assert extract_whole(page, quotation_prefix="> ").text == text


@pytest.mark.parametrize("page", ["", " ", "<p> </p>", "<script>12</script>", "<img src='x'>"])
def test_a_page_that_shows_nothing_has_no_text(page):
    assert extract_whole(page) is None


def test_what_is_left_out_is_in_the_remarks():
    extract = extract_whole("<html lang=es><title>Port</title><img alt='A boat'><p><s>5</s>6<p hidden>7")
    assert (extract.title, extract.language, extract.text) == ("Port", "es", "6\n")
    assert extract.remarks == (
        "Struck out on the page, and left out: 5",
        "Hidden on the page, and left out: 7",
        "Image, left out: A boat",
    )


def test_a_page_whose_end_is_nested_too_deeply_says_so():
    extract = extract_whole("<p>12 boats</p>" + "<div>" * 3000 + "left")
    assert extract.text == "12 boats\n"
    assert extract.remarks == ("The page is nested too deeply to be read whole: its end is not in the text.",)
