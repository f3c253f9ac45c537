"""
Beginnings of words that hold a statement until the facilitator has looked at it, by language.

They are beginnings, so that inflected forms are found; some harmless words are held with them, and none is refused.
"""

_FINNISH = """
aasi aivokuoll aivoton ahdasmiel alikehitt alipalk ihmishirv ihmisroska apinoi apina-ail bimbo
döfä daiju debiil dille dorka eläimell friikki haaskalin hakaristi halpamai halvek heikkopä heikkomiel helvet
hemmeti hevonp hiton hinttar hinttin homottel homoja horats huijari hullu huora huoril hyväksikäyttäj hyypiö hölmö hömelö häirik
häikäilemät idioot imbesil inkompetent itsekeskeinen itserakas
jumalaut juntti jälkeenjä jästip kafferi kakar kakkiai kaistapä kehitysvamma kelvott kerettil kieroil kiero kirot
kniga kolho konna korrupt kretiin kukkahattu kullin kusee kusip kusett kuseta kyrp kyrvä laiskur lahtaa lahtari lapamat
luihu luuser läski lääpp lurjus maanpett mamutt maksettu trol mulkku mulkun mulkvist munap murhaaj mutaku mustalai mädännäi
natsi neekeri nilviä nenäkä nilki nolla-aiv nuija nuiv nulikka nyhver nössö ompp paska pasko pahvip paviaan pässi perkel
perseet persli pettur perverss pelkuri pelle pelles piru pirulai pikkusieluinen pimppi pillu pimp pollop porsas pummi pultsar puusilm
puupä pyllyn pöhkö pöljä pönttöp raakalai raivohull rasist ripuli riivat roisto rosvo rotta ruikutt runkkar runkkaa ryssä ryöväri
saamar saasta saatan sairas mie sakkii sekopä sikaili siat sika sioil sieko skitso snobi soveltumaton surkimu suvakki
sutenöör säälittäv taikaus tampio tapettav tappaa teurastaj tolloj tollo tomppel typer törkimy törkeä tyhmä tyhjäpä täyspöl töykeä
törppö urpo urpoj vajak vaginaa vandaal valehtel vammai varas varkaat vatipä vihapuh vittu vitun vituttaa vätys vässykk vätäk vinksahtan
äpärä ääliö ääliöi öykkär
"""
_SWEDISH = """
ansvarslös apa arsel arsle as avskum avskyv blatte bondlurk bedragare bög cp-skad dum dumbom dumhuvud dumskall dåre däst efterbliv
enfald fan fascist feg fegis fet fitta fjant fjoll fjolla fubb fuskar förbann förrädar galen galning gris helvet hjärndöd hora horor horung
hycklar idiot imbecill inkompetent jävel jävl jävla kallblod kluns knull knäpp korkad korrupt kossa kräk kuk kukhuvud kärring lat latmask
ljug lögnar lögnhals lort miffo mongo mupp mördar nasse nazist neger nolla odug odåga obegåv oduglig parasit patetisk pervers pissa pissig
pucko puckad psykfall rasist rumpnisse ruttna råtta rövhål samvetslös sinnessjuk sinnesslö skit skitstöv skurk slampa slemmig slöfock snylt
subba svin tjuv tok tokig trögskall trögtänkt tattar tönt usling vansinnig vidrig våldtäkt värdelös åsna äckel äcklig
"""
_ENGLISH = """
arse arsehole asshole ass-hole bastard bellend bigot bitch bloodsuck bonehead braindead brain-dead bugger bullshit buffoon clown coward
crackpot creep cretin crook cunt damn degenerat dick dickhead dimwit dipshit douche dullard dumb dumbass dunce faggot fascist fathead feckless
filthy fool fraud freak fuck gasbag git goddamn halfwit half-wit hag hypocrit idiot imbecil incompetent inbred jackass jerk junkie knobhead
leech liar loony loser lunatic maggot mongrel moron motherf muppet murderer nazi negro nigg nitwit numbskull nutcase nutter oaf parasit pathetic
pervert pig piss prat prick psycho racist rapist retard ruddy scum scumbag shit simpleton skank slag slut snob stupid thief thieves thug tosser
traitor turd twat twit vermin wanker weasel weirdo whore wimp worthless
"""

STEMS: dict[str, frozenset[str]] = {
    "fi": frozenset(_FINNISH.split()),
    "sv": frozenset(_SWEDISH.split()),
    "en": frozenset(_ENGLISH.split()),
}
