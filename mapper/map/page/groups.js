// Incidents put together: by type, by place, side by side.

/** How many incidents of each type, in the order of the legend. */
function countTypes(incidents) {
  const counts = new Map();
  for (const incident of incidents) {
    const type = typeOf(incident);
    counts.set(type, (counts.get(type) || 0) + 1);
  }
  return [...TYPES, "other"].filter((type) => counts.has(type)).map((type) => [type, counts.get(type)]);
}

/** The two types that a legend shows its samples by: the commonest on this map. */
function sampleTypes(incidents) {
  const commonest = countTypes(incidents).sort((a, b) => b[1] - a[1]).map(([type]) => type);
  const [first, second] = [...new Set([...commonest, ...TYPES, "other"])];
  return [first, second];
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
