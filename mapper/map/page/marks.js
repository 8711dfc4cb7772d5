// The incidents on the map. Places are glyphs, sized by harm; regions and borders are shapes with a
// dashed tag that counts what is in them, never a glyph alone.

// More incidents than these at one place are drawn as one ring with their number.
const SPREAD_MOST = 24;

// With more points than these, those in one square of the screen are one ring until the reader is
// close enough for them to stand apart.
const CLUSTER_FROM = 500;
const CLUSTER_BELOW_ZOOM = 10;
const CLUSTER_CELL_PX = 52;

const Mark = L.CircleMarker.extend({
  _project() {
    const offset = this.options.offset;
    this._point = this._map.latLngToLayerPoint(this._latlng).add(offset);
    this._updateBounds();
  },

  _updatePath() {
    const renderer = this._renderer;
    if (!renderer._drawing || this._empty()) return;
    // Leaflet leaves the opacity of the last shape set.
    renderer._ctx.globalAlpha = 1;
    this.options.draw(renderer._ctx, this._point, this._radius);
  },
});

// A tag is wider than high; its click area is the box.
const Tag = Mark.extend({
  _updateBounds() {
    const half = L.point(this.options.width / 2 + 3, 16);
    this._pxBounds = L.bounds(this._point.subtract(half), this._point.add(half));
  },

  _containsPoint(point) {
    return this._pxBounds.contains(point);
  },
});

function drawGlyph(context, type, point, radius, edge, disputed) {
  context.save();
  context.translate(point.x, point.y);
  if (disputed) {
    context.beginPath();
    context.arc(0, 0, radius + 4.5, 0, 2 * Math.PI);
    context.setLineDash([3, 3]);
    context.lineWidth = 1.8;
    context.strokeStyle = GLYPHS[type].colour;
    context.stroke();
    context.setLineDash([]);
  }
  context.scale(radius, radius);
  context.lineJoin = "round";
  context.lineWidth = 3.2 / radius;
  context.strokeStyle = edge;
  context.stroke(glyphPath(type));
  context.fillStyle = GLYPHS[type].colour;
  context.fill(glyphPath(type));
  context.restore();
}

function drawStack(context, point, radius, counts, total, colours) {
  context.save();
  context.translate(point.x, point.y);
  let from = -Math.PI / 2;
  for (const [type, count] of counts) {
    const to = from + (2 * Math.PI * count) / total;
    context.beginPath();
    context.moveTo(0, 0);
    context.arc(0, 0, radius, from, to);
    context.closePath();
    context.fillStyle = GLYPHS[type].colour;
    context.fill();
    from = to;
  }
  context.beginPath();
  context.arc(0, 0, radius - 5, 0, 2 * Math.PI);
  context.fillStyle = colours.tag;
  context.fill();
  drawCount(context, String(total), 0, 0, colours.ink);
  context.restore();
}

function drawCount(context, text, x, y, colour) {
  context.font = `600 12px ${NAME_FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(text, x, y + 0.5);
}

/** A tag's width in pixels: for each type a glyph and its count. */
function tagWidth(counts) {
  return counts.reduce((sum, [, count]) => sum + tagItemWidth(count), 8);
}

function tagItemWidth(count) {
  return 22 + 8 * String(count).length;
}

function drawTag(context, point, counts, colours, colour) {
  const width = tagWidth(counts);
  context.save();
  context.translate(point.x, point.y);
  context.beginPath();
  context.roundRect(-width / 2, -12, width, 24, 12);
  context.fillStyle = colours.tag;
  context.fill();
  context.setLineDash([4, 3]);
  context.lineWidth = 1.6;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
  let x = -width / 2 + 4;
  for (const [type, count] of counts) {
    const item = tagItemWidth(count);
    drawGlyph(context, type, L.point(x + 10, 0), 6, colours.tag, false);
    drawCount(context, String(count), x + 10 + item / 2 - 2, 0, colours.ink);
    x += item;
  }
  context.restore();
}

/** How many incidents of each type, in the order of the legend. */
function countTypes(incidents) {
  const counts = new Map();
  for (const incident of incidents) {
    const type = typeOf(incident);
    counts.set(type, (counts.get(type) || 0) + 1);
  }
  return [...TYPES, "other"].filter((type) => counts.has(type)).map((type) => [type, counts.get(type)]);
}

function hasPlace(incident) {
  return incident.shape !== undefined || incident.lat !== undefined;
}

/** Put incidents into groups by a key, in order of first appearance. */
function groupBy(incidents, keyOf) {
  const groups = new Map();
  for (const incident of incidents) {
    const key = keyOf(incident);
    const group = groups.get(key);
    if (group) group.push(incident);
    else groups.set(key, [incident]);
  }
  return groups;
}

function placeKey(incident) {
  return `${incident.lat},${incident.lon}`;
}

/** Offsets in pixels that set marks of these radii side by side, the first in the middle. */
function spread(radii) {
  const offsets = [L.point(0, 0)];
  const widest = radii.length > 1 ? radii[1] : 0;
  let ring = radii[0] + widest + 2;
  let placed = 1;
  while (placed < radii.length) {
    const room = Math.max(1, Math.floor((2 * Math.PI * ring) / (2 * widest + 2)));
    const here = Math.min(room, radii.length - placed);
    for (let i = 0; i < here; i += 1) {
      const angle = (2 * Math.PI * i) / here - Math.PI / 2;
      offsets.push(L.point(ring * Math.cos(angle), ring * Math.sin(angle)));
    }
    placed += here;
    ring += 2 * widest + 2;
  }
  return offsets;
}

/** The layer of all incidents; `show` replaces what is on it. */
function incidentMarks(map, onOpen, onRedraw) {
  const renderer = L.canvas({ padding: 0.2, tolerance: L.Browser.mobile ? 8 : 3 });
  const group = L.layerGroup().addTo(map);
  let colours = palette();
  let shown = [];
  let layers = [];
  let clustering = false;
  const placeOf = new Map();

  function add(layer, incidents) {
    layer.incidents = incidents;
    layer.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      if (layer.options.cluster) map.setView(layer.getLatLng(), map.getZoom() + 2);
      else onOpen(reachableAt(event.layerPoint, layer), event.latlng);
    });
    for (const incident of incidents) if (!placeOf.has(incident)) placeOf.set(incident, layer);
    layers.push(layer);
    group.addLayer(layer);
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

  function show(incidents) {
    shown = incidents;
    group.clearLayers();
    layers = [];
    placeOf.clear();
    const shapes = groupBy(
      incidents.filter((incident) => incident.shape !== undefined),
      (incident) => incident.shape,
    );
    const drawn = [...shapes].map(([number, group_]) => shapeLayer(number, group_, renderer));
    drawn.sort((a, b) => b.extent - a.extent);
    for (const { layer, incidents: inside } of drawn) add(layer, inside);
    for (const { layer, incidents: inside } of drawn) {
      add(tagFor(layer, inside, renderer, colours), inside);
    }
    addPoints(incidents.filter((incident) => incident.shape === undefined && hasPlace(incident)));
  }

  function addPoints(incidents) {
    const marks = [];
    clustering = incidents.length > CLUSTER_FROM;
    const near = clustering && map.getZoom() < CLUSTER_BELOW_ZOOM ? cellOf : placeKey;
    for (const together of groupBy(incidents, near).values()) {
      const places = groupBy(together, placeKey);
      if (places.size > 1) marks.push([stackFor(together, true), together]);
      else marks.push(...marksAt(together));
    }
    // The smaller lie on top, so that a large one hides none.
    marks.sort((a, b) => b[0].options.radius - a[0].options.radius);
    for (const [mark, inside] of marks) add(mark, inside);
  }

  function cellOf(incident) {
    const { x, y } = map.project([incident.lat, incident.lon]);
    return `${Math.floor(x / CLUSTER_CELL_PX)},${Math.floor(y / CLUSTER_CELL_PX)}`;
  }

  /** The marks of incidents at one place, each with the incidents that it opens. */
  function marksAt(here) {
    here.sort((a, b) => harmOf(b) - harmOf(a));
    if (here.length > SPREAD_MOST) return [[stackFor(here, false), here]];
    const radii = here.map((incident) => radiusOf(harmOf(incident)));
    return spread(radii).map((offset, i) => [markFor(here[i], radii[i], offset), [here[i]]]);
  }

  function markFor(incident, radius, offset) {
    const type = typeOf(incident);
    return new Mark([incident.lat, incident.lon], {
      renderer,
      radius,
      offset,
      draw: (context, point, size) =>
        drawGlyph(context, type, point, size, colours.mark, incident.disputed),
    });
  }

  function stackFor(incidents, cluster) {
    const counts = countTypes(incidents);
    const middle = (axis) => incidents.reduce((sum, one) => sum + one[axis], 0) / incidents.length;
    return new Mark([middle("lat"), middle("lon")], {
      renderer,
      cluster,
      radius: Math.min(13 + 1.6 * Math.log2(incidents.length), 30),
      offset: L.point(0, 0),
      draw: (context, point, size) =>
        drawStack(context, point, size, counts, incidents.length, colours),
    });
  }

  map.on("zoomend", () => {
    if (!clustering) return;
    show(shown);
    onRedraw();
  });

  // Where names should not stand: the marks' places, offsets and sizes in pixels.
  function obstacles() {
    return layers
      .filter((layer) => layer instanceof Mark)
      .map((layer) => ({
        at: layer.getLatLng(),
        offset: layer.options.offset,
        wide: (layer.options.width || 2 * layer.options.radius) / 2 + 2,
        high: layer.options.width ? 13 : layer.options.radius + 2,
      }));
  }

  return {
    show,
    obstacles,
    layerOf: (incident) => placeOf.get(incident),
    recolour(next) {
      colours = next;
      show(shown);
    },
  };
}

const VAST_SQUARE_DEG = 60;

/** The line or area of incidents that share it, in the colour of the type that is most in it. */
function shapeLayer(number, incidents, renderer) {
  const { kind, parts } = DATA.shapes[number];
  const counts = countTypes(incidents);
  const type = counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  const colour = GLYPHS[type].colour;
  if (kind === "line") {
    const layer = L.polyline(parts.map(decodeLine), { renderer, color: colour, weight: 6, opacity: 0.75 });
    return { layer, incidents, extent: -1 };
  }
  const layer = L.polygon(
    parts.map((rings) => rings.map(decodeLine)),
    { renderer, color: colour, weight: 2, dashArray: "7 6", fillColor: colour, fillOpacity: 0.13 },
  );
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
