"""What says nothing: nouns spelt like verbs, pictures, patterns; sentences made up for the purpose."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes


def hear(text: str) -> list[tuple[str, str | None]]:
    """List (cue, speaker) of a text, the words in order."""
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    names = (who if isinstance(who, str) else None for who in rows["speaker"])
    return list(zip(rows["cue"], names, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor faced stubborn questions about being too slow to act in the flood.",
        "The union met amid blunt demands for a new contract.",
        "A rule that once covered only a few farms could, under the new plan, shut out thousands of growers.",
        "The price rose again, a figure that fell only in May.",
        "You get the sense that it is not just the young people.",
    ],
)
def test_nouns_behind_articles_and_adjectives_are_no_verbs(text):
    assert not [who for _, who in hear(text) if who]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Staff members think that the rule is unfair.", "staff members"),
        ("The teacher questions whether the school can open.", "the teacher"),
        ("Many say that the rule is unfair.", "many"),
    ],
)
def test_verbs_stay_verbs(text, speaker):
    assert speaker in [who and who.lower() for _, who in hear(text)]


@pytest.mark.parametrize(
    "text",
    [
        "There is a pattern of neglect here that suggests the owners are not merely careless.",
        "The case raises questions about freedom of the press in the valley.",
        "Her readiness to say she is sorry won her few friends.",
        "A video shows Ida Brant making the rude remark in a debate long before the vote.",
        "The link now directs readers to an empty page.",
        "The URL now directs readers to an empty page.",
    ],
)
def test_things_are_no_speakers(text):
    assert not [who for _, who in hear(text) if who]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The commission suggests that the gate was open.", "the commission"),
        ("Law enforcement suggests that the gate was open.", "Law enforcement"),
        ("A witness suggests that the gate was open.", "a witness"),
        ("The video shows that the gate was open.", "the video"),
        ("The survey suggests that the gate was open.", "the survey"),
        ("The mayor raised questions about freedom of the press.", "the mayor"),
        ("The judge directed the firm to pay the growers.", "the judge"),
        ("Ann Hannity was hoping the gate would open.", "Ann Hannity"),
    ],
)
def test_bodies_papers_and_persons_are_speakers(text, speaker):
    assert speaker.lower() in [who and who.lower() for _, who in hear(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Office of the State Auditor refused to comment on the letter.", "Office of the State Auditor"),
        ("The Ministry of the Interior said the roads were open.", "Ministry of the Interior"),
        ("The University of Lund said the roads were open.", "University of Lund"),
    ],
)
def test_names_of_offices_are_whole(text, speaker):
    assert speaker in [who for _, who in hear(text)]
