"""The keys of a language's file: what each means, and, by what stands under them, what they are called.

A language is added by adding a file beside this one. Its keys, all but the first four optional:
- language (its code), script (latin or cyrillic), words (its commonest), say; letters that tell its script's apart;
  alien: the commonest words of languages like it that have no file;
- capitals: true where all nouns have a capital; verb_last: true where verbs end their clause; incise: dash, comma or
  paired (two dashes close upon it), which sets "said X" off inside a pair of marks; elided (l', qu') and hung (-t-il):
  what is cut off as a word;
- silent: true where a verb alone tells that he or she spoke (añadió); two_families: true where people bear two family
  names, of which the first names them too (Sánchez for Pedro Sánchez Castejón);
- say, call, impersonal: verbs of saying, those that govern a name in marks (called it "..."), those of papers ("the
  statement says"), in one form each, which `forms` continues with whom each agrees (m, f, n, s: singular, p: plural; g:
  a gerund, whose subject is that of its clause); written: those of papers where a paper is named (im Bericht steht);
  cite: those whose object speaks; "form/form/form" are the three of an irregular one, "teilte mit" has a particle;
- participles: of say and call, only after one of the helpers; "fait savoir" is one of two words; passive: endings of
  those that end the words for a speaker before a preposition (a source cited by);
- messages: papers that speak for whom they are of; laws: those by which nobody in particular speaks; according,
  according_after: phrases before and behind a speaker (tellings: endings of words that are one), according_people:
  those that take only people; compounds: nouns that end a word which names who says it (nach Polizeiangaben);
  unlisted: endings by which a word behind a quotation is a verb; possessives that stand inside or beside phrases;
- that, question, infinitives (dit avoir vu), like, closers: what opens a reported clause, what opens "as X said", what
  closes a clause; resuming: with which the main clause goes on; nominal: endings of verbs made nouns; mood: verb forms
  of reported speech;
- pronouns with their sex, latter: those that mean whom the sentence before names last, no subject (тот, celle-ci);
  relatives (who: those that are the subject, qui), articles (genitive: those that go on a
  phrase; of_genitive: of a noun in s), prepositions (inside: in the ministry they said, and within: endings of a name
  behind it; of: those that a name of somebody may hold), conjunctions, adverbs, so_called: such words;
- roles, bodies, plural: nouns for who speaks; sources: those that take a place; generic: who was named before;
- nouns, adjectives (neuter: their endings beside nouns that end in neuters), irregular, given_men, given_women,
  family_men, family_women: endings (endings.py); soft_after, indeclinable: letters; oblique: endings of nouns that can
  be no subject; chained: of words that hang on the noun before them for sure, genitive: of those that may; possessed:
  of nouns that belong to the one before them; surnames, patronymics: endings of names; men_end, women_end: the sex,
  sure: another case, from: that of sources (Ақордадан хабарлағандай)
- joining: "and" between two who speak together; many: endings of verbs and auxiliaries whose subject is several, where
  the forms do not tell (ont, déclarent); titles: those that look like an initial (M.);
- mine: verbs of saying of who writes (I ask), which cut dialogue alone; indefinite: articles that name nobody known;
  gendered: articles that tell a role's sex; occasions: nouns for where something is said, between speaker and clause,
  and placed: their endings; infinitive_ends: of what stands right behind a verb (dit regretter), and negations, which
  may stand before it; according_like: verbs that stand for "according to" (so X); determiners: words in -e, no verbs;
  media: nouns for who is told (der Zeitung), women_media: endings of the feminine ones;
  counted: numbers before those who say it; prefixes: of nouns (exmayor);
- ours: "our", which makes what follows the outlet's own (according to our data); cited: pronouns of who is cited, with
  their sex; initials: bodies with which posts are headed and signed (MFA: ..., ... - MFA); asides: phrases that stand
  for an adverb; gerunds: endings of what somebody does while saying something;
- covers: nouns and phrases that can mean who bears one of the titles behind them (the city's head: the mayor); offices:
  titles by which nobody is meant who bears others, but for heads (the head of the ministry is the minister); owners:
  words that say whose somebody is (his lawyer); relational: endings of countries' adjectives (the American leader),
  lands: beginnings of those that share no letters with their country, with the beginnings of what it is called;
  also_nouns: verbs of saying that are nouns behind an article (la denuncia);
  objects: endings of nouns that hang on a verb and on no noun; lasting: verbs that say that one before them goes on
  (is saying); finite: endings of verbs in a heading that somebody's name behind a dash signs;
- urge, wish, blame, warn: verbs of what somebody asks or promises, wants, criticises (an object), and of those that
  take their object behind a word of toward; about: behind a verb of saying (reported on); empty: what says nothing
  there (of this); linking: what stands before an infinitive (promet de); infinitive, not_infinitive: endings of
  infinitives, and of nouns that look like one (no_infinitives: the whole words);
  urged: endings of verbs made nouns that a verb behind them governs;
  objective: endings of an object that looks like a nominative; selves: pronouns of who writes;
  neuter_bodies: endings of bodies that are neuters (das Amt); editors: who works for a medium (Redakteur der »Zeit«);
  predicates: endings of what somebody is said to be or do in marks without a verb (в ООН «обеспокоены»);
  there: words for the body in which it is said (сказали там);
  so: a word between a quotation and its verb (- так прокомментировал X); proper: bodies that have a capital anywhere
  (Кремль); among: words behind which a body or source stands where one says it, learned: verbs that only one says
  (a-t-on appris); partisan: adjectives of a party beside a role (l'élu socialiste); stressed: pronouns that stand
  between commas (a, elle, appelé);
  addressing: verbs whose object is who hears it (interpelle la ministre);
  women_roles: endings of roles that are a woman's (представительница), where no name tells;
  settlements: nouns behind which a place is named (of the town of X);
  stated: verbs by which somebody calls themselves what an adjective behind them says (se dit fatigué);
  epithets: nouns that say what somebody is, by which no one new is introduced (the striker);
  former: adjectives of who bears a title no more;
  land_ends: endings of countries that hang on a role (посол Индии X);
  places: prepositions behind which it is told where something is (fire in the port: "..."); asking: a word behind
  a verb that makes a question of it (обещал ли); also: such a word between a clause and its verb;
  one_of: words for one of several, with ... where a noun goes on (einer der ...);
  modals, last: verbs in a heading that show its language, with endings of an infinitive that ends it;
  pointing: words that open an object behind a body (в мэрии | эти обвинения назвали) or a role that the text has told
  of (cette chercheuse), pointed: endings of objects and hearers there; acting: pronouns that act before their verb and
  never hang on it, so that none stands in "said X" (on s'étonne); people: endings of nouns for several people, behind:
  words behind what they govern, which is no hearer then (компанияға қатысты); near: what a source is to a matter
  (une source proche du dossier); looks: what somebody who speaks looks or sounds with (les yeux baissés);
- men, women: given names (in both lists: either sex bears it), beside those that the suite has in Latin letters.
"""

from __future__ import annotations

LISTS = (
    "words", "say", "call", "impersonal", "participles", "helpers", "messages", "according", "according_after", "that",
    "question", "like", "closers", "nominal", "mood", "relatives", "articles", "prepositions", "inside", "of",
    "conjunctions", "adverbs", "so_called", "roles", "bodies", "plural", "sources", "generic", "surnames",
    "patronymics", "men", "women", "elided", "hung", "resuming", "oblique", "possessed", "genitive", "men_end",
    "women_end", "unlisted", "according_people", "sure", "of_genitive", "cite",
    "chained", "joining", "within", "laws", "tellings", "many", "who", "titles", "passive", "written", "compounds",
    "ours", "initials", "asides", "gerunds", "neuters", "infinitives",
    "infinitive_ends", "mine", "indefinite", "negations", "according_like", "occasions", "placed", "determiners",
    "media", "counted", "prefixes", "offices", "heads", "owners", "relational", "objects", "lasting", "finite", "from",
    "urge", "wish", "blame", "toward", "about", "empty", "linking", "infinitive", "not_infinitive", "urged",
    "objective", "warn", "selves", "one_of", "predicates", "neuter_bodies", "editors", "modals", "last",
    "women_roles", "women_media", "so", "addressing", "proper", "among", "learned", "partisan", "stressed", "there",
    "no_infinitives", "places", "asking", "also", "land_ends", "former", "epithets", "settlements", "stated",
    "pointing", "pointed", "acting", "people", "behind", "near", "looks", "alien", "also_nouns",
)  # fmt: skip
TABLES = ("nouns", "given_men", "given_women", "family_men", "family_women")
MAPPINGS = (
    "gendered",
    "forms",
    "possessives",
    "cited",
    "pronouns",
    "latter",
    "irregular",
    "adjectives",
    "neuter",
    "covers",
    "lands",
    *TABLES,
)
MARKS = (
    "language", "script", "letters", "capitals", "verb_last", "incise", "soft_after", "indeclinable", "silent",
    "two_families",
)  # fmt: skip
