"""A codebook is refused by its size before anything is made of it, and no pattern takes long on any word."""

from itertools import product

import pytest

from analysis.errors import InputError
from analysis.frames.codebooks import load_codebook
from analysis.frames.codebooks.patterns import compile_glob
from analysis.words.braces import count_variants, list_variants
from analysis.words.patterns import compile_patterns
from processor_time import seconds_of


def book_with(tmp_path, words, frames=1):
    listed = "".join(f"  - '{word}'\n" for word in words)
    frame = "- frame: f{}\n  label: F\n  definition: d\n  words:\n" + listed
    path = tmp_path / "large.yaml"
    head = "codebook: large\ntitle: t\nsource: s\nframes:\n"
    path.write_text(head + "".join(frame.replace("f{}", f"f{number}") for number in range(frames)), encoding="utf-8")
    return path


def spell(number):
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:06d}")


@pytest.mark.parametrize(
    ("words", "frames", "message"),
    [
        (["war"], 501, "large.yaml holds 501 frames; a codebook may hold 500 at most"),
        (map(spell, range(20_001)), 1, "large.yaml holds 20,001 words; a codebook may hold 20,000 at most"),
        (
            ["{a,b,c,d,e,f,g,h}{a,b,c,d,e,f,g,h}" + spell(n) for n in range(782)],
            1,
            "holds 50,048 words when its braces",
        ),
        (["{a,b}" * 30 + "war"], 1, "holds 1,000,000,000 words when its braces are spelled out"),
        (["*" + spell(number) for number in range(1_001)], 1, "holds 1,001 words with [*] in front or in the middle"),
        (["a" * 201], 1, "line 9: .* 201 letters are more than the 200 that a word may have"),
    ],
)
def test_a_codebook_that_is_too_large_is_refused_at_once(tmp_path, words, frames, message):
    path = book_with(tmp_path, words, frames)
    with pytest.raises(InputError, match=message):
        load_codebook(path)


def test_the_words_of_braces_are_counted_as_they_are_listed():
    for word in ("war", "polic{y,ies}", "{a,b}{c,d,e}", "{a}"):
        assert count_variants(word) == len(list_variants(word))
    assert len(list_variants("{a,b}" * 6)) == 64
    with pytest.raises(ValueError, match="spell out 65 words, more than 64"):
        list_variants("{a,b,c,d,e}{a,b,c,d,e,f,g,h,i,j,k,l,m}")


def matches(pattern, word):
    """What * means, said in the slowest way: any letters, nothing too."""
    if not pattern:
        return not word
    if pattern[0] == "*":
        return any(matches(pattern[1:], word[place:]) for place in range(len(word) + 1))
    return word[:1] == pattern[0] and matches(pattern[1:], word[1:])


def test_stars_mean_any_letters_wherever_they_stand_and_however_many():
    words = ["".join(letters) for size in range(1, 6) for letters in product("ab", repeat=size)]
    for size in range(2, 6):
        for letters in product("ab*", repeat=size):
            pattern = "".join(letters)
            if "*" in pattern:
                found = [word for word in words if compile_glob(pattern).fullmatch(word)]
                assert found == [word for word in words if matches(pattern, word)], pattern


@pytest.mark.parametrize("pattern", ["a*a*a*a*a*a*a*b", "*a*a*a*a*b", "a*b*a*b*a*c"])
def test_many_stars_take_no_longer_than_one_on_a_word_that_nearly_fits(pattern):
    word, found = "a" * 20_000 if "b*" not in pattern else "ab" * 10_000, []
    assert seconds_of(lambda: found.append(compile_glob(pattern).fullmatch(word))) < 1
    assert seconds_of(lambda: found.append(compile_patterns(pattern)[0].stands_in(f"{word} and"))) < 1
    assert not any(found)
