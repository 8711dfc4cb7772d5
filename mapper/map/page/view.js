// The map itself: its controls, what lies beneath, what part of it is in view, the page's heading.

function setUpMap(map) {
  map.getContainer().setAttribute("aria-label", say("mapLabel"));
  map.getContainer().setAttribute("role", "region");
  map.createPane("names").style.zIndex = 250;
  map.getPane("names").style.pointerEvents = "none";
  map.createPane("chosen").style.zIndex = 450;
  map.getPane("chosen").style.pointerEvents = "none";
  L.control
    .zoom({ position: "topleft", zoomInTitle: say("zoomIn"), zoomOutTitle: say("zoomOut") })
    .addTo(map);
  // On a narrow map the lower edge is full.
  const position = window.matchMedia(NARROW).matches ? "topright" : "bottomright";
  L.control.scale({ position, imperial: false }).addTo(map);
  map.attributionControl.setPrefix(PREFIX).addAttribution(CREDIT);
}

/** What can lie beneath the incidents, one of them shown at a time. */
function basemaps(map, streets) {
  const colours = palette();
  const land = offlineBasemap(map, colours);
  const names = new NameLayer(basemapNames(), colours);
  const layers = { outlines: [land, names], osm: [streets], none: [] };
  return {
    show(chosen) {
      for (const layer of Object.values(layers).flat()) {
        if (layers[chosen].includes(layer)) map.addLayer(layer);
        else map.removeLayer(layer);
      }
      document.body.dataset.basemap = chosen;
    },
    avoid: (obstacles) => names.avoid(obstacles),
    recolour(next) {
      land.recolour(next);
      names.recolour(next);
    },
  };
}

function heading(incidents) {
  document.title = DATA.title;
  document.querySelector(".skip").textContent = say("skip");
  document.getElementById("panel").setAttribute("aria-label", say("panelLabel"));
  document.getElementById("title").textContent = DATA.title;
  const summary = say("summary", {
    incidents: say("summaryIncidents", { n: incidents.length }),
    sources: say("summarySources", { n: DATA.articles.length }),
  });
  // "In March" must not stretch the period of what is dated to the day.
  const dated = incidents.filter((one) => one.date && !COARSE.has(one.date_precision));
  const dates = dated.map((incident) => incident.date).sort();
  const ends = dated.map((incident) => incident.end_date || incident.date).sort();
  const span = dates.length > 0 ? dateWords({ date: dates[0], end_date: ends[ends.length - 1] }, DAY_SHORT) : "";
  const line = document.getElementById("summary");
  append(line, [summary, span && [" ", el("span", { class: "period" }, span)]]);
  document.body.classList.toggle("nothing-here", incidents.length === 0);
  if (incidents.length === 0) {
    const empty = document.getElementById("empty");
    append(empty, [el("strong", {}, say("emptyPage")), " ", say("emptyPageNote")]);
    empty.hidden = false;
  }
}

/** In another page's frame: the map and its days only, with a way to the whole page. */
function embed(state, map) {
  if (!state.embed) return;
  document.body.classList.add("embed");
  const whole = new URLSearchParams(location.hash.slice(1));
  whole.delete("embed");
  const link = el("a", { id: "whole-page", href: `#${whole}`, target: "_blank", rel: "noopener" }, DATA.title);
  document.getElementById("stage").append(link);
  map.invalidateSize({ animate: false });
}

/** Show bounds (west, south, east, north). */
function fitTo(map, bounds) {
  if (!bounds) {
    map.setView([30, 15], 2, { animate: false });
    return;
  }
  const [west, south, east, north] = bounds;
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { paddingTopLeft: [45, 45], paddingBottomRight: [60, 45], maxZoom: 9, animate: false },
  );
}

// A place is looked at from no further than this, so that its surroundings have names.
const LOOK_ZOOM = 7;

// Where a panel leaves less room than this (pixels), the map is used beneath it too.
const CLEAR_LEAST_PX = 260;

/** Move as little as needed to have an incident in view, clear of a panel so many pixels wide. */
function bringIntoView(map, incident, panelWide) {
  if (!hasPlace(incident)) return;
  const covered = map.getSize().x - panelWide < CLEAR_LEAST_PX ? 0 : panelWide;
  const padding = { paddingTopLeft: [40, 40], paddingBottomRight: [covered + 60, 60] };
  if (incident.shape !== undefined) {
    map.fitBounds(shapeBounds(incident.shape), { ...padding, maxZoom: 8, animate: false });
    return;
  }
  const at = L.latLng(incident.lat, incident.lon);
  if (map.getZoom() < LOOK_ZOOM) map.setView(at, LOOK_ZOOM, { animate: false });
  const size = map.getSize();
  const { x, y } = map.latLngToContainerPoint(at);
  if (x > 40 && x < size.x - covered - 40 && y > 40 && y < size.y - 40) return;
  const middle = map.project(at).add([covered / 2, 0]);
  map.setView(map.unproject(middle), map.getZoom(), { animate: false });
}

const ViewButton = L.Control.extend({
  options: { position: "topleft" },
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
