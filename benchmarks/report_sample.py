"""Made-up reports of any size in three languages, for measuring and testing the renderers. Nobody said any of this."""

from __future__ import annotations

from typing import Any

from skaala.insight.small_samples import wilson_interval
from skaala.reports.contents import Chart, Contents, Entry, Figure, Overview, Quote, Section, Table

LANGUAGES = ("fi", "sv", "en")

STATEMENTS = (
    (
        "fi",
        "Hyvistä toimista pitää kertoa, mitä ne maksoivat ja kuka vastasi niistä – muuten emme uskalla aloittaa.",
    ),
    (
        "sv",
        "Vi behöver en person att ringa till, inte ännu en databas; ”prata med någon som har gjort det” hjälper mest.",
    ),
    (
        "en",
        "A pilot in ordinary conditions convinces our council more than ten reports from a model district.",
    ),
    (
        "fi",
        "Pienessä kunnassa kestävyystyö on yhden ihmisen varassa, ja kun hän lähtee, työ alkaa alusta.",
    ),
    (
        "sv",
        "Nätverken överlappar varandra, och ingen vet vilket som borde föra en god lösning vidare till nästa kommun.",
    ),
)

WORDS: dict[str, dict[str, Any]] = {
    "fi": {
        "title": "Hyvät kestävyystoimet leviämään",
        "subtitle": "Mitä kolme työpajaa kertoi toimien skaalaamisesta – esimerkkiraportti mittauksia varten",
        "publishers": ("Esimerkkiliitto", "Esimerkkiministeriö"),
        "date": "24.11.2026",
        "notices": (
            "Luonnos, ei julkaistu",
            "Simuloitu aineisto: kukaan ei ole sanonut eikä äänestänyt näin",
        ),
        "summary": (
            "Kolmessa työpajassa samoja väittämiä arvioivat vastaanottajat, edelläkävijät ja verkostot. Selvin yhteinen näkemys on, että toimista on kerrottava myös niiden hinta, vastuuhenkilö ja epäonnistumiset.",
            "Eniten näkökulmat eroavat siinä, kenen tehtävä skaalaaminen on: edelläkävijät odottavat verkostojen kutsuvan, verkostot odottavat kuntien kysyvän.",
            "Seuraaviksi askeliksi ehdotetaan yhteistä kuvauspohjaa, vertaiskäyntejä ja palkattua aikaa kysymyksiin vastaamiseen.",
        ),
        "kinds": (
            (
                "shared",
                "Yhteinen näkemys",
                "Mistä kaikki ovat yhtä mieltä",
                "Väittämät, joista kaikki kolme näkökulmaa ovat samaa mieltä.",
            ),
            (
                "difference",
                "Ero näkökulmien välillä",
                "Missä näkökulmat eroavat",
                "Väittämät, joissa ero on suurempi kuin sattuma selittää.",
            ),
            (
                "bottleneck",
                "Pullonkaula",
                "Mikä toimien leviämistä estää",
                "Esteet lähteessä, matkalla ja vastaanottajalla.",
            ),
            ("step", "Seuraava askel", "Mitä seuraavaksi", "Ehdotukset siitä, kuka tekee mitä ja milloin."),
        ),
        "sentence": "{who} pitävät tärkeänä, että toimen kustannukset ja tarvittava työaika kerrotaan avoimesti",
        "who": ("Vastaanottajat", "Edelläkävijät", "Verkostot"),
        "about": "samaa mieltä",
        "paragraph": "Väittämästä äänesti {votes} osallistujaa. Samaa mieltä oli {share} prosenttia, ja tulos on samansuuntainen kaikissa mielipideryhmissä. Kokemus tulee pienistä ja keskisuurista kunnista, joissa yksi henkilö hoitaa monta tehtävää.",
        "chart": "Samaa mieltä olevien osuus näkökulmittain",
        "alternative": "Vaakapylväät kolmesta näkökulmasta: {shares}.",
        "where": "Työpaja {number}",
        "firmness": "{votes} ääntä; ryhmät pysyivät samoina 94 prosentissa toistoista.",
        "step_who": "Esimerkkiliitto ja verkostojen koordinaattorit",
        "step_when": "kevät 2027",
        "themes": (
            "Rahoitus ja hinta",
            "Vertaistuki",
            "Osaaminen",
            "Johtaminen ja omistajuus",
            "Hankinnat",
            "Tieto ja mittaaminen",
            "Liikkuminen",
            "Ruoka",
            "Energia",
            "Luonto",
            "Asukkaat",
            "Verkostojen työnjako",
        ),
        "overview": "Kokonaisuus yhdellä sivulla",
        "overview_told": "Taulukossa on 12 teemaa ja kolme näkökulmaa. Yksimielisimpiä ollaan vertaistuesta ja hinnasta, erimielisimpiä verkostojen työnjaosta.",
        "table": "Ketkä osallistuivat",
        "note": "Alle viiden hengen ryhmiä ei näytetä.",
        "columns": ("Maakunta", "Kuntia", "Osallistujia", "Osuus väestöstä, %"),
        "region": "Maakunta {number}",
        "method": (
            "Osallistujat kirjoittivat väittämiä ja ottivat kantaa toistensa väittämiin. Osuuksien väli on Wilsonin 95 prosentin väli.",
            "Tulokset koskevat niitä, jotka osallistuivat. Ne eivät ole otos Suomen kunnista.",
        ),
    },
    "sv": {
        "title": "Så sprids goda hållbarhetsåtgärder",
        "subtitle": "Vad tre verkstäder berättade om att skala upp åtgärder – exempelrapport för mätningar",
        "publishers": ("Exempelförbundet", "Exempelministeriet"),
        "date": "24 november 2026",
        "notices": ("Utkast, inte publicerat", "Simulerat material: ingen har sagt eller röstat så här"),
        "summary": (
            "I tre verkstäder vägde mottagare, pionjärer och nätverk samma påståenden. Den tydligaste gemensamma åsikten är att åtgärder också måste berätta vad de kostade, vem som svarade för dem och vad som gick fel.",
            "Störst är skillnaden i vems uppgift spridningen är: pionjärerna väntar på att nätverken kallar, nätverken på att kommunerna frågar.",
            "Som nästa steg föreslås en gemensam mall, besök hos jämlikar och betald tid för att svara på frågor.",
        ),
        "kinds": (
            (
                "shared",
                "Gemensam syn",
                "Vad alla är överens om",
                "Påståenden som alla tre perspektiv instämmer i.",
            ),
            (
                "difference",
                "Skillnad mellan perspektiv",
                "Var perspektiven skiljer sig",
                "Påståenden där skillnaden är större än slumpen förklarar.",
            ),
            (
                "bottleneck",
                "Flaskhals",
                "Vad som hindrar spridningen",
                "Hinder hos källan, på vägen och hos mottagaren.",
            ),
            ("step", "Nästa steg", "Vad som händer härnäst", "Förslag till vem som gör vad och när."),
        ),
        "sentence": "{who} anser det viktigt att åtgärdens kostnader och arbetstid redovisas öppet",
        "who": ("Mottagare", "Pionjärer", "Nätverk"),
        "about": "instämmer",
        "paragraph": "{votes} deltagare tog ställning till påståendet. {share} procent instämde, och resultatet pekar åt samma håll i alla åsiktsgrupper. Erfarenheten kommer från små och medelstora kommuner där en person sköter många uppgifter.",
        "chart": "Andel som instämmer, efter perspektiv",
        "alternative": "Liggande staplar för tre perspektiv: {shares}.",
        "where": "Verkstad {number}",
        "firmness": "{votes} röster; grupperna förblev desamma i 94 procent av upprepningarna.",
        "step_who": "Exempelförbundet och nätverkens samordnare",
        "step_when": "våren 2027",
        "themes": (
            "Finansiering och pris",
            "Kollegialt stöd",
            "Kunnande",
            "Ledning och ägarskap",
            "Upphandling",
            "Kunskap och mätning",
            "Trafik",
            "Mat",
            "Energi",
            "Natur",
            "Invånare",
            "Nätverkens arbetsfördelning",
        ),
        "overview": "Helheten på en sida",
        "overview_told": "Tabellen visar 12 teman och tre perspektiv. Mest eniga är man om kollegialt stöd och pris, minst om nätverkens arbetsfördelning.",
        "table": "Vilka som deltog",
        "note": "Grupper med färre än fem personer visas inte.",
        "columns": ("Landskap", "Kommuner", "Deltagare", "Andel av befolkningen, %"),
        "region": "Landskap {number}",
        "method": (
            "Deltagarna skrev påståenden och tog ställning till varandras. Andelarnas intervall är Wilsons 95-procentsintervall.",
            "Resultaten gäller dem som deltog. De är inte ett urval av Finlands kommuner.",
        ),
    },
    "en": {
        "title": "Making good sustainability actions travel",
        "subtitle": "What three workshops said about scaling – a sample report for measuring",
        "publishers": ("Association of Examples", "Ministry of Examples"),
        "date": "24 November 2026",
        "notices": ("Draft, not published", "Simulated data: nobody said or voted this"),
        "summary": (
            "In three workshops receivers, pioneers and networks weighed the same statements. The clearest shared view is that actions must also tell what they cost, who was responsible and what went wrong.",
            "Perspectives differ most about whose task scaling is: pioneers wait for networks to call, networks wait for municipalities to ask.",
            "As next steps a common template, visits among peers and paid time for answering questions are proposed.",
        ),
        "kinds": (
            (
                "shared",
                "Shared view",
                "What everybody agrees on",
                "Statements that all three perspectives agree with.",
            ),
            (
                "difference",
                "Difference between perspectives",
                "Where perspectives differ",
                "Statements where the difference is larger than chance explains.",
            ),
            (
                "bottleneck",
                "Bottleneck",
                "What stops actions from spreading",
                "Obstacles at the source, on the way and at the receiver.",
            ),
            ("step", "Next step", "What comes next", "Proposals of who does what, and by when."),
        ),
        "sentence": "{who} think it important that an action's costs and working time are told openly",
        "who": ("Receivers", "Pioneers", "Networks"),
        "about": "agree",
        "paragraph": "{votes} participants voted on the statement. {share} per cent agreed, and the result points the same way in all opinion groups. The experience comes from small and mid-size municipalities where one person has many tasks.",
        "chart": "Share that agrees, by perspective",
        "alternative": "Horizontal bars for three perspectives: {shares}.",
        "where": "Workshop {number}",
        "firmness": "{votes} votes; the groups stayed the same in 94 per cent of repetitions.",
        "step_who": "The Association of Examples and the coordinators of networks",
        "step_when": "spring 2027",
        "themes": (
            "Money and price",
            "Peer support",
            "Skills",
            "Leadership and ownership",
            "Procurement",
            "Knowledge and measuring",
            "Mobility",
            "Food",
            "Energy",
            "Nature",
            "Residents",
            "Who does what among networks",
        ),
        "overview": "The whole on one page",
        "overview_told": "The table has 12 themes and three perspectives. People agree most about peer support and price, least about who does what among networks.",
        "table": "Who took part",
        "note": "Groups of fewer than five people are not shown.",
        "columns": ("Region", "Municipalities", "Participants", "Share of population, %"),
        "region": "Region {number}",
        "method": (
            "Participants wrote statements and voted on each other's. Intervals of shares are Wilson's 95 per cent intervals.",
            "The results are about those who took part. They are not a sample of Finland's municipalities.",
        ),
    },
}


def sample_report(language: str, findings: int = 60) -> Contents:
    """Return a made-up report with as many findings, each with a chart, a quotation and a paragraph."""
    words = WORDS[language]
    size = -(-findings // len(words["kinds"]))
    sections = []
    for at, (key, label, title, lead) in enumerate(words["kinds"]):
        numbers = range(at * size, min(findings, (at + 1) * size))
        entries = tuple(
            _entry(words, number, key, label, f"{at + 1}.{place}") for place, number in enumerate(numbers, 1)
        )
        if entries:
            sections.append(Section(key=key, title=title, lead=lead, entries=entries))
    return Contents(
        language=language,
        title=words["title"],
        subtitle=words["subtitle"],
        publishers=words["publishers"],
        version=0,
        date=words["date"],
        is_draft=True,
        is_simulated=True,
        notices=words["notices"],
        address=f"https://skaala.example/{language}/series/sample/report/",
        summary=words["summary"],
        sections=tuple(sections),
        overview=Overview(
            title=words["overview"],
            alternative=words["overview_told"],
            columns=words["who"],
            rows=tuple(
                (
                    theme,
                    tuple(
                        None if (row * 3 + who) % 11 == 7 else (row * 29 + who * 17) % 101 for who in range(3)
                    ),
                )
                for row, theme in enumerate(words["themes"])
            ),
        ),
        tables=(
            Table(
                key="coverage",
                title=words["table"],
                note=words["note"],
                columns=words["columns"],
                rows=tuple(
                    (
                        words["region"].format(number=row),
                        row * 2 + 3,
                        row * 7 % 31 + 5 if row != 4 else None,
                        round(row * 1.37, 1),
                    )
                    for row in range(1, 20)
                ),
            ),
        ),
        method=words["method"],
    )


def _entry(words: dict[str, Any], number: int, kind: str, label: str, shown: str) -> Entry:
    figures = []
    for place, who in enumerate(words["who"]):
        votes = 12 + (number * 7 + place * 11) % 60
        agreeing = (number * 13 + place * 5) % (votes + 1)
        low, high = wilson_interval(agreeing, votes)
        figures.append(
            Figure(
                key=f"{number}.{number + 100}.{place}.agree",
                label=who,
                share=round(100 * agreeing / votes),
                low=round(100 * float(low)),
                high=round(100 * float(high)),
                votes=votes,
                about=words["about"],
            )
        )
    votes = sum(figure.votes for figure in figures)
    shares = ", ".join(f"{figure.label} {figure.share} %" for figure in figures)
    language, text = STATEMENTS[number % len(STATEMENTS)]
    return Entry(
        id=str(number + 1),
        number=shown,
        kind=kind,
        kind_label=label,
        title=f"{words['sentence'].format(who=words['who'][number % 3])} ({number + 1}).",
        paragraphs=(words["paragraph"].format(votes=votes, share=figures[0].share),),
        quotes=(
            Quote(
                text=text,
                language=language,
                where=words["where"].format(number=number % 3 + 1),
                address=f"https://skaala.example/boards/{number}/#statement-{number}",
            ),
        ),
        charts=(
            Chart(
                title=words["chart"],
                alternative=words["alternative"].format(shares=shares),
                figures=tuple(figures),
            ),
        ),
        firmness=words["firmness"].format(votes=votes),
        who=words["step_who"] if kind == "step" else "",
        when=words["step_when"] if kind == "step" else "",
        themes=(words["themes"][number % len(words["themes"])],),
    )
