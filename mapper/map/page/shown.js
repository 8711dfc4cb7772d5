// The panel that shows one incident: beside the map on wide screens, a sheet on narrow ones.

function detailPanel({ map, narrow, relations, openIncident, onClose }) {
  const panel = el("dialog", { id: "detail", "aria-label": say("detail") });
  document.getElementById("stage").append(panel);
  let opener = null;
  let ring = null;

  function show(stack, index, from) {
    opener = from || opener;
    const close_ = el("button", { type: "button", class: "close", "aria-label": say("close"), on: { click: close } }, "×");
    const go = (next) => openIncident(stack[next], null, stack);
    const detail = detailOf(stack[index], { index, stack, go, openIncident, relations });
    panel.replaceChildren(close_, detail);
    if (!panel.open) {
      if (narrow.matches) panel.showModal();
      else panel.show();
    }
    panel.scrollTop = 0;
    detail.focus({ preventScroll: true });
    mark(stack[index]);
  }

  /** A ring about the place, or a firm outline about the area, of what is open. */
  function mark(incident) {
    unmark();
    const style = { interactive: false, color: palette().ink, pane: "chosen", fill: false };
    if (incident.shape !== undefined) {
      const line = DATA.shapes[incident.shape].kind === "line";
      ring = (line ? L.polyline : L.polygon)(shapePoints(incident.shape), { ...style, weight: 2.5 });
    } else if (incident.lat !== undefined) {
      ring = L.circleMarker([incident.lat, incident.lon], { ...style, radius: radiusOf(harmOf(incident)) + 8, weight: 2.5 });
    }
    if (ring) ring.addTo(map);
  }

  function unmark() {
    if (ring) ring.remove();
    ring = null;
  }

  function close() {
    if (panel.open) panel.close();
  }

  panel.addEventListener("close", () => {
    unmark();
    const back = opener;
    opener = null;
    if (back && back.isConnected && back.offsetParent) back.focus();
    onClose();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) close();
  });
  narrow.addEventListener("change", close);
  function recolour() {
    if (ring) ring.setStyle({ color: palette().ink });
  }

  return { show, close, recolour, width: () => (panel.open && !narrow.matches ? panel.offsetWidth : 0) };
}
