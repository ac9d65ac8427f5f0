"""The review under `dossier serve`: what its pages say, what is written, and who may ask."""

import json
import subprocess
from http.client import HTTPConnection

import pytest
from dossier.claims.reviewed import claim_digest
from dossier.editor.review_session import ReviewSession
from dossier.pipeline import check_dossier

from tests.build.conftest import MAX_WAIT, files, replace, wait_for

REVIEW = "/-/review/"
AKER = "content/actors/nils-aker.yml"
NEXT = "/-/review/actor/port-officials/"


def run_git(project, *arguments):
    subprocess.run(["git", *arguments], cwd=project, check=True, capture_output=True)


@pytest.fixture
def reviewed(project):
    """A project whose reviewer has a name."""
    run_git(project, "init", "-q")
    run_git(project, "config", "user.name", "Ana Pérez")
    return project


class Requests:
    """Sends requests to a server as any program can, not only a browser."""

    def __init__(self, server):
        self.address = server.address

    def send(self, method, path=REVIEW, body=None, **headers):
        """Return the status and the text of the reply; a header of None is not sent."""
        connection = HTTPConnection(self.address, timeout=MAX_WAIT)
        given = {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
        connection.putrequest(method, path, skip_host=True)
        for name, value in ({"Host": self.address} | given).items():
            connection.putheader(name, value)
        connection.endheaders()
        if body is not None:
            connection.send(body)
        with connection.getresponse() as response:
            reply = response.status, response.read().decode("utf-8"), response.headers
        connection.close()
        return reply

    def post(self, data, **headers):
        """Send data as a page of the review does, except for these headers."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        usual = {"Origin": f"http://{self.address}", "Content_Type": "application/json", "Content_Length": len(body)}
        status, text, _ = self.send("POST", body=body, **usual | headers)
        return status, json.loads(text)


def digest_of(project, key="actor:nils-aker"):
    graph = check_dossier(project).graph
    return claim_digest(graph, graph.dossier.by_key[key])


def verdict(project, verdict="holds", **more):
    return {"record": "actor:nils-aker", "verdict": verdict, "digest": digest_of(project)} | more


def content(project):
    return files(project / "content")


def test_records_are_reviewed_one_after_another_and_the_verdict_is_undone(reviewed, serve):
    server = serve(reviewed)
    requests = Requests(server)
    address = f"To review records: http://{server.address}/-/review/"
    wait_for(lambda: address in server.output(), address)
    before = content(reviewed)
    listed = requests.send("GET")[1]
    paths = [path.removesuffix(".yml") for path in before if "/" in path and path.endswith(".yml")]
    assert [path for path in paths if f"/-/review/{path.replace('s/', '/', 1)}/" not in listed] == []
    page = requests.send("GET", f"{REVIEW}actor/nils-aker/")[1]
    assert "<mark>Nils Aker, a docker</mark>" in page and "was at the gate" not in page.partition("<mark>")[0]
    assert requests.post(verdict(reviewed)) == (200, {"message": "Nils Aker: holds.", "address": NEXT})
    lines = (reviewed / AKER).read_text("utf-8").partition("review:\n")[2].splitlines()
    assert lines[:3] == ["  state: published", "  verdict: holds", "  by: Ana Pérez"]
    assert {name for name, text in content(reviewed).items() if text != before[name]} == {"actors/nils-aker.yml"}
    page = requests.send("GET", f"{REVIEW}actor/nils-aker/")[1]
    assert "Last review: holds, by Ana Pérez on " in page and "actor/nils-aker/" not in requests.send("GET")[1]
    address = f"{REVIEW}actor/nils-aker/"
    assert requests.post({"undo": True}) == (200, {"message": "Undone: Nils Aker.", "address": address})
    assert content(reviewed) == before
    assert requests.post({"undo": True}) == (409, {"message": "There is nothing to undo.", "address": ""})


def test_the_list_has_what_was_not_reviewed_what_changed_since_and_what_is_to_look_at_again(reviewed, serve):
    requests = Requests(serve(reviewed))
    requests.post(verdict(reviewed, "look again"))
    other = {"record": "actor:rolf-brandt", "digest": digest_of(reviewed, "actor:rolf-brandt")}
    requests.post(verdict(reviewed, **other))
    replace(reviewed / "content/actors/rolf-brandt.yml", "The mayor.", "The mayor of Brenn.")
    lines = requests.send("GET")[1].splitlines()
    states = {
        name: next(line for line in lines if f"/{name}/" in line) for name in ("nils-aker", "rolf-brandt", "eva-holm")
    }
    assert "look again</span>" in states["nils-aker"]
    assert "changed since its review</span>" in states["rolf-brandt"]
    assert "not reviewed yet</span>" in states["eva-holm"]


def test_what_the_rules_doubt_comes_first(reviewed, serve):
    replace(reviewed / AKER, "summary: A docker.", "summary: Nils Aker was never a docker.")
    replace(reviewed / AKER, "kind: person", "kind: person\naliases: [Nobody]")
    server = serve(reviewed)
    server.wait_for_text(f"{REVIEW}actor/nils-aker/".lstrip("/"), "[alias-not-in-source]")
    page = server.get(f"{REVIEW}actor/nils-aker/".lstrip("/"))
    doubts = page.partition("Possible problems")[2].partition("Statements and their passages")[0]
    assert "[alias-not-in-source]" in doubts and "never" in doubts


def test_words_of_the_dossier_are_shown_literally(reviewed, serve):
    replace(reviewed / AKER, "summary: A docker.", "summary: A docker <script>alert(1)</script>.")
    replace(reviewed / "content/dossier.yml", "title: ", "title: </title><b>")
    for path in (REVIEW, f"{REVIEW}actor/nils-aker/"):
        page = Requests(serve(reviewed)).send("GET", path)[1]
        assert "<script>alert" not in page and "<b>" not in page


def test_a_draft_that_holds_is_not_published(reviewed, serve):
    replace(reviewed / AKER, "review: published", "review: draft  # not yet")
    requests = Requests(serve(reviewed))
    assert requests.post(verdict(reviewed))[0] == 200
    assert "review:  # not yet\n  state: draft\n  verdict: holds\n" in (reviewed / AKER).read_text("utf-8")


DRAFTED = "# Drafted from seeds/a.txt:1:1. To do: every TODO.\n# Mine.\n"


def make_draft(project, path=AKER, comments=DRAFTED):
    replace(project / path, "review: published", "review: draft")
    text = (project / path).read_text("utf-8")
    (project / path).write_text(comments + text, "utf-8")


def publication(project, key="actor:nils-aker"):
    return {"record": key, "publish": True, "digest": digest_of(project, key)}


def test_a_draft_is_published_at_once_and_the_publication_undone(reviewed, serve):
    make_draft(reviewed)
    before = content(reviewed)
    requests = Requests(serve(reviewed))
    assert 'id="publish"' in requests.send("GET", f"{REVIEW}actor/nils-aker/")[1]
    assert 'id="publish"' not in requests.send("GET", f"{REVIEW}actor/rolf-brandt/")[1]
    assert requests.post(publication(reviewed)) == (200, {"message": "Published: Nils Aker.", "address": NEXT})
    text = (reviewed / AKER).read_text("utf-8")
    assert text.startswith("# Mine.\nname: Nils Aker") and "  state: published\n  verdict: holds\n" in text
    assert {name for name, file in content(reviewed).items() if file != before[name]} == {"actors/nils-aker.yml"}
    assert requests.post({"undo": True})[1]["message"] == "Undone: Nils Aker."
    assert content(reviewed) == before


@pytest.mark.parametrize(
    ("words", "reason"), [("TODO: a summary", "`summary` is unfinished"), ("A docker of 1999.", "1999")]
)
def test_a_draft_with_findings_is_not_published_and_its_findings_are_said(reviewed, serve, words, reason):
    make_draft(reviewed)
    replace(reviewed / AKER, "summary: A docker.", f'summary: "{words}"')
    before = content(reviewed)
    status, reply = Requests(serve(reviewed)).post(publication(reviewed))
    assert status == 409 and reply["message"].startswith("Not published: Nils Aker.\n") and reason in reply["message"]
    assert content(reviewed) == before


def test_drafts_that_refer_to_each_other_are_published_with_the_last_one_that_holds(reviewed, serve):
    walk_out = "content/events/walk-out.yml"
    make_draft(reviewed)
    make_draft(reviewed, walk_out, "")
    for path, key in ((AKER, "event:walk-out"), (walk_out, "actor:nils-aker")):
        file = reviewed / path
        file.write_text(file.read_text("utf-8").replace("about: [", f"about: [{key}, "), "utf-8")
        if "about: [" not in file.read_text("utf-8"):
            replace(file, "review: draft", f"about: [{key}]\nreview: draft")
    before = content(reviewed)
    requests = Requests(serve(reviewed))
    message = "Nils Aker holds. It stays a draft, since it refers to drafts: The walk-out."
    assert requests.post(publication(reviewed))[1]["message"] == message
    assert "  state: draft\n  verdict: holds\n" in (reviewed / AKER).read_text("utf-8")
    held = content(reviewed)
    assert requests.post(publication(reviewed))[0] == 409 and content(reviewed) == held  # Whoever said so has said it.
    assert "Drafts that hold" in requests.send("GET")[1]
    message = "Published: The walk-out and Nils Aker."
    assert requests.post(publication(reviewed, "event:walk-out"))[1]["message"] == message
    assert "Drafts that hold" not in requests.send("GET")[1]
    for _ in range(2):
        requests.post({"undo": True})
    assert content(reviewed) == before


def test_all_drafts_that_hold_are_published_and_no_other(reviewed, serve):
    paths = [AKER, "content/actors/rolf-brandt.yml", "content/actors/eva-holm.yml"]
    for path in paths:
        make_draft(reviewed, path)
    requests = Requests(serve(reviewed))
    assert requests.post({"publish": "all that hold"}) == (409, {"message": "No draft holds.", "address": ""})
    for key in ("actor:nils-aker", "actor:rolf-brandt"):  # The mayor refers to Eva Holm.
        requests.post(verdict(reviewed, record=key, digest=digest_of(reviewed, key)))
    before = content(reviewed)
    status, reply = requests.post({"publish": "all that hold"})
    published, refused, reason = reply["message"].splitlines()
    assert (status, published, refused) == (200, "Published: Nils Aker.", "Not published: Rolf Brandt.")
    assert "`eva-holm` is a draft" in reason
    requests.post(verdict(reviewed, record="actor:eva-holm", digest=digest_of(reviewed, "actor:eva-holm")))
    assert requests.post({"publish": "all that hold"})[1]["message"] == "Published: Eva Holm and Rolf Brandt."
    assert all("state: published" in (reviewed / path).read_text("utf-8") for path in paths)
    assert requests.post({"undo": True}) == (200, {"message": "Undone: 2 records.", "address": REVIEW})
    for _ in range(2):
        requests.post({"undo": True})
    assert content(reviewed) == before


def test_nothing_is_published_that_was_not_shown_or_is_no_draft(reviewed, serve):
    make_draft(reviewed)
    requests = Requests(serve(reviewed))
    shown = publication(reviewed)
    other = requests.post(publication(reviewed, "actor:rolf-brandt"))
    assert other == (409, {"message": "Rolf Brandt is published already.", "address": ""})
    replace(reviewed / AKER, "A docker.", "One docker.")
    before = content(reviewed)
    assert requests.post(shown)[0] == requests.post(shown | {"record": "actor:nobody"})[0] == 409
    assert requests.post(shown | {"publish": 1})[0] == requests.post({"publish": "all"})[0] == 400
    assert content(reviewed) == before


def test_nothing_is_written_of_what_was_not_shown(reviewed, serve):
    requests = Requests(serve(reviewed))
    shown = verdict(reviewed)
    replace(reviewed / AKER, "A docker.", "One docker.")
    before = content(reviewed)
    assert requests.post(shown)[0] == 409
    for key in ("actor:nobody", "dossier", "", "actor:../x"):
        assert requests.post(verdict(reviewed, record=key))[0] == 409
        assert requests.send("GET", f"{REVIEW}{key.replace(':', '/')}/x/")[0] == 404
    assert content(reviewed) == before


def test_a_verdict_is_not_undone_once_the_file_has_changed(reviewed, serve):
    requests = Requests(serve(reviewed))
    requests.post(verdict(reviewed))
    replace(reviewed / AKER, "A docker.", "One docker.")
    before = content(reviewed)
    status, reply = requests.post({"undo": True})
    assert (status, reply["message"]) == (409, f"{AKER} has changed since the verdict: nothing was undone.")
    assert content(reviewed) == before


def test_a_reviewer_without_a_name_is_told_so_before_and_after(project, serve):
    run_git(project, "init", "-q")
    requests = Requests(serve(project, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null"))
    assert "Git does not know your name" in requests.send("GET")[1]
    before = content(project)
    status, reply = requests.post(verdict(project))
    assert (status, reply["message"][:27], content(project)) == (409, "Git does not know your name", before)


WRONG = {
    "another host": {"Host": "evil.example"},
    "another host with the port": {"Host": "evil.example:8000", "Origin": "http://evil.example:8000"},
    "no host": {"Host": ""},
    "a host that begins as this one": {"Host": "localhost.evil.example"},
    "a user before the host": {"Host": "localhost@evil.example"},
    "another origin": {"Origin": "http://evil.example"},
    "another port": {"Origin": "http://127.0.0.1:1"},
    "another scheme": {"Origin": "https://127.0.0.1"},
    "an opaque origin": {"Origin": "null"},
    "no origin": {"Origin": None},
    "another site": {"Sec_Fetch_Site": "cross-site"},
}
FORMS = (
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "text/plain; application/json",
    None,
)


def test_only_pages_of_this_machine_may_write(reviewed, serve):
    requests = Requests(serve(reviewed))
    before, data = content(reviewed), verdict(reviewed)
    for name, headers in WRONG.items():
        assert requests.post(data, **headers)[0] == 403, name
    for media_type in FORMS:
        assert requests.post(data, Content_Type=media_type)[0] == 415, media_type
    for method in ("GET", "HEAD"):
        body = json.dumps(data).encode()
        usual = {"Content_Type": "application/json", "Content_Length": len(body)}
        assert requests.send(method, f"{REVIEW}?record=actor:nils-aker&verdict=holds", body, **usual)[0] == 200
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS"):
        assert requests.send(method)[0] == 501
    for path in ("/", "/-/events", "/-/review", f"{REVIEW}actor/nils-aker/"):
        usual = {"Origin": f"http://{requests.address}", "Content_Type": "application/json", "Content_Length": 2}
        assert requests.send("POST", path, b"{}", **usual)[0] == 404
    assert content(reviewed) == before


def test_other_hosts_cannot_read_the_review_and_no_site_can_frame_it(reviewed, serve):
    requests = Requests(serve(reviewed))
    for name in ("another host", "no host", "a host that begins as this one", "a user before the host"):
        status, text, _ = requests.send("GET", **WRONG[name])
        assert (status, "Nils" in text) == (403, False), name
    status, _, headers = requests.send("GET", Host="localhost:8000")
    assert (status, "frame-ancestors 'none'" in headers["Content-Security-Policy"]) == (200, True)


BODIES = (b"", b"{", b"[]", b"null", b'{"undo": false}', b'{"record": 1}', b"\xff", b"[" * 4000)


def test_what_is_no_verdict_is_refused(reviewed, serve):
    requests = Requests(serve(reviewed))
    before = content(reviewed)
    for body in BODIES:
        assert requests.post(body)[0] == 400, body
    assert requests.post(verdict(reviewed, verdict="published"))[0] == 400
    assert requests.post(b"{}", Content_Length="-1")[0] == requests.post(b"{}", Content_Length=None)[0] == 411
    assert requests.post(b" " * 5000)[0] == 413
    assert content(reviewed) == before


def test_the_pages_are_in_the_language_of_the_dossier(reviewed, serve):
    replace(reviewed / "content/dossier.yml", "language: en", "language: es")
    page = Requests(serve(reviewed)).send("GET", f"{REVIEW}actor/nils-aker/")[1]
    assert '<html lang="es">' in page and "Se sostiene" in page and "Statements" not in page
    note = "Los mensajes de la comprobación están en inglés."
    assert note not in page
    doubted = ReviewSession(reviewed, REVIEW).page("actor:nils-aker", {"content/actors/nils-aker.yml": ["wrong [x]"]})
    assert note in doubted and '<ul lang="en">' in doubted


def test_a_built_site_has_no_review(base_site):
    names = {file.relative_to(base_site).as_posix() for file in base_site.rglob("*")}
    assert not [name for name in names if "review.js" in name or "review.css" in name or name.startswith("-")]
