"""bilatsum: a brief of an article on the relations between two states.

    >>> from bilatsum import summarize
    >>> brief = summarize("Japan and Peru signed a fisheries accord on Monday.", date="2025-04-08")
    >>> brief.pair
    ('JPN', 'PER')

In: the text of an article. Out: a `Brief`, every line of which can be traced to the sentence it
came from. Nothing is read, downloaded or printed on import.
"""

__version__ = "0.1.0"

from bilatsum.api import Brief, summarize
from bilatsum.model import Article, Options

__all__ = ["Article", "Brief", "Options", "__version__", "summarize"]
