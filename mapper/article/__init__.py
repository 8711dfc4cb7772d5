"""Reading articles: files, folders, pages of the web and standard input become `Article`s."""

from mapper.article.model import Article, ReadOptions, UnreadableArticle
from mapper.article.published import parse_published
from mapper.article.reading import read

__all__ = ["Article", "ReadOptions", "UnreadableArticle", "parse_published", "read"]
