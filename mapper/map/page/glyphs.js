// One shape and one colour for each type of incident; the shape says the same again as the colour.
// A path fits a circle of radius 1 and is drawn on the map and in the panel alike.

// An export of another field than war says itself which types there are and how they look.
const LAYERS = DATA.layers || {};
const TYPES =
  Object.keys(LAYERS).length > 0
    ? Object.keys(LAYERS)
    : ["strike", "casualties", "interception", "ground_attack", "prisoner_swap", "talks"];

const SHAPES = {
  circle: "M-1,0A1,1 0 1 0 1,0A1,1 0 1 0 -1,0Z",
  square: "M-0.82,-0.82H0.82V0.82H-0.82Z",
  triangle: "M0,-1.12L1.08,0.78L-1.08,0.78Z",
  diamond: polygon(4, 1.08, 0),
  pentagon: polygon(5, 1.06, 0),
  hexagon: polygon(6, 1.04, 0),
  star: star(8, 1.12, 0.62),
  cross: cross(1.02, 0.4),
  bubble: "M-0.95,-0.8H0.95V0.45H0.15L-0.35,1.05V0.45H-0.95Z",
};

// Without a prototype, for a lexicon may call a type "constructor".
const GLYPHS = {
  __proto__: null,
  strike: { path: SHAPES.star },
  casualties: { path: SHAPES.cross },
  interception: { path: SHAPES.triangle },
  ground_attack: { path: SHAPES.square },
  prisoner_swap: { path: SHAPES.hexagon },
  talks: { path: SHAPES.bubble },
  other: { path: SHAPES.diamond },
};

function styled(property) {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}

// The style sheet sets the colours, so that a style of one's own can set others.
for (const [type, glyph] of Object.entries(GLYPHS)) {
  glyph.colour = styled(`--${type.replaceAll("_", "-")}`);
}
// Those that an export brings have names of their own, for they may be called as anything else is.
for (const [type, layer] of Object.entries(LAYERS)) {
  const told = /^#[0-9a-f]{6}$/i.test(layer.colour) ? layer.colour : GLYPHS.other.colour;
  const colour = styled(`--layer-${type.replaceAll("_", "-")}`) || told;
  GLYPHS[type] = { colour, path: own(SHAPES, layer.shape) || SHAPES.circle };
}

function typeOf(incident) {
  return TYPES.includes(incident.event_type) ? incident.event_type : "other";
}

function polygon(corners, radius, turn) {
  const points = [];
  for (let i = 0; i < corners; i += 1) {
    const angle = turn + (2 * Math.PI * i) / corners - Math.PI / 2;
    points.push(`${(radius * Math.cos(angle)).toFixed(3)},${(radius * Math.sin(angle)).toFixed(3)}`);
  }
  return `M${points.join("L")}Z`;
}

function star(spikes, outer, inner) {
  const points = [];
  for (let i = 0; i < spikes * 2; i += 1) {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (Math.PI * i) / spikes - Math.PI / 2;
    points.push(`${(radius * Math.cos(angle)).toFixed(3)},${(radius * Math.sin(angle)).toFixed(3)}`);
  }
  return `M${points.join("L")}Z`;
}

function cross(reach, half) {
  const r = reach;
  const h = half;
  return `M${-h},${-r}H${h}V${-h}H${r}V${h}H${h}V${r}H${-h}V${h}H${-r}V${-h}H${-h}Z`;
}

/** The glyph as an inline picture for the panel; decoration, its words stand beside it. */
function glyphPicture(type, size = 18, incident = null) {
  const { colour, path } = GLYPHS[type];
  return svg(
    "svg",
    { viewBox: "-1.3 -1.3 2.6 2.6", width: size, height: size, class: "glyph", "aria-hidden": "true" },
    incident && manner(incident).unsure
      ? svg("path", { d: path, class: "key-tag", stroke: colour, "stroke-width": 0.2 })
      : svg("path", { d: path, fill: colour }),
  );
}

const PATHS = Object.create(null);
function glyphPath(type) {
  if (!PATHS[type]) PATHS[type] = new Path2D(GLYPHS[type].path);
  return PATHS[type];
}

/** Radius in pixels of a mark for so many killed and injured: its area grows with them. */
function radiusOf(harm) {
  return Math.min(6.5 + 1.25 * Math.sqrt(harm), 25);
}
