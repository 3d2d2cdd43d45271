"""Labels of words: one character each, so that a sentence becomes a string on which patterns.py can run.

The constants name the letters; patterns.py, whose expressions run over strings of labels, writes the letters
themselves, as a table beside these names.
"""

from __future__ import annotations

BANK = "bank"  # ends words that stand alone though no list has them: Commerzbank


class Label:
    """What is known of a word before any text is read, and of the marks between words."""

    # countries and places
    COUNTRY = "C"
    CAPITAL = "K"
    BUILDING = "M"  # a building that means a government
    PLACE = "P"
    NATIONALITY = "D"  # an adjective of nationality
    REPUBLIC = "R"  # Republic, Kingdom
    # organisations
    BODY = "O"  # a known organisation
    BODY_OR_FAMILY = "V"  # one that could be a family name (Bloomberg)
    PLATFORM = "Q"  # Telegram, Facebook
    BODY_END = "H"  # ends the name of one (Agency)
    STANDING_BODY = "U"  # ends a name and stands alone too (Senate)
    POST = "E"  # likewise, and has a place (Embassy)
    COMPANY_END = "c"  # Inc., Ltd.
    BODY_NOUN = "h"  # party, newspaper: the word for its kind
    GOVERNMENT = "g"  # government
    GOVERNMENT_NAME = "G"  # Government
    # people
    GIVEN = "F"  # a given name
    GIVEN_OR_PLACE = "J"  # a given name or a place
    FAMILY = "N"  # a family name
    PERSON = "1"  # a person of the alias files
    INITIAL = "I"  # an initial
    JUNIOR = "Z"  # Jr., III
    # titles and roles
    TITLE = "T"
    OFFICER_TITLE = "S"  # of an officer
    TITLE_OR_NAME = "k"  # a title that is a name too
    ROLE = "t"  # in small letters
    OFFICER = "b"  # an officer of an organisation, in small letters
    # English words with a capital
    WORD = "w"
    WORD_OR_FAMILY = "m"  # also a family name
    WORD_OR_GIVEN = "f"  # also a given name
    HEADLINE_WORD = "u"  # in a headline
    # other words with a capital
    UNKNOWN = "W"
    ACRONYM = "A"  # in capitals
    ABBREVIATION = "z"  # an abbreviation of no body
    CREED = "B"  # a creed, a region
    THING = "X"  # a thing, not an actor
    PLACE_NOUN = "L"  # River, Airport
    DATE = "Y"
    DATE_OR_NAME = "y"  # May, April
    # small words
    OF = "o"
    AND = "a"
    THE = "e"
    FOR = "r"
    ON = "n"  # on, against
    TO = "d"
    IN = "p"  # in, at
    PARTICLE = "q"  # de, van
    FAMILY_PARTICLE = "l"  # Le, Van
    OTHER_WORD = "."
    # marks
    POSSESSIVE = "s"  # 's
    QUOTE_MARK = '"'
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    HYPHEN = "-"
    COLON = ":"
    STOP = "!"  # the end of a sentence or a line
    HASHTAG = "#"
    DIGIT = "0"
    OTHER_MARK = "_"
    # sets of them
    CONTINUES_A_NAME = (
        PLACE_NOUN
        + BODY_END
        + PLACE
        + UNKNOWN
        + GIVEN
        + FAMILY
        + WORD
        + THING
        + JUNIOR
        + WORD_OR_FAMILY
        + STANDING_BODY
        + POST
    )
    MAY_OPEN_A_SENTENCE = (
        WORD
        + WORD_OR_FAMILY
        + WORD_OR_GIVEN
        + UNKNOWN
        + GIVEN
        + TITLE_OR_NAME
        + TITLE
        + OFFICER_TITLE
        + BODY_END
        + DATE_OR_NAME
        + THING
        + FAMILY
        + GIVEN_OR_PLACE
    )
    BEFORE_A_HYPHEN = COUNTRY + CAPITAL + BODY + BODY_OR_FAMILY + NATIONALITY + PLACE + PLATFORM + CREED + TITLE
    NO_NAME_ALONE = (
        WORD
        + HEADLINE_WORD
        + WORD_OR_GIVEN
        + TITLE
        + OFFICER_TITLE
        + TITLE_OR_NAME
        + CREED
        + NATIONALITY
        + GOVERNMENT_NAME
        + BODY_END
    )
    LISTED_ACTORS = COUNTRY + GIVEN_OR_PLACE + CAPITAL + BUILDING + BODY + BODY_OR_FAMILY + PLATFORM
    ACTORS = BODY + BODY_OR_FAMILY + COUNTRY + CAPITAL
    TITLES_AND_ROLES = TITLE + OFFICER_TITLE + TITLE_OR_NAME + ROLE + OFFICER
    FAMILY_ALONE = UNKNOWN + FAMILY + GIVEN + WORD_OR_FAMILY + WORD_OR_GIVEN
    BODIES = BODY + BODY_OR_FAMILY + PLATFORM + STANDING_BODY
    NO_PERSON_AFTER_IN = DATE_OR_NAME + PLACE + PLACE_NOUN + TITLE_OR_NAME
    WEAK = WORD + HEADLINE_WORD + WORD_OR_GIVEN
    PLAIN_WORDS = WORD + HEADLINE_WORD
    NAMED_BY_LISTS = COUNTRY + BUILDING + BODY + BODY_OR_FAMILY + STANDING_BODY + PLATFORM + ABBREVIATION
    UNLISTED = UNKNOWN + FAMILY + ACRONYM
    BEFORE_A_FAMILY = GIVEN + FAMILY + UNKNOWN
    OF_A_COUNTRY = NATIONALITY + COUNTRY + CAPITAL
    OWNED_BY_A_TOWN = frozenset(PLACE_NOUN + BODY_END + PLACE + UNKNOWN + GIVEN + WORD + DIGIT)
    AFTER_A_TOWN = frozenset(COUNTRY + PLACE + CAPITAL + GIVEN_OR_PLACE + DIGIT + DATE + NATIONALITY)
    NEVER_ALONE = (  # every name has a word with another label too
        OTHER_WORD
        + OF
        + AND
        + THE
        + FOR
        + ON
        + TO
        + IN
        + PARTICLE
        + ROLE
        + OFFICER
        + BODY_NOUN
        + GOVERNMENT
        + POSSESSIVE
        + QUOTE_MARK
        + OPEN
        + CLOSE
        + COMMA
        + HYPHEN
        + COLON
        + STOP
        + HASHTAG
        + DIGIT
        + OTHER_MARK
    )
