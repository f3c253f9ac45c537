"""Ready-made questions: for the three workshops and the closing event of a series on scaling, and a plain set for anything else."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Event
from skaala.ui.texts import Texts


@dataclass(frozen=True)
class ReadyPrompt:
    """One question and what helps to answer it."""

    kind: str
    question: Texts
    hint: Texts = Texts()  # noqa: RUF009 (frozen)


@dataclass(frozen=True)
class PromptSet:
    """Questions that go together."""

    label: Promise
    prompts: tuple[ReadyPrompt, ...]


_NEXT_STEP = ReadyPrompt(
    "next_step",
    Texts(
        fi="Mitä kannattaisi tehdä seuraavaksi, ja kenen?",
        sv="Vad borde göras härnäst, och av vem?",
        en="What should be done next, and by whom?",
    ),
    Texts(
        fi="Nimeä organisaatio tai rooli, älä henkilöä.",
        sv="Nämn en organisation eller roll, inte en person.",
        en="Name an organisation or a role, not a person.",
    ),
)

PROMPT_SETS: dict[str, PromptSet] = {
    "receiving": PromptSet(
        _("Receiving: what helps and hinders taking up an action from elsewhere"),
        (
            ReadyPrompt(
                "good_practice",
                Texts(
                    fi="Mikä auttaa kuntaa ottamaan käyttöön muualla toimineen kestävyysteon?",
                    sv="Vad hjälper en kommun att ta i bruk en hållbarhetsåtgärd som har fungerat någon annanstans?",
                    en="What helps a municipality take up a sustainability action that has worked elsewhere?",
                ),
                Texts(
                    fi="Kerro yksi keino tai tapa, jonka olet nähnyt toimivan.",
                    sv="Berätta om ett sätt som du har sett fungera.",
                    en="Tell one way that you have seen work.",
                ),
            ),
            ReadyPrompt(
                "bottleneck",
                Texts(
                    fi="Mikä estää tai hidastaa hyvän ratkaisun tuomista omaan kuntaan?",
                    sv="Vad hindrar eller bromsar en bra lösning från att komma till den egna kommunen?",
                    en="What stops or slows down bringing a good solution to one’s own municipality?",
                ),
                Texts(fi="Yksi este kerrallaan.", sv="Ett hinder i taget.", en="One obstacle at a time."),
            ),
            ReadyPrompt(
                "open_question",
                Texts(
                    fi="Mitä tietoa tarvitsisit ennen kuin päätät ottaa teon käyttöön?",
                    sv="Vad skulle du behöva veta innan du beslutar att ta en åtgärd i bruk?",
                    en="What would you need to know before deciding to take up an action?",
                ),
            ),
            _NEXT_STEP,
        ),
    ),
    "pioneers": PromptSet(
        _("Pioneers: what suits others, and what strengthens scaling at home"),
        (
            ReadyPrompt(
                "good_practice",
                Texts(
                    fi="Mikä kuntasi kestävyysteoista sopisi muillekin, ja miksi?",
                    sv="Vilken av er kommuns hållbarhetsåtgärder skulle passa även andra, och varför?",
                    en="Which of your municipality’s sustainability actions would suit others too, and why?",
                ),
            ),
            ReadyPrompt(
                "good_practice",
                Texts(
                    fi="Mikä vahvistaa hyvien tekojen laajentamista oman organisaation sisällä?",
                    sv="Vad stärker spridningen av goda åtgärder inom den egna organisationen?",
                    en="What strengthens the spread of good actions inside one’s own organisation?",
                ),
            ),
            ReadyPrompt(
                "bottleneck",
                Texts(
                    fi="Miksi hyvä kokeilu jää yhteen yksikköön tai yhteen kuntaan?",
                    sv="Varför stannar ett bra försök i en enhet eller en kommun?",
                    en="Why does a good trial stay in one unit or one municipality?",
                ),
            ),
            _NEXT_STEP,
        ),
    ),
    "networks": PromptSet(
        _("Networks: their role in scaling, and what to develop"),
        (
            ReadyPrompt(
                "good_practice",
                Texts(
                    fi="Missä verkosto on parhaimmillaan, kun ratkaisuja levitetään?",
                    sv="När är ett nätverk som bäst i att sprida lösningar?",
                    en="When is a network at its best in spreading solutions?",
                ),
            ),
            ReadyPrompt(
                "bottleneck",
                Texts(
                    fi="Mikä jää verkostoissa kesken tai puuttuu niistä?",
                    sv="Vad blir på hälft i nätverken eller saknas i dem?",
                    en="What is left half-done in networks, or is missing from them?",
                ),
            ),
            ReadyPrompt(
                "open_question",
                Texts(
                    fi="Mitä verkostojen pitäisi tehdä yhdessä eikä kukin erikseen?",
                    sv="Vad borde nätverken göra tillsammans och inte var för sig?",
                    en="What should networks do together rather than each for itself?",
                ),
            ),
            _NEXT_STEP,
        ),
    ),
    "closing": PromptSet(
        _("Closing event: which next steps first, and who takes part"),
        (
            ReadyPrompt(
                "next_step",
                Texts(
                    fi="Mitkä seuraavat askeleet otetaan ensin?",
                    sv="Vilka nästa steg ska tas först?",
                    en="Which next steps first?",
                ),
                Texts(
                    fi="Merkitse enintään kolme tärkeintä. Jos jokin puuttuu, kirjoita se: nimeä organisaatio, älä henkilöä.",
                    sv="Markera högst tre som är viktigast. Om något saknas, skriv det: nämn en organisation, inte en person.",
                    en="Mark up to three that matter most. If one is missing, write it: name an organisation, not a person.",
                ),
            ),
            ReadyPrompt(
                "open_question",
                Texts(
                    fi="Mikä pitää vielä selvittää, jotta askeleet onnistuvat?",
                    sv="Vad måste ännu utredas för att stegen ska lyckas?",
                    en="What still has to be found out for the steps to succeed?",
                ),
            ),
        ),
    ),
    "plain": PromptSet(
        _("Plain: good practices, bottlenecks, next steps"),
        (
            ReadyPrompt(
                "good_practice",
                Texts(fi="Mikä on toiminut hyvin?", sv="Vad har fungerat bra?", en="What has worked well?"),
            ),
            ReadyPrompt(
                "bottleneck",
                Texts(fi="Mikä on tiellä?", sv="Vad står i vägen?", en="What stands in the way?"),
            ),
            _NEXT_STEP,
        ),
    ),
}

FOR_PERSPECTIVE = {"receiver": "receiving", "pioneer": "pioneers", "network": "networks", "everyone": "plain"}
"""Which set fits an event of which perspective."""


def set_for(event: Event) -> str:
    """Return the name of the set that fits ``event`` best."""
    if event.kind == Event.Kind.CLOSING_EVENT:
        return "closing"
    return FOR_PERSPECTIVE[event.perspective]
