// Elements and text. Text of reports enters the page here only, and always as text: nothing in this
// page assigns markup. Addresses are followed only when they are http or https.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element; strings among the children become text, null and false are left out. */
function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "on") {
      for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, String(value));
    }
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(2)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Text from a report or gazetteer, kept apart from its surroundings in either writing direction. */
function words(name, attributes, text) {
  return el(name, { dir: "auto", ...attributes }, String(text));
}

/** An address that may be followed, or null: reports can name any. */
function safeUrl(text) {
  if (typeof text !== "string" || text.length > 4000) return null;
  try {
    const url = new URL(text.trim());
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}
