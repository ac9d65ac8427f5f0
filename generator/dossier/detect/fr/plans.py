"""French words about what is still to come."""

from dossier.detect.fr.speech import SPEECH
from dossier.detect.plan_words import plan_words

PLANS = plan_words(
    ahead=(
        r"[a-zà-ÿ]+(?:erait|eraient|irait|iraient|drait|draient)|annonc\w+|prom\w+|prévoi\w+|prévisions?|prévue?s?"
        r"|plans?|projets?"
        r"|propos\w+|prochaine?s?|convoqu\w+|programm\w+|doi(?:t|vent)|ultimatum|délai|peu(?:t|vent)|atten\w+"
        r"|menac\w+"
        r"|compte(?:nt)?|veu(?:t|lent)|d'ici"
    ),
    certainly_ahead=(
        r"[a-zà-ÿ]+(?:era|eront|iront|dra|dront|uront|vra|vront|rra|rront)|aura|ira"
        r"|(?:re|r)?(?:part|sort|fin|réun|ouvr|about|établ|invest|fourn|agrand|bât|chois|garant|réuss|sub"
        r"|offr|démol|souffr|serv|dorm)ira|(?:va|vont) [a-zà-ÿ]+(?:er|ir|re)|(?:est|sont|était"
        r"|étaient) (?:prévu|programmé|planifié)e?s?|prévoi(?:t|ent) de"
    ),
    past=(
        r"(?:a|ont|avait|avaient|est|sont|s'est|était|étaient) (?:été )?(?!prévu|programmé|planifié)[a-zà-ÿ]+(?:é|ée"
        r"|és|ées|i|is|it|ie|u|ue)"
        r"|étaient|était|fut|furent|eut|eurent|avait|avaient"
    ),
    speech=SPEECH,
    announced=r"annonc",
    pledged=r"prome|promi|s[’']engag",
)
