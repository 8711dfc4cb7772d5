// "Save what I see": the incidents that pass the filters, as GeoJSON (RFC 7946) or CSV, made here.

function geometryOf(incident) {
  const turned = (points) => points.map(([lat, lon]) => [lon, lat]);
  if (incident.shape !== undefined) {
    const { kind } = DATA.shapes[incident.shape];
    const parts = toldPoints(incident.shape);
    if (kind === "line") return { type: "MultiLineString", coordinates: parts.map(turned) };
    return { type: "MultiPolygon", coordinates: parts.map((rings) => rings.map(turned)) };
  }
  return incident.lat === undefined ? null : { type: "Point", coordinates: [toldLon(incident.lon), incident.lat] };
}

function toldPlace({ lon }) {
  return lon === undefined ? {} : { lon: toldLon(lon) };
}

const LEFT_OUT = new Set(["id", "shape", "sources"]);

function featureOf(incident) {
  const kept = Object.entries(incident).filter(([key]) => !LEFT_OUT.has(key));
  const sources = incident.sources.map(({ a, copy_of, ...source }) => {
    const original = copiedOf({ copy_of });
    const copied = original && { copy_of: original.url || original.title || null };
    return { ...(DATA.articles[a] || {}), ...source, ...copied };
  });
  return {
    type: "Feature",
    id: incident.id,
    geometry: geometryOf(incident),
    properties: { ...Object.fromEntries(kept), ...toldPlace(incident), disputed: Boolean(incident.disputed), sources },
  };
}

function asGeojson(incidents) {
  return JSON.stringify({ type: "FeatureCollection", generator: "incident-mapper", features: incidents.map(featureOf) }, null, 1);
}

const COLUMNS = [
  ...["id", "event_type", "sub_type", "title", "date", "end_date", "date_precision", "date_basis"],
  ...["place", "place_id", "country", "admin1", "lat", "lon", "geo_precision", "initiator", "target", "weapons"],
  ...["killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high"],
  ...["prisoners", "disputed", "parent", "status", "confidence", "articles", "quotes", "urls"],
];

function rowOf(incident) {
  const articles = incident.sources.map(({ a }) => DATA.articles[a] || {});
  const cells = { ...incident, ...toldPlace(incident), disputed: Boolean(incident.disputed) };
  for (const name of ["killed", "injured"]) {
    for (const bound of ["low", "best", "high"]) cells[`${name}_${bound}`] = incident[name]?.[bound];
  }
  cells.weapons = (incident.weapons || []).map(({ kind }) => kind).join(" | ");
  cells.prisoners = Object.entries(incident.prisoners || {}).map(([side, n]) => `${side} ${n}`).join(" | ");
  cells.articles = new Set(incident.sources.map(({ a }) => a)).size;
  cells.quotes = incident.sources.map(({ quote }) => quote).filter(Boolean).join(" | ");
  cells.urls = [...new Set(articles.map(({ url }) => url).filter(Boolean))].sort().join(" | ");
  return COLUMNS.map((column) => cell(cells[column])).join(",");
}

/** RFC 4180; what a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(value) {
  if (value === null || value === undefined) return "";
  let text = String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function asCsv(incidents) {
  return [COLUMNS.join(","), ...incidents.map(rowOf), ""].join("\r\n");
}

function saveFile(form, incidents) {
  const [text, kind] = form === "csv" ? [asCsv(incidents), "text/csv"] : [asGeojson(incidents), "application/geo+json"];
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  el("a", { href: address, download: `incidents.${form}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
