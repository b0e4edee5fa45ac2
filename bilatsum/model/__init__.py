"""The records that travel through the program: frozen dataclasses and nothing else.

In: nothing. Out: the vocabulary of every other room. All offsets are half-open character offsets
into `Article.text`.
"""

from .actors import Actor, ActorKind, ActorMention
from .article import Article, Furniture, FurnitureKind, PublishedFrom
from .brief import Brief, Options
from .dates import Anchor, DateMention, PartialDate, TimexType
from .document import Document, Paragraph, ParagraphKind, Sentence, View, Words
from .issues import Issue, Side, Stance, Standing
from .own import OwnNames, OwnOrganisation, OwnPerson, OwnTopic
from .span import Span
from .summary import Summary, SummarySentence

__all__ = [
    "Actor",
    "ActorKind",
    "ActorMention",
    "Anchor",
    "Article",
    "Brief",
    "DateMention",
    "Document",
    "Furniture",
    "FurnitureKind",
    "Issue",
    "Options",
    "OwnNames",
    "OwnOrganisation",
    "OwnPerson",
    "OwnTopic",
    "Paragraph",
    "ParagraphKind",
    "PartialDate",
    "PublishedFrom",
    "Sentence",
    "Side",
    "Span",
    "Stance",
    "Standing",
    "Summary",
    "SummarySentence",
    "TimexType",
    "View",
    "Words",
]
