"""`skaala organisation`: the organisations that work here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from skaala.config import environment, languages

if TYPE_CHECKING:
    from skaala.people.models import Tenant


@click.group("organisation")
def command() -> None:
    """Create, list and remove the organisations that work here; each sees its own series only."""


@command.command("create")
@click.argument("name")
@click.option("--language", type=click.Choice(languages.CODES), default=languages.DEFAULT, show_default=True)
def create(name: str, language: str) -> None:
    """Create an organisation called NAME, which is written in the given language."""
    environment.set_up()
    environment.prepare()
    from skaala.people.operations import create_tenant
    from skaala.ui.texts import Texts

    if not name.strip():
        raise click.ClickException("Give the organisation a name.")
    tenant = create_tenant(name=Texts(**{language: name.strip()[:200]}))
    click.echo(
        f"{name} is called {tenant.slug} in commands. Give it its first owner:"
        f" skaala create-organiser EMAIL --organisation {tenant.slug}"
    )


@command.command("list")
def list_() -> None:
    """List the organisations: name in commands, members, series, name."""
    environment.set_up()
    environment.prepare()
    from skaala.people.models import Tenant
    from skaala.people.queries import members

    for tenant in Tenant.objects.all():
        click.echo(f"{tenant.slug}\t{members(tenant).count()}\t{tenant.series.count()}\t{tenant.name}")


@command.command("domain")
@click.argument("organisation")
@click.argument("domain")
def domain_(organisation: str, domain: str) -> None:
    """
    Confirm that DOMAIN is the organisation's, so that its directory lets in people with such email addresses.

    Be sure that it is: whoever answers for a domain opens the accounts with its addresses.
    """
    environment.set_up()
    environment.prepare()
    from django.utils import timezone

    from skaala.people.operations import DomainTaken, NoSuchDomain, confirm_domain

    tenant = chosen(organisation, name_of_first=organisation)
    try:
        confirm_domain(tenant=tenant, domain=domain, now=timezone.now())
    except NoSuchDomain:
        raise click.ClickException(
            f"{organisation} has not entered {domain}. An owner does so on the page of its directory."
        ) from None
    except DomainTaken:
        raise click.ClickException(f"{domain} is confirmed as another organisation’s.") from None
    click.echo(f"The directory of {organisation} lets in people with addresses of {domain}.")


@command.command("host")
@click.argument("organisation")
@click.argument("host", required=False, default="")
@click.option("--none", "is_none", is_flag=True, help="Give its pages back to the service’s own host.")
def host_(organisation: str, host: str, is_none: bool) -> None:
    """
    Have an organisation's pages and links use HOST, such as workshops.example.org; without one, say which it uses.

    The proxy must lead HOST here, with a certificate for it; the operator’s guide has both.
    """
    environment.set_up()
    environment.prepare()
    from skaala.config.reach import problems_of
    from skaala.people.operations import HostTaken, NoHost, set_host
    from skaala.people.queries import base_url

    tenant = chosen(organisation, name_of_first=organisation)
    if host or is_none:
        try:
            set_host(tenant=tenant, host="" if is_none else host)
        except NoHost:
            raise click.ClickException(
                f"“{host}” is no host name. Write it without https:// and without a port, for example workshops.example.org."
            ) from None
        except HostTaken:
            raise click.ClickException(
                f"{host} is the service’s own host or another organisation’s. Nothing has been changed."
            ) from None
    click.echo(f"The pages of {organisation} are at {base_url(tenant)}/")
    if tenant.host:
        for problem in problems_of(tenant):
            click.echo(f"! {problem}")


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Remove the organisation called NAME in commands, which must have no series and no audit trail."""
    environment.set_up()
    environment.prepare()
    from skaala.series.operations import TenantInUse, remove_tenant

    tenant = chosen(name, name_of_first="")
    try:
        remove_tenant(tenant=tenant)
    except TenantInUse as refusal:
        raise click.ClickException(
            f"{name} has {refusal.series} series, its own or shared. Nothing has been removed: its owners remove or archive"
            " series on the organiser pages, and archived ones stay readable."
            if refusal.series
            else f"{name} has an audit trail, which nobody can remove. Nothing has been removed: close its accounts with"
            " `skaala account close` instead."
        ) from None
    click.echo(f"{name} is removed.")


def chosen(slug: str | None, *, name_of_first: str) -> Tenant:
    """Return the organisation called ``slug``, or the only one; the first one is created where there is none."""
    from skaala.people.models import Tenant
    from skaala.people.operations import create_tenant
    from skaala.ui.texts import Texts

    found = list(Tenant.objects.filter(slug=slug) if slug else Tenant.objects.all()[:2])
    if slug and not found:
        raise click.ClickException(
            f"There is no organisation “{slug}”; `skaala organisation list` names them."
        )
    if len(found) > 1:
        raise click.ClickException(
            "There are several organisations. Choose one with --organisation; `skaala organisation list` names them."
        )
    return found[0] if found else create_tenant(name=Texts(**{languages.DEFAULT: name_of_first}))
