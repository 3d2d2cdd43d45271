"""Reads a text paragraph by paragraph, remembers who spoke last, and says who speaks in each piece of speech."""

from __future__ import annotations

from dataclasses import replace

from analysis.voices.announced import is_quoting_post, is_under_page_part
from analysis.voices.announcing import choose_announcing, find_announced, find_asking_back, is_bulleted, is_dated
from analysis.voices.answering_labels import PAGE_ROLES
from analysis.voices.attributions import find_attributions
from analysis.voices.cues import Attribution, Cues, find_cued
from analysis.voices.cues_around import is_beside_speech
from analysis.voices.digests import find_reposted
from analysis.voices.direct import Spoken, attribute, find_lone_saying, hides_speaker
from analysis.voices.headlines import find_signed_heading, headline, names_somebody
from analysis.voices.indirect import find_reported, is_told
from analysis.voices.likeliest import choose_speaker
from analysis.voices.likely import find_likely, is_unlikely, may_be_inner
from analysis.voices.lines import SINGLE, Line, is_all_in_single_marks, make_line, start_of
from analysis.voices.marks import QuotedRun
from analysis.voices.named_subjects import can_go_on, name_subject
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.referents import Referents
from analysis.voices.reported import Reported
from analysis.voices.role_labels import is_lone_name
from analysis.voices.scenes import Scene
from analysis.voices.senders import find_presented
from analysis.voices.signatures import (
    are_side_by_side,
    find_name_line,
    find_signer,
    find_signers_between,
    is_name_line,
    is_signed,
    is_signed_line,
    is_signed_with_dash,
    is_unnamed,
)
from analysis.voices.speakers import NOBODY, Speaker, name_speaker
from analysis.voices.speech_rows import Heard, SpeechRow, Transcript, cue_of, place_of_speaker
from analysis.voices.spoken_shapes import is_speech
from analysis.voices.title_case import is_title_case, make_small_line
from analysis.voices.tokens import TextTokens
from analysis.voices.turns import Turn
from analysis.words.classes import DETERMINERS

MASKED = 12  # blanks that stand for a label of the page
OPENING = frozenset('“"„«')


class Reader:
    """Reads paragraphs in order; `rows` holds what was found, `likely` what is likely reported besides."""

    def __init__(self, tokens: TextTokens, cues: Cues, people: Referents) -> None:
        """Start a text, given as its tokens; people: who is who in it."""
        self.tokens, self.text = tokens, tokens.text
        self.cues, self.people = cues, people
        self.cued = find_cued(tokens.lows, cues)
        lefts = {self.text[run.left : run.left + 2] for run in tokens.runs.values()}
        self.doubled = any(left[:1] not in SINGLE or left == "''" for left in lefts)  # it quotes in double marks
        self.transcript = Transcript(self.text)
        self.rows = self.transcript.rows
        self.likely: list[SpeechRow] = []  # what is likely reported too
        self.last = Heard(NOBODY)  # of the last quotation
        self.open = False  # the paragraph before ended inside a quotation
        self.unsaid: list[int] = []  # rows of a quotation that runs over paragraphs and names nobody so far
        self.heard: dict[Attribution, Heard] = {}  # who speaks by an attribution of the sentence that is read
        self.announced: Heard | None = None  # the paragraph before ended in "..., he wrote:"
        self.above: Line | None = None  # the paragraph before
        self.captioned = False  # a page's label stood before the words of this paragraph

    def read(self, span: tuple[int, int], runs: list[QuotedRun], following: tuple[int, int] | None = None) -> None:
        """Read one paragraph; following: the next one, which may sign it ("- Kim Lee, Ohio").

        A picture's caption parts nothing, and what stands alone in it is not of who spoke above.
        """
        self.captioned = self.text[span[0] : span[0] + MASKED].isspace()
        before = self.open, self.announced, self.above, self.last
        if self.captioned:
            self.open, self.announced, self.last = False, None, Heard(NOBODY)
        self._read(span, runs, following)
        if self.captioned:
            self.open, self.announced, self.above, self.last = before

    def _read(self, span: tuple[int, int], runs: list[QuotedRun], following: tuple[int, int] | None) -> None:
        line = make_line(self.tokens, *span, runs, self.cued)
        if is_title_case(line):
            line = make_small_line(line, self.people)
        if self.open and self.rows and len(line.words) == 1 and line.runs and self._sign_above(line.runs[0]):
            return
        here: Heard | None = None  # who spoke last in this paragraph
        first_row = len(self.rows)
        if not runs and self._headline(line, span[0]):
            return
        heading = self.doubled and span[0] > 0 and is_all_in_single_marks(line)
        for sentence in line.sentences:
            attributions = find_attributions(line, sentence, self.cues)
            self.heard.clear()
            kept: list[Spoken] = []
            for spoken in attribute(line, sentence, attributions) if runs and not heading else []:
                if is_speech(line, spoken, sentence, here is not None or self._goes_on(line, spoken, following)):
                    here = self._direct(line, sentence, spoken, attributions, here, following)
                    kept.append(spoken)
            reported = find_reported(line, sentence, attributions, kept) if attributions else []
            likely = self._find_likely(line, sentence, attributions, kept, reported)
            heard = self._reported(line, sentence, attributions, kept, reported, likely)
            alone = None if kept or heard else find_lone_saying(line, sentence, attributions)
            heard = self._hear(line, sentence, alone, attributions) if alone else heard
            here = here if kept else heard or here
            self._add_likely(line, sentence, attributions, likely)
        if not span[0] and runs and len(self.rows) == first_row:
            self._headline(line, 0)
        rows = self.rows[first_row:]
        alone = len(rows) == len(runs) > 0 and not any(row.cue for row in rows) and are_side_by_side(line)
        if alone and not any(is_quoting_post(line, at) or find_reposted(line, at) for at in line.runs):
            self._sign(runs[-1], span[1], following, first_row)
        for number, signer in find_signers_between(line) if len(rows) == len(runs) > 1 else ():
            if not rows[number].cue:
                self.transcript.give_to(first_row + number, self._name_whole(signer))
        self.open = bool(runs) and not runs[-1].closed
        listed = runs and following and is_bulleted(self.text, span) and is_bulleted(self.text, following)
        self.announced = (listed and self.announced) or self._announcement(line, here, following)
        self.above = line

    def _goes_on(self, line: Line, spoken: Spoken, following: tuple[int, int] | None) -> bool:
        """Tell whether a quotation continues one: left open before, or a paragraph all of its own, or signed below."""
        signed = following is not None and is_signed(self.text, following)
        whole = len(line.words) == 1 and (self.announced or self.last.who is not NOBODY or signed)
        whole = whole or is_signed_line(line)
        opened = spoken.token == len(line.words) - 1 and not line.runs[spoken.token].closed
        runs_on = opened and following is not None and self.text[following[0]] in OPENING
        return bool(self.announced or runs_on or (spoken.token == 0 and (self.open or whole)))

    def turn(self, turn: Turn) -> None:
        """Add a turn; what is quoted inside it is its speaker's speech too. Nobody is called "Question"."""
        name = turn.speaker if turn.speaker and turn.speaker.lower() not in PAGE_ROLES else None
        who = Speaker(name, turn.label_start, turn.label_end)
        if name:
            self.people.speaks(turn.start, name)
        self.transcript.add(turn.start, turn.end, "turn", Heard(who))
        self.open, self.announced = False, None

    def _direct(
        self, line, sentence, spoken: Spoken, attributions: list[Attribution], here: Heard | None, following
    ) -> Heard:
        run = line.runs[spoken.token]
        heard = self._speaker_of(line, sentence, spoken, attributions, here)
        asked = None
        if following and heard.who.name == self.last.who.name and not heard.cue and len(line.words) == 1:
            asked = find_asking_back(self.text, (run.start, run.end), following, heard.who.name or "-", self.people)
        if heard.who.name and not asked:
            self.people.speaks(run.start, heard.who.name)
        heard = asked or heard
        runs_on = self.open and spoken.token == 0
        if runs_on and heard.cue and heard.who.name:
            self._give_unsaid_to(heard.who)
        if not runs_on or heard.cue or self.announced:
            self.unsaid.clear()
        first = spoken.token == 0 or here is None  # what is not closed is the last of its paragraph
        if first and not spoken.attribution and not run.closed and not self.announced:
            self.unsaid.append(len(self.rows))
        self.transcript.add(run.start, run.end, "direct", heard)
        if here and spoken.attribution and spoken.attribution.cue.form == "noun":
            return here  # "...," Roth writes, against Lee's idea that "...": what follows is Roth's
        self.last = heard
        return heard

    def _give_unsaid_to(self, who: Speaker) -> None:
        """Give the paragraphs of a quotation that named nobody to whom its last one names."""
        for row in self.unsaid:
            self.transcript.give_to(row, who)
        self.unsaid.clear()

    def _speaker_of(self, line, sentence, spoken: Spoken, attributions: list[Attribution], here: Heard | None) -> Heard:
        """Find who says a quotation, from the surest sign to the weakest."""
        signed = spoken.attribution is None or not spoken.attribution.cue.lemma
        if signed and (account := find_reposted(line, spoken.token)):
            return Heard(Speaker(*account))
        if spoken.attribution and spoken.attribution.subject != NOWHERE:
            return self._hear(line, sentence, spoken.attribution, attributions)
        passive = spoken.attribution is not None and spoken.attribution.passive
        if passive and hides_speaker(line, spoken.attribution):
            return Heard(NOBODY, cue_of(line, spoken.attribution))
        if spoken.token == 0 and self.open:
            return Heard(self.last.who)
        if spoken.attribution is None and self.captioned and spoken.token == sentence[0] == 0:
            return Heard(NOBODY)
        if spoken.how == "place" or (not spoken.attribution and is_under_page_part(line, spoken.token, sentence[0])):
            return Heard(NOBODY)
        cue = cue_of(line, spoken.attribution) if spoken.attribution else None
        if spoken.how == "noun":
            shouting = phrase_from(line, spoken.token + 2, sentence[1])
            from_ = line.lows[spoken.token + 1 : spoken.token + 2] == ["from"] and shouting != NOWHERE
            return Heard(name_speaker(line, shouting, self.people, sentence[1]) if from_ else NOBODY, cue)  # chants of
        announced = self.announced if spoken.token == 0 or is_dated(line, spoken.token) else None
        if announced and announced.cue:
            return announced
        scene = Scene(
            *(line, sentence, spoken.token, spoken.attribution, attributions, self.above),
            *(here.who if here else None, self.last.who, announced.who if announced else None),
        )
        return Heard(choose_speaker(scene, self.people, self.cues), cue)

    def _hear(self, line, sentence, attribution: Attribution, attributions: list[Attribution]) -> Heard:
        """Say who speaks by an attribution, of all that it governs the same: nobody, where it has no subject."""
        if attribution not in self.heard:
            known = attribution.subject != NOWHERE and not is_told(line, attribution)
            who = name_subject(line, sentence, attribution, attributions, self.people) if known else NOBODY
            self.heard[attribution] = Heard(who, cue_of(line, attribution))
        return self.heard[attribution]

    def _reported(
        self, line, sentence, attributions: list[Attribution], kept: list[Spoken], reported: list[Reported], likely
    ) -> Heard | None:
        """Add the reported clauses of a sentence, but for parts of what is likely too; return who reported last."""
        heard = None
        runs = [line.runs[spoken.token] for spoken in kept]
        for one in reported:
            found = self._hear(line, sentence, one.attribution, attributions)
            part = any(longer.first <= one.first and one.last <= longer.last for longer in likely)
            if not part and not is_unlikely(line, sentence, one, self.cues):
                self.transcript.add_reported(line, one, runs, found)
            if (
                found.who.name
                and not is_beside_speech(line, one.attribution)
                and can_go_on(line, one, found.who.name, self.people)
            ):
                self.people.speaks(start_of(line, one.first), found.who.name, line.ends[one.last - 1])
                heard = heard if one.form in ("object", "order", "to", "wish") else found
        return heard

    def _find_likely(
        self, line, sentence, attributions: list[Attribution], kept: list[Spoken], reported: list[Reported]
    ) -> list[Reported]:
        """Find what a sentence likely reports besides."""
        cues = [one.attribution for one in (*reported, *kept) if one.attribution]
        taken = [(one.first, one.last) for one in (*reported, *cues)]
        taken += [(spoken.token, spoken.token + 1) for spoken in kept]
        inner = [one for one in reported if may_be_inner(one)]
        return find_likely(line, sentence, attributions, taken, self.cues, inner)

    def _add_likely(self, line, sentence, attributions: list[Attribution], likely: list[Reported]) -> None:
        """Add what a sentence likely reports besides; it changes nothing of what is read behind it."""
        for one in likely:
            heard = self._hear(line, sentence, one.attribution, attributions)
            start, end = start_of(line, one.first), line.ends[one.last - 1]
            self.likely.append(
                SpeechRow(start, end, "indirect", *place_of_speaker(heard.who), heard.cue or None, one.form)
            )

    def _headline(self, line: Line, start: int) -> bool:
        """Add what a heading gives as somebody's words, if it does: "Peskov: talks are near"."""
        found = headline(line) if not start or names_somebody(line, start, self.people) else None
        found = found or find_signed_heading(line)
        if found:
            who = name_speaker(line, found.attribution.subject, self.people, len(line.words))
            self.transcript.add_reported(line, found, [], Heard(who, found.attribution.cue.lemma))
        return found is not None

    def _name_whole(self, line: Line) -> Speaker:
        """Name whom a line names that holds nothing else."""
        return name_speaker(line, (0, len(line.words)), self.people, len(line.words))

    def _sign(self, run: QuotedRun, end: int, following: tuple[int, int] | None, first_row: int) -> None:
        """Give quotations without a cue to the person who signs the last, behind it or in the next paragraph."""
        line = find_signer(self.text, run.right + 1, end, following)
        who = self._name_whole(line) if line else NOBODY
        if line and who.name and is_name_line(line) and not is_unnamed(line):
            self._give_last_to(who)
            for row in range(first_row, len(self.rows) - 1):
                self.transcript.give_to(row, who)
        elif line and is_unnamed(line) and is_signed_with_dash(self.text, following or (run.right + 1, end)):
            self._give_last_to(who if line.lows[0] in DETERMINERS else replace(who, name=None))

    def _sign_above(self, run: QuotedRun) -> bool:
        """Give the quotation of the paragraph before to whom its last line names: "It is late. / Ann Lee, a nurse."."""
        line = find_name_line(self.text, run)
        if line:
            self._give_last_to(self._name_whole(line))
            self.open = False
        return line is not None

    def _give_last_to(self, who: Speaker) -> None:
        if who.name:
            self._give_unsaid_to(who)
        self.transcript.give_last_to(who)
        self.last = Heard(who)

    def _announcement(self, line: Line, here: Heard | None, following: tuple[int, int] | None) -> Heard | None:
        """Remember who speaks next where a paragraph ends in a colon."""
        quoted = following is not None and self.text[following[0]] in OPENING
        if quoted and len(line.words) == 2 and line.words[1] == ":" and is_lone_name(line.words[:1]):
            return Heard(name_speaker(line, (0, 1), self.people, 1))  # Lee: / "We go."
        if len(line.words) <= 2:  # an advertisement's label between
            return self.announced
        sentence = line.sentences[-1]
        if line.words[-1] != ":":
            shown = find_presented(line, sentence) if quoted and not line.runs else NOWHERE
            return Heard(name_speaker(line, shown, self.people, sentence[1])) if shown != NOWHERE else None
        found = find_attributions(line, sentence, self.cues)
        attributions = [attribution for attribution in found if attribution.subject != NOWHERE]
        if attributions:
            said = choose_announcing(line, sentence, attributions)
            heard = self._hear(line, sentence, said, attributions)
            asked = line.lows[said.subject[0] - 1] in ("what", "how") and said.subject[0] > 0
            return replace(heard, cue=None) if asked else heard  # What people say: / "..." / - Ann Lee
        return find_announced(line, sentence, here, self.last, self.people, self.cues)
