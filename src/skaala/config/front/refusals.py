"""What the front answers without Django: short pages, in the reader's language."""

from __future__ import annotations

import re

WORDS = {
    400: {
        "fi": ("Pyyntö jäi kesken", "Mitään ei tallennettu. Palaa selaimella takaisin ja lähetä lomake uudelleen."),
        "sv": ("Begäran avbröts", "Inget har sparats. Gå tillbaka i webbläsaren och skicka formuläret på nytt."),
        "en": ("The request broke off", "Nothing was saved. Go back in your browser and send the form again."),
    },
    408: {
        "fi": ("Lähetys kesti liian kauan", "Mitään ei tallennettu. Tarkista verkkoyhteytesi, palaa selaimella takaisin ja lähetä lomake uudelleen."),
        "sv": ("Sändningen tog för lång tid", "Inget har sparats. Kontrollera nätanslutningen, gå tillbaka i webbläsaren och skicka formuläret på nytt."),
        "en": ("Sending took too long", "Nothing was saved. Check your connection, go back in your browser and send the form again."),
    },
    411: {
        "fi": ("Pyynnön pituus puuttuu", "Lähetä pyyntö niin, että siinä on Content-Length-otsake."),
        "sv": ("Begärans längd saknas", "Skicka begäran med rubriken Content-Length."),
        "en": ("The request does not state its length", "Send it with a Content-Length header."),
    },
    413: {
        "fi": ("Lähetys on liian suuri", "Mitään ei tallennettu. Palaa selaimella takaisin, lyhennä tekstiä tai valitse pienempi tiedosto ja lähetä uudelleen."),
        "sv": ("Det du skickar är för stort", "Inget har sparats. Gå tillbaka i webbläsaren, förkorta texten eller välj en mindre fil och skicka på nytt."),
        "en": ("What you sent is too large", "Nothing was saved. Go back in your browser, shorten the text or choose a smaller file, and send it again."),
    },
    500: {
        "fi": ("Palvelussa on häiriö", "Virhe on palvelussa. Yritä hetken päästä uudelleen."),
        "sv": ("Det är en störning i tjänsten", "Felet ligger i tjänsten. Försök igen om en stund."),
        "en": ("The service has a problem", "There is an error in the service. Please try again in a moment."),
    },
    503: {
        "fi": ("Palvelussa on ruuhkaa", "Mitään ei tallennettu. Odota hetki, palaa selaimella takaisin ja yritä uudelleen."),
        "sv": ("Tjänsten är överbelastad", "Inget har sparats. Vänta en stund, gå tillbaka i webbläsaren och försök igen."),
        "en": ("The service is busy", "Nothing was saved. Wait a moment, go back in your browser and try again."),
    },
}  # fmt: skip
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{heading} – Skaala</title></head><body><main><h1>{heading}</h1><p>{text}</p></main></body></html>
"""
RETRY_AFTER_SECONDS = 10


def refusal(status: int, *, path: str, accepted: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """
    Return status, headers and page.

    :param path: of the request; it begins with the language of the page that the reader came from
    :param accepted: the request's Accept-Language, for addresses that name none
    """
    language = _language(path, accepted)
    heading, text = WORDS[status][language]
    body = PAGE.format(language=language, heading=heading, text=text).encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Content-Language", language),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ]
    if status == 503:
        headers.append(("Retry-After", str(RETRY_AFTER_SECONDS)))
    return status, headers, body


def _language(path: str, accepted: str) -> str:
    known = "|".join(WORDS[400])
    in_path = re.match(f"/({known})/", path)
    if in_path:
        return in_path[1]
    wanted = re.match(rf"\s*({known})\b", accepted.lower())
    return wanted[1] if wanted else "fi"
