"""Who speaks: two in a sentence, pronouns, months, sources, things and times; sentences made up for the purpose."""

import pandas as pd
import pytest
from hearing import speaker_of
from hearing import words_and_speakers as speakers

from analysis.voices import extract_quotes


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'Anna Reed called the plan "a gift to the rich", while Tom Hale described it as "the best news in years".',
            "a gift to the rich",
            "Anna Reed",
        ),
        (
            'Anna Reed called the plan "a gift to the rich", while Tom Hale described it as "the best news in years".',
            "the best news",
            "Tom Hale",
        ),
        (
            'The union said the offer was "an insult to every nurse" and the '
            'hospital replied that it was "more than fair".',
            "an insult to every",
            "union",
        ),
        (
            'The union said the offer was "an insult to every nurse" and the '
            'hospital replied that it was "more than fair".',
            "more than fair",
            "hospital",
        ),
        (
            'Residents complained of "a wall of noise", whereas the airline spoke of "a modest rise in traffic".',
            "a wall of noise",
            "residents",
        ),
        (
            'Residents complained of "a wall of noise", whereas the airline spoke of "a modest rise in traffic".',
            "a modest rise",
            "airline",
        ),
        (
            'Hale told parliament the bridge was "safe for another decade"; '
            'Reed told reporters it was "held together by paint".',
            "safe for another",
            "Hale",
        ),
        (
            'Hale told parliament the bridge was "safe for another decade"; '
            'Reed told reporters it was "held together by paint".',
            "held together by",
            "Reed",
        ),
        (
            '"We will sign," the mayor said, but Reed, who leads the '
            'opposition, said that "nobody should trust a word of it".',
            "We will sign",
            "mayor",
        ),
        (
            '"We will sign," the mayor said, but Reed, who leads the '
            'opposition, said that "nobody should trust a word of it".',
            "nobody should trust",
            "Reed",
        ),
        (
            'Police described the crowd as "hostile and armed", and a '
            'witness described it as "families with pushchairs".',
            "hostile and armed",
            "police",
        ),
        (
            'Police described the crowd as "hostile and armed", and a '
            'witness described it as "families with pushchairs".',
            "families with",
            "a witness",
        ),
        (
            'The governor praised "a brave decision by the court", yet her deputy decried "a dark day for us all".',
            "a brave decision",
            "governor",
        ),
        (
            'The governor praised "a brave decision by the court", yet her deputy decried "a dark day for us all".',
            "a dark day",
            "her deputy",
        ),
        (
            'Critics say the law is "a licence to spy" and supporters say it is "long overdue and moderate".',
            "a licence to spy",
            "critics",
        ),
        (
            'Critics say the law is "a licence to spy" and supporters say it is "long overdue and moderate".',
            "long overdue",
            "supporters",
        ),
        (
            'Although the bank insisted it was "well funded and calm", '
            'analysts at Norden said it was "weeks from collapse".',
            "well funded",
            "bank",
        ),
        (
            'Although the bank insisted it was "well funded and calm", '
            'analysts at Norden said it was "weeks from collapse".',
            "weeks from",
            "analysts at Norden",
        ),
    ],
)
def test_two_speakers_of_one_sentence_each_keep_their_words(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Asked if the ferry was safe, Captain Nora Blum said it had passed every test.", "it had passed", "Nora Blum"),
        (
            "When asked how long the strike would last, Peter Lang said that it could take weeks.",
            "it could take weeks",
            "Peter Lang",
        ),
        (
            "Asked by reporters why the school had closed, the headteacher said the roof was unsafe.",
            "the roof was unsafe",
            "headteacher",
        ),
        (
            "Pressed on whether taxes would rise, the treasurer replied that no decision had been taken.",
            "no decision",
            "treasurer",
        ),
        (
            "Asked about the leak on Tuesday, Ms Orr told the committee she had not read the memo.",
            "she had not read",
            "Orr",
        ),
        ("Asked what he would do next, Lang laughed and said he would sleep.", "he would sleep", "Lang"),
        (
            "Questioned about whether the fund was empty, Mr Doyle insisted there was plenty left.",
            "there was plenty",
            "Doyle",
        ),
    ],
)
def test_a_question_before_the_main_clause_does_not_swallow_it(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "From Senator Paul Quill:\n\n“This bill will not pass while I am here to stop it.”",
            "This bill",
            "Paul Quill",
        ),
        (
            'This is from the museum\'s director, Iris Vale:\n\n"We are glad that the painting comes home."',
            "We are glad",
            "Iris Vale",
        ),
        (
            'Here is Coach Leon Marsh:\n\n"They ran until they could not stand, and I am proud of them."',
            "They ran",
            "Leon Marsh",
        ),
        (
            'And this from the mayor:\n\n"The river has risen by two metres and everyone must leave."',
            "The river has",
            "mayor",
        ),
        (
            "A statement from the company's lawyer, Ivo Strand:\n\n\"My client "
            'denies each of these claims and will fight them."',
            "My client",
            "Ivo Strand",
        ),
    ],
)
def test_a_paragraph_that_ends_in_from_X_and_a_colon_announces_the_next(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'One of Reed\'s lawyers, Ann Poole, said the charge was "a work of fiction from start to end."',
            "a work of fiction",
            "Ann Poole",
        ),
        (
            'Some of Hale\'s advisers told the paper that the plan was "doomed from the first day".',
            "doomed from",
            "some of Hale's advisers",
        ),
        (
            'Two of the mayor\'s deputies, Lee Voss and Ina Tarn, called the budget "a house of cards".',
            "a house of cards",
            "Lee Voss and Ina Tarn",
        ),
        ('A friend of Quill\'s said he was "tired of the whole business".', "tired of the", "a friend of Quill's"),
        (
            'A former colleague of Ms Worth\'s, Dan Ebb, recalled that she was "first in and last out".',
            "first in and",
            "Dan Ebb",
        ),
        (
            'Several members of Lang\'s party said that "the era of easy money is over".',
            "the era of",
            "several members of Lang's party",
        ),
    ],
)
def test_one_of_several_names_its_own_speaker(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            '"He has already packed," said a person familiar with the talks.',
            "He has already",
            "a person familiar with the talks",
        ),
        ('"The money is gone," said two people briefed on the audit.', "The money is", "two people"),
        (
            'One official close to the governor said the bill was "dead on arrival."',
            "dead on arrival",
            "one official close to the governor",
        ),
        (
            'An aide familiar with her thinking told The Post that she would "walk away within days".',
            "walk away within",
            "an aide familiar with her thinking",
        ),
        ('A banker involved in the sale said bids were "far below what was hoped".', "far below what", "a banker"),
    ],
)
def test_a_source_close_to_somebody_keeps_the_words_that_say_so(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'Quill is famous for his temper, once describing a rival as "a snake in a suit".',
            "a snake in a suit",
            "Quill",
        ),
        (
            'The minister made headlines for his blunt style, dismissing critics as "professional mourners".',
            "professional mourners",
            "minister",
        ),
        ('Reed drew applause with her speech, calling for "an end to silence on pay".', "an end to silence", "Reed"),
        (
            'The bishop is remembered for his courage, telling soldiers to "lay down what was given to you".',
            "lay down what",
            "bishop",
        ),
    ],
)
def test_a_participle_goes_back_to_the_subject_of_its_sentence(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'Vendors offered mugs for five euros that read: "I was here before the flood."',
            "I was here before",
            "mugs for five euros",
        ),
        (
            'He carried a banner in the rain that said: "Give us back our water."',
            "Give us back",
            "a banner in the rain",
        ),
        ('A sign on the door read, "Closed until the strike is over."', "Closed until", "a sign"),
        ('She wore a badge on her coat which declared "No more empty chairs".', "No more empty", "a badge"),
    ],
)
def test_a_thing_that_bears_words_is_named_as_it_stands(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'An editorial printed on Sunday morning called the court "a rubber stamp with robes".',
            "a rubber stamp",
            "an editorial",
        ),
        (
            'A report released earlier this week described the mine as "a disaster waiting to happen".',
            "a disaster waiting",
            "a report",
        ),
        ('Quill this weekend accused the board of "hiding in plain sight".', "hiding in plain", "Quill"),
        ('The paper over the summer called him "the last honest man in town".', "the last honest", "paper"),
        ('A letter sent to staff last month warned of "painful and early cuts".', "painful and early", "a letter"),
        ('Worth late Friday night dismissed the poll as "junk with decimals".', "junk with decimals", "Worth"),
    ],
)
def test_a_time_before_the_verb_is_no_speaker(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            '"We are ready," said Ivo Strand, who chairs the port.\n\nIn the afternoon, Leon Marsh walked '
            'to the gate and met the strikers.\n\n"Nobody will be sacked," he told them.',
            "Nobody will be",
            "Leon Marsh",
        ),
        (
            "Nora Blum said the ferry was safe.\n\nHer rival, Iris Vale, stood on the "
            'pier and shook her head.\n\n"That ship is rust," she said.',
            "That ship",
            "Iris Vale",
        ),
        (
            "Peter Lang said the vote was over. Dan Ebb disagreed and left the "
            'hall.\n\n"It is not over," he said on the stairs.',
            "It is not over",
            "Dan Ebb",
        ),
        (
            '"I voted for it," said Rosa Worth.\n\nTom Hale did not vote. He '
            'was ill.\n\n"I would have voted no," he said.',
            "I would have voted no",
            "Tom Hale",
        ),
        (
            'Tom Hale criticised Anna Reed for the delay.\n\n"It was my decision," she said.',
            "It was my decision",
            "Anna Reed",
        ),
        (
            'The coach Leon Marsh praised striker Ivo Strand.\n\n"He was everywhere," he said.',
            "He was everywhere",
            "Leon Marsh",
        ),
    ],
)
def test_a_pronoun_goes_to_the_nearest_subject_since_the_last_speech(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Brian May played for an hour. "It felt like home," May said afterwards.', "It felt like", "Brian May"),
        (
            'April Jones won the race. "I was lucky," Jones said. April said her knee hurt.',
            "I was lucky",
            "April Jones",
        ),
        (
            'April Jones won the race. "I was lucky," Jones said. April said her knee hurt.',
            "her knee hurt",
            "April Jones",
        ),
        ("Judge June Carver spoke first. Carver said the case was closed.", "the case was closed", "June Carver"),
        (
            'Home Secretary Theresa May answered. "We will act," Mrs May said, and May added that the law was clear.',
            "We will act",
            "Theresa May",
        ),
        (
            'Home Secretary Theresa May answered. "We will act," Mrs May said, and May added that the law was clear.',
            "the law was clear",
            "Theresa May",
        ),
        ('Fred March runs the farm. "Rain is all we need," said March.', "Rain is all", "Fred March"),
    ],
)
def test_a_surname_or_given_name_that_is_a_month_is_a_person(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"Who pays?" Anna Reed wanted to know. "Not us!" Tom Hale shouted.', "Not us!", "Tom Hale"),
        ('"Is that all?" asked the judge. "Yes!" Quill said.', "Is that all?", "judge"),
        ('"Is that all?" asked the judge. "Yes!" Quill said.', "Yes!", "Quill"),
        ('"What did we win?" Rosa Worth asked the crowd. Nobody answered.', "What did we win", "Rosa Worth"),
        (
            '"Where is the money?" Ivo Strand demanded. The board looked at its shoes.',
            "Where is the money",
            "Ivo Strand",
        ),
    ],
)
def test_a_question_names_who_asks_it(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'The inquiry was narrow, and its scope, said Reed, was "chosen to protect the guilty".',
            "chosen to protect",
            "Reed",
        ),
        ('Despite calls to quit, Hale said he would "see the job through".', "see the job", "Hale"),
        (
            'The president declared a state of emergency in the republic, saying "order must come before everything".',
            "order must come",
            "president",
        ),
        (
            'Amid growing calls for a strike, the union\'s head, Ina Tarn, said "members will decide by Friday".',
            "members will decide",
            "Ina Tarn",
        ),
        (
            'After a meeting with its lawyers, the company said it would "defend itself with vigour".',
            "defend itself",
            "company",
        ),
        ('Under its new owner, the paper declared the mayor "unfit for any office".', "unfit for any", "paper"),
        (
            'The mayor announced a ban on parties in the old town, warning that "fun has a closing hour".',
            "fun has a",
            "mayor",
        ),
        (
            'The widening of its mandate, critics said, was "a blank cheque for the agency".',
            "a blank cheque",
            "critics",
        ),
    ],
)
def test_phrases_are_cut_where_they_end(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


def test_a_note_is_nobodys_words():
    assert speakers("Note: The figures are provisional and may change next month.") == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            'The bank said the loan "is still sound and will be paid," but the auditor called it "a ruin."',
            [("the loan", "the bank"), ("is still sound and will be paid,", "the bank"), ("a ruin.", "the auditor")],
        ),
        (
            'Reed said the route was "blocked for good", and Hale said it was "open by noon".',
            [
                ("the route was", "Reed"),
                ("blocked for good", "Reed"),
                ("it was", "Hale"),
                ("open by noon", "Hale"),
            ],
        ),
        (
            "Asked whether he would sell, Ivo Strand said he might.",
            [("whether he would sell", None), ("he might", "Ivo Strand")],
        ),
    ],
)
def test_a_second_speaker_s_clause_is_no_part_of_what_the_first_reports(text, rows):
    assert speakers(text) == rows


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Lee said Hale had met donors with "deep pockets and long lists".', "deep pockets", "Lee"),
        ('Lee said Hale called it "a long and costly farce".', "a long and costly", "Hale"),
        ('"It is late," Megyn Kelly said. "We go," Kelly said.', "We go", "Megyn Kelly"),
        ('Rosa Worth - who had waited for hours - told reporters: "It is over for now."', "It is over", "Rosa Worth"),
        ("A report about the mayor said that the roof leaked.", "that the roof leaked", "a report"),
        (
            'The envoy will fly to Oslo to discuss "a lasting peace in the north" the ministry said.',
            "a lasting peace",
            "ministry",
        ),
        ("Officials in Oslo say that by noon the road was shut.", "the road was shut", "officials"),
    ],
)
def test_what_is_quoted_goes_to_who_says_it_and_not_to_whom_it_is_about(text, words, speaker):
    assert speaker_of(text, words, bare=True) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker", "form"),
    [
        ("Ann Lee is convinced that the bridge is safe.", "that the bridge is safe", "Ann Lee", "that"),
        ("They're worried about the price of bread.", "the price of bread", None, "object"),
        ("Ann Lee was critical of the new tax.", "the new tax", "Ann Lee", "object"),
        ("The council is unwilling to pay for it.", "to pay for it", "the council", "wish"),
        ("Lee's criticism of the court drew applause.", "the court", "Lee", "object"),
        ("The front-runner's criticism of the court drew applause.", "the court", "the front-runner", "object"),
        ("Ann Lee voiced support for a longer truce.", "support for a longer truce", "Ann Lee", "object"),
        ("Praise from teachers for the plan was rare.", "the plan", "teachers", "object"),
        ("The plan was criticised by Ann Lee.", "The plan", "Ann Lee", "object"),
        ("Ann Lee told the Star his party had lied.", "his party had lied", "Ann Lee", "clause"),
        ("A survey showed Ann Lee leading by six points.", "Ann Lee leading by six points", "a survey", "clause"),
        ("Ann Lee lashed out at the bank.", "the bank", "Ann Lee", "object"),
        ("Ann Lee praised the nurses and her deputy left the room.", "the nurses", "Ann Lee", "object"),
    ],
)
def test_attitudes_of_somebody_are_told_with_what_they_are_about(text, words, speaker, form):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    names = (who if isinstance(who, str) else None for who in rows["speaker"])
    assert list(zip(rows["text"], names, rows["form"], strict=True)) == [(words, speaker, form)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm did not respond to a request for comment.",
        "Ann Lee called a meeting of the board.",
        "She joined a group called Open Roads.",
        "It is clear that nobody came.",
        "In protests that have gone on for weeks, shops were shut.",
    ],
)
def test_what_nobody_says_or_thinks_has_no_row(text):
    assert speakers(text) == []


def test_all_that_one_cue_governs_has_one_speaker():
    """The clause that a quotation goes on is whose the quotation is, though somebody else is named before it."""
    text = (
        'David Roth spoke at noon. "It is our day," Roth said. The intruder wanted to "end the calm of the town," '
        'he said, adding grimly that Kent will have to "learn to live with it."'
    )
    said = {words: who for words, who in speakers(text) if len(words) > 2}
    assert set(said.values()) == {"David Roth"}
    assert any("that Kent will have to" in words for words in said)


def test_who_he_is_and_who_the_senator_is_do_not_ask_each_other_for_ever():
    """Where nobody bears the title, "the senator" is whom "he" means, and he may be the senator."""
    text = (
        "Though the plan did not begin with Moll, the senator took it up last year, and he owes his name to it. In "
        "theory Moll has four rivals, Senators Cory Bolt, Kim Roth, Ida Lund and Ann Vik.\n\nSince Moll has set the "
        "tone, the question is whether he can set the pace, whether his vision of change will win."
    )
    speakers(text)
