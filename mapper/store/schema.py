"""Tables of the project file, the same for SQLite and PostgreSQL.

Dates are ISO 8601 text, so that a missing clock or time zone can never move them. `payload` columns
are what `codec` writes.
"""

import sqlalchemy as sa

# "MaPp" in ASCII: tells a project file from any other SQLite file (byte 68 of the header).
APPLICATION_ID = 0x4D615070

# Raised with every change of a table that an older program could not read.
SCHEMA_VERSION = 1

METADATA = sa.MetaData()

META = sa.Table(
    "meta",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

ARTICLE = sa.Table(
    "article",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("published_basis", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("origin", sa.Text),
    # The day that dates in the text were counted from, once it had to be inferred from others.
    sa.Column("inferred", sa.Text),
    sa.Column("set_aside", sa.LargeBinary, nullable=False),
    # For an article without a day of its own: its reports as they read without any, from which
    # the inference starts anew whenever other articles come or go. NULL for dated ones.
    sa.Column("undated", sa.LargeBinary),
    sa.Index("article_undated", "id", sqlite_where=sa.text("undated IS NOT NULL")),
)

PLACE = sa.Table(
    "place",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("shape", sa.LargeBinary),
)

REPORT = sa.Table(
    "report",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id"), nullable=False, index=True),
    sa.Column("event_type", sa.Text, nullable=False),
    sa.Column("place_id", sa.Text),
    sa.Column("first", sa.Text),
    sa.Column("last", sa.Text),
    sa.Column("payload", sa.LargeBinary, nullable=False),
    sa.Index("report_type_place", "event_type", "place_id"),
)

REPORT_KEY = sa.Table(
    "report_key",
    METADATA,
    # A hash of the key: a fifth of the space, and two keys that meet cost a comparison, no error.
    sa.Column("key", sa.BigInteger, primary_key=True),
    sa.Column("report_seq", sa.Integer, sa.ForeignKey("report.seq"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

INCIDENT = sa.Table(
    "incident",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("event_type", sa.Text, nullable=False),
    sa.Column("first", sa.Text, index=True),
    sa.Column("last", sa.Text),
    sa.Column("place_id", sa.Text, index=True),
    sa.Column("payload", sa.LargeBinary, nullable=False),
)

MEMBERSHIP = sa.Table(
    "membership",
    METADATA,
    sa.Column("report_seq", sa.Integer, sa.ForeignKey("report.seq"), primary_key=True),
    sa.Column("incident_id", sa.Text, sa.ForeignKey("incident.id"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
)

# The lexicons that articles were read with. One that comes with the package is named by `bundled`,
# and of one of the user's own all words are kept in `source`, because its file may change or go.
LEXICON = sa.Table(
    "lexicon",
    METADATA,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("bundled", sa.Text),
    sa.Column("source", sa.Text),
)

# Which of them each article was read with. An article without a row was read with that of war:
# earlier versions of the program knew no other.
READING = sa.Table(
    "reading",
    METADATA,
    sa.Column("article_id", sa.Text, primary_key=True),
    sa.Column("lexicon", sa.Text, sa.ForeignKey("lexicon.sha256"), nullable=False, index=True),
)

# Reports that came, or lost one that they may have been joined with, since incidents were last
# derived. Written in the transaction that changes the reports, so that a run that was cut off is
# finished by the next command.
DIRTY = sa.Table(
    "dirty",
    METADATA,
    sa.Column("report_seq", sa.Integer, sa.ForeignKey("report.seq"), primary_key=True),
)

# What geocoders said. A question is a name (by its key in the gazetteer) in a country; each service
# on each server answers for itself. Made when it is first needed, as are the two below: a project
# file from before has none of them, and an older program passes over them.
GEOCODING = sa.Table(
    "geocoding",
    METADATA,
    sa.Column("name_key", sa.Text, primary_key=True),
    sa.Column("country", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    # The places that it could be, as `codec` writes places; empty unless found.
    sa.Column("places", sa.Text, nullable=False),
    # UTC, to the second.
    sa.Column("asked_at", sa.Text, nullable=False),
    sa.Column("retry_at", sa.Text),
)

# Names in the reports of an article that the gazetteer lacks. No foreign keys: an older program
# takes articles out without looking here.
UNKNOWN_NAME = sa.Table(
    "unknown_name",
    METADATA,
    sa.Column("name_key", sa.Text, primary_key=True),
    sa.Column("country", sa.Text, primary_key=True),
    sa.Column("article_id", sa.Text, primary_key=True, index=True),
    sa.Column("name", sa.Text, nullable=False),
)

# Articles whose unknown names are noted above. `stale` when a place was found for one of them
# since: the article is then read again, by the next command that asks geocoders if this one is cut
# off.
NAMES_NOTED = sa.Table(
    "names_noted",
    METADATA,
    sa.Column("article_id", sa.Text, primary_key=True),
    sa.Column("stale", sa.Integer, nullable=False),
    sa.Index("names_noted_stale", "article_id", sqlite_where=sa.text("stale = 1")),
)

# When and from where the page of an article came. No foreign key, as above.
RETRIEVAL = sa.Table(
    "retrieval",
    METADATA,
    sa.Column("article_id", sa.Text, primary_key=True),
    # UTC, to the second.
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    # Of the page's bytes, not of the article's text.
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
)

# Feeds and sitemaps of which all was taken, by a hash of their URL, and how to ask whether they
# changed since.
FEED = sa.Table(
    "feed",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("stamp", sa.Text),
)

# What feeds named, by hashes of URL and id; `done` or how often it failed.
FEED_ENTRY = sa.Table(
    "feed_entry",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("done", sa.Integer, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
)

ADDED_LATER = (GEOCODING, UNKNOWN_NAME, NAMES_NOTED)

# Made when they are first needed, too, each by itself.
WEB_TABLES = (RETRIEVAL, FEED, FEED_ENTRY)
