"""What a reader can do about a mistake on a page: edit its file, look at its history, report the error."""

from typing import NamedTuple
from urllib.parse import quote

from dossier.model.dossier import Settings
from dossier.model.repository import Repository
from dossier.text.interface import gettext as _

MAILTO = "mailto:"


class ReportForm(NamedTuple):
    """Where errors are reported: an address, and the names by which it takes a title and a text, "" if it does not."""

    address: str
    title: str = ""
    text: str = ""

    def filled(self, title: str, text: str) -> str:
        """Return the address of the form with a title and a text in it."""
        if not self.title:
            return self.address
        if self.address.startswith(MAILTO):
            text = text.replace("\n", "\r\n")  # RFC 6068, section 5
        fields = ((self.title, title), (self.text, text))
        return self.address + "?" + "&".join(f"{quote(name)}={quote(value, safe='')}" for name, value in fields)


class EditLinks(NamedTuple):
    """The addresses where a page's file is edited, where its history is, and where errors are reported, or ""."""

    edit: str
    history: str
    report: str


def report_form(settings: Settings, repository: Repository | None) -> ReportForm | None:
    """Return the form that the settings name, else that of a new issue in the repository; None if there is neither."""
    contact = settings.report_errors_to
    if contact and contact.startswith("https://"):
        return ReportForm(contact)
    if contact:
        return ReportForm(MAILTO + contact, "subject", "body")
    host = repository.host if repository else None
    if repository is None or host is None or not host.issue:
        return None
    return ReportForm(f"{repository.url}/{host.issue}", host.issue_title, host.issue_text)


def edit_links(settings: Settings, repository: Repository | None, file: str, title: str, address: str) -> EditLinks:
    """Return the links of a page, given its file from the project's root ("" if it has none), title and address."""
    edit, history = (repository.edit_url(file), repository.history_url(file)) if repository and file else ("", "")
    form = report_form(settings, repository)
    return EditLinks(edit, history, form.filled(report_title(title), report_text(address)) if form else "")


def report_title(title: str) -> str:
    """Return the title of a report about a page."""
    return _("Error: %(title)s", title=title)


def report_text(address: str) -> str:
    """Return the beginning of a report about a page, which its reader completes."""
    return f"{_('Page: %(address)s', address=address)}\n\n{report_question()}\n\n"


def report_question() -> str:
    """Return what a report should say."""
    return _("What is wrong, and what should it be? Which source says so?")
