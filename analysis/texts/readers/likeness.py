"""How like language the letters are that bytes make in an encoding."""

from __future__ import annotations

import re
from itertools import pairwise

MARKS_OF_PRINT = "–—‘’“”„«»…•\xa0©°№€£®™§½¼¾·¿¡×"
# The commonest pairs of letters of Russian, most of which Ukrainian, Kazakh and Bulgarian share
_COMMON = """
ст но то на ен ов ни ра во ко ро по пр ос ал ли ер не та го ор ет от ть ло он ка ом ва ре ол ан ат де ой ль ин
ог ес ны ма те ле ис ди ел ти ив за ас ем ил да ск ит се ви об ая тр ми ам со ки ри од бо ае их сс до ав ме ия
ие ую ей ый ым ях му ру ши ча че чт же жд ус уд ук ун ур ед ек из ик им ид ла лу мо нн нт вы вс вл гд бы бе бл
ба жи зн зи ке кр ку кт лы ля мн нс ну ня па пе пи пл су сл см сн тс ту ты уп уч хо ци ці ві ні ий її єт ют ар
аз ақ қа ға ді ын ің
"""
PAIRS = frozenset(_COMMON.split())
_MOSTLY_ACCENTED = {
    "à",
    "á",
    "é",
    "è",
    "ê",
    "ô",
    "ó",
    "ö",
    "å",
    "été",
    "né",
    "ça",
    "dû",
    "où",
    "là",
    "às",
    "há",
    "já",
    "één",
}
# frequent words with letters that windows-1252 has not: two of them are no chance
_CENTRAL = """
się że są być może także będzie który która które już też więc został będą według rząd można żeby
właśnie państwa tę swoją powiedział powiedziała
že při však kteří něco když může ještě byť než řekl řekla před přes také města městská
měl měla několik další protože což včera příští společnosti jejichž neboť různých lidí říká třeba pondělí
keď ľudí ešte môže štát väčšina podľa veľmi ďalší
ő első között erről időben később miniszterelnök felől őket ebből idő jövőre előtt időszak kellően
hétfőn szerző nők
što više također kaže već šta još zašto če še več će vijeće kuće između međutim moguće građani
şi să că după fără către această ţară preşedintele însă
"""
_TURKISH = """
başkanı değil şey olduğu olduğunu yapılan açıkladı şekilde ancak arasında karşı dışişleri türkiye'nin kısa yıl yılında
dünya hakkında tarafından başkan sayısı aynı
başladı yaptığı yapıldı açıldı alındı kaldı vardı dışında altında yanında üzerindeki kadın iş işçi çalışma sağlık savaş
barış yardım akşam saldırı bakanı bakanlığı cumhurbaşkanı başbakan vatandaş güvenliği insanların ülkenin yıllık dış şu
şimdi eğitim değildi değişiklik doğru bağlı sınır artış açık artık bazı ayrıca hızlı yaklaşık nasıl kapalı ağır şirket
gerektiğini ettiğini
edildiğini arasındaki ardından karşılık konuştuğu çıktı sırasında başka yaşındaki
"""
_GREEK = """
και του της την τον των στο στη στην στον στις στους από για που δεν είναι με να θα ότι μετά κατά ένα μια μία αυτό έχει
ήταν όπως αλλά πρόεδρος κυβέρνηση υπουργός χώρα σήμερα χθες οι τα
"""
OWN_WORDS = {
    encoding: {word for word in words.split() if word.encode(encoding, "replace").decode("cp1252", "replace") != word}
    for encoding, words in (("cp1250", _CENTRAL), ("iso8859-2", _CENTRAL), ("cp1254", _TURKISH), ("cp1253", _GREEK))
}  # a word that windows-1252 reads the same shows nothing
_MARK_WITHIN = re.compile(r"[^\W\d_][±¶·¦¬«»©®ˇ¡¥¹¼¾][^\W\d_]")
_RUN = re.compile("[^\x00-\x7f]{2,}")
_WORD = re.compile(r"[^\W\d_]+")


def measure_western(text: str) -> float:
    """Share of the characters beyond ASCII that are print marks, or accented letters among plain ones."""
    beyond = sum(char > "\x7f" for char in text)
    runs = (run for run in _RUN.findall(text) if len(set(run)) > 1)  # één is a word of Dutch
    if sum(map(len, runs)) > 0.5 * max(beyond, 4):
        return 0.0  # an alphabet or a double-byte encoding misread: Western letters stand among ASCII ones
    fitting = sum(text.count(mark) for mark in MARKS_OF_PRINT)
    for word in _WORD.findall(text):
        accented = sum(char > "\x7f" for char in word)
        if accented and (2 * accented <= len(word) or word.lower() in _MOSTLY_ACCENTED) and not _changes_case(word):
            fitting += accented
    return fitting / beyond if beyond else 1.0


def measure_cyrillic(text: str) -> float:
    """Share of the characters beyond ASCII that are print marks or Cyrillic letters in likely pairs."""
    beyond = sum(char > "\x7f" for char in text)
    letters = pairs = likely = 0
    for word in _WORD.findall(text):
        if min(word) >= "\u0400" and max(word) <= "\u052f" and not _changes_case(word):
            letters += len(word)
            small = word.lower()
            pairs += len(word) - 1
            likely += sum(small[at : at + 2] in PAIRS for at in range(len(word) - 1))
    if not letters or not pairs or likely < 0.4 * pairs:
        return 0.0
    return min((letters + sum(text.count(mark) for mark in MARKS_OF_PRINT)) / beyond, 0.9 + 0.1 * likely / pairs)


def count_words_of(encoding: str, text: str) -> float:
    """How many different words of a text are ones that only this encoding has the letters of; one less half for marks.

    Marks that stand between letters show that the bytes are letters of another encoding.
    """
    return len(OWN_WORDS[encoding].intersection(_WORD.findall(text.lower()))) - bool(_MARK_WITHIN.search(text)) / 2


def _changes_case(word: str) -> bool:
    """Whether a capital follows a small letter within a word, as it does where letters are misread."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word))
