"""
Reading a picture that somebody has sent, and making a small PNG of it that holds nothing but its pixels.

Runs in a child (:mod:`skaala.ui.child`): decoders of pictures are large and have had faults.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_BYTES = 2_000_000
MOST_PIXELS = 25_000_000
WIDEST, TALLEST, SMALLEST = 640, 240, 32
SMALL = (400, 120)
"""Of the small one, in pixels: twice as large as it is shown, for sharp screens."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
SVG_PARTS = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "title",
        "desc",
        "defs",
        "metadata",
        "lineargradient",
        "radialgradient",
        "stop",
        "clippath",
        "mask",
        "symbol",
        "use",
        "text",
        "tspan",
        "style",
    ]
)
_LEADS_AWAY = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:|data:", re.IGNORECASE)


class Problem(StrEnum):
    """Why a picture was not taken."""

    NO_PICTURE = "no_picture"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    UNCLEAN = "unclean"


class UnusablePicture(Exception):
    """The file is no picture that can be used; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Picture:
    """A PNG made anew, and the same once more, small."""

    content: bytes
    width: int
    height: int
    small: bytes


def read_picture(data: bytes) -> Picture:
    """
    Return ``data`` as a PNG of at most :data:`WIDEST` × :data:`TALLEST` pixels, without what else was in the file.

    :param data: PNG, JPEG, WebP, GIF (its first picture), or an SVG that holds shapes only
    :raises UnusablePicture: saying why
    """
    from PIL import Image, ImageOps

    if b"<svg" in data[:5000].lower():
        data = _drawn(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(io.BytesIO(data), formats=FORMATS)
            wide, tall = opened.size
            if wide * tall > MOST_PIXELS:
                raise UnusablePicture(Problem.TOO_MANY_PIXELS)
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
        except UnusablePicture:
            raise
        except Exception:
            raise UnusablePicture(Problem.NO_PICTURE) from None
    if max(picture.size) < SMALLEST:
        raise UnusablePicture(Problem.TOO_SMALL)
    picture.thumbnail((WIDEST, TALLEST))
    small = picture.copy()
    small.thumbnail(SMALL)
    return Picture(_as_png(picture), *picture.size, small=_as_png(small))


def make_small(content: bytes) -> bytes:
    """Return the small one of a PNG that :func:`read_picture` has made."""
    from PIL import Image

    small = Image.open(io.BytesIO(content), formats=["PNG"]).convert("RGBA")
    small.thumbnail(SMALL)
    return _as_png(small)


def _as_png(picture: Any) -> bytes:
    from PIL import Image

    made = io.BytesIO()
    # Pixels alone: neither where a photograph was taken nor who has edited it.
    Image.frombytes("RGBA", picture.size, picture.tobytes()).save(made, "PNG", optimize=True)
    return made.getvalue()


def _drawn(data: bytes) -> bytes:
    """Return an SVG as a PNG, if it holds shapes and nothing that acts or leads elsewhere."""
    import typst
    from defusedxml import ElementTree

    try:
        root = ElementTree.fromstring(data, forbid_dtd=True)
    except Exception as error:
        is_forbidden = type(error).__module__.startswith("defusedxml")
        raise UnusablePicture(Problem.UNCLEAN if is_forbidden else Problem.NO_PICTURE) from None
    for part in root.iter():
        _check(part.tag, part.attrib, part.text or "")
    template = (
        b"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
        b'#image(bytes(sys.inputs.svg), format: "svg", height: 120pt)'
    )
    try:
        made = typst.compile(template, format="png", ppi=144, sys_inputs={"svg": data.decode()})
    except Exception:
        raise UnusablePicture(Problem.NO_PICTURE) from None
    assert isinstance(made, bytes)
    return made


def _check(tag: object, attributes: dict[str, str], text: str) -> None:
    name = str(tag).rpartition("}")[2].lower()
    if not isinstance(tag, str) or (
        name not in SVG_PARTS and "inkscape" not in tag and "sodipodi" not in tag
    ):
        raise UnusablePicture(Problem.UNCLEAN)
    for key, value in attributes.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on") or (plain in {"href", "src"} and not value.startswith("#")):
            raise UnusablePicture(Problem.UNCLEAN)
        if _LEADS_AWAY.search(value):
            raise UnusablePicture(Problem.UNCLEAN)
    if _LEADS_AWAY.search(text):
        raise UnusablePicture(Problem.UNCLEAN)
