"""
Documents as accessible PDF (PDF/UA-1) and pictures as PNG, typeset in a child process.

The typesetter and its fonts take some 60 MB, which must not stay in a web process.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from skaala.ui import child

LONGEST = 30
MEGABYTES = 4000
"""Of address space: the typesetter reserves much more than it uses."""
LACKING = (
    r"[^\n\u{20}-\u{7e}\u{a0}-\u{377}\u{384}-\u{38a}\u{38c}\u{38e}-\u{3a1}\u{3a3}-\u{4ff}\u{5d0}-\u{5ea}"
    r"\u{621}-\u{63a}\u{640}-\u{655}\u{660}-\u{66c}\u{1e00}-\u{1eff}\u{200b}\u{200c}\u{200e}-\u{2027}"
    r"\u{202f}-\u{205e}\u{2060}\u{20a0}-\u{20c0}\u{2100}-\u{2151}\u{2190}-\u{23ff}\u{2460}-\u{262f}"
    r"\u{27c0}-\u{2aff}]+"
)
"""Signs that the typesetter's own fonts may lack, as a pattern of its own kind; PDF/UA refuses a text with such a sign."""


class UnableToTypeset(Exception):
    """The typesetter has refused a template or its data, which is a fault of the program."""


def to_pdf(template: Path, data: Mapping[str, Any], *, now: datetime) -> bytes:
    """
    Return the Typst template filled with ``data`` as PDF/UA-1.

    The template reads it as ``json(bytes(sys.inputs.data))``; strings in it stay what they are, whatever signs are in them.
    Signs that no font here has (an emoji, say) match the pattern ``sys.inputs.lacking``, which is empty where all are there;
    the template must set them as something else.

    :raises UnableToTypeset: saying what the typesetter says
    """
    return _typeset({"format": "pdf", "pdf_standards": ["ua-1"]}, template, data, now)


def to_png(template: Path, data: Mapping[str, Any], *, now: datetime) -> bytes:
    """
    Return the only page of the Typst template filled with ``data`` as PNG, a pixel for a point; else as :func:`to_pdf`.

    :raises skaala.ui.child.UnableToFinish: if too many are being made, or it takes too long: a picture can be asked for again
    """
    return _typeset({"format": "png", "ppi": 72.0}, template, data, now, at_once=True)


def _typeset(
    form: Mapping[str, Any], template: Path, data: Mapping[str, Any], now: datetime, *, at_once: bool = False
) -> bytes:
    order = {
        "template": str(template),
        "form": dict(form),
        "data": json.dumps(data),
        "at": int(now.timestamp()),
    }
    try:
        return child.run(typeset, order, seconds=LONGEST, megabytes=MEGABYTES, at_once=at_once)
    except child.UnableToFinish as error:
        if at_once:
            raise
        raise UnableToTypeset(str(error)) from error


def typeset(order: Mapping[str, Any]) -> bytes:
    """
    Have the typesetter do it; runs in the child.

    Its own fonts look the same everywhere; the machine's help out with a name in another script.
    """
    import typst

    for with_system_fonts, lacking in ((False, ""), (True, ""), (True, LACKING)):
        try:
            made: bytes = typst.compile(
                order["template"],
                **order["form"],
                sys_inputs={"data": order["data"], "lacking": lacking},
                ignore_system_fonts=not with_system_fonts,
                timestamp=order["at"],
            )
        except typst.TypstError as error:
            if lacking or "could not be displayed" not in str(error):
                raise UnableToTypeset(str(error)[-2000:]) from error
        else:
            return made
    raise AssertionError("the last attempt returns or raises")
