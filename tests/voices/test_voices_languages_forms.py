"""Forms of quotation in Russian, Kazakh, Ukrainian, German and French, one sentence of our own for each rule."""

import pandas as pd
import pytest

from analysis.voices import find_quotes


def rows(text: str) -> list[tuple[str, str | None, str]]:
    """List (kind, speaker, words) of a text."""
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    names = [name if isinstance(name, str) else None for name in found["speaker"]]
    return list(zip(found["kind"], names, found["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what stands before ", as X said," may be no more than how the sentence begins
            "Кроме того, как пояснил лесник Егор Белов, тропу закроют на неделю.",
            [("indirect", "Егор Белов", "тропу закроют на неделю")],
        ),
        (  # a gerund between commas stands between speaker and verb
            "Лесник Егор Белов, выступая на сходе, назвал план «вредной затеей».",
            [("direct", "Егор Белов", "вредной затеей")],
        ),
        ("Лесник Егор Белов, напротив, считает план «полезным».", [("direct", "Егор Белов", "полезным")]),
        (
            "По мнению биолога, доцента Егора Белова, тропу закроют на неделю.",
            [("indirect", "Егор Белов", "тропу закроют на неделю")],
        ),
        (
            "По словам лесника Егора Белова-Гнедина, тропу закроют на неделю.",
            [("indirect", "Егор Белов-Гнедин", "тропу закроют на неделю")],
        ),
        ("По словам Дронта, тропу закроют на неделю.", [("indirect", "Дронт", "тропу закроют на неделю")]),
        ("Тропу закроют на целую неделю — Reuters", [("indirect", "Reuters", "Тропу закроют на целую неделю")]),
        (
            "— Тропу закроют? — спрашиваю я.\n— Закроют, — отвечает лесник Егор Белов.",
            [("direct", None, "Тропу закроют?"), ("direct", "Егор Белов", "Закроют")],
        ),
        ("Тропу закроют, написал в соцсети X Жорж Дронт.", [("indirect", "Жорж Дронт", "Тропу закроют")]),
        (
            "Politico з посиланням на трьох чиновників пише, що стежку закриють.",
            [("indirect", "Politico", "що стежку закриють")],
        ),
        ("У Нацбанку очікують, що стежку закриють.", [("indirect", "Нацбанк", "що стежку закриють")]),
        (
            "Орманшы Ерлан Серіков Facebook парақшасында соқпақ жабылатынын жазды.",
            [("indirect", "Ерлан Серіков", "соқпақ жабылатынын")],
        ),
        (
            "Орман департаментінің баспасөз қызметі соқпақ жабылатынын хабарлады.",
            [("indirect", "Орман департаментінің баспасөз қызметі", "соқпақ жабылатынын")],
        ),
        ("«Жабылады», – деп қысқа жауап берді орманшы Ерлан Серіков.", [("direct", "Ерлан Серіков", "Жабылады")]),
        (
            "Försterin Eva Bauer verteidigte sich vor den Gästen: Der Weg sei gesperrt.",
            [("indirect", "Eva Bauer", "Der Weg sei gesperrt")],
        ),
        (
            "Er kenne den Weg, sagt Förster Udo Bauer, wer auch immer dort gehe.",
            [("indirect", "Udo Bauer", "Er kenne den Weg"), ("indirect", "Udo Bauer", "wer auch immer dort gehe")],
        ),
        (
            "Förster Udo Bauer schrieb auf seiner Seite, die Wege gehörten allen.",
            [("indirect", "Udo Bauer", "die Wege gehörten allen")],
        ),
        (
            "Wie aus einem Bericht der Forstbehörde hervorgeht, bleibt der Weg gesperrt.",
            [("indirect", "Forstbehörde", "bleibt der Weg gesperrt")],
        ),
        ("„Der Weg bleibt zu“, ließ Förster Udo Bauer ausrichten.", [("direct", "Udo Bauer", "Der Weg bleibt zu")]),
        ("Förster Udo Bauer schließt aus, dass der Weg aufgeht.", [("indirect", "Udo Bauer", "dass der Weg aufgeht")]),
        ("Beobachtern zufolge bleibt der Weg gesperrt.", [("indirect", "Beobachter", "bleibt der Weg gesperrt")]),
        ("Minister J. B. Bauer nannte den Weg »eine Falle«.", [("direct", "J. B. Bauer", "eine Falle")]),
        (
            "« Le sentier ferme, dit Ève Martin, 61 ans. Il est glissant. »",
            [("direct", "Ève Martin", "Le sentier ferme"), ("direct", "Ève Martin", "Il est glissant.")],
        ),
        (
            "« Le sentier ferme, dit Ève Martin, boulangère à Vire. Il est glissant. »",
            [("direct", "Ève Martin", "Le sentier ferme"), ("direct", "Ève Martin", "Il est glissant.")],
        ),
        (
            "« Le sentier ferme, dit Ève Martin, nous partons. Il est glissant. »",
            [("direct", "Ève Martin", "Le sentier ferme"), ("direct", "Ève Martin", "nous partons. Il est glissant.")],
        ),
        ("Ève Martin dit aujourd'hui ne plus craindre la neige.",
         [("indirect", "Ève Martin", "ne plus craindre la neige")]),
        ("Comme l'a rappelé la maire Ève Martin, le sentier ferme en mai.",
         [("indirect", "Ève Martin", "le sentier ferme en mai")]),
        ("Il y a un mois, Ève Martin écrivait au maire : « Le sentier ferme en mai. »",
         [("direct", "Ève Martin", "Le sentier ferme en mai.")]),
        ("Ève Martin parle d'« abandon ».", [("direct", "Ève Martin", "abandon")]),
        ("Nice a salué « un pas juste », Vire y voit « une reculade ».",
         [("direct", "Nice", "un pas juste"), ("direct", "Vire", "une reculade")]),
        ("Ève Martin a jugé que l'enquête avait été « bâclée ».",
         [("indirect", "Ève Martin", "que l'enquête avait été"), ("direct", "Ève Martin", "bâclée")]),
    ],
)  # fmt: skip
def test_a_form_gives_its_quotations_to_who_speaks(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Direktorin Eva Bauer kam zu spät. „Der Weg bleibt zu“, sagte die Direktorin.", "Eva Bauer"),
        ("Direktorin Eva Bauer kam zu spät. Der Weg, so die Direktorin, bleibe zu.", "Eva Bauer"),
        ("Eva Bauer (SPD) kam zu spät. „Der Weg bleibt zu“, sagte die SPD-Politikerin.", "Eva Bauer"),
        ("Eva Bauer (SPD) kam zu spät. „Der Weg bleibt zu“, sagte ein SPD-Politiker.", "SPD-Politiker"),
        ("Eva Bauer kam zu spät. „Der Weg bleibt zu“, sagte der Minister.", "Minister"),
        ("Ève Martin est arrivée tard. « Le sentier ferme », a dit la ministre.", "Ève Martin"),
        ("Ève Martin est arrivée tard. « Le sentier ferme », a dit un ministre.", "ministre"),
    ],
)
def test_a_role_alone_means_who_was_named_unless_its_article_or_its_sex_says_otherwise(text, speaker):
    assert [name for _, name, _ in rows(text)][-1] == speaker
