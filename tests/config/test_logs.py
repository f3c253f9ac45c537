"""No personal link and no address reaches a log."""

import io
import logging
import sys

import pytest

from skaala.config.logs import HideTokens, mask


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("GET /fi/r/abc-DEF_123:x/ 200", "GET /fi/r/…/ 200"),
        ("GET /sv/r/abc/cancel/?a=1", "GET /sv/r/…/cancel/?a=1"),
        ("Referer: http://localhost:8000/en/r/abc", "Referer: http://localhost:8000/en/r/…"),
        ("GET /fi/j/abc/", "GET /fi/j/…/"),
        ("POST /sv/h/abc~x/", "POST /sv/h/…/"),
        ("GET /en/c/12~abc/ 200", "GET /en/c/…/ 200"),
        ("POST /fi/i/abc~DEF/ 302", "POST /fi/i/…/ 302"),
        ("GET /live/WzEs:1x:abc-_ 200", "GET /live/… 200"),
        ("to aino.esimerkki+x@kunta.example.fi failed", "to …@… failed"),
        ("Key (email)=(a@b.fi) already exists", "Key (email)=(…@…) already exists"),
        (
            "null value in column\nDETAIL:  Failing row contains (1, Maija Mayor,\nkala, null).\nHINT:  Fill it in.",
            "null value in column\nDETAIL: …\nHINT:  Fill it in.",
        ),
        ("GET /fi/s/sarja-2023/ 200", "GET /fi/s/sarja-2023/ 200"),
    ],
)
def test_mask(line, masked):
    assert mask(line) == masked


def test_the_filter_masks_arguments_and_tracebacks():
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(HideTokens())
    logger = logging.Logger("test")
    logger.addHandler(handler)
    logger.warning("letter to %s at %s", "a@b.fi", "/fi/r/secret/")
    try:
        raise ValueError("a@b.fi at /fi/r/secret/")
    except ValueError:
        logger.error("broke", exc_info=sys.exc_info())
    text = out.getvalue()
    assert text.startswith("letter to …@… at /fi/r/…/\nbroke\nTraceback")
    assert "ValueError: …@… at /fi/r/…/" in text
    assert "a@b.fi" not in text.replace('raise ValueError("…@… at /fi/r/…/")', "")
    assert "secret" not in text
