"""Closed classes of English words, and the titles and roles that stand before or for a name."""

from __future__ import annotations

AUXILIARIES = frozenset(
    "am are be been being can could did do does had has have having is may might must shall should was were will would "
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't "
    "shouldn't ought get gets got isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t "
    "wouldn’t can’t couldn’t shouldn’t".split()
)
NEGATIONS = frozenset("not never neither nor".split())
ADVERBS = frozenset(
    "again ago all almost already also always anyway back both either else even ever far first further "
    "hence here however indeed initially instead just last later likewise meanwhile merely moreover more most much "
    "nevertheless next nonetheless not now often once only otherwise perhaps probably quite rather really recently "
    "sarcastically simply since so someday sometimes somewhat soon still subsequently then there thereafter therefore thus "
    "today together tomorrow tonight too twice usually very well yesterday yet never earlier flatly".split()
)
PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind below beneath beside besides between "
    "beyond by despite down during except for from in inside into like near of off on onto out outside over past per "
    "regarding since through throughout till to toward towards under underneath unlike until up upon via with within "
    "without".split()
)
SUBORDINATORS = frozenset(
    "after although as because before if lest once since so than that though till unless until when whenever where "
    "whereas wherever whether while whilst why how what".split()
)
RELATIVES = frozenset("who whom whose which that".split())
CONJUNCTIONS = frozenset("and but or nor yet so plus".split())
DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their some any each every no another both several many "
    "most few all one two three four five six seven eight nine ten dozens such what which other".split()
)
POSSESSIVES = frozenset("my your his her its our their whose".split())
PERSONAL = frozenset("i you he she it we they who one this that there these those er sie il elle он она они".split())
OBJECT_PRONOUNS = frozenset("me you him her it us them himself herself themselves itself".split())
HE = frozenset("he him his himself er il он его".split())  # and their like in German, French and Russian
SHE = frozenset("she her hers herself sie elle она её".split())
PLURAL = frozenset("they them their themselves".split())
PRONOUNS = PERSONAL | OBJECT_PRONOUNS
TITLES_HE = frozenset("mr mister sir lord king prince pope father baron count duke".split())
TITLES_SHE = frozenset("mrs ms miss madam madame mme queen princess lady dame sister".split())
TITLES = (
    TITLES_HE
    | TITLES_SHE
    | frozenset(
        "dr prof professor sen senator rep reps sens representative gov govs governor lt gen general col colonel capt captain "
        "maj major sgt sergeant adm admiral cmdr commander pres president vice premier chancellor minister secretary "
        "rev reverend bishop archbishop cardinal rabbi imam sheikh judge justice mayor ambassador congressman "
        "congresswoman councilman councilwoman attorney speaker chairman chairwoman chair chief director ceo coach "
        "officer detective deputy prime foreign defense defence interior finance first lady state former spokesman "
        "spokeswoman spokesperson pastor herr frau don doña monsieur".split()
    )
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs lt gen col capt maj sgt adm cmdr pres rev hon jr sr st mt ft no nos vs "
    "inc corp co ltd llc dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn "
    "del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo "
    "d.c u.s u.n u.k e.u a.m p.m n.y n.j n.h n.c s.c n.m r.i w.va ph.d i.e e.g etc al fig approx est supt messrs mme "
    "mlle bros ave blvd rd dist art sec".split()
)
# nouns for people: what stands in for a name (the diplomat), or before one (spokesman Dmitry Peskov)
ROLES_MALE = frozenset(
    "actor assemblyman businessman chairman congressman councilman father brother husband man mogul newsman patriarch "
    "policeman serviceman son spokesman statesman uncle king prince pope boy salesman fireman anchorman".split()
)
ROLES_FEMALE = frozenset(
    "actress assemblywoman businesswoman chairwoman congresswoman councilwoman mother sister wife woman matriarch "
    "policewoman daughter spokeswoman stateswoman aunt queen princess girl heiress".split()
)
ROLES = (
    ROLES_MALE
    | ROLES_FEMALE
    | frozenset(
        "activist administrator advocate adviser advisor aide agent ambassador analyst anchor architect artist attorney author "
        "banker billionaire bishop blogger boss candidate captain celebrity chair chairperson chancellor chef chief "
        "clergyman coach colonel columnist comedian commander commentator commissioner conservative consultant "
        "contender coordinator counsel counselor critic "
        "defendant delegate democrat deputy designer developer diplomat director doctor economist editor engineer envoy "
        "executive expert farmer filmmaker founder frontrunner front-runner general governor head historian host "
        "hopeful insider investigator journalist judge justice lawmaker lawyer leader lecturer legislator liberal libertarian "
        "lieutenant lobbyist magnate manager mayor member minister moderator negotiator nominee observer officer official "
        "opponent operative organizer owner panelist parliamentarian participant pastor philosopher physician player poet "
        "politician pollster premier president presenter priest producer professor prosecutor psychologist "
        "pundit rabbi representative republican reporter researcher resident retiree rival salesperson scholar scientist "
        "secretary senator sister-in-law socialist sociologist soldier speaker specialist spokesperson staffer star statistician "
        "strategist student superintendent supporter surrogate surgeon teacher technician tycoon veteran victim voter witness "
        "worker writer".split()
    )
)
MESSAGES = frozenset("answer letter memo message post remark reply report response speech statement tweet".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
# finite verbs that no ending gives away: they end a noun phrase
COMMON_VERBS = frozenset(
    "ate became began blew bore bought broke brought built came caught chose cut drew drove fell fled flew fought froze gave "
    "got grew had has held hid hit kept knew laid led left lent lost made meant met paid put ran rang rode rose sang sank sat "
    "saw sent set shook shot showed shut slept slid sold spent spoke stood stole struck stuck sued swept took taught threw "
    "tried understood went won wore becomes begins brings comes drives falls gets gives goes grows keeps knows leads leaves "
    "lets loses makes means pays puts runs sees seems sends sits stands takes tries turns wants wins appears remains "
    "includes represents owns uses needs lies".split()
)
PLURALS = frozenset(
    "people police men women children media staff voters majority percent some many most both few all".split()
)
SINGULAR_S = frozenset(
    "congress press politics news business process crisis analysis boss class access this its".split()
)
ADJECTIVES = ("ive", "al", "ous", "ic", "ful", "less", "able", "ible", "ary", "ern", "ish", "ing", "ed")
HELPERS = frozenset("a ont avait ai hat haben hatte".split())  # before foreign participles: a déclaré, hat gesagt
MODALS = frozenset(
    "to can could may might must shall should will would do does did don't doesn't didn't won't can't cannot couldn't "
    "wouldn't shouldn't don’t doesn’t didn’t won’t can’t couldn’t wouldn’t shouldn’t n't not let help".split()
)
BE = frozenset(
    "am are be been being is was were isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get gets got".split()
)
