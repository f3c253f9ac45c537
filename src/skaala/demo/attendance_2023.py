"""How it went in 2023, made up: who registered, who came, and what they thought of it. Nothing of this is known."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from datetime import timedelta

from skaala.demo import series_2023 as announced
from skaala.demo.people import simulated_sign_ups
from skaala.registration.models import (
    Arrival,
    Attendance,
    FeedbackQuestion,
    Question,
    Registration,
    RegistrationSource,
)
from skaala.registration.operations import (
    QuestionDraft,
    SignUp,
    Source,
    answer_feedback,
    note_arrival,
    register,
    save_question,
    set_questions,
)
from skaala.registration.operations.ask_feedback import close_due_surveys
from skaala.registration.queries.feedback import survey_of
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts

MADE_UP = Texts(
    fi="Tämän sarjan ilmoittautumiset, läsnäolot ja palautteet ovat keksittyjä: ne esittelevät ohjelmaa. Siksi niitä ei poisteta "
    "puolen vuoden kuluttua, niin kuin oikeat tiedot poistettaisiin.",
    sv="Seriens anmälningar, närvaro och respons är påhittade: de visar hur programmet fungerar. Därför tas de inte bort efter "
    "ett halvår, så som verkliga uppgifter skulle tas bort.",
    en="The registrations, arrivals and feedback of this series are made up, to show the program. That is why they are not removed "
    "after half a year, as real data would be.",
)
KEPT_FOR = 120
"""Months, as many as the form allows; so that a visitor sees the people of 2023, who are none."""

HEARD = [
    Texts(
        fi="Kuntaliiton uutiskirjeestä", sv="Kommunförbundets nyhetsbrev", en="The association’s newsletter"
    ),
    Texts(fi="Kuntaverkostosta", sv="Ett nätverk av kommuner", en="A network of municipalities"),
    Texts(fi="Työtoverilta", sv="En kollega", en="A colleague"),
    Texts(fi="Muualta", sv="Annat håll", en="Elsewhere"),
]
TOPICS = [
    "Miten pienessä kunnassa löydetään aikaa?",
    "Hur får man med sig ledningen?",
    "Kokemuksia yhteishankinnoista",
    "Mitä verkostot voisivat tehdä yhdessä",
    "Cirkulär ekonomi i byggandet",
    "Kuka maksaa neuvonnan hankkeen jälkeen?",
    "Hiilijalanjälki hankinnoissa",
    "Miten tuloksia mitataan?",
    "Samarbete över kommungränser",
    "Ruokahävikki kouluissa",
    "Energiayhteisöt taloyhtiöissä",
    "Miten kesken jääneistä kokeiluista opitaan?",
    "Vem äger en åtgärd när projektet är slut?",
    "Kestävä liikkuminen harvaan asutulla alueella",
]
OPINIONS = [
    "Sain yhteyshenkilön naapurikunnasta.",
    "Bra att höra hur andra har börjat smått.",
    "Esimerkit olivat konkreettisia, lisää niitä.",
    "Mer tid för diskussion i små grupper.",
    "Toivottavasti tulokset kootaan yhteen paikkaan.",
    "Keskustelu jäi kesken, kun aika loppui.",
    "Luvut kustannuksista auttoivat eniten.",
    "Tekniken fungerade fint på distans.",
    "Materiaali olisi hyvä saada etukäteen.",
    "Jag tar med mig två idéer till vår nämnd.",
    "Olisin halunnut kuulla myös epäonnistumisista.",
    "Pienen kunnan ääni kuului hyvin.",
    "Gärna ett nytt möte till hösten.",
    "Aikataulu piti, kiitos siitä.",
]
"""Enough for everybody who says something to say something else."""

FEEDBACK = [
    QuestionDraft(
        FeedbackQuestion.Kind.SCALE,
        Texts(
            fi="Miten hyödyllinen tilaisuus oli työsi kannalta?",
            sv="Hur nyttigt var evenemanget för ditt arbete?",
            en="How useful was the event for your work?",
        ),
        Texts(),
    ),
    QuestionDraft(
        FeedbackQuestion.Kind.CHOICE,
        Texts(
            fi="Aiotteko ottaa jonkin toimen käyttöön?",
            sv="Tänker ni införa någon åtgärd?",
            en="Will you take up an action?",
        ),
        Texts(
            fi="Kyllä, tänä vuonna\nEhkä myöhemmin\nEmme",
            sv="Ja, i år\nKanske senare\nNej",
            en="Yes, this year\nPerhaps later\nNo",
        ),
    ),
    QuestionDraft(
        FeedbackQuestion.Kind.WORDS,
        Texts(
            fi="Mitä muuta haluat sanoa?", sv="Vad mer vill du säga?", en="What else would you like to say?"
        ),
        Texts(),
    ),
]


def ask(series: Series) -> None:
    """Ask what a copy of the series will ask too: at registration, and after each event."""
    if series.questions.exists():
        return
    heard = Question(
        series=series,
        kind=Question.Kind.CHOICE,
        label=Texts(
            fi="Mistä kuulit sarjasta?", sv="Var hörde du om serien?", en="Where did you hear of the series?"
        ),
    )
    save_question(question=heard, options=HEARD)
    topic = Question(
        series=series,
        kind=Question.Kind.TEXT,
        label=Texts(
            fi="Mistä haluaisit keskustella?",
            sv="Vad vill du diskutera?",
            en="What would you like to talk about?",
        ),
    )
    save_question(question=topic, options=[])
    closing = series.events.get(kind=Event.Kind.CLOSING_EVENT)
    stays = Question(
        series=series,
        event=closing,
        kind=Question.Kind.YES_NO,
        label=Texts(fi="Jäätkö lounaalle?", sv="Stannar du på lunch?", en="Will you stay for lunch?"),
    )
    save_question(question=stays, options=[])
    for event in series.events.all():
        set_questions(
            event=event,
            introduction=Texts(),
            days=7,
            sends_email=True,
            questions=FEEDBACK,
        )


def answers(series: Series, chance: random.Random) -> Callable[[frozenset[int]], dict[int, str | bool]]:
    """Return what somebody who comes to these events answers; not everybody answers everything."""
    asked = list(series.questions.filter(retired_at=None))
    topics = chance.sample(TOPICS, len(TOPICS))

    def answered(events: frozenset[int]) -> dict[int, str | bool]:
        found: dict[int, str | bool] = {}
        for question in asked:
            if question.event_id not in {None, *events}:
                continue
            if question.kind == Question.Kind.CHOICE and chance.random() < 0.9:
                found[question.pk] = chance.choices(["1", "2", "3", "4"], [5, 3, 3, 1])[0]
            elif question.kind == Question.Kind.YES_NO:
                found[question.pk] = chance.random() < 0.6
            elif question.kind == Question.Kind.TEXT and topics and chance.random() < 0.15:
                found[question.pk] = topics.pop()
        return found

    return answered


def load_attendance(series: Series, people: int) -> None:
    """Have made-up people register for the series, come to it, or not, and say what they think; the same ones every time."""
    chance = random.Random(20230510)  # noqa: S311  not for secrets
    answered = answers(series, chance)
    span = announced.EVENTS[0].day - announced.PUBLISHED.date()
    for sign_up in simulated_sign_ups(series, people, chance):
        events = frozenset(choice.event_id for choice in sign_up.choices)
        moment = announced.PUBLISHED + timedelta(minutes=chance.random() * (span.days - 2) * 24 * 60)
        register(
            series=series,
            request=SignUp(sign_up.details, sign_up.choices, answered(events)),
            now=moment,
            is_simulated=True,
            source=Source(kind=RegistrationSource.Kind.IMPORTED, opens=events, with_email=False),
        )
    opinions = chance.sample(OPINIONS, len(OPINIONS))
    for event in series.events.all():
        _come(event, chance, opinions)
    close_due_surveys(now=announced.ARCHIVED)


def _come(event: Event, chance: random.Random, opinions: list[str]) -> None:
    confirmed = Attendance.objects.filter(event=event, state=Attendance.State.CONFIRMED)
    for attendance in confirmed.select_related("registration").order_by("registration__email_normalised"):
        if chance.random() < 0.18:
            continue  # did not come
        online = attendance.mode == Attendance.Mode.ONLINE
        note_arrival(
            event=event,
            attendance_id=attendance.pk,
            mark_id=uuid.UUID(int=chance.getrandbits(128), version=4),
            how=Arrival.How.JOINED if online else Arrival.How.CODE,
            now=event.start + timedelta(minutes=chance.uniform(-12, 15)),
        )
        if chance.random() < 0.45:
            _give_feedback(event, attendance.registration, chance, opinions)


def _give_feedback(
    event: Event, registration: Registration, chance: random.Random, opinions: list[str]
) -> None:
    survey = survey_of(event)
    assert survey is not None
    useful, takes_up, words = survey.questions.all()
    said: dict[int, int | str] = {
        useful.pk: chance.choices([1, 2, 3, 4, 5], [1, 2, 5, 10, 7])[0],
        takes_up.pk: chance.choices([1, 2, 3], [4, 5, 2])[0],
    }
    if opinions and chance.random() < 0.3:
        said[words.pk] = opinions.pop()
    later = event.end + timedelta(hours=20)
    answer_feedback(registration=registration, event=event, answers=said, now=later)
