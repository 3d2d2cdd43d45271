"""Whom a pronoun or a role alone means: who was named, introduced with that role, or spoke last."""

from __future__ import annotations

import re

from analysis.voices.languages.acting import FAR, OPENS, SENTENCE, WORD, Acting, is_fit
from analysis.voices.languages.callings import covers_role, is_of_land
from analysis.voices.languages.described import Subject
from analysis.voices.languages.full_names import SEXES
from analysis.voices.speakers import Speaker

NEAR = 300  # characters back that "they" can lead to a noun
OPENING = re.compile(r"\W*([^\W\d_][\w-]{2,})(?:(?: [—–-])? [^\W\d_]{1,3} |, \d{1,2} \w+)")  # X on Y; Aigul, 34 years
FEW = 4  # people named first
POST = 600  # characters of a post in which whoever speaks alone is meant by an office
MARKS = re.compile(r'[«»„“”"]')


class RoleBearers(Acting):
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

    def _scan_opening(self, start: int, at: int, sex: str) -> tuple[str, str]:
        """Read the given name alone, or the role, with which what stands between two places begins."""
        last = max([one.start for one in (*self.spoken[-1:], self.nameless)])
        if last >= start:
            stop = self.text.find(". ", last, at)
            start = stop + 2 if stop >= 0 else at
        if self.people.look_up(start, at):
            return "", ""
        rules, before, role, phrase = self.rules, "", "", []
        for match in WORD.finditer(self.text, start, at):
            word, low = match[0], match[0].lower()
            if match.start() > start + OPENS or MARKS.search(self.text, start, match.start()):
                break
            known = rules.given.get(low) or rules.given.get(low.partition("-")[0], ())
            fits = any(one.case < 0 and one.sex and is_fit(one.sex, sex) for one in known)
            if word[0].isupper() and fits and before not in rules["prepositions"]:
                return word, ""
            phrase += [word] if low not in rules["conjunctions"] else []
            if not role and self._is_role_of(low, before, sex):
                role = " ".join(phrase) if rules.verb_last else low  # of the department the spokesman
            before = low
        return "", role

    def _is_role_of(self, low: str, before: str, sex: str) -> bool:
        """Whether a noun for somebody of a sex, no body, stands in the nominative and behind no preposition."""
        nouns = [noun for noun in self.rules.nouns.get(low, ()) if noun.is_nominative and noun.number == "s"]
        if not nouns or before in self.rules["prepositions"] or nouns[0].nominative in self.rules["bodies"]:
            return False
        article = self.rules.mappings["gendered"].get(before, "")
        woman = low.endswith(self.rules.lists["women_roles"] or "-")
        return not sex or (article or ("f" if woman else "m")) == sex

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

    def find_by_epithet(self, subject: Subject, at: int) -> str | None:
        """Whom a description of more words means, who acts or spoke in its paragraph: the world champion of 2018."""
        heads = [low for low in subject.name.lower().split() if self.rules.nouns.get(low)]
        before = WORD.findall(self.text[max(0, at - OPENS) : at].lower())[-1:]
        if (
            not heads
            or not self._is_epithet(heads[0])
            or subject.owned
            or not self.rules["indefinite"].isdisjoint(before)
        ):
            return None
        return self.find_acting(at, subject.sex) or self.find_here(at, subject.sex)

    def _is_epithet(self, role: str) -> bool:
        """Whether a noun says what somebody is rather than which office they hold: the striker."""
        ends = self.rules.lists["epithets"]
        return role in self.rules["epithets"] or bool(self.rules.capitals and ends and role.endswith(ends))

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

    def find_by_role(self, subject: Subject, at: int) -> str | None:
        """Find whom a role alone means: who was introduced with it, or spoke last and may be called so.

        The sex of the verb may tell that somebody else is meant (the speaker answered her).
        """
        rules, role = self.rules, subject.name.lower()
        role = role if not subject.land else next(word for word in role.split() if word != subject.land)
        first, _, last = role.partition(" ")
        told = bool(last) and first in rules["sources"] & rules["generic"]  # the agency's interlocutor
        if told and (not self.spoken or self.nameless.start > self.spoken[-1].start):
            return None
        former = bool(last) and first in rules["former"]
        role = last if former else first if told or role.rpartition(" ")[2] in rules["partisan"] else role
        lately = list(dict.fromkeys(self.list_lately(at, subject.sex)))
        near = [named.name for named in reversed(self.people.look_up(max(0, at - FAR), at))]
        if bearer := self._find_bearer(role, subject.land, list(dict.fromkeys([*lately, *near]))):
            return bearer
        generic = former or role in rules["generic"] or (rules.capitals and role.endswith(rules.lists["generic"]))
        generic = generic or self._is_epithet(role)
        if rules.noun_first and subject.name.istitle() and role.endswith(rules.lists["relational"]):
            return self.find_acting(at, subject.sex) or next(iter(lately), None)  # l'Italien
        if not generic or subject.owned or subject.land:
            return self._find_uncalled(subject, role, at) or self._find_introduced(subject, role)
        opens = max(self.text.rfind("\n", max(0, at - FAR), at) + 1, at - FAR)
        acting = (
            self.find_acting(at, subject.sex)
            or self._scan_opening(opens, at, subject.sex)[0]
            or next(iter(lately), None)
        )
        if acting and not self._is_other(acting, role):
            return acting
        headed = self.find_headed(at, subject.sex) if at < POST and role in rules["offices"] else None
        return headed or (None if acting else self.find_subject(max(0, at - FAR), at, subject.sex))

    def _find_bearer(self, role: str, land: str, known: list[str]) -> str | None:
        """Find who bears a role: of the head of a region rather the governor than the head of a district."""
        covered = {*self.rules.mappings["covers"].get(role, ())} - {role.partition(" ")[0]}
        sure = [one for one in known if " " in role and covered & self.people.roles[one]]
        found = next((one for one in (*sure, *known) if self._bears(one, role, land)), None)
        if found or not land or role in self.rules["offices"]:
            return found
        bearers = [one for one in known if role in self.people.roles[one]]  # l'entraîneur marseillais
        return bearers[0] if len(bearers) == 1 else None

    def _find_uncalled(self, subject: Subject, role: str, at: int) -> str | None:
        """Who spoke last in the paragraph, or alone in a post, and is called by no title: X said. The mayor ..."""
        rules = self.rules
        if subject.owned or subject.land:
            return None
        if role not in rules.mappings["covers"] and role not in rules["offices"]:
            return None
        headed = self.find_headed(at, subject.sex) if at < POST and role in rules["offices"] else None
        if headed or not self.spoken:
            return headed
        last = self.spoken[-1]
        here = "\n" not in self.text[max(last.start, at - FAR) : at] and at - last.start < FAR
        here = here or (at < POST and len({one.name for one in self.spoken}) == 1)
        called = any(one in self.rules.nouns for one in self.people.roles[last.name])
        return last.name if here and not called and is_fit(last.sex, subject.sex) else None

    def _find_introduced(self, subject: Subject, role: str) -> str | None:
        """Whom the text names first, once it has begun with a role: How a teacher spent the night. When Lund ..."""
        woman = role.endswith(self.rules.lists["women_roles"] or "-")
        sex = subject.sex or ("f" if woman else "")
        first = next((one for one in self.people.named[:FEW] if is_fit(self.people.guess(one.name), sex)), None)
        if not sex or not first or first.start > POST or subject.owned or subject.land:
            return None
        if any(one in self.rules.nouns for one in self.people.roles[first.name]):
            return None
        before = WORD.findall(self.text[: first.start].lower())
        nouns = (noun.nominative for word in before for noun in self.rules.nouns.get(word, ()))
        return first.name if role in nouns else None

    def _bears(self, name: str, role: str, land: str) -> bool:
        """Whether somebody was introduced with a role, of a country if one is asked for."""
        called = any(covers_role(role, known, self.rules) for known in self.people.roles[name])
        return called and (not land or is_of_land(land, self.people.beside[name], self.rules))

    def _is_other(self, name: str, role: str) -> bool:
        """Whether somebody cannot be meant by an office: the text calls them by others, by none that covers all."""
        rules, known = self.rules, self.people.roles[name]
        titles = {one for one in known if one in rules.nouns}
        if " " in role and role in rules.mappings["covers"]:  # the head of the government is no minister
            return bool(titles) and not any(covers_role(role, one, rules) for one in titles)
        if not any(role.endswith(office) for office in rules["offices"]):
            return False
        borne = {one for one in known if one in rules.nouns}
        return bool(borne) and not any(one in rules["heads"] for one in borne)
