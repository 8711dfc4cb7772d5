// The list of incidents beside the map, in step with it: the way to each of them without a pointer,
// and the only one to those without a place. Long lists hold only the rows in view.

// Below this all rows are there, for printing and for searching with the browser.
const ROWS_PLAIN_MOST = 200;
const ROWS_BEYOND = 8;

function incidentList(openIncident, onSort) {
  const count = el("span", { class: "count" });
  const heading = el("h2", { id: "list-heading" }, say("list"), count);
  const sorter = el(
    "select",
    { id: "sort", "aria-label": say("sortBy"), on: { change: () => onSort(sorter.value) } },
    SORTS.map((name) => el("option", { value: name }, term("sorts", name))),
  );
  const body = el("div", { id: "list" });
  const head = el("div", { class: "list-head" }, heading, sorter);
  const section = el("section", { id: "list-section", "aria-labelledby": "list-heading" }, head, body);
  let windows = [];
  let selected = null;

  const redraw = () => windows.forEach((one) => one.draw());
  function watch(scroller) {
    scroller.addEventListener("scroll", redraw, { passive: true });
    new ResizeObserver(redraw).observe(scroller);
  }

  function show(model, indices, sort) {
    count.textContent = NUMBERS.format(indices.length);
    sorter.value = sort;
    const parts = { placed: [], undated: [], unplaced: [] };
    for (const i of indices) {
      const incident = model.incidents[i];
      parts[!hasPlace(incident) ? "unplaced" : model.first[i] === null ? "undated" : "placed"].push(incident);
    }
    windows = [];
    body.replaceChildren();
    if (indices.length === 0) body.append(el("p", { class: "note" }, say("listEmpty")));
    for (const [name, incidents] of Object.entries(parts)) {
      if (incidents.length === 0) continue;
      if (name !== "placed") body.append(...partHead(name, incidents.length));
      const block = rowBlock(incidents, name, (incident) => listRow(incident, openIncident, selected));
      windows.push(block);
      body.append(block.list);
    }
    redraw();
  }

  function select(incident) {
    selected = incident;
    for (const block of windows) {
      block.mark(incident);
      block.reveal(incident);
    }
  }

  function whole(on) {
    for (const block of windows) block.whole(on);
  }

  return { section, show, select, watch, whole };
}

function partHead(name, count) {
  const words_ = { undated: ["undated", "undatedNote"], unplaced: ["noPlace", "noPlaceNote"] }[name];
  return [
    el("h3", {}, say(words_[0]), el("span", { class: "count" }, NUMBERS.format(count))),
    el("p", { class: "note" }, say(words_[1])),
  ];
}

/** A list whose rows are made when they come into view; a short one is all there. */
function rowBlock(incidents, name, rowOf) {
  const list = el("ol", { class: `incidents ${name}` });
  const rows = new Map();
  let windowed = incidents.length > ROWS_PLAIN_MOST;
  let high = 0;

  function put(i) {
    if (rows.has(i)) return;
    const row = rowOf(incidents[i]);
    row.setAttribute("aria-setsize", incidents.length);
    row.setAttribute("aria-posinset", i + 1);
    if (windowed) row.style.top = `${i * high}px`;
    rows.set(i, row);
    // In the order of the list, because the keyboard follows the order of the page.
    let next = i + 1;
    while (next < i + 200 && !rows.has(next)) next += 1;
    list.insertBefore(row, rows.get(next) || null);
  }

  function draw() {
    if (!windowed) return;
    const scroller = list.closest("#panel");
    if (!scroller) return;
    const view = scroller.getBoundingClientRect();
    const top = view.top - list.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(top / high) - ROWS_BEYOND);
    const to = Math.min(incidents.length, Math.ceil((top + view.height) / high) + ROWS_BEYOND);
    for (const [i, row] of rows) {
      if ((i < from || i >= to) && !row.contains(document.activeElement)) {
        row.remove();
        rows.delete(i);
      }
    }
    for (let i = from; i < to; i += 1) put(i);
  }

  function measure() {
    list.classList.toggle("windowed", windowed);
    high = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * ROW_REM);
    list.style.height = windowed ? `${incidents.length * high}px` : "";
    if (!windowed) incidents.forEach((_, i) => put(i));
  }

  function mark(incident) {
    for (const [i, row] of rows) markRow(row, incidents[i] === incident);
  }

  /** Scroll no further than needed to have an incident's row in view. */
  function reveal(incident) {
    const i = incident === null ? -1 : incidents.indexOf(incident);
    const scroller = list.closest("#panel");
    if (i < 0 || !scroller || scroller.clientHeight === 0) return;
    const view = scroller.getBoundingClientRect();
    const box = (windowed ? list : rows.get(i)).getBoundingClientRect();
    const top = windowed ? box.top + i * high : box.top;
    const below = top + (windowed ? high : box.height) - view.bottom;
    if (top < view.top) scroller.scrollTop -= view.top - top;
    else if (below > 0) scroller.scrollTop += below;
  }

  /** All rows, as far as paper allows, or again only those in view. */
  function whole(on) {
    if (incidents.length <= ROWS_PLAIN_MOST) return;
    list.replaceChildren();
    rows.clear();
    windowed = !on;
    list.classList.toggle("windowed", windowed);
    list.style.height = windowed ? `${incidents.length * high}px` : "";
    if (on) incidents.slice(0, ROWS_PRINTED_MOST).forEach((_, i) => put(i));
    else draw();
  }

  measure();
  return { list, draw, mark, reveal, whole };
}

const ROW_REM = 4.25;
const ROWS_PRINTED_MOST = 2000;

function markRow(row, on) {
  const button = row.firstElementChild;
  if (on) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

function listRow(incident, openIncident, selected) {
  const title = incident.title || term("type", typeOf(incident));
  const harm = harmOf(incident);
  const button = el(
    "button",
    { type: "button", on: { click: () => openIncident(incident, button), keydown: stepRows } },
    glyphPicture(typeOf(incident), 18, incident),
    el(
      "span",
      { class: "item" },
      words("span", { class: "item-title" }, title),
      el(
        "span",
        { class: "item-meta" },
        incident.date
          ? el("span", {}, dateWords(incident, DAY_SHORT))
          : el("span", { class: "badge" }, say("noDate")),
        incident.place && words("span", {}, incident.place),
        harm > 0 && el("span", {}, harmWords(incident)),
        incident.disputed && el("span", { class: "badge disputed" }, say("disputed")),
      ),
    ),
  );
  const row = el("li", {}, button);
  if (incident === selected) markRow(row, true);
  return row;
}

function harmWords(incident) {
  const killed = likely(incident.killed);
  const injured = likely(incident.injured);
  return [killed && say("harmKilled", { n: killed }), injured && say("harmInjured", { n: injured })]
    .filter(Boolean)
    .join(", ");
}

/** The arrow keys go from row to row. */
function stepRows(event) {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const row = step && event.currentTarget.closest("li")[step];
  if (!row) return;
  event.preventDefault();
  row.firstElementChild.focus();
}
