"""Boosted regression trees over the features of sentences, as one table of nodes."""

from typing import Any

import lightgbm  # type: ignore[import-not-found]
import numpy as np

from bilatsum.data.trees import Trees

Table = np.ndarray[Any, Any]
COMMON = {
    "objective": "regression",
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "seed": 5,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}


def boosted(
    rows: "Table", answers: "Table", weight: "Table", rounds: int, **settings: float
) -> Any:  # noqa: ANN401 - lightgbm has no types
    """Fit so many trees."""
    data = lightgbm.Dataset(rows, answers, weight=weight)
    return lightgbm.train({**COMMON, **settings}, data, rounds)


def trees_of(booster: Any) -> Trees:  # noqa: ANN401 - lightgbm has no types
    """Return lightgbm's trees as one table."""
    trees = Trees([], [], [], [], [], [], [])

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            trees.leaves.append(node["leaf_value"])
            return -len(trees.leaves)
        at = len(trees.features)
        trees.features.append(node["split_feature"])
        # Rounded up to 32 bits, so that a number equal to the threshold still goes left.
        trees.thresholds.append(float(np.nextafter(np.float32(node["threshold"]), np.inf)))
        trees.means.append(node["internal_value"])
        trees.lefts.append(0)
        trees.rights.append(0)
        trees.lefts[at], trees.rights[at] = add(node["left_child"]), add(node["right_child"])
        return at

    for one in booster.dump_model()["tree_info"]:
        if "split_feature" in one["tree_structure"]:
            trees.roots.append(add(one["tree_structure"]))
    return trees
