"""Reading articles: files, folders, pages of the web and standard input become `Article`s."""

from mapper.article.model import Article, ReadOptions, Retrieval, UnreadableArticle
from mapper.article.published import parse_published
from mapper.article.reading import is_article_file, read, read_entry, read_file

__all__ = [
    "Article",
    "ReadOptions",
    "Retrieval",
    "UnreadableArticle",
    "is_article_file",
    "parse_published",
    "read",
    "read_entry",
    "read_file",
]
