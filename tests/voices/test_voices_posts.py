"""Posts and their headings: who posted, who signs a heading, where a symbol ends a sentence, how somebody put it."""

import pytest
from hearing import list_heard


def test_a_name_over_its_account_says_who_posted_what_stands_below():
    text = (
        "Ann Lee\n@annlee\nThe pier stays open, come what may.\n9:05 AM · Jun 3, 2023\n\nThe council meets on Monday."
    )
    assert list_heard(text) == [("Ann Lee", "The pier stays open, come what may.")]
    two = "Ann Lee ✅\n@annlee · 3h\nThe pier stays.\n\nBob Roy\n@bobroy\nIt goes.\n\nThe council meets on Monday."
    assert list_heard(two) == [("Ann Lee", "The pier stays."), ("Bob Roy", "It goes.")]


def test_a_surname_alone_above_a_quotation_announces_it():
    text = 'Lund:\n"It is over. We go."\n\nBerg:\n"It is not over."'
    assert list_heard(text) == [("Lund", "It is over. We go."), ("Berg", "It is not over.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("🔥 Two barns burn near Lund — governor", [("governor", "Two barns burn near Lund")]),
        ("The day in short.\n\n⚡️Talks end without a deal — Reuters", [("Reuters", "Talks end without a deal")]),
        ("❗️Ferry runs again in June – Mayor Ann Lee", [("Ann Lee", "Ferry runs again in June")]),
        ("🔴 Fire in Lund put out — regional governor Berg", [("regional governor Berg", "Fire in Lund put out")]),
        ("❗️Ferry runs again in June — watch the video", []),
        ("Ferry runs again in June — The Harbour Post", []),  # a page's title
        ("🔺Ann Lee said the pier was safe ✅ Repairs end in June ✅", [("Ann Lee", "the pier was safe")]),
        (
            "🔺Ann Lee said that talks had failed 🔴 Trains stand still in Lund.",
            [("Ann Lee", "that talks had failed")],
        ),
        ("Prime Minister 🇳🇴 Ann Lee said talks had failed.", [("Ann Lee", "talks had failed")]),
    ],
)
def test_a_posts_heading_is_signed_and_a_symbol_ends_a_sentence(text, expected):
    assert list_heard(text, aside=("object", "wish")) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('📹 Lund tells sailors "hold the line" — Reuters', "Lund"),
        ('Ann Lee lifts two pages and shrugs "this is all we have." — Bob Roy (@bobroy) May 3, 2019', "Ann Lee"),
        ('"This is all we have." — Bob Roy (@bobroy) May 3, 2019', "Bob Roy"),
        ('Great line: "we go home" — Bob Roy (@bobroy) May 3, 2019', "Bob Roy"),
        ('❗️Ann Lee called the vote "a farce" — Reuters', "Ann Lee"),
        ('"A mess" was how Ann Lee put it.', "Ann Lee"),
        ('"A mess," is how Ann Lee, the owner, described the deal.', "Ann Lee"),
        ("'A farmers' market in a tent' is how Ann Lee sees it.", "Ann Lee"),
    ],
)
def test_who_posts_or_sums_up_somebodys_words_is_told_from_who_says_them(text, speaker):
    assert [name for name, _ in list_heard(text, kinds=("direct",))] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It was a good school. I learned a lot there.”\nGwen Hale\nRetired nurse", "Gwen Hale"),
        ("“It was a good school. I learned a lot there.”\nGwen Hale\nTeacher, Port Lund", "Gwen Hale"),
        ("“The old law must go, and soon.”\n\nWith that bold claim, Gwen Hale opened the talks.", "Gwen Hale"),
        ("“We are lost.”\n\nWith those words, Governor Gwen Hale left the hall.", "Gwen Hale"),
        ("“It was a good school.” Gwen Hale, The Harbour Post", "Gwen Hale"),
        (
            "“The court has removed the last argument that he had.”\n\nGwen L. O’Hara, The Harbour Post",
            "Gwen L. O’Hara",
        ),
    ],
)
def test_who_signs_has_a_role_below_a_paper_beside_the_name_an_initial_or_is_said_to_have_spoken(text, speaker):
    assert list_heard(text)[0][0] == speaker


def test_a_quotation_pulled_out_of_the_text_is_whose_it_is_there():
    words = "They have insurance and can build the shop again, but he is gone for good."
    text = f'Bob Roy said it was late.\n\n"{words}"\n\nA crowd came. "{words[:-1]}," Ann Lee said.'
    assert list_heard(text, kinds=("direct",)) == [("Ann Lee", words), ("Ann Lee", f"{words[:-1]},")]
    other = f'Bob Roy said it was late.\n\n"{words}"\n\nA crowd came. "Nobody came for them," Ann Lee said.'
    assert list_heard(other, kinds=("direct",))[0] == ("Bob Roy", words)


def test_what_stands_on_a_thing_and_what_not_everyone_says_is_nobodys():
    flag = 'Ann Lee, a historian, said it was late. The old flag has the phrase "Do not tread on me, please."'
    assert list_heard(flag, kinds=("direct",)) == [(None, "Do not tread on me, please.")]
    reader = (
        'Most were glad: "We are proud of it!" one reader wrote.\n\nBut not everyone was down with the new format:\n\n'
        '"You hurt the boys by allowing this to happen!"'
    )
    assert [name for name, _ in list_heard(reader, kinds=("direct",))] == ["one reader", None]


def test_main_points_of_somebodys_speech_are_whose_the_heading_says_by_a_surname():
    points = "\n▪️ We open the ports.\n▪️ Tariffs help nobody."
    assert [name for name, _ in list_heard(f"📌 Main points of Lund's speech:{points}")] == ["Lund"]
    assert list_heard(f"📌 Main points of Monday's speech:{points}", kinds=("turn",)) == []


@pytest.mark.parametrize(
    "announced",
    [
        "Some fresh thoughts from port founder Ann Lund, met by the Post's Bob Roy in Oslo, on the deal:",
        "Here's more from Ann Lund on how it all began:",
        "Then there was this from Ann Lund, who had left in May, about the deal:",
    ],
)
def test_who_sends_words_may_have_an_aside_or_a_topic_behind_the_name(announced):
    text = f'Bob Roy said it was late.\n\n{announced}\n\n"It was a bad deal from the start, and everybody knew."'
    assert [name for name, _ in list_heard(text, kinds=("direct",))] == ["Ann Lund"]


def test_a_bullet_gives_the_words_of_somebody_known_before_its_colon_and_a_list_nobodys():
    text = "The day in short.\n\n▪️ Governor Ann Lund: two barns burnt down\n▪️ Where: the harbour of Lund at noon"
    assert list_heard(text) == [("Ann Lund", "two barns burnt down")]


def test_bold_names_label_what_several_say():
    text = "**Lund:** We mend the pier. It is ours.\n\n**Berg:** You never asked me."
    assert list_heard(text) == [("Lund", "We mend the pier. It is ours."), ("Berg", "You never asked me.")]
    text = "🗣️ **Minister Ann Lund** on the pier in Oslo:\n\nWe mend it in May."
    assert list_heard(text) == [("Ann Lund", "We mend it in May.")]
    assert list_heard("“We mend it,” Ann Lund said. “**It is ours.**”")[1] == ("Ann Lund", "It is ours.")


def test_main_points_of_somebodys_briefing_are_theirs():
    text = "❗️ Lund's briefing, main points:\n\n• The pier is shut;\n• It opens in May."
    assert [who for who, _ in list_heard(text)] == ["Lund"]


def test_a_post_that_says_whom_it_quotes_is_theirs_and_addresses_are_no_words():
    text = 'RT @harbour: "We open on Monday," says pool manager Ann Lund https://x.example/a #pool'
    assert list_heard(text) == [("Ann Lund", "We open on Monday,")]
    assert list_heard("Ann Lund said the pool would open https://x.example/a #pool #lund") == [
        ("Ann Lund", "the pool would open")
    ]
    assert list_heard("🗣 Ann Lund: We open soon.\n\nRead more: https://x.example/a") == [("Ann Lund", "We open soon.")]


def test_what_people_say_announces_nobody_where_each_signs():
    text = 'What people say of the pool:\n\n"It is the best in town."\n— Ann Lund, nurse\n\n"It is cold."\n— Bo Berg'
    assert list_heard(text) == [("Ann Lund", "It is the best in town."), ("Bo Berg", "It is cold.")]


def test_labels_between_underscores_and_of_a_talks_guests_are_labels():
    assert list_heard("__Lund:__ We mend it. It is ours.\n\n__Berg:__ You never asked me.") == [
        ("Lund", "We mend it. It is ours."),
        ("Berg", "You never asked me."),
    ]
    assert list_heard("Host: Welcome.\n\nGuest: Thank you.\n\nHost: How was it?\n\nGuest: Cold.")[1] == (
        "the guest",
        "Thank you.",
    )
