"""Lines that belong to the page and not to the article.

In: a line. Out: yes or no. Nothing can go wrong.

The patterns describe what publishing systems print around any text; each must hold for the whole
line, so that a sentence of the article which only contains such words stays.
"""

import re

# Longer lines are prose, whatever they begin with.
_MAX_CHARS = 300

_WHOLE = re.compile(
    r"(?:[-*•>»→▶#\[\s]|\*\*)*(?:"
    # invitations to read on
    r"(?:read|see|watch|listen|learn|find out|view|show|load|see)\s+(?:more|also|next|on|full story"
    r"|the full (?:story|article)|less|all|comments|original)(?:\s+(?:stories|news|posts|articles|"
    r"comments|here|about this|on this|like this|from .{1,40}|in .{1,30}))?"
    r"|(?:read|see|watch)\s+(?:more|also|next|on|this)\s*[:|-].{0,160}"
    r"|(?:related|recommended|suggested|similar|popular|trending|latest|more|further|top|most read"
    r"|most popular|editor['’]?s['’]? (?:picks?|choice)|you (?:may|might) (?:also )?like"
    r"|more (?:on|from) .{1,40}|what to read next|up next|don['’]t miss|in this article|on this topic)"
    r"(?:\s+(?:stories|articles|news|posts|topics|reading|content|coverage|links|videos?|headlines"
    r"|read|updates?))?\s*:?"
    r"|continue reading.{0,80}|keep reading|story continues(?: below)?(?: (?:this )?advertisement)?"
    r"|article continues (?:after|below).{0,40}|jump to .{1,40}|skip to .{1,40}|skip (?:ad|advertisement)"
    # comments and accounts
    r"|leave a (?:reply|comment)(?: cancel reply)?|cancel reply|post (?:a )?comment|add a comment"
    r"|join the (?:conversation|discussion)|(?:\d+|no|view|all|show) comments?(?: yet)?|comments?"
    r"(?: \(\d+\)| are closed| off)?|reply|be the first to comment"
    r"|your email address will not be published\.?(?: required fields are marked \*?)?"
    r"|required fields are marked \*?|save my name, email.{0,120}"
    r"|(?:you must|please|you need to|you have to) (?:be )?(?:register|log|logged|login|sign|signed"
    r"|subscribe|enable|create)\b.{0,120}"
    r"|(?:log|sign) ?(?:in|up|out)(?: (?:to|for|with) .{1,80})?|register|my account|forgot password\??"
    r"|already a (?:subscriber|member)\??.{0,60}"
    # letters and money
    r"|(?:sign up|subscribe|register)(?: now| here| today)?(?: (?:to|for) (?:our|the|a|free|daily|"
    r"weekly|email|updates|news).{0,140})?[.!]?"
    r"|(?:get|receive) (?:the |our |all the )?(?:latest|daily|breaking|top|best|free|weekly|our).{0,60}"
    r"(?:inbox|newsletter|email|by e-?mail|alerts?|app)\b.{0,60}"
    r"|(?:our |daily |weekly |free |the )*newsletters?(?: sign[- ]?up)?|enter your e-?mail.{0,60}"
    r"|e-?mail(?: address)?\s*\*?|unsubscribe.{0,80}|support (?:us|our (?:work|journalism|reporting))\b"
    r".{0,120}|donate(?: now| here| today)?|become a (?:member|patron|supporter|subscriber)\b.{0,80}"
    r"|make a donation.{0,60}|download (?:our|the) app.{0,60}"
    # sharing
    r"|(?:share|tweet|pin|print|email|e-mail|copy link|save|whatsapp|facebook|twitter|telegram|linkedin"
    r"|reddit|pinterest|instagram|youtube|viber|messenger|x)(?:(?:\s+(?:this|on|via|to|the|with|by|"
    r"article|story|post|page|friends?|facebook|twitter|x|telegram|whatsapp|linkedin|reddit|email|"
    r"e-mail))*|(?:[\s,|/·•]+(?:share|tweet|pin|print|email|copy link|save|whatsapp|facebook|twitter"
    r"|telegram|linkedin|reddit|pinterest|instagram|youtube|x))*)\s*[:.!]?"
    r"|follow us\b.{0,120}|follow .{1,40} on (?:facebook|twitter|x|telegram|instagram|google news"
    r"|whatsapp|youtube)\b.{0,60}|(?:join|like) us on .{1,60}|link copied!?|copied!?"
    r"|(?:\d+(?:\.\d+)?k? )(?:shares?|likes?|views?)"
    # the page itself
    r"|back to (?:the )?top(?: button)?|(?:scroll|go) to (?:the )?top|top of page|(?:main )?menu|home"
    r"|search|close|next(?: article| post)?|previous(?: article| post)?|toggle .{1,30}"
    r"|loading\.{0,3}|play(?: video)?|video player.{0,40}|advert(?:isement)?s?|sponsored(?: content)?"
    r"|promoted(?: content)?|\(?advertisement\)?|ad|ads by .{1,30}|remove ads.{0,40}"
    r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?: of)? read(?:ing)?"
    r"|(?:estimated )?reading time\b.{0,30}|tags?\s*:.{0,200}|filed under\b.{0,160}|topics?\s*:.{0,160}"
    r"|categor(?:y|ies)\s*:.{0,160}"
    # law
    r"|(?:©|\(c\)|copyright)(?=[\s\d]).{0,200}|all rights reserved.{0,120}|.{0,80}\ball rights reserved\."
    r"{0,1}|terms (?:of (?:use|service)|and conditions|& conditions)|privacy(?: policy| notice)?"
    r"|(?:cookie|privacy|consent) (?:policy|settings|preferences|notice)|accept(?: all)?(?: cookies)?"
    r"|reject(?: all)?|manage (?:choices|cookies|preferences|consent|options)|i (?:agree|accept)|got it!?"
    r"|(?:this (?:web)?site|we(?: and our .{1,30})?|our (?:web)?site) (?:uses?|stores?|places?) cookies"
    r"\b.{0,260}|by (?:continuing|clicking|using|subscribing|signing up)\b.{0,60}\b(?:cookies|agree|"
    r"accept|consent|terms|privacy)\b.{0,200}"
    r"|(?:please )?enable (?:javascript|cookies)\b.{0,120}|.{0,60}\brequires? javascript\b.{0,60}"
    r"|(?:this article|this story) (?:was )?(?:originally|first) (?:appeared|published)\b.{0,160}"
    r")(?:[\s\]»→▶>*]|\*\*)*",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether `line` is an invitation, a button, a notice or a label of the page around the text.

    Parameters
    ----------
    line
        A whole line without surrounding blanks.
    """
    return 0 < len(line) <= _MAX_CHARS and _WHOLE.fullmatch(line) is not None
