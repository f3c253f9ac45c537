"""What roles and permissions are called on pages and in emails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from skaala.people.rules import Permission, Role, Scope
from skaala.people.rules.directory import Reason

ROLES: Mapping[str, Any] = {
    Role.OWNER: pgettext_lazy("role of a member", "Owner"),
    Role.ORGANISER: pgettext_lazy("role of a member", "Organiser"),
    Role.FACILITATOR: pgettext_lazy("role of a member", "Facilitator"),
    Role.ANALYST: pgettext_lazy("role of a member", "Analyst"),
    Role.CHECK_IN: pgettext_lazy("role of a member", "Check-in helper"),
    Role.READER: pgettext_lazy("role of a member", "Reader"),
    Role.AUDITOR: pgettext_lazy("role of a member", "Auditor"),
}

WORK: Mapping[str, Any] = {
    Role.OWNER: _("Does everything, and decides who the members are."),
    Role.ORGANISER: _("Arranges series: texts, registrations, emails, workspaces and reports."),
    Role.FACILITATOR: _("Leads workspaces. Does not see who has registered."),
    Role.ANALYST: _("Writes the report from votes and studies. Does not see who has registered."),
    Role.CHECK_IN: _("Checks people in at the entrance. Sees the names of those who are coming."),
    Role.READER: _("Reads pages, results and reports, without personal data."),
    Role.AUDITOR: _("Sees who the members are and what they have done, and changes nothing."),
}

WORK_IN_ONE: Mapping[str, Any] = WORK | {  # type: ignore[operator]
    Role.ORGANISER: _("Takes care of texts, registrations, emails, workspaces and reports."),
}
"""The same for whoever works on one series, or on one event."""

PERMISSIONS: Mapping[str, Any] = {
    Permission.SEE_SERIES: _("see series, their texts and events"),
    Permission.EDIT_SERIES: _("create and change series, events, news and questions"),
    Permission.PUBLISH: _("publish and archive series, cancel events"),
    Permission.COPY_SERIES: _("copy and remove series"),
    Permission.GIVE_SERIES_ROLES: _("give roles in one series"),
    Permission.SEE_PEOPLE: _("see and download who has registered"),
    Permission.CHANGE_PEOPLE: _("register people, change and correct registrations"),
    Permission.CHECK_IN: _("check people in"),
    Permission.SEND_EMAILS: _("see and send emails"),
    Permission.SEE_FEEDBACK: _("read feedback"),
    Permission.SEE_RESULTS: _("see results of workspaces and missing municipalities"),
    Permission.SEE_BOARDS: _("see workspaces and their statements"),
    Permission.LEAD_BOARDS: _("lead and moderate workspaces"),
    Permission.ARRANGE_BOARDS: _("import, publish and remove workspaces"),
    Permission.SEE_REPORT: _("read studies and drafts of the report"),
    Permission.EDIT_REPORT: _("write the report, studies and support measures"),
    Permission.PUBLISH_REPORT: _("publish and withdraw the report"),
    Permission.EDIT_CATALOGUE: _("edit the common catalogue of actions"),
    Permission.SEE_MEMBERS: _("see the members"),
    Permission.CHANGE_MEMBERS: _("invite members, change roles, end memberships"),
    Permission.CHANGE_FACE: _("change the organisation’s look, sender and front page"),
    Permission.CHANGE_API_KEYS: _("make and end keys of the API"),
    Permission.SEE_AUDIT: _("see what members have done"),
}

SCOPES: Mapping[str, Any] = {
    Scope.SERIES_READ: _("read drafts and counts of registrations"),
    Scope.SERIES_WRITE: _("create and change series and events"),
    Scope.SERIES_PUBLISH: _("publish series"),
    Scope.REGISTRATIONS_READ: _("read who has registered"),
    Scope.CHECK_IN_WRITE: _("check people in"),
}

ACTIONS: Mapping[str, Any] = {
    "sign-in": _("signed in"),
    "sign-in-failed": _("failed to sign in"),
    "sign-in-refused": _("came from the directory and was refused"),
    "sign-in-ended-by-directory": _("was signed out, since the directory has ended the session"),
    "do.role-by-directory": _("got another role by the directory"),
    "do.face": _("changed the look and sender of the organisation"),
    "do.face-email": _("looked at how an email of the organisation looks"),
    "do.face-test": _("sent themselves a test email"),
    "do.face-logo": _("changed the logo of the organisation"),
    "do.ask-reply-address": _("had the reply address asked for its confirmation again"),
    "do.new-api-key": _("made a key of the API"),
    "do.end-api-key": _("ended a key of the API"),
    "api.series:write": _("created or changed a series by a key of the API"),
    "api.series:publish": _("published a series by a key of the API"),
    "api.check-in:write": _("checked a person in, or took it back, by a key of the API"),
    "api.registrations:read": _("read by a key of the API who has registered"),
    "do.directory": _("changed the settings of the directory"),
    "do.try-directory": _("tried the directory"),
    "do.remove-directory": _("removed the directory"),
    "retention": _("the personal data of the series were removed"),
    "retention-by-date": _("names in old entries of this list were removed"),
    "retention-of-one": _("the personal data of one person were removed"),
    "see.registrations": _("opened the list of people who have registered"),
    "see.export": _("downloaded the list of people who have registered"),
    "see.answers": _("downloaded the answers to the questions"),
    "see.person": _("opened the page of one person"),
    "see.person-events": _("opened the events of one person"),
    "see.restore-person": _("opened the cancelled registration of one person"),
    "see.address": _("opened the address of one person"),
    "see.link": _("opened the personal link of one person"),
    "see.certificate": _("downloaded the certificate of one person"),
    "see.door": _("opened the check-in list"),
    "see.waiting": _("opened the waiting list"),
    "see.came": _("opened the list of people who came"),
    "see.emails": _("opened the list of emails"),
    "see.email": _("opened an email"),
    "see.email-page": _("opened an email"),
    "see.email-file": _("downloaded a file of an email"),
    "see.mentions": _("opened the texts that name people"),
    "see.audit": _("opened the audit trail"),
    "see.audit-file": _("downloaded the audit trail"),
    "do.password": _("changed their password"),
    "do.second-factor": _("turned on a second factor"),
    "do.remove-second-factor": _("turned off the second factor"),
    "do.second-factor-of-all": _("changed whether a second factor is required"),
    "do.new-passkey": _("added a passkey"),
    "do.passkey": _("renamed a passkey"),
    "do.remove-passkey": _("removed a passkey"),
    "do.sign-out": _("signed out"),
    "do.invite-member": _("invited a member"),
    "do.member": _("changed the role of a member"),
    "do.end-membership": _("ended a membership"),
    "do.give-series-role": _("gave a role in the series"),
    "do.series-role": _("changed a role in the series"),
    "do.end-series-role": _("ended a role in the series"),
    "do.withdraw-series-invitation": _("withdrew an invitation to the series"),
    "do.accept-series-invitation": _("accepted an invitation to the series"),
    "do.share-series": _("offered the series to a partner organisation"),
    "do.end-sharing": _("ended the sharing of the series"),
    "do.shared-offer": _("answered an offer to share a series"),
    "do.end-shared": _("ended or declined a shared series"),
    "partner-accepted": _("the partner organisation accepted the series"),
    "partner-ended": _("the sharing of the series ended"),
    "link.helper": _("opened the check-in list by a link for helpers"),
    "link.entrance-code": _("opened an entry code at check-in"),
    "link.check-in": _("checked a person in, or took it back, by a link or an entry code"),
    "link.lead": _("opened a workspace by a link for co-facilitators"),
    "do.end-series-link": _("ended a link"),
    "command.account-invite": _("invited a member by a command"),
    "command.account-close": _("closed an account by a command"),
    "command.second-factor-off": _("turned off a second factor by a command"),
    "command.create-organiser": _("created an account by a command"),
    "do.address": _("corrected the address of a person"),
    "do.message": _("wrote a message to participants"),
    "do.publishing": _("changed the status of the series"),
    "do.previews": _("shared the preview of the series, or ended a link to it"),
    "do.resume-event": _("resumed a cancelled event"),
    "do.restore-person": _("restored a cancelled registration"),
    "do.report-publish": _("published the report"),
}


REASONS: Mapping[str, Any] = {
    Reason.UNSAFE_ADDRESS: _(
        "This address cannot be used. It must begin with https:// and lead to a server in the open internet; one in a private network has to be allowed by the operator of this service."
    ),
    Reason.UNREACHABLE: _(
        "The directory does not answer. Try again in a few minutes. If it goes on, an owner of the organisation can check its address in the settings."
    ),
    Reason.NO_DIRECTORY: _(
        "There is no OpenID Connect directory at this address. Check the address of the directory (issuer) in the settings."
    ),
    Reason.REDIRECTS: _(
        "The directory leads to another address. Enter the address to which it leads in the settings."
    ),
    Reason.CALLED_OTHERWISE: _(
        "The directory calls itself by another address. Enter exactly the one that it gives."
    ),
    Reason.NO_KEYS: _("The directory does not show the keys with which it signs."),
    Reason.SECRET_REFUSED: _(
        "The directory does not know us: the client ID or the secret is wrong, or the secret has expired. Create a new secret in the directory and enter it in the settings."
    ),
    Reason.REFUSED_BY_DIRECTORY: _(
        "The directory has refused. Your IT support can see why in the directory’s log."
    ),
    Reason.UNKNOWN_ATTEMPT: _(
        "This answer belongs to no sign-in of this browser, or has been used, or took too long. Begin again."
    ),
    Reason.CODE_REFUSED: _(
        "The directory did not accept its answer: it works once, and for a few minutes only. Begin again."
    ),
    Reason.NO_REFRESH: _(
        "The directory gives no refresh token, so we could not see when somebody’s work ends. Add the scope offline_access in the settings, and allow it in the directory."
    ),
    Reason.UNREADABLE: _("The directory’s answer cannot be read."),
    Reason.UNSIGNED: _(
        "The directory’s answer is not signed by a key of its own, so it could come from anybody. The directory has to sign with RS256 or ES256."
    ),
    Reason.WRONG_SIGNATURE: _("The answer is not signed by the directory, so it could come from anybody."),
    Reason.WRONG_ISSUER: _("The answer comes from another directory than the one in the settings."),
    Reason.WRONG_AUDIENCE: _("The answer was meant for another service than this one."),
    Reason.EXPIRED: _(
        "The answer has expired. Begin again; if it happens again, the clock of the directory or of this service is wrong."
    ),
    Reason.REPLAYED: _("The answer belongs to another sign-in than the one that you began. Begin again."),
    Reason.NOT_FRESH: _(
        "The directory does not confirm that you have signed in again just now. Your IT support can have it send the claim auth_time."
    ),
    Reason.NO_ADDRESS: _(
        "The directory does not give your email address. Your IT support has to add it to your account, and the claim “email” to the answer."
    ),
    Reason.UNVERIFIED_ADDRESS: _("The directory says that your email address has not been verified."),
    Reason.FOREIGN_DOMAIN: _(
        "Your email address is not of a domain that has been confirmed as this organisation’s. An owner of the organisation enters its domains in the settings, and the operator of this service confirms them."
    ),
    Reason.ANOTHER_ORGANISATION: _(
        "The account with your email address works for another organisation too, so this directory cannot open it. Sign in with your email address and password."
    ),
    Reason.ANOTHER_PERSON: _(
        "The account with your email address belongs to somebody else in the directory, perhaps somebody who had the address before you. The operator of this service can close the old account."
    ),
    Reason.CLOSED: _("This account has been closed."),
    Reason.BY_DIRECTORY_ONLY: _("This account signs in by the directory only."),
    Reason.TOO_MANY_GROUPS: _(
        "You are in so many groups that the directory does not list them. Your IT support can send app roles instead, or only the groups that are assigned to this service."
    ),
    Reason.NO_GROUP: _(
        "None of your groups in the directory gives a role here. Ask an owner of the organisation or your IT support which group you should be in."
    ),
}


def guessable_password(word: str) -> str:
    """Say why a password is not taken."""
    return gettext(
        "This password is easy to guess: there is little in it besides “%(word)s”. Choose words that do not belong together and have nothing to do with you or your work."
    ) % {"word": word}


def password_hint() -> str:
    """Say what is asked of a password beside its length."""
    return gettext("Not made of your name, your organisation, a series or common words.")


WAYS: Mapping[str, Any] = {"directory": _("by the directory"), "passkey": _("by a passkey")}


def detail_words(details: Mapping[str, Any]) -> str:
    """Return what an entry says beside what was done; roles, ways and reasons in words."""
    return ", ".join(_detail(name, part) for name, part in details.items())


def _detail(name: str, part: Any) -> str:
    if name == "reason" and part in list(Reason):
        return str(REASONS[Reason(part)])
    if name == "by" and part in WAYS:
        return str(WAYS[part])
    if name in {"before", "after", "role"} and isinstance(part, str):
        return str(ROLES.get(part, part or "–"))
    return str(part)


def action_words(action: str) -> str:
    """Return what somebody did; what has no words of its own is said by the name of its page."""
    if action in ACTIONS:
        return str(ACTIONS[action])
    kind, _dot, page = action.partition(".")
    words = gettext("opened: %(page)s") if kind == "see" else gettext("changed: %(page)s")
    if kind == "link":
        words = gettext("changed by a link: %(page)s")
    return words % {"page": page or action}
