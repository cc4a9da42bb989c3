"""Names that well-known houses go by, and words that are names of their own. Pure, our own list."""

# A line is one house: every name in it stands for the others.
_ALIASES = """
3m | minnesota mining and manufacturing
abb | asea brown boveri
accenture | andersen consulting
adp | automatic data processing
amazon web services | aws
amd | advanced micro devices
american express | amex
anheuser busch inbev | ab inbev
at&t | american telephone and telegraph
bank of america | bofa | bank of america merrill lynch
basf | badische anilin und soda fabrik
bbc | british broadcasting corporation
bbva | banco bilbao vizcaya argentaria
bcg | boston consulting group
bmw | bayerische motoren werke
bnp paribas | bnp
bp | british petroleum
bristol myers squibb | bms
bt | british telecom | british telecommunications
canadian imperial bank of commerce | cibc
citi | citigroup
commonwealth bank | commbank | commonwealth bank of australia
credit agricole corporate and investment bank | ca cib
deutsche lufthansa | lufthansa
deutsche post | dhl group | deutsche post dhl
deutsche telekom | telekom deutschland
deutsches zentrum fur luft und raumfahrt | dlr
dupont | du pont | e i du pont de nemours
eads | european aeronautic defence and space
edf | electricite de france
ernst young | ey | ernst and young
european central bank | ecb | europaische zentralbank
exxonmobil | exxon mobil | exxon
fiat chrysler | fca | fiat chrysler automobiles
ford motor | ford
general electric | ge
general motors | gm
glaxosmithkline | gsk
hewlett packard | hp
hewlett packard enterprise | hpe
hsbc | hongkong and shanghai banking corporation
ibm | international business machines
ing | ing bank | internationale nederlanden groep
international monetary fund | imf
johnson & johnson | j&j | jnj
jpmorgan chase | jp morgan | jpmorgan | j p morgan | jp morgan chase
kentucky fried chicken | kfc
klm | royal dutch airlines | klm royal dutch airlines
kpmg | klynveld peat marwick goerdeler
kreditanstalt fur wiederaufbau | kfw
ludwig maximilians universitat | lmu | lmu munchen
lvmh | moet hennessy louis vuitton | louis vuitton moet hennessy
m&s | marks & spencer
massachusetts institute of technology | mit
mckinsey | mckinsey and company
mercedes benz group | mercedes benz | daimler
merck sharp dohme | msd
meta | facebook | meta platforms
microsoft | msft
mufg | mitsubishi ufj financial
national health service | nhs
nasa | national aeronautics and space administration
nec | nippon electric
ntt | nippon telegraph and telephone
openai | open ai
organisation for economic co operation and development | oecd
osterreichische bundesbahnen | obb
philips | royal philips | koninklijke philips
pricewaterhousecoopers | pwc | price waterhouse coopers
procter gamble | p g | procter and gamble
rbs | royal bank of scotland
rbc | royal bank of canada
robert bosch | bosch
rheinisch westfalisches elektrizitatswerk | rwe
royal dutch shell | shell
rtx | raytheon technologies | raytheon
s&p | standard & poors | s p global
sap | systeme anwendungen produkte
schweizerische bundesbahnen | sbb
societe generale | socgen
sncf | societe nationale des chemins de fer francais
tata consultancy services | tcs
technische universitat munchen | tum | tu munchen | technical university of munich
toyota motor | toyota
ubs | union bank of switzerland
ucla | university of california los angeles
united parcel service | ups
unicef | united nations childrens fund
us bank | u s bancorp
vw | volkswagen
walmart | wal mart | walmart stores | wal mart stores
world health organization | who | world health organisation
zf | zf friedrichshafen | zahnradfabrik friedrichshafen
"""

# What one mistyped letter may turn a word into although it is a word of its own.
_WORDS = """
able acorn active advance agency alder alliance allied alpha amber anchor apex apple arbor arch
arena argon arrow aspen atlas aurora austria axis azure bacon badger baker baltic banner barley
barn basin bay beacon bear beaver bell berry birch bird black blaze bloom blue board boat bold
bolt bond bone book boot border bottle bound bowl box brain branch brand brass bread bridge
bright broad brook brown build bull burn cable cabin calm camel canal candle canyon cape capital
car carbon card care cargo carrot cart case cast castle cat cedar cell center central chain chalk
charm chart chase chess chief china cider cinder circle city clay clean clear cliff clip cloud
clover club coach coal coast coat cobalt code coin cold colon color comet common concord condor
cook cool copper coral core corn corner cotton court cove crane cream creek crest crop cross crow
crown crystal cube curve cycle dairy dash data dawn day deal dear delta dental depot desert design
diamond digital direct dome dove drain dream drill drive drum duck dune dust eagle early earth
east echo edge elder electric elm ember emerald empire energy engine equity ever exact express
eye fabric face factor fair falcon farm fast father feather fern ferry field finance fine fire
first fish flag flame flash fleet flint flood floor flow flower foam focus fold food foods force
ford forest forge fort forum fox frame free freight fresh front frost fruit fuel full fund future
gain galaxy game games garden garnet gas gate gear gem general giant gift glade glass global globe
gold good goods grain grand granite grape graph grass gravel great green grey grid grip ground
group grove guard guide gulf hall hammer hand harbor harbour hard harp harvest haven hawk hazel
head health heart heat heather heaven hedge height heron high hill hive holly home honey hope
horizon horn horse hotel house hub hunt ice iceland icon idea indigo inn insight iris iron island
ivory ivy jade jet jewel joint juniper just key kind king kite knight lab label labs lace lake
lamb lamp land lane lantern large lark laser last late latin launch laurel lava law lead leader
leaf league leather legal legend lemon level liberty life light lily lime line linen link lion
liquid live loan local lock lodge loft logic long loom lotus love loyal lunar lynx mail main
major maker mango maple marble march marine mark market marsh mask mason master match meadow
media medic mega mental merit metal meteor metro mill mind mine mineral mint mirror mist mobile
mode model modern moon moor morning mortar moss motion motor mount mountain mouse mouth nation
national native natural nature nest net network new next night noble node north nova oak oasis
ocean office oil old olive one onyx opal open optic orange orbit orchard order origin osprey
otter oval oxford pace pack page paint palace palm panel paper park part partner past paste path
patrol peach peak pearl pen people pepper perfect phoenix pilot pine pioneer pixel place plain
plan plane planet plant plate play plaza plum point polar pole pond pool pop poplar port portal
post power prairie prime print prism private product project proof proud public pulse pump pure
quality quarry quartz queen quest quick quiet race rail rain range rapid raven ray reach ready
real record red reed reef region relay rest retail rice rich ridge right ring rise river road
robin rock roof room root rope rose round route rover row royal ruby run rural saddle safe sage
sail salt sand sapphire satin scale school scope scout sea seal search season secure seed sense
service shade shadow shape share sharp shell shield shine ship shoe shop shore side sierra sign
signal silk silver simple site skill sky slate sleep smart smith smoke smooth snow social soft
soil solar sold solid song sonic soul sound source south space spark spectrum speed spice spirit
sport spring spruce square staff stage star start state station steam steel stem step stone store
storm stream street string strong studio style sugar suit summer summit sun super supply sure
surf swan sweet swift sword system table tail talent tank target task taste team tech tempo
temple ten terra test textile thermal think tide tiger timber time titan tool top torch total
touch tower town track trade trail train transit travel tree trend tribe true trust tube tulip
tunnel turbo twin union unique united unity urban valley value vault vector velvet venture verse
vertex view villa village vine violet vision vista vital voice volt wagon walk wall walnut warm
watch water wave way wealth weather web well west wheat wheel white wide wild willow wind wine
wing winter wire wise wolf wood wool word work works world waste fountain
cake lynx haven yard year yellow young zebra zenith zero zone
"""


def _read() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _ALIASES.strip().split("\n"):
        names = frozenset(name.strip() for name in line.split("|"))
        for name in names:
            found[name] = names
    return found


ALIASES = _read()
WORDS = frozenset(_WORDS.split())
