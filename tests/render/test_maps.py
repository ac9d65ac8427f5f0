"""Maps: frames, outlines, labels and the shapes of countries."""

from itertools import combinations

import pytest
from dossier.atlas.countries import Ring, country_code, parse_countries, read_atlas, territory_names
from dossier.atlas.shapes import country_shape, distance_to, middle
from dossier.model.kinds.place import Place
from dossier.pipeline import check_dossier
from dossier.render.maps.drawing import interior_point
from dossier.render.maps.frame import MAP_WIDTH, clip_ring, fit_frame, largest_cluster, svg_path
from dossier.render.maps.labels import Box, LabelPlacer
from dossier.render.pages import map as page

from tests.helpers import nonempty

BOGOTA, CARACAS, LIMA, MOSCOW, TOKYO = (-74.1, 4.7), (-66.9, 10.5), (-77.0, -12.0), (37.6, 55.8), (139.7, 35.7)


@pytest.fixture(scope="module")
def world():
    return {country.code: country.rings for country in parse_countries(read_atlas(page.FINE))}


@pytest.fixture(scope="module")
def atlas(real):
    return page.atlas_of(real.graph)


@pytest.fixture(scope="module")
def maps(atlas):
    assert atlas.main.markers and atlas.overview.markers
    return atlas.main, atlas.overview


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
    assert 0 < svg_path([clipped], 0.5).count(" ") < 8
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
    assert maps[0].frame is None and maps[1].frame is not None


def test_a_country_is_an_outline_and_not_a_point(maps):
    assert {marker.place.id for marker in maps[0].markers if marker.outline} == {"colombia", "venezuela"}


def test_every_place_of_the_real_maps_is_labelled(maps):
    assert all(marker.labels for drawing in maps for marker in drawing.markers)


def test_labels_on_one_map_are_apart(maps):
    for drawing in maps:
        points = [
            (marker.point[0] + label.x * drawing.scale, marker.point[1] + label.y * drawing.scale)
            for marker in drawing.markers
            for label in marker.labels
        ]
        for (x, y), (other_x, other_y) in combinations(points, 2):
            assert abs(y - other_y) > 8 * drawing.scale or abs(x - other_x) > 20 * drawing.scale


def test_the_small_map_is_in_a_corner_where_it_hides_no_place_and_no_label(atlas):
    assert atlas.corner == "se"
    width, height = (page.INSET_SHARE * length for length in (MAP_WIDTH, atlas.overview.height))
    for marker in atlas.main.markers:
        for x, y in [
            marker.point,
            *((marker.point[0] + label.x, marker.point[1] + label.y) for label in marker.labels),
        ]:
            assert x < MAP_WIDTH - width or y < atlas.main.height - height


def test_places_with_most_events_have_the_first_numbers_and_those_not_on_the_map_none(real):
    entries = page.place_entries(real.graph)
    located = [entry for entry in entries if entry.place.has_coordinates]
    assert [entry.number for entry in entries] == [*range(1, len(located) + 1)] + [None] * (len(entries) - len(located))
    assert sorted((len(entry.events) for entry in located), reverse=True) == [len(entry.events) for entry in located]


def test_a_place_without_events_or_numbers_lists_the_records_that_mention_it(real, real_outputs):
    entries = {entry.place.id: entry for entry in page.place_entries(real.graph)}
    mentions = nonempty(entries["cucuta"].mentions)
    assert "guardsman-escorted-in-cucuta" in {record.id for record in mentions}
    assert not entries["venezuela"].mentions
    text = real_outputs["map.md"]
    assert f"Mentioned in {len(mentions)} records: [" in text


def test_places_close_together_or_far_apart_have_one_map(base, write):
    place = (
        "name: {}\nsummary: A place.\nprecision: city\nlatitude: {}\nlongitude: {}\npassages: []\nreview: published\n"
    )
    for path in (base / "content/places").glob("*.yml"):
        path.unlink()
    assert page.atlas_of(check_dossier(base).graph) is None
    write("content/places/here.yml", place.format("Here", "10.0", "20.0"))
    write("content/places/there.yml", place.format("There", "-40.0", "170.0"))
    atlas = page.atlas_of(check_dossier(base).graph)
    assert atlas.overview is None and len(atlas.main.markers) == 2
    for marker in atlas.main.markers:
        locator = page.inset_map_of(check_dossier(base).graph, marker.place)
        assert locator.top >= 0 and locator.top + locator.height <= atlas.main.height


def test_a_place_whose_name_has_no_room_has_its_number(base, write):
    for path in (base / "content/places").glob("*.yml"):
        path.unlink()
    for index in range(40):
        fields = "summary: A place.\nprecision: city\npassages: []\nreview: published\n"
        point = f"latitude: {10 + index % 8}.0\nlongitude: {20 + index // 8}.0\n"
        write(f"content/places/p{index}.yml", f"name: A rather long name of a place\n{fields}{point}")
    drawing = page.atlas_of(check_dossier(base).graph).main
    texts = [label.text for marker in drawing.markers for label in marker.labels]
    assert any(text.isdigit() for text in texts)
    assert any(" A rather long name" in text for text in texts)


def test_the_page_of_a_place_shows_the_part_of_the_map_around_it(real, real_outputs):
    for place in real.graph.visible_of(Place):
        locator = page.inset_map_of(real.graph, place)
        assert (locator is not None) == place.has_coordinates
        if locator:
            assert locator.top <= locator.marker.point[1] <= locator.top + locator.height
            assert 0 <= locator.top <= locator.map.height - locator.height
        assert ("dossier-locator" in real_outputs[f"places/{place.id}.md"]) == place.has_coordinates


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
