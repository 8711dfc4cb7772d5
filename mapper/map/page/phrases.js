// Why a place, a day or an incident was taken: the program's own phrases, in the page's language.
// What is quoted in them, and what no message file knows, stays as it is.

const SLOT = "{}";

/** Patterns with what they become, `{}` standing for any words, the longer pattern first. */
const PHRASES = Object.entries(WORDS.phrases || {})
  .sort(([a], [b]) => b.length - a.length)
  .map(([pattern, message]) => ({ parts: pattern.split(SLOT), message }));

/** The words that stand in a text where a pattern has its slots; null when it does not fit. */
function slotsOf(parts, text) {
  if (parts.length === 1) return parts[0] === text ? [] : null;
  const last = parts[parts.length - 1];
  const end = text.length - last.length;
  if (!text.startsWith(parts[0]) || !text.endsWith(last) || end < parts[0].length) return null;
  const found = [];
  let from = parts[0].length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return null;
    found.push(text.slice(from, at));
    from = at + part.length;
  }
  return [...found, text.slice(from, end)];
}

function phrase(text) {
  if (typeof text !== "string") return String(text);
  for (const { parts, message } of PHRASES) {
    const found = slotsOf(parts, text);
    if (found === null) continue;
    const slots = found.map(countryWord);
    return message.split(SLOT).map((piece, i) => (i === 0 ? piece : slots[i - 1] + piece)).join("");
  }
  return text;
}

/** Reasons name sides by their codes. */
function countryWord(text) {
  return own(DATA.countryCodes, text) ? countryName(text) : text;
}

/** A reason may be several, with "; " between them. */
function phrases(text) {
  return String(text).split("; ").map(phrase).join("; ");
}
