// The interface's words, and numbers, dates and countries put into words.

const DATA = unpackAll(JSON.parse(document.getElementById("incident-data").textContent));
const LANG = chosenLanguage();
const WORDS = DATA.words[LANG];
document.documentElement.lang = LANG;
const PLURALS = new Intl.PluralRules(LANG);
const NUMBERS = new Intl.NumberFormat(LANG);

/** The address names a language, or who made the page, or else the reader's browser. */
function chosenLanguage() {
  const known = Object.keys(DATA.words);
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  const wanted = [asked, DATA.lang, ...(navigator.languages || [])];
  const short = wanted.filter(Boolean).map((tag) => String(tag).slice(0, 2).toLowerCase());
  return short.find((tag) => known.includes(tag)) || known[0];
}

function own(table, key) {
  return table && Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}

/** A message with its {places} filled; `values.n` chooses among plural forms. */
function say(key, values) {
  let message = own(WORDS, key);
  if (message && typeof message === "object") {
    message = message[PLURALS.select(values.n)] || message.other;
  }
  return fill(message === undefined ? key : message, values);
}

function fill(message, values) {
  if (!values) return message;
  return message.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = own(values, name);
    return value === undefined ? whole : typeof value === "number" ? NUMBERS.format(value) : value;
  });
}

/** A word from one of the message tables, or the value itself when there is none for it. */
function term(table, key) {
  return own(WORDS[table], key) || String(key);
}

/** The name of a sub-type; those of other lexicons are words with "_" between them. */
function subTypeName(key) {
  const text = String(key);
  return own(WORDS.subTypes, text) || (/^[a-z][a-z0-9_]*$/.test(text) ? text.replaceAll("_", " ") : text);
}

/** "12", "12–13", "at least 15", "up to 20"; null when no number is given. */
function rangeWords(range) {
  if (range === null || range === undefined) return null;
  if (typeof range === "number") return NUMBERS.format(range);
  if (typeof range !== "object") return String(range);
  const { low = null, best = null, high = null } = range;
  if (low === null && high === null) {
    // "Several": a report's own word where it gives no number.
    return best === null ? range.word || null : say("about_", { n: best });
  }
  if (low !== null && high !== null) return closedRange(low, best, high);
  if (low !== null) {
    return best === null || best === low
      ? say("atLeast", { n: low })
      : say("atLeastProbably", { low, best });
  }
  return best === null || best === high
    ? say("upTo", { n: high })
    : say("upToProbably", { high, best });
}

function closedRange(low, best, high) {
  if (low === high) return low === 0 ? say("none") : NUMBERS.format(low);
  if (best === null || best === low || best === high) {
    return `${NUMBERS.format(low)}–${NUMBERS.format(high)}`;
  }
  return say("bestOf", { low, best, high });
}

/** The number that sizes a mark: the best, else the least, else the most that is told; 0 for none. */
function likely(range) {
  if (!range || typeof range !== "object") return 0;
  const value = range.best ?? range.low ?? range.high ?? 0;
  return Number.isFinite(value) && value > 0 ? value : 0;
}

function harmOf(incident) {
  return likely(incident.killed) + likely(incident.injured);
}

function parseDay(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text || "");
  if (!match) return null;
  const day = new Date(0);
  day.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return day;
}

const DAY_MS = 86400000;

/** The day as a number that counts on from 1 January 1970; null without a date. */
function dayNumber(text) {
  const day = parseDay(text);
  return day === null ? null : Math.round(day.getTime() / DAY_MS);
}

function dayText(number) {
  const day = new Date(number * DAY_MS);
  const year = String(day.getUTCFullYear()).padStart(4, "0");
  return `${year}-${String(day.getUTCMonth() + 1).padStart(2, "0")}-${String(day.getUTCDate()).padStart(2, "0")}`;
}

function dateFormat(options) {
  return new Intl.DateTimeFormat(LANG === "en" ? "en-GB" : LANG, { timeZone: "UTC", ...options });
}

const DAY = dateFormat({ day: "numeric", month: "long", year: "numeric" });
const DAY_SHORT = dateFormat({ day: "numeric", month: "short", year: "numeric" });
const MONTH = dateFormat({ month: "long", year: "numeric" });
const YEAR = dateFormat({ year: "numeric" });

/** The incident's date as far as it is known: "24 May 2024", "May 2024", "23–24 May 2024". */
function dateWords(incident, format = DAY) {
  const first = parseDay(incident.date);
  if (first === null) return say("undated");
  switch (incident.date_precision) {
    case "month":
      return MONTH.format(first);
    case "year":
      return YEAR.format(first);
    case "week":
      return say("weekOf", { date: format.format(first) });
  }
  const last = parseDay(incident.end_date) || first;
  return last > first ? format.formatRange(first, last) : format.format(first);
}

function dayWords(text) {
  const day = parseDay(text);
  return day === null ? String(text) : DAY_SHORT.format(day);
}

const COUNTRIES = new Intl.DisplayNames([LANG], { type: "region", fallback: "none" });

/** The name of a country by its ISO 3166-1 code, of two or three letters; else the text itself. */
function countryName(code) {
  const text = String(code);
  const alpha2 = own(DATA.countryCodes, text) || text;
  if (!/^[A-Z]{2}$/.test(alpha2)) return text;
  return COUNTRIES.of(alpha2) || text;
}

/** "Obolon, Kyiv City, Ukraine", each part once. */
function placeWords(incident) {
  const parts = [incident.place, incident.admin1, incident.country && countryName(incident.country)];
  return parts.filter((part, i) => part && parts.indexOf(part) === i).join(", ");
}

function confidenceLevel(value) {
  if (!Number.isFinite(value)) return "unknown";
  return value >= 0.75 ? "high" : value >= 0.45 ? "medium" : "low";
}

function confidenceWords(value) {
  const level = confidenceLevel(value);
  return `${term("confidenceWords", level)} (${NUMBERS.format(Math.round(value * 100) / 100)})`;
}
