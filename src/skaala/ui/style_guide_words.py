"""What the components of the style guide are called, and short words of its examples, in three languages."""

from __future__ import annotations

from skaala.ui.texts import Texts

# What the components are called.
TITLES = {
    "arrow_link": Texts("Nuolilinkki", "Pillänk", "Link with an arrow"),
    "bar_chart": Texts("Pylväskaavio", "Stapeldiagram", "Bar chart"),
    "breadcrumb": Texts("Murupolku", "Länkstig", "Breadcrumb"),
    "button": Texts("Painike", "Knapp", "Button"),
    "card": Texts("Kortti", "Kort", "Card"),
    "choice_card": Texts("Valittava tilaisuus", "Evenemang att välja", "Event to choose"),
    "data_table": Texts("Taulukko", "Tabell", "Table"),
    "date_and_time": Texts("Päivä ja kellonaika", "Dag och klockslag", "Day and time"),
    "date_block": Texts("Päiväys", "Datum", "Date block"),
    "disclosure": Texts("Avattava lisätieto", "Utfällbar text", "Disclosure"),
    "empty_state": Texts("Tyhjä tila", "Tomt läge", "Empty state"),
    "error_summary": Texts("Virheiden yhteenveto", "Sammanfattning av fel", "Error summary"),
    "event_card": Texts("Tilaisuus luettelossa", "Evenemang i en lista", "Event in a list"),
    "facts": Texts("Tiedot", "Fakta", "Facts"),
    "field": Texts("Lomakkeen kentät", "Formulärfält", "Form fields"),
    "fieldset": Texts("Kenttäryhmä", "Fältgrupp", "Group of fields"),
    "hero": Texts("Sivun alku", "Sidans början", "Top of a page"),
    "letter": Texts("Kirje", "Brev", "Letter"),
    "line_chart": Texts("Viivakaavio", "Linjediagram", "Line chart"),
    "live_state": Texts("Tilanne nyt", "Läget nu", "State right now"),
    "notice": Texts("Huomautus", "Meddelande", "Notice"),
    "pagination": Texts("Luettelon sivut", "Listans sidor", "Pagination"),
    "personal_link": Texts("Henkilökohtainen linkki", "Personlig länk", "Personal link"),
    "progress": Texts("Edistyminen", "Förlopp", "Progress"),
    "scroll_region": Texts("Vieritettävä taulukko", "Rullbar tabell", "Scrolling table"),
    "simulated_banner": Texts(
        "Simuloidun tiedon merkki", "Märke för simulerade uppgifter", "Simulated data banner"
    ),
    "share_chart": Texts("Osuudet ja luottamusvälit", "Andelar med intervall", "Shares with intervals"),
    "stat": Texts("Tunnusluvut", "Nyckeltal", "Key figures"),
    "steps": Texts("Vaiheet", "Steg", "Steps"),
    "tabs": Texts("Välilehdet linkkeinä", "Flikar som länkar", "Tabs as links"),
    "tag": Texts("Tilan merkki", "Lägesmärke", "Status tag"),
    "texts": Texts("Teksti kolmella kielellä", "Text på tre språk", "Text in three languages"),
    "timeline": Texts("Ajankohtaista", "Aktuellt", "Timeline"),
    "toolbar": Texts("Haku ja rajaus", "Sökning och filter", "Search and filter"),
    "words": Texts("Sanat ja päiväykset", "Ord och datum", "Words and dates"),
}

# Short words that examples need.
WORDS = {
    "register": Texts("Ilmoittaudu", "Anmäl dig", "Register"),
    "save": Texts("Tallenna", "Spara", "Save"),
    "preview": Texts("Esikatsele", "Förhandsgranska", "Preview"),
    "cancel": Texts("Peru osallistuminen", "Avboka deltagandet", "Cancel attendance"),
    "back": Texts("Takaisin", "Tillbaka", "Back"),
    "all": Texts("Kaikki tapahtumasarjat", "Alla evenemangsserier", "All event series"),
    "to_series": Texts("Takaisin sarjaan", "Tillbaka till serien", "Back to the series"),
    "notice_title": Texts("Näin tietojasi käytetään", "Så används dina uppgifter", "How your data is used"),
    "notice": Texts(
        "Tiedot poistetaan kuusi kuukautta sarjan päätyttyä.",
        "Uppgifterna raderas sex månader efter att serien har slutat.",
        "The data is deleted six months after the series has ended.",
    ),
    "saved_title": Texts("Muutokset on tallennettu", "Ändringarna har sparats", "Changes saved"),
    "saved": Texts(
        "Uusi kalenteritiedosto on matkalla sähköpostiisi.",
        "En ny kalenderfil är på väg till din e-post.",
        "A new calendar file is on its way to your e-mail.",
    ),
    "warning_title": Texts(
        "Ruotsinkielinen kuvaus puuttuu",
        "Den svenska beskrivningen saknas",
        "The Swedish description is missing",
    ),
    "warning": Texts(
        "Voit julkaista silti; lukijat näkevät tekstin suomeksi.",
        "Du kan publicera ändå; läsarna ser texten på finska.",
        "You can publish anyway; readers will see the text in Finnish.",
    ),
    "error_title": Texts(
        "Kirjettä ei voitu lähettää", "Brevet kunde inte skickas", "The letter could not be sent"
    ),
    "error": Texts(
        "Postipalvelin ei vastaa. Yritämme uudelleen 10 minuutin kuluttua.",
        "E-postservern svarar inte. Vi försöker igen om 10 minuter.",
        "The mail server does not answer. We try again in 10 minutes.",
    ),
    "empty_title": Texts("Ei vielä ilmoittautuneita", "Inga anmälda ännu", "No registrations yet"),
    "empty": Texts(
        "Kun sarja on julkaistu, ilmoittautuneet näkyvät tässä.",
        "När serien har publicerats syns de anmälda här.",
        "Once the series is published, registrations will show here.",
    ),
    "registrations": Texts("Ilmoittautuneet", "Anmälda", "Registrations"),
    "per_region": Texts("Ilmoittautuneet maakunnittain", "Anmälda per landskap", "Registrations by region"),
    "per_region_total": Texts(
        "Ilmoittautuneita yhteensä maakunnittain",
        "Anmälda totalt per landskap",
        "All registrations by region",
    ),
    "per_region_mode": Texts(
        "Osallistumistavat maakunnittain", "Deltagandesätt per landskap", "Attendance modes by region"
    ),
    "region": Texts("Maakunta", "Landskap", "Region"),
    "online": Texts("Etänä", "På distans", "Online"),
    "onsite": Texts("Paikan päällä", "På plats", "On site"),
    "over_time": Texts("Ilmoittautuneet ajan mittaan", "Anmälda över tid", "Registrations over time"),
    "day": Texts("Päivä", "Dag", "Day"),
    "series_count": Texts("Ilmoittautuneita yhteensä", "Anmälda totalt", "Registrations in total"),
    "municipalities": Texts("Kuntia", "Kommuner", "Municipalities"),
    "of_309": Texts("309:stä", "av 309", "of 309"),
    "this_week": Texts("32 tällä viikolla", "32 den här veckan", "32 this week"),
    "waiting": Texts("Jonossa", "I kö", "Waiting"),
    "letters": Texts("Lähtemättömiä kirjeitä", "Brev som inte gått i väg", "Letters not sent"),
    "seats": Texts("Paikkoja varattu", "Reserverade platser", "Seats taken"),
    "live": Texts("Työpaja on käynnissä", "Verkstaden pågår", "The workshop is going on"),
    "waiting_live": Texts("Odotetaan aloitusta", "Väntar på start", "Waiting for the start"),
    "paused": Texts("Päivitys on pysäytetty", "Uppdateringen är pausad", "Updates are paused"),
    "ended": Texts("Työpaja on päättynyt", "Verkstaden är slut", "The workshop has ended"),
    "who": Texts("Omat tiedot", "Dina uppgifter", "Your details"),
    "who_hint": Texts(
        "Näitä tarvitaan vahvistusta ja kutsulinkkiä varten.",
        "De behövs för bekräftelsen och inbjudningslänken.",
        "They are needed for the confirmation and the join link.",
    ),
    "which": Texts(
        "Mihin tilaisuuksiin tulet?", "Vilka evenemang deltar du i?", "Which events will you attend?"
    ),
    "events": Texts("Tilaisuudet", "Evenemang", "Events"),
    "news": Texts("Ajankohtaista", "Aktuellt", "Updates"),
    "more": Texts("Mitä tämä tarkoittaa?", "Vad betyder det här?", "What does this mean?"),
    "subject": Texts("Vahvistus: Työpaja 1", "Bekräftelse: Verkstad 1", "Confirmation: Workshop 1"),
    "letter": Texts(
        "Hei Aino, nähdään 5.4. klo 13.",
        "Hej Aino, vi ses 5.4 kl. 13.",
        "Hello Aino, see you on 5 April at 13:00.",
    ),
    "organised_by": Texts("Järjestää", "Arrangör", "Organised by"),
    "organisers": Texts(
        "Esimerkkiliitto ja ministeriön kaupunkiohjelma",
        "Exempelförbundet och ministeriets stadsprogram",
        "The Example Association and the ministry's city programme",
    ),
    "published": Texts("Julkaistu", "Publicerad", "Published"),
    "calendar": Texts("Lisää kalenteriin", "Lägg till i kalendern", "Add to your calendar"),
    "choose": Texts("Mikä näistä sopii minulle?", "Vilken av dem passar mig?", "Which of these is for me?"),
    "person": Texts("Nimi", "Namn", "Name"),
    "town": Texts("Kunta", "Kommun", "Municipality"),
    "state": Texts("Tila", "Läge", "Status"),
    "when": Texts("Ilmoittautui", "Anmäld", "Registered"),
    "count": Texts("Tilaisuuksia", "Evenemang", "Events"),
    "export": Texts("Vie taulukkona", "Exportera", "Export"),
    "filter": Texts("Rajaa ilmoittautuneita", "Filtrera anmälda", "Filter registrations"),
    "send": Texts("Lähetä ilmoittautuminen", "Skicka anmälan", "Send registration"),
    "overview": Texts("Yleiskuva", "Översikt", "Overview"),
    "how_many_agree": Texts("Kuinka moni on samaa mieltä", "Hur många som håller med", "How many agree"),
    "agree": Texts("samaa mieltä", "håller med", "agree"),
    "receivers": Texts("Vastaanottavat kunnat", "Mottagande kommuner", "Receiving municipalities"),
    "pioneers": Texts("Edelläkävijäkunnat", "Föregångarkommuner", "Pioneer municipalities"),
}
