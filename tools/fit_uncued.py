"""Learn who says quotations without a cue of their own: analysis/voices/uncued_weights.txt.

Run: python tools/fit_uncued.py ARTICLES.jsonl.gz [--seed 2024] [--try]
ARTICLES: one JSON object a line with article, text and attributions, as tools/bench_voices.py reads them. Only the
three quarters that the rules were made on ("worked") are learned from; the last is for measuring.

A candidate (analysis/voices/uncued.py) is right if the name holds the last word of the source that was marked by
hand, or stands on it; a source that is a pronoun is who is named there. Where none is right, nobody is. A logistic
regression on the differences between right and wrong candidates of one quotation, with a penalty on squares, learns the
weights; traits that are seen in fewer than four candidates are left out. While candidates are gathered, earlier
quotations go by PLAIN, so that no weight that was learned is in what is learned from. --try: learns on four fifths of
the articles and measures on the fifth, by turns, and writes nothing: how many quotations get the right speaker, by
place.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from bench_voices import PRONOUNS, RUN, WORD, load_articles, marked
from sklearn.linear_model import LogisticRegression

from analysis.voices import find_quotes, likeliest
from analysis.voices.likeliest import WEIGHTS
from analysis.voices.scenes import Scene, name_place
from analysis.voices.uncued import LikelySpeaker, find_announcer, list_likely_speakers

PENALTY = 0.1  # the smaller, the closer to zero the weights
FEWEST = 4  # candidates that must have a trait
HARDLY = 0.005  # what a weight must exceed to be written
FOLDS = 5
PLAIN = {"announced": 4.0, "here": 3.0, "clause": 2.0, "last": 1.0}


class Choice(NamedTuple):
    """The candidates for one quotation, the last of them nobody, and which are right.

    named: whether the source is marked on this very quotation, and is no pronoun: those that are measured.
    """

    article: int
    place: str
    candidates: list[set[str]]
    right: list[bool]
    named: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=2024, help="the order in which bench_voices.py cuts")
    parser.add_argument("--try", dest="only_try", action="store_true")
    arguments = parser.parse_args()
    choices = gather_choices(load_articles(arguments.articles, "worked", arguments.seed))
    if arguments.only_try:
        report_folds(choices)
        return
    weights = fit(choices)
    kept = sorted((trait, weight) for trait, weight in weights.items() if abs(weight) > HARDLY)
    head = "# Weights of traits, written by tools/fit_uncued.py; learned from the worked part of PolNeAR.\n"
    WEIGHTS.write_text(head + "".join(f"{weight:.3f} {trait}\n" for trait, weight in kept), encoding="utf8")
    print(f"{len(choices):,} quotations, {len(kept):,} traits, written to {WEIGHTS}")


def gather_choices(articles: list[dict]) -> list[Choice]:
    """Listen in on every choice of a speaker, and tie it to the source that was marked."""
    heard: dict[int, tuple[str, list[LikelySpeaker]]] = {}
    chooser, loader = likeliest.list_likely_speakers, likeliest.load_uncued_weights

    def listen(scene: Scene, people, cues) -> list[LikelySpeaker]:
        found = list_likely_speakers(scene, people, cues)
        if not find_announcer(found, place := name_place(scene)):
            heard[scene.line.runs[scene.token].start] = place, found
        return found

    likeliest.list_likely_speakers, likeliest.load_uncued_weights = listen, lambda: PLAIN
    choices = []
    for number, article in enumerate(articles):
        heard.clear()
        quotes = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [article["text"]]}))
        choices += list_choices(number, article, list(quotes.itertuples()), heard)
    likeliest.list_likely_speakers, likeliest.load_uncued_weights = chooser, loader
    return choices


def list_choices(number: int, article: dict, rows: list, heard: dict) -> list[Choice]:
    """List the choices in one article whose source was marked."""
    choices = []
    runs = [match.span(1) for match in RUN.finditer(article["text"])]
    for one in article["attributions"]:
        places = [at for start, end in one["content"] for at in range(start, end)]
        if not places or not one["source"]:
            continue
        first, last = min(places), max(places)
        quoted = marked(span for span in runs if first - 1 <= span[0] and span[1] <= last + 2)
        shared = [(sum(row.start <= at < row.end for at in quoted), row) for row in rows]
        most = max(shared, key=lambda pair: pair[0], default=(0, None))
        if len(quoted) < 15 or sum(count for count, _ in shared) < len(quoted) / 2:
            continue
        word, pronoun = name_source(article["text"], one["source"], rows)
        for start in [start for start in heard if first <= start < last]:
            place, found = heard[start]
            if not found:
                continue
            right = [is_right(candidate, word, one["source"]) for candidate in found]
            traits = [candidate.traits for candidate in found]
            named = most[1].start == start and not pronoun
            choices.append(Choice(number, place, [*traits, set()], [*right, not any(right)], named))
    return choices


def name_source(text: str, source: list, rows: list) -> tuple[str, bool]:
    """The last word of a source, and whether it is a pronoun; then who is named there, if it is one and the same."""
    words = [word.lower() for start, end in source for word in WORD.findall(text[start:end])]
    if not PRONOUNS.issuperset(words):
        return words[-1], False
    named = {row.speaker.split()[-1].lower() for row in rows if isinstance(row.speaker, str) and lies_on(row, source)}
    return (named.pop() if len(named) == 1 else ""), True


def lies_on(row, source: list) -> bool:
    return pd.notna(row.speaker_start) and any(row.speaker_start < end and row.speaker_end > at for at, end in source)


def is_right(candidate: LikelySpeaker, word: str, source: list) -> bool:
    who = candidate.who
    named = word in (found.lower() for found in WORD.findall(who.name))
    return named or (who.start >= 0 and any(who.start < end and who.end > start for start, end in source))


def fit(choices: list[Choice]) -> dict[str, float]:
    """Learn what each trait is worth: the right candidate of each choice is to weigh more than the others."""
    seen = Counter(trait for choice in choices for traits in choice.candidates for trait in traits)
    names = sorted(trait for trait, times in seen.items() if times >= FEWEST)
    column = {trait: number for number, trait in enumerate(names)}
    differences, shares = [], []
    for choice in choices:
        rows = [mark_traits(traits, column) for traits in choice.candidates]
        good, bad = [
            [row for row, right in zip(rows, choice.right, strict=True) if right is side] for side in (True, False)
        ]
        differences += [one - other for one in good for other in bad]
        shares += [1 / (len(good) * len(bad))] * (len(good) * len(bad))
    table, shares = np.array(differences), np.array(shares)
    labels = np.repeat([1, 0], len(table))
    model = LogisticRegression(C=PENALTY, fit_intercept=False, max_iter=1000, solver="liblinear")
    model.fit(np.vstack([table, -table]), labels, sample_weight=np.tile(shares, 2))
    return dict(zip(names, model.coef_[0].tolist(), strict=True))


def mark_traits(traits: set[str], column: dict[str, int]) -> np.ndarray:
    row = np.zeros(len(column))
    row[[column[trait] for trait in traits if trait in column]] = 1
    return row


def report_folds(choices: list[Choice]) -> None:
    """Print how many speakers are right where the model has not seen the article, by place."""
    counts: dict[str, list[bool]] = defaultdict(list)
    nobody = 0
    for fold in range(FOLDS):
        weights = fit([choice for choice in choices if choice.article % FOLDS != fold])
        for choice in choices:
            if choice.article % FOLDS == fold and choice.named:
                best = max(
                    range(len(choice.right)), key=lambda at: sum(weights.get(t, 0) for t in choice.candidates[at])
                )
                nobody += best == len(choice.right) - 1
                right = choice.right[best] and best < len(choice.right) - 1
                counts["all"].append(right)
                counts[choice.place].append(right)
    for place, hits in counts.items():
        print(f"{place} {sum(hits) / len(hits):.3f} of {len(hits):,}")
    print(f"nobody {nobody:,}")


if __name__ == "__main__":
    main()
