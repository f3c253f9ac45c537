"""The words and notations of dates in Finnish, Swedish and English, as patterns."""

from __future__ import annotations

import re

CLOCK_WORD = r"(?:klo|kello|kl|klockan)\.?\s*"
CLOCK_WORD_END = re.compile(rf"{CLOCK_WORD}$")

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "tammi januari january jan",
        "helmi februari february feb",
        "maalis mars march mar",
        "huhti april apr",
        "touko maj may",
        "kesä juni june jun",
        "heinä juli july jul",
        "elo augusti august aug",
        "syys september sept sep",
        "loka oktober october okt oct",
        "marras november nov",
        "joulu december dec",
    ),
    start=1,
):
    MONTHS.update(dict.fromkeys(_names.split(), _number))

FI_MONTH = r"(?P<fi>tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:\w*)"
FI_MONTH_GENITIVE = r"(?P<fi>tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuun"
OTHER_MONTH = (
    r"(?P<mon>januari|february?i?|februari|january|mars|march|april|maj|may|juni|june|juli|july|augusti|"
    r"august|"
    r"september|oktober|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec)\b"
)

WEEKDAYS_FULL = (
    r"(?:maanantai|tiistai|keskiviik|torstai|perjantai|lauantai|sunnuntai|måndag|tisdag|onsdag|torsdag|"
    r"fredag|"
    r"lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
WEEKDAY_STEMS = (
    ("maanantai", "måndag", "monday", "mån", "mon", "ma"),
    ("tiistai", "tisdag", "tuesday", "tis", "tues", "tue", "ti"),
    ("keskiviik", "onsdag", "wednesday", "ons", "weds", "wed", "ke"),
    ("torstai", "torsdag", "thursday", "tors", "tor", "thurs", "thur", "thu", "to"),
    ("perjantai", "fredag", "friday", "fre", "fri", "pe"),
    ("lauantai", "lördag", "saturday", "lör", "sat", "la"),
    ("sunnuntai", "söndag", "sunday", "sön", "sun", "su"),
)
WD = (
    rf"(?:{WEEKDAYS_FULL}\w*|(?:mån|tis|ons|tors|tor|fre|lör|sön|mon|tues|tue|weds|wed|thurs|thur|thu|"
    rf"fri|sat|sun|"
    r"ma|ti|ke|to|pe|la|su)\b\.?)"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:19|20)\d\d(?!\d)"
ORD = r"(?:st|nd|rd|th|:e|:a|\.)?"

CORE = re.compile(
    rf"""
    (?<![\w.:/,]) (?P<iso_y>(?:19
        |20)\d\d)(?P<iso_s>[-/])(?P<iso_m>\d\d?)(?P=iso_s)(?P<iso_d>\d\d?) (?=t\d\d:|\b)
  | (?<![\w.:/]) (?P<d1>{DAY})\.(?P<m1>0?[1-9]|1[0-2])\.(?:\ ?(?P<y1>{YEAR})|'?(?P<yy1>[2-3]\d)(?![\d.:]
      |\ ?-\ ?\d|\ ?%))? (?!\d)
  | (?<![\w.:/]) (?P<d0>{DAY})\.(?P<m0>0?[1-9]|1[0-2])(?=\ ?-\ ?{DAY}\.(?:0?[1-9]|1[0-2])\.\ ?{YEAR})
  | (?<![\w.:/]) (?P<d5>{DAY})\.\ (?P<m5>0?[1-9]|1[0-2])\.\ ?(?P<y5>{YEAR})
  | (?<![\w.:/]) (?P<ds>\d\d?)/(?P<ms>\d\d?)(?:/(?P<ys>(?:20)?\d\d))? (?![\d/]|[.:]\d)
  | (?<![\w.:/,]) (?P<d2>{DAY})\.?\s+{FI_MONTH} (?:,?\s+(?P<y2>{YEAR}))?
  | \b{FI_MONTH_GENITIVE.replace("<fi>", "<fi3>")}\s+(?P<d3>{DAY})(?:\.|(?=\s*p)) (?:\s*p(?:äivä\w*|nä
      |:nä|vä\w*))? (?:,?\s+(?P<y3>{YEAR}))?
  | (?<![\w.:/]) (?P<d4>{DAY}){ORD}\s*(?:of\s+)?{OTHER_MONTH}\.? (?:,?\s+(?P<y4>{YEAR}))?
  | \b{OTHER_MONTH.replace("<mon>", "<mon6>")}\.?\s+(?:the\s+)?(?P<d6>{DAY})(?:st|nd|rd|th)?(?!\w|[.:]\d
      |\s?[ap]\.?m\b)
      (?:\s*-\s*(?P<d6b>{DAY})(?:st|nd|rd|th)?(?!\w|[.:]\d|\s?[ap]\.?m\b))?
      (?P<more>(?:\s*,\s*{DAY}(?:st|nd|rd|th)?(?!\w))*,?\s+(?:and|&)\s+{DAY}(?:st|nd|rd|th)?(?!\w|[.:]\d
          |\s?[ap]\.?m\b))?
      (?:,?\s+(?P<y6>{YEAR}))?
  | \b{FI_MONTH_GENITIVE.replace("<fi>", "<fi9>")}\s+loppuun
  | (?:(?:by|until|before)\s+the\s+end\s+of|(?:i|före|till|vid)\s+(?:slutet|utgången)\s+av)
      \s+{OTHER_MONTH.replace("<mon>", "<mon9>")} (?:\s+(?P<y9>{YEAR}))?
  | (?<![\w.:/-]) (?P<d7>{DAY})\.(?P<m7>1[0-2]|[1-9])(?!\d|[.:]\d|\s?(?:%|€|e\b|eur|milj|prosent))
  | (?<=\d-)(?P<d8>{DAY})\.(?P<m8>1[0-2]|[1-9])(?!\d|[.:]\d|\s?(?:%|€|e\b|eur))
    """,
    re.VERBOSE,
)

WEEKDAY_BEFORE = re.compile(rf"(?<!\w)({WD})\s*(?:,|\(|:)?\s*(?:(?:den|d\.|the|on)\s+)?$")
WEEKDAY_AFTER = re.compile(rf"\s*(?:\(\s*({WD})\s*\)|,?\s+({WEEKDAYS_FULL}\w*)(?!\s*(?:den\s+)?\d))")
DEN = re.compile(r"(?<!\w)(?:den|the|d\.)\s+$")
LEAD = re.compile(
    rf"(?<![\w.:/,-])(?P<d>{DAY})(?P<ord>\.|st|nd|rd|th|:e|:a)?"
    r"(?P<sep>\s*-\s*|\s*,\s*|,?\s+(?:ja|och|and|&|sekä|samt|eller|tai|or)\s+|\s+(?:to|till)\s+)"
    rf"(?:{WD}\s*,?\s*)?(?:(?:den|the)\s+)?$"
)
LEAD_WEEKDAY_RANGE = re.compile(rf"(?<!\w)({WD})\s*-\s*{WD}\s*(?:den\s+)?$")
RANGE_GAP = re.compile(
    rf"\s*(?:-|to|till|until|through|thru|t\.o\.m\.)\s*(?:{WD}\s*,?\s*)?(?:(?:den|the)\s+)?"
)
AND_GAP = re.compile(r"\s*(?:ja|och|and|&|sekä|samt)\s*")
CLOCK_BEFORE = re.compile(
    r"(?:(?<!\w)(?:klo|kello|kl|klockan)\b\.?\s*(?:n\.|noin|ca)?\s*|\d[.:]\d\d\s*-\s*|\d\s*-\s*)$"
)
NO_DATE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:kohta|kohdassa|kohdan|luku|luvun|luvussa|versio\w*|version|section|kap|kapitel|"
    r"avsnitt|sivu|s|v|art|"
    r"momentti|puh|tel|osa|del|part|page|artikla|article|liite|bilaga|annex|rsn?|nro|no|nr)\.?\s*|[§€$]\s*)$"
)
BARE_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:{WD}|den|d\.|on|by|from|until|till|till och med|t\.o\.m\.|senast|senast den|före|"
    rf"innan|från|mellan|"
    rf"viimeistään|alkaen|before|after|efter|is|are|deadline|dl|datum|date|päivä|aika|ajankohta|när|"
    rf"when)\s*[,:]?\s*)$"
)
BARE_AFTER = re.compile(
    r"\s*(?:,|\(|:|-)?\s*(?:mennessä|asti|saakka|klo\b|kl\b|kl\.|kello|klockan|at\s+\d|alkaen|"
    r"\d\d?[.:]\d\d\s*-)"
)
LIST_PREFIX = re.compile(rf"[\s>|•·●▪■◦‣*-]*(?:\d{{1,2}}\)\s*)?(?:{WD}\s*)?$")


def weekday_number(word: str) -> int | None:
    """Return 0 for Monday … 6 for Sunday."""
    folded = word.strip(" .,(")
    for number, stems in enumerate(WEEKDAY_STEMS):
        for stem in stems:
            if folded == stem or (len(stem) > 5 and folded.startswith(stem)):
                return number
    return None
