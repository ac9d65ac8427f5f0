"""German words about what is still to come."""

from dossier.detect.de.speech import SPEECH
from dossier.detect.plan_words import plan_words

PLANS = plan_words(
    ahead=(
        r"wird|werden|soll\w*|will|wollen|[Pp]l[aä]n\w*|geplant\w*|beabsichtig\w*|ankündig\w*|angekündigt\w*"
        r"|kündig\w*"
        r"|Ankündigung\w*|erwart\w*|[Pp]rognos\w*|verspr\w*|zusag\w*|zugesagt|muss|müssen|dürfte\w*|könnte\w*|kann"
        r"|können"
        r"|würde\w*|bevorsteh\w*|vorgesehen\w*|demnächst|künftig\w*|Frist|Ultimatum|droh\w*|möchte\w*|binnen"
        r"|nächste\w*"
        r"|kommende\w*|Vorschlag|vorschl\w*|fordert\w*"
    ),
    certainly_ahead=(
        r"(?:wird|werden|will|wollen|soll|sollen)(?!\w)(?:\d\.|[^.;:!?\n])*?\s(?:beginnen|eröffnen|besuchen"
        r"|(?!\w*ge\w+en(?!\w))(?!ver|er|be|ent|zer|miss|haben)[a-zäöüß]+(?:en|eln|ern))(?=[,.;:!?]|$|\s(?:und|oder)\s)"
        r"|(?:ist|sind|war|waren) (?:für [^.;,]{1,40} )?(?:geplant|vorgesehen|angesetzt)|(?:plant|planen"
        r"|beabsichtigt)"
    ),
    past=(
        r"[a-zäöüß]{3,}(?:te|ten)|(?:war|waren|ist|sind)(?! (?:für [^.;,]{1,40} )?(?:geplant|vorgesehen|angesetzt))"
        r"|hat|haben|wurde\w*|kam\w*|ging\w*|traf\w*|verließ\w*|fiel\w*|stieg\w*"
        r"|nahm\w*|gab\w*|floh\w*|starb\w*|stand\w*|begann\w*|schloss\w*|zog\w*|blieb\w*|fuhr\w*|schlug\w*|stieß\w*"
    ),
    speech=SPEECH,
    announced=r"(?:an)?(?:ge)?kündig",
    pledged=r"verspr|zusag|zugesagt|zusicher",
)
