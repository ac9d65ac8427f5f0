"""Spanish words about what is still to come."""

from dossier.detect.es.speech import SPEECH
from dossier.detect.plan_words import plan_words

PLANS = plan_words(
    ahead=(
        r"(?:sería|habría|podría|debería|tendría|haría)n?|[a-zñ]+(?:aré|eré|iré|aremos|eremos|iremos|iría|dría|arían"
        r"|erían|irían)"
        r"|anunci\w+|promet\w+|compromet\w+|pronostic\w+|pronóstico|planes|plan|proyecto"
        r"|propuso|propone\w*|prev\w+|próxim[oa]s?|convoc\w+|program\w+|debe[n]?|ultimátum|plazo|puede[n]?"
        r"|espera\w*|dentro de|amenaz\w+|intenta\w*|pretende\w*|quiere[n]?"
    ),
    certainly_ahead=(
        r"[a-zñ]+(?:ará|erá|irá|arán|erán|irán|drá|drán|brá|brán)|irán?"
        r"|(?:[Vv]an?|iban?) a [a-zñ]+r(?:se|lo|la|los|las)?"
        r"|(?:[Ee]stá|[Ee]stán|estaba|estaban) (?:previst|programad|planead)[oa]s?|prevén?|planean?"
    ),
    past=(
        r"[a-zñ]{2,}(?:ó|aron|ieron|yeron|jeron)|era|eran|fue|fueron|hizo|vino|pudo|tuvo|hubo|quiso|puso|estuvo|dio"
        r"|(?:ha|han|había|habían|he|hemos) [a-zñ]+(?:ado|ido|to|cho|sto)"
    ),
    speech=SPEECH,
    announced=r"anunci",
    pledged=r"promet|compromet",
)
