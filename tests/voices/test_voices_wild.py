"""Who speaks in news of many styles: signatures, headings, labels, names, marks and clauses as outlets write them."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.texts.sentences import place_sentences

SITUATIONS = {
    "a tilde signs": (
        "“Nobody has oiled that lock in a decade.” ~ Warden Tess Quill",
        "Nobody has oiled",
        "Tess Quill",
    ),
    "a name in brackets signs": (
        "“The tower leaned long before we bought it.”\n\n(Bishop Arno Feld, 4 June)",
        "The tower leaned",
        "Arno Feld",
    ),
    "a role of small letters in brackets signs": (
        "‘We saw the crack in May.’ (Works manager Odo Brenn)",
        "We saw the crack",
        "Odo Brenn",
    ),
    "a role and a name on the next line sign": (
        "“Each box was sealed twice.”\n\nPolling officer Sarah Brenn",
        "Each box was sealed",
        "Sarah Brenn",
    ),
    "a signature and what it is about": (
        "“A tale from top to tail” — Brenn on the audit; Quillo called it “the tip of it”.",
        "A tale from top",
        "Brenn",
    ),
    "a time behind who is announced": (
        "From Warden Tess Quill’s letter this morning:\n\n“We found the gate open and the dogs asleep.”",
        "We found the gate open",
        "Tess Quill",
    ),
    "a heading sets the name behind": ("‘The ice will not hold’: Quill on the race", "The ice will not hold", "Quill"),
    "a role of no article before a colon": ("- **Tess Quill, warden:** “We dig.”", "We dig.", "Tess Quill"),
    "a table's cell before": ("Tess Quill | “The mud was deeper.”", "The mud was deeper.", "Tess Quill"),
    "a table's cell behind": ("“The mud was deeper.” | Tess Quill, warden", "The mud was deeper.", "Tess Quill"),
    "an Arabic article": (
        'Ex-minister Nasr al-Hamed ibn Qasim said the well was "an open grave". "It is," al-Hamed ibn Qasim said.',
        "an open grave",
        "Nasr al-Hamed ibn Qasim",
    ),
    "a surname without its article": (
        'Bashar al-Rifai spoke late. "The well is closed," Rifai said.',
        "The well is closed",
        "Bashar al-Rifai",
    ),
    "a conjunction some words behind a quotation": (
        'The guild called its saddler "unwell" for now and the saddler himself told fans he was "on the mend".',
        "on the mend",
        "the saddler himself",
    ),
    "three clauses of three speakers": (
        'While the count praised it as "bold", millers dismissed it as "a fad" and a guild leader, Odo Brenn, '
        'labelled it "a theft".',
        "a theft",
        "Odo Brenn",
    ),
    "an agency reports whom it hears": (
        "The palace, commenting on the plan, called it “reckless”, Northwire reports.",
        "reckless",
        "the palace",
    ),
    "an apposition behind a question": (
        "Asked whether the mill would open by May, the guild leader, Odo Brenn, said it would.",
        "it would",
        "Odo Brenn",
    ),
    "an infinitive is no aside": (
        "To a question on whether the mill burned, Brenn answered that there was nothing to add.",
        "that there was nothing to add",
        "Brenn",
    ),
    "no list knows the given name": (
        'When asked whether he slept, Kvelo Brenn shrugged. "I keep one eye open," he said.',
        "I keep one eye open",
        "Kvelo Brenn",
    ),
    "an adverb before a participle": (
        'A jockey best known for a fall in a river in 1997 said the race was "a circus".',
        "a circus",
        "a jockey",
    ),
    "nouns spelt like verbs": (
        'The columnist is notorious for her weekly rants, branding the king "a ghost".',
        "a ghost",
        "the columnist",
    ),
    "a measured time hangs on the subject": (
        'A leaflet three days before the fair urged farmers to "stay at home".',
        "stay at home",
        "a leaflet",
    ),
    "a participle with as": (
        'A miller widely seen as the father of the guild said the vote was "a draw at best".',
        "a draw at best",
        "a miller",
    ),
    "words on things pasted somewhere": (
        'Posters pasted along the lane which say "No toll, no way" will go.',
        "No toll, no way",
        "Posters",
    ),
    "an agency at the end": (
        'The guild instructed millers to "keep the gates shut", Northwire.kz reports.',
        "keep the gates shut",
        "the guild",
    ),
    "one of several with an irregular plural": (
        "One of Quill’s deputies, Odo Brenn, said it was “half open”.",
        "half open",
        "Odo Brenn",
    ),
    "words on a thing": ('A banner hung over the lane that reads "Feed the ducks" fell.', "Feed the ducks", "a banner"),
    "two who say without a conjunction": (
        "Ankara says the strait is open, Athens says it is not.",
        "it is not",
        "Athens",
    ),
    "as somebody informed": (
        "As the chief of the fire brigade Odo Brenn informed, the blaze has been put out.",
        "the blaze has been put out",
        "the chief of the fire brigade Odo Brenn",
    ),
    "a mark nested in another": ("«She cried: “Row,” and I rowed», recalled Odo Brenn.", "and I rowed", "Odo Brenn"),
    "only the closing mark": ("Odo Brenn said: We never saw the bill”.", "We never saw the bill", "Odo Brenn"),
    "a letter lost at a word's end": (
        "'Twas dark in the hall. 'I'd sack the lot o' them,' said fan Odo Brenn.",
        "I'd sack the lot o' them",
        "Odo Brenn",
    ),
    "a bubble and an occasion": (
        "🗣 Brenn in a talk with Northwire: I was told to wait.",
        "I was told to wait",
        "Brenn",
    ),
    "another bubble and an office": ("🗨 Mayor Brenn, head of the fair: Nobody will pay.", "Nobody will pay.", "Brenn"),
    "symbols that come again": (
        "🔥 Brenn: The fair is off.\n\n🔥 Quillo: I disagree. We must try.",
        "We must try",
        "Quillo",
    ),
    "an answer under a paper's question": (
        "Northwire: Will you sell the mill?\n\nBrenno: No. Mills are rare.\n\nBrenno, 41, owns two.",
        "Mills are rare",
        "Brenno",
    ),
    "names that no list knows, by turns": (
        "Northwire: Is it over?\n\nDosmyr Kvelo: It sleeps.\n\nNorthwire: Who wakes it?\n\nDosmyr Kvelo: Debt will.",
        "Debt will.",
        "Dosmyr Kvelo",
    ),
    "capitals once, beside others with an office": (
        "TESS QUILL, FLOOD VICTIM: I lost my boat.\n\n(END VIDEO CLIP)\n\nBRENNOR: Sad words there.",
        "Sad words there",
        "Brennor",
    ),
    "a heading's place and who wrote": (
        "Toll rises\n\nBy Arjun Das in Patna\n\nNine fell ill on Sunday.\n\n“It was the water,” he said.",
        "It was the water",
        None,
    ),
    "an exclusive": (
        "Banks shut\n\nExclusive: By Chidi Alabo and Musa Tanko, Kano\n\nBanks shut on Friday.\n\n“No cash,” he said.",
        "No cash",
        None,
    ),
    "who sends from where": (
        "Senate sits\n\nFrom Chidi Alabo, Abuja\n\nThe Senate sat on Sunday.\n\n“It was dull,” he said.",
        "It was dull",
        None,
    ),
}


@pytest.mark.parametrize("text, part, speaker", SITUATIONS.values(), ids=SITUATIONS)
def test_the_speaker_is_who_the_text_says(text, part, speaker):
    """Each text names one speaker of these words."""
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    said = quotes[quotes["text"].str.contains(part, regex=False)]
    assert len(said) == 1
    found = said["speaker"].iloc[0]
    assert (found if isinstance(found, str) else None) == speaker


def test_a_signed_quotation_under_a_bubble_is_no_turn():
    text = "🗨 «We are at peace with all»\n\n— Mayor Odo Brenn"
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert quotes[["kind", "text", "speaker"]].to_dict("records") == [
        {"kind": "direct", "text": "We are at peace with all", "speaker": "Odo Brenn"}
    ]


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("The fine was Rs. 40 lakh. Nobody paid.", ["The fine was Rs. 40 lakh.", "Nobody paid."]),
        ("She joined the F.B.I. Nobody asked.", ["She joined the F.B.I.", "Nobody asked."]),
    ],
)
def test_sums_in_rupees_and_initials_before_nobody(text, sentences):
    assert [text[start:end] for _, start, end in place_sentences(text)] == sentences
