"""A brief held against its article: what in it is not the article's own words.

In: a written brief (JSON or Markdown) and the segmented article. Out: a Report: how many claims
of each kind were checked, and every one that does not hold. Nothing is looked for but what the
brief says: a claim is a quotation that must stand where the brief says it stands.
"""

from .claims import Fault, Report
from .json_brief import check_json, json_briefs
from .markdown_brief import check_markdown, is_markdown_brief

__all__ = ["Fault", "Report", "check_json", "check_markdown", "is_markdown_brief", "json_briefs"]
