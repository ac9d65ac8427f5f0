"""Portuguese words about what is still to come."""

from dossier.detect.plan_words import plan_words
from dossier.detect.pt.speech import SPEECH

PLANS = plan_words(
    ahead=(
        r"(?:seria|haveria|poderia|deveria|teria|faria)m?|[a-zç]+(?:arei|erei|irei|aremos|eremos|iremos|ariam|eriam"
        r"|iriam)"
        r"|anunci\w+|promet\w+|compromet\w+|prognóstico|previs\w+|planos?|projeto|prop[ôõu]\w+"
        r"|prev\w+|próxim[oa]s?|convoc\w+|program\w+|deve[m]?|ultimato|prazo|pode[m]?|espera\w*|dentro de|ameaç\w+"
        r"|pretende\w*|quer[em]*"
    ),
    certainly_ahead=(
        r"[a-zç]+(?:ará|erá|irá|arão|erão|irão|orá|orão)|irão?|(?:[Vv]ai|[Vv]ão) [a-zç]+r(?:-se)?"
        r"|(?:[Ee]stá|[Ee]stão|estava|estavam) (?:previst|programad|planejad)[oa]s?|prevê|preveem|planejam?"
    ),
    past=(
        r"[a-zç]{2,}(?:ou|aram|eram|iram|eu|iu)(?:-se)?|era|eram|foi|foram|fez|veio|teve|houve|deu|pôs|esteve"
        r"|(?:tinha|tinham|havia|haviam|tem|têm) [a-zç]+(?:ado|ido|to)"
    ),
    speech=SPEECH,
    announced=r"anunci",
    pledged=r"promet|compromet",
)
