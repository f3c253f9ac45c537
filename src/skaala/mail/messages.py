"""Words for people about emails: why one was not delivered."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from skaala.mail.rules.delivery import Code

DELIVERY_PROBLEMS = {
    Code.DEFERRED: gettext_lazy("The mail server asked to try again later (%s)."),
    Code.ADDRESS_REFUSED: gettext_lazy("The mail server does not accept the address (%s)."),
    Code.LOGIN_REFUSED: gettext_lazy("The mail server refused our user name or password (%s)."),
    Code.SENDER_REFUSED: gettext_lazy("The mail server does not let us send from our address (%s)."),
    Code.REFUSED: gettext_lazy("The mail server answered %s."),
    Code.NO_ANSWER: gettext_lazy("The mail server did not answer in time."),
    Code.UNREACHABLE: gettext_lazy("The mail server could not be reached (%s)."),
    Code.NO_SUCH_ADDRESS: gettext_lazy("The email came back: there is no such address (%s)."),
    Code.MAILBOX_CLOSED: gettext_lazy("The email came back: the mailbox takes nothing, it may be full (%s)."),
    Code.BOUNCED: gettext_lazy("The email came back (%s)."),
    Code.NOT_RENDERED: gettext_lazy("The email could not be written (%s)."),
    Code.OBSOLETE: gettext_lazy("What the email was about no longer exists."),
}


def delivery_problem(code: str, detail: str) -> str:
    """Return why an email was not delivered, in the reader's language; empty where there is no problem."""
    if not code:
        return ""
    words = str(DELIVERY_PROBLEMS[Code(code)])
    return words % detail if "%s" in words else words
