"""What the forms of a French word share: "signa", "signé" and "signent" are of one verb."""

from dossier.detect.stems import Stemmer

_NOUN_ENDINGS_TEXT = """
    s es e x aux al ale ales ion ions tion tions ation ations sion sions eur eurs euse euses ateur ateurs atrice
    atrices ement ements ment ments ant ants ante antes ent ents if ive ifs ives ique iques iste
    istes ite ites
"""
_VERB_ENDINGS_TEXT = """
    a ai as ames ates erent ait ais aient ions iez ons ez ent er ee es ees era eras eront erez erons erai erait eraient
    i is it irent ie ies ir ira iront irait iraient issent issait issaient issant it u ue us ues ut urent re ra ront
    rait raient ant dre dra dront
"""
_IRREGULAR_TEXT = """
    dire dit disent dite dits dites disait disant; faire fait font faite faits faites fit firent faisait fasse; venir
    vient viennent vint vinrent venu venue venus venues; tenir tient tiennent tint tinrent tenu tenue tenus; mettre met
    mettent mit mirent mis mise mises; vouloir veut veulent voulu voulut; savoir sait savent su sut; voir voit voient
    vit virent vu vue vus vues; donner donne donnent donna donnerent donne; prendre prend prennent prit prirent pris
    prise prises; perdre perd perdent perdit perdirent perdu perdue perdus perdues perte pertes; mourir meurt meurent
    mourut moururent mort morte morts mortes; ouvrir ouvre ouvrent ouvrit ouvrirent ouvert ouverte ouverts ouvertes
    ouverture; offrir offre offrit offert offerte; couvrir couvre couvrit couvert; decouvrir decouvre decouvrit
    decouvert; ecrire ecrit ecrivent ecrivit ecrite; lire lit lisent lu lue; elire elit elisent elu elue elus election;
    recevoir recoit recoivent recut recurent recu recue recus recues; devoir; partir part partent partit partirent parti
    partie depart; sortir sort sortent sortit sortirent sorti sortie; servir sert servent servit servi; sentir sent
    sentit senti; mentir ment mentit menti; dementir dement dementent dementit dementirent dementi; fuir fuit fuient
    fuirent fui fuite; detruire detruit detruisent detruisit detruite detruits destruction; construire construit
    construisent construisit construite construction; produire produit produisent produisit; reduire reduit reduisent
    reduisit reduite reduction; conduire conduit conduisent conduisit; introduire introduit introduisit; rendre rend
    rendent rendit rendirent rendu; vendre vend vendent vendit vendirent vendu vendue vendus vente ventes; defendre
    defend defendent defendit defendu
    defense; attendre attend attendent attendit attendu; descendre descend descendent descendit descendu; etendre etend
    etendit etendu; suspendre suspend suspendit suspendu; repondre repond repondit repondu; interdire interdit
    interdisent interdite interdits interdiction; admettre admet admettent admit admis admise; permettre permet
    permettent permit permirent permis permise; promettre promet promettent promit promirent promis promesse; soumettre
    soumet soumit soumis; remettre remet remit remis remise; commettre commet commit commis; transmettre transmet
    transmit transmis; obtenir obtient obtiennent obtint obtinrent obtenu obtenue; maintenir maintient maintiennent
    maintint maintenu; detenir detient detiennent detenu detenue detenus; soutenir soutient soutiennent soutint
    soutinrent soutenu soutenue soutien; retenir retient retint retenu; contenir contient; convenir; revenir revient
    reviennent revint revenu; parvenir parvient; devenir devient devint devenu; intervenir intervient intervint;
    reconnaitre reconnait reconnaissent reconnut reconnurent reconnu reconnue reconnaissance; connaitre connait
    connaissent connut connu; disparaitre disparait disparut disparurent disparu disparue disparus disparition; paraitre
    parait parut paru; naitre nait naquit ne nee; croitre croit crut cru; croire; accroitre accroit accrut accru;
    elargir; suivre suit suivent suivit suivi suivie; vivre vecut vecu; vaincre vainc vainquit vaincu victoire;
    combattre combat combattent combattit combattu; battre bat battent battit battu; abattre abat abattit abattu; boire;
    conclure conclut concluent conclu conclue conclusion; exclure exclut exclu exclue exclusion; inclure inclut inclus;
    acquerir acquiert acquit acquis; acquitter acquitte; courir court courut couru; accueillir accueille; eteindre
    eteint eteignent eteignit eteinte; atteindre atteint atteignit; craindre craint craignent; plaindre plaint;
    rejoindre rejoint rejoignit; payer paie paye payent paient paya payerent paiement; envoyer envoie envoient envoya
    envoyerent envoye envoi; employer emploie; licencier licencie licencient licencia licencierent licenciement; rompre
    rompt rompit rompu rupture; lever leve levent leva; acheter achete achetent acheta acheterent achat achats; rejeter
    rejette rejettent rejeta rejeterent rejet; appeler appelle appellent appela; liberer libere liberent libera
    libererent liberation; preferer prefere; accepter accepte acceptent accepta accepterent acceptation; nier nie nient
    nia nierent nies niant; arreter arrete arretent arreta arreterent arrestation
    ; tuer tue tuee tues tuees tuent tua tuerent tuait tuera
    ; diminuer diminue diminuee diminues diminuees diminuent diminua diminuerent diminuait diminuera diminution
    diminutions
    ; continuer continue continuee continues continuees continuent continua continuerent continuait continuera
    ; evacuer evacue evacuee evacues evacuees evacuent evacua evacuerent evacuait evacuera evacuation
    ; distribuer distribue distribuee distribues distribuees distribuent distribua distribuerent distribuait distribuera
    ; attribuer attribue attribuee attribues attribuees attribuent attribua attribuerent attribuait attribuera
    ; contribuer contribue contribuee contribues contribuees contribuent contribua contribuerent contribuait contribuera
    ; evaluer evalue evaluee evalues evaluees evaluent evalua evaluerent evaluait evaluera
    ; substituer substitue substituee substitues substituees substituent substitua substituerent substituait substituera
"""
STEMMER = Stemmer((*_NOUN_ENDINGS_TEXT.split(), *_VERB_ENDINGS_TEXT.split()), _IRREGULAR_TEXT, {"œ": "oe"})
