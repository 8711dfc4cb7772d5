// Puts the page together. `map_incidents` and `tile_layer_streets` are the map and the tile layer
// that folium's script has made.

const CREDIT =
  '<a href="https://www.naturalearthdata.com" rel="noopener" target="_blank">Natural Earth</a>, ' +
  '<a href="https://www.geonames.org" rel="noopener" target="_blank">GeoNames</a>';

const PREFIX = '<a href="https://leafletjs.com" rel="noopener" target="_blank">Leaflet</a>';

function start(map, streets) {
  const incidents = DATA.incidents;
  const model = buildModel(incidents);
  const state = readAddress(location.hash, model);
  const narrow = window.matchMedia(NARROW);
  let shown = [];

  setUpMap(map);
  const bases = basemaps(map, streets);
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const partsOf = groupBy(
    incidents.filter((incident) => incident.parent),
    (incident) => incident.parent,
  );
  const relations = (incident) => ({
    parent: byId.get(incident.parent),
    parts: partsOf.get(incident.id) || [],
  });

  const keep = addressKeeper(() => writeAddress(state, model));
  const marks = incidentMarks(map, openStack, () => bases.avoid(marks.obstacles()));
  const list = incidentList(openIncident, (sort) => {
    state.sort = sort;
    list.show(model, passing(), sort);
    keep();
  });
  const detail = detailPanel({
    map,
    narrow,
    relations,
    openIncident,
    onClose() {
      state.open = null;
      list.select(null);
      keep();
    },
  });

  /** Open what is under a click; the first comes first. */
  function openStack(stack) {
    show(stack, 0, null);
  }

  function show(stack, index, from) {
    state.open = stack[index].id;
    list.select(stack[index]);
    detail.show(stack, index, from);
    keep();
  }

  function openIncident(incident, from, stack) {
    if (narrow.matches) setPanel(false);
    const beside = stack || (hasPlace(incident) ? marks.beside(incident) : [incident]);
    const here = beside.includes(incident) ? beside : [incident];
    show(here, here.indexOf(incident), from);
    if (!stack) bringIntoView(map, incident, detail.width());
  }

  function passing() {
    const order = model.orders[state.sort];
    return order.filter((i) => model.fails[i] === 0);
  }

  const parts = [];
  function refresh() {
    sift(model, state);
    const indices = passing();
    shown = Array.from(indices, (i) => incidents[i]);
    marks.show(shown, { faint: state.from !== null });
    bases.avoid(marks.obstacles());
    list.show(model, indices, state.sort);
    for (const part of parts) part.update();
    line.update(shown.length, incidents.length);
    keep();
  }
  const soon = onNextFrame(refresh);

  const line = shownLine({
    onClear() {
      const { sort, basemap, mode } = state;
      Object.assign(state, { query: "", from: null, to: null, sort, basemap, mode });
      for (const chosen of Object.values(state.chosen)) chosen.clear();
      refresh();
    },
    onSave: (form) => saveFile(form, shown),
  });
  const [sample, second] = sampleTypes(incidents);
  const layers = layerTree(model, state, refresh);
  parts.push(searchBox(state, refresh), layers, filterBlock(model, state, refresh), timeline(model, state, soon));
  const [search, , filters] = parts;
  const panel = document.getElementById("panel");
  layers.node.append(el("p", { class: "note" }, say("legendSize")), sizeLegend(sample));
  const base = basemapControl(state.basemap, (name) => {
    state.basemap = name;
    bases.show(name);
    keep();
  });
  panel.append(search.node, line.node, layers.node, filters.node, pageBlock(base, about()), list.section);
  list.watch(panel);
  const legend = legendCard(sample, second);
  document.getElementById("stage").append(legend);

  const toggle = document.getElementById("panel-toggle");
  function setPanel(open) {
    document.body.classList.toggle("panel-closed", !open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = say(open ? "panelHide" : "panelShow");
    map.invalidateSize({ animate: false });
  }
  toggle.addEventListener("click", () => setPanel(document.body.classList.contains("panel-closed")));

  heading(incidents);
  setPanel(!narrow.matches);
  embed(state, map);
  bases.show(state.basemap);
  const { core, all } = DATA.view;
  if (state.view) map.setView(state.view.slice(0, 2), state.view[2], { animate: false });
  else fitTo(map, core);
  if (String(core) !== String(all)) new ViewButton({ onClick: () => fitTo(map, all) }).addTo(map);
  refresh();
  const asked = byId.get(state.open);
  if (asked) openIncident(asked, null);
  else state.open = null;

  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    state.view = [lat.toFixed(4), lng.toFixed(4), map.getZoom()].map(Number);
    keep();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    setPanel(true);
    panel.focus();
  });
  window.addEventListener("hashchange", () => location.reload());
  function recolour() {
    marks.recolour(palette());
    bases.recolour(palette());
    detail.recolour();
    refresh();
  }
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  onPrint(map, legend, (on) => {
    recolour();
    list.whole(on);
  });
  whenIdle(() => searchTexts(model));
  document.body.dataset.ready = "true";
}

function onNextFrame(action) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      action();
    });
  };
}

function whenIdle(action) {
  if (window.requestIdleCallback) window.requestIdleCallback(action);
  else setTimeout(action, 500);
}

start(map_incidents, tile_layer_streets);
