// What can be filtered, and what passes: every incident has a bit for each filter that it fails, so
// that one pass gives what is shown and what each choice would add.

const NONE = "\u2013";

function harmBucket(range) {
  if (!range || typeof range !== "object") return "unknown";
  if (range.best == null && range.low == null && range.high == null) return "unknown";
  const n = likely(range);
  return n === 0 ? "0" : n < 5 ? "1-4" : n < 20 ? "5-19" : n < 100 ? "20-99" : "100+";
}

function publisherOf(source) {
  const article = DATA.articles[source.a] || {};
  const url = article.source ? null : safeUrl(article.url);
  return article.source || (url ? new URL(url).hostname : NONE);
}

const countryLabel = (key) => (key === NONE ? say("noCountry") : countryName(key));

// `of` gives an incident's key or keys, `label` their words, `order` the order where it is fixed;
// elsewhere the commonest come first.
const FACETS = [
  { id: "layer", of: (one) => `${typeOf(one)}/${one.sub_type || ""}` },
  {
    id: "source",
    of: (one) => [...new Set(one.sources.map(publisherOf))],
    label: (key) => (key === NONE ? say("noSource") : key),
  },
  { id: "country", of: (one) => one.country || NONE, label: countryLabel },
  {
    id: "region",
    of: (one) => `${one.country || NONE}/${one.admin1 || NONE}`,
    label: (key) => regionLabel(key),
  },
  { id: "killed", of: (one) => harmBucket(one.killed), label: (key) => term("buckets", key), order: ["100+", "20-99", "5-19", "1-4", "0", "unknown"] },
  { id: "injured", of: (one) => harmBucket(one.injured), label: (key) => term("buckets", key), order: ["100+", "20-99", "5-19", "1-4", "0", "unknown"] },
  { id: "confidence", of: (one) => confidenceLevel(one.confidence), label: (key) => term("confidenceWords", key), order: ["high", "medium", "low", "unknown"] },
  { id: "precision", of: (one) => String(one.geo_precision || "unknown"), label: (key) => term("precisionShort", key) },
  { id: "disputed", of: (one) => (one.disputed ? "yes" : "no"), label: (key) => term("disputedChoice", key), order: ["yes", "no"] },
  { id: "status", of: (one) => String(one.status || "extracted"), label: (key) => term("statusChoice", key) },
];

function regionLabel(key) {
  const cut = key.indexOf("/");
  const region = key.slice(cut + 1);
  const country = key.slice(0, cut);
  if (region === NONE) return country === NONE ? say("noRegion") : say("noRegionIn", { who: countryName(country) });
  return country === NONE ? region : `${region}, ${countryName(country)}`;
}

const BIT_TEXT = FACETS.length;
const BIT_TIME = FACETS.length + 1;

/** The columns of a facet: its keys, how many incidents have each, and each incident's own. */
function columnOf(facet, incidents) {
  const numbers = new Map();
  const number = (key) => {
    let found = numbers.get(key);
    if (found === undefined) {
      found = numbers.size;
      numbers.set(key, found);
    }
    return found;
  };
  const many = facet.id === "source";
  const codes = many ? new Array(incidents.length) : new Int32Array(incidents.length);
  incidents.forEach((incident, i) => {
    const keys = facet.of(incident);
    codes[i] = many ? keys.map(number) : number(String(keys));
  });
  const keys = [...numbers.keys()];
  const totals = new Int32Array(keys.length);
  for (const code of codes) for (const one of many ? code : [code]) totals[one] += 1;
  return { ...facet, many, keys, codes, totals, counts: totals.slice() };
}

// A month or a year has no one day; its bar would be a false peak.
const COARSE = new Set(["month", "year"]);

function buildModel(incidents) {
  const first = incidents.map((one) => dayNumber(one.date));
  const last = incidents.map((one, i) => (first[i] === null ? null : lastDay(one, first[i])));
  const order = (compare) => Int32Array.from(incidents.keys()).sort(compare);
  const harm = Float64Array.from(incidents, harmOf);
  const date = Float64Array.from(first, (day) => (day === null ? -Infinity : day));
  const later = (a, b) => (date[b] === date[a] ? a - b : date[b] - date[a]);
  return {
    incidents,
    first,
    last,
    columns: FACETS.map((facet) => columnOf(facet, incidents)),
    fails: new Uint16Array(incidents.length),
    texts: null,
    orders: {
      date: order(later),
      oldest: order((a, b) => (date[a] === -Infinity || date[b] === -Infinity ? later(a, b) : date[a] - date[b] || a - b)),
      harm: order((a, b) => harm[b] - harm[a] || later(a, b)),
    },
  };
}

function lastDay(incident, first) {
  const last = dayNumber(incident.end_date);
  if (last !== null && last >= first) return last;
  return first + ({ week: 6, month: 30, year: 365 }[incident.date_precision] || 0);
}

/** Letters without accents and in lower case, so that "Chisinau" finds "Chișinău". */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}

function textOf(incident) {
  const parts = [incident.title, incident.place, incident.admin1, incident.target];
  if (incident.country) parts.push(countryName(incident.country));
  for (const source of incident.sources) {
    const article = DATA.articles[source.a] || {};
    parts.push(source.quote, source.attributed_to, article.title, article.source);
  }
  return folded(parts.filter((part) => typeof part === "string").join("\n"));
}

function searchTexts(model) {
  model.texts ??= model.incidents.map(textOf);
  return model.texts;
}

/** The words of a query; what stands in quotation marks is one. */
function queryWords(query) {
  return (folded(query).match(/"[^"]+"|[^\s"]+/g) || []).map((word) => word.replace(/"/g, ""));
}

/** Mark what fails which filter, and count for each choice what it would show. */
function sift(model, state) {
  const { fails, columns } = model;
  fails.fill(0);
  columns.forEach((column, bit) => failColumn(column, bit, state, fails));
  const sought = queryWords(state.query);
  if (sought.length > 0) {
    const texts = searchTexts(model);
    for (let i = 0; i < fails.length; i += 1) {
      if (!sought.every((word) => texts[i].includes(word))) fails[i] |= 1 << BIT_TEXT;
    }
  }
  if (state.from !== null) failTime(model, state);
  columns.forEach((column, bit) => countColumn(column, bit, fails));
}

function failTime({ first, last, fails }, { from, to }) {
  for (let i = 0; i < fails.length; i += 1) {
    // What has no date is never hidden by a period.
    if (first[i] !== null && (first[i] > to || last[i] < from)) fails[i] |= 1 << BIT_TIME;
  }
}

function failColumn(column, bit, state, fails) {
  const chosen = state.chosen[column.id];
  if (!chosen || chosen.size === 0) return;
  const hides = column.id === "layer";
  const passes = column.keys.map((key) => chosen.has(key) !== hides);
  const { codes, many } = column;
  for (let i = 0; i < fails.length; i += 1) {
    const ok = many ? codes[i].some((code) => passes[code]) : passes[codes[i]];
    if (!ok) fails[i] |= 1 << bit;
  }
}

function countColumn({ counts, codes, many }, bit, fails) {
  const others = ~(1 << bit);
  counts.fill(0);
  for (let i = 0; i < fails.length; i += 1) {
    if (fails[i] & others) continue;
    if (many) for (const code of codes[i]) counts[code] += 1;
    else counts[codes[i]] += 1;
  }
}
