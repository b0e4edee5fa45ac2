"""The names under which states are shown."""

from collections.abc import Sequence

from bilatsum.model import Actor


def state_name(code: str, actors: Sequence[Actor]) -> str:
    """Return the name that the article's actors give a state, its code where they name it not."""
    return next(
        (actor.name for actor in actors if actor.kind == "state" and actor.country == code), code
    )
