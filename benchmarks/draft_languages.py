"""How much of annotated sentences in each language `dossier draft` reads: speakers, names, titles, kinds and nouns.

`tests/detect/drafts/` has several files a language: `es.yml`, with which its tables were written, and others such as
`es-held-out.yml`, whose sentences were written afterwards. What these miss has been corrected in part, so only new
sentences measure what the tables read of other texts.

A case has its `text`; the `speakers` of its quotations in order, as names or
descriptions, without those that nobody says; the `units` of its figures, as `500: soldados`; its `names` with what they
are the names of and their titles, as `person Juan Guaidó (presidente)`, `?` for a name that the text leaves open; and
the outlets that a speaker spoke to, in `via`.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from dossier.detect.detectors import Detectors
from dossier.detect.languages import detectors_for

from benchmarks.drafts import Score, total

FOLDER = Path(__file__).parents[1] / "tests/detect/drafts"
PARTS = ("speakers", "units", "names", "kinds", "titles", "via")
"""What is compared: `names` by their extent, and `kinds` and `titles` of those names."""
_NAME = re.compile(r"(?P<kind>\S+) (?P<name>[^()]+?)(?: \((?P<title>.+)\))?")


def found_in(text: str, detectors: Detectors) -> Mapping[str, list[str]]:
    """Return what is found in a text, by the keys of `PARTS`."""
    words, speakers = detectors.draft_words, detectors.speaker_mentions
    if words is None or speakers is None or detectors.find_names is None:
        return {part: [] for part in PARTS}
    split = [words.split_name(mention, text) for mention in detectors.find_names(text)]
    names = list({part.name: part for part in sorted(filter(None, split), key=lambda part: bool(part.title))}.values())
    kinds = {part.name: words.kind_of_name(part, text, names) for part in names}
    said = {quotation: speaker for quotation, speaker in speakers.find_speakers(text).items() if speaker}
    found = []
    for speaker in said.values():
        name = speaker.name if speaker.kind != "description" else None
        found.append(name.text if name else text[speaker.start : speaker.end])
    figures = [mention for mention in detectors.find_quantities(text) if not mention.ordinal]
    units = [(figure, words.counted_noun(text, figure)) for figure in figures if not figure.quantity.unit]
    outlets = [
        part.name
        for speaker in said.values()
        for part in names
        if kinds[part.name] == "outlet"
        and part.start > speaker.verb.end
        and speakers.is_addressed(text[speaker.verb.start : part.start])
    ]
    return {
        "speakers": found,
        "units": [f"{figure.text}: {noun}" for figure, noun in units if noun],
        "names": [part.name for part in names],
        "kinds": [f"{kinds[part.name]} {part.name}" for part in names if kinds[part.name]],
        "titles": [f"{part.name} ({part.title})" for part in names if part.title],
        "via": list(dict.fromkeys(outlets)),
    }


def annotated(case: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    """Return what a case says of its text, by the keys of `PARTS`."""
    names = [match for name in case.get("names", ()) if (match := _NAME.fullmatch(name))]
    return {
        "speakers": [*case.get("speakers", ())],
        "units": [*case.get("units", ())],
        "names": [match["name"] for match in names],
        "kinds": [f"{match['kind']} {match['name']}" for match in names if match["kind"] != "?"],
        "titles": [f"{match['name']} ({match['title']})" for match in names if match["title"]],
        "via": [*case.get("via", ())],
    }


def differences(case: Mapping[str, Sequence[str]], detectors: Detectors) -> dict[str, tuple[list[str], list[str]]]:
    """Return what is missed and what is wrong in the text of a case, by the keys of `PARTS`."""
    found, wanted = found_in(str(case["text"]), detectors), annotated(case)
    result = {}
    for part in PARTS:
        missed, wrong = [*wanted[part]], []
        for item in found[part]:
            same = next((other for other in missed if _is_same(part, item, other)), None)
            (missed.remove(same) if same else wrong.append(item))
        result[part] = (missed, wrong)
    return result


def _is_same(part: str, found: str, wanted: str) -> bool:
    """Return whether two are equal; a figure may have its qualifier, and a description fewer words."""
    if part == "units":
        return found.split(": ")[1] == wanted.split(": ")[1] and wanted.split(": ")[0] in found
    if part == "speakers":
        return found == wanted or (not wanted.istitle() and " " in found and found.casefold() in wanted.casefold())
    return found == wanted


def scores(cases: Iterable[Mapping[str, Sequence[str]]], detectors: Detectors) -> Mapping[str, Score]:
    """Return the score of each part over all cases."""
    by_part: dict[str, list[Score]] = {part: [] for part in PARTS}
    for case in cases:
        wanted = annotated(case)
        for part, (missed, wrong) in differences(case, detectors).items():
            by_part[part].append(Score(len(wanted[part]) - len(missed), len(wrong), len(missed)))
    return {part: total(found) for part, found in by_part.items()}


def read_cases(name: str) -> list[Mapping[str, Sequence[str]]]:
    """Return the cases of a file such as `es-held-out`."""
    cases: list[Mapping[str, Sequence[str]]] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return cases


def lines(names: Iterable[str], *, details: bool) -> Iterator[str]:
    """Yield the scores of files of cases, with each difference if wanted."""
    for name in names:
        detectors, cases = detectors_for(name[:2]), read_cases(name)
        assert detectors
        for case in cases if details else ():
            for part, (missed, wrong) in differences(case, detectors).items():
                if missed or wrong:
                    yield f"{name} {part}: missed {missed}, wrong {wrong}: {case['text']}"
        for part, score in scores(cases, detectors).items():
            yield f"{name} {part}: {score}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of every language, or of the files named; each difference too with `--details`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    names = [name for name in given if name != "--details"] or sorted(file.stem for file in FOLDER.glob("*.yml"))
    for line in lines(names, details="--details" in given):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
