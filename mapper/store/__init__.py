"""The project file: articles, their reports and the incidents derived from them."""

from mapper.store.articles import (
    Entry,
    Standing,
    StoredArticle,
    article,
    articles,
    dated_reports,
    put,
    remove,
    replace_reports,
    standing,
    undated,
)
from mapper.store.database import Store, open_store, opened
from mapper.store.incidents import count, ids, incident, incidents, is_dirty, of_article, settle

__all__ = [
    "Entry",
    "Standing",
    "Store",
    "StoredArticle",
    "article",
    "articles",
    "count",
    "dated_reports",
    "ids",
    "incident",
    "incidents",
    "is_dirty",
    "of_article",
    "open_store",
    "opened",
    "put",
    "remove",
    "replace_reports",
    "settle",
    "standing",
    "undated",
]
