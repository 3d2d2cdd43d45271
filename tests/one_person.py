"""Two spellings of one name each, for tests of mentions and of speakers."""

ONE_PERSON = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Yevgeny Primakov", "Evgeny Primakov"),
    ("Aleksandar Vučić", "Aleksandar Vucic"),
    ("Kassym-Jomart Tokayev", "Kassym-Jomart Tokaev"),
    ("Nikita Khrushchev", "Nikita Khruschev"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Mohammed Hassan", "Muhammad Hassan"),
    ("Joe Biden", "Joseph Biden"),
    ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
    ("Donald Trump", "Donald J. Trump"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Bashar al-Assad", "Bashar Assad"),
]
