// The incidents on the map. Places are glyphs, sized by harm; regions and borders are shapes with a
// dashed tag that counts what is in them, never a glyph alone.

// More incidents than these at one place are drawn as one ring with their number.
const SPREAD_MOST = 24;

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

const TAG_ITEM = 30;

function drawTag(context, point, counts, colours, colour) {
  const width = counts.length * TAG_ITEM + 8;
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
  counts.forEach(([type, count], i) => {
    const x = -width / 2 + 4 + i * TAG_ITEM;
    drawGlyph(context, type, L.point(x + 10, 0), 6, colours.tag, false);
    drawCount(context, String(count), x + 23, 0, colours.ink);
  });
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
function incidentMarks(map, onOpen) {
  const renderer = L.canvas({ padding: 0.2, tolerance: L.Browser.mobile ? 8 : 3 });
  const group = L.layerGroup().addTo(map);
  let colours = palette();
  let shown = [];
  let layers = [];
  const placeOf = new Map();

  function add(layer, incidents) {
    layer.incidents = incidents;
    layer.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      onOpen(reachableAt(event.layerPoint, layer), event.latlng);
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
    for (const here of groupBy(incidents, (one) => `${one.lat},${one.lon}`).values()) {
      here.sort((a, b) => harmOf(b) - harmOf(a));
      if (here.length > SPREAD_MOST) marks.push([30, stackFor(here, renderer, () => colours), here]);
      else {
        const radii = here.map((incident) => radiusOf(harmOf(incident)));
        spread(radii).forEach((offset, i) => {
          const mark = markFor(here[i], radii[i], offset, renderer, () => colours);
          marks.push([radii[i], mark, [here[i]]]);
        });
      }
    }
    // The smaller lie on top, so that a large one hides none.
    marks.sort((a, b) => b[0] - a[0]);
    for (const [, mark, inside] of marks) add(mark, inside);
  }

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

function markFor(incident, radius, offset, renderer, colours) {
  const type = typeOf(incident);
  return new Mark([incident.lat, incident.lon], {
    renderer,
    radius,
    offset,
    draw: (context, point, size) =>
      drawGlyph(context, type, point, size, colours().mark, incident.disputed),
  });
}

function stackFor(incidents, renderer, colours) {
  const counts = countTypes(incidents);
  return new Mark([incidents[0].lat, incidents[0].lon], {
    renderer,
    radius: 20,
    offset: L.point(0, 0),
    draw: (context, point, size) =>
      drawStack(context, point, size, counts, incidents.length, colours()),
  });
}

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
  if (extent > 60) layer.options.fillOpacity = 0.05;
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
    width: counts.length * TAG_ITEM + 8,
    draw: (context, point) => drawTag(context, point, counts, colours, layer.options.color),
  });
}
