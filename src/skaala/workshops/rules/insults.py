"""
Words that hold a statement until the facilitator has looked at it, by language.

``idioot`` finds every word that begins so, ``*idioot`` also those that have it within, and ``hullu.`` that word only. A beginning
must not be that of an ordinary word in any of the languages, since statements mix them: sick, deteriorating, to rot, slag,
pellets and the waste of Ämmässuo are all talked about in workshops. What is only harsh, or what people rightly complain of
(corruption, theft, hate speech), is not here: none of it alone is an insult.
"""

_FINNISH = """
aasi. aasit. aivokuoll aivoton aivottom apinalaum bimbo daiju debiil dorka haaskalin hakaristi heikkopäinen heikkopäis heikkomiel
heittiö hemmeti helvetin. helvetisti. helvetti. helvettiin. hevonpask hevonpers hinttar hiton. homottel hullu. hulluj hullut.
huithapeli huora huoril hutsu hyypiö hölmö hömelö häikäilemät *idioot ihmishirv ihmisroska ihmissaast imbesil inkompetent itsekeskeinen
itserakas jumalaut juntti. juntit juntteja jänishousu jästip kafferi kaheli kaistapäinen kaistapäis kaistapää. kakara kakaroit kehari kehariks kelmi kelmit kerettil ketku kieroil
kiero. kierot. kirott konna. konnat. korruptoitun kretiin kukkahattu kulli. kullin. kullit. kusee kuseta kusett kusip kyrp kyrvä lahtari
laiskur lapamat luihu lurjus lutka. lutkat. luuser läski. läskit läskejä lääpp maanpett mammanpoik mamutt mielipuol mongoloid moukka. moukat. moukkamai *mulkku mulkero
mulkun mulkvist munapää. munapäät. murhaaj mustalai mutakuono mädännäi narttu nartut natsi *neekeri nilkki. nilkit. nuijapä nulikka nyhver nössö
pahnanpohj paska paskiai pasko paviaan pelkuri pelle. pellejä. perkele perse. persees perseet perseil persläp persreik pervo. perverss pettur
pikkusieluinen pillu pimppi pirulai pummi. pummit. pultsar puupää. puupäät. pyllyn pässi. pässinp pöhkö pölkkypä pölvästi
pönttöpää. raakalai raivohull rasisti. rasistej rasistit. raukkamai retku. retkut. riivatu roisto roskasakk roskavä rosvo ruikutt runkkaa
runkkar rupusakk ryssä ryöväri rättipä saamari saatana sekopä sikaili sikamai skitso. snobi spede. surkimu sutenöör suvakki säälittäv
takinkääntäj tampio tollo. tolloj tollot. tolvana tomppel tossukka. trolli. trollit. typerys typerä typeriä tyhjäpäinen tyhjäpäis tyhmä tyhmi täyspöl tärähtän törkimy
törppö urpoil urpoj urpot. vajakki vajakit valehtelij vandaal vatipä vellihousu vinksahtan vinosilm vittu vitun vitusti vituiks vituttaa vässykk vätys
äpärä *ääliö öykkär
"""
_SWEDISH = """
arsle avskum avskyvärd bandit. banditer. blatte blattar bondlurk bög. bögar. bögjäv cp-skad dumbom dumhuvud dumma. dumskall dåre. dårar. efterbliv enfaldig
fegis fitta fittor fjant fjolla fjollig fuskare. fårhuvud fårskall fähund förbannad förbannat förrädare galen. galna. galning helvete. helvetes. hjärndöd hora.
horan. horor. horung hycklar hynda. *idiot imbecill inkompetent jubelidiot jävel *jävl jävul kanalje klantarsel klantskall klunsig
knulla. knullad. knullar. knäppgök korkad kräk. kräken. kräket. kuk. kukhuvud kuksug kukskall kärring landsförräd latmask luder.
lortgris lymmel lögnaktig lögnare lögnhals miffo mongo. mupp. muppar. mördare. nazist neger. negern. negrer. niding obegåvad oduglig odåga
pajas. patetisk pervers. psykfall puckad pucko rasister. rumpnisse rövhatt rövhål rövslick samvetslös sinnesslö sinnessjuk. sinnessjuka.
skiten. skithög skitsnack skitstöv skitung skurk slampa slyna slöfock snyltare stolle. subba svikare. svinaktig svinpäls tattare tjockskall
tokstoll träskall trögskall trögtänkt tönt usling vansinnig. vidrig våldtäktsman ynkrygg åsna. åsnor. äckel. äcklig
"""
_ENGLISH = """
airhead arse. arsehole arsewipe asshole ass-hole asswipe bastard bellend bigot bitch blockhead bloodsuck bonehead braindead brain-dead bugger
bullshit buffoon clown. clowns. coward crackpot creep. creeps. cretin crook. crooks. cunt damn. damned. dickhead dimwit dipshit
douchebag dullard dumb. dumbass dumbest dumbo. dunce faggot fascist fathead feckless fool. fools. freaks. *fuck gasbag goddamn gyppo halfwit half-wit
harlot hillbill hypocrit imbecil inbred incompetent jackass jerk. jerks. junkie knobhead liar. liars. loony lowlife lunatic
meathead mongrel moron. moronic morons. motherfuck muppet murderer nazi negro. negroes. nigga nigger nincompoop nitwit numbskull nutcase nutter oaf.
pathetic pervert pinhead piss. pissed. psycho. racists. rapist. rapists. redneck retard. retarded. retards. scum. scumbag shit simpleton skank sleazebag
slimeball snob. snobs. spastic. spastics. stupid thug tosser traitor tranny turd. turds. twat. twats. wanker weirdo whore wimp. wimps. wimpy
"""

STEMS: dict[str, frozenset[str]] = {
    "fi": frozenset(_FINNISH.split()),
    "sv": frozenset(_SWEDISH.split()),
    "en": frozenset(_ENGLISH.split()),
}
