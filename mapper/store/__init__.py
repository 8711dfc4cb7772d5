"""The project file: articles, their reports and the incidents derived from them."""

from mapper.store.advice import StoreBusy
from mapper.store.corrected import (
    batches,
    became_of,
    count,
    incident,
    incidents,
    judgement,
    of_article,
)
from mapper.store.corrections import corrections
from mapper.store.database import Store, open_store, opened
from mapper.store.derived import is_dirty, settle
from mapper.store.filing import (
    TEXT_BASIS,
    ArticleRefused,
    Entry,
    Standing,
    StoredArticle,
    article,
    articles,
    put,
    put_again,
    remove,
    replace_reports,
    standing,
    take_out,
    undated,
    write_again,
)
from mapper.store.lexicons import (
    ReadWith,
    lexicon_names,
    lexicon_of_article,
    project_lexicon,
    read_with,
)
from mapper.store.reports import dated_reports, event_types
from mapper.store.retrievals import retrieval_of, text_sha256

__all__ = [
    "TEXT_BASIS",
    "ArticleRefused",
    "Entry",
    "ReadWith",
    "Standing",
    "Store",
    "StoreBusy",
    "StoredArticle",
    "article",
    "articles",
    "batches",
    "became_of",
    "corrections",
    "judgement",
    "count",
    "dated_reports",
    "event_types",
    "incident",
    "incidents",
    "is_dirty",
    "lexicon_names",
    "lexicon_of_article",
    "of_article",
    "open_store",
    "opened",
    "project_lexicon",
    "put",
    "put_again",
    "read_with",
    "remove",
    "replace_reports",
    "retrieval_of",
    "settle",
    "standing",
    "text_sha256",
    "take_out",
    "undated",
    "write_again",
]
