// Draws a window of the run as SVG. Text enters the page as text only, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const LETTER = { propose: "P", notarize: "N", nullify: "X", finalize: "F" };
const CERTIFICATE = { notarize: "N", nullify: "X", finalize: "F" };

function node(parent, name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) {
    element.setAttribute(key, attributes[key]);
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  if (parent) {
    parent.appendChild(element);
  }
  return element;
}

// Each kind has its own outline, so that colour is never the only sign.
function outline(kind, r) {
  switch (kind) {
    case "propose":
      return "M" + -r + "," + -r + "L" + r * 0.45 + "," + -r + "L" + r * 1.25 + ",0L" + r * 0.45
          + "," + r + "L" + -r + "," + r + "Z";
    case "nullify":
      return "M" + -r + "," + -r + "H" + r + "V" + r + "H" + -r + "Z";
    case "finalize":
      return "M0," + -r * 1.3 + "L" + r * 1.3 + ",0L0," + r * 1.3 + "L" + -r * 1.3 + ",0Z";
    default:
      return "M" + -r + ",0a" + r + "," + r + " 0 1,0 " + 2 * r + ",0a" + r + "," + r + " 0 1,0 "
          + -2 * r + ",0Z";
  }
}

function certificateOutline(kind, half) {
  if (kind === "nullify") {
    return "M" + -half + ",-9H" + half + "V9H" + -half + "Z";
  }
  if (kind === "finalize") {
    return "M" + -half + ",0L" + (9 - half) + ",-9H" + (half - 9) + "L" + half + ",0L"
        + (half - 9) + ",9H" + (9 - half) + "Z";
  }
  return "M" + (9 - half) + ",-9H" + (half - 9) + "a9,9 0 0,1 0,18H" + (9 - half)
      + "a9,9 0 0,1 0,-18Z";
}

function pill(parent, style, half, text) {
  node(parent, "rect", { class: style, x: -half, y: -9, width: 2 * half, height: 18, rx: 4 });
  node(parent, "text", { class: "on" }, text);
}

// The mark of an event, around the origin.
function drawMark(parent, event, laneWidth) {
  const half = Math.min(36, laneWidth / 2 - 5);
  switch (event.a) {
    case "Receive":
      node(parent, "circle", { class: "dot", r: 2.6 });
      break;
    case "HoldCertificate": {
      const wide = 19;
      node(parent, "path", { class: "shape", d: certificateOutline(event.k, wide) });
      node(parent, "text", { class: "on" }, (CERTIFICATE[event.k] || "?") + " " + event.o);
      break;
    }
    case "EnterView":
      node(parent, "text", { class: "center" }, "view " + event.w);
      break;
    case "Commit":
      pill(parent, "pill-commit", half, "✓ " + event.o);
      break;
    case "Crash":
      pill(parent, "pill-alarm", half, "✕ crash");
      break;
    case "Restart":
      pill(parent, "pill-calm", half, "↻ restart");
      break;
    default:
      drawVote(parent, event.k, event.a !== "Persist");
  }
}

function drawVote(parent, kind, hollow) {
  node(parent, "path", { class: hollow ? "shape hollow" : "shape", d: outline(kind, 7) });
  node(parent, "text", { class: "on", "font-size": 9 }, LETTER[kind] || "?");
}

function drawRun(run, layout, hidden, rejected, choose) {
  const width = Math.round(GUTTER + layout.laneWidth * run.lanes.length);
  const svg = node(null, "svg", {
    class: "diagram", width: width, height: Math.ceil(layout.height), role: "img",
    viewBox: "0 0 " + width + " " + Math.ceil(layout.height),
    "aria-label": "Space-time diagram: one column per replica, time runs down. "
        + "The same events stand as text in the list below.",
  });
  drawGround(svg, run, layout, width);
  drawFaults(svg, run, layout, width);
  drawArrows(svg, run, layout, hidden);
  const labels = layout.laneWidth >= 150;
  for (const [i, place] of layout.sightings) {
    const event = run.events[i];
    if (!hidden.has(event.k)) {
      const mark = eventNode(svg, i, event, place, choose, rejected);
      drawVote(mark, event.k, false);
      const kind = event.k === "propose" ? "proposal" : event.k;
      label(mark, labels, event, "seen: " + kind + " " + event.o);
    }
  }
  for (const [i, place] of layout.places) {
    const event = run.events[i];
    if (!event.k || !hidden.has(event.k)) {
      const mark = eventNode(svg, i, event, place, choose, rejected);
      mark.id = "event-" + (i + run.first);
      drawMark(mark, event, layout.laneWidth);
      label(mark, labels && i !== rejected, event, event.x);
    }
  }
  drawRejection(svg, run, layout, rejected, width);
  return svg;
}

function eventNode(svg, i, event, place, choose, rejected) {
  const mark = node(svg, "g", {
    class: "event " + (event.k || "") + (rejected >= 0 && i > rejected ? " unchecked" : ""),
    transform: "translate(" + place.x.toFixed(1) + "," + place.y.toFixed(1) + ")",
    "data-index": i,
  });
  node(mark, "title", {}, event.e);
  node(mark, "rect", { class: "hit", x: -16, y: -8, width: 32, height: 16 });
  mark.addEventListener("click", () => choose(i));
  return mark;
}

function label(mark, wanted, event, text) {
  if (wanted && text) {
    const x = event.a === "HoldCertificate" ? 26 : 15;
    node(mark, "text", { class: "label", x: x, y: 0 }, text);
  }
}

function drawGround(svg, run, layout, width) {
  const gap = layout.laneWidth > 100 ? 4 : 2;
  run.lanes.forEach((lane, index) => {
    if (lane.byzantine) {
      node(svg, "rect", { class: "foreign", x: layout.middle(index) - layout.laneWidth / 2 + gap,
        y: 0, width: layout.laneWidth - 2 * gap, height: layout.height });
    }
  });
  for (const part of stretches(run, layout)) {
    const x = layout.middle(part.lane);
    if (part.view > 0) {
      node(svg, "rect", { class: "band-" + (part.view % 4), x: x - layout.laneWidth / 2 + gap,
        y: part.from, width: layout.laneWidth - 2 * gap,
        height: Math.max(0, part.to - part.from) });
    }
    const top = part.from === 0;
    node(svg, "line", { class: part.view > 0 ? "life" : "life down", x1: x, x2: x,
      y1: top ? TOP - 4 : part.from, y2: part.to });
    if (top) {
      node(svg, "text", { class: "center", x: x, y: 12 },
          part.view > 0 ? "view " + part.view : "down");
    }
  }
  for (const tick of layout.ticks) {
    node(svg, "text", { class: "label", x: 0, y: tick.y }, tick.text);
    node(svg, "line", { class: "time-line", x1: GUTTER - 6, x2: GUTTER, y1: tick.y, y2: tick.y });
  }
}

function drawFaults(svg, run, layout, width) {
  for (const fault of run.faults) {
    const from = heightAt(run, layout, fault.from);
    const to = heightAt(run, layout, fault.to);
    if (layout.places.size === 0 || to <= from) {
      continue;
    }
    node(svg, "rect", { class: "fault", x: GUTTER - 4, y: from, width: 3, height: to - from });
    if (from > TOP) {
      node(svg, "line", { class: "fault-line", x1: GUTTER, x2: width, y1: from, y2: from });
      node(svg, "text", { class: "fault-text label", x: GUTTER + 4, y: from - 6 }, fault.text);
    }
    if (to < layout.height) {
      node(svg, "line", { class: "fault-line", x1: GUTTER, x2: width, y1: to, y2: to });
      node(svg, "text", { class: "fault-text label", x: GUTTER + 4, y: to - 6 }, fault.end);
    }
  }
}

function drawArrows(svg, run, layout, hidden) {
  for (const [i, place] of layout.places) {
    const event = run.events[i];
    if (event.a !== "Receive" || hidden.has(event.k) || hidden.has("arrows")) {
      continue;
    }
    if (event.y !== undefined) {
      const from = layout.sightings.get(event.y);
      arrow(svg, i, event, from, place, run.lanes.findIndex((lane) => lane.id === event.g), layout,
          " byzantine");
    }
    for (const cause of event.c || []) {
      arrow(svg, i, event, layout.places.get(cause), place, run.events[cause].n, layout, "");
    }
  }
}

function arrow(svg, i, event, from, to, lane, layout, style) {
  // Sent before the window begins: a short piece that comes from the sender's side.
  const start = from || { x: to.x + Math.sign(layout.middle(lane) - to.x) * 18, y: to.y - 8 };
  const angle = Math.atan2(to.y - start.y, to.x - start.x);
  const tip = { x: to.x - 3 * Math.cos(angle), y: to.y - 3 * Math.sin(angle) };
  const wing = (turn) => (tip.x - 6 * Math.cos(angle + turn)).toFixed(1) + ","
      + (tip.y - 6 * Math.sin(angle + turn)).toFixed(1);
  node(svg, "path", {
    class: "arrow " + event.k + style, "data-to": i,
    d: "M" + start.x.toFixed(1) + "," + start.y.toFixed(1) + "L" + tip.x.toFixed(1) + ","
        + tip.y.toFixed(1) + "M" + wing(0.45) + "L" + tip.x.toFixed(1) + "," + tip.y.toFixed(1)
        + "L" + wing(-0.45),
  });
}

function drawRejection(svg, run, layout, rejected, width) {
  const place = layout.places.get(rejected);
  if (!place) {
    return;
  }
  const y = place.y + 16;
  node(svg, "ellipse", { class: "rejected-ring", cx: place.x, cy: place.y, rx: 26, ry: 14 });
  node(svg, "line", { class: "rejected-line", x1: 0, x2: width, y1: y, y2: y });
  const left = place.lane === run.lanes.length - 1;
  node(svg, "text", { class: "rejected-text label", x: place.x + (left ? -34 : 34), y: place.y,
    "text-anchor": left ? "end" : "start" }, "✗ rejected");
}
