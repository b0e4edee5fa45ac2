"""What spoke for or against a sentence, in words."""

from collections.abc import Iterable

from .features import AROUND_FEATURES, FEATURES
from .genre import GENRE_FEATURES
from .place import PLACE_FEATURES

_MAX_REASONS = 3
_LEAST = 0.05

_FAMILIES = {
    **dict.fromkeys(PLACE_FEATURES, "place in the article"),
    **dict.fromkeys(GENRE_FEATURES, "kind of article"),
    **dict.fromkeys(AROUND_FEATURES, "sentences beside it"),
    **dict.fromkeys(
        ("central", "central_rank", "near_whole", "near_before", "near_after", "repeated_later"),
        "close to the whole",
    ),
    **dict.fromkeys(("title", "near_title"), "close to the title"),
    **dict.fromkeys(("opening_like", "near_opening", "near_lead"), "close to the opening"),
    **dict.fromkeys(
        ("most_like_before", "most_like_lead", "like_previous", "near_previous"), "said before"
    ),
    **dict.fromkeys(("actors", "actor_count"), "principal actors"),
    **dict.fromkeys(("dates", "digits", "money"), "dates and figures"),
    **dict.fromkeys(("length", "short"), "length"),
    **dict.fromkeys(("quoted", "quote_share", "starts_quoted", "saying"), "quotation"),
    **dict.fromkeys(("leaning", "pronouns"), "leans on others"),
    **dict.fromkeys(("boilerplate", "hanging", "unfinished", "lower_start"), "unfit"),
}


# By the place of a feature in FEATURES.
_FAMILY = [
    _FAMILIES.get(name) or ("key terms" if "worth" in name else "wording") for name in FEATURES
]


def reasons(parts: Iterable[tuple[int, float]]) -> tuple[str, ...]:
    """Return the strongest reasons, from what each feature adds to a sentence's score."""
    sums: dict[str, float] = {}
    for feature, value in parts:
        family = _FAMILY[feature]
        sums[family] = sums.get(family, 0.0) + value
    strongest = sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(
        f"{family} {value:+.2f}"
        for family, value in strongest[:_MAX_REASONS]
        if abs(value) > _LEAST
    )
