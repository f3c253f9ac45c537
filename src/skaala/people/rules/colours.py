"""
An organisation's two colours: whether what is written in them can be read (WCAG 2.2), and the style sheet made of them.

The accent is the colour of links and buttons, the band lies behind headings, under white words. An organisation chooses them for light
pages; for dark ones the accent is made lighter until it can be read there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

TEXT, COMPONENT = 4.5, 3.0
"""The least contrast of text, and of borders and marks of what can be used."""
WHITE, BLACK = "#ffffff", "#000000"
USUAL_ACCENT, USUAL_BAND = "#0b5a4a", "#0b4a3e"
"""Those of the look itself, of which organisations without their own have the pages."""
LIGHT_PAPERS = ("#ffffff", "#f3f5f1", "#e6eae3")
DARK_PAPERS = ("#111917", "#1a2522", "#25332f")
"""What lies under words; as in ui/skaala.css."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def as_colour(written: str) -> str:
    """
    Return what was written as ``#rrggbb``; empty if it is none.

    >>> [as_colour(one) for one in ("#0B5A4A", "0b5a4a", "#abc", "green", "#12345")]
    ['#0b5a4a', '#0b5a4a', '#aabbcc', '', '']
    """
    plain = "#" + written.strip().lower().removeprefix("#")
    if re.fullmatch(r"#[0-9a-f]{3}", plain):
        plain = "#" + "".join(2 * digit for digit in plain[1:])
    return plain if _COLOUR.fullmatch(plain) else ""


def contrast(one: str, other: str) -> float:
    """
    Return the contrast of two colours, from 1 to 21.

    >>> round(contrast("#ffffff", "#000000"), 1), round(contrast("#767676", "#ffffff"), 2)
    (21.0, 4.54)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast_of_accent(accent: str) -> float:
    """Return the least contrast of an accent with what it is written on and what is written on it, on light pages."""
    return min(contrast(accent, paper) for paper in (*LIGHT_PAPERS, tint(accent)))


def least_contrast_of_band(band: str) -> float:
    """Return the contrast of a band with the white words on it."""
    return contrast(band, WHITE)


def nearest_accent(accent: str) -> str:
    """Return the colour nearest to ``accent`` that passes: itself, or a darker one of the same hue."""
    return _toward(accent, BLACK, lambda colour: least_contrast_of_accent(colour) >= TEXT)


def nearest_band(band: str) -> str:
    """Return the colour nearest to ``band`` that passes: itself, or a darker one of the same hue."""
    return _toward(band, BLACK, lambda colour: least_contrast_of_band(colour) >= TEXT)


def tint(accent: str) -> str:
    """Return the light ground of what is chosen or has succeeded."""
    return mix(accent, WHITE, 0.9)


def dark_tint(accent: str) -> str:
    """Return the same for dark pages."""
    return mix(accent, DARK_PAPERS[0], 0.8)


def dark_accent(accent: str) -> str:
    """Return ``accent`` as it can be read on dark pages: itself, or a lighter one of the same hue."""
    return _toward(
        accent,
        WHITE,
        lambda colour: min(contrast(colour, each) for each in (*DARK_PAPERS, dark_tint(colour))) >= TEXT,
    )


def soft_on_band(band: str) -> str:
    """Return the colour of lesser words on a band: white with some of the band in it, as far as it can be read."""
    return _toward(mix(WHITE, band, 0.2), WHITE, lambda colour: contrast(colour, band) >= TEXT)


def mix(one: str, other: str, share: float) -> str:
    """
    Return ``one`` with ``share`` of ``other`` in it.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(mine * (1 - share) + theirs * share):02x}" for mine, theirs in parts)


def style_sheet(accent: str, band: str) -> str:
    """Return the style sheet that puts an organisation's colours over the look's own; empty for one without any."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    if accent:
        lighter = dark_accent(accent)
        light |= {
            "accent": accent,
            "accent-strong": mix(accent, BLACK, 0.35),
            "accent-tint": tint(accent),
            "on-accent": WHITE,
        }
        dark |= {
            "accent": lighter,
            "accent-strong": mix(lighter, WHITE, 0.45),
            "accent-tint": dark_tint(lighter),
            "on-accent": DARK_PAPERS[0],
        }
    if band:
        light |= {"band": band, "on-band": WHITE, "on-band-soft": soft_on_band(band)}
        dark |= {"band": band, "on-band": WHITE, "on-band-soft": soft_on_band(band)}
    if not light:
        return ""
    # In the layer of the look's own tokens, so that what it says of print still counts.
    return (
        f"@layer tokens {{\n{_rule(light)}\n@media (prefers-color-scheme: dark) {{\n{_rule(dark)}\n}}\n}}\n"
    )


def _rule(tokens: dict[str, str]) -> str:
    return ":root {" + " ".join(f"--{name}: {colour};" for name, colour in tokens.items()) + "}"


def _toward(colour: str, end: str, passes: Callable[[str], bool]) -> str:
    for step in range(256):
        found = mix(colour, end, step / 255)
        if passes(found):
            return found
    return end


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
