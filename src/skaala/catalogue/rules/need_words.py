"""Words by which the text of an action names what not every municipality has."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES = {
    "district_heating": {"en": r"\bdistrict heat", "fi": r"kaukoläm[pm]", "sv": r"fjärrvärm"},
    "waterfront": {"en": r"\b(lake)?shores?\b", "fi": r"\bran(ta|na)", "sv": r"\b(sjö|havs)?strand"},
    "coast": {
        "en": r"\b(harbours?|seas?|coast\w*|archipelago)\b",
        "fi": r"\b(satama|saaristo|rannik|mer(i|en|ta|ellä|elle)\b)",
        "sv": r"\b(hamn(en|ar|arna)?|skärgård\w*|kust(en)?|hav(et)?)\b",
    },
    "ferry": {"en": r"\bferr(y|ies)\b", "fi": r"laut(ta|an|oilla)\b", "sv": r"färj(a|an|or)\b"},
    "industry": {
        "en": r"\b(factory|factories|industrial (park|area|waste heat|by-products))\b",
        "fi": r"\b(teollisuuspuisto|tehtaa|tehdas|teollisuuden hukkalämp)",
        "sv": r"\b(industripark|industrins|fabrik)",
    },
    "railway": {
        "en": r"\b(railways?|rails)\b",
        "fi": r"\b(rautat|raite|raitei)",
        "sv": r"\b(järnväg|spåren\b)",
    },
}
"""Words for what a municipality has or has not, by language."""


def named_in(texts: Mapping[str, str]) -> list[str]:
    """
    Return what the words of an action name that not every municipality has; whether the action needs it, a person decides.

    :param texts: by language

    >>> named_in({"fi": "Muovinkeräys satamasta", "en": "Plastic"}), named_in({"sv": "Elfärja"}), named_in({"en": "Season"})
    (['coast'], ['ferry'], [])
    """
    return [
        need
        for need, words in NAMES.items()
        if any(
            re.search(words[language], text, re.IGNORECASE)
            for language, text in texts.items()
            if language in words
        )
    ]
