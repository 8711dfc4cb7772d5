// The map beneath the incidents: outlines that are part of this file, or street tiles on request.

const BASEMAPS = ["outlines", "osm", "none"];

function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    land: read("--land"),
    coast: read("--coast"),
    border: read("--border"),
    region: read("--region"),
    label: read("--label"),
    halo: read("--halo"),
    country: read("--country-label"),
    mark: read("--mark-edge"),
    tag: read("--tag"),
    ink: read("--ink"),
  };
}

// Where regions are as small as counties, their lines would be a grey mesh from afar.
const SMALL_REGION_DEG = 1.2;
const SMALL_REGION_FROM = 7;

function offlineBasemap(map, colours) {
  const pane = map.createPane("land");
  pane.style.zIndex = 150;
  pane.style.pointerEvents = "none";
  const renderer = L.canvas({ pane: "land", padding: 0.3 });
  const common = { renderer, interactive: false, pane: "land" };
  const group = L.layerGroup();
  const shapes = [];
  for (const [, , , rings] of DATA.basemap.countries) {
    const shape = L.polygon(rings.map((ring) => turnedLine(decodeLine(ring))), {
      ...common,
      weight: 1.1,
      fillOpacity: 1,
      smoothFactor: 0.6,
      fillRule: "evenodd",
    });
    shapes.push([shape, "border", "land"]);
    group.addLayer(shape);
  }
  const small = L.layerGroup();
  for (const [, , , rings, room] of DATA.basemap.regions) {
    const shape = L.polyline(rings.map((ring) => turnedLine(decodeLine(ring))), { ...common, weight: 0.8, smoothFactor: 0.8 });
    shapes.push([shape, "region", null]);
    (room < SMALL_REGION_DEG ? small : group).addLayer(shape);
  }
  const thinOut = () => {
    if (map.getZoom() < SMALL_REGION_FROM) group.removeLayer(small);
    else group.addLayer(small);
  };
  map.on("zoomend", thinOut);
  thinOut();
  group.recolour = (next) => {
    for (const [shape, line, fill] of shapes) {
      shape.setStyle({ color: next[line], fill: fill !== null, fillColor: next[fill] });
    }
  };
  group.recolour(colours);
  return group;
}

// Names are drawn on a canvas of their own, the more important first; one that would cover another
// is left out until there is room.
const NameLayer = L.Layer.extend({
  initialize(names, colours) {
    this._names = names;
    this._colours = colours;
    this._obstacles = [];
  },

  /** Keep names clear of these marks. */
  avoid(obstacles) {
    this._obstacles = obstacles;
    if (this._map) this._draw();
  },

  onAdd(map) {
    this._canvas = L.DomUtil.create("canvas", "names leaflet-zoom-hide");
    this._canvas.setAttribute("aria-hidden", "true");
    map.getPane("names").appendChild(this._canvas);
    map.on("moveend zoomend resize viewreset", this._draw, this);
    this._draw();
  },

  onRemove(map) {
    map.off("moveend zoomend resize viewreset", this._draw, this);
    this._canvas.remove();
  },

  recolour(colours) {
    this._colours = colours;
    if (this._map) this._draw();
  },

  _draw() {
    const map = this._map;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    const canvas = this._canvas;
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.lineJoin = "round";
    context.textBaseline = "middle";
    const marks = this._marksInView(size);
    const taken = marks.map(({ x, y, wide, high }) => [x - wide, y - high, x + wide, y + high]);
    const zoom = map.getZoom();
    for (const name of this._names) {
      if (zoom < name.from || zoom > name.to) continue;
      const at = map.latLngToContainerPoint([name.lat, name.lon]);
      if (at.x < -60 || at.y < -20 || at.x > size.x + 60 || at.y > size.y + 20) continue;
      // A country's name may stand anywhere within it; that of a town belongs to its dot.
      const steps = name.reach ? reachSteps(name, (256 * 2 ** zoom) / 360) : [0];
      drawName(context, { ...name, at, steps }, marks, taken, this._colours);
    }
  },

  _marksInView(size) {
    const marks = [];
    for (const { at, offset, wide, high } of this._obstacles) {
      const { x, y } = this._map.latLngToContainerPoint(at).add(offset);
      if (x > -40 && y > -40 && x < size.x + 40 && y < size.y + 40) marks.push({ x, y, wide, high });
      // With so many marks no name is clear of all, and looking for room would take too long.
      if (marks.length > MARKS_AVOIDED_MOST) return [];
    }
    return marks;
  },
});

const MARKS_AVOIDED_MOST = 300;

const NAME_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** Where a name's text begins: beside its dot, or beside the mark that stands on the dot. */
function nameLeft(name, at, width, marks) {
  if (!name.dot) return at.x - width / 2;
  const mark = marks.find(
    ({ x, y, wide, high }) => Math.abs(x - at.x) < wide + 3 && Math.abs(y - at.y) < high + 3,
  );
  return mark ? Math.max(at.x + 6, mark.x + mark.wide + 3) : at.x + 6;
}

/** Draw a name at the first of its steps up and down where nothing is; else not at all. */
function drawName(context, name, marks, taken, colours) {
  const { at } = name;
  context.font = `${name.style} ${name.size}px ${NAME_FONT}`;
  context.letterSpacing = name.spacing || "0px";
  const width = context.measureText(name.text).width;
  const left = nameLeft(name, at, width, marks);
  const clear = (by) => !taken.some((other) => meets(nameBox(name, left, at.y + by, width), other));
  const by = name.steps.find(clear);
  if (by === undefined) return;
  taken.push(nameBox(name, left, at.y + by, width));
  if (name.dot && left === at.x + 6) {
    context.beginPath();
    context.arc(at.x, at.y, 2.2, 0, 2 * Math.PI);
    context.fillStyle = colours.label;
    context.fill();
  }
  context.lineWidth = 3;
  context.strokeStyle = colours.halo;
  context.strokeText(name.text, left, at.y + by);
  context.fillStyle = colours[name.colour];
  context.fillText(name.text, left, at.y + by);
}

function nameBox({ size }, left, y, width) {
  return [left - 1, y - size * 0.6, left + width + 3, y + size * 0.6];
}

function meets(one, other) {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

/** How far up and down a name may move and still stand in what it names, in pixels. */
function reachSteps({ reach, size }, degreePx) {
  const most = Math.floor((reach * degreePx) / size);
  const steps = [0];
  for (let i = 1; i <= Math.min(most, NAME_STEPS_MOST); i += 1) steps.push(i * size, -i * size);
  return steps;
}

const NAME_STEPS_MOST = 8;
// A country's name may move by this part of its width; few are much flatter than that.
const NAME_REACH = 0.16;
// A name may be a little wider than its country, and does no harm in the sea.
const NAME_OVERHANG = 1.35;

/** All names of the basemap, the more important first. */
function basemapNames() {
  const { countries, regions, towns } = DATA.basemap;
  const names = countries.map(([text, lat, lon, , room]) => ({
    text: text.toUpperCase(),
    lat,
    lon,
    from: Math.max(2.5, fittingZoom(text, room * NAME_OVERHANG, 8)),
    to: 6.5,
    reach: room * NAME_REACH,
    size: 11,
    style: "600",
    spacing: "1.5px",
    colour: "country",
  }));
  towns.forEach(([text, lat, lon, population, capital]) => {
    names.push({
      text,
      lat,
      lon,
      from: townFrom(population, capital),
      to: 30,
      size: capital ? 13 : population > 400000 ? 12 : 11,
      style: capital ? "600" : "400",
      colour: "label",
      dot: true,
    });
  });
  for (const place of incidentPlaces(new Set(towns.map(([text]) => text)))) names.push(place);
  for (const [text, lat, lon, , room] of regions) {
    const from = Math.max(5.5, fittingZoom(text, room, 6.5));
    names.push({ text, lat, lon, from, to: Math.max(9, from + 1.5), size: 11, style: "italic 400", colour: "country" });
  }
  return names;
}

/** The zoom at which a name fits the width of what it names (degrees). */
function fittingZoom(text, room, letter) {
  const wide = text.length * letter;
  return Math.log2((wide * 360) / (256 * Math.max(room, 0.01)));
}

/** Villages and districts that only the incidents name; they earn a name on the map by that. */
function incidentPlaces(named) {
  const places = [];
  for (const { place, lat, lon, geo_precision: precision } of DATA.incidents) {
    if (lat === undefined || !place || named.has(place)) continue;
    if (precision !== "settlement" && precision !== "district") continue;
    named.add(place);
    places.push({
      text: String(place).slice(0, 60),
      lat,
      lon,
      from: precision === "settlement" ? 6.5 : 9.5,
      to: 30,
      size: 11,
      style: "400",
      colour: "label",
      dot: true,
    });
  }
  return places;
}

function townFrom(population, capital) {
  if (capital) return 3.5;
  if (population >= 1000000) return 4.5;
  if (population >= 400000) return 5.5;
  if (population >= 150000) return 6.5;
  if (population >= 50000) return 7.5;
  return 8.5;
}
