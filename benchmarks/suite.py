"""The tasks, in the order of the tables."""

from benchmarks import briefs, dates, names, segmentation, summaries

TASKS = (
    briefs.ACTORS,
    briefs.DATES,
    briefs.ISSUES,
    briefs.SUMMARIES,
    briefs.HEAD,
    names.TASK,
    dates.TASK,
    dates.VALUES,
    segmentation.TASK,
    summaries.TASK,
)
