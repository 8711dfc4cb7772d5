// What to do where marks would lie on one another: points become rings with their number, rings that
// meet become one, and the tags of regions make way.

// With more points than these, those in one square of the screen are one ring; the squares shrink
// with the zoom, and from the last on only what shares a place is together.
const CLUSTER_FROM = 500;
const CLUSTER_CELLS_PX = [
  [10, 62],
  [14, 40],
];
// Rings may touch by so much of their radii before they become one.
const RINGS_APART = 0.85;

/** The key of the square that an incident is in at this zoom. */
function cellKey(zoom) {
  const found = CLUSTER_CELLS_PX.find(([below]) => zoom < below);
  if (!found) return placeKey;
  // The square's side in degrees; squares of latitude are of even size on Mercator's map.
  const scale = 256 * 2 ** zoom;
  const across = scale / 360 / found[1];
  const down = scale / (2 * Math.PI) / found[1];
  return ({ lat, lon }) => {
    const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
    return Math.floor(lon * across) * 1e7 + Math.floor(Math.atanh(sine) * down);
  };
}

function stackRadius(count) {
  return Math.min(11 + 1.4 * Math.log2(count), 30);
}

/** The middle of incidents that have a point, as lat and lon. */
function middleOf(incidents) {
  const mean = (axis) => incidents.reduce((sum, one) => sum + one[axis], 0) / incidents.length;
  return [mean("lat"), mean("lon")];
}

/** Groups for rings, those whose rings would meet put together, the largest first. */
function ringGroups(groups, map) {
  const rings = [];
  for (const incidents of [...groups].sort((a, b) => b.length - a.length)) {
    const at = map.latLngToLayerPoint(middleOf(incidents));
    const radius = stackRadius(incidents.length);
    const near = rings.find((ring) => ring.at.distanceTo(at) < RINGS_APART * (ring.radius + radius));
    if (near) near.incidents = near.incidents.concat(incidents);
    else rings.push({ at, radius, incidents });
  }
  return rings.map(({ incidents }) => incidents);
}

/** Where names and tags should not stand: the marks' places, offsets and half sizes in pixels. */
function roomOf(mark) {
  const { offset, width, radius } = mark.options;
  return {
    at: mark.getLatLng(),
    offset,
    wide: (width || 2 * radius) / 2 + 2,
    high: width ? 13 : radius + 2,
  };
}

const TAG_HIGH_PX = 27;
const TAGS_SEPARATED_MOST = 250;
const MARKS_LEFT_CLEAR_MOST = 400;
// Never so far that a tag misleads.
const TAG_STEPS_PX = [0, 27, -27].flatMap((down) => [0, 32, -32].map((across) => [across, down]));
TAG_STEPS_PX.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

/** Move tags that would lie on one another, or beneath a mark, a little aside. */
function separate(map, tags, marks) {
  if (tags.length > TAGS_SEPARATED_MOST) return;
  const boxOf = ({ at, offset, wide, high }, [across, down] = [0, 0]) => {
    const { x, y } = map.latLngToLayerPoint(at).add(offset);
    return [x + across - wide, y + down - high, x + across + wide, y + down + high];
  };
  const taken = marks.length > MARKS_LEFT_CLEAR_MOST ? [] : marks.map((mark) => boxOf(roomOf(mark)));
  for (const tag of tags) {
    const room = { ...roomOf(tag), offset: L.point(0, 0), high: TAG_HIGH_PX / 2 };
    const free = (step) => taken.every((box) => !meets(boxOf(room, step), box));
    const step = TAG_STEPS_PX.find(free) || TAG_STEPS_PX[0];
    taken.push(boxOf(room, step));
    tag.options.offset = L.point(step);
    if (tag._map) {
      tag._reset();
      tag.redraw();
    }
  }
}
