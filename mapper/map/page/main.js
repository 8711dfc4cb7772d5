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

  function popupAt(stack, at, index = 0) {
    const room = map.getSize();
    const popup = L.popup({
      maxWidth: Math.min(400, room.x - 40),
      minWidth: Math.min(300, room.x - 40),
      maxHeight: Math.max(180, Math.min(520, room.y - 90)),
      autoPanPadding: [12, 12],
      className: "incident-popup",
    });
    const fillIn = (next) =>
      popup.setContent(
        detailOf(stack[next], { index: next, stack, go: fillIn, openIncident, relations }),
      );
    fillIn(index);
    popup.setLatLng(at).openOn(map);
    const close = popup.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", say("close"));
    popup.getElement().querySelector(".detail").focus({ preventScroll: true });
  }

  const drawer = el("dialog", { id: "drawer", "aria-label": say("noPlace") });
  document.body.append(drawer);
  function openDrawer(incident) {
    const close = el(
      "button",
      { type: "button", class: "close", "aria-label": say("close"), on: { click: () => drawer.close() } },
      "×",
    );
    const again = (other) => {
      drawer.close();
      openIncident(other);
    };
    drawer.replaceChildren(
      close,
      detailOf(incident, { index: 0, stack: [incident], go: null, openIncident: again, relations }),
    );
    drawer.showModal();
  }

  function openIncident(incident, from) {
    opener = from || opener;
    const layer = marks.layerOf(incident);
    if (!layer) {
      openDrawer(incident);
      return;
    }
    if (window.matchMedia("(max-width: 760px)").matches) setPanel(false);
    const stack = layer.incidents;
    const centre = layer.getLatLng ? layer.getLatLng() : layer.getBounds().getCenter();
    if (layer.getBounds) map.fitBounds(layer.getBounds(), { maxZoom: 8, animate: false });
    else if (map.getZoom() < 7) map.setView(centre, 7, { animate: false });
    else map.panTo(centre, { animate: false });
    popupAt(stack, centre, stack.indexOf(incident));
  }

  map.on("popupclose", () => {
    if (opener && opener.isConnected && opener.offsetParent) opener.focus();
    opener = null;
  });

  const marks = incidentMarks(map, (stack, at) => popupAt(stack, at));
  const list = incidentList(openIncident);
  function refresh() {
    const visible = sorted.filter((incident) => !hidden.has(typeOf(incident)));
    map.closePopup();
    marks.show(visible);
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
  document
    .getElementById("panel")
    .append(
      layerControl(layerRows, hidden, refresh),
      list.section,
      legend(),
      basemapControl("offline", showBasemap),
      about(),
    );
  heading(incidents);
  setPanel(!window.matchMedia("(max-width: 760px)").matches);
  showBasemap("offline");
  fitTo(map, incidents);
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
  const dates = incidents.map((incident) => incident.date).filter(Boolean).sort();
  const ends = incidents.map((incident) => incident.end_date || incident.date).filter(Boolean).sort();
  const span = dates.length > 0 ? dateWords({ date: dates[0], end_date: ends[ends.length - 1] }) : "";
  document.getElementById("summary").textContent = span ? `${summary} · ${span}` : summary;
  if (incidents.length === 0) {
    const empty = document.getElementById("empty");
    append(empty, [el("strong", {}, say("emptyPage")), " ", say("emptyPageNote")]);
    empty.hidden = false;
  }
}

/** Show all points; the shapes of countries may reach beyond the view. */
function fitTo(map, incidents) {
  const points = incidents.filter((one) => one.lat !== undefined).map((one) => [one.lat, one.lon]);
  if (points.length > 0) map.fitBounds(points, { padding: [40, 40], maxZoom: 9, animate: false });
  else map.setView([30, 15], 2, { animate: false });
}

start(map_incidents, tile_layer_streets);
