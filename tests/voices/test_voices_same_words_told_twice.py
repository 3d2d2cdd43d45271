"""Who says what two papers quote alike, of which one told it so that somebody else seemed to say it."""

import pytest
from hearing import speaker_of, speakers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Led by the nurses, the march mocked Mayor Carl Lund\'s call for "a ban on all boats."', "a ban"),
        ('Critics mocked Carl Lund\'s promise to "build the longest pier on earth."', "build the"),
        ('Her friend rejected Carl Lund\'s description of the town as "a dump with a view."', "a dump"),
        ('The book contradicts Carl Lund\'s March statement at the office that Roe "played no part."', "played"),
        ('The book contradicts Carl Lund\'s April 2017 claim that Roe "played no part."', "played"),
    ],
)
def test_whose_call_promise_or_statement_a_verb_judges_says_the_words_in_it(text, words):
    assert speaker_of(text, words) == "Carl Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ida Roe mocked Carl Lund, who made a call, as "a dump with a view."', "Ida Roe"),
        ('Ida Roe mocked Carl Lund\'s support for the pier, calling it "a dump with a view."', "Ida Roe"),
        ('Ida Roe mocked Carl Lund\'s attack on the pier as "a dump with a view."', "Ida Roe"),
    ],
)
def test_who_judges_keeps_what_stands_behind_another_verb_or_is_no_matter_of_words(text, speaker):
    assert speaker_of(text, "a dump") == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Lund\'s team issued a statement Friday from Dock Bank that said Lund "left in May."', "left in", "Dock Bank"),
        ('Ann Roe and other leaders issued a statement today following a call saying: "We have passed it."', "We have",
         "Ann Roe and other leaders"),
        ('Lund held firm, putting out a statement after Roe called on him to lead the HBA saying: "We go on."', "We go",
         "Lund"),
        ('Roe wrote a letter to the mayor saying "it is late in the day."', "it is", "Roe"),
        ('Roe issued a statement with Lund saying "it is late in the day."', "it is", "Lund"),
        ('An hour before the start of the mayor\'s Friday remarks, Nora Roe sent a note, saying that "all is well."',
         "all is", "Nora Roe"),
        ("Ann Lund left.\n\nHere's Lund's full statement:\n\n\"I took the office in May, and we did well.\"", "I took",
         "Ann Lund"),
        ("Ann Holms left.\n\nHere's Holms' full statement: \"I took the office in May, and we did well.\"", "I took",
         "Ann Holms"),
    ],
)  # fmt: skip
def test_a_statement_is_its_body_s_or_who_issues_it(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Carl Lund, who has called himself a "farmer, a father, a believer," told a Hull lunch that he was glad.',
         "farmer", "Carl Lund"),
        ('The survey also shows 59 percent think "the town is at war."', "the town", "59 percent"),
        ('Most of them seem to agree with Mayor Carl Lund of Hull, who said, "We are tired of boats."', "We are",
         "Carl Lund"),
        ('They knew that (a) Roe was late; (b) Lund had told Roe in May that he "was tired."', "was tired", "Lund"),
        ('According to his doctor, the merchant shows "great" strength, and "will be the oldest man ever."', "will be",
         "his doctor"),
        ('The mayor left no doubt of his wish to help Ida Roe succeed him, saying that "she is the best."', "she is",
         "the mayor"),
        ('The mill\'s editor-in-chief, Ben Roe, sent a note saying that the paper "errs on the side of print."', "errs",
         "Ben Roe"),
        ('"We deem it firm," the governments of Norway, Peru and Chad said in May.', "We deem",
         "the governments of Norway, Peru and Chad"),
        ('"Will you let it fall?" House Speaker Ann Roe intoned mightily on the floor. "Will you?"', "Will you let",
         "Ann Roe"),
        ('It was Monday. Will Adam Roe go on? "We must dig deep," Roe told the Post.', "We must", "Adam Roe"),
        ('Mr. Rather said: "It is late in the day, and we know it."', "It is late", "Rather"),
        ('Former US secretary of state Hanna Roe, an Ada Lund ally, drew fire over her remark that "cowards freeze."',
         "cowards", "Hanna Roe"),
    ],
)  # fmt: skip
def test_where_the_phrase_of_who_speaks_begins_and_ends(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_a_town_named_after_a_saint_is_nobody():
    text = 'His mother spoke to a local St. Louis TV station.\n\n"You know how hard it was," she said.'
    assert speaker_of(text, "You know") != "St Louis"


def test_he_who_replies_to_a_nameless_reporter_is_another():
    text = (
        '"No," Mayor Carl Lund said.\n\nA reporter said it sounded bad.\n\n"We all do," he replied.\n\nHe added: "Go."'
    )
    assert speakers(text, kinds=("direct",)) == ["Carl Lund"] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The vote pleased President Lund. "It is good," Lund said.\n\nSam Lund Jr. was there.', "Lund"),
        ('Sam Lund Jr. was there. The vote pleased President Lund. "It is good," Lund said.', "Sam Lund Jr"),
        ('The vote pleased President Lund. "It is good," Lund said.\n\nSam Lund was there.', "Sam Lund"),
    ],
)
def test_a_president_named_before_the_younger_one_of_the_family_is_not_the_younger_one(text, speaker):
    assert speaker_of(text, "It is good") == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('Carl Roe recalled Dan Lund\'s talk in May in which he mocked him, claiming that he could "win."', "win",
         "Dan Lund"),
        ('Ida Holt is under fire after a video surfaced of her mocking Carl Lund as a "goat in a hat."', "goat in",
         "Ida Holt"),
        ('Carl Lund tried to lead.\n\nHe failed as he stood over Mike Roe\'s coffin. Stiff, he told them "go home."',
         "go home", "Carl Lund"),
        ('Carl Lund is the mayor. The Mayor\'s claim that the town was "a mess" fell flat.', "a mess", "Carl Lund"),
    ],
)  # fmt: skip
def test_whose_talk_it_is_whom_a_video_shows_and_who_stood_somewhere_is_he(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize("called", ["Norway", "PressHub"])
def test_a_country_and_a_paper_written_as_one_word_are_it_and_not_he(called):
    text = f"{called} said on Friday that it was sad, although it did not say “how sad it was.”"
    assert speaker_of(text, "how sad") == called
    text = f"Mayor Carl Lund was late. {called} said it was sad.\n\n“I am late,” he said."
    assert speaker_of(text, "I am late") == "Carl Lund"
