"""What the name tagger sees of a word: made here for training and for tagging alike.

Features are strings, in small families: those of a word alone, of two neighbours, of a run of
capitalised words, and so on. `place_features` puts together those that depend on the place in the
sentence, as the training takes them. The tagger (`tagger_scores.py`) asks for each family by
itself, so that what a family weighs can be kept for the next time its words meet.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from .tagger_words import (
    AROUND,
    EDGE,
    HOLDING,
    LEFT,
    LONGEST,
    OUTSIDE,
    RIGHT,
    Word,
    Words,
    capital_runs,
    stretches,
)

REACH = 2  # words to the left and right whose own features count
OUT = "O"  # the tag of a word outside of names
PLAIN = "plain"  # a word in no stretch
_STRONG = 0.8


def word_features(word: Word, offset: int) -> list[str]:
    """Return what `word` says of the word that stands `offset` words before it (-2 to 2)."""
    own, *letters = letter_features(word, offset)
    classes = class_features((offset, word.shape, word.kinds, word.fine, word.coarse))
    return [own, *classes, *letters]


def class_features(of: tuple[int, str, str, int, int]) -> list[str]:
    """Return what a word of a shape, some kinds and two clusters says at an offset."""
    offset, shape, kinds, fine, coarse = of
    return [f"{offset}s{shape}", f"{offset}k{kinds}", f"{offset}c{fine}", f"{offset}C{coarse}"]


def letter_features(word: Word, offset: int) -> list[str]:
    """Return what the letters of a word say at an offset: it has few of these in common."""
    lower = word.lower
    features = [f"{offset}w{lower}"]
    if abs(offset) == 1:
        features.append(f"{offset}3{lower[-3:]}")
    if offset == 0:
        features += [f"<{lower[:n]}" for n in (2, 3, 4) if len(lower) > n]
        features += [f">{lower[-n:]}" for n in (1, 2, 3, 4) if len(lower) > n]
        features += [f"K{letter}" for letter in word.kinds]
        features += [f"W{word.text}", f"ks{word.kinds}|{word.shape}"]
        if "-" in lower:
            features += [f"h{lower.rpartition('-')[2]}", f"H{lower.partition('-')[0]}"]
    return features


def left_feature(pair: tuple[Word, Word]) -> str:
    """Return the word before together with the word; EDGE stands before the first."""
    before, word = pair
    return f"{LEFT}{before.lower}|{word.lower}"


def left_kind_features(kinds: tuple[int, str, int]) -> list[str]:
    """Return what the cluster of the word before says with the word's shape and its cluster."""
    before, shape, fine = kinds
    return [f"bc{before}|{shape}", f"cc{before}|{fine}"]


def right_feature(pair: tuple[Word, Word]) -> str:
    """Return the word together with the word behind; EDGE stands behind the last."""
    word, after = pair
    return f"{RIGHT}{word.lower}|{after.lower}"


def right_kind_features(kinds: tuple[str, int, int]) -> list[str]:
    """Return what the cluster of the word behind says with the word's shape and its cluster."""
    shape, fine, after = kinds
    return [f"ca{shape}|{after}", f"dd{fine}|{after}"]


def around_feature(words: tuple[str, str, str]) -> str:
    """Return the words before and behind together with the shape of a word."""
    before, after, shape = words
    return f"{AROUND}{before}|{after}|{shape}"


def shape_features(shapes: tuple[str, str, str]) -> list[str]:
    """Return what the shapes of a word and its neighbours say."""
    return [f"sss{'|'.join(shapes)}"]


def first_features(word: tuple[bool, str]) -> list[str]:
    """Return what a known or unknown word of a shape says as the first of its sentence."""
    known, shape = word
    return [f"first{known}|{shape}"]


def mark_features(marked: tuple[str, str]) -> list[str]:
    """Return what a word's part in a listed phrase says, alone and with the word's shape."""
    mark, shape = marked
    return [f"p{mark}", f"p{mark}|{shape}"]


def _marks_beside(marks: Mapping[int, str], i: int, shape: str) -> Iterator[str]:
    """Yield what the parts in listed phrases of a word and its neighbours say."""
    if i in marks:
        yield from mark_features((marks[i], shape))
    if i - 1 in marks:
        yield f"-p{marks[i - 1]}"
    if i + 1 in marks:
        yield f"+p{marks[i + 1]}"


def run_left_features(at: tuple[str, Word]) -> list[str]:
    """Return what the word before a run says of the word at a place in it."""
    place, left = at
    lead = OUTSIDE if left is EDGE else f"{left.coarse}{left.kinds}"
    return [f"rb{place}{left.lower}", f"rB{place}{lead}"]


def run_first_features(at: tuple[str, Word]) -> list[str]:
    """Return what the first word of a run says of the word at a place in it."""
    place, first = at
    return [f"rf{place}{first.lower}"]


def run_last_features(at: tuple[str, Word]) -> list[str]:
    """Return what the last word of a run says of the word at a place in it."""
    place, last = at
    return [f"rl{place}{last.lower}", f"rC{place}{last.fine}"]


def run_right_features(at: tuple[str, Word]) -> list[str]:
    """Return what the word behind a run says of the word at a place in it."""
    place, right = at
    return [f"ra{place}{right.lower}", f"rA{place}{OUTSIDE if right is EDGE else right.coarse}"]


def run_kind_features(at: tuple[str, int, str]) -> list[str]:
    """Return what the length of a run and the kinds of its words say of a place in it."""
    place, size, kinds = at
    return [f"rn{place}{min(size, LONGEST)}", f"rk{place}{''.join(sorted(set(kinds)))}"]


def run_around_feature(at: tuple[str, Word], right: str) -> str:
    """Return the words before and behind a run together, for a place in it."""
    place, left = at
    return f"rx{place}{left.lower}|{right}"


def run_features(words: Sequence[Word], start: int, end: int, place: str) -> list[str]:
    """Return what the run of capitalised words `start` to `end` says of the word at a place."""
    first, last, right = words[start], words[end - 1], words[end]
    left = place, words[start - 1]
    before, lead = run_left_features(left)
    word, cluster = run_last_features((place, last))
    behind, tail = run_right_features((place, right))
    kinds = "".join([word.kinds for word in words[start:end]])
    return [
        word, *run_first_features((place, first)), before, behind,
        *run_kind_features((place, end - start, kinds)),
        run_around_feature(left, right.lower), lead, tail, cluster,
    ]  # fmt: skip


def chain_features(chain: tuple[str, str, str, str]) -> list[str]:
    """Return what runs held together by small words say of a word at a place in them."""
    place, head, last, joint = chain
    return [f"lh{place}{head}", f"ll{place}{last}", f"lj{place}{joint}|{head}"]


def elsewhere_features(seen: tuple[str, str, str, str]) -> list[str]:
    """Return what the first pass made of a word and its neighbours elsewhere in the document.

    `seen` are the word's tag by the first pass, what `Survey.mark` says of the word, of the one
    before and of the one behind.
    """
    tag, mark, before, after = seen
    features = [f"m{mark}", f"m{mark}|{tag}", f"t{tag}"] if mark else [f"t{tag}"]
    if before:
        features.append(f"-m{before}")
    if after:
        features.append(f"+m{after}")
    return features


def place_features(sentence: Sequence[Word], table: Words) -> list[list[str]]:
    """Return for each word of a sentence what its place among the others says."""
    words = [EDGE, EDGE, *sentence, EDGE, EDGE]
    marks = table.marks(words)
    busy = {i for start, end in stretches(words, marks) for i in range(start, end)}
    features: list[list[str]] = [[] for _ in words]
    for i, word in enumerate(words[2:-2], 2):
        before, after = words[i - 1], words[i + 1]
        mine = features[i]
        mine += _marks_beside(marks, i, word.shape)
        if i not in busy:
            mine.append(PLAIN)
            continue
        bw, wa = left_feature((before, word)), right_feature((word, after))
        bc, cc = left_kind_features((before.fine, word.shape, word.fine))
        ca, dd = right_kind_features((word.shape, word.fine, after.fine))
        ba = around_feature((before.lower, after.lower, word.shape))
        (sss,) = shape_features((before.shape, word.shape, after.shape))
        mine += [bw, wa, ba, sss, bc, ca, cc, dd]
        if before is EDGE:
            mine += first_features((word.known, word.shape))
    runs = capital_runs(words)
    for start, end in runs:
        for begin, stop, place in places_in_run(start, end):
            for i in range(begin, stop):
                features[i] += run_features(words, start, end, place)
    for i, chain in places_in_chains(words, runs):
        features[i] += chain_features(chain)
    for i, feature in acronym_features(words):
        features[i].append(feature)
    return features[2:-2]


def places_in_run(start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the places in a run of words, each with the bounds of the words that are there.

    S is alone, B the first, E the last, I between them.
    """
    if end - start == 1:
        return [(start, end, "S")]
    return [(start, start + 1, "B"), (start + 1, end - 1, "I"), (end - 1, end, "E")]


def acronym_features(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Yield features of an acronym in parentheses and of the words before it that it stands for."""
    for i in [at + 1 for at, word in enumerate(words[1:-1], 1) if word.text == "("]:
        text = words[i].text
        if not text.isupper() or not 1 < len(text) <= LONGEST:
            continue
        at, rest = i - 1, text
        for at in range(i - 2, max(-1, i - 2 - 2 * LONGEST), -1):
            if rest and words[at].text[:1] == rest[-1]:
                rest = rest[:-1]
            elif words[at].capital or words[at].lower not in HOLDING:
                break
            if not rest:
                break
        if not rest:
            yield i, "acr"
            yield i, f"acr{words[i - 2].lower}"
            for j in range(at, i - 1):
                yield j, f"long{'B' if j == at else 'I'}{words[j].capital}"


def places_in_chains(
    words: Sequence[Word], runs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
    """Yield for words in runs that small connecting words hold together what is known of these."""
    chains: list[list[tuple[int, int]]] = []
    for run in runs:
        gap = words[chains[-1][-1][1] : run[0]] if chains else ()
        if gap and len(gap) <= REACH and all(word.lower in HOLDING for word in gap):
            chains[-1].append(run)
        else:
            chains.append([run])
    for chain in chains:
        if len(chain) == 1:
            continue
        start, end = chain[0][0], chain[-1][1]
        head, last = words[chain[0][1] - 1].lower, words[end - 1].lower
        joint = words[chain[0][1]].lower
        for i in range(start, end):
            place = "c" if not words[i].capital else "a" if i < chain[0][1] else "z"
            yield i, (place, head, last, joint)


class Survey(dict[tuple[str, str], str]):
    """What a word that the first pass gave a tag is elsewhere in the document: its commonest type.

    A plus where it is nearly always so, "O" where it is in no name, a dash where the word is
    nowhere else. Words are in small letters, "" for those without a capital, of which nothing is
    known.
    """

    def __init__(self, seen: Iterable[tuple[str, str]]) -> None:
        """Count all words of the document with their tags."""
        counts = Counter(seen)
        types: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (word, tag), count in counts.items():
            types[word][tag[2:] or OUT] += count
        super().__init__(
            ((word, tag), _mark(types[word], tag[2:] or OUT) if word else "")
            for word, tag in counts
        )


def seen_elsewhere(
    capitals: Sequence[str], tags: Sequence[str], starts: Iterable[int], survey: Survey
) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each word what `elsewhere_features` wants to know.

    `capitals` are the words as in Survey. The words at `starts` are not behind those before them.
    """
    marks = list(map(survey.__getitem__, zip(capitals, tags, strict=True)))
    before, after = ["", *marks[:-1]], [*marks[1:], ""]
    for start in starts:
        before[start] = ""
        after[start - 1] = ""
    return zip(tags, marks, before, after, strict=True)


def _mark(counts: Mapping[str, int], own: str) -> str:
    total = sum(counts.values()) - 1
    if total <= 0:
        return "-"
    most, kind = max((count - (kind == own), kind) for kind, count in counts.items())
    return f"{kind}{'+' if most >= _STRONG * total else ''}"


@cache
def offsets() -> tuple[int, ...]:
    """Return the offsets at which words count, the word itself included."""
    return tuple(range(-REACH, REACH + 1))
