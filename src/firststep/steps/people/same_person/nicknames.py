"""Short and pet forms of given names, English and German: own list. Pure.

Up to each semicolon: one full name and what its bearers are called. Two names are forms of one
where such a group holds both; a form that stands in two groups ("Chris") may be either.
"""

import re
from collections import defaultdict

_LINES = """
abigail abby abbie gail; abraham abe bram; adelheid heidi heide; agnes nessie;
albert al bert bertie; alexander alex al sandy xander sascha sasha lex alec;
alexandra alex sandra sandy lexi sascha sasha; alfred al fred alf freddie; alice ali;
alison ali allie; alois luis loisl; amanda mandy; andrea andi andy; andreas andi andy dres;
andrew andy drew; angela angie; angelika geli angie; anna anni anne ann annie;
anneliese anne liese liesl; annemarie anne annemie; anthony tony ant; anton toni; antonia toni;
antonio toni tony; archibald archie; arnold arnie; arthur art artie; astrid asti; august gustl;
barbara barb babs barbie babsi; bartholomew bart; beatrice bea trixie; beatrix bea trixi;
benedikt ben bene; benjamin ben benny benji; bernadette bernie; bernard bernie;
bernhard bernd berni hardy; bertram bert; brigitte gitte gitti biggi; bradley brad; brian bri;
bruno bruni; calvin cal; carolin caro; caroline caro carrie carol; cassandra cass cassie;
catherine cathy kate cat katie cate; charles charlie chuck chas; charlotte charlie lotte lottie;
christian chris; christiane chris christl; christina chris tina chrissie;
christine chris tina chrissy chrissie; christoph chris stoffel; christopher chris topher kit;
clara clari; claudia claudi; clemens clem; clifford cliff; constanze conny stanzi; cordula cordi;
cornelia conny nele nelly; cornelius con neil conny; cynthia cindy; dagmar dagi;
daniel dan danny dani; daniela dani; david dave davey; deborah deb debbie debby; dennis den denny;
diana di; dieter didi; dietmar didi; dietrich dieter dirk; dominik dom nik; dominic dom nick;
donald don donnie; dorothea doro thea dora; dorothy dot dottie dolly; douglas doug;
eberhard ebi hardy; eckhard ecki; edgar ed eddie; edmund ed eddie ned;
edward ed eddie ned ted teddy; edwin ed eddie; eleanor ellie nell nora; elfriede elfi friedel;
elisabeth lisa sissi elli lisbeth else ilse betti;
elizabeth liz beth lizzie betty eliza betsy libby; emanuel mani; emily em emmy; emma em;
engelbert bert; erika eri; ernst erni; ernest ernie; eugen geni; eugene gene; eva evi;
evelyn evi eve; felicitas feli lizzi; ferdinand ferdi nand; florence flo florrie;
florian flo flori; frances fran franny fanny; francis frank fran; francisco paco pancho;
franklin frank; franz franzl; franziska franzi sissi; frederick fred freddie rick;
friederike rike fritzi; friedrich fritz fiete frieder; gabriel gabe; gabriele gabi gaby;
geoffrey geoff jeff; georg schorsch jorg; george georgie; gerald gerry jerry;
gerhard gerd gert hardy; gertrud traudl trude gerti; gilbert gil bert; gottfried friedel gotz;
gregory greg; gudrun gudi; gunter gunni; gustav gustl; hannelore hanne lore; hans hansi;
harold harry hal; hartmut harti; harriet hattie; heinrich heinz heiner hein henni;
helene leni lena hella; helmut heli; henriette henni jette; henry harry hank hal;
herbert herb bert; hermann manni; hildegard hilde hilda; horst hotte; howard howie; hubert hubsi;
immanuel mani; ingeborg inge inga; ingrid inge; irene reni; isaac ike; isabel bella izzy;
isabella bella izzy isa; isidor isi; jacob jake; jacqueline jackie; jakob kobi jaki;
james jim jimmy jamie; janet jan; janice jan; jasmin jassi; jeffrey jeff; jennifer jen jenny;
jeremy jerry jem; jerome jerry; jessica jess jessie; joachim jochen achim jo; joan joanie;
joanna jo; johann hans hannes; johanna hanna hanni jo; johannes hannes hans jo jonny johann;
john johnny jack; jonathan jon jonny; jordan jordy; jose pepe; josef sepp jupp pepi beppo;
joseph joe joey; josephine jo josie; josefine josi fini; joshua josh; judith jude judy;
julia jule julchen; juliane jule; julian jules; juliet jules; jurgen jogi; karl kalle charly;
karoline karo line lina; katharina kathi kati katja katrin rina;
katherine kate kathy katie kat kay; kathleen kathy kath; kathrin kathi; kenneth ken kenny;
kimberly kim; klaus klausi; konrad conny kuno konni; konstantin kosta tino;
kristina tina kris krissi; kristine kris tina; kristopher kris; kunigunde gundi kuni; kurt kurti;
larissa lara; laura laurie; laurence larry; lawrence larry lorry; leonard len lenny leo;
leonhard leo hardy; leonie leo; leopold leo poldi; lieselotte lilo lotte liesel; lillian lil lily;
lorenz lenz; louis lou; louise lou; lucas luke; ludwig lutz wiggerl luggi; lukas luki; luise lu;
magdalena lena leni magda; manfred manni fred; manuel manu mani; manuela manu ela;
marcus marc mark; margaret maggie meg peggy marge greta madge; margarete grete gretel margit rita;
margarethe grete gretel; maria mia mitzi ria; marianne nanne; marion mari; marlene leni;
martha marty; martin marty; martina tina; mathias matze hias matthes; matthew matt matty;
matthias matze hias matz; maximilian max maxi; melanie mel melli; melissa mel missy lissa;
michael mike mick mickey micha michi michel mikey; michaela micha michi ela; michelle shelly;
miriam mimi miri; mitchell mitch; moritz mo; nancy nan; natalie nat nati; natasha tasha;
nathan nate; nathaniel nate nat; nicholas nick nicky; nicole nicki nici; nikola niki nik;
nikolaus klaus niko nik nick; norbert norb bert; oliver olli ollie; oskar ossi; oswald ossi;
otto otti; pamela pam; patricia pat patty trish tricia; patrick pat paddy; paula pauli;
peter pete; petra peti; philip phil pip; philipp phil lipp; phillip phil pip; rainer raini;
ralph ralphie; raphael rafi rafa; raymond ray; rebecca becky becca; regina gina;
reinhard reini hardy; reinhold reini holdi; renate reni nate; richard rick dick rich richie ricky;
robert bob rob bobby robbie bert robbi; roderick rod; rodney rod; roland roli; ronald ron ronnie;
rosemarie rosi romy; rosina rosi; rudolf rudi rolf dolf; rudolph rudy; rupert rupi; russell russ;
sabine bine; samantha sam sammy; samuel sam sammy; sebastian basti seb wastl bastian;
sabrina sabi; siegfried sigi fred; sigmund sigi; sigrid sigi siri; simone simi; sophia sophie;
stefan steff steffen; stefanie steffi steff; stephan steff; stephanie steph steffi; stephen steve;
steven steve; stuart stu; susan sue susie suzy; susanna susi sanna; susanne susi sanne;
suzanne sue suzy; sylvester silvi; sylvia sylvie silvi; terence terry; teresa tess terry resi;
theodor theo; theodore ted theo teddy; theresa resi tess terri; therese resi;
thomas tom tommy thom; tiffany tiff; timothy tim timmy; tobias tobi; ulrich uli ulli;
ulrike uli ulli rike; ursula ursel uschi; valentin vali; valerie val; veronika vroni moni;
victor vic; victoria vicky tori; viktoria vicky; vincent vince vinny; vinzenz zenz;
virginia ginny; volker volki; waltraud traudl wally; walter walt wally; werner wernie;
wilhelm willi willy helm; wilhelmine mina minna; william bill will billy willy liam;
winfried winni fred; wolfgang wolf wolfi; wolfram wolf; xaver xaverl veri; yvonne yvi;
zacharias zach; zachary zach zack
"""

_WITH_E = re.compile(r"(?<![aeiouq])([aou])e")


def flat(word: str) -> str:
    """Umlauts written with an e as without one: "joerg" is "jorg", "Samuel" the same for all."""
    return _WITH_E.sub(r"\1", word)


_OF: dict[str, set[str]] = defaultdict(set)
for _line in _LINES.split(";"):
    for _name in _line.split():
        _OF[flat(_name)].add(_line)


def one_name(one: str, other: str) -> bool:
    """Whether two folded, flat given names are forms of one: Bob and Robert."""
    lines = _OF.get(one)
    return lines is not None and not lines.isdisjoint(_OF.get(other, ()))


def may_be_two(one: str, other: str) -> bool:
    """Whether the shorter of two such forms could be short for another name too."""
    return any(len(_OF.get(name, ())) > 1 for name in (one, other))


def full_names(name: str) -> tuple[str, ...]:
    """The full names a form may stand for, itself where none is known."""
    return tuple(sorted(flat(line.split()[0]) for line in _OF.get(name, ()))) or (name,)
