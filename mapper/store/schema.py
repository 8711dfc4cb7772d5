"""Tables of the project file, the same for SQLite and PostgreSQL.

Dates are ISO 8601 text, so that a missing clock or time zone can never move them. `payload` columns
are what `codec` writes.

To add a table or a column:

1. Define it here. Texts are `TEXT`, never `sa.Text`; a partial index has its condition as
   `sqlite_where` and as `postgresql_where`; a foreign key names a table that is defined above.
2. Append a step to `STEPS` of `migrations.py` that adds it to a project of before:
   `Step(what="...", run=tables(MY_TABLE))` or `run=columns(ARTICLE, "my_column")` (which must be
   nullable). That raises the version of the file; two branches that each append one merge as they
   stand. A step that is in a release is never changed.
3. That is all: `mapper db check`, `backup` and `copy` take every table of `METADATA` along.

Rows are put in order by a number or a text that the program makes, never by the time of the clock,
which may be set back.
"""

import sqlalchemy as sa

# "MaPp" in ASCII: tells a project file from any other SQLite file (byte 68 of the header).
APPLICATION_ID = 0x4D615070

# PostgreSQL would sort texts by the language of its database; all sort by code points, as SQLite.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

METADATA = sa.MetaData()

META = sa.Table(
    "meta",
    METADATA,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("value", TEXT, nullable=False),
)

ARTICLE = sa.Table(
    "article",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", TEXT, nullable=False, unique=True),
    sa.Column("sha256", TEXT, nullable=False),
    # The text, as `packing` makes it small.
    sa.Column("packed", sa.LargeBinary, nullable=False),
    sa.Column("title", TEXT),
    sa.Column("source", TEXT),
    sa.Column("url", TEXT),
    sa.Column("published", TEXT),
    sa.Column("published_basis", TEXT),
    sa.Column("language", TEXT),
    sa.Column("origin", TEXT),
    # The day that dates in the text were counted from, once it had to be inferred from others.
    sa.Column("inferred", TEXT),
    sa.Column("set_aside", sa.LargeBinary, nullable=False),
    # For an article without a day of its own: its reports as they read without any, from which
    # the inference starts anew whenever other articles come or go. NULL for dated ones.
    sa.Column("undated", sa.LargeBinary),
    sa.Index(
        "article_undated",
        "id",
        sqlite_where=sa.text("undated IS NOT NULL"),
        postgresql_where=sa.text("undated IS NOT NULL"),
    ),
)

PLACE = sa.Table(
    "place",
    METADATA,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("id", TEXT, nullable=False),
    sa.Column("payload", TEXT, nullable=False),
    sa.Column("shape", sa.LargeBinary),
)

REPORT = sa.Table(
    "report",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", TEXT, nullable=False, unique=True),
    sa.Column("article_id", TEXT, sa.ForeignKey("article.id"), nullable=False, index=True),
    sa.Column("event_type", TEXT, nullable=False),
    sa.Column("first", TEXT),
    # Its keys of `report_key`, six bytes each, so that they are found again without an index.
    sa.Column("filed_under", sa.LargeBinary, nullable=False),
    sa.Column("payload", sa.LargeBinary, nullable=False),
)

REPORT_KEY = sa.Table(
    "report_key",
    METADATA,
    # A hash of the key: a fifth of the space, and two keys that meet cost a comparison, no error.
    sa.Column("key", sa.BigInteger, primary_key=True),
    # No foreign key, which would need an index as large as the table; `report.filed_under` has
    # the way back.
    sa.Column("report_seq", sa.Integer, primary_key=True),
    sqlite_with_rowid=False,
)

INCIDENT = sa.Table(
    "incident",
    METADATA,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("event_type", TEXT, nullable=False),
    sa.Column("first", TEXT),
    sa.Column("last", TEXT),
    sa.Column("place_id", TEXT, index=True),
    sa.Column("payload", sa.LargeBinary, nullable=False),
)

MEMBERSHIP = sa.Table(
    "membership",
    METADATA,
    sa.Column("report_seq", sa.Integer, sa.ForeignKey("report.seq"), primary_key=True),
    sa.Column("incident_id", TEXT, sa.ForeignKey("incident.id"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
)

# The lexicons that articles were read with. One that comes with the package is named by `bundled`,
# and of one of the user's own all words are kept in `source`, because its file may change or go.
LEXICON = sa.Table(
    "lexicon",
    METADATA,
    sa.Column("sha256", TEXT, primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("bundled", TEXT),
    sa.Column("source", TEXT),
)

# Which of them each article was read with; each article has a row. Those that were read before this
# was noted have one of the lexicon whose hash is "before": the bundled one of war, of an unknown
# state.
READING = sa.Table(
    "reading",
    METADATA,
    sa.Column("article_id", TEXT, primary_key=True),
    sa.Column("lexicon", TEXT, sa.ForeignKey("lexicon.sha256"), nullable=False, index=True),
)

# Reports that came, or lost one that they may have been joined with, since incidents were last
# derived. Written in the transaction that changes the reports, so that a run that was cut off is
# finished by the next command.
DIRTY = sa.Table(
    "dirty",
    METADATA,
    sa.Column("report_seq", sa.Integer, sa.ForeignKey("report.seq"), primary_key=True),
)

# Incidents that came since the last time that none of DIRTY was left. Until then their ids follow
# their first report, so that they do not depend on what was dealt with first.
NEWBORN = sa.Table("newborn", METADATA, sa.Column("incident_id", TEXT, primary_key=True))

# What geocoders said. A question is a name (by its key in the gazetteer) in a country; each service
# on each server answers for itself.
GEOCODING = sa.Table(
    "geocoding",
    METADATA,
    sa.Column("name_key", TEXT, primary_key=True),
    sa.Column("country", TEXT, primary_key=True),
    sa.Column("source", TEXT, primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("outcome", TEXT, nullable=False),
    sa.Column("reason", TEXT, nullable=False),
    # The places that it could be, as `codec` writes places; empty unless found.
    sa.Column("places", TEXT, nullable=False),
    # UTC, to the second.
    sa.Column("asked_at", TEXT, nullable=False),
    sa.Column("retry_at", TEXT),
)

# Names in the reports of an article that the gazetteer lacks.
UNKNOWN_NAME = sa.Table(
    "unknown_name",
    METADATA,
    sa.Column("name_key", TEXT, primary_key=True),
    sa.Column("country", TEXT, primary_key=True),
    sa.Column("article_id", TEXT, primary_key=True, index=True),
    sa.Column("name", TEXT, nullable=False),
)

# Articles whose unknown names are noted above. `stale` when a place was found for one of them
# since: the article is then read again, by the next command that asks geocoders if this one is cut
# off.
NAMES_NOTED = sa.Table(
    "names_noted",
    METADATA,
    sa.Column("article_id", TEXT, primary_key=True),
    sa.Column("stale", sa.Integer, nullable=False),
    sa.Index(
        "names_noted_stale",
        "article_id",
        sqlite_where=sa.text("stale = 1"),
        postgresql_where=sa.text("stale = 1"),
    ),
)

# When and from where the page of an article came. No foreign key, as above.
RETRIEVAL = sa.Table(
    "retrieval",
    METADATA,
    sa.Column("article_id", TEXT, primary_key=True),
    # UTC, to the second.
    sa.Column("at", TEXT, nullable=False),
    sa.Column("url", TEXT, nullable=False),
    # Of the page's bytes, not of the article's text.
    sa.Column("sha256", TEXT, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
)

# Feeds and sitemaps of which all was taken, by a hash of their URL, and how to ask whether they
# changed since.
FEED = sa.Table(
    "feed",
    METADATA,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("url", TEXT, nullable=False),
    sa.Column("etag", TEXT),
    sa.Column("last_modified", TEXT),
    sa.Column("stamp", TEXT),
)

# What feeds named, by hashes of URL and id; `done` or how often it failed.
FEED_ENTRY = sa.Table(
    "feed_entry",
    METADATA,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("done", sa.Integer, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
)

# What people did to incidents, in the order of `seq` and not of the clock, which may be set back.
# Nothing is ever changed or taken out here: what is undone has a later row that says so. No foreign
# keys: a correction outlives the incident and the articles that it was made on.
CORRECTION = sa.Table(
    "correction",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("act", TEXT, nullable=False),
    sa.Column("incident_id", TEXT, nullable=False, index=True),
    sa.Column("who", TEXT, nullable=False),
    # UTC, to the second.
    sa.Column("at", TEXT, nullable=False),
    # The number of the correction that this one takes back.
    sa.Column("undoes", sa.Integer, index=True),
    sa.Column("payload", sa.LargeBinary, nullable=False),
)

# The incidents that a correction is about, and the articles that it is anchored in, so that one
# incident is looked at without reading all corrections.
CORRECTION_LINK = sa.Table(
    "correction_link",
    METADATA,
    # "incident" or "article".
    sa.Column("kind", TEXT, primary_key=True),
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("seq", sa.Integer, sa.ForeignKey("correction.seq"), primary_key=True),
)

# Incidents that are no longer, with the one that has most of their reports now; NULL when these
# went too. A row means nothing while there is an incident of that id again.
BYGONE = sa.Table(
    "bygone",
    METADATA,
    sa.Column("incident_id", TEXT, primary_key=True),
    sa.Column("successor", TEXT),
)

# What people corrected in articles: the text and description before and after, as `codec` writes
# them.
REVISION = sa.Table(
    "revision",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("article_id", TEXT, nullable=False, index=True),
    # Of the text as it was and as it is, so that either is known when it is added again.
    sa.Column("sha256_before", TEXT, nullable=False, index=True),
    sa.Column("sha256_after", TEXT, nullable=False, index=True),
    sa.Column("who", TEXT, nullable=False),
    sa.Column("at", TEXT, nullable=False),
    sa.Column("payload", sa.LargeBinary, nullable=False),
)

OF_CORRECTIONS = (CORRECTION, CORRECTION_LINK, BYGONE, REVISION)
