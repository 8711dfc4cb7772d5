// The panel: layers with their counts, the map beneath, the legend, the list, and what this is.

// As in the style sheet: below this the panel opens over the map's lower half.
const NARROW = "(max-width: 760px)";

function layerControl(counts, hidden, onChange) {
  const items = counts.map(([type, count]) => {
    const box = el("input", { type: "checkbox", value: type, checked: !hidden.has(type) });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(type);
      else hidden.add(type);
      onChange();
    });
    return el(
      "label",
      { class: "choice" },
      box,
      glyphPicture(type, 20),
      el("span", { class: "choice-name" }, term("types", type)),
      el("span", { class: "count" }, NUMBERS.format(count)),
    );
  });
  return el("fieldset", { id: "layers" }, el("legend", {}, say("layers")), items);
}

function basemapControl(chosen, onChange) {
  const items = BASEMAPS.map((name) => {
    const box = el("input", {
      type: "radio",
      name: "basemap",
      value: name,
      checked: name === chosen,
      on: { change: () => onChange(name) },
    });
    return el("label", { class: "choice" }, box, el("span", { class: "choice-name" }, term("basemaps", name)));
  });
  return el(
    "fieldset",
    { id: "basemaps" },
    el("legend", {}, say("basemap")),
    items,
    el("p", { class: "note" }, say("streetsNote")),
  );
}

function legend() {
  return el(
    "details",
    { id: "legend", open: window.matchMedia("(min-width: 1000px) and (min-height: 700px)").matches },
    el("summary", {}, say("legend")),
    el("p", { class: "legend-part" }, say("legendSize")),
    sizeLegend(),
    el("p", { class: "legend-part" }, say("legendPrecision")),
    el(
      "ul",
      { class: "keys" },
      key(pointKey(), say("legendPoint")),
      key(areaKey(), say("legendArea")),
      key(lineKey(), say("legendLine")),
      key(stackKey(), say("legendStack")),
      key(disputedKey(), say("legendDisputed")),
    ),
  );
}

/** The legend stands on the map where there is room, else in the panel. */
function placeLegend(node, stage, panel) {
  const narrow = window.matchMedia(NARROW);
  const place = () => (narrow.matches ? panel.querySelector("#layers").after(node) : stage.append(node));
  narrow.addEventListener("change", place);
  place();
}

function key(picture, text) {
  return el("li", {}, picture, el("span", {}, text));
}

function sizeLegend() {
  const steps = [0, 5, 50, 200];
  return el(
    "ul",
    { class: "sizes" },
    steps.map((harm) => {
      const size = Math.ceil(radiusOf(harm) * 2 * 1.15);
      const label = harm === 0 ? say("legendUnknown") : NUMBERS.format(harm);
      return el("li", {}, glyphPicture("strike", size), el("span", {}, label));
    }),
  );
}

function picture(...children) {
  return svg(
    "svg",
    { viewBox: "0 0 44 28", width: 44, height: 28, class: "key", "aria-hidden": "true" },
    ...children,
  );
}

function placedGlyph(type, x, y, r) {
  const { colour, path } = GLYPHS[type];
  return svg("path", { d: path, fill: colour, transform: `translate(${x} ${y}) scale(${r})` });
}

function pointKey() {
  return picture(placedGlyph("strike", 15, 14, 8), placedGlyph("interception", 31, 14, 7));
}

function areaKey() {
  const colour = GLYPHS.strike.colour;
  return picture(
    svg("path", {
      d: "M3,6L18,2L40,5L42,22L24,26L5,23Z",
      fill: colour,
      "fill-opacity": 0.15,
      stroke: colour,
      "stroke-width": 1.6,
      "stroke-dasharray": "4 3",
    }),
    svg("rect", {
      x: 9,
      y: 7.5,
      width: 26,
      height: 13,
      rx: 6.5,
      class: "key-tag",
      stroke: colour,
      "stroke-dasharray": "3 2",
    }),
    placedGlyph("strike", 17, 14, 4),
    keyText(28, "2"),
  );
}

function keyText(x, text) {
  return svg("text", { x, y: 17.5, "text-anchor": "middle", class: "key-text" }, text);
}

function lineKey() {
  return picture(
    svg("path", {
      d: "M2,20C14,6 26,26 42,9",
      fill: "none",
      stroke: GLYPHS.strike.colour,
      "stroke-width": 5,
      "stroke-opacity": 0.75,
      "stroke-linecap": "round",
    }),
  );
}

function stackKey() {
  const ring = (colour, dash, offset) =>
    svg("circle", {
      cx: 22,
      cy: 14,
      r: 10.5,
      fill: "none",
      stroke: colour,
      "stroke-width": 4,
      "stroke-dasharray": dash,
      "stroke-dashoffset": offset,
    });
  return picture(
    ring(GLYPHS.strike.colour, "40 26", 0),
    ring(GLYPHS.interception.colour, "26 40", -40),
    keyText(22, "31"),
  );
}

function disputedKey() {
  const colour = GLYPHS.strike.colour;
  return picture(
    svg("circle", {
      cx: 22,
      cy: 14,
      r: 12,
      fill: "none",
      stroke: colour,
      "stroke-width": 1.8,
      "stroke-dasharray": "3 3",
    }),
    placedGlyph("strike", 22, 14, 7.5),
  );
}

function about() {
  return el(
    "footer",
    { id: "about" },
    el("h2", {}, say("about")),
    words("p", {}, say("madeBy", { by: DATA.generatedBy })),
    el("p", {}, say("boundaries")),
    el("p", {}, say("credits")),
  );
}
