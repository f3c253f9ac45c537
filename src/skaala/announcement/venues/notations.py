"""The words for places in Finnish, Swedish and English, as patterns: streets, labels, halls."""

from __future__ import annotations

import re

STREET = re.compile(
    r"""
    (?<![\w-])
    (?: (?:(?:Iso|Pieni|Pikku|Suur|Suuri|Ylä|Ala|Nya|Läntinen|Itäinen|Pohjoinen|Eteläinen|Vanha|Uusi|Stora
        |Lilla|Norra|Södra|Östra|Västra|Gamla|P|E|I|L)\.?[ ])?
        [A-ZÅÄÖ][\wåäöÅÄÖ'-]*?(?:katu|tie|kuja|aukio|tori|polku|ranta|puistikko|puisto|kaari|linja|väylä
            |raitti|penger|
            laituri|kulma|esplanadi|bulevardi|rinne|portti|silta|mäki|niitty|gatan|vägen|gränden|torget
                |stranden|esplanaden|
            stigen|platsen|allén|kajen|bulevarden|brinken|backen|linjen|parken)
      | (?:[A-ZÅÄÖ][\wåäöÅÄÖ.'-]*[ ]){1,3}
        (?:[Kk]atu|[Tt]ie|[Ll]inja|[Tt]ori|[Kk]uja|[Pp]uisto|gatan?|vägen|väg|linjen|torget|plats
            |[Ss]treet|[Rr]oad|[Ss]quare
            |[Aa]venue|[Ll]ane|[Bb]oulevard|[Pp]laza)
    )
    [ ](?!(?:19
        |20)\d\d\b)\d{1,4}(?:[ ]?[–/-][ ]?\d{1,4}(?![\d.:]))?(?:[ ]?[a-hA-H](?:[ ]?\d{1,3})?\b(?![.:–-]\d))?
    """,
    re.VERBOSE,
)
AFTER_STREET = re.compile(
    r"(?:,?\s*\(?\d\.\s?(?:krs|kerros|vån(?:ingen)?|floor)\.?\)?)?(?:,\s*|\s+)(?P<city>(?:(?:FI|FIN|"
    r"AX)-)?\d{5}(?:\s+[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?)?|"
    r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?(?=\s*(?:[,.;)|/\n(–-]|$|(?:on|at|from|ja|och|and|sekä|samt|or|"
    r"tai)\b)))"
    r"(?P<land>,\s*(?:Finland|Suomi))?"
)
LABEL = re.compile(
    r"(?:(?<![\w\s])|(?<=[\n\t])|(?<=[|.;,]\s)|\A)[ •·*-]*(?P<label>(?:tapahtuma|kokous|tilaisuuden\s+|"
    r"pito)?paikka(?:na)?|paikka\s+ja\s+osallistuminen|osoite|sijainti|missä|plats|ställe|lokal|adress|"
    r"var|"
    r"venue|place|location|where|address|tilaisuuspaikka)\s*(?::|\t|\s{3,})\s*|[📍🏛🏠🗺]\ufe0f?\s*"
)
PLACE_VERB = re.compile(
    r"(?:paikkana\s+(?:on|toimii|ovat)|paikka\s+on|pitopaikka(?:na)?\s+(?:on)?|(?:the\s+)?venue\s+is|"
    r"the\s+(?:place|location)\s+is|platsen\s+är|plats\s+är|kokoontuminen|samling(?:en)?(?:\s+sker)?)\s+"
)
_HALL_FI = (
    r"(?:talo|talolla|talossa|talon\s+\w+|kirjasto|kirjastossa|kirjaston\s+[\w-]+|kaupungintalo\w*|"
    r"kunnantalo\w*|valtuustosali\w*|auditorio\w*|juhlasali\w*|kampus|kampuksella|museo|museossa|"
    r"koululla|koulussa|koulu|toimisto\w*|virastotalo\w*|keskus|keskuksessa|messukeskus\w*|hotelli\w*|"
    r"raatihuone\w*|seurakuntatalo\w*|nuorisotalo\w*|kulttuuritalo\w*|halli|hallissa|sali|salissa|"
    r"kahvila\w*|torilla|"
    r"areena\w*|teatteri\w*|kongressikeskus\w*|opisto|opistolla|yliopistolla|yliopistossa|asema-aukio\w*|"
    r"uimarannalla|studio\w*)"
)
HALL = re.compile(
    rf"""
    (?<![\w-])(?:
        (?:[A-ZÅÄÖ][\wåäö'&.-]*[ ]){{0,3}}(?:[A-ZÅÄÖ][\wåäö-]*?-?{_HALL_FI})\b
      | (?:[A-ZÅÄÖ][\wåäö'-]*[ ]){{1,3}}{_HALL_FI}\b
      | (?:[A-ZÅÄÖ][\wåäö'-]*[ ]){{0,2}}[A-ZÅÄÖ][\wåäö'-]*[ns][ ][a-zåäö-]*{_HALL_FI}\b
      | (?:[A-ZÅÄÖ][\wåäö'-]*[ ]){{0,3}}[A-ZÅÄÖ]?[\wåäö-]*(?:stadshus(?:et)?|kommunhus(?:et)?|stadshuset
          |bibliotek(?:et)?|kommungård(?:en)?|kulturhus(?:et)?|församlingshem(?:met)?|akademihuset
          |högskola[n]?|museet|skola[n]?\b|konserthuset|mässcentret|huset)\b
      | (?:[A-ZÅÄÖ][\w'’&-]*[ ]){{1,5}}(?:Hall|Library|Centre|Center|Campus|Hotel|Museum|Building|House
          |Auditorium|University|Theatre|Room|Station)\b(?:[ ]\d+)?
      | (?:Hotel|Hotelli|Hotell|Scandic|Sokos\ Hotel|Original\ Sokos\ Hotel|Radisson\ Blu
          |Clarion)[ ][A-ZÅÄÖ][\wåäö-]+(?:[ ][A-ZÅÄÖ][\wåäö-]+)?
      | \b(?:[Rr]oom|[Ss]ali|[Hh]uone|[Ll]uokka|[Ll]uentosali|[Ss]al|[Ll]ecture[ ][Hh]all|[Aa]uditorium
          |[Aa]uditorio)[ ][A-Z]{{0,3}}\d+\w*
    )
    """,
    re.VERBOSE,
)  # fmt: skip
HALL_WORD = re.compile(
    rf"(?:{_HALL_FI}|hus(?:et)?|bibliotek(?:et)?|museet|skola[n]?|gården|salen|sal|hall|library|centre|"
    rf"center|campus|room|hotel|hotell|hotelli)$",
    re.IGNORECASE,
)
STOPPERS = re.compile(
    r"\s*(?:[.;|\n\t]|\s/\s|\s-\s|\bsekä\b|\bsamt\b|,?\s*(?:\b(?:ja|tai|och|eller|and|or)\b|&)\s+(?=etä|"
    r"verkos|verkk|teams|zoom|online|remote|på\ distans|distans|via|follow|stream|strii|webb|virtual|"
    r"live|direkt|suora|microsoft|ms\b)|"
    r"\(\s*(?=hybrid|etä|teams|zoom|online)|\+\s*(?=teams|zoom|etä|online|verkko|webb))"
)
NO_PLACE = re.compile(
    r"(?:ilmoit\w*|teams\w*|zoom\w*|etä\w*|verkossa|verkko|verkkotilaisuus|online\b.*|webinaari\w*|"
    r"webbinarium|webinar|distans|på distans|hybridi?|hybrid\w*|ilmoitetaan.*|tarkentuu.*|meddelas.*|tba|"
    r"tbc|to be .*|microsoft.*|"
    r"ms teams.*|google.*|webex.*|linkki.*|lähetetään.*|virtual.*|digital.*|nätet|webben|internet|"
    r"remote.*|via .*|youtube.*|in person.*|on-?site.*|paikan päällä.*|på plats.*|samma .*|sama .*|same "
    r".*|vapaa.*)"
)
