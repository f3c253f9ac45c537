"""The characters of a text as it is kept: composed, and without what cannot be seen."""

from __future__ import annotations

import re
import unicodedata

# Control characters; marks that turn the direction of writing; spaces of no width; hyphens that show only at a line's end. The joiners U+200C and U+200D stay: scripts and
# emoji need them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def tidy(text: str) -> str:
    """
    Return ``text`` in normal form C, with plain spaces for special ones and without characters that cannot be seen.

    The same name typed on another keyboard or copied from a PDF is then the same text (Unicode Standard Annex 15).

    >>> tidy("Jyva\u0308skyla\u0308\u00a0\u200b") == "Jyväskylä "
    True
    """
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _UNSEEN.sub("", text)))
