// Every source of an incident with its words, and who gives which number, side by side.

/** Numbers that sources give, when there is more than one to compare; those that clash are marked. */
function claimTable(incident) {
  const columns = claimColumns(incident);
  const rows = incident.sources.filter((source) => columns.some(({ of }) => rangeWords(of(source)) !== null));
  if (rows.length < 2) return null;
  return el(
    "table",
    { class: "claims" },
    el("caption", {}, say("claims")),
    el("thead", {}, el("tr", {}, [say("claimsWho"), ...columns.map(({ label }) => label)].map((label) => words("th", { scope: "col" }, label)))),
    el(
      "tbody",
      {},
      rows.map((source) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, claimant(source)),
          columns.map(({ of, clash }) => words("td", { class: clash ? "differs" : null }, rangeWords(of(source)) ?? "")),
        ),
      ),
    ),
  );
}

/** Killed, injured, and the freed of each side, as far as any source tells of them. */
function claimColumns({ sources }) {
  const sides = new Set(sources.flatMap(({ prisoners }) => Object.keys(prisoners && typeof prisoners === "object" ? prisoners : {})));
  const columns = ["killed", "injured"].map((kind) => ({ label: say(kind), of: (source) => source[kind] }));
  for (const side of sides) {
    columns.push({ label: say("prisonersTo", { n: say("prisoners"), who: countryName(side) }), of: (source) => own(source.prisoners, side) });
  }
  return columns
    .filter(({ of }) => sources.some((source) => rangeWords(of(source)) !== null))
    .map((column) => ({ ...column, clash: clashes(sources.map(column.of)) }));
}

/** Whether no number fits all of the ranges that are given. */
function clashes(ranges) {
  const bounds = ranges.map(boundsOf).filter(Boolean);
  return Math.max(...bounds.map(([low]) => low)) > Math.min(...bounds.map(([, high]) => high));
}

function boundsOf(range) {
  if (typeof range === "number") return [range, range];
  if (!range || typeof range !== "object") return null;
  const { low = null, high = null } = range;
  if (low === null && high === null) return null;
  return [low ?? 0, high ?? Infinity];
}

/** Who gives the numbers: the speaker of the number, else of the report; and where it stands. */
function claimant(source) {
  const speakers = new Set([source.killed, source.injured].map((number) => number?.attributed_to).filter((one) => typeof one === "string"));
  const who = speakers.size > 0 ? [...speakers].join(", ") : source.attributed_to;
  const article = DATA.articles[source.a] || {};
  const where = article.source || article.title || say("untitled");
  return [who ? words("span", {}, who) : null, words(who ? "small" : "span", {}, where)];
}

function sourceList(sources) {
  const copies = sources.filter((source) => copiedOf(source) !== null).length;
  return el(
    "section",
    { class: "sources" },
    el("h3", {}, say("sources", { n: sources.length }), copies > 0 && el("span", { class: "count" }, say("voices", { n: sources.length - copies }))),
    sources.map(sourceItem),
  );
}

function sourceItem(source) {
  const article = DATA.articles[source.a] || {};
  return el(
    "figure",
    {},
    source.quote && words("blockquote", {}, source.quote),
    el(
      "figcaption",
      {},
      source.attributed_to && words("p", { class: "said" }, say("saidBy", { who: source.attributed_to })),
      givenNumbers(source),
      articleLine(article),
      copyNote(source),
      reasons(source),
    ),
  );
}

/** The article whose text a source carries; null for a text of its own. */
function copiedOf({ copy_of: number }) {
  return (Number.isInteger(number) && DATA.articles[number]) || null;
}

function copyNote(source) {
  const original = copiedOf(source);
  if (original === null) return null;
  const what = [original.title, original.source].filter(Boolean).join(", ") || say("untitled");
  return words("p", { class: "copy" }, say("copyOf", { what }));
}

function givenNumbers(source) {
  const parts = [
    givenWords("givesKilled", rangeWords(source.killed)),
    givenWords("givesInjured", rangeWords(source.injured)),
    givenWords("givesPrisoners", prisonerWords(source.prisoners)),
    ...(Array.isArray(source.weapons) ? source.weapons.map(weaponWords) : []),
  ].filter(Boolean);
  return parts.length > 0 && words("p", { class: "gives" }, parts.join(" · "));
}

function reasons(source) {
  const lines = [
    source.place_how && say("whyPlace", { how: phrases(source.place_how) }),
    source.date_how && say("whyDate", { how: phrases(source.date_how) }),
    Array.isArray(source.joined_because) && say("whyJoined", { how: source.joined_because.map(phrases).join("; ") }),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return el(
    "details",
    { class: "why" },
    el("summary", {}, say("why")),
    el("ul", {}, lines.map((line) => words("li", {}, line))),
  );
}

function givenWords(key, text) {
  return text ? say(key, { n: text }) : null;
}

function articleLine(article) {
  const title = article.title || article.source || say("untitled");
  const url = safeUrl(article.url);
  const published = article.published && say("published", { date: dayWords(article.published) });
  return el(
    "p",
    { class: "article" },
    url
      ? words("a", { href: url, target: "_blank", rel: "noopener", title: say("openSource") }, title)
      : words("cite", {}, title),
    article.title && article.source && [", ", words("span", {}, article.source)],
    published && [", ", words("span", {}, published)],
    article.url && !url && [" ", words("code", {}, article.url)],
  );
}
