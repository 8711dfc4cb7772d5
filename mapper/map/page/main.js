// Puts the page together. `map_incidents` and `tile_layer_streets` are the map and the tile layer
// that folium's script has made.

const CREDIT =
  '<a href="https://www.naturalearthdata.com" rel="noopener" target="_blank">Natural Earth</a>, ' +
  '<a href="https://www.geonames.org" rel="noopener" target="_blank">GeoNames</a>';

const PREFIX = '<a href="https://leafletjs.com" rel="noopener" target="_blank">Leaflet</a>';

function start(map, streets) {
  const incidents = DATA.incidents;
  const sorted = byDate(incidents);
  const hidden = new Set();
  const narrow = window.matchMedia(NARROW);
  let colours = palette();
  let opener = null;

  map.getContainer().setAttribute("aria-label", say("mapLabel"));
  map.getContainer().setAttribute("role", "region");
  map.createPane("names").style.zIndex = 250;
  map.getPane("names").style.pointerEvents = "none";
  L.control
    .zoom({ position: "topright", zoomInTitle: say("zoomIn"), zoomOutTitle: say("zoomOut") })
    .addTo(map);
  L.control.scale({ position: "bottomright", imperial: false }).addTo(map);
  map.attributionControl.setPrefix(PREFIX).addAttribution(CREDIT);

  const land = offlineBasemap(map, colours);
  const names = new NameLayer(basemapNames(), colours);
  const bases = {
    offline: [land, names],
    streets: [streets],
    none: [],
  };
  function showBasemap(chosen) {
    for (const layer of Object.values(bases).flat()) {
      if (bases[chosen].includes(layer)) map.addLayer(layer);
      else map.removeLayer(layer);
    }
    document.body.dataset.basemap = chosen;
  }

  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const partsOf = groupBy(
    incidents.filter((incident) => incident.parent),
    (incident) => incident.parent,
  );
  const relations = (incident) => ({
    parent: byId.get(incident.parent),
    parts: partsOf.get(incident.id) || [],
  });

  function showDetail(stack, at, index = 0) {
    if (at === null || narrow.matches) openSheet(stack, index);
    else openPopup(stack, at, index);
  }

  function openPopup(stack, at, index) {
    const room = map.getSize();
    const popup = L.popup({
      maxWidth: Math.min(400, room.x - 40),
      minWidth: Math.min(300, room.x - 40),
      maxHeight: Math.max(180, Math.min(520, room.y - 90)),
      autoPanPadding: [12, 12],
      className: "incident-popup",
    });
    const fillIn = (next) => popup.setContent(detailAt(stack, next, fillIn, openIncident));
    fillIn(index);
    popup.setLatLng(at).openOn(map);
    const close = popup.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", say("close"));
    popup.getElement().querySelector(".detail").focus({ preventScroll: true });
  }

  function detailAt(stack, index, go, open) {
    return detailOf(stack[index], { index, stack, go, openIncident: open, relations });
  }

  // A sheet, for what has no place to point at and for narrow screens.
  const sheet = el("dialog", { id: "sheet", "aria-label": say("detail") });
  document.body.append(sheet);
  function openSheet(stack, index) {
    const close = el(
      "button",
      { type: "button", class: "close", "aria-label": say("close"), on: { click: () => sheet.close() } },
      "×",
    );
    const other = (incident) => {
      sheet.close();
      openIncident(incident);
    };
    const fillIn = (next) => sheet.replaceChildren(close, detailAt(stack, next, fillIn, other));
    fillIn(index);
    sheet.showModal();
  }

  function openIncident(incident, from) {
    opener = from || opener;
    let layer = marks.layerOf(incident);
    if (!layer) {
      openSheet([incident], 0);
      return;
    }
    if (layer.options.cluster) {
      map.setView([incident.lat, incident.lon], CLUSTER_BELOW_ZOOM, { animate: false });
      layer = marks.layerOf(incident);
    }
    if (narrow.matches) setPanel(false);
    const centre = layer.getLatLng ? layer.getLatLng() : layer.getBounds().getCenter();
    if (layer.getBounds) map.fitBounds(layer.getBounds(), { maxZoom: 8, animate: false });
    else if (map.getZoom() < 7) map.setView(centre, 7, { animate: false });
    else map.panTo(centre, { animate: false });
    showDetail(layer.incidents, centre, layer.incidents.indexOf(incident));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
  map.on("popupclose", () => {
    if (opener && opener.isConnected && opener.offsetParent) opener.focus();
    opener = null;
  });

  const marks = incidentMarks(map, showDetail, () => names.avoid(marks.obstacles()));
  const list = incidentList(openIncident);
  function refresh() {
    const visible = sorted.filter((incident) => !hidden.has(typeOf(incident)));
    map.closePopup();
    marks.show(visible);
    names.avoid(marks.obstacles());
    list.show(visible);
  }

  const toggle = document.getElementById("panel-toggle");
  function setPanel(open) {
    document.body.classList.toggle("panel-closed", !open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = say(open ? "panelHide" : "panelShow");
    map.invalidateSize({ animate: false });
  }
  toggle.addEventListener("click", () => setPanel(document.body.classList.contains("panel-closed")));

  const counts = new Map(countTypes(incidents));
  const layerRows = TYPES.map((type) => [type, counts.get(type) || 0]);
  if (counts.has("other")) layerRows.push(["other", counts.get("other")]);
  const panel = document.getElementById("panel");
  panel.append(
    layerControl(layerRows, hidden, refresh),
    basemapControl("offline", showBasemap),
    list.section,
    about(),
  );
  placeLegend(legend(), document.getElementById("stage"), panel);
  heading(incidents);
  setPanel(!narrow.matches);
  showBasemap("offline");
  const { core, all } = DATA.view;
  fitTo(map, core);
  if (String(core) !== String(all)) new ViewButton({ onClick: () => fitTo(map, all) }).addTo(map);
  refresh();

  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = palette();
    land.recolour(colours);
    names.recolour(colours);
    marks.recolour(colours);
  });
}

function heading(incidents) {
  document.getElementById("title").textContent = DATA.title;
  const summary = say("summary", {
    incidents: say("summaryIncidents", { n: incidents.length }),
    sources: say("summarySources", { n: DATA.articles.length }),
  });
  // "In March" must not stretch the period of what is dated to the day.
  const dated = incidents.filter((one) => one.date && !["month", "year"].includes(one.date_precision));
  const dates = dated.map((incident) => incident.date).sort();
  const ends = dated.map((incident) => incident.end_date || incident.date).sort();
  const span = dates.length > 0 ? dateWords({ date: dates[0], end_date: ends[ends.length - 1] }) : "";
  document.getElementById("summary").textContent = span ? `${summary} · ${span}` : summary;
  if (incidents.length === 0) {
    const empty = document.getElementById("empty");
    append(empty, [el("strong", {}, say("emptyPage")), " ", say("emptyPageNote")]);
    empty.hidden = false;
  }
}

/** Show bounds (west, south, east, north), clear of the legend where that lies on the map. */
function fitTo(map, bounds) {
  if (!bounds) {
    map.setView([30, 15], 2, { animate: false });
    return;
  }
  const [west, south, east, north] = bounds;
  const covering = document.querySelector("#stage > #legend[open]");
  const left = covering && map.getSize().x > 800 ? covering.offsetWidth + 30 : 45;
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { paddingTopLeft: [left, 45], paddingBottomRight: [60, 45], maxZoom: 9, animate: false },
  );
}

const ViewButton = L.Control.extend({
  options: { position: "topright" },
  onAdd() {
    const button = el(
      "button",
      { type: "button", class: "view-all", on: { click: this.options.onClick } },
      say("showAll"),
    );
    L.DomEvent.disableClickPropagation(button);
    return button;
  },
});

start(map_incidents, tile_layer_streets);
