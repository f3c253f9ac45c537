"""The emails of the catalogue; importing this registers their composers."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.catalogue import links
from skaala.catalogue.models import CatalogueEmail, FollowUp, Keeper
from skaala.catalogue.operations import keepers
from skaala.catalogue.operations.contacts import CHECK
from skaala.catalogue.operations.follow_ups import ASK, CONFIRM
from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.registration.links.addresses import HIDDEN, absolute, is_masked


@composes(CONFIRM, name=pgettext_lazy("letter", "Consent to a follow-up"))
def follow_up_confirm(email: Email) -> RenderedEmail:
    """Ask the owner of an address whether they want to be asked; nobody is named, since a stranger may have typed it."""
    follow_up = _about(email).follow_up
    if follow_up is None:
        raise Obsolete
    if email.sent_at is None and follow_up.consented_on is not None:
        raise Superseded
    url, subject_of = _follow_up_url(follow_up, email.language), _subject_of(follow_up)
    return _write("follow_up_confirm", _("May we ask how it went?"), "", url=url, subject_of=subject_of)


@composes(ASK, name=pgettext_lazy("letter", "Follow-up"))
def follow_up(email: Email) -> RenderedEmail:
    """Ask what became of it, with the page on which one press answers."""
    about = _about(email)
    if about.follow_up is None or about.question is None:
        raise Obsolete
    if email.sent_at is None and (about.follow_up.ended_on is not None or about.question.answer):
        raise Superseded
    subject_of = _subject_of(about.follow_up)
    subject = _("How did it go? %(subject)s") % {"subject": subject_of}
    url = _follow_up_url(about.follow_up, email.language)
    return _write("follow_up", subject, email.to_name, url=url, subject_of=subject_of)


@composes(CHECK, name=pgettext_lazy("letter", "Question to the contact of an action"))
def contact_check(email: Email) -> RenderedEmail:
    """Ask a contact whether the action is still running and they still answer."""
    contact = _about(email).contact
    if contact is None:
        raise Obsolete
    token = HIDDEN if is_masked() else links.contact_token(contact)
    return _write(
        "contact_check",
        _("Is this still so? %(action)s") % {"action": contact.action.name},
        email.to_name,
        contact=contact,
        url=absolute("site:action-contact", email.language, token=token),
        action_url=absolute("site:action", email.language, slug=contact.action.slug),
    )


@composes(keepers.LINK, name=pgettext_lazy("letter", "Link to a municipality’s own page"))
def keeper_link(email: Email) -> RenderedEmail:
    """Send a keeper the link of their own."""
    keeper = _keeper(email)
    subject = _("Keep the page of %(municipality)s up to date") % {"municipality": keeper.municipality}
    return _write(
        "keeper_link", subject, email.to_name, keeper=keeper, url=_keeper_url(keeper, email.language)
    )


@composes(keepers.CHECK, name=pgettext_lazy("letter", "Question to who keeps a municipality’s page"))
def keeper_check(email: Email) -> RenderedEmail:
    """Ask a keeper whether what their municipality does is still told as it is."""
    keeper = _keeper(email)
    subject = _("Is the page of %(municipality)s still right?") % {"municipality": keeper.municipality}
    return _write(
        "keeper_check", subject, email.to_name, keeper=keeper, url=_keeper_url(keeper, email.language)
    )


def _keeper(email: Email) -> Keeper:
    keeper = _about(email).keeper
    if keeper is None:
        raise Obsolete
    return keeper


def _keeper_url(keeper: Keeper, language: str) -> str:
    token = HIDDEN if is_masked() else links.keeper_token(keeper)
    return absolute("site:keeper", language, token=token)


def _about(email: Email) -> CatalogueEmail:
    related = ("follow_up__action", "follow_up__step", "question", "contact__action", "keeper__municipality")
    about = CatalogueEmail.objects.select_related(*related).filter(email=email).first()
    if about is None:
        raise Obsolete
    return about


def _follow_up_url(follow_up: FollowUp, language: str) -> str:
    token = HIDDEN if is_masked() else links.follow_up_token(follow_up)
    return absolute("site:follow-up", language, token=token)


def _subject_of(follow_up: FollowUp) -> str:
    if follow_up.action is not None:
        return str(follow_up.action.name)
    return follow_up.step.text if follow_up.step is not None else _("a next step")


def _write(name: str, subject: str, to_name: str, **words: object) -> RenderedEmail:
    context = {"subject": subject, "name": to_name, **words}
    return RenderedEmail(
        subject=" ".join(subject.split()),
        text=render_to_string(f"catalogue/emails/{name}.txt", context).strip() + "\n",
        html=render_to_string(f"catalogue/emails/{name}.html", context),
        names_reader=bool(to_name),
    )
