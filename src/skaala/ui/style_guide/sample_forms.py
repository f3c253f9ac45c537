"""Forms of the samples, with every kind of field."""

from __future__ import annotations

from typing import Any

from django import forms

from skaala.ui.colour_field import ColourInput
from skaala.ui.forms import DateAndTimeField, SearchInput, TextsFormField
from skaala.ui.languages import DEFAULT_LANGUAGE, LANGUAGE_CHOICES
from skaala.ui.texts import Texts


def say(fi: str, sv: str, en: str) -> Any:
    """Return a sample text where Django wants a string; the style guide has three languages, whatever the settings have."""
    return Texts(fi=fi, sv=sv, en=en)


NAME: Any = Texts(fi="Nimi", sv="Namn", en="Name")
EMAIL: Any = Texts(fi="Sähköposti", sv="E-post", en="Email")
ROLES = [
    ("expert", Texts(fi="Asiantuntija", sv="Sakkunnig", en="Specialist")),
    ("leader", Texts(fi="Johto", sv="Ledning", en="Management")),
    ("elected", Texts(fi="Luottamushenkilö", sv="Förtroendevald", en="Elected official")),
]


class SampleForm(forms.Form):
    """One field of each kind. Labels are :class:`Texts`, which speak the reader's language."""

    name = forms.CharField(
        label=NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text=say("Näkyy järjestäjälle.", "Syns för arrangören.", "Seen by the organiser."),
    )
    email = forms.EmailField(label=EMAIL, widget=forms.EmailInput({"autocomplete": "email"}))
    town = forms.CharField(
        label=say("Kunta", "Kommun", "Municipality"),
        required=False,
        widget=SearchInput(
            ["Espoo – Esbo", "Ii", "Lappeenranta – Villmanstrand", "Raasepori – Raseborg", "Vaasa – Vasa"]
        ),
        help_text=say(
            "Kirjoita alku suomeksi tai ruotsiksi ja valitse.",
            "Skriv början på finska eller svenska och välj.",
            "Type the beginning in Finnish or Swedish and choose.",
        ),
    )
    role = forms.ChoiceField(label=say("Rooli", "Roll", "Role"), choices=ROLES)
    language = forms.ChoiceField(
        label=say("Sähköpostien kieli", "E-postens språk", "Language of emails"),
        choices=LANGUAGE_CHOICES,
        widget=forms.RadioSelect({"class": "is-row"}),
        initial=DEFAULT_LANGUAGE,
    )
    topics = forms.MultipleChoiceField(
        label=say("Kiinnostavat teemat", "Intressanta teman", "Topics of interest"),
        required=False,
        choices=[
            ("energy", Texts(fi="Energia", sv="Energi", en="Energy")),
            ("nature", Texts(fi="Luonto", sv="Natur", en="Nature")),
            ("transport", Texts(fi="Liikkuminen", sv="Mobilitet", en="Mobility")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    wishes = forms.CharField(
        label=say("Toiveet ja tarpeet", "Önskemål och behov", "Wishes and needs"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )
    consent = forms.BooleanField(
        label=say(
            "Allergiatietoni saa antaa ruokapalvelulle.",
            "Mina allergiuppgifter får ges till cateringen.",
            "My dietary needs may be passed on to the caterer.",
        ),
        required=False,
    )


class OrganiserForm(forms.Form):
    """The fields that organisers meet."""

    title = TextsFormField(
        label=say("Tilaisuuden nimi", "Evenemangets namn", "Title of the event"), max_length=120
    )
    description = TextsFormField(
        label=say("Kuvaus", "Beskrivning", "Description"),
        rows=4,
        required=False,
        help_text=say("Markdownia saa käyttää.", "Du kan använda Markdown.", "Markdown may be used."),
    )
    colour = forms.CharField(
        label=say("Väri", "Färg", "Colour"), required=False, widget=ColourInput(default="#0b5a4a")
    )
    start = DateAndTimeField(label=say("Alkaa", "Börjar", "Starts"))
    closes = DateAndTimeField(
        label=say("Ilmoittautuminen päättyy", "Anmälan stänger", "Registration closes"),
        required=False,
        end_of_day=True,
        help_text=say(
            "Ilman kellonaikaa: päivän loppuun asti.",
            "Utan klockslag: till dagens slut.",
            "Without a time: until the end of the day.",
        ),
    )


class FilterForm(forms.Form):
    """What stands in a toolbar. Everything is optional there, so nothing says so."""

    mark_optional = False
    q = forms.CharField(
        label=say("Hae", "Sök", "Search"), required=False, widget=forms.TextInput({"type": "search"})
    )
    status = forms.ChoiceField(
        label=say("Tila", "Läge", "Status"),
        required=False,
        choices=[
            ("", Texts(fi="kaikki", sv="alla", en="all")),
            ("confirmed", Texts(fi="vahvistetut", sv="bekräftade", en="confirmed")),
        ],
    )
