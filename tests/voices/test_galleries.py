"""Captions of a gallery that a page runs together are read one by one, without the gallery's title."""

from hearing import speakers

from analysis.voices.galleries import find_gallery_heads

HEAD = "Hide Caption {} of 3 Photos: {}"
TWICE = "Photos: The fair in Hull The fair in Hull – "
ONCE = "The fair in Hull "


def run_together(title: str, *captions: str) -> str:
    """Run captions together as a page does, the title before each."""
    heads = [HEAD.format(number + 1, title) for number in range(len(captions))]
    return "The fair opened. " + " ".join(f"{head}{caption}" for head, caption in zip(heads, captions, strict=True))


def test_a_title_is_found_that_stands_twice_before_a_dash_or_opens_all_captions():
    for title in (TWICE, ONCE):
        text = run_together(title, "Mayor Ida Roe arrives.", "Bo Lund is led away.", "Rain falls.")
        found = [text[start:end] for start, end in find_gallery_heads(text)][:2]
        assert found == [HEAD.format(number, title) for number in (1, 2)]


def test_he_and_she_are_of_their_own_caption():
    for title in (TWICE, ONCE):
        text = run_together(
            title, "Bo Lund is led away.", "Mayor Ida Roe arrives. “We are done,” she said.", "Al Holm left."
        )
        assert speakers(text, kinds=("direct",)) == ["Ida Roe"]


def test_whom_a_title_names_in_full_is_meant_in_its_captions():
    first = "Roe spoke in May. “We are done,” Roe said."
    text = (
        f"Al Roe left. {run_together('Ida Roe on the road ', first, 'Roe rests. “I sleep,” Roe said.', 'Rain falls.')}"
    )
    assert speakers(text, kinds=("direct",)) == ["Ida Roe", "Ida Roe"]


def test_a_bridge_and_shirts_of_the_pope_are_nobody():
    text = "He spoke near the Ida Roe Bridge.\n\nPope T-shirts are sold. “It is late,” he said."
    assert speakers(text, kinds=("direct",)) not in (["T-shirts"], ["Ida Roe Bridge"])
