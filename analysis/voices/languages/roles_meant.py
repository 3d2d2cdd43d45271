"""Whom a role alone or a description means: who was introduced with it, who acts, whom a heading begins with."""

from __future__ import annotations

import re

from analysis.voices.languages.acting import FAR, OPENS, WORD, Acting, is_fit
from analysis.voices.languages.callings import covers_role, is_of_land
from analysis.voices.languages.described import Subject

FEW = 4  # people named first
POST = 600  # characters of a post in which whoever speaks alone is meant by an office
MARKS = re.compile(r'[«»„“”"]')


class RoleBearers(Acting):
    """Says whom roles and descriptions mean, by who spoke and acts in one text."""

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
