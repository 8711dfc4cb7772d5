// What the page tells of one incident: numbers with their range, how it was placed and dated, and
// every source with its words.

function detailOf(incident, { index, stack, go, openIncident, relations }) {
  const type = typeOf(incident);
  const sub = incident.sub_type && subTypeName(incident.sub_type);
  return el(
    "article",
    { class: "detail", tabindex: -1 },
    stack.length > 1 && pager(index, stack.length, go),
    el(
      "p",
      { class: "kind" },
      glyphPicture(type, 16, incident),
      el("span", {}, sub ? `${term("type", type)} · ${sub}` : term("type", type)),
    ),
    words("h2", {}, incident.title || term("type", type)),
    badges(incident),
    el("dl", {}, factRows(incident)),
    claimTable(incident),
    relatives(incident, relations, openIncident),
    sourceList(incident.sources),
  );
}

function pager(index, count, go) {
  const step = (by, label, sign) =>
    el(
      "button",
      {
        type: "button",
        "aria-label": say(label),
        on: { click: () => go((index + by + count) % count) },
      },
      sign,
    );
  return el(
    "p",
    { class: "pager" },
    step(-1, "previous", "‹"),
    el("span", {}, say("ofHere", { i: index + 1, n: count })),
    step(1, "next", "›"),
  );
}

function badges(incident) {
  const list = [];
  if (incident.disputed) list.push(words("span", { class: "badge disputed" }, disputeWords(incident)));
  if (!incident.date) list.push(el("span", { class: "badge" }, say("undated")));
  if (!hasPlace(incident)) list.push(el("span", { class: "badge" }, say("noPlace")));
  const status = own(WORDS.status, incident.status);
  if (status) list.push(el("span", { class: "badge" }, status));
  return list.length > 0 && el("p", { class: "badges" }, list);
}

function disputeWords(incident) {
  if (!Array.isArray(incident.disputes)) return say("disputedNote");
  return say("disputedOn", { what: incident.disputes.map((one) => term("disputes", one)).join(", ") });
}

function row(label, value, note) {
  if (value === null || value === undefined || value === "" || value.length === 0) return null;
  return [
    el("dt", {}, say(label)),
    el(
      "dd",
      {},
      value instanceof Node || Array.isArray(value) ? value : words("span", {}, value),
      note && el("small", {}, note),
    ),
  ];
}

function factRows(incident) {
  return [
    row("killed", rangeWords(incident.killed)),
    row("injured", rangeWords(incident.injured)),
    row("prisoners", prisonerWords(incident.prisoners)),
    row("weapons", weaponList(incident.weapons)),
    row("target", incident.target),
    row("initiator", incident.initiator && countryName(incident.initiator)),
    row("when", dateWords(incident), dateNote(incident)),
    row("where", placeWords(incident) || say("noPlace"), placeNote(incident)),
    row(
      "confidence",
      Number.isFinite(incident.confidence) ? confidenceWords(incident.confidence) : null,
    ),
  ]
    .flat()
    .filter(Boolean);
}

function dateNote(incident) {
  const basis = term("basis", incident.date_basis || "unknown");
  if (!incident.date) return basis;
  return `${term("datePrecision", incident.date_precision || "unknown")}, ${basis}`;
}

function placeNote(incident) {
  const precision = term("precision", incident.geo_precision || "unknown");
  return incident.approximate ? `${precision}; ${say("approximateShape")}` : precision;
}

function prisonerWords(prisoners) {
  if (!prisoners || typeof prisoners !== "object") return null;
  return Object.entries(prisoners)
    .map(([side, number]) =>
      say("prisonersTo", { n: rangeWords(number) ?? "?", who: countryName(side) }),
    )
    .join(" · ");
}

function weaponList(weapons) {
  if (!Array.isArray(weapons) || weapons.length === 0) return null;
  return el("ul", {}, weapons.map((weapon) => words("li", {}, weaponWords(weapon))));
}

function weaponWords(weapon) {
  const counts = [
    countedWords("launched", weapon.launched),
    countedWords("intercepted", weapon.intercepted),
  ].filter(Boolean);
  const kind = term("weaponKinds", weapon.kind);
  return counts.length > 0 ? `${kind}: ${counts.join(", ")}` : kind;
}

function countedWords(key, number) {
  const text = rangeWords(number ?? null);
  return text === null ? null : say(key, { n: text });
}

function relatives(incident, relations, openIncident) {
  const { parent, parts } = relations(incident);
  const link = (other) =>
    el(
      "button",
      { type: "button", class: "link", on: { click: () => openIncident(other) } },
      words("span", {}, other.title || other.id),
    );
  const block = (label, others) =>
    el("p", { class: "relatives" }, el("b", {}, say(label)), others.map(link));
  return [parent && block("parent", [parent]), parts.length > 0 && block("parts", parts)];
}
