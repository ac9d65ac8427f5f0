"""The repository of a dossier at its host: the addresses where files are edited and errors are reported."""

from typing import NamedTuple
from urllib.parse import quote, urlsplit


class Host(NamedTuple):
    """How a kind of host forms its addresses, each below that of the repository.

    `edit` comes before the branch and the path in the address of an edit form, `also` are other beginnings that lead
    to a file, and `history` comes before them in that of a history. `line` comes before the number of a line in an edit
    form, "" if the form begins at the first. `issue` is the form of a new issue, with the names of its title and its
    text; "" if it cannot be filled in by an address.
    """

    edit: str
    also: tuple[str, ...]
    history: str
    line: str = ""
    issue: str = ""
    issue_title: str = ""
    issue_text: str = ""


GITHUB = Host("edit/", ("blob/",), "commits/", "#L", "issues/new", "title", "body")
GITLAB = Host("-/edit/", ("edit/", "-/blob/"), "-/commits/", "#L", "-/issues/new", "issue[title]", "issue[description]")
GITEA = Host("_edit/", ("src/branch/",), "commits/branch/", "", "issues/new", "title", "body")
BITBUCKET = Host("src/", (), "history-node/")
HOSTS = {
    "github": GITHUB,
    "gitlab": GITLAB,
    "gitea": GITEA,
    "forgejo": GITEA,
    "codeberg": GITEA,
    "bitbucket": BITBUCKET,
}
"""The kinds of hosts by a part of their names, such as `github.com` or `gitlab.example.org`."""
TELLING_STARTS = {"-/": GITLAB, "_edit/": GITEA}
"""What only one kind of host begins addresses with, whatever its name is."""


class Repository(NamedTuple):
    """A repository: its address without `/` at its end, its host if that is of a known kind, and where files are.

    `before` and `after` surround the path of a file from the project's root in the address of its edit form; `folder`
    are the branch and the folder of the project in that address, as `main/`. All are "" if no edit form is known.
    """

    url: str
    host: Host | None = None
    before: str = ""
    after: str = ""
    folder: str = ""

    def edit_url(self, path: str, line: int = 1) -> str:
        """Return the address of the edit form of a file, at a line if the host knows how; "" if none is known."""
        anchor = f"{self.host.line}{line}" if self.host and self.host.line and line > 1 and not self.after else ""
        return f"{self.before}{quote(path)}{self.after}{anchor}" if self.before else ""

    def history_url(self, path: str) -> str:
        """Return the address of a file's history; "" if none is known."""
        return f"{self.url}/{self.host.history}{self.folder}{quote(path)}" if self.host and self.folder else ""


def host_of(url: str, edit_uri: str) -> Host | None:
    """Return the kind of host of a repository, by its address and the beginning of its `edit_uri`; None if unknown."""
    name = (urlsplit(url).hostname or "").lower()
    by_name = [host for part, host in HOSTS.items() if part in name]
    by_start = [host for start, host in TELLING_STARTS.items() if edit_uri.startswith(start)]
    return next(iter([*by_name, *by_start]), None)
