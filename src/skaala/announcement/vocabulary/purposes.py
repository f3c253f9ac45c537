"""The words that tell what a date is for: registering, something past, something else, an event."""

from __future__ import annotations

import re

NO_REGISTRATION = re.compile(
    r"(?:ei\s+(?:tarvitse|tarvi|edellytä|vaadi)\s+(?:ennakko)?ilmoittau\w*|"
    r"ei\s+ennakko\s?ilmoittautumis\w*|ei\s+ilmoittautumis\w*|ilman\s+(?:ennakko)?ilmoittau\w*|"
    r"ingen\s+(?:för(?:hands)?)?anmälan|anmälan\s+(?:behövs|krävs)\s+(?:inte|ej)|"
    r"utan\s+(?:för(?:hands)?)?anmälan|no\s+(?:prior\s+|advance\s+)?(?:registration|sign[\s-]?up)|"
    r"registration\s+is\s+not\s+(?:required|needed)|without\s+(?:prior\s+)?registration)"
)
APPLICATION = re.compile(r"\b(?:haku\w*|hae\b|hakea\b|hakemu\w*|ansök\w*|apply\b|application\w*)")
REGISTRATION = re.compile(
    r"(?:ilmoittau(?!tun\w)\w*|ilmoittaudu\w*|ennakkoilmoittau\w*|rekisteröi\w*|osallistumisilmoit\w*|"
    r"ilmoita\b|"
    r"ilmoitathan|ilmoitattehan|ilmoitt?autta\w*|"
    r"vahvista\w*\s+(?:osallistu|tulo|paikka)\w*|varaa?t?h?a?n?\s+(?:oma\s+)?paikka\w*|\bhaku\w*|\bhae\b|"
    r"hakemu\w*|hakea\b|hakuaika\w*|"
    r"anmäl(?!da\b)\w*|föranmäl\w*|registrera\w*|registrering\w*|ansök\w*|meddela\s+(?:ditt|ert|"
    r"om)\s+(?:delt|"
    r"du)\w*|boka\s+(?:din\s+)?plats|osa\b(?=\s+(?:senast|den|\d))|o\.s\.a\.?|"
    r"\bregist(?:er|ration|rations|ering)\b|\bsign[\s-]?(?:up|ups)\b|\brsvp\b|r\.s\.v\.p\.?|\benrol\w*|"
    r"\bapply\b|\bapplication\w*|\bbook(?:ing)?\b\s+(?:your|a|closes|opens)|"
    r"\bilm\b(?=[.:])|\bilmo\b|\banm\b(?=[.:])|confirm\s+your\s+(?:participation|attendance|place)|"
    r"let\s+us\s+know|reply\s+by|\bsecure\s+your|"
    r"reserve\s+your)"
)
OTHER = re.compile(
    r"(?:kysymy\w*|kysyä\b|frågor\w*|fråga\b|\bquestions?\b|abstract\w*|abstrakt\w*|tiivistelm\w*|"
    r"ehdotu\w*|ehdota\b|ehdotta\w*|förslag\w*|proposals?\b|propose\b|\bpapers?\b|manuscript\w*|"
    r"contribut(?:ion|ions|e)\b|lausun\w*|utlåtand\w*|peruut\w*|peru\b|perua\b|perumi\w*|peruu\w*|"
    r"avboka\w*|avbokning\w*|avanmäl\w*|cancel\w*|majoitu\w*|hotelli(?:kiinti|huone|vara)\w*|huone(?:et|"
    r"kiinti)\w*|logi\w*|boende\w*|"
    r"hotel(?:l)?rum\w*|hotell?bokning\w*|hotel\s+rooms?|\brooms\b|accommodation|lasku\w*|faktur\w*|"
    r"invoice\w*|maksu(?:t|n|aika)?\b|maksetaan|payment\w*|early[\s-]?bird|"
    r"aineisto\w*|materiaal\w*|material\w*|esityk(?:set|sien|siä)|esitysmateriaal\w*|recording\w*|"
    r"tallen\w*|inspelning\w*|kysely\w*|enkät\w*|survey\w*|palau(?:te|tetta|tteen)\w*|feedback|"
    r"kommentit|kommentoi\w*|comments?\b|synpunkter|ennakkotehtäv\w*|förhandsuppgift\w*|assignment\w*|"
    r"näyttely\w*|utställning\w*|exhibition|kilpailu\w*|tävling\w*|posterit?\b|posters?\b|"
    r"valinn\w*|valitu\w*|selected|accepted|acceptance|hyväksymis\w*|antagningsbesked\w*|decisions?\b|"
    r"esitteluvideo\w*|avustus\w*|bidragsansök\w*|"
    r"grant\w*|next\s+(?:issue|newsletter)|seuraava\w*\s+uutiskir\w*|puheenvuoropyy\w*)"
)
NEWS = re.compile(
    r"(?:ilmoitetaan\b|lähetetään\b|lähetämme\b|toimitetaan\b|julkaistaan\b|julkaisemme\b|päivitetään\b|"
    r"vahvistetaan\b|tiedotetaan\b|laskutetaan\b|tarkentuu\b|skickas\b|skickar\b|meddelas\b|publiceras\b|"
    r"faktureras\b|"
    r"(?:will|to)\s+be\s+(?:sent|informed|published|notified|announced|invoiced|updated|released)|"
    r"notification\w*|link\s+is\s+sent|will\s+receive|saa(?:t|vat)?\s+(?:vahvistu|tiedo)\w*|"
    r"får\s+(?:besked|bekräft)\w*|postitetaan\b|valmistuu\b)"
)
LAW = re.compile(
    r"(?:voimaan\b|voimassa\b|i\s+kraft\b|(?:in|into)\s+force|asetu(?:s|ksen)\b.{0,12}voima|adopted|"
    r"hyväksy(?:i|ttiin|nyt)|päätti\b|käynnistyi|alkoi\b|päättyi\b|perustettiin|"
    r"syntyi\b|launched\b|founded\b|grundades|inleddes|startade\b|antagits|antogs|signed\b|"
    r"allekirjoit\w*|valmistui\b|myönnettiin|kokoontui\b)"
)
PAST = re.compile(
    r"(?:\bviime\s+(?:vuo\w*|kevä\w*|syksy\w*|kuu\w*|viik\w*|talv\w*|kesä\w*|kerra\w*)|järjestettiin|"
    r"järjestetty\w*\b(?=.{0,40}(?:osallistui|keräsi))|järjestetyn|järjestetyssä|järjestetylle|"
    r"järjestetystä|pidettiin|pidetyn|pidetyssä|pidetylle|pidetystä|"
    r"pidetty\s+(?:tilaisuus|seminaari|webinaari)|\boli\b|\bolivat\b|\bosallistui\b|\bkokosi\b|\bkeräsi\b|"
    r"\bägde\s+rum|\bhölls\b|\bordnades\b|\barrangerades\b|\bvar\s+(?:den|ett|en)\b|samlade\b|"
    r"\bförra\s+\w+|i\s+fjol|fjolår\w*|"
    r"attracted\b|\bdrew\b|welcomed\b|lockade\b|\bwas\b|\bwere\b|took\s+place|\blast\s+(?:year|spring|"
    r"autumn|fall|time|month|week)\S*|"
    r"brought\s+together|gathered|attended\b|\bheld\s+(?:in|on|at)\b(?<!be held)(?=.{0,30}(?:was|gather|"
    r"brought|attract)))"
)
# "the notes of the previous meeting (14.11.)"
THE_ONE_BEFORE = re.compile(
    r"\b(?:edelli(?:sen|sessä|sestä|selle|nen)|föregående|förra|previous|preceding|last)\s+(?:[^\W\d]+\s+){0,2}"
    r"\(\s*(?:den\s+|on\s+|of\s+)?$"
)
MOVED = re.compile(
    r"(?:alun\s+perin|alkuperäi\w*|siirre\w*|siirty\w*|siirtynyt|peruttu\w*|perutaan|peruuntu\w*|"
    r"ursprungligen|ursprunglig\w*|flyttat\w*|flyttas|framskjut\w*|inställ[td]\w*|ställs\s+in|originally|"
    r"postponed|moved|rescheduled|cancelled|canceled)"
)
NEW_DATE = re.compile(
    r"(?:uusi\s+(?:ajankohta|aika|päivä\w*)|siirretty\s+(?:pidettäväksi\s+)?\w*\s*$|"
    r"uudeksi\s+ajankohdaksi|nytt?\s+(?:datum|tid)|new\s+date|(?:moved|postponed|rescheduled)\s+to|"
    r"\bto\s*$|(?:flyttat|flyttas|framskjutits)\s+(?:\w+\s+)?till|till\s*(?:den\s*)?$|päivään\s*$|"
    r"sen\s+sijaan|instead|i\s+stället)"
)
CLOSE_BEFORE = re.compile(
    r"(?:viimeistään|viim\.|senast\b|sista\s+(?:\w*anmälnings\w*|dag\w*)|sista\s+\w+dag\b|deadline\b|"
    r"\bdl\b|määräaika\w*|takaraja\w*|viimeinen\s+(?:ilmoittautumis|haku)\w*|päättyy\b|päättyvät\b|"
    r"sulkeutu\w*|loppuu\b|umpeutu\w*|stängs?\b|stänger\b|går\s+ut\b|avslutas\b|utgår\b|"
    r"upphör\b|till\s+och\s+med|t\.?o\.?m\.?\b|fram\s+till|innan\b|före\b|\bennen\b|closes?\b|"
    r"closing\s+(?:date|day|on)\b|ends?\b|\bdue\b|\bby\b|\buntil\b|\btill\b|no\s+later\s+than|"
    r"not\s+later\s+than|at\s+the\s+latest|\bbefore\b|latest\b|last\s+day|final\s+day|expires?\b|"
    r"runs\s+(?:until|to))"
)
ONLY_A_DAY = re.compile(
    r"(?:[\s,(]|\b(?:den|the|on|at|of|noon|midnight|end|kl|klo|kello|am|pm|latest|och|med|utgången|av|"
    r"loppuun|\w+dag(?:en)?|\w+days?|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai\w*|keskiviik\w*|"
    r"ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|mon|tue|tues|wed|thu|thur|thurs|fri|sat|"
    r"sun)\b\.?|[\d.:]+)*"
)
END_OF_MONTH = re.compile(r"(?:by|until|before)\s+the\s+end\s+of|(?:slutet|utgången)\s+av|\w+kuun\s+loppuun")
CLOSE_AFTER = re.compile(
    r"[\s,]*(?:\([^)]{0,20}\)\s*)?(?:(?:klo|kello|kl\.?|at)?\s*\d{1,2}(?:[.:]\d\d)?(?::(?:een|iin|ään|aan|hin|seen|ksi))?\s*)?(?:mennessä|"
    r"saakka|asti|viimeistään|at\s+the\s+latest|är\s+sista|on\s+viimeinen|is\s+the\s+(?:last|final|"
    r"deadline))|\s*\(?(?:deadline|dl)\b"
)
OPEN_BEFORE = re.compile(
    r"(?:aukea\w*|aukeaa|avautu\w*|avataan|avaamme|alkaa\b|alkavat\b|käynnistyy\b|öppnar\w*|öppnas\w*|"
    r"börjar\b|inleds\b|startar\b|opens?\b|opening\b|begins?\b|starts?\b|available\s+from|open\s+from|"
    r"öppen\s+från|fr\.?o\.?m\.?|från\s+och\s+med)"
)
OPEN_AFTER = re.compile(
    r"[\s,]*(?:(?:klo|kello|kl\.?|at)?\s*\d{1,2}(?:[.:]\d\d)?\s*)?(?:alkaen|lähtien|onwards?|och\s+framåt)"
)
OPEN_PERIOD = re.compile(
    r"(?:auki|avoin\w*|aika\w*|välise\w*|välillä|ajalla|aikana|voi\b|voit\b|voivat\b|haku\w*|öppen|öppna|"
    r"tid(?:en)?\b|anmälningstid\w*|mellan|under\b|open\b|period|between|from\b|is\s+possible|kan\b)"
)
EVENT_AFTER = re.compile(
    r"\s*(?:\S+\s+){0,2}?(?:järjestettä\w*|pidettä\w*|olev\w*|tapahtuv\w*|alkav\w*|kokoontuv\w*|"
    r"som\s+(?:ordnas|hålls)|being\s+held|to\s+be\s+held)"
)
EVENT_VERB = re.compile(
    r"(?:järjestetään|järjestämme|järjestettä\w*|järjestää\b|järjestävät|pidetään|pidettäv\w*|pidämme|"
    r"kokoontu\w*|kokoonnu\w*|toteutetaan|ordnas\b|ordnar\b|hålls\b|arrangeras\b|äger\s+rum|"
    r"går\s+av\s+stapeln|träffas\b|"
    r"takes?\s+place|(?:be|is|are)\s+(?:held|organi[sz]ed|hosted|arranged)|join\s+us|invite\w*|meets?\b|"
    r"tervetuloa|välkommen|kutsu\w*|\baika\b|ajankohta|milloin|päivämäärä|när\b|datum|when\b|date\b|"
    r"save\s+the\s+date|"
    r"jatkuvat\b|jatkuu\b|fortsätter|continues?\b|varaa\s+kalenter\w*|boka\s+(?:in|datum)|"
    r"next\s+meetup\w*|seuraava\w*|nästa\b|tapahtuu|vietetään|"
    r"firas|celebrated)"
)
PUBLICATION = re.compile(
    r"(?:julkaistu|julkaisu(?:ajankohta|päivä|aika|pvm)|publicera[dt]\w*|published(?:\s+on)?|"
    r"posted(?:\s+on)?|päivitetty|muokattu|uppdatera[dt]\w*|ändrad|updated(?:\s+on)?|"
    r"modified(?:\s+on)?)\s*[:|,-]?\s*(?:den\s+)?$"
)
SOFT_END = re.compile(r"(?:päättyy|päättyvät|loppuu|avslutas|ends?)\b(?=\s+\S)")
SAME_TIME = re.compile(r"(?:samaan|sama)\s+(?:kellon)?ai\w+|samma\s+tid|same\s+time")
STARTS_LABEL = re.compile(r"[^:.]{0,44}:\s*$")


TAKES_PLACE = re.compile(
    r"(?:järjestetään|järjestää|järjestävät|järjestettä\w*|pidetään|pidettä\w*|kokoontu\w*|osallistu\w*|"
    r"seurata|toteutetaan|striimataan|lähetetään\s+suorana|ordnas|ordnar|hålls|hålla|arrangeras|delta\b|"
    r"deltar|följa|sänds|äger\s+rum|går\s+(?:via|av)|"
    r"takes?\s+place|held|join|attend|take\s+part|participat\w*|streamed|meets?\b|hosting|follow|"
    r"tilaisuudet|webinaarit|webbinarierna|tervetuloa|välkommen|welcome|olemme|kiertue|ilta)"
)


def last_match(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return the match that stands last in the words."""
    last: re.Match[str] | None = None
    for match in pattern.finditer(words):
        last = match
    return last
