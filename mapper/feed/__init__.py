"""Feeds and sitemaps: what is new in them becomes `Article`s."""

from mapper.feed.gathering import FEED_BASIS, Request, gather
from mapper.feed.model import Entry, Known, Ledger, State

__all__ = ["FEED_BASIS", "Entry", "Known", "Ledger", "Request", "State", "gather"]
