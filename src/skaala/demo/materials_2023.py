"""What is given out after the demo's closing event: slides and the recording, as files in three languages. Both are simulated."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from django.core.files.base import ContentFile
from django.utils import translation

from skaala.reports.contents import Contents
from skaala.reports.models import Version
from skaala.reports.queries import contents_of
from skaala.series.models import Event, Material, Series
from skaala.series.operations import save_material
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts

SLIDES = Texts(
    fi="Päätöstilaisuuden diat (HTML, simuloitu)",
    sv="Bilderna från avslutningen (HTML, simulerade)",
    en="Slides of the closing event (HTML, simulated)",
)
RECORDING = Texts(
    fi="Päätöstilaisuuden tallenne tekstinä (simuloitu)",
    sv="Inspelningen av avslutningen som text (simulerad)",
    en="Recording of the closing event as text (simulated)",
)
SAID = {
    "fi": """SIMULOITU TALLENNE TEKSTINÄ
10.00 Avaus: tervetuloa päätöstilaisuuteen. Puhujia ei ole: tämä teksti on tehty esittelyä varten.
10.10 Työpajojen tulokset: mistä kaikki näkökulmat ovat samaa mieltä ja missä ne eroavat.
12.30 Seuraavat askeleet: osallistujat merkitsivät kolme tärkeintä ja sanoivat, mihin lähtevät mukaan.
14.45 Yhteenveto ja kiitokset.
""",
    "sv": """SIMULERAD INSPELNING SOM TEXT
10.00 Öppning: välkomna till avslutningen. Ingen talar här: texten är gjord för att visa hur det ser ut.
10.10 Workshopparnas resultat: vad alla perspektiv är eniga om och var de skiljer sig.
12.30 Nästa steg: deltagarna markerade de tre viktigaste och sade vad de är med i.
14.45 Sammanfattning och tack.
""",
    "en": """SIMULATED RECORDING AS TEXT
10:00 Opening: welcome to the closing event. Nobody speaks here: this text is made to show what it looks like.
10:10 What the workshops found: where all perspectives agree, and where they differ.
12:30 Next steps: participants marked the three that matter most, and said in which they take part.
14:45 Summary and thanks.
""",
}


def load_materials(series: Series) -> None:
    """Give out slides and recording of the closing event, if that has not been done and there is a report to tell of."""
    event = series.events.filter(kind=Event.Kind.CLOSING_EVENT).first()
    version = Version.objects.filter(report__series=series, replaced_at=None).last()
    if event is None or version is None or event.materials.exists():
        return
    for title, name, text, days in (
        (SLIDES, "closing-event-slides.html", _slides(version), 0),
        (RECORDING, "closing-event-recording.txt", "\n".join(SAID[code] for code in LANGUAGES), 2),
    ):
        save_material(
            material=Material(
                series=series,
                event=event,
                title=title,
                file=ContentFile(text.encode(), name=name),
                visible_from=event.end + timedelta(days=days),
            )
        )


def _slides(version: Version) -> str:
    parts = []
    for code in LANGUAGES:
        with translation.override(code):
            parts.append(_in_one_language(contents_of(version, code)))
    title = escape(contents_of(version, "fi").title)
    return (
        f'<!DOCTYPE html>\n<html lang="fi">\n<head><meta charset="utf-8"><title>{title}</title>\n'
        "<style>section { min-height: 90vh; padding: 5vh 8vw; font: 1.5rem/1.5 sans-serif; break-after: page; }</style></head>\n"
        f"<body>\n{''.join(parts)}</body>\n</html>\n"
    )


def _in_one_language(contents: Contents) -> str:
    """Return a title slide, and one of each section with its first findings."""
    slides = [(contents.title, [*contents.notices, *contents.summary])]
    slides += [(part.title, [entry.title for entry in part.entries[:5]]) for part in contents.sections]
    return "".join(
        f'<section lang="{contents.language}">\n<h1>{escape(title)}</h1>\n<ul>'
        + "".join(f"<li>{escape(line)}</li>" for line in lines)
        + "</ul>\n</section>\n"
        for title, lines in slides
    )
