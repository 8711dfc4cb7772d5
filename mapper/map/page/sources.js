// Every source of an incident with its words, and who gives which number, side by side.

/** Numbers that sources give, when there is more than one to compare; those that differ are marked. */
function claimTable(incident) {
  const kinds = ["killed", "injured", "prisoners"];
  const said = (source, kind) => (kind === "prisoners" ? prisonerWords(source.prisoners) : rangeWords(source[kind])) || "";
  const rows = incident.sources.filter((source) => kinds.some((kind) => said(source, kind)));
  if (rows.length < 2) return null;
  const used = kinds.filter((kind) => rows.some((source) => said(source, kind)));
  const differs = new Set(used.filter((kind) => new Set(rows.map((source) => said(source, kind)).filter(Boolean)).size > 1));
  return el(
    "table",
    { class: "claims" },
    el("caption", {}, say("claims")),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("claimsWho")), used.map((kind) => el("th", { scope: "col" }, say(kind))))),
    el(
      "tbody",
      {},
      rows.map((source) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, claimant(source, kinds)),
          used.map((kind) => words("td", { class: differs.has(kind) ? "differs" : null }, said(source, kind))),
        ),
      ),
    ),
  );
}

/** Who gives the numbers: the speaker of the number, else of the report; and where it stands. */
function claimant(source, kinds) {
  const speakers = new Set(kinds.map((kind) => source[kind]?.attributed_to).filter((one) => typeof one === "string"));
  const who = speakers.size > 0 ? [...speakers].join(", ") : source.attributed_to;
  const article = DATA.articles[source.a] || {};
  const where = article.source || article.title || say("untitled");
  return [who ? words("span", {}, who) : null, words(who ? "small" : "span", {}, where)];
}

function sourceList(sources) {
  return el(
    "section",
    { class: "sources" },
    el("h3", {}, say("sources", { n: sources.length })),
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
      reasons(source),
    ),
  );
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
    source.place_how && say("whyPlace", { how: source.place_how }),
    source.date_how && say("whyDate", { how: source.date_how }),
    Array.isArray(source.joined_because) && say("whyJoined", { how: source.joined_because.join("; ") }),
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
