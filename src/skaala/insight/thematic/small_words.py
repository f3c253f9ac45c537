"""Stop words in three languages: too common to show what a statement is about."""

from __future__ import annotations

_WRITTEN = {
    "fi": """
        ja on ei se että kun ne tai myös ovat niin mutta jos vain kuin sekä joka jotka mitä miten eli olla pitää voi
        voida mikä kuka tämä tuo minä sinä hän me te he oma moni kaikki jokainen siis vielä jo nyt sitten siellä täällä
        kanssa ilman kunnes vaikka koska jopa aina usein edes ihan tosi hyvin vaan kai noin yli ali ennen jälkeen
        saada tehdä tulla mennä antaa ottaa käydä pitäs pitäis vois joku jokin mikään kukaan itse toinen sama paljon
        enemmän vähän hyvä uusi suuri pieni kunta kaupunki kunnan kuntien asia näin nämä niitä siitä siihen sitä
        meidän meillä meiltä teidän ole oli olis olisi tää täytyä pysyä jäädä kyllä ettei eikä eivät emme
    """,
    "sv": """
        och är att det som en ett på för med av inte den till har de om vi kan ska från eller men utan när hos
        mellan också vara ha bli få göra gå komma ta ge den detta denna dessa man sig sin sitt sina oss vår vårt våra
        någon något några ingen inget inga alla allt varje hur vad vem var vilken varför då där här så nu redan bara
        ännu mycket mer fler efter innan under över mot genom per ut in upp ned sedan eftersom fast aldrig alltid
        kommun kommunen kommuner stad ny god stor liten samma annan andra borde måste vill kunna skola få än ju
    """,
    "en": """
        the a an and is of to in that it for are with on as not be this by we our from or but when who what should can
        need there they them their us i you he she its was were been being have has had do does did done will would
        could may might must if then than so no nor only also very more most much many some any all each every other
        another same such how why where which while after before because about into out over under up down off at one
        two three first last next get got go goes went come make made take give put let still just even never always
        too own per between through against without within municipality municipal city town new
    """,
}

SMALL_WORDS = {language: frozenset(written.split()) for language, written in _WRITTEN.items()}
