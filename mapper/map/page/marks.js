// The incidents on the map. Places are glyphs, sized by harm; regions and borders are shapes with a
// dashed tag that counts what is in them, never a glyph alone. Only what is in view is made.

// More incidents than these at one place are drawn as one ring with their number.
const SPREAD_MOST = 24;

// From here on a town is larger than its mark; the circle says that the place is somewhere in it.
const EXTENT_FROM_ZOOM = 9.5;
const EXTENTS_MOST = 150;
const DISTRICT_METRES = 1500;
const TOWN_LEAST_METRES = 1500;
// People on a square kilometre of a town's built land, roughly: it gives 16 km for Kyiv's 2.8 million.
const TOWN_DENSITY = 3500;
// A town of the basemap is the incident's when its name is the same and it is this near (degrees).
const SAME_TOWN_DEG = 0.1;

/** The layer of all incidents; `show` replaces what is on it. */
function incidentMarks(map, onOpen, onRedraw) {
  const renderer = L.canvas({ padding: 0.2, tolerance: L.Browser.mobile ? 8 : 3 });
  const group = L.layerGroup().addTo(map);
  const shapeGroup = L.layerGroup().addTo(map);
  const shapeCache = new Map();
  const towns = groupBy(DATA.basemap.towns, (town) => town[0]);
  let colours = palette();
  let points = [];
  let layers = [];
  let tags = [];
  let faintUndated = false;

  function add(layer, incidents, to = group) {
    layer.incidents = incidents;
    layer.off("click").on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      if (layer.options.cluster) closer(layer);
      else onOpen(reachableAt(event.layerPoint, layer), event.latlng);
    });
    layers.push(layer);
    to.addLayer(layer);
  }

  function closer(layer) {
    map.setView(layer.getLatLng(), map.getZoom() + 2, { animate: !REDUCED.matches });
  }

  // All marks under a click can be opened one after the other, so that none is out of reach.
  function reachableAt(point, clicked) {
    const isMark = clicked instanceof Mark;
    const under = layers.filter(
      (layer) =>
        layer !== clicked &&
        layer instanceof Mark === isMark &&
        layer._pxBounds &&
        layer._pxBounds.contains(point) &&
        layer._containsPoint(point),
    );
    return [clicked, ...under.reverse()].flatMap((layer) => layer.incidents);
  }

  function show(incidents, { faint = false } = {}) {
    faintUndated = faint;
    points = incidents.filter((one) => one.shape === undefined && one.lat !== undefined);
    const shapes = groupBy(
      incidents.filter((one) => one.shape !== undefined),
      (one) => one.shape,
    );
    shapeGroup.clearLayers();
    layers = [];
    const drawn = [...shapes].map(([number, inside]) => shapeLayer(number, inside, renderer, shapeCache));
    drawn.sort((a, b) => b.extent - a.extent);
    for (const { layer, incidents: inside } of drawn) add(layer, inside, shapeGroup);
    tags = drawn.map(({ layer, incidents: inside }) => tagFor(layer, inside, renderer, colours));
    tags.forEach((tag, i) => add(tag, drawn[i].incidents, shapeGroup));
    drawPoints();
  }

  const crowded = () => points.length > CLUSTER_FROM;

  function drawPoints() {
    group.clearLayers();
    layers = layers.filter((layer) => shapeGroup.hasLayer(layer));
    const marks = [];
    for (const together of spots()) {
      const places = groupBy(together, placeKey);
      if (places.size > 1) marks.push([stackFor(together, true), together]);
      else marks.push(...marksAt(together));
    }
    // The smaller lie on top, so that a large one hides none.
    marks.sort((a, b) => b[0].options.radius - a[0].options.radius);
    drawExtents(marks);
    for (const [mark, inside] of marks) add(mark, inside);
    separate(map, tags, marks.map(([mark]) => mark));
  }

  /** The points in view, put together where there are too many to stand alone. */
  function spots() {
    const key = crowded() ? cellKey(map.getZoom()) : placeKey;
    const groups = groupBy(inView(), key).values();
    return key === placeKey ? groups : ringGroups(groups, map);
  }

  function inView() {
    if (!crowded()) return points;
    const bounds = map.getBounds().pad(0.25);
    const [south, north] = [bounds.getSouth(), bounds.getNorth()];
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    return points.filter(({ lat, lon }) => lat >= south && lat <= north && lon >= west && lon <= east);
  }

  /** Circles about towns and districts, where the map is close enough for them to matter. */
  function drawExtents(marks) {
    if (map.getZoom() < EXTENT_FROM_ZOOM || marks.length > EXTENTS_MOST) return;
    for (const [, [incident]] of marks) {
      const radius = extentOf(incident, towns);
      if (radius === 0) continue;
      const color = GLYPHS[typeOf(incident)].colour;
      const style = { radius, renderer, color, weight: 1, opacity: 0.6, dashArray: "2 4", fillOpacity: 0.07 };
      group.addLayer(L.circle([incident.lat, incident.lon], { ...style, interactive: false }));
    }
  }

  /** The marks of incidents at one place, each with the incidents that it opens. */
  function marksAt(here) {
    const sorted = [...here].sort((a, b) => harmOf(b) - harmOf(a));
    if (here.length > SPREAD_MOST || (crowded() && here.length > 1)) return [[stackFor(sorted, false), sorted]];
    const radii = sorted.map((incident) => radiusOf(harmOf(incident)));
    return spread(radii).map((offset, i) => [markFor(sorted[i], radii[i], offset), [sorted[i]]]);
  }

  function markFor(incident, radius, offset) {
    const type = typeOf(incident);
    const how = { ...manner(incident), faint: faintUndated && !incident.date };
    return new Mark([incident.lat, incident.lon], {
      renderer,
      radius,
      offset,
      draw: (context, point, size) => drawGlyph(context, type, point, size, colours.mark, how),
    });
  }

  function stackFor(incidents, cluster) {
    const counts = countTypes(incidents);
    return new Mark(middleOf(incidents), {
      renderer,
      cluster,
      radius: stackRadius(incidents.length),
      offset: L.point(0, 0),
      draw: (context, point, size) =>
        drawStack(context, point, size, counts, incidents.length, colours),
    });
  }

  let zoom = map.getZoom();
  map.on("moveend", () => {
    const zoomed = zoom !== map.getZoom();
    zoom = map.getZoom();
    if (!crowded() && !zoomed) return;
    drawPoints();
    onRedraw();
  });

  function obstacles() {
    return layers.filter((layer) => layer instanceof Mark).map(roomOf);
  }

  return {
    show,
    obstacles,
    /** All that are shown where this one is, itself among them. */
    beside(incident) {
      const key = placeKey(incident);
      if (incident.shape === undefined) return points.filter((one) => placeKey(one) === key);
      const layer = layers.find(({ incidents }) => incidents && incidents.includes(incident));
      return layer ? layer.incidents : [incident];
    },
    recolour(next) {
      colours = next;
    },
  };
}

const VAST_SQUARE_DEG = 60;

/** How far about a point the place reaches, in metres; 0 for what is no town or district. */
function extentOf({ geo_precision: precision, place, lat, lon }, towns) {
  if (precision === "district") return DISTRICT_METRES;
  if (precision !== "settlement") return 0;
  const near = (town) => Math.abs(town[1] - lat) < SAME_TOWN_DEG && Math.abs(town[2] - lon) < SAME_TOWN_DEG;
  const town = (towns.get(place) || []).find(near);
  return Math.max(TOWN_LEAST_METRES, 1000 * Math.sqrt((town ? town[3] : 0) / TOWN_DENSITY / Math.PI));
}

/** The lines or rings of a shape as reports and files have them. */
function toldPoints(number) {
  const { kind, parts } = DATA.shapes[number];
  return kind === "line" ? parts.map(decodeLine) : parts.map((rings) => rings.map(decodeLine));
}

/** The lines or rings of a shape as they lie on the map, made once. */
function shapePoints(number) {
  const shape = DATA.shapes[number];
  const turn = (part) => (shape.kind === "line" ? turnedLine(part) : part.map((ring) => turnedLine(ring, turnOf(part[0]))));
  shape.points ??= toldPoints(number).map(turn);
  return shape.points;
}

function shapeBounds(number) {
  return L.latLngBounds(shapePoints(number).flat(DATA.shapes[number].kind === "line" ? 1 : 2));
}

/** The line or area of incidents that share it, in the colour of the type that is most in it. */
function shapeLayer(number, incidents, renderer, cache) {
  const { kind } = DATA.shapes[number];
  const counts = countTypes(incidents);
  const type = counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  const color = GLYPHS[type].colour;
  const key = `${number} ${type}`;
  if (!cache.has(key)) {
    const make = kind === "line" ? L.polyline : L.polygon;
    const style = kind === "line" ? { weight: 6, opacity: 0.75 } : { weight: 2, dashArray: "7 6", fillColor: color, fillOpacity: 0.13 };
    cache.set(key, make(shapePoints(number), { renderer, color, ...style }));
  }
  const layer = cache.get(key);
  if (kind === "line") return { layer, incidents, extent: -1 };
  const bounds = layer.getBounds();
  const extent =
    (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
  // A whole country's outline is context and must not drown what is told more exactly.
  if (extent > VAST_SQUARE_DEG) Object.assign(layer.options, { fillOpacity: 0.04, weight: 1.3, opacity: 0.7 });
  return { layer, incidents, extent };
}

function tagFor(layer, incidents, renderer, colours) {
  const counts = countTypes(incidents);
  const { lat, lon } = incidents[0];
  const centre = layer.getBounds().getCenter();
  return new Tag(lat === undefined ? centre : [lat, lon], {
    renderer,
    radius: 14,
    offset: L.point(0, 0),
    width: tagWidth(counts),
    draw: (context, point) => drawTag(context, point, counts, colours, layer.options.color),
  });
}
