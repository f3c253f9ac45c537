"""What the components of the style guide are called, and short words of its examples, in three languages."""

from __future__ import annotations

from skaala.ui.texts import Texts

# What the components are called.
TITLES = {
    "arrow_link": Texts(fi="Nuolilinkki", sv="Pillänk", en="Link with an arrow"),
    "bar_chart": Texts(fi="Pylväskaavio", sv="Stapeldiagram", en="Bar chart"),
    "breadcrumb": Texts(fi="Murupolku", sv="Länkstig", en="Breadcrumb"),
    "button": Texts(fi="Painike", sv="Knapp", en="Button"),
    "card": Texts(fi="Kortti", sv="Kort", en="Card"),
    "choice_card": Texts(fi="Valittava tilaisuus", sv="Evenemang att välja", en="Event to choose"),
    "data_table": Texts(fi="Taulukko", sv="Tabell", en="Table"),
    "date_and_time": Texts(fi="Päivä ja kellonaika", sv="Dag och klockslag", en="Day and time"),
    "date_block": Texts(fi="Päiväys", sv="Datum", en="Date block"),
    "disclosure": Texts(fi="Avattava lisätieto", sv="Utfällbar text", en="Disclosure"),
    "empty_state": Texts(fi="Tyhjä tila", sv="Tomt läge", en="Empty state"),
    "error_summary": Texts(fi="Virheiden yhteenveto", sv="Sammanfattning av fel", en="Error summary"),
    "event_card": Texts(fi="Tilaisuus luettelossa", sv="Evenemang i en lista", en="Event in a list"),
    "facts": Texts(fi="Tiedot", sv="Fakta", en="Facts"),
    "field": Texts(fi="Lomakkeen kentät", sv="Formulärfält", en="Form fields"),
    "fieldset": Texts(fi="Kenttäryhmä", sv="Fältgrupp", en="Group of fields"),
    "hero": Texts(fi="Sivun alku", sv="Sidans början", en="Top of a page"),
    "email": Texts(fi="Sähköposti", sv="E-post", en="Email"),
    "line_chart": Texts(fi="Viivakaavio", sv="Linjediagram", en="Line chart"),
    "live_state": Texts(fi="Tilanne nyt", sv="Läget nu", en="State right now"),
    "notice": Texts(fi="Huomautus", sv="Meddelande", en="Notice"),
    "pagination": Texts(fi="Luettelon sivut", sv="Listans sidor", en="Pagination"),
    "personal_link": Texts(fi="Henkilökohtainen linkki", sv="Personlig länk", en="Personal link"),
    "progress": Texts(fi="Edistyminen", sv="Förlopp", en="Progress"),
    "scroll_region": Texts(fi="Vieritettävä taulukko", sv="Rullbar tabell", en="Scrolling table"),
    "simulated_banner": Texts(
        fi="Simuloidun tiedon merkki", sv="Märke för simulerade uppgifter", en="Simulated data banner"
    ),
    "share_chart": Texts(
        fi="Osuudet ja luottamusvälit", sv="Andelar med intervall", en="Shares with intervals"
    ),
    "stat": Texts(fi="Tunnusluvut", sv="Nyckeltal", en="Key figures"),
    "steps": Texts(fi="Vaiheet", sv="Steg", en="Steps"),
    "tabs": Texts(fi="Välilehdet linkkeinä", sv="Flikar som länkar", en="Tabs as links"),
    "tag": Texts(fi="Tilan merkki", sv="Lägesmärke", en="Status tag"),
    "texts": Texts(fi="Teksti kolmella kielellä", sv="Text på tre språk", en="Text in three languages"),
    "timeline": Texts(fi="Ajankohtaista", sv="Aktuellt", en="Timeline"),
    "toolbar": Texts(fi="Haku ja rajaus", sv="Sökning och filter", en="Search and filter"),
    "waiting": Texts(fi="Odotus", sv="Väntan", en="Waiting"),
    "words": Texts(fi="Sanat ja päiväykset", sv="Ord och datum", en="Words and dates"),
}

# Short words that examples need.
WORDS = {
    "register": Texts(fi="Ilmoittaudu", sv="Anmäl dig", en="Register"),
    "save": Texts(fi="Tallenna", sv="Spara", en="Save"),
    "preview": Texts(fi="Esikatsele", sv="Förhandsgranska", en="Preview"),
    "cancel": Texts(fi="Peru osallistuminen", sv="Avboka deltagandet", en="Cancel attendance"),
    "back": Texts(fi="Takaisin", sv="Tillbaka", en="Back"),
    "all": Texts(fi="Kaikki tapahtumasarjat", sv="Alla evenemangsserier", en="All event series"),
    "to_series": Texts(fi="Takaisin sarjaan", sv="Tillbaka till serien", en="Back to the series"),
    "notice_title": Texts(
        fi="Näin tietojasi käytetään", sv="Så används dina uppgifter", en="How your data is used"
    ),
    "notice": Texts(
        fi="Tiedot poistetaan kuusi kuukautta sarjan päätyttyä.",
        sv="Uppgifterna raderas sex månader efter att serien har slutat.",
        en="The data is deleted six months after the series has ended.",
    ),
    "saved_title": Texts(fi="Muutokset on tallennettu", sv="Ändringarna har sparats", en="Changes saved"),
    "saved": Texts(
        fi="Uusi kalenteritiedosto on matkalla sähköpostiisi.",
        sv="En ny kalenderfil är på väg till din e-post.",
        en="A new calendar file is on its way to your e-mail.",
    ),
    "warning_title": Texts(
        fi="Ruotsinkielinen kuvaus puuttuu",
        sv="Den svenska beskrivningen saknas",
        en="The Swedish description is missing",
    ),
    "warning": Texts(
        fi="Voit julkaista silti; lukijat näkevät tekstin suomeksi.",
        sv="Du kan publicera ändå; läsarna ser texten på finska.",
        en="You can publish anyway; readers will see the text in Finnish.",
    ),
    "error_title": Texts(
        fi="Sähköpostia ei voitu lähettää",
        sv="E-postmeddelandet kunde inte skickas",
        en="The email could not be sent",
    ),
    "error": Texts(
        fi="Postipalvelin ei vastaa. Yritämme uudelleen 10 minuutin kuluttua.",
        sv="E-postservern svarar inte. Vi försöker igen om 10 minuter.",
        en="The mail server does not answer. We try again in 10 minutes.",
    ),
    "empty_title": Texts(fi="Ei vielä ilmoittautuneita", sv="Inga anmälda ännu", en="No registrations yet"),
    "empty": Texts(
        fi="Kun sarja on julkaistu, ilmoittautuneet näkyvät tässä.",
        sv="När serien har publicerats syns de anmälda här.",
        en="Once the series is published, registrations will show here.",
    ),
    "registrations": Texts(fi="Ilmoittautuneet", sv="Anmälda", en="Registrations"),
    "per_region": Texts(
        fi="Ilmoittautuneet maakunnittain", sv="Anmälda per landskap", en="Registrations by region"
    ),
    "per_region_total": Texts(
        fi="Ilmoittautuneita yhteensä maakunnittain",
        sv="Anmälda totalt per landskap",
        en="All registrations by region",
    ),
    "per_region_mode": Texts(
        fi="Osallistumistavat maakunnittain",
        sv="Deltagandesätt per landskap",
        en="Attendance modes by region",
    ),
    "region": Texts(fi="Maakunta", sv="Landskap", en="Region"),
    "online": Texts(fi="Etänä", sv="På distans", en="Online"),
    "onsite": Texts(fi="Paikan päällä", sv="På plats", en="On site"),
    "over_time": Texts(
        fi="Ilmoittautuneet ajan mittaan", sv="Anmälda över tid", en="Registrations over time"
    ),
    "day": Texts(fi="Päivä", sv="Dag", en="Day"),
    "series_count": Texts(fi="Ilmoittautuneita yhteensä", sv="Anmälda totalt", en="Registrations in total"),
    "municipalities": Texts(fi="Kuntia", sv="Kommuner", en="Municipalities"),
    "of_309": Texts(fi="309:stä", sv="av 309", en="of 309"),
    "this_week": Texts(fi="32 tällä viikolla", sv="32 den här veckan", en="32 this week"),
    "waiting": Texts(fi="Jonossa", sv="I kö", en="Waiting"),
    "emails": Texts(fi="Lähtemättömiä viestejä", sv="E-post som inte gått i väg", en="Emails not sent"),
    "seats": Texts(fi="Paikkoja varattu", sv="Reserverade platser", en="Seats taken"),
    "live": Texts(fi="Työpaja on käynnissä", sv="Workshoppen pågår", en="The workshop is going on"),
    "waiting_live": Texts(fi="Odotetaan aloitusta", sv="Väntar på start", en="Waiting for the start"),
    "paused": Texts(fi="Päivitys on pysäytetty", sv="Uppdateringen är pausad", en="Updates are paused"),
    "ended": Texts(fi="Työpaja on päättynyt", sv="Workshoppen är slut", en="The workshop has ended"),
    "who": Texts(fi="Omat tiedot", sv="Dina uppgifter", en="Your details"),
    "who_hint": Texts(
        fi="Näitä tarvitaan vahvistusta ja kutsulinkkiä varten.",
        sv="De behövs för bekräftelsen och inbjudningslänken.",
        en="They are needed for the confirmation and the join link.",
    ),
    "which": Texts(
        fi="Mihin tilaisuuksiin tulet?", sv="Vilka evenemang deltar du i?", en="Which events will you attend?"
    ),
    "events": Texts(fi="Tilaisuudet", sv="Evenemang", en="Events"),
    "news": Texts(fi="Ajankohtaista", sv="Aktuellt", en="Updates"),
    "more": Texts(fi="Mitä tämä tarkoittaa?", sv="Vad betyder det här?", en="What does this mean?"),
    "subject": Texts(fi="Vahvistus: Työpaja 1", sv="Bekräftelse: Workshop 1", en="Confirmation: Workshop 1"),
    "email": Texts(
        fi="Hei Aino, nähdään 5.4. klo 13.",
        sv="Hej Aino, vi ses 5.4 kl. 13.",
        en="Hello Aino, see you on 5 April at 13:00.",
    ),
    "organised_by": Texts(fi="Järjestää", sv="Arrangör", en="Organised by"),
    "organisers": Texts(
        fi="Esimerkkiliitto ja ministeriön kaupunkiohjelma",
        sv="Exempelförbundet och ministeriets stadsprogram",
        en="The Example Association and the ministry's city programme",
    ),
    "published": Texts(fi="Julkaistu", sv="Publicerad", en="Published"),
    "calendar": Texts(fi="Lisää kalenteriin", sv="Lägg till i kalendern", en="Add to your calendar"),
    "choose": Texts(
        fi="Mikä näistä sopii minulle?", sv="Vilken av dem passar mig?", en="Which of these is for me?"
    ),
    "person": Texts(fi="Nimi", sv="Namn", en="Name"),
    "town": Texts(fi="Kunta", sv="Kommun", en="Municipality"),
    "state": Texts(fi="Tila", sv="Läge", en="Status"),
    "when": Texts(fi="Ilmoittautui", sv="Anmäld", en="Registered"),
    "count": Texts(fi="Tilaisuuksia", sv="Evenemang", en="Events"),
    "export": Texts(fi="Vie taulukkona", sv="Exportera", en="Export"),
    "filter": Texts(fi="Rajaa ilmoittautuneita", sv="Filtrera anmälda", en="Filter registrations"),
    "send": Texts(fi="Lähetä ilmoittautuminen", sv="Skicka anmälan", en="Send registration"),
    "overview": Texts(fi="Yleiskuva", sv="Översikt", en="Overview"),
    "how_many_agree": Texts(
        fi="Kuinka moni on samaa mieltä", sv="Hur många som håller med", en="How many agree"
    ),
    "agree": Texts(fi="samaa mieltä", sv="håller med", en="agree"),
    "receivers": Texts(fi="Vastaanottavat kunnat", sv="Mottagande kommuner", en="Receiving municipalities"),
    "pioneers": Texts(fi="Edelläkävijäkunnat", sv="Föregångarkommuner", en="Pioneer municipalities"),
}
