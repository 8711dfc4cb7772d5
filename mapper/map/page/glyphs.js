// One shape and one colour for each type of incident. The colours are those of Okabe and Ito
// (jfly.uni-koeln.de/color), which people with any common colour vision tell apart; the shape says
// the same again. A path fits a circle of radius 1 and is drawn on the map and in the panel alike.

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

const GLYPHS = {
  strike: { colour: "#d55e00", path: SHAPES.star },
  casualties: { colour: "#cc79a7", path: SHAPES.cross },
  interception: { colour: "#56b4e9", path: SHAPES.triangle },
  ground_attack: { colour: "#e69f00", path: SHAPES.square },
  prisoner_swap: { colour: "#009e73", path: SHAPES.hexagon },
  talks: { colour: "#0072b2", path: SHAPES.bubble },
  other: { colour: "#7a7f87", path: SHAPES.diamond },
};
for (const [type, layer] of Object.entries(LAYERS)) {
  const colour = /^#[0-9a-f]{6}$/i.test(layer.colour) ? layer.colour : GLYPHS.other.colour;
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
function glyphPicture(type, size = 18) {
  const { colour, path } = GLYPHS[type];
  return svg(
    "svg",
    { viewBox: "-1.3 -1.3 2.6 2.6", width: size, height: size, class: "glyph", "aria-hidden": "true" },
    svg("path", { d: path, fill: colour }),
  );
}

const PATHS = {};
function glyphPath(type) {
  if (!PATHS[type]) PATHS[type] = new Path2D(GLYPHS[type].path);
  return PATHS[type];
}

/** Radius in pixels of a mark for so many killed and injured: its area grows with them. */
function radiusOf(harm) {
  return Math.min(6.5 + 1.25 * Math.sqrt(harm), 25);
}
