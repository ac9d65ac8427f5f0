"""What drafts need to know of French: who speaks, what a name is the name of, and what a figure counts."""

from dossier.detect.draft_words import QuoteTemplates
from dossier.detect.fr.attributions import ASIDES, DESCRIPTIONS, french_reporting
from dossier.detect.fr.names import NAMES
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_words import SayingWords
from dossier.detect.tabular.draft_tables import CountedNounTables, DraftTables, NamePartTables

_REGULAR = """
    accus affirm ajout alert analys annonc argument articul assur attaqu attest avanc balay clam comment confess confi
    confirm constat critiqu déclar déclam décrypt dénonc déplor désapprouv détaill envisag estim évoqu exhort exig
    expliqu exprim exult fustig indiqu inform insist interrog ironis jug jur justifi lanc lâch martel moqu murmur not
    objet observ parl plaid plaisant pest pointer précis préconis proclam proférer promett propos protest qualifi
    question racont raill rappel rapport rassur rappell rejet réaffirm réclam regrett réitér relat répèt relativis
    remarqu réplicqu répliqu résum rével révèl réagi rétorqu saluer salu sanglot scand signal soulign soupir souhait
    témoign tempêt tonn tranch tweet vant cri écri suggér renchéri s['’]agac s['’]alarm s['’]enthousiasm s['’]exclam
    s['’]indign s['’]inquièt s['’]inquiét s['’]insurg s['’]interrog s['’]offusqu s['’]emport nomm appel compar exhort
    avou
"""
_IRREGULAR = r"""
    dit disent disait disaient dira diront dites écrit écrivent écrivait écrivit répond répondent répondait répondu
    répondit soutient soutiennent soutenu soutenait prévient préviennent prévenu averti avertit avertissent reconnaît
    reconnait reconnaissent reconnu admet admettent admis nie nient nié conclut concluent conclu poursuit poursuivent
    poursuivi reprend reprennent repris promet promettent promis réagit réagissent réagi renchérit renchéri
    se\\ réjouit se\\ félicite se\\ plaint se\\ souvient se\\ défend se\\ désole maintient maintenu décrit décrivent
    croit croient pense pensent pensait craint craignent redoute redoutent défend défendent défendu défendait prédit
    prédisent rugit demande demandent demandé demandait intervient sourit rit résume glisse glissent glissé souffle
    soufflent soufflé
"""
_TIMES = (
    r"(?:(?:ce|le) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|dernier|après-midi))?"
    r"|hier"
    r"|aujourd['’]hui|ce (?:matin|soir)|cette semaine|avant-hier"
)
_ADVERBS = (
    r"(?!gouvernement|parlement|département|mouvement|document|régiment|parlement|bâtiment|événement|armement"
    r"|règlement)"
    r"\w{4,}ment|déjà|aussi|jamais|toujours|ensuite|puis|encore|même|ainsi|maintenant|avant|peu après|plus tard|pas"
    r"|plus"
    r"|d['’]abord|à son tour|pour sa part|de son côté|quant à (?:lui|elle)|à ce sujet|par ailleurs|sur (?:Twitter|X"
    r"|RTL)"
    r"|dans un communiqué|bien"
)
_AUXILIARIES = (
    r"(?:[nlmtsj]['’])?(?:a|ont|avait|avaient|aurait|auraient|ai|avons|est|sont|était)|se|s['’]|le|la|les|lui|leur"
    r"|ne|me|nous|vous|en"
    rf"|y|ayant|vient de|tient à|a tenu à|a voulu|{_TIMES}"
)
_DETERMINERS = (
    r"le|la|les|l['’]|un|une|des|son|sa|ses|leur|leurs|mon|ma|notre|nos|ce|cet|cette|ces|plusieurs|certains|certaines"
    r"|quelques|deux|trois|quatre|cinq|six|d['’]autres|\d[\d.,]*"
)
_ROLES = r"""
    (?:ex-|vice-)*président(?:e)? [Pp]remi(?:er|ère)\ ministre (?:ex-)?ministre(?:-présidente?)? général(?:e)?
    colonel(?:le)? capitaine lieutenant(?:e)? sergent(?:e)? commandant(?:e)? amiral député(?:e)? eurodéputé(?:e)?
    sénateur sénatrice gouverneur(?:e)? (?:ex-)?maire(?:sse)? ambassadeur ambassadrice chancelier chancelière
    secrétaire directeur directrice porte-parole pape évêque archevêque cardinal père roi reine prince princesse
    docteur(?:e)? Dr Pr Me Mgr M\. MM\. Mme Mlle madame monsieur juge procureur(?:e)? magistrat(?:e)? professeur(?:e)?
    maître préfet préfète avocat(?:e)? ingénieur(?:e)? entraîneur(?:e)? sélectionneur(?:se)? attaquant(?:e)? gardien
    chercheur chercheuse scientifique économiste analyste militant(?:e)? activiste journaliste écrivain(?:e)?
    romanci(?:er|ère) poète cinéaste réalisateur réalisatrice chanteur chanteuse acteur actrice comédien(?:ne)?
    médecin infirmi(?:er|ère) épidémiologiste virologue biologiste physicien(?:ne)? chimiste historien(?:ne)?
    sociologue politologue expert(?:e)? candidat(?:e)? opposant(?:e)? dirigeant(?:e)? patron(?:ne)? chef(?:fe)?
    commissaire inspecteur inspectrice délégué(?:e)? coordinateur coordinatrice coordonnateur gérant(?:e)? fondateur
    fondatrice PDG trésori(?:er|ère) syndicaliste agriculteur agricultrice pêcheur conseill(?:er|ère) adjoint(?:e)?
    responsable élu(?:e)? joueur joueuse cycliste athlète climatologue géologue avocat(?:e)?
"""
_CITIES_TEXT = """
    Paris Lyon Marseille Toulouse Nice Nantes Strasbourg Montpellier Bordeaux Lille Rennes Reims Toulon Grenoble Dijon
    Angers Nîmes Brest Limoges Tours Amiens Metz Besançon Perpignan Orléans Rouen Caen Nancy Avignon Calais Dunkerque
    Bayonne Ajaccio Bastia Bruxelles Liège Namur Charleroi Anvers Gand Genève Lausanne Berne Zurich Bâle Luxembourg
    Montréal Québec Ottawa Toronto Vancouver Dakar Abidjan Bamako Niamey Ouagadougou Conakry Lomé Cotonou Libreville
    Brazzaville Kinshasa Yaoundé Douala Bangui N’Djamena Antananarivo Port-au-Prince Alger Oran Tunis Rabat Casablanca
    Tripoli Le_Caire Beyrouth Damas Bagdad Téhéran Jérusalem Gaza Tel-Aviv Ankara Istanbul Londres Madrid Barcelone
    Lisbonne Berlin Munich Francfort Hambourg Rome Milan Naples Amsterdam La_Haye Vienne Varsovie Prague Budapest
    Athènes Moscou Kiev Saint-Pétersbourg Stockholm Oslo Copenhague Helsinki Dublin Édimbourg Washington New_York
    Chicago Los_Angeles Miami Mexico Caracas Bogota Lima Santiago Brasilia São_Paulo Buenos_Aires La_Havane Pékin
    Shanghai Hong_Kong Tokyo Séoul New_Delhi Sydney Nairobi Johannesburg Bretagne Normandie Alsace Corse Provence
    Bourgogne Europe Afrique Asie Amérique Crimée Cisjordanie Sahel Maghreb
"""

_SAYINGS = SayingWords(
    verbs="|".join(
        (
            *(f"{stem}(?:é|e|ent|a|èrent|ait|aient|era|eront|ant)" for stem in _REGULAR.split()),
            *(verb.replace("_", r"\s") for verb in _IRREGULAR.replace(r"\ ", "_").split()),
        )
    ),
    nouns=r"(?!)",
    according=(
        r"selon|d['’]après|aux yeux de|aux dires de|de l['’]avis de"
        r"|(?<!\w )pour(?= (?:(?:le|la|les) |l['’])?(?:\w+ ){0,3}(?-i:[A-ZÀ-Þ])[^,.;\n]*, )"
    ),
    before_noun="un|une|son|sa|ses|leur|ce|cette|du|des|de|chaque",
    new_clause="mais|tandis que|et|alors que|bien que",
    subordinate="quand|lorsque|comme|après|avant|si|bien que|parce que|une fois|alors que|tandis que",
    small="le|la|les|l|un|une|et|ou|que|son|sa|se|du|des|d|n|qu|au|aux",
    addressing=(
        r"(?:à|au|aux|auprès de|sur|dans|avec)(?: (?:la|le|les|l['’]))?(?:(?<=['’])| )?(?:(?:agence|chaîne"
        r"|journal|quotidien"
        r"|radio"
        r"|magazine|hebdomadaire|site|télévision)(?: (?:de presse|publique|locale))?)? ?[«“\"]?"
    ),
    several="ils|elles|nous|on",
    subjects=SubjectWords(
        pronouns="il|elle|on|ils|elles|je|nous",
        auxiliaries=_AUXILIARIES,
        determiners=_DETERMINERS,
        outside=(
            "qui|que|dont|où|quand|et|ou|mais|est|sont|était|étaient|a|ont|avait|ne|dit|selon|comme|si|pas"
            "|lorsque"
            "|parce|puis|car|fut|ait|aient|quoique|tandis|afin"
        ),
        prepositions=(
            r"en|à|au|aux|dans|de|du|des|d['’]|chez|par|pour|sur|sous|avec|sans|contre|entre|vers|depuis"
            r"|pendant|durant"
            r"|devant|selon|après|avant|lors de|près de"
        ),
        joining=r"de|du|des|d['’]|pour|en|à|au|par",
        relative="qui",
        participles=r"\w{2,}(?:ées?|és?|ant|is|ies?|us?)",
        plural=(
            r"(?!(?:plus|puis|mais|pas|les|des|ses|leurs|ils|elles|dans|sans|depuis|après|alors|jamais|toujours"
            r"|nous|vous"
            r"|aux)(?!\w))[a-zàâéèêëîïôûç][\w-]*[sx]|police"
        ),
        after_subject=(
            r"à|au|aux|en|dans|lors|durant|pendant|après|devant|depuis|sur|que|qui|quand|tandis|ce|hier|par"
            r"|avec|pour"
            rf"|comme|si|avant|et|mais|{_TIMES}"
        ),
        never_names="|".join(sorted(NAMES.common)),
        adverbs=_ADVERBS,
        gerunds=r"\w+ant",
        elided=r"[ldnsjmtc]['’]|qu['’]",
        before_subject=(
            rf"{_TIMES}|{_ADVERBS}|dans (?:un entretien|une interview|un message) (?:à|au|aux|avec)(?: (?:le"
            rf"|la))?(?: |(?<=['’]))"
            r"(?:(?-i:[A-ZÀ-Þ])\w+ ?)+(?=\b)|à (?:la presse|(?:la chaîne )?[A-ZÀ-Þ]\w+(?= (?:le|la|les|l['’]|un"
            r"|une|son"
            rf"|M\.|Mme)))"
            r"|à l['’](?:agence )?[A-ZÀ-Þ]\w+|au (?:journal|quotidien|site"
            r"|magazine) (?:[A-ZÀ-Þ]\w+ ?)+(?=\b(?:le|la|un|une|son)\b)"
        ),
        inverts=True,
        heads_first=True,
    ),
    unsaid=(
        r"n['’](?:a|ont|avait|avaient) (?:jamais|pas) (?:\w+ )?(?:dit|appelé|qualifié)(?: [\w’']+){0,3}"
        r"|(?:nié|nie) (?:avoir|l['’]avoir) (?:dit|appelé|qualifié)(?: [\w’']+){0,3}"
        r"|(?:si |s['’])(?:[\w-]+ ){1,4}(?:l['’])?(?:avait|a) (?:dit|appelé|qualifié)(?: [\w’']+){0,3}"
    ),
    object_relative=r"(?<=, )(?:que|dont)",
    inner=(
        r"(?:dit|affirmé|assuré|raconté) (?:(?!que )[\w.’'-]+ ){0,6}que (?:[\w.’'-]+ ){1,4}(?:avait"
        r"|avaient)(?: \w+){0,1}"
    ),
    before_actor=r"(?:(?:le|la|les|un|une) |l['’])?(?:[^\W\d_][\w.-]* ){0,4}",
    abbreviations="M|MM|Dr|Pr|Me|Mgr|St|[A-Z]",
)

DRAFTS = DraftTables(
    sayings=_SAYINGS,
    reporting=french_reporting(_SAYINGS.subjects, _SAYINGS.according),
    descriptions=DESCRIPTIONS,
    asides=ASIDES,
    names=NamePartTables(
        role="|".join(word.replace("_", " ") for word in _ROLES.replace(r"\ ", "_").split()),
        courtesy=r"m\.|mm\.|mme\.?|mlle\.?|madame|monsieur|mademoiselle|dr\.?|docteur(?:e)?|me",
        changing=(
            r"ex|anciens?|anciennes?|alors|futur|future|vice|sous|feu|feue|défunte?|soi-disant|autoproclamée?"
            r"|prétendue?|éphémère|déchue?|destituée?|renversée?|sortante?"
        ),
        before_role="ex|ancien|ancienne|nouveau|nouvelle|actuel|actuelle|futur|future|alors",
        after_role=(
            r"intérimaire|par intérim|déchue?|destituée?|sortante?|défunte?|démissionnaire|exécutif|exécutive"
            r"|fédérale?|générale?|régionale?|adjointe?|nationale?|élue?"
            r"|municipale?"
            r"|délégué|déléguée|socialiste|écologiste|insoumise?|républicaine?|démocrate|conservatrice|conservateur"
            r"|libérale?"
            r"|scientifique|technique|sportif|sportive|communiste|indépendante?|honoraire|locale?|militaire"
            r"|retraitée?|en chef"
            r"|d['’]État|centriste|LR|PS|RN|LFI|LREM|UMP|EELV|PCF|MoDem|\w+(?:aise?|oise?|aine?|ienne|ien|ande?"
            r"|olle?|ole)"
        ),
        of=r"de la|de l['’]|des|du|de|d['’]|à la|à l['’]|aux|au",
        joining=r"et|et de la|et de l['’]|et du|et des|de|du|des|de la|de l['’]|d['’]|chargé de|chargée de",
        articles="Le|La|Les",
        ministry=r"[Mm]inistère",
        adjectives=(
            "européenne?|unies|nationale?|centrale|suprême|constitutionnel|fédérale?|régional|municipal|mondiale"
            "|internationale?|populaire|générale?|islamique|démocratique|africaine|arabe|française?|monétaire|pénale"
        ),
        cities=frozenset(name.replace("_", " ") for name in _CITIES_TEXT.split()),
        offices=(
            r"défense|intérieur|finances|économie|santé|éducation|éducation nationale|justice|travail|culture"
            r"|agriculture"
            r"|industrie|énergie|affaires étrangères|transports?|logement|sciences?|tourisme|sports?|sécurité"
            r"|communication"
            r"|presse|état|gouvernement|sénat|parlement|assemblée(?: nationale)?|environnement|écologie"
            r"|transition écologique"
            r"|transition|armées|armée|république|commerce|outre-mer|recherche|solidarités?|ville|budget|travail"
        ),
        kinds={
            "government": (
                "ministère|gouvernement|mairie|préfecture|ambassade|consulat|présidence|sénat|assemblée|parlement"
                "|tribunal|cour"
                "|parquet|élysée|matignon|police|gendarmerie|conseil|chancellerie|bundestag|congrès|sûreté"
            ),
            "unit": "armée|marine|brigade|bataillon|régiment|garde|division|flotte|légion",
            "outlet": "journal|agence|radio|télévision|tv|chaîne|nouvelles|revue|gazette|tribune|dépêche|presse",
            "organization": (
                "onu|otan|ue|unesco|unicef|parti|syndicat|université|banque|institut|association|fédération"
                "|confédération|fondation|hôpital"
                "|société"
                "|groupe|compagnie|organisation|comité|collège|église|club|ligue|mouvement|union|centre|croix|forum"
                "|alliance"
                "|front|musée|académie|coopérative|commission|consortium|s\\.?a|corporation|caisse|observatoire"
                "|laboratoires?"
                "|rassemblement|fonds|crédit|amnesty|greenpeace|cgt|cfdt|république"
            ),
            "place": (
                "rue|avenue|place|pont|rivière|fleuve|lac|mer|île|îles|mont|montagne|montagnes|vallée|aéroport|parc"
                "|port|plage"
                "|péninsule|désert|frontière|province|côte|golfe|baie|cap|détroit|quartier|volcan|gare|boulevard"
                "|saint"
            ),
        },
        named={
            "outlet": (
                "(?:agence|journal|quotidien|chaîne|magazine|revue|hebdomadaire|radio|site|télévision|mensuel)"
                "(?: (?:de presse|publique|local|locale|allemand|espagnol|britannique|américain"
                "|télévisée?))?(?: d['’])?"
            ),
            "organization": (
                "(?:société|entreprise|compagnie|organisation|ONG|association|fondation|syndicat|parti|groupe"
                "|banque|firme"
                "|coalition|mouvement|université|cabinet|plateforme|club|équipe|constructeur|avionneur"
                "|multinationale|start-up"
                "|coopérative|hôpital|fabricant|géant|laboratoire|collectif|chez)(?: \\w+[eéxl])?(?: de| d['’])?"
            ),
            "place": (
                "(?:ville|village|commune|localité|province|région|île|rivière|fleuve|quartier|état|pays|port"
                "|aéroport"
                "|département|plage|vallée|volcan|maire|(?:arch)?évêque|habitante?s?|frontière|usine|infirmi(?:er"
                "|ère) à"
                "|ville)(?: \\w+[eéxl])?"
                "(?: de| du| d['’]| avec (?:le|la|l['’]))?"
            ),
            "unit": "(?:bataillon|brigade|régiment)",
        },
        place_before=(
            r"à|en|au|aux|dans le|dans la|dans l['’]|depuis|vers|jusqu['’]à|près de|dans les rues de|quitté le"
            r"|quitté la"
        ),
        person_after=(
            r",? (?:âgée? de )?\d{1,2} ans|, (?:qui|maire|présidente?|directeur|directrice|habitante?)(?!\w)"
            r"| \((?:LR|PS|RN|LFI|LREM|EELV|PCF|UDI|Renaissance|MoDem)\)"
        ),
        countries={
            "US": "États-Unis d’Amérique, USA, Etats-Unis",
            "GB": "Angleterre, Écosse, Grande-Bretagne, Pays de Galles",
            "NL": "Hollande",
            "CZ": "République tchèque",
            "CD": "RDC, Congo",
        },
    ),
    nouns=CountedNounTables(
        noun=r"[a-zàâéèêëîïôûçœ][\w-]+[sx]",
        skipped=(
            r"de|du|des|d['’]|les|l['’]|ses|leurs|autres|nouveaux|nouvelles|premiers|premières|derniers|dernières"
            r"|grands|grandes"
            r"|petits|petites|jeunes|anciens|anciennes|meilleurs|principaux|principales|différents|différentes|bons"
            r"|bonnes|hauts"
            r"|plus|vieux|gros|présumés|présumées"
        ),
        adjectives="jeunes",
        excluded=(
            r"fois|ans|après|avant|puis|dans|sans|mais|plus|pas|ils|elles|vers|depuis|sous|alors|ces|cours"
            r"|points|lors|mois"
            r"|heures|jours"
        ),
    ),
    small_words=frozenset(
        ("de", "du", "des", "le", "la", "les", "un", "une", "en", "à", "au", "aux", "et", "avec", "par", "pour", "que",
         "est", "se", "sa", "son", "depuis", "dans", "sur")
    ),
    quoting=QuoteTemplates(
        full="{speaker} a dit : « {words}. »",
        ended="{speaker} a dit : « {words} »",
        two="{speaker} a dit : « {first} » et « {words}. »",
        word="{speaker} a employé le mot « {words} ».",
        several="{speaker} a employé les mots « {words} ».",
    ),
)  # fmt: skip
