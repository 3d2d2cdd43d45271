"""Reads the paragraphs that are in another language than English, and writes their rows of quotes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from analysis.voices.languages.acting import FAR, Spoke
from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.asides import cut_asides, find_dashed, is_announced
from analysis.voices.languages.callings import list_head_nouns
from analysis.voices.languages.choices import choose_languages
from analysis.voices.languages.described import Subject
from analysis.voices.languages.meant import PeopleMeant
from analysis.voices.languages.passages import DASHES, STOPS, Passage, make_passage
from analysis.voices.languages.persons import Persons
from analysis.voices.languages.quoting import Tied, attribute_run, is_spoken
from analysis.voices.languages.reporting import find_told
from analysis.voices.languages.rules import LanguageRules
from analysis.voices.languages.sayings import find_sayings
from analysis.voices.languages.strange_names import find_nominative
from analysis.voices.languages.told import Told
from analysis.voices.marks import QuotedRun
from analysis.voices.negated_speakers import BEFORE, is_nobody_named
from analysis.voices.speakers import NOBODY, Speaker
from analysis.voices.speech_rows import SpeechRow

SIGNS = DASHES | {":"}  # what can announce speech without a verb
MARKED = DASHES | frozenset(',»“”"')  # between a quotation and a verb of saying
SIGNATURE = 12  # tokens of a line that signs what stands above it
BETWEEN = ' \n\t\u00a0»”“".!?…'  # signs between a quotation and that line
EDGES = {"direct": " \u00a0\t", "indirect": " \u00a0\t,:—–-"}  # what no row begins or ends with


class Listener:
    """Reads the paragraphs of one text that are in one language; `rows` holds what was found."""

    def __init__(
        self,
        text: str,
        spans: Sequence[tuple[int, int]],
        rules: LanguageRules,
        begins: Sequence[int],
        credited: Collection[tuple[int, int]] = (),
    ) -> None:
        """spans: where the paragraphs of the language stand; begins: where the sentences of the text begin.

        credited: paragraphs that name who made the page, none of whom speaks.
        """
        self.text, self.rules, self.begins = text, rules, begins
        self.people = Persons(text, [span for span in spans if span not in credited], rules)
        self.meant = PeopleMeant(text, self.people)
        dashed = find_dashed(text, spans, rules, self.meant.find_actor)
        self.dashed = {spans[number]: run for number, run in dashed.items()}
        self.rows: list[SpeechRow] = []
        self.last, self.last_at = NOBODY, -FAR  # whose words were the last, and where
        self.announced: tuple[Speaker, str] | None = None  # who a colon announced; what items of a list begin with
        self.heard = NOBODY  # who was last said to speak, though nothing was quoted

    def list_names(self) -> list[tuple[int, tuple[str, ...]]]:
        """List the full names of the text's people, in the nominative, each with its place."""
        return [(one.start, tuple(one.name.split())) for one in self.people.named if " " in one.name]

    def list_declined(self) -> list[tuple[int, str]]:
        """List where the text's people are named, each in the nominative; with initials, the likeliest one."""
        return [(one.start, self._without_case(one.name)) for one in self.people.named]

    def _without_case(self, name: str) -> str:
        first, _, family = name.rpartition(" ")
        return f"{first} {find_nominative(family, self.rules)}" if first.endswith(".") else name

    def read(self, span: tuple[int, int], runs: Sequence[QuotedRun]) -> None:
        """Read one paragraph; runs: what stands between marks in it."""
        dashed = span in self.dashed
        runs = cut_asides(self.text, [self.dashed[span]] if dashed else runs, self.rules)
        passage = make_passage(self.text, span, runs, self.begins, self.people)
        silent = not runs and not any(map(self.rules.announces, passage.lows)) and SIGNS.isdisjoint(passage.words)
        announced = self._announced(span[0])
        self._sign(passage)
        if silent and self.rules.urges.keys().isdisjoint(passage.lows):
            return
        here = _carried(self.last) if runs and not runs[0].opened and not runs[0].dashed else None
        here = announced or here  # who spoke last in this paragraph, or is announced in the one before
        first = len(self.rows)
        for sentence in passage.sentences:
            here = self._read_sentence(passage, sentence, here, dashed)
        self._go_on(passage, first)

    def is_reporting(self, span: tuple[int, int]) -> bool:
        """Whether a paragraph reports somebody's words by a verb with the clause that it governs, as no talk does.

        A verb of saying tells it too right behind a closing mark, and at the end of a sentence where verbs stand last.
        """
        rules = self.rules
        lows = [match[0].lower() for match in rules.token.finditer(self.text, *span)]
        for at, low in enumerate(lows):
            after = [one for one in lows[at + 1 : at + 3] if one != ","]
            if low in rules.verbs and after and after[0] in rules["that"]:
                return True
            if low in rules["closers"] and not rules.verbs.keys().isdisjoint(after):
                return True
            last = rules.verb_last and low in rules.verbs and lows[at + 1 : at + 2] in ([], ["."])
            if last or (low in rules.verbs and MARKED.issuperset(lows[at - 2 : at]) and at > 1):
                return True
        return False

    def _sign(self, passage: Passage) -> None:
        """Give a quotation without a speaker to whoever signs it: alone in the line below, or with who that is."""
        end, named = passage.named.get(0, (0, None))
        row = self.rows[-1] if self.rows else None
        if not named or not row or row.kind != "direct" or row.speaker or len(passage.words) > SIGNATURE:
            return
        alone = end == len(passage.words) or (passage.words[end] == "," and passage.words[-1] not in STOPS)
        if alone and named.is_nominative and not self.text[row.end : named.start].strip(BETWEEN):
            self.rows[-1] = row._replace(speaker=named.name, speaker_start=named.start, speaker_end=named.end)
            self.meant.spoken.append(Spoke(named.start, named.name, named.sex))

    def _go_on(self, passage: Passage, first: int) -> None:
        """Let what a label opens (X: ...) go on to the end of its paragraph, unless that says anything of speech."""
        if len(passage.sentences) < 2 or len(self.rows) != first + 1 or self.rows[first].form != "headline":
            return
        behind = range(passage.sentences[1][0], passage.sentences[-1][1])
        if passage.starts[behind[0]] < self.rows[first].end or passage.list_runs(behind[0], behind[-1] + 1):
            return
        if not any(self.rules.announces(passage.lows[at]) for at in behind) and "@" not in passage.words[behind[0] :]:
            last = max(at for at in behind if passage.words[at] not in STOPS)
            self.rows[first] = self.rows[first]._replace(end=passage.ends[last])

    def _read_sentence(
        self, passage: Passage, sentence: tuple[int, int], here: Speaker | None, dashed: bool
    ) -> Speaker | None:
        """Add what a sentence quotes and reports; return who spoke last."""
        sayings = find_sayings(passage, *sentence)
        who: dict[int, Speaker] = {}
        for at, saying in enumerate(sayings):
            before = who[id(sayings[at - 1])] if at else here or NOBODY
            carried = saying.inherits and (at or not saying.subject)
            who[id(saying)] = before if carried else self._speaker(passage, saying, here)
        kept: list[int] = []
        said = here
        for token in passage.list_runs(*sentence):
            tied = attribute_run(passage, token, *sentence, sayings)
            if dashed or is_spoken(passage, token, *sentence, tied, here is not None):
                said = self._quoted(passage, token, tied, who, said or (NOBODY if dashed else None))
                cue = tied.saying.cue if tied.saying else ":" if tied.how == "colon" else None
                self._add(passage.runs[token].start, passage.runs[token].end, "direct", said, cue)
                kept.append(token)
        told = find_told(passage, sentence, sayings, kept, here is not None)
        for one in told:
            said = here
            if one.saying:
                said = who[id(one.saying)] if id(one.saying) in who else self._speaker(passage, one.saying, here)
            elif one.subject:
                said = self._named(passage, one.subject)
            self._pieces(passage, one, kept, said or NOBODY)
        if not kept and not told and sayings and sayings[-1].subject and sayings[-1].kind != "impersonal":
            said = who[id(sayings[-1])]  # who spoke, though what is told in the sentences that follow
        return said

    def _speaker(self, passage: Passage, saying: Saying, here: Speaker | None) -> Speaker:
        """Say who speaks in a saying; of a paper that nobody is named with, who spoke last."""
        if saying.subject:
            if (saying.subject.alone or saying.subject.kind == "role") and saying.agrees in ("m", "f"):
                saying.subject.sex = saying.agrees
            return self._named(passage, saying.subject)
        if saying.kind == "impersonal":
            told = self.heard if self.heard.start >= self.last_at and self.heard.name else NOBODY
            return _carried(here or told)  # The firm announced it. "...", its post says
        if self.rules.silent and saying.agrees in ("s", "p"):
            return self._unsaid(passage.starts[saying.first], here, saying.agrees == "p")
        unnamed = self.rules.has_cases and saying.agrees in ("m", "f", "s")  # a verb alone: (he) answered
        return _carried(here) if here and unnamed else NOBODY

    def _unsaid(self, at: int, here: Speaker | None, many: bool) -> Speaker:
        """Say who a verb alone means: who has acted since somebody spoke in the paragraph, else who spoke: añadió."""
        if many:
            return _carried(here) if here else NOBODY
        if acting := self.meant.find_acting(at, ""):
            return Speaker(acting, -1, -1)
        if here and here.name:
            return _carried(here)
        name = self.meant.find_by_pronoun(at, "", self.last, self.heard)
        self.meant.add_again(name, at)
        return Speaker(name, -1, -1) if name else NOBODY

    def _quoted(
        self, passage: Passage, token: int, tied: Tied, who: dict[int, Speaker], said: Speaker | None
    ) -> Speaker:
        """Say who speaks a quotation: who is named with it, else who spoke last."""
        if tied.saying:
            known = who[id(tied.saying)]
            labelled = tied.saying.subject and not known.name  # X: "...", - (she) wrote
            return self._named(passage, tied.saying.subject) if labelled and tied.saying.subject else known
        if tied.subject:
            return self._named(passage, tied.subject)
        alone = (tied.how == "alone" or (tied.how == "colon" and not said)) and not passage.runs[token].dashed
        acting = self.meant.find_alone(passage.starts[token], self.last, self.heard) if alone else None
        return Speaker(acting, -1, -1) if acting else _carried(said or self.last)

    def _announced(self, start: int) -> Speaker | None:
        """Whom a paragraph that ends in a colon announces for the next, or for all items of a list with one sign."""
        sign = self.text[start]
        if is_announced(self.text, start):
            name = self.meant.find_actor(start)
            self.announced = (Speaker(name, -1, -1), sign) if name else None
        elif self.announced and (sign.isalnum() or sign != self.announced[1]):
            self.announced = None
        return self.announced[0] if self.announced else None

    def _named(self, passage: Passage, subject: Subject) -> Speaker:
        """Say who is meant by the words that name a speaker."""
        start, end = passage.starts[subject.first], passage.ends[subject.last - 1]
        if is_nobody_named(self.text[start:end], self.text[max(0, start - BEFORE) : start]):
            return Speaker("", start, end)  # Niemand sagte, weder X noch Y
        name: str | None = subject.name
        if subject.kind == "pronoun":
            name = self.meant.find_by_pronoun(start, subject.sex, self.last, self.heard)
            self.meant.add_again(name, start)
        elif (latter := self.rules.mappings["latter"].get(subject.name.lower())) is not None:
            name = self.meant.find_latter(start, latter)
        elif subject.kind in ("person", "several"):
            name = subject.name = self.people.find_by_given(subject.name) or subject.name
            called = list_head_nouns(passage.lows[subject.first : subject.last], True, self.rules)
            self.people.roles[name].update(called)
            self.meant.add(subject, start)
        else:
            look_up = self.meant.find_by_role if subject.alone else self.meant.find_by_epithet
            meant = None if subject.kind == "body" and not subject.alone else look_up(subject, start)
            if subject.told and subject.kind == "role" and not meant:
                meant = self.meant.find_here(start, subject.sex) or self.meant.find_acting(start, subject.sex)
            name = meant or name
            self.meant.add_again(meant, start)
            if not meant and subject.kind == "role":
                self.meant.add_nameless(subject, start)
        self.heard = Speaker(name, start, end)
        return self.heard

    def _pieces(self, passage: Passage, told: Told, kept: list[int], speaker: Speaker) -> None:
        """Add a reported clause, in pieces where quotations stand inside it."""
        at, end = passage.starts[told.first], passage.ends[told.last - 1]
        cue = told.saying.cue if told.saying else ":" if told.subject else None
        for run in [*(passage.runs[token] for token in kept if told.first <= token < told.last), None]:
            stop = run.left if run else end
            if len(self.text[at:stop].strip(EDGES["indirect"]).split(None, 1)) > 1:
                self._add(at, stop, "indirect", speaker, cue, told.form)
            at = run.right if run else end

    def _add(self, start: int, end: int, kind: str, who: Speaker, cue: str | None, form: str | None = None) -> None:
        edges = EDGES[kind]
        while start < end and self.text[start] in edges:
            start += 1
        while end > start and self.text[end - 1] in edges:
            end -= 1
        if start < end:
            place = (who.start, who.end) if who.start >= 0 else (None, None)
            self.rows.append(SpeechRow(start, end, kind, who.name or None, *place, cue or None, form))
            if who.name:
                self.last, self.last_at = who, end


def make_listeners(
    text: str, paragraphs: list[tuple[int, int]], begins: Sequence[int], credited: Collection[tuple[int, int]] = ()
) -> dict[int, Listener]:
    """Make the listener of each paragraph in another language than English, by number; one for all of a language."""
    chosen = choose_languages(text, paragraphs) or ()
    spans: dict[LanguageRules, list[tuple[int, int]]] = {}
    for number, rules in enumerate(chosen):
        if rules:
            spans.setdefault(rules, []).append(paragraphs[number])
    listeners = {rules: Listener(text, places, rules, begins, frozenset(credited)) for rules, places in spans.items()}
    return {number: listeners[rules] for number, rules in enumerate(chosen) if rules}


def _carried(who: Speaker) -> Speaker:
    """A speaker who is carried on from before: named nowhere beside the words."""
    return Speaker(who.name, -1, -1)
