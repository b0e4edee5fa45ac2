"""How Sphinx builds the site of the documentation.

    sphinx-build --fail-on-warning --keep-going -c docs . site

from the root of the repository, in an environment with `.[docs]`.
"""

from bilatsum import __version__

project = "bilatsum"
author = "bilatsum contributors"
release = __version__
extensions = ["myst_parser"]

# The pages are those that the repository shows: links between them are paths of files.
root_doc = "docs/index"
include_patterns = [
    "docs/**/*.md",
    "docs/*.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "bilatsum/data/SOURCES.md",
]
exclude_patterns = ["docs/examples/briefs", "docs/examples/analysis.md", ".*", "site", "dist"]
nitpicky = True
myst_heading_anchors = 4

html_theme = "furo"
html_title = f"bilatsum {release}"
html_copy_source = False
html_show_sphinx = False
html_extra_path = ["redirect/index.html"]  # the front page is docs/index.html
