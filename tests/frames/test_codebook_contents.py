"""What the shipped codebooks hold: names, sources, items, and words that belong to one frame."""

from __future__ import annotations

from collections import defaultdict
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from analysis.frames.codebooks import list_codebooks, load_codebook
from analysis.frames.codebooks.patterns import cut_text, fold_text
from analysis.texts.tokens import is_word

SEEDS = Path(__file__).parents[2] / "seeds"
RUN = 7  # words in a row: no shipped statement shares so many with a seed

FRAMES = {
    "generic": ["responsibility", "human_interest", "conflict", "morality", "economic"],
    # Boydstun et al. 2014; Card et al. 2015: fifteen dimensions, of which "other" is what is left
    "policy": [
        "economic", "capacity_resources", "morality", "fairness_equality", "legality", "policy_prescription",
        "crime_punishment", "security_defense", "health_safety", "quality_of_life", "cultural_identity",
        "public_opinion", "political", "external_regulation",
    ],
    "elements": ["problem_definition", "causal_interpretation", "moral_evaluation", "treatment_recommendation"],
    "foreign-policy": [
        "sovereignty", "security_threat", "information_war", "language_compatriots", "alliance_partnership",
        "historical_memory", "multipolar_order", "economic_integration", "humanitarian_harm", "international_law",
    ],
}  # fmt: skip
OWN = ["policy", "elements", "foreign-policy"]


def words_of(text: str) -> list[str]:
    return [token for token in cut_text(fold_text(text)) if is_word(token)]


def test_every_codebook_that_the_package_ships_is_listed_here():
    assert set(list_codebooks()) == set(FRAMES)


@pytest.mark.parametrize("name", FRAMES)
def test_the_frames_are_those_of_the_literature_in_its_order(name):
    assert [frame.name for frame in load_codebook(name).frames] == FRAMES[name]


@pytest.mark.parametrize("name", FRAMES)
def test_each_frame_has_a_definition_a_source_and_items_with_words_and_statements(name):
    for frame in load_codebook(name).frames:
        assert len(frame.definition) > 40, frame.name
        assert frame.source, frame.name
        assert 3 <= len(frame.items) <= 5, frame.name
        for item in frame.items:
            assert item.question.endswith("?"), item.name
            if item.applies:
                assert item.words and len(item.statements) >= 2, item.name


@pytest.mark.parametrize("name", FRAMES)
def test_nothing_shipped_is_called_validated(name):
    status = load_codebook(name).status
    assert "not validated" in status or "unvalidated" in status


def test_this_projects_own_frames_are_labelled_a_draft_wherever_they_are_named():
    book = load_codebook("foreign-policy")
    assert "draft" in book.title and "draft" in book.source and "draft, unvalidated" in book.status
    assert all("draft, unvalidated" in frame.source for frame in book.frames)


def test_policy_says_what_becomes_of_texts_that_fit_no_dimension():
    note = load_codebook("policy").note
    assert '"other"' in note and "share" in note


@pytest.mark.parametrize("name", OWN)
def test_no_word_stands_in_two_frames_of_a_codebook(name):
    frames = defaultdict(set)
    for frame in load_codebook(name).frames:
        for item in frame.items:
            for word in item.words:
                for variant in word.variants:
                    frames[variant].add(frame.name)
    assert {" ".join(variant): names for variant, names in frames.items() if len(names) > 1} == {}


@pytest.mark.parametrize("name", OWN)
def test_no_word_is_masked_by_its_own_codebook(name):
    """A word that equals a mask could never be found."""
    book = load_codebook(name)
    masked = {variant for mask in book.masks for variant in mask.variants}
    words = {
        variant for frame in book.frames for item in frame.items for word in item.words for variant in word.variants
    }
    assert masked & words == set()


@pytest.mark.parametrize("name", OWN)
def test_an_exception_covers_the_word_that_it_excepts(name):
    """An `unless` phrase that does not hold the word's tokens could never stand over it."""
    for frame in load_codebook(name).frames:
        for word in (word for item in frame.items for word in item.words):
            tokens = {token for variant in word.variants for token in variant}
            for phrase in word.unless:
                pairs = [(token, part) for token in tokens for part in phrase]
                assert any(fnmatchcase(token, part) or fnmatchcase(part, token) for token, part in pairs), (
                    f"{word.text}: {phrase}"
                )


@pytest.mark.parametrize("name", OWN)
def test_no_statement_is_lifted_from_the_seeds(name):
    runs = set()
    for path in SEEDS.glob("*.txt"):
        tokens = words_of(path.read_text(encoding="utf-8"))
        runs |= {tuple(tokens[place : place + RUN]) for place in range(len(tokens) - RUN + 1)}
    for frame in load_codebook(name).frames:
        for statement in (statement for item in frame.items for statement in item.statements):
            tokens = words_of(statement)
            own = {tuple(tokens[place : place + RUN]) for place in range(len(tokens) - RUN + 1)}
            assert not own & runs, statement


@pytest.mark.parametrize("name", OWN)
def test_no_statement_stands_twice(name):
    said = [s for frame in load_codebook(name).frames for item in frame.items for s in item.statements]
    assert len(said) == len(set(said))
