// The days beneath the map: a bar for each, a range that is drawn, dragged, moved by keys or played.

const BIN_DAYS = [1, 7, 30, 91, 365, 3652];
const BAR_LEAST_PX = 4;
const BAR_MOST_PX = 44;
const STEP_MS = 450;
const STEP_REDUCED_MS = 1200;
const REDUCED = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The first and last day of what is dated to a week or finer; null when there is less than two. */
function daySpan({ incidents, first, last }) {
  let min = Infinity;
  let max = -Infinity;
  incidents.forEach((incident, i) => {
    if (first[i] === null) return;
    min = Math.min(min, first[i]);
    max = Math.max(max, COARSE.has(incident.date_precision) ? first[i] : last[i]);
  });
  return max > min ? { min, max } : null;
}

function timeline(model, state, onChange) {
  const span = daySpan(model);
  const node = document.getElementById("time");
  if (span === null) return { update() {}, set() {} };
  node.hidden = false;
  const { min, max } = span;
  const days = max - min + 1;
  const canvas = el("canvas", { "aria-hidden": "true" });
  const band = el("div", { class: "band" });
  const label = el("p", { id: "time-label", "aria-live": "polite" });
  const apart = el("p", { id: "time-apart" });
  const handles = [handle("timeFrom", 0), handle("timeTo", 1)];
  const track = el("div", { class: "track" }, canvas, band, handles);
  const play = el("button", { type: "button", id: "play", on: { click: () => (timer ? stop() : start()) } });
  const mode = el(
    "select",
    { id: "play-mode", "aria-label": say("playMode"), on: { change: () => { state.mode = mode.value; onChange(); } } },
    MODES.map((name) => el("option", { value: name }, term("playModes", name))),
  );
  const whole = el("button", { type: "button", id: "time-whole", on: { click: () => { stop(); change(null, null); } } }, say("timeWhole"));
  const scale = el("p", { id: "time-scale" });
  const row = el("div", { class: "time-row" }, play, mode, el("div", { class: "time-words" }, label, apart, scale), whole);
  node.setAttribute("aria-label", say("time"));
  node.append(row, track);
  let timer = null;
  let bins = [];

  const range = () => (state.from === null ? [min, max] : [Math.max(min, state.from), Math.min(max, state.to)]);
  const xOf = (day) => ((day - min) / days) * 100;

  function change(from, to) {
    const everything = from === null || (from <= min && to >= max);
    state.from = everything ? null : Math.max(min, Math.min(from, to));
    state.to = everything ? null : Math.min(max, Math.max(from, to));
    onChange();
  }

  function handle(name, end) {
    const grip = el("div", { class: "grip", role: "slider", tabindex: 0, "aria-label": say(name), "aria-orientation": "horizontal" });
    grip.addEventListener("keydown", (event) => {
      const binDays = Math.max(1, Math.round(days / 10));
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -binDays, PageUp: binDays, Home: -days, End: days }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      stop();
      moveEnd(end, range()[end] + by);
    });
    grip.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      stop();
      follow(grip, event, (day) => moveEnd(end, day));
    });
    return grip;
  }

  function moveEnd(end, day) {
    const [from, to] = range();
    const held = Math.max(min, Math.min(max, day));
    if (end === 0) change(Math.min(held, to), to);
    else change(from, Math.max(held, from));
  }

  /** Call back with the day under the pointer until it is let go. */
  function follow(target, event, callback) {
    target.setPointerCapture(event.pointerId);
    const move = (next) => callback(dayAt(next.clientX));
    target.addEventListener("pointermove", move);
    const end = () => target.removeEventListener("pointermove", move);
    target.addEventListener("pointerup", end, { once: true });
    target.addEventListener("pointercancel", end, { once: true });
  }

  function dayAt(clientX) {
    const box = track.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (clientX - box.left) / box.width));
    return Math.min(max, min + Math.floor(part * days));
  }

  track.addEventListener("pointerdown", (event) => {
    stop();
    const start_ = dayAt(event.clientX);
    const [from, to] = range();
    if (state.from !== null && start_ >= from && start_ <= to) {
      follow(track, event, (day) => {
        const by = Math.max(min - from, Math.min(max - to, day - start_));
        change(from + by, to + by);
      });
    } else {
      change(start_, start_);
      follow(track, event, (day) => change(Math.min(start_, day), Math.max(start_, day)));
    }
  });

  function start() {
    const [from, to] = range();
    const length = to - from + 1;
    const step = Math.max(1, Math.round(days / 60));
    if (state.from === null || to >= max) {
      const window_ = state.mode === "cumulative" ? step : Math.max(step, Math.min(length, Math.round(days / 10)));
      change(min, min + window_ - 1);
    }
    timer = setInterval(() => {
      const [now, end] = range();
      if (end >= max) return stop();
      return change(state.mode === "cumulative" ? now : Math.min(now + step, max), Math.min(end + step, max));
    }, REDUCED.matches ? STEP_REDUCED_MS : STEP_MS);
    words_();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    words_();
  }

  function words_() {
    play.textContent = timer ? "❚❚" : "▶";
    play.setAttribute("aria-label", say(timer ? "pause" : "play"));
    label.setAttribute("aria-live", timer ? "off" : "polite");
    mode.value = state.mode;
    whole.hidden = state.from === null;
  }

  function place() {
    const [from, to] = range();
    band.style.left = `${xOf(from)}%`;
    band.style.right = `${100 - xOf(to + 1)}%`;
    band.classList.toggle("full", state.from === null);
    [from, to].forEach((day, end) => {
      handles[end].style.left = `${xOf(day + end)}%`;
      handles[end].setAttribute("aria-valuemin", min);
      handles[end].setAttribute("aria-valuemax", max);
      handles[end].setAttribute("aria-valuenow", day);
      handles[end].setAttribute("aria-valuetext", DAY.format(new Date(day * DAY_MS)));
    });
    label.textContent = dateWords({ date: dayText(from), end_date: dayText(to) }, DAY_SHORT);
  }

  function update() {
    bins = binned(model, min, days, Math.max(60, track.clientWidth));
    const undated = countApart(model, (i) => model.first[i] === null);
    const coarse = countApart(model, (i) => model.first[i] !== null && COARSE.has(model.incidents[i].date_precision));
    apart.textContent = [undated && say("apartUndated", { n: undated }), coarse && say("apartCoarse", { n: coarse })]
      .filter(Boolean)
      .join(" · ");
    scale.textContent = scaleWords(bins);
    place();
    words_();
    drawBars(canvas, track, bins, { min, days, range: range() });
  }

  new ResizeObserver(update).observe(track);
  return { update, stop };
}

function countApart({ fails }, test) {
  let count = 0;
  for (let i = 0; i < fails.length; i += 1) if (fails[i] === 0 && test(i)) count += 1;
  return count;
}

/** Counts by type for each bar, of what passes all filters but the period. */
function binned({ incidents, first, fails }, min, days, width) {
  const each = BIN_DAYS.find((length) => days / length <= width / BAR_LEAST_PX) || BIN_DAYS.at(-1);
  const bars = Array.from({ length: Math.ceil(days / each) }, () => new Map());
  for (let i = 0; i < incidents.length; i += 1) {
    if (first[i] === null || fails[i] & ~(1 << BIT_TIME) || COARSE.has(incidents[i].date_precision)) continue;
    const bar = bars[Math.floor((first[i] - min) / each)];
    const type = typeOf(incidents[i]);
    bar.set(type, (bar.get(type) || 0) + 1);
  }
  return { each, bars };
}

const AXIS_PX = 17;

/** What the height of a bar means, and its width where it is more than a day. */
function scaleWords({ each, bars }) {
  return [say("barMost", { n: highest(bars) }), each > 1 && say("barDays", { n: each })].filter(Boolean).join(", ");
}

/** The number in the highest bar, at least one. */
function highest(bars) {
  const totals = bars.map((bar) => [...bar.values()].reduce((sum, n) => sum + n, 0));
  return totals.reduce((most, n) => Math.max(most, n), 1);
}

function drawBars(canvas, track, { each, bars }, { min, days, range }) {
  const width = track.clientWidth;
  const height = track.clientHeight;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  const high = height - AXIS_PX;
  const most = highest(bars);
  const wide = (width * each) / days;
  const bar_ = Math.max(1, Math.min(wide - 1, BAR_MOST_PX));
  bars.forEach((bar, i) => {
    const day = min + i * each;
    context.globalAlpha = day + each > range[0] && day <= range[1] ? 1 : 0.25;
    let y = high;
    for (const type of [...TYPES, "other"]) {
      if (!bar.has(type)) continue;
      const tall = Math.max(1.5, (bar.get(type) / most) * (high - 4));
      context.fillStyle = GLYPHS[type].colour;
      y -= tall;
      context.fillRect(i * wide + (wide - bar_) / 2, y, bar_, tall);
    }
  });
  context.globalAlpha = 1;
  drawAxis(context, { width, high, min, days, each });
}

function drawAxis(context, { width, high, min, days, each }) {
  const { label, region } = palette();
  context.fillStyle = region;
  context.fillRect(0, high, width, 1);
  const count = Math.max(1, Math.min(Math.floor(width / 100), Math.ceil(days / each)));
  context.fillStyle = label;
  context.font = `11px ${NAME_FONT}`;
  context.textBaseline = "top";
  for (const { day, text } of axisLabels({ min, days, each, count })) {
    context.fillText(text, ((day - min) / days) * width + 1, high + 4);
  }
}

/** Days and their words along the axis; where they are of several years, each year is said once. */
function axisLabels({ min, days, each, count }) {
  const long = days > 700;
  const short = dateFormat({ day: "numeric", month: "short" });
  const full = long ? dateFormat({ month: "short", year: "numeric" }) : DAY_SHORT;
  const yearOf = (day) => new Date(day * DAY_MS).getUTCFullYear();
  let said = yearOf(min) === yearOf(min + days - 1) ? yearOf(min) : null;
  return Array.from({ length: count }, (_, i) => {
    const day = min + Math.floor((i * days) / count / each) * each;
    const format = long || yearOf(day) !== said ? full : short;
    said = yearOf(day);
    return { day, text: format.format(new Date(day * DAY_MS)) };
  });
}
