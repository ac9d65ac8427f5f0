"""Maps: frames, outlines, labels and the shapes of countries."""

from itertools import combinations

import pytest
from dossier.atlas.countries import Ring, country_code, parse_countries, read_atlas, territory_names
from dossier.atlas.shapes import country_shape, distance_to, middle
from dossier.render.maps.drawing import interior_point
from dossier.render.maps.frame import MAP_WIDTH, clip_ring, fit_frame, largest_cluster, svg_path
from dossier.render.maps.labels import Box, LabelPlacer
from dossier.render.pages import map as page

BOGOTA, CARACAS, LIMA, MOSCOW, TOKYO = (-74.1, 4.7), (-66.9, 10.5), (-77.0, -12.0), (37.6, 55.8), (139.7, 35.7)


@pytest.fixture(scope="module")
def world():
    return {country.code: country.rings for country in parse_countries(read_atlas(page.FINE))}


@pytest.fixture(scope="module")
def maps(real):
    maps = page.PAGE.context(real.graph)["maps"]
    assert len(maps) == 2 and all(drawing.markers for drawing in maps)
    return maps


def ring(*points):
    xs, ys = zip(*points, strict=True)
    return Ring(list(points), (min(xs), min(ys)), (max(xs), max(ys)))


@pytest.mark.parametrize("points", [[CARACAS], [CARACAS, BOGOTA], [LIMA, MOSCOW], [(-179, -80), (179, 80)]])
def test_a_frame_contains_its_points_and_is_neither_too_high_nor_too_wide(points):
    frame = fit_frame(points, 0.1)
    assert all(map(frame.contains, points))
    assert 0.35 * MAP_WIDTH < frame.height <= 0.81 * MAP_WIDTH


def test_a_ring_is_clipped_to_the_frame():
    frame = fit_frame([CARACAS, BOGOTA], 0)
    clipped = clip_ring(ring((-90, -20), (-50, -20), (-50, 30), (-90, 30)), frame)
    assert svg_path([clipped]) and svg_path([clipped]).count(" ") < 8
    assert clipped
    assert all(-1e-6 <= x <= MAP_WIDTH + 1e-6 and -1e-6 <= y <= frame.height + 1e-6 for x, y in clipped)
    assert clip_ring(ring((100, 50), (110, 50), (110, 60)), frame) == []


def test_a_country_across_the_180th_meridian_does_not_span_the_map(world):
    widths = [ring.north_east[0] - ring.south_west[0] for ring in world["FJ"]]
    assert max(widths) < 10


@pytest.mark.parametrize(("points", "scale"), [([LIMA, CARACAS], page.FINE), ([LIMA, TOKYO], page.COARSE)])
def test_a_map_of_half_the_world_uses_coarser_shapes(points, scale):
    assert page._scale(fit_frame(points, 0)) == scale
    assert page._countries(scale)


def test_countries_have_the_codes_that_places_use(world):
    assert {"CO", "VE", "US", "PE", "FR", "NO"} <= world.keys()
    assert (country_code("862"), country_code("")) == ("VE", None)


def test_countries_are_named_in_the_language_of_the_dossier_or_in_english():
    names = [territory_names(language)("US") for language in ("en", "de", "pt-BR", "tlh", "xx-1")]
    assert names == ["United States", "Vereinigte Staaten", "Estados Unidos", "United States", "United States"]
    assert territory_names("en")("ZQ") == "ZQ"


def test_the_largest_cluster_leaves_out_distant_places():
    assert largest_cluster([CARACAS, MOSCOW, BOGOTA], [1, 5, 5]) == [CARACAS, BOGOTA]
    assert largest_cluster([], []) == []


def test_labels_overlap_neither_each_other_nor_what_is_there():
    placer = LabelPlacer(400, [Box(0, 0, 100, 100)])
    labels = [
        label
        for index in range(40)
        for label in placer.place_beside(["Somewhere"], (300 + index % 5, 200 + index // 5))
    ]
    assert len(labels) == 4
    assert len({(label.x, label.y, label.anchor) for label in labels}) == len(labels)
    assert placer.place_on("Nowhere", (50, 50)) == ()


def test_the_real_dossier_has_a_map_of_its_region_and_one_of_all_places(maps):
    region, overview = ({marker.place.id for marker in drawing.markers} for drawing in maps)
    assert {"caracas", "cucuta", "colombia", "venezuela"} <= region
    assert {"lima", "toronto", "washington"} <= overview
    assert not region & overview
    assert maps[1].inset is not None


def test_a_country_is_an_outline_and_not_a_point(maps):
    assert [marker.place.id for marker in maps[0].markers if marker.outline] == ["colombia", "venezuela"]


def test_every_place_of_the_real_maps_is_labelled(maps):
    assert all(marker.labels for drawing in maps for marker in drawing.markers)


def test_labels_on_one_map_are_apart(maps):
    for drawing in maps:
        points = [
            (marker.point[0] + label.x, marker.point[1] + label.y)
            for marker in drawing.markers
            for label in marker.labels
        ]
        for (x, y), (other_x, other_y) in combinations(points, 2):
            assert abs(y - other_y) > 8 or abs(x - other_x) > 20


def test_a_country_is_labelled_inside_even_where_the_middle_of_its_bounds_is_outside():
    hook = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (80.0, 100.0), (80.0, 20.0), (0.0, 20.0))
    x, y = interior_point(hook)
    assert 80 < x < 100
    assert 0 < y < 100


def test_antarctica_has_no_middle_and_islands_at_the_date_line_are_near_from_both_sides():
    antarctica, tuvalu = country_shape("AQ"), country_shape("TV")
    assert antarctica is not None
    assert middle(antarctica) is None
    found = middle(country_shape("FR"))
    assert found is not None
    assert 40 < found[0][1] < 50
    assert tuvalu is None or distance_to(tuvalu, (-179.9, -8.0)) < 200
