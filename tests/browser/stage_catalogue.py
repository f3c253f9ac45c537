"""What the tests need to know of the demo's catalogue."""

from __future__ import annotations

from datetime import timedelta
from typing import Any


def known() -> dict[str, Any]:
    """Name a well documented invented action and a real one."""
    from django.utils import timezone

    from skaala.catalogue import links
    from skaala.catalogue.models import Action, ActionContact, AdoptionReport
    from skaala.catalogue.operations import StageReport, contacts, follow_ups, report_adoption, work_out
    from skaala.catalogue.rules.inexact_dates import read_date
    from skaala.places.models import Municipality, Network

    action = Action.objects.get(owner="889", is_simulated=True)
    real = Action.objects.filter(owner="405", is_simulated=False).order_by("pk")[0]
    report_adoption(
        action=real,
        municipality=Municipality.objects.get(pk="678"),
        report=StageReport(stage="piloting", when=read_date("2025"), reporter_email="raportoija@example.org"),
        source=AdoptionReport.Source.FORM,
        now=timezone.now(),
    )
    now = timezone.now()
    raahe = Municipality.objects.get(pk="678")
    begun = [
        follow_ups.begin_follow_up(
            kind="interested",
            email=f"{which}@example.org",
            name="Seija Seuraaja",
            language="fi",
            action=action,
            municipality=raahe,
            now=now - timedelta(days=100),
        )
        for which in ("seuranta", "vastaus", "linkki")
    ]
    follow_ups.agree(follow_up=begun[1], now=now - timedelta(days=100))
    follow_ups.ask_due(now=now)
    contact = ActionContact.objects.order_by("pk")[0]
    ActionContact.objects.filter(pk=contact.pk).update(ask_on=timezone.localdate())
    contacts.ask_contacts(now=now)
    work_out(now=now)
    network = Network.objects.filter(members__isnull=False).order_by("pk")[0]
    return {
        "network": network.slug,
        "follow_up_new": links.follow_up_token(begun[0]),
        "follow_up_pressed": links.follow_up_token(begun[2]),
        "follow_up_asked": links.follow_up_token(begun[1]),
        "contact_token": links.contact_token(contact),
        "action": action.slug,
        "action_id": action.pk,
        "real_action": real.slug,
        **_files(now),
        **_keeper(raahe, action, now),
    }


def _keeper(place: Any, action: Any, now: Any) -> dict[str, Any]:
    """Who keeps the page of a municipality, with answers about an action; and somebody who asks for the link."""
    from skaala.catalogue import links
    from skaala.catalogue.models import Action, Keeper
    from skaala.catalogue.operations import keepers, save_readiness

    words = {"municipality": place, "language": "fi", "now": now}
    keepers.ask_to_keep(name="Pyry Pyytäjä", email="pyytaja@example.org", **words)
    keeper = keepers.ask_to_keep(name="Kerttu Kunnanmies", email="kerttu@example.org", **words)
    keepers.agree_to_keeper(keeper=keeper, now=now)
    Keeper.objects.filter(pk=keeper.pk).update(ask_on=now.date())
    keepers.ask_keepers(now=now)
    save_readiness(
        action=action,
        municipality=place,
        answers={"need_named": "yes", "money": "no", "staff_time": "partly"},
        source="keeper",
        today=now.date(),
    )
    keeper.refresh_from_db()
    own = Action.objects.filter(owner=place, state="published").order_by("pk")[0]
    return {"keeper_token": links.keeper_token(keeper), "keeper_own": own.slug}


TABLE = """Kunta;Nimi;Kuvaus;Tila;Alkoi;Jotain muuta
raahe;Tehtaan lämpö uimahalliin;Tehtaan hukkalämmöllä lämmitetään kunnan uimahalli.;käynnissä;2019;x
Oulu;Latu sulan maan ajaksi;Ladun pohja kunnostetaan niin, että vähäkin lumi riittää.;suunnitteilla;n/a;
Oulu;Skidspår med lite snö;Spårets botten jämnas så att också lite snö räcker.;suunnitteilla;n/a;
Atlantis Suuri;Tulvamuuri;Muuri pitää meren poissa.;joskus;80-luvulla;
"""


def _files(now: Any) -> dict[str, Any]:
    """A file of actions that is looked at, and one that has been imported."""
    from skaala.catalogue import operations
    from skaala.catalogue.operations.compare_files import compare_file
    from skaala.catalogue.rules.action_sheets import read_sheet

    waiting = operations.keep_file(
        sheet=read_sheet(TABLE.encode()), name="naapurin toimet.csv", account=None, now=now
    )
    compare_file(file=waiting, now=now, use_vectors=False)
    bad = "Nimi;Tila\nLumitie;joskus\n"
    done = operations.keep_file(
        sheet=read_sheet(bad.encode()), name="huonot rivit.csv", account=None, now=now
    )
    operations.import_file(file=done, now=now)
    return {"actions_file": str(waiting.pk), "imported_file": str(done.pk)}


def emails() -> dict[str, str]:
    """Return one email of each kind of the catalogue in each language, as HTML, by kind and language."""
    from django.utils import timezone

    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from skaala.registration import links

    written = {}
    for kind in ("follow_up_confirm", "follow_up", "contact_check", "keeper_link", "keeper_check"):
        email = Email.objects.filter(kind=f"catalogue.{kind}")[0]
        for language in ("fi", "sv", "en"):
            email.language = language
            with links.masked():
                email.sent_at = timezone.now()  # one that has gone is composed whatever has changed since
                written[f"{kind}-{language}"] = compose(email).html
    return written
