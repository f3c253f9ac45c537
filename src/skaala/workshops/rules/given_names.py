"""Given names common in Finland: with a capitalised word behind them they look like a person. Nobody's registration is asked."""

_COMMON = """
aino aki aleksi alexander anders anita anja anna anne anneli annika anniina anssi antero anton antti anu ari arja arto asko auli birgit
björn camilla carl carina charlotta christer christina daniel david eero eeva eija eila elina elisa ella emil emilia emma erik erika erkki
essi esa eva fredrik gunnar gustav hanna hannele hannu harri heidi heikki helena helmi henna henrik hilkka iida iina ilkka inger ingrid inka
irja irma isak ismo jaakko jaana jan jani janne jari jarkko jarmo jenni jere jessica joakim joel johan johanna joni jonna joona jorma jouko
jouni juha juhani juho jukka julia jussi jyri jyrki kaarina kai kaija kaisa kalle kari karin karl katja kati katri katriina kerttu kim kimmo
kirsi klaus krista kristiina kyösti laila lars lassi laura lauri lea leena leif lena liisa linda linnea maarit magnus maija maiju mari maria
marianne marika mariana marja marjatta marjo markku marko markus martti mats matias matti mauri mia michael miia mika mikael mikko milla minna
mirja mirjami monica monika nea nina niina niko noora olavi olli oskar osmo outi paavo pasi paula pauli paulina peter pekka pentti per petra
petri petteri pia pirjo pirkko päivi raija raili raimo rainer rasmus rauno reijo reino riikka riina riitta risto ritva robert roope sakari
sami samuel sanna sara sari satu seija seppo sini sinikka sirkka sirpa sofia soile sonja stefan susanna susanne suvi sven taina tanja tapani
tapio tarja taru teemu teija terhi tero tiia tiina timo toini tomi tommi toni topi tuija tuire tuomas tuomo tuula tuulikki ulla ulf ulrika
urho ursula vesa viivi viktor ville vilho virpi väinö yrjö åke åsa
"""

GIVEN_NAMES = frozenset(_COMMON.split())
