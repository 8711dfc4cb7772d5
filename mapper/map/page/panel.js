// The panel: search, layers, filters, the map beneath, and the list.

// As in the style sheet: below this the panel opens over the map's lower half.
const NARROW = "(max-width: 760px)";

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

/** What has to do with the page and not with the incidents. */
function pageBlock(base, about) {
  const other = Object.keys(DATA.words).find((lang) => lang !== LANG);
  const print = el("button", { type: "button", class: "plain", on: { click: () => window.print() } }, say("print"));
  const change = el(
    "button",
    { type: "button", class: "plain", id: "other-language", lang: other, on: { click: () => changeLanguage(other) } },
    DATA.words[other].language,
  );
  return el(
    "details",
    { id: "page-block" },
    el("summary", {}, say("basemapAndPage")),
    base,
    el("p", { class: "note" }, say("linkNote")),
    el("p", { class: "buttons" }, print, change),
    about,
  );
}

function changeLanguage(lang) {
  const asked = new URLSearchParams(location.hash.slice(1));
  asked.set("lang", lang);
  location.hash = asked.toString();
  location.reload();
}
