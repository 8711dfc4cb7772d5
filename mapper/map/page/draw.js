// How marks are drawn: glyphs, rings of many, tags of regions; all on Leaflet's canvas.

const Mark = L.CircleMarker.extend({
  _project() {
    const offset = this.options.offset;
    this._point = this._map.latLngToLayerPoint(this._latlng).add(offset);
    this._updateBounds();
  },

  _updatePath() {
    const renderer = this._renderer;
    if (!renderer._drawing || this._empty()) return;
    // Leaflet leaves the opacity of the last shape set.
    renderer._ctx.globalAlpha = 1;
    this.options.draw(renderer._ctx, this._point, this._radius);
  },
});

// A tag is wider than high; its click area is the box.
const Tag = Mark.extend({
  _updateBounds() {
    const half = L.point(this.options.width / 2 + 3, 16);
    this._pxBounds = L.bounds(this._point.subtract(half), this._point.add(half));
  },

  _containsPoint(point) {
    return this._pxBounds.contains(point);
  },
});

function drawGlyph(context, type, point, radius, edge, { disputed, unsure, faint, district } = {}) {
  context.save();
  if (faint) context.globalAlpha = 0.5;
  context.translate(point.x, point.y);
  if (district) {
    context.beginPath();
    context.arc(0, 0, radius + 3.5, 0, 2 * Math.PI);
    context.fillStyle = `${GLYPHS[type].colour}38`;
    context.fill();
  }
  if (disputed) {
    context.beginPath();
    context.arc(0, 0, radius + 4.5, 0, 2 * Math.PI);
    context.setLineDash([3, 3]);
    context.lineWidth = 1.8;
    context.strokeStyle = GLYPHS[type].colour;
    context.stroke();
    context.setLineDash([]);
  }
  context.scale(radius, radius);
  context.lineJoin = "round";
  context.lineWidth = 3.2 / radius;
  context.strokeStyle = edge;
  context.stroke(glyphPath(type));
  context.fillStyle = unsure ? edge : GLYPHS[type].colour;
  context.fill(glyphPath(type));
  if (unsure) {
    context.lineWidth = 1.8 / radius;
    context.strokeStyle = GLYPHS[type].colour;
    context.stroke(glyphPath(type));
  }
  context.restore();
}

/** What a mark says besides its type: whether reports disagree, how sure it is, how fine its place. */
function manner(incident) {
  return {
    disputed: Boolean(incident.disputed),
    unsure: confidenceLevel(incident.confidence) === "low",
    district: incident.geo_precision === "district",
  };
}

const SHORT = new Intl.NumberFormat(LANG, { notation: "compact", maximumSignificantDigits: 2 });

function drawStack(context, point, radius, counts, total, colours) {
  context.save();
  context.translate(point.x, point.y);
  let from = -Math.PI / 2;
  for (const [type, count] of counts) {
    const to = from + (2 * Math.PI * count) / total;
    context.beginPath();
    context.moveTo(0, 0);
    context.arc(0, 0, radius, from, to);
    context.closePath();
    context.fillStyle = GLYPHS[type].colour;
    context.fill();
    from = to;
  }
  context.beginPath();
  context.arc(0, 0, radius - 5, 0, 2 * Math.PI);
  context.fillStyle = colours.tag;
  context.fill();
  drawCount(context, total < 10000 ? String(total) : SHORT.format(total), 0, 0, colours.ink);
  context.restore();
}

function drawCount(context, text, x, y, colour) {
  context.font = `600 12px ${NAME_FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(text, x, y + 0.5);
}

// A tag of more types than these says their number in all, with a bar of their colours.
const TAG_TYPES_MOST = 2;

/** A tag's width in pixels: for each type a glyph and its count, or the number in all. */
function tagWidth(counts) {
  if (counts.length > TAG_TYPES_MOST) return 30 + 8 * tagTotal(counts).length;
  return counts.reduce((sum, [, count]) => sum + tagItemWidth(count), 8);
}

function tagItemWidth(count) {
  return 22 + 8 * String(count).length;
}

function tagTotal(counts) {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return total < 10000 ? String(total) : SHORT.format(total);
}

function drawTagBar(context, width, counts) {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const long = width - 16;
  let x = -long / 2;
  for (const [type, count] of counts) {
    context.fillStyle = GLYPHS[type].colour;
    context.fillRect(x, 3.5, (long * count) / all, 4);
    x += (long * count) / all;
  }
}

function drawTag(context, point, counts, colours, colour) {
  const width = tagWidth(counts);
  context.save();
  context.translate(point.x, point.y);
  context.beginPath();
  context.roundRect(-width / 2, -12, width, 24, 12);
  context.fillStyle = colours.tag;
  context.fill();
  context.setLineDash([4, 3]);
  context.lineWidth = 1.6;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
  if (counts.length > TAG_TYPES_MOST) {
    drawCount(context, tagTotal(counts), 0, -3, colours.ink);
    drawTagBar(context, width, counts);
    context.restore();
    return;
  }
  let x = -width / 2 + 4;
  for (const [type, count] of counts) {
    const item = tagItemWidth(count);
    drawGlyph(context, type, L.point(x + 10, 0), 6, colours.tag);
    drawCount(context, String(count), x + 10 + item / 2 - 2, 0, colours.ink);
    x += item;
  }
  context.restore();
}
