"""Whom a pronoun or a role alone means: who was named, introduced with that role, or spoke last."""

from __future__ import annotations

import re

from analysis.voices.languages.acting import FAR, SENTENCE, WORD, is_fit
from analysis.voices.languages.described import Subject
from analysis.voices.languages.full_names import SEXES
from analysis.voices.languages.roles_meant import MARKS, RoleBearers
from analysis.voices.speakers import Speaker

NEAR = 300  # characters back that "they" can lead to a noun
OPENING = re.compile(r"\W*([^\W\d_][\w-]{2,})(?:(?: [—–-])? [^\W\d_]{1,3} |, \d{1,2} \w+)")  # X on Y; Aigul, 34 years


class PeopleMeant(RoleBearers):
    """Says whom pronouns and roles mean, by who spoke and acts in one text."""

    def find_by_pronoun(self, at: int, sex: str, last: Speaker, heard: Speaker) -> str | None:
        """Find who he or she is: the last person named as a subject in the paragraph, else who spoke last."""
        if sex == "p":
            several = last.name and (last.name[0].islower() or last.name in self.together)
            return last.name if several else self._find_plural(at)
        opens = max(self.text.rfind("\n", max(0, at - FAR), at) + 1, at - FAR)
        spoken = next(self.list_lately(at, sex), None)
        spoken_here = bool(self.spoken) and self.spoken[-1].start >= opens
        nameless = self.nameless.start >= opens and is_fit(self.nameless.sex, sex)
        found = self._find_opening(opens, at, sex)
        found = found or self.find_subject(self.nameless.start if nameless else opens, at, sex)
        if not found and nameless and sex and not self.nameless.sex and spoken_here:
            inside = not SENTENCE.search(self.text, self.nameless.start, at)
            found = self.spoken[-1].name if inside and self.spoken[-1].sex == sex else None  # Her doctor knew, she says
        if not found and nameless:
            return self.nameless.name  # A spokesman of the police said it was over. He thanked ...
        here = self.find_subject(opens, at, sex, oblique=True) if not found and not spoken_here else None
        found = found or here or spoken or self.find_subject(max(0, at - FAR), at, sex)
        near = heard.start > at - FAR and is_fit(self.people.full.get(heard.name or "", ""), sex)
        found = found or (self._find_woman(at) if sex == "f" else None) or (heard.name if near else None)
        return found or self.find_subject(max(0, at - FAR), at, sex, oblique=True)

    def _find_opening(self, start: int, at: int, sex: str) -> str | None:
        """Whom a paragraph, or what follows whoever spoke in it, begins with: Young Mia waves. "...", she says."""
        given, role = self._scan_opening(start, at, sex)
        if given or not role:
            return given or None
        head = role.rpartition(" ")[2] if self.rules.verb_last else role
        return self.find_by_role(Subject(0, 1, head, "role", sex, True), at) or self._write_role(role)

    def _write_role(self, role: str) -> str:
        """A role as its language writes nouns."""
        return role.capitalize() if self.rules.capitals else role

    def _find_woman(self, end: int) -> str | None:
        """The last noun for a woman not far before a place, or the given name behind it: (his) wife Gulmira."""
        ends = self.rules.lists["women_roles"] or ("-",)
        words = WORD.findall(self.text[max(0, end - NEAR) : end])
        for at in range(len(words) - 1, -1, -1):
            if words[at].lower().endswith(ends) and self.rules.nouns.get(words[at].lower()):
                behind = words[at + 1] if at + 1 < len(words) else ""
                return behind if behind[:1].isupper() and self.rules.given.get(behind.lower()) else words[at]
        return None

    def find_latter(self, at: int, sex: str) -> str | None:
        """Whom the words before a place name last, but who spoke last: (he asked) the judge. The latter ..."""
        start = max(self.text.rfind("\n", 0, at) + 1, at - NEAR)
        last = self.spoken[-1].name if self.spoken else ""
        named = (one for one in reversed(self.people.look_up(start, at)) if one.name != last)
        person = next((one for one in named if is_fit(one.sex or self.people.guess(one.name), sex)), None)
        for match in reversed(list(WORD.finditer(self.text, person.end if person else start, at))):
            nouns = [noun for noun in self.rules.nouns.get(match[0].lower(), ()) if noun.number == "s"]
            nouns = [noun for noun in nouns if noun.nominative not in self.rules["bodies"]]
            woman = match[0].lower().endswith(self.rules.lists["women_roles"] or "-")
            if nouns and sex != "p" and (not woman or sex == "f"):
                return nouns[0].nominative
        return person.name if person else None

    def find_actor(self, at: int) -> str | None:
        """The last person named in the nominative in the paragraph before a place, else the first (Из интервью X)."""
        end = at
        while end and self.text[end - 1].isspace():
            end -= 1
        start = max(self.text.rfind("\n", 0, end) + 1, at - FAR)
        named = self.people.look_up(start, end)
        found = self.find_subject(start, end, "") or (named[0].name if named else None)
        return found or self._find_surname(start, end) or self._find_pronoun(start, end)

    def _find_pronoun(self, start: int, end: int) -> str | None:
        """Whom the last pronoun of a line means that announces what is said: to my question she shrugs:."""
        words = WORD.findall(self.text[max(start, end - NEAR) : end].lower())
        sexes = [self.rules.pronouns[word] for word in words if word in self.rules.pronouns]
        return next(self.list_lately(end, sexes[-1]), "") if sexes and sexes[-1] in SEXES else None

    def _find_surname(self, start: int, end: int) -> str | None:
        """A family name, or a given one, that opens a line which announces somebody: Путин — о переговорах:."""
        opening = OPENING.match(self.text, start, end)
        low = opening[1].lower() if opening else ""
        known = low.endswith(self.rules.lists["surnames"]) or low in self.rules.given
        return opening[1] if opening and known and not self.rules.nouns.get(low) else None

    def _find_plural(self, at: int) -> str | None:
        """The last noun for several people in the paragraph: (the agency writes, citing) two sources."""
        rules = self.rules
        if not rules.has_cases or rules.verb_last:
            return None
        words = WORD.findall(self.text[max(at - NEAR, self.text.rfind("\n", max(0, at - NEAR), at) + 1) : at].lower())
        for here in range(len(words) - 1, -1, -1):
            nouns = rules.nouns.get(words[here], ())
            if nouns and here and words[here - 1] in rules["counted"]:
                return " ".join(words[here - 1 : here + 1])
            if nouns and all(noun.number == "p" for noun in nouns):
                return nouns[0].nominative
        return None

    def find_alone(self, at: int, last: Speaker, heard: Speaker) -> str | None:
        """Who acts before a quotation that nobody is said to speak, in its paragraph: She refused. "This is home." """
        start = max(self.text.rfind("\n", max(0, at - FAR), at) + 1, at - FAR)
        sentence = SENTENCE.split(self.text[start:at].rstrip())[-1].lower()
        if MARKS.search(sentence):
            return None
        opening = WORD.search(sentence)
        named = self.people.find_by_given(opening[0].capitalize()) if opening else ""
        sex = self.rules.pronouns.get(opening[0], "") if opening else ""
        if named:
            return named
        if sex in SEXES:
            return self.find_by_pronoun(at, sex, last, heard)
        return self.find_acting(at, "") or self._find_role_of(sentence, at)

    def _find_role_of(self, sentence: str, at: int) -> str | None:
        """Whom the role means with which a sentence begins: The pensioner shrugs. "Who gets up at six?"."""
        words, rules = WORD.findall(sentence)[:2], self.rules
        role = words[-1] if words and (words[0] in rules["articles"]) else words[0] if words else ""
        nouns = [noun for noun in rules.nouns.get(role, ()) if noun.is_nominative and noun.number == "s"]
        if not nouns or nouns[0].nominative in rules["bodies"] or words[0] in rules["indefinite"]:
            return None
        woman = role.endswith(rules.lists["women_roles"] or "-")
        sex = rules.mappings["gendered"].get(words[0], "f" if woman else "" if rules.verb_last else "m")
        return self.find_by_role(Subject(0, 1, role, "role", sex, True), at)
