"""English words around the text of a page."""

from dossier.detect.page_words import PageWords

_NOTES_TEXT = """
    note notes editor's photo photos picture image images video audio caption credit source sources update updated
    correction corrections clarification summary abstract background analysis opinion comment comments exclusive
    breaking live watch read related more see also topics tags category subject topic title date time place location
    venue address tel phone fax email e-mail website web url from to cc re contact contacts author by warning tip tips
    step result results score scores example answer-key
"""
_CONNECTORS_TEXT = """
    and for of the in at on to via by with from staff writer writers reporter reporters correspondent correspondents
    editor contributor special editing writing reporting additional
"""
_MONTHS_TEXT = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
"""

PAGE_WORDS = PageWords(
    notes=frozenset(_NOTES_TEXT.split()),
    connectors=frozenset(_CONNECTORS_TEXT.split()),
    months=frozenset(_MONTHS_TEXT.split()),
    conjunctions="and",
    weekdays="(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
    day_suffixes="st|nd|rd|th",
    before_moment="at|on",
    hour_suffixes=r"[ap]\.?m\b\.?",
    published="(?:first |last |originally )?(?:published|posted|updated|modified|created)(?: on| at)?",
    by="by",
    for_outlet="for",
    photo="photo(?:graph)?s?|images?|pictures?|photo credits?|image credits?|credits?",
    phone="phone|fax|tel",
    follow=r"Follow (?:him|her|them|us|me|{name}) on [^.\n]*",
    contributed="contributed (?:reporting )?to this (?:report|story|article)",
    rights="all rights reserved",
    links=(
        r"(?:read|see) (?:also|more|next)\s*(?:[:.»>→|–—-]|$|about\b|on\b|at\b|here\b|from\b)|also (?:read|see)\b"
        r"|related(?: (?:articles?|stories|story|content|coverage|topics))?\s*:|trending (?:on|now)\b"
        r"|most (?:read|popular|viewed|shared)\b"
        r"|sign up (?:for|to) (?:our\b|receive\b|get\b|[\w ]{0,40}\bnewsletters?\b)"
        r"|subscribe (?:to (?:our|the)|now|here)\b|join the (?:conversation|discussion)\b|click here\b"
        r"|share (?:this|on)\b|recommended (?:for you|stories|articles)\b|download (?:our|the) app\b|newsletter\b"
    ),
    buttons="ReplyDelete",
    reported=r"(?:(?:Additional r|R)eporting|Writing|Editing|Compiled)(?: by|\s*:)",
    about_author=(
        r"is (?:a|an|the)\b[^.\n]*\b(?:columnist|reporter|correspondent|editor|writer|journalist|contributor)\b"
    ),
)
