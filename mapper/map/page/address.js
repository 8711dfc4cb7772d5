// The state of the page in its address, so that a link shows the same thing. Nothing is stored.

const MODES = ["moving", "cumulative"];
const SORTS = ["date", "oldest", "harm"];

function emptyState() {
  return {
    chosen: Object.fromEntries(FACETS.map(({ id }) => [id, new Set()])),
    query: "",
    from: null,
    to: null,
    mode: "moving",
    sort: "date",
    basemap: DATA.basemapShown,
    view: null,
    open: null,
    embed: false,
  };
}

/** Read an address; what it names and the page does not know is left out. */
function readAddress(hash, model) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const state = emptyState();
  for (const { id, keys } of model.columns) {
    const known = new Set(keys);
    for (const key of asked.getAll(id === "layer" ? "hide" : id)) {
      const all = id === "layer" && !key.includes("/") ? keys.filter((one) => one.startsWith(`${key}/`)) : [key];
      for (const one of all) if (known.has(one)) state.chosen[id].add(one);
    }
  }
  state.query = (asked.get("q") || "").slice(0, 200);
  const [from, to] = (asked.get("t") || "").split("..").map(dayNumber);
  if (from !== null && to !== undefined && to !== null && from <= to) Object.assign(state, { from, to });
  if (MODES.includes(asked.get("play"))) state.mode = asked.get("play");
  if (SORTS.includes(asked.get("sort"))) state.sort = asked.get("sort");
  if (BASEMAPS.includes(asked.get("map"))) state.basemap = asked.get("map");
  const view = (asked.get("v") || "").split(",").map(Number);
  if (view.length === 3 && view.every(Number.isFinite)) state.view = view;
  state.open = asked.get("id");
  state.embed = asked.has("embed");
  return state;
}

/** Write the state as an address, the shortest that says it. */
function writeAddress(state, model) {
  const out = new URLSearchParams();
  for (const { id, keys } of model.columns) {
    if (id === "layer") for (const key of shortLayers(state.chosen.layer, keys)) out.append("hide", key);
    else for (const key of state.chosen[id]) out.append(id, key);
  }
  if (state.query) out.set("q", state.query);
  if (state.from !== null) out.set("t", `${dayText(state.from)}..${dayText(state.to)}`);
  if (state.mode !== "moving") out.set("play", state.mode);
  if (state.sort !== "date") out.set("sort", state.sort);
  if (state.basemap !== DATA.basemapShown) out.set("map", state.basemap);
  if (state.view) out.set("v", state.view.join(","));
  if (state.open !== null) out.set("id", state.open);
  if (state.embed) out.set("embed", "1");
  const lang = new URLSearchParams(location.hash.slice(1)).get("lang");
  if (lang) out.set("lang", lang);
  return out.toString().replace(/%2C/g, ",").replace(/%2F/g, "/");
}

/** A type whose sub-types are all hidden is named once. */
function shortLayers(hidden, keys) {
  const names = new Set();
  for (const key of hidden) {
    const type = key.slice(0, key.indexOf("/"));
    const whole = keys.every((one) => !one.startsWith(`${type}/`) || hidden.has(one));
    names.add(whole ? type : key);
  }
  return names;
}

/** Keep the address in step, at most a few times a second: browsers refuse more. */
function addressKeeper(current) {
  let waiting = null;
  function write() {
    waiting = null;
    const text = current();
    try {
      history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
    } catch {
      // A frame without an address of its own; the page works without.
    }
  }
  return () => {
    waiting ??= setTimeout(write, 300);
  };
}
