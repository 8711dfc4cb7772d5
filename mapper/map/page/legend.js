// How to read the map: a card over it that is opened by a button, with what this page is.

function legendCard() {
  const card = el(
    "details",
    { id: "legend" },
    el("summary", {}, say("legend")),
    el(
      "div",
      { class: "legend-body" },
      el("p", { class: "legend-part" }, say("legendSize")),
      sizeLegend(),
      el("p", { class: "legend-part" }, say("legendPrecision")),
      el(
        "ul",
        { class: "keys" },
        key(pointKey(), say("legendPoint")),
        key(districtKey(), say("legendDistrict")),
        key(areaKey(), say("legendArea")),
        key(lineKey(), say("legendLine")),
        key(stackKey(), say("legendStack")),
      ),
      el("p", { class: "legend-part" }, say("legendSure")),
      el(
        "ul",
        { class: "keys" },
        key(disputedKey(), say("legendDisputed")),
        key(unsureKey(), say("legendUnsure")),
        key(faintKey(), say("legendFaint")),
      ),
      about(),
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

function districtKey() {
  const { colour } = GLYPHS.strike;
  return picture(svg("circle", { cx: 22, cy: 14, r: 12, fill: colour, "fill-opacity": 0.22 }), placedGlyph("strike", 22, 14, 8));
}

function unsureKey() {
  const { colour, path } = GLYPHS.strike;
  return picture(
    svg("path", { d: path, class: "key-tag", stroke: colour, "stroke-width": 0.22, transform: "translate(22 14) scale(8.5)" }),
  );
}

function faintKey() {
  const node = placedGlyph("strike", 22, 14, 8.5);
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
