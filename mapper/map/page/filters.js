// The panel's upper part: search, the tree of layers, the filters with their counts, what is saved.

// More choices than these are left to the search field; a list of thousands helps nobody.
const CHOICES_MOST = 300;
const SEARCH_WAIT_MS = 120;

function searchBox(state, onChange) {
  const input = el("input", { type: "search", id: "search", placeholder: say("searchHint"), "aria-label": say("search"), autocomplete: "off", spellcheck: "false", maxlength: 200 });
  let waiting = null;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    state.query = input.value;
    waiting = setTimeout(onChange, SEARCH_WAIT_MS);
  });
  return { node: el("div", { id: "search-box", role: "search" }, input), update: () => { if (document.activeElement !== input) input.value = state.query; } };
}

/** One line that says how many are shown, with the ways to clear and to save that. */
function shownLine({ onClear, onSave }) {
  const text = el("p", { id: "shown", role: "status" });
  const clear = el("button", { type: "button", class: "link", id: "clear", on: { click: onClear } }, say("clear"));
  const save = (form) =>
    el("button", { type: "button", class: "link", id: `save-${form}`, on: { click: () => onSave(form) } }, term("saves", form));
  const node = el(
    "div",
    { id: "shown-line" },
    el("div", { class: "shown-row" }, text, clear),
    el("p", { class: "saves" }, el("span", {}, say("saveShown")), save("geojson"), save("csv")),
  );
  function update(shown, all) {
    text.textContent = shown === all ? say("shownAll", { n: all }) : say("shownOf", { shown, all });
    clear.hidden = shown === all;
  }
  return { node, update };
}

function choiceRow(input, name, picture, level) {
  const count = el("span", { class: "count" });
  const label = el("label", { class: `choice level-${level}` }, input, picture, words("span", { class: "choice-name" }, name), count);
  return { label, count, input };
}

/** Types and, below each, its sub-types. An unchecked one is hidden. */
function layerTree(model, state, onChange) {
  const column = model.columns[0];
  const hidden = state.chosen.layer;
  const byType = groupBy([...column.keys.keys()], (i) => column.keys[i].slice(0, column.keys[i].indexOf("/")));
  const leaves = [];
  const branches = [];
  const nodes = [...TYPES, "other"].filter((type) => byType.has(type)).map((type) => branch(type, byType.get(type)));

  function branch(type, numbers) {
    const keys = numbers.map((i) => column.keys[i]);
    const box = el("input", { type: "checkbox", value: type });
    box.addEventListener("change", () => {
      for (const key of keys) if (box.checked) hidden.delete(key); else hidden.add(key);
      onChange();
    });
    const row = choiceRow(box, term("types", type), glyphPicture(type, 20), 1);
    branches.push({ ...row, numbers, keys });
    if (numbers.length < 2) return row.label;
    const under = el("div", { class: "subs", hidden: true }, numbers.map((i) => leaf(column.keys[i], i)));
    const fold = el("button", { type: "button", class: "fold", "aria-expanded": "false", "aria-label": say("subTypesOf", { what: term("types", type) }) }, "▸");
    fold.addEventListener("click", () => {
      under.hidden = !under.hidden;
      fold.setAttribute("aria-expanded", String(!under.hidden));
    });
    return el("div", { class: "branch" }, el("div", { class: "branch-row" }, row.label, fold), under);
  }

  function leaf(key, number) {
    const sub = key.slice(key.indexOf("/") + 1);
    const box = el("input", { type: "checkbox", value: key });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(key); else hidden.add(key);
      onChange();
    });
    const row = choiceRow(box, sub ? subTypeName(sub) : say("subOther"), null, 2);
    leaves.push({ ...row, key, number });
    return row.label;
  }

  function update() {
    for (const { input, count, key, number } of leaves) {
      input.checked = !state.chosen.layer.has(key);
      count.textContent = NUMBERS.format(column.counts[number]);
    }
    for (const { input, count, keys, numbers } of branches) {
      const off = keys.filter((key) => state.chosen.layer.has(key)).length;
      input.checked = off < keys.length;
      input.indeterminate = off > 0 && off < keys.length;
      count.textContent = NUMBERS.format(numbers.reduce((sum, i) => sum + column.counts[i], 0));
    }
  }

  const node = el("fieldset", { id: "layers" }, el("legend", {}, say("layers")), nodes);
  if (nodes.length === 0) node.hidden = true;
  return { node, update };
}

/** One filter: choices with counts; none chosen lets all pass. Rows are made when it is opened. */
function facet(column, state, onChange) {
  const chosen = state.chosen[column.id];
  const tally = el("span", { class: "count" });
  const body = el("div", { class: "facet-body", role: "group", "aria-label": term("facets", column.id) });
  const node = el("details", { class: "facet", "data-facet": column.id }, el("summary", {}, term("facets", column.id), tally), body);
  let rows = null;

  function make() {
    const rank = (i) => (column.order ? column.order.indexOf(column.keys[i]) : -column.totals[i]);
    const sorted = [...column.keys.keys()].sort((a, b) => rank(a) - rank(b));
    rows = sorted.slice(0, CHOICES_MOST).map((i) => {
      const key = column.keys[i];
      const box = el("input", { type: "checkbox", value: key });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(key); else chosen.delete(key);
        onChange();
      });
      return { ...choiceRow(box, column.label(key), null, 1), key, number: i };
    });
    body.append(...rows.map(({ label }) => label));
    if (sorted.length > CHOICES_MOST) body.append(el("p", { class: "note" }, say("moreChoices", { n: sorted.length - CHOICES_MOST })));
  }

  function update() {
    tally.textContent = chosen.size > 0 ? say("chosen", { n: chosen.size }) : "";
    if (!node.open) return;
    if (rows === null) make();
    for (const { input, count, label, key, number } of rows) {
      input.checked = chosen.has(key);
      count.textContent = NUMBERS.format(column.counts[number]);
      label.classList.toggle("nothing", column.counts[number] === 0 && !input.checked);
    }
  }

  node.addEventListener("toggle", update);
  return { node, update };
}

/** All filters; one that could not tell incidents apart is left out. */
function filterBlock(model, state, onChange) {
  const useful = model.columns.slice(1).filter(({ keys, id }) => keys.length > 1 || state.chosen[id].size > 0);
  const parts = useful.map((column) => facet(column, state, onChange));
  const tally = el("span", { class: "count" });
  const node = el("details", { id: "filters", hidden: parts.length === 0 }, el("summary", {}, say("filters"), tally), parts.map((part) => part.node));
  function update() {
    const used = useful.filter(({ id }) => state.chosen[id].size > 0).length;
    tally.textContent = used > 0 ? say("chosen", { n: used }) : "";
    for (const part of parts) part.update();
  }
  return { node, update };
}
