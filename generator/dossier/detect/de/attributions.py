"""The words of German that say on whose word a figure or a date is, and that describe speakers without a name."""

from dossier.detect.aside_words import AsideWords
from dossier.detect.attributions import ReportingWords
from dossier.detect.descriptions import DescriptionWords, kind_by_nouns
from dossier.detect.noun_phrases import SubjectWords
from dossier.detect.saying_dates import SayingDateWords

_SAID = (
    "sagte[nt]?|sagten|sagt|sagen|erklärte[nt]?|erklärt|erklären|teilte[nt]?(?=[^.;]*(?<!\\w)mit(?!\\w))"
    "|teilten(?=[^.;]*(?<!\\w)mit(?!\\w))|betonte[nt]?|ergänzte[nt]?|warnte[nt]?|versicherte[nt]?|schrieb|schrieben"
    "|behauptete[nt]?|berichtete[nt]?|berichtet|berichten|räumte[nt]?(?=[^.;]*(?<!\\w)ein(?!\\w))"
)
_REPORTED = (
    "meldete[nt]?|meldet|melden|schätzte[nt]?|schätzt|schätzen|zählte[nt]?|bestätigte[nt]?|bestätigt|bestätigen"
    "|verkündete[nt]?|bezifferte[nt]?|beziffert|beziffern|registrierte[nt]?|gaben?(?=[^.;]*(?<!\\w)(?:an"
    "|bekannt)(?!\\w))"
    "|gibt(?=[^.;]*(?<!\\w)(?:an|bekannt)(?!\\w))|kündigte[nt]?(?=[^.;]*(?<!\\w)an(?!\\w))"
)
_SAY = r"(?:bestätig\w+|sag\w+|gesagt|wusste\w*|weiß|wissen|gewusst|erklär\w+|berichte\w*|nenn\w+|genannt|ausschließen)"


def german_reporting(subjects: SubjectWords, according: str) -> ReportingWords:
    """Return the words, given those of subjects and those that mean "according to"."""
    return ReportingWords(
        verbs=f"{_SAID}|{_REPORTED}",
        sources=rf"{according}|unter Berufung auf|(?:Zahlen|Daten|Angaben) (?=der |des |von |vom )",
        products=r"(?!)",
        new_clause="aber|doch|während|sondern|jedoch",
        doubt=(
            r"bestritt(?:en)?|bestreite[nt]|bestreitet|dementier\w+|leugne\w*|bezweifel\w+|zweifel\w+|ob|falls"
            r"|sofern|wenn"
            rf"|{_SAY} (?:\w+ ){{0,2}}(?:nicht|nie|niemals|kein\w*)"
            rf"|(?:nicht|nie|niemals|weder|niemand) (?:\w+ ){{0,2}}{_SAY}"
            "|unklar|(?:keine|keinerlei) (?:Hinweise|Beweise|Belege|Erkenntnisse|Bestätigung)|Gerücht\\w*"
        ),
        doubt_after=(
            r"(?:bestritt(?:en)?|bestreite[nt]|bestreitet|dementier(?:te|ten|t|en))(?: (?:das|dies|die|der) ?\w*)?"
            r"\s*(?=[.!]?$)"
        ),
        joining="und|aber|sondern",
        subjects=subjects,
        dates=SayingDateWords(
            verbs=_SAID,
            announcing=_REPORTED,
            lead="am|vom|an|diesem|noch|spät|früh|gestern|heute",
            phrase="in|im|bei|beim|gegenüber|vor|auf|während|nach|dem|der",
            clause="wer|wo|als|nachdem|bevor|seit|weil|wenn|und|aber|die|das",
            reported=",? ?dass|,? ?es",
            auxiliaries="war|ist|wird|hatte|wurde",
            passive="wurde|wurden|wird|werden|worden",
        ),
    )


_GROUPS = (
    r"Polizei|Feuerwehr|Behörden|\w*[Kk]reise|Quellen|\w*[Ss]precher|Beamte|Beamten|Zeugen|Augenzeugen"
    r"|Anwohner"
    r"|Bewohner|Nachbarn|Polizisten|Soldaten|Offiziere|Experten|Fachleute|Analysten|\w*[Aa]rbeiter|Ärzte"
    r"|Diplomaten"
    r"|Aktivisten|Demonstranten|Journalisten|Berater|Angehörige|Überlebende|Anwälte|Staatsanwälte"
    r"|Ermittler|Forscher"
    r"|Wissenschaftler|Rettungskräfte|Retter|Helfer|Einsatzkräfte|Flüchtlinge|Migranten|Studenten|Studierende"
    r"|Ökonomen|Militärs|Fischer|Passagiere|Rebellen|Abgeordnete|Unternehmer|Männer|Frauen|Kritiker|Leute"
    r"|Vertreter"
)
ASIDES = AsideWords(
    age_before=r"im Alter von",
    age_after="alt",
    distance_before="vor",
    distance_after="nach|vor|später|zuvor|danach|früher|darauf",
    people="Frau|Mann|Junge|Mädchen|Sohn|Tochter|Kind",
    hour_before=r"(?!)",
    age_joins=r"(?!)",
)
DESCRIPTIONS = DescriptionWords(
    definite="der|die|das|den|dem|des|diese[rnms]?|jene[rn]?|seine[rn]?|ihre[rn]?|unsere[rn]?|beide|alle",
    indefinite="eine?r?|weitere[rn]?|ein anderer|eine andere",
    prepositions="von|vom|der|des|für|aus|in|im|bei|beim|am|an|mit|die|das|zu",
    known="Polizei|Behörden|Feuerwehr",
    collective="Gruppe|Paar|Team",
    vague="Männer|Frauen|Kinder|Kritiker|Mitglieder|Nutzer|Leser|Leute",
    kind_of=kind_by_nouns(
        groups=_GROUPS,
        people=(
            r"\w*[Ss]precher(?:in)?|\w*[Bb]eamter|\w*[Bb]eamtin|Zeuge|Zeugin|Augenzeuge|Augenzeugin|Anwohner(?:in)?"
            r"|Bewohner(?:in)?|Nachbar(?:in)?|Polizist(?:in)?|Soldat(?:in)?|Offizier|Experte|Expertin|Analyst(?:in)?"
            r"|\w*[Aa]rbeiter(?:in)?|Arzt|Ärztin|Diplomat(?:in)?|Aktivist(?:in)?|Demonstrant(?:in)?|Journalist(?:in)?"
            r"|Berater(?:in)?|Angehöriger|Überlebender|Anwalt|Anwältin|Staatsanwalt|Staatsanwältin|Ermittler(?:in)?"
            r"|Forscher(?:in)?|Wissenschaftler(?:in)?|Retter(?:in)?|Helfer(?:in)?|Flüchtling|Migrant(?:in)?"
            r"|Student(?:in)?"
            r"|Ökonom(?:in)?|Fischer|Passagier(?:in)?|Quelle|Mann|Frau|Vertreter(?:in)?"
        ),
    ),
)
"""Whom German words for a speaker without a name describe."""
