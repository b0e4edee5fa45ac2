"""How good and how fast the program is, beside others.

    python -m benchmarks ../shared/data --peers FOLDER     everything, into results.json
    python -m benchmarks.gate ../shared/data               whether anything became worse
    python -m benchmarks.speed …, python -m benchmarks.standing …    figures of their own

`tasks.py` says what a task is; a file for each (`names`, `dates`, `segmentation`, `summaries`,
`briefs`) says what is read, asked and counted. `scoring/` turns answers and gold into counts,
`bootstrap.py` counts into figures with intervals, `results.py` keeps them, `tables.py` shows them
in the documentation. `baselines.py` holds trivial systems, `peers/` other programs, `gold/` our
gold for the samples of docs/examples, `floors.json` what no change may fall below.
"""
