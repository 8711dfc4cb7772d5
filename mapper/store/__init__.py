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
from mapper.store.database import open_store, opened
from mapper.store.derived import carry_out, dirty_days, is_dirty, plan_of, settle
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
from mapper.store.handle import Store
from mapper.store.lexicons import (
    ReadWith,
    lexicon_names,
    lexicon_of_article,
    project_lexicon,
    read_with,
)
from mapper.store.naming import AmbiguousId, whole_article_id, whole_id, whole_incident_id
from mapper.store.plans import Days, Plan
from mapper.store.prepared import (
    Prepared,
    prepare,
    put_places_first,
    put_prepared,
    rows_of_places,
)
from mapper.store.reports import Row, dated_reports, event_types, without_day
from mapper.store.retrievals import retrieval_of, text_sha256

__all__ = [
    "AmbiguousId",
    "TEXT_BASIS",
    "ArticleRefused",
    "Days",
    "Entry",
    "Plan",
    "Prepared",
    "ReadWith",
    "Row",
    "Standing",
    "Store",
    "StoreBusy",
    "StoredArticle",
    "article",
    "articles",
    "batches",
    "became_of",
    "carry_out",
    "corrections",
    "count",
    "dated_reports",
    "dirty_days",
    "event_types",
    "incident",
    "incidents",
    "is_dirty",
    "judgement",
    "lexicon_names",
    "lexicon_of_article",
    "of_article",
    "open_store",
    "opened",
    "plan_of",
    "prepare",
    "project_lexicon",
    "put",
    "put_again",
    "put_places_first",
    "put_prepared",
    "read_with",
    "remove",
    "replace_reports",
    "retrieval_of",
    "rows_of_places",
    "settle",
    "standing",
    "take_out",
    "text_sha256",
    "undated",
    "whole_article_id",
    "whole_id",
    "whole_incident_id",
    "without_day",
    "write_again",
]
