"""The optional engine: names from a spaCy model, under the same naming; a stand-in plays the model here."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import SimpleNamespace

import pytest
from test_actors import actors

from analysis.errors import InputError

NAMES = {"Thomas Xoro": "PERSON", "Xoro": "PERSON", "Ushirika": "ORG", "Kenyan Foreign Ministry": "ORG", "Kenya": "GPE"}


class StandIn:
    """What the engine uses of a model: pipe(texts) -> parsed texts with ents (label_, start_char, end_char)."""

    def pipe(self, texts):
        pattern = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
        for text in texts:
            yield SimpleNamespace(
                ents=[
                    SimpleNamespace(label_=NAMES[match.group()], start_char=match.start(), end_char=match.end())
                    for match in pattern.finditer(text)
                ]
            )


@pytest.fixture
def spacy(monkeypatch):
    module = SimpleNamespace(
        util=SimpleNamespace(get_installed_models=lambda: ["de_core_news_sm", "en_core_web_sm"]),
        load=lambda name: StandIn() if name == "en_core_web_sm" else None,
    )
    monkeypatch.setitem(sys.modules, "spacy", module)
    return module


def test_the_model_finds_people_and_organisations_and_the_lists_find_countries(spacy):
    text = [
        "Thomas Xoro of Ushirika met the Kenyan Foreign Ministry in Nairobi.",
        "Xoro said Nairobi denied that NATO paid.",
    ]
    assert actors(text, engine="spacy") == [
        ("Thomas Xoro", "Thomas Xoro", "p"),
        ("Ushirika", "Ushirika", "o"),
        ("Kenyan Foreign Ministry", "Kenyan Foreign Ministry", "o"),
        ("Xoro", "Thomas Xoro", "p"),
        ("Nairobi", "Kenya", "c"),
        ("NATO", "NATO", "o"),
    ]


def test_without_an_english_model_the_remedy_is_told(spacy):
    spacy.util.get_installed_models = lambda: ["de_core_news_sm"]
    with pytest.raises(
        InputError, match=r"python -m spacy download en_core_web_sm.*Installed models: \['de_core_news_sm'\]"
    ):
        actors(["x"], engine="spacy")


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed here")
def test_without_the_package_the_remedy_is_told():
    with pytest.raises(InputError, match=r'engine="spacy" needs the package spaCy .* or use engine="patterns"'):
        actors(["x"], engine="spacy")
