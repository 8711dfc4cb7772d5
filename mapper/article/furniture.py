"""Lines that belong to the page and not to the article, and lines above lists of other articles.

In: a line. Out: yes or no. Nothing can go wrong.

The patterns describe what publishing systems print around any text; each must hold for the whole
line, so that a sentence of the article which only contains such words stays.
"""

import re

# Longer lines are prose, whatever they begin with.
_MAX_CHARS = 300

_KINDS = r"(?:stories|articles|news|posts?|topics|reading|content|coverage|links|videos?|updates?)"
_NETWORK = (
    r"(?:whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|instagram|youtube|viber"
    r"|messenger|bluesky|threads|e-?mail|x)"
)
_SHARING = rf"(?:share|tweet|pin|print|copy link|save|{_NETWORK})"
_SHARED = rf"(?:this|on|via|to|the|with|by|article|story|post|page|friends?|{_NETWORK})"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)"

_READ_ON = (
    r"(?:read|see|watch|listen|learn|view|show|load|find out)"
    r" (?:more|also|next|less|all|comments)"
    rf"(?: (?:{_KINDS}|comments|here|(?:about|on|like|from|in) .{{1,40}}))?",
    r"(?:read|see) the (?:full|original) (?:story|article)",
    r"(?:read|see|watch|related|recommended)(?: (?:more|also|next|on|this|story|article))?\s*[:|]"
    r".{0,160}",
    rf"(?:related|recommended|suggested|similar|popular|trending|latest|more|further|top|most read"
    rf"|most popular|more (?:on|from) .{{1,40}})(?: {_KINDS})?\s*:?",
    r"editor['’]?s['’]? (?:picks?|choice)|you (?:may|might) (?:also )?like|what to read next"
    r"|up next|don['’]t miss|in this article|on this topic|in pictures|table of contents",
    r"continue reading.{0,80}|keep reading|(?:story|article) continues (?:after|below).{0,40}"
    r"|story continues|(?:jump|skip) to .{1,40}|skip (?:ad|advertisement)",
)
_COMMENTS = (
    r"leave a (?:reply|comment)(?: cancel reply)?|cancel reply|(?:post|add) a? ?comment|reply"
    r"|join the (?:conversation|discussion)|be the first to comment",
    rf"(?:{_NUMBER}|no|view|all|show) comments?(?: yet)?|comments?(?: \(\d+\)| are closed| off)?",
    r"your e-?mail address will not be published\.?(?: required fields are marked \*?)?"
    r"|required fields are marked \*?|save my name, e-?mail.{0,120}|enter your e-?mail.{0,60}"
    r"|e-?mail(?: address)?\s*\*?",
    r"(?:you must|please|you need to|you have to) (?:be )?"
    r"(?:register|log|logged|login|sign|signed|subscribe|create|enable (?:javascript|cookies))\b"
    r".{0,120}",
    r"(?:log|sign) ?(?:in|up|out)(?: (?:to|for|with) .{1,80})?|register|my account"
    r"|forgot password\??|already a (?:subscriber|member)\??.{0,60}",
)
_LETTERS = (
    r"(?:sign up|subscribe|register)(?: now| here| today)?(?: (?:to|for) (?:our|the|a|free|daily"
    r"|weekly|e-?mail|updates|news).{0,140})?[.!]?",
    r"(?:get|receive) (?:the |our |all the )?(?:latest|daily|breaking|top|best|free|weekly|our)"
    r".{0,60}(?:inbox|newsletter|e-?mail|alerts?|app)\b.{0,60}",
    r"(?:our |daily |weekly |free |the )*newsletters?(?: sign[- ]?up)?|.{1,50} in your inbox"
    r"|unsubscribe.{0,80}|download (?:our|the) app.{0,60}",
    r"support (?:us|our (?:work|journalism|reporting))\b.{0,120}|donate(?: now| here| today)?"
    r"|become a (?:member|patron|supporter|subscriber)\b.{0,80}|make a donation.{0,60}",
)
_SOCIAL = (
    rf"{_SHARING}(?:(?: {_SHARED})*|(?:[\s,|/·•]+{_SHARING})*)\s*[:.!]?",
    rf"follow us\b.{{0,120}}|follow .{{1,40}} on (?:google news|{_NETWORK})\b.{{0,60}}"
    r"|(?:join|like) us on .{1,60}|link copied!?|copied!?|(?:\d[\d.]*k? )(?:shares?|likes?|views?)",
)
_PAGE = (
    r"back to (?:the )?top(?: button)?|(?:scroll|go) to (?:the )?top|top of page"
    r"|(?:main )?menu|home|search|close|(?:next|previous)(?: article| post)?"
    r"|toggle .{1,30}|loading\.{0,3}"
    r"|play(?: video)?|video player.{0,40}",
    r"\(?advert(?:isement)?s?\)?|sponsored(?: content)?|promoted(?: content)?|ad|ads by .{1,30}"
    r"|remove ads.{0,40}",
    rf"{_NUMBER}[ -]min(?:ute)?s?(?: of)? read(?:ing)?|(?:estimated )?reading time\b.{{0,30}}",
    r"(?:tags?|topics?|categor(?:y|ies))\s*:.{0,200}|filed under\b.{0,160}",
)
_LAW = (
    r"(?:©|(?:copyright|\(c\))[\s©]*(?=©|(?:19|20)\d\d)).{0,200}"
    r"|(?:.{0,80}\b)?all rights reserved\b.{0,120}",
    r"terms (?:of (?:use|service)|and conditions|& conditions)"
    r"|(?:cookie|privacy|consent) (?:policy|settings|preferences|notice)",
    r"accept(?: all)?(?: cookies)?|reject(?: all)?|i (?:agree|accept)|got it!?"
    r"|manage (?:choices|cookies|preferences|consent|options)",
    r"(?:this (?:web)?site|we(?: and our .{1,30})?|our (?:web)?site) (?:uses?|stores?|places?)"
    r" cookies\b.{0,260}",
    r"by (?:continuing|clicking|using|subscribing|signing up)\b.{0,60}"
    r"\b(?:cookies|agree|accept|consent|terms|privacy)\b.{0,200}",
    r".{0,60}\brequires? javascript\b.{0,60}"
    r"|this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)\b.{0,160}",
)
# What stands above a list of other articles; "Latest updates" may stand above the article itself.
_POINTER = re.compile(
    r"(?:\*\*|#+ )?(?:(?:read|see|watch) (?:also|more|next)|also read|related(?: \w+)?|recommended"
    r"|most read|more (?:on|from|about) [^.,]{1,40}|you (?:might|may) also like)\s*[:…]?(?:\*\*)?",
    re.IGNORECASE,
)
# Marks that lists, links and headings put around the words.
_BEFORE = r"(?:[-*•>»→▶#\[\s])*"
_AFTER = r"[\s\]»→▶>*]*"
_WHOLE = tuple(
    re.compile(rf"{_BEFORE}(?:{'|'.join(group)}){_AFTER}", re.IGNORECASE)
    for group in (_READ_ON, _COMMENTS, _LETTERS, _SOCIAL, _PAGE, _LAW)
)


def is_furniture(line: str) -> bool:
    """Whether `line` is an invitation, a button, a notice or a label of the page around the text.

    Parameters
    ----------
    line
        A whole line without surrounding blanks.
    """
    return 0 < len(line) <= _MAX_CHARS and any(p.fullmatch(line) for p in _WHOLE)


def is_pointer(line: str) -> bool:
    """Whether `line` stands above a list of other articles: "Read also".

    Parameters
    ----------
    line
        A whole line without surrounding blanks.
    """
    return len(line) <= _MAX_CHARS and _POINTER.fullmatch(line) is not None
