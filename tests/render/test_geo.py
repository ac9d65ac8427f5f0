"""The maps as they are drawn: frames, outlines, names, the shapes of countries."""

from itertools import combinations

import pytest
from dossier.render.assets import read_atlas
from dossier.render.maps.drawing import _within
from dossier.render.maps.frame import WIDTH, clip_ring, fit_frame, largest_cluster, path
from dossier.render.maps.labels import LabelBox, LabelPlacer
from dossier.render.maps.shapes import Ring, alpha_2, countries, territory_names
from dossier.render.pages import map as page

BOGOTA, CARACAS, LIMA, MOSCOW, TOKYO = (-74.1, 4.7), (-66.9, 10.5), (-77.0, -12.0), (37.6, 55.8), (139.7, 35.7)


@pytest.fixture(scope="module")
def world():
    return {country.code: country.rings for country in countries(read_atlas(page.FINE))}


@pytest.fixture(scope="module")
def maps(real):
    return page.PAGE.context(real.graph, None)["maps"]


def ring(*points):
    xs, ys = zip(*points, strict=True)
    return Ring(list(points), (min(xs), min(ys)), (max(xs), max(ys)))


@pytest.mark.parametrize("points", [[CARACAS], [CARACAS, BOGOTA], [LIMA, MOSCOW], [(-179, -80), (179, 80)]])
def test_a_frame_holds_its_points_and_is_neither_a_tower_nor_a_strip(points):
    frame = fit_frame(points, 0.1)
    assert all(map(frame.contains, points))
    assert 0.35 * WIDTH < frame.height <= 0.81 * WIDTH


def test_what_lies_outside_a_frame_is_cut_off():
    frame = fit_frame([CARACAS, BOGOTA], 0)
    around = ring((-90, -20), (-50, -20), (-50, 30), (-90, 30))
    assert path([clip_ring(around, frame)]).count(" ") < 8
    assert all(-1e-6 <= x <= WIDTH + 1e-6 and -1e-6 <= y <= frame.height + 1e-6 for x, y in clip_ring(around, frame))
    assert clip_ring(ring((100, 50), (110, 50), (110, 60)), frame) == []


def test_a_country_over_the_180th_meridian_crosses_no_map_from_side_to_side(world):
    fiji = [one.most[0] - one.least[0] for one in world["FJ"]]
    assert max(fiji) < 10


@pytest.mark.parametrize(("points", "scale"), [([LIMA, CARACAS], page.FINE), ([LIMA, TOKYO], page.COARSE)])
def test_a_map_of_half_the_world_is_drawn_with_coarser_shapes(points, scale):
    assert page._scale(fit_frame(points, 0)) == scale
    assert page._world(scale)


def test_the_shapes_are_known_by_the_codes_that_places_have(world):
    assert {"CO", "VE", "US", "PE", "FR", "NO"} <= world.keys()


def test_countries_are_named_in_the_dossiers_language_or_else_in_english():
    names = [territory_names(language)("VE") for language in ("en", "de", "pt-BR", "tlh", "xx-1")]
    assert names == ["Venezuela", "Venezuela", "Venezuela", "Venezuela", "Venezuela"]
    assert [territory_names(language)("US") for language in ("en", "de", "tlh")][1] == "Vereinigte Staaten"
    assert territory_names("en")("ZQ") == "ZQ"
    assert (alpha_2("862"), alpha_2("")) == ("VE", None)


def test_the_stretch_where_most_happens_leaves_out_what_is_far():
    assert largest_cluster([CARACAS, MOSCOW, BOGOTA], [1, 5, 5]) == [CARACAS, BOGOTA]
    assert largest_cluster([], []) == []


def test_names_keep_out_of_each_other_and_of_marks():
    room = LabelPlacer(400, [LabelBox(0, 0, 100, 100)])
    names = [name for at in range(40) for name in room.place_beside(["Somewhere"], (300 + at % 5, 200 + at // 5))]
    spots = [(name.x, name.y, name.anchor) for name in names]
    assert len(names) == 4
    assert len(set(spots)) == len(spots)
    assert room.on("Nowhere", (50, 50)) == ()


def test_the_real_dossier_has_a_map_of_its_region_and_one_of_all(maps):
    region, whole = maps
    assert {"caracas", "cucuta", "colombia", "venezuela"} <= {spot.place.id for spot in region.spots}
    assert {"lima", "toronto", "washington"} <= {spot.place.id for spot in whole.spots}
    assert not {spot.place.id for spot in region.spots} & {spot.place.id for spot in whole.spots}
    assert whole.inset is not None


def test_a_country_is_shaded_and_no_point_feigned_for_it(maps):
    shapes = {spot.place.id: bool(spot.shape) for spot in maps[0].spots}
    assert [name for name, shape in shapes.items() if shape] == ["colombia", "venezuela"]


def test_every_place_of_the_real_maps_bears_its_name(maps):
    assert all(spot.names for one in maps for spot in one.spots)


def test_marks_of_the_same_map_are_named_apart(maps):
    for one in maps:
        lines = [(spot.at[0] + name.x, spot.at[1] + name.y) for spot in one.spots for name in spot.names]
        assert all(abs(a[1] - b[1]) > 8 or abs(a[0] - b[0]) > 20 for a, b in combinations(lines, 2))


def test_a_country_is_named_within_it_where_the_middle_of_its_bounds_lies_outside():
    hook = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (80.0, 100.0), (80.0, 20.0), (0.0, 20.0))
    x, y = _within(hook)
    assert 80 < x < 100
    assert 0 < y < 100
