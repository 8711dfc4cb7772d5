// The page on paper: a size of its own, light colours, and the map as one picture.

// Pixels of the picture for one of the page; paper shows more than screens do.
const PAPER_RATIO = 2;

/** Lay the page out for paper, with the same part of the map on it, and back again. */
function onPrint(map, legend, redraw) {
  let before = null;
  const picture = el("canvas", { class: "paper", "aria-hidden": "true" });
  const set = (on) => {
    document.documentElement.classList.toggle("printing", on);
    map.invalidateSize({ animate: false });
  };
  window.addEventListener("beforeprint", () => {
    if (before) return;
    before = { centre: map.getCenter(), zoom: map.getZoom(), open: legend.open };
    const bounds = map.getBounds();
    legend.open = true;
    set(true);
    map.fitBounds(bounds, { animate: false });
    redraw(true);
    drawAsOne(map, picture);
  });
  window.addEventListener("afterprint", () => {
    if (!before) return;
    picture.remove();
    legend.open = before.open;
    set(false);
    map.setView(before.centre, before.zoom, { animate: false });
    before = null;
    redraw(false);
  });
}

/**
 * Put all that the map is made of into one picture above it: Chromium prints a canvas that has just
 * been drawn with a white ground, so that of several only the uppermost would be seen.
 */
function drawAsOne(map, picture) {
  // Leaflet waits for the next frame, and there is none before the paper.
  map.eachLayer((layer) => {
    if (layer instanceof L.Canvas) layer._redraw();
  });
  const container = map.getContainer();
  const { x: wide, y: high } = map.getSize();
  const { left, top } = container.getBoundingClientRect();
  picture.width = wide * PAPER_RATIO;
  picture.height = high * PAPER_RATIO;
  const context = picture.getContext("2d");
  context.scale(PAPER_RATIO, PAPER_RATIO);
  context.fillStyle = getComputedStyle(container).backgroundColor;
  context.fillRect(0, 0, wide, high);
  for (const part of partsOfMap(map)) {
    const box = part.getBoundingClientRect();
    if (box.width > 0) {
      context.drawImage(part, box.left - left, box.top - top, box.width, box.height);
    }
  }
  container.append(picture);
}

/** The canvases and tiles of the map, the lowest first. */
function partsOfMap(map) {
  const height = (pane) => Number(getComputedStyle(pane).zIndex) || 0;
  const panes = [...map.getPane("mapPane").children].sort((a, b) => height(a) - height(b));
  return panes.flatMap((pane) => [...pane.querySelectorAll("canvas, img.leaflet-tile-loaded")]);
}
