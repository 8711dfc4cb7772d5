// How to read the map: a card over it that is opened by a button. Its samples are of the types that
// are on the map.

function legendCard(type, second) {
  const card = el(
    "details",
    { id: "legend" },
    el("summary", {}, say("legend")),
    el(
      "div",
      { class: "legend-body" },
      el("div", { class: "legend-sizes" }, el("p", { class: "legend-part" }, say("legendSize")), sizeLegend(type)),
      el("p", { class: "legend-part" }, say("legendPrecision")),
      el(
        "ul",
        { class: "keys" },
        key(pointKey(type, second), say("legendPoint")),
        key(districtKey(type), say("legendDistrict")),
        key(areaKey(type), say("legendArea")),
        key(lineKey(type), say("legendLine")),
        key(stackKey(type, second), say("legendStack")),
      ),
      el("p", { class: "legend-part" }, say("legendSure")),
      el(
        "ul",
        { class: "keys" },
        key(disputedKey(type), say("legendDisputed")),
        key(unsureKey(type), say("legendUnsure")),
        key(faintKey(type), say("legendFaint")),
      ),
    ),
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card.open && card.contains(document.activeElement)) {
      card.open = false;
      card.firstElementChild.focus();
    }
  });
  return card;
}

function key(picture, text) {
  return el("li", {}, picture, el("span", {}, text));
}

function sizeLegend(type) {
  const steps = [0, 5, 50, 200];
  return el(
    "ul",
    { class: "sizes" },
    steps.map((harm) => {
      const size = Math.ceil(radiusOf(harm) * 2 * 1.15);
      const label = harm === 0 ? say("legendUnknown") : NUMBERS.format(harm);
      return el("li", {}, glyphPicture(type, size), el("span", {}, label));
    }),
  );
}

function districtKey(type) {
  const { colour } = GLYPHS[type];
  return picture(svg("circle", { cx: 22, cy: 14, r: 12, fill: colour, "fill-opacity": 0.22 }), placedGlyph(type, 22, 14, 8));
}

function unsureKey(type) {
  const { colour, path } = GLYPHS[type];
  return picture(
    svg("path", { d: path, class: "key-tag", stroke: colour, "stroke-width": 0.22, transform: "translate(22 14) scale(8.5)" }),
  );
}

function faintKey(type) {
  const node = placedGlyph(type, 22, 14, 8.5);
  node.setAttribute("opacity", "0.5");
  return picture(node);
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

function pointKey(type, second) {
  return picture(placedGlyph(type, 15, 14, 8), placedGlyph(second, 31, 14, 7));
}

function areaKey(type) {
  const colour = GLYPHS[type].colour;
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
    placedGlyph(type, 17, 14, 4),
    keyText(28, "2"),
  );
}

function keyText(x, text) {
  return svg("text", { x, y: 17.5, "text-anchor": "middle", class: "key-text" }, text);
}

function lineKey(type) {
  return picture(
    svg("path", {
      d: "M2,20C14,6 26,26 42,9",
      fill: "none",
      stroke: GLYPHS[type].colour,
      "stroke-width": 5,
      "stroke-opacity": 0.75,
      "stroke-linecap": "round",
    }),
  );
}

function stackKey(type, second) {
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
    ring(GLYPHS[type].colour, "40 26", 0),
    ring(GLYPHS[second].colour, "26 40", -40),
    keyText(22, "31"),
  );
}

function disputedKey(type) {
  const colour = GLYPHS[type].colour;
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
    placedGlyph(type, 22, 14, 7.5),
  );
}

/** What this page is, who draws its borders, where its parts are from. */
function about() {
  return el(
    "section",
    { id: "about", "aria-labelledby": "about-heading" },
    el("h2", { id: "about-heading" }, say("about")),
    words("p", {}, say("madeBy", { by: DATA.generatedBy })),
    el("p", {}, say("boundaries")),
    el("p", {}, say("credits")),
  );
}
