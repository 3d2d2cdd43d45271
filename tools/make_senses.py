"""Write the kinds of verbs and nouns, after WordNet: analysis/voices/senses.txt.

Run: python tools/make_senses.py FOLDER
FOLDER: WordNet 3.0's database, as Debian's package wordnet-base has it in usr/share/wordnet (index.verb, data.verb,
verb.exc, cntlist.rev ...); nothing is downloaded here.

Verbs of one word are taken that somebody has marked in a text (cntlist.rev) or whose first sense is communication,
cognition, emotion or perception; nouns that somebody has marked and whose first sense is a person, a group, an act,
communication, cognition or a feeling. The kind is that of the first sense, which is the most frequent; a verb has
besides "also-communication" if another sense is that, and what its sentence frames say that it governs: that
(Somebody ----s that CLAUSE), to (to INFINITIVE), whether (whether INFINITIVE).
A line is a sort, a kind and what is governed, then the words: nouns as they are, verbs with their forms
(say/says/saying/said: base, third person, -ing, then those of the past).

Four more lines part common nouns, and those that somebody has marked, by who can speak: thing (its first sense, and
seven in ten of what was marked, is no person, no group, no words, no place and no building; of a rare word no sense
is), speaking (all others); adjective has common words that are adjectives or adverbs and no nouns, verb the verbs that
were marked three times as often as the nouns of the same spelling.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from analysis.people.lists import load_list
from analysis.voices.cues import present_participle, regular_past, third_person
from analysis.voices.senses import PATH

NOUNS = {4: "act", 9: "cognition", 10: "communication", 12: "feeling", 14: "group", 18: "person"}
BEHIND = (
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
)
BEHIND += ("motion", "perception", "possession", "social", "stative", "weather")
VERBS = dict(enumerate(BEHIND, start=29))  # the files of WordNet's lexicographers, by their numbers
TOPS, ARTIFACT = 3, 6
SPEAKERS, PLACES = frozenset({10, 14, 18}), frozenset({15, 23})  # words, a group, a person; a place, a number of
BUILT = frozenset(["structure", "facility", "establishment"])  # a hospital says
RARE, SELDOM = 10, 0.3  # times marked; share of them
MOSTLY = 3  # times
SPEAKING = ("cognition", "communication", "emotion", "perception")
FRAMES = {26: "that", 28: "to", 29: "whether"}
WORD = re.compile("[a-z]+")
LICENCE = """\
# Kinds of verbs and nouns after WordNet 3.0, written by tools/make_senses.py; its licence:
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and
# without fee or royalty is hereby granted, provided that you agree to comply with the following copyright notice and
# statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
# EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES
# OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR
# DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution
# of the software and/or database. Title to copyright in this software, database and any associated documentation shall
# at all times remain with Princeton University and LICENSEE agrees to preserve same.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    marked = count_marked(folder)
    irregular = list_irregular(folder)
    groups: dict[str, list[str]] = defaultdict(list)
    for word, kinds, frames in list_words(folder, "verb", VERBS):
        if marked[word, "2"] or kinds[0] in SPEAKING:
            also = ["also-communication"] if "communication" in kinds[1:] and kinds[0] != "communication" else []
            governs = [name for frame, name in FRAMES.items() if frame in frames]
            groups[" ".join(["verb", kinds[0], *also, *governs])].append("/".join(inflect(word, irregular[word])))
    for word, kinds, _ in list_words(folder, "noun", NOUNS):
        if marked[word, "1"] and kinds[0]:
            groups[f"noun {kinds[0]}"].append(word)
    groups |= {f"word {kind}": words for kind, words in part_nouns(folder, marked).items()}
    lines = [f"{key}: {' '.join(sorted(groups[key]))}" for key in sorted(groups)]
    PATH.write_text(LICENCE + "\n".join(lines) + "\n", encoding="utf8")
    print(f"{sum(map(len, groups.values())):,} words in {len(groups)} groups, written to {PATH}")


def load_lines(path: Path) -> Iterator[list[str]]:
    """The lines of a file of WordNet, cut at blanks, without its licence."""
    with path.open(encoding="utf8") as lines:
        yield from (line.split(" | ")[0].split() for line in lines if not line.startswith("  "))


def count_marked(folder: Path) -> Counter[tuple[str, str]]:
    """How often each word was marked in texts, by its part of speech (1 noun, 2 verb)."""
    marked: Counter[tuple[str, str]] = Counter()
    for key, _, times in load_lines(folder / "cntlist.rev"):
        lemma, _, rest = key.partition("%")
        marked[lemma, rest[0]] += int(times)
    return marked


def list_irregular(folder: Path) -> dict[str, list[str]]:
    """The forms of verbs that WordNet lists because no rule of its own makes them."""
    found: dict[str, list[str]] = defaultdict(list)
    for form, *bases in load_lines(folder / "verb.exc"):
        for base in bases:
            if WORD.fullmatch(form):
                found[base].append(form)
    return found


def list_words(folder: Path, sort: str, kinds: dict[int, str]) -> Iterator[tuple[str, list[str], set[int]]]:
    """Each word with the kinds of its senses, the most frequent first, and its sentence frames."""
    senses = {
        parts[0]: (int(parts[1]), _frames(parts) if sort == "verb" else {})
        for parts in load_lines(folder / f"data.{sort}")
    }
    for lemma, _, count, *rest in load_lines(folder / f"index.{sort}"):
        if WORD.fullmatch(lemma):
            found = [senses[offset] for offset in rest[-int(count) :]]
            frames = set().union(*(by_word.get(lemma, set()) for _, by_word in found))
            yield lemma, [kinds.get(number, "") for number, _ in found], frames


def part_nouns(folder: Path, marked: Counter[tuple[str, str]]) -> dict[str, list[str]]:
    """Part nouns into things and what can speak; list what is mostly a verb, and common words that are no nouns."""
    times = {(lemma, int(number)): int(count) for lemma, number, count in _count_senses(folder)}
    sets = {parts[0]: parts for parts in load_lines(folder / "data.noun")}
    common, nouns = load_list("common_words"), set()
    found: dict[str, list[str]] = {"thing": [], "speaking": []}
    for lemma, _, count, *rest in load_lines(folder / "index.noun"):
        nouns.add(lemma)
        if WORD.fullmatch(lemma) and (marked[lemma, "1"] or lemma in common):
            speak = [can_speak(offset, sets, not at) for at, offset in enumerate(rest[-int(count) :])]
            spoken = sum(times.get((lemma, at), 0) for at, speaks in enumerate(speak, start=1) if speaks)
            seldom = spoken < SELDOM * marked[lemma, "1"] if marked[lemma, "1"] >= RARE else not any(speak)
            found["thing" if seldom and not speak[0] else "speaking"].append(lemma)
    verbs = {word for word, sort in marked if sort == "2" and marked[word, "2"] >= MOSTLY * marked[word, "1"]}
    others = {parts[0] for sort in ("adj", "adv") for parts in load_lines(folder / f"index.{sort}")}
    plural = {third_person(noun) for noun in nouns}
    found["verb"] = [word for word in verbs if WORD.fullmatch(word)]
    return found | {"adjective": [word for word in (others & common) - nouns - plural if WORD.fullmatch(word)]}


def _count_senses(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each sense of a noun that was marked: the word, the sense's number and how often."""
    for key, number, times in load_lines(folder / "cntlist.rev"):
        lemma, _, rest = key.partition("%")
        if rest[0] == "1":
            yield lemma, number, times


def can_speak(offset: str, sets: dict[str, list[str]], first: bool) -> bool:
    """Tell whether a sense is somebody or words; of a word's first sense also a place, a number and a building."""
    file, words = int(sets[offset][1]), _list_set(sets[offset])[0]
    if file == TOPS:
        return not {"person", "group"}.isdisjoint(words)
    return file in SPEAKERS or (first and (file in PLACES or (file == ARTIFACT and _is_built(offset, sets))))


def _is_built(offset: str, sets: dict[str, list[str]]) -> bool:
    """Tell whether a sense is a building, or lies under one that is."""
    words, above = _list_set(sets[offset])
    built = int(sets[offset][1]) == ARTIFACT and words[0] in BUILT
    return built or any(_is_built(one, sets) for one in above)


def _list_set(parts: list[str]) -> tuple[list[str], list[str]]:
    """The words of a line of data.noun, and the sets above it."""
    count = int(parts[3], 16)
    at = 4 + 2 * count
    pointers = [parts[at + 1 + 4 * number : at + 3 + 4 * number] for number in range(int(parts[at]))]
    return parts[4:at:2], [offset for sign, offset in pointers if sign in ("@", "@i")]


def _frames(parts: list[str]) -> dict[str, set[int]]:
    """The sentence frames of a line of data.verb, by word."""
    count = int(parts[3], 16)
    words = [word.lower() for word in parts[4 : 4 + 2 * count : 2]]
    at = 4 + 2 * count
    at += 1 + 4 * int(parts[at])
    found: dict[str, set[int]] = defaultdict(set)
    for frame, word in zip(parts[at + 2 :: 3], parts[at + 3 :: 3], strict=False):
        for number in [int(word, 16) - 1] if int(word, 16) else range(count):
            found[words[number]].add(int(frame))
    return found


def inflect(word: str, irregular: list[str]) -> list[str]:
    """The forms of a verb: base, third person, -ing, and those of the past."""
    ings = [form for form in irregular if form.endswith("ing")] or [present_participle(word)]
    pasts = [form for form in irregular if not form.endswith("ing")] or [regular_past(word)]
    return [word, third_person(word), ings[0], *pasts]


if __name__ == "__main__":
    main()
