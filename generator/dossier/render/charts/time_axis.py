"""The axis above tracks: the names of months or years and their parts, and the grid lines that the tracks share."""

from dossier.render.charts.date_track import SHARED_GRID, grid_lines
from dossier.render.charts.time_scale import Tick, TimeScale
from dossier.render.markdown import Markdown

MAJOR_BASELINE, MINOR_BASELINE = 13, 31
"""Of the labels, in pixels from the top."""
ROOM_OF_MAJOR, ROOM_OF_MINOR = 14.0, 5.0
"""What a label needs to the right, in percent of the width; the last ones may have none."""
MINOR_TOP = 18
"""Where the lines of the smaller parts begin."""


def draw_axis(scale: TimeScale, *, is_shared: bool = False, is_small: bool = False) -> Markdown:
    """Draw the axis as SVG, hidden from screen readers.

    `is_shared` adds the grid lines that the tracks of the page use; a small axis has only the larger parts.
    """
    ticks = [tick for tick in scale.ticks() if tick.is_major or not is_small]
    lines = grid_lines(scale, tuple(sorted({tick.day for tick in ticks})))
    grid = f'<defs><g id="{SHARED_GRID}">{lines}</g></defs>' if is_shared else ""
    size = " small" if is_small else ""
    marks = "".join(_draw_tick(scale, tick, is_small) for tick in ticks)
    return Markdown(f'<svg class="dossier-scale{size}" aria-hidden="true">{grid}{marks}</svg>')


def _draw_tick(scale: TimeScale, tick: Tick, is_small: bool) -> str:
    position = scale.position(tick.day)
    x = f"{position:.1f}%"
    top, baseline = (0, MAJOR_BASELINE) if tick.is_major else (MINOR_TOP, MINOR_BASELINE)
    name = "major" if tick.is_major else "minor"
    line = f'<line class="line" x1="{x}" x2="{x}" y1="{top}" y2="100%"/>'
    if position > 100 - (ROOM_OF_MAJOR if tick.is_major else ROOM_OF_MINOR):
        return line
    label = " ".join(word if word.isdigit() else word[:3] for word in tick.label.split()) if is_small else tick.label
    return f'{line}<text class="{name}" x="{x}" dx="4" y="{baseline}">{label}</text>'
