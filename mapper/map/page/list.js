// The list of incidents beside the map: the way to each of them without a pointer, and the only one
// to those without a place.

const LIST_STEP = 100;

function incidentList(openIncident) {
  const heading = el("h2", { id: "list-heading" });
  const body = el("div", { id: "list" });
  const section = el("section", { "aria-labelledby": "list-heading" }, heading, body);

  function show(incidents) {
    heading.replaceChildren(say("list"), el("span", { class: "count" }, NUMBERS.format(incidents.length)));
    body.replaceChildren();
    if (incidents.length === 0) {
      body.append(el("p", { class: "note" }, say("listEmpty")));
      return;
    }
    const placed = incidents.filter(hasPlace);
    const unplaced = incidents.filter((incident) => !hasPlace(incident));
    if (placed.length > 0) body.append(block(placed, openIncident, "placed"));
    if (unplaced.length > 0) {
      body.append(
        el("h3", {}, say("noPlace"), el("span", { class: "count" }, NUMBERS.format(unplaced.length))),
        el("p", { class: "note" }, say("noPlaceNote")),
        block(unplaced, openIncident, "unplaced"),
      );
    }
  }

  return { section, show };
}

function block(incidents, openIncident, name) {
  const list = el("ol", { class: `incidents ${name}` });
  const more = el("button", { type: "button", class: "more" });
  let shown = 0;
  function grow() {
    const next = incidents.slice(shown, shown + LIST_STEP);
    list.append(...next.map((incident) => listItem(incident, openIncident)));
    shown += next.length;
    const left = incidents.length - shown;
    more.textContent = say("showMore", { n: Math.min(left, LIST_STEP) });
    more.hidden = left === 0;
  }
  more.addEventListener("click", grow);
  grow();
  return el("div", {}, list, more);
}

function listItem(incident, openIncident) {
  const button = el(
    "button",
    { type: "button", on: { click: () => openIncident(incident, button) } },
    glyphPicture(typeOf(incident), 18),
    el(
      "span",
      { class: "item" },
      words("span", { class: "item-title" }, incident.title || term("type", typeOf(incident))),
      el(
        "span",
        { class: "item-meta" },
        incident.date
          ? el("span", {}, dateWords(incident, DAY_SHORT))
          : el("span", { class: "badge" }, say("noDate")),
        incident.place && words("span", {}, incident.place),
        incident.disputed && el("span", { class: "badge disputed" }, say("disputed")),
      ),
    ),
  );
  return el("li", {}, button);
}

/** By date, the latest first; those without a date after all others, in the order of the file. */
function byDate(incidents) {
  const key = (incident) => incident.date || "";
  return [...incidents].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}
