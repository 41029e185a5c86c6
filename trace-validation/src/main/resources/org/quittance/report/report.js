// The controls of the diagram: which views, which kinds, and the details of one event.

function start() {
  const run = JSON.parse(document.getElementById("run-data").textContent);
  if (run.events.length === 0) {
    return;
  }
  const MOST = 1500;
  const byId = (id) => document.getElementById(id);
  const from = byId("view-from");
  const to = byId("view-to");
  const hidden = new Set();
  const rejected = run.rejected === null ? -1 : run.rejected;
  const lastView = run.events[run.events.length - 1].l;
  let chosen = -1;
  let drawn = null;

  function redraw() {
    let range = eventsOf(run, Number(from.value), Number(to.value));
    const cut = range.last - range.first >= MOST;
    if (cut) {
      range.last = range.first + MOST - 1;
    }
    const stage = byId("stage");
    const least = GUTTER + run.lanes.length * 62;
    const width = Math.max(least, Math.floor(stage.clientWidth));
    stage.classList.toggle("scrolls", width > stage.clientWidth);
    drawn = layOut(run, range.first, range.last, width);
    byId("picture").replaceChildren(drawRun(run, drawn, hidden, rejected, choose));
    byId("lanes").style.width = width + "px";
    byId("shown").textContent = "Events " + count(range.first) + " to " + count(range.last)
        + " of " + run.total.toLocaleString("en")
        + (cut ? ". Too many to draw at once: choose fewer views." : ".") + faultsIn(range);
    list(range);
    overview(range);
    mark();
  }

  function faultsIn(range) {
    const from = run.events[range.first].t;
    const to = run.events[range.last].t;
    return run.faults.filter((fault) => fault.from <= to && fault.to >= from)
        .map((fault) => " Meanwhile: " + fault.text + ", from " + clock(fault.from) + " to "
            + clock(fault.to) + ".").join("");
  }

  function count(index) {
    return (index + run.first).toLocaleString("en");
  }

  function list(range) {
    const items = [];
    for (let i = range.first; i <= range.last; i++) {
      const event = run.events[i];
      if (!event.k || !hidden.has(event.k)) {
        const item = document.createElement("li");
        item.value = i + run.first;
        item.textContent = clock(event.t) + " " + run.lanes[event.n].name + ": " + event.e
            + (i === rejected ? " REJECTED: the spec does not allow this event." : "");
        item.className = i === rejected ? "rejected" : "";
        items.push(item);
      }
    }
    byId("listing").replaceChildren(...items);
  }

  // The whole run from left to right, one row per replica; a click moves the window.
  function overview(range) {
    const width = Math.max(200, byId("stage").clientWidth);
    const row = 9;
    const height = run.lanes.length * row + 8;
    const svg = byId("overview");
    const end = Math.max(1, run.events[run.events.length - 1].t);
    const x = (millis) => 4 + (width - 8) * millis / end;
    svg.replaceChildren();
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    svg.setAttribute("height", height);
    svg.setAttribute("preserveAspectRatio", "none");
    for (const fault of run.faults) {
      node(svg, "rect", { class: "fault", x: x(fault.from), y: 0,
        width: Math.max(2, x(fault.to) - x(fault.from)), height: 3 });
    }
    const down = new Map();
    const line = (lane, a, b, style) => node(svg, "line", { class: style, x1: x(a), x2: x(b),
      y1: 8 + lane * row, y2: 8 + lane * row, stroke: "currentColor" });
    run.lanes.forEach((lane, index) => line(index, 0, end, "life down"));
    const since = run.lanes.map(() => 0);
    run.events.forEach((event) => {
      const y = 8 + event.n * row;
      if (event.a === "Crash") {
        line(event.n, since[event.n], event.t, "life");
        down.set(event.n, true);
      } else if (event.a === "Restart") {
        since[event.n] = event.t;
        down.delete(event.n);
      } else if (event.a === "Commit") {
        node(svg, "rect",
            { class: "pill-commit", x: x(event.t) - 1, y: y - 3, width: 2, height: 6 });
      }
    });
    run.lanes.forEach((lane, index) => {
      if (!lane.byzantine && !down.has(index)) {
        line(index, since[index], end, "life");
      }
    });
    const left = x(run.events[range.first].t);
    node(svg, "rect", { class: "window", x: left, y: 1,
      width: Math.max(4, x(run.events[range.last].t) - left), height: height - 2 });
    if (rejected >= 0) {
      node(svg, "circle", { class: "rejected-ring", cx: x(run.events[rejected].t),
        cy: 8 + run.events[rejected].n * row, r: 4 });
    }
    svg.onclick = (click) => {
      const box = svg.getBoundingClientRect();
      const millis = end * ((click.clientX - box.left) / box.width * width - 4) / (width - 8);
      const index = run.events.findIndex((event) => event.t >= millis);
      const view = run.events[index < 0 ? run.events.length - 1 : index].l;
      show(view - 1, view + 1);
    };
  }

  function show(first, last) {
    const size = Math.max(0, last - first);
    const begin = Math.min(Math.max(run.views[0], first), Math.max(run.views[0], lastView - size));
    from.value = begin;
    to.value = Math.min(lastView, begin + size);
    redraw();
  }

  // Shows an event, by its place in the data, well above the panel with its details.
  function go(index) {
    const view = run.events[index].l;
    if (!drawn || index < drawn.first || index > drawn.last) {
      show(view - 1, view + 1);
    }
    choose(index);
    const mark = byId("event-" + (index + run.first));
    if (mark) {
      window.scrollBy(0, mark.getBoundingClientRect().top - window.innerHeight * 0.35);
    }
  }

  function choose(index) {
    chosen = index;
    const event = run.events[index];
    const lane = run.lanes[event.n];
    byId("details-title").textContent = "Event " + count(index) + ": " + event.a;
    byId("details-where").textContent = lane.name + ", its step " + event.q + ", at "
        + clock(event.t) + (event.w ? ", in view " + event.w : ", down");
    byId("details-text").textContent = event.e;
    byId("details-rejected").hidden = index !== rejected;
    byId("details-unchecked").hidden = rejected < 0 || index <= rejected;
    byId("details-data").textContent =
        JSON.stringify({ args: event.d, post: event.p }, withBlocks, 1);
    const cause = event.c && event.c.length ? event.c[0] : -1;
    byId("details-cause").hidden = cause < 0;
    byId("details-cause").onclick = () => go(cause);
    byId("details").hidden = false;
    mark();
  }

  // Blocks stand in the data by their numbers.
  function withBlocks(key, value) {
    if (key === "path") {
      return value.map((block) => run.blocks[block] || block);
    }
    return typeof value === "number" && run.blockKeys.includes(key) ? run.blocks[value] : value;
  }

  function mark() {
    document.querySelectorAll(".chosen").forEach((element) => {
      element.classList.remove("chosen");
      element.querySelectorAll(".halo").forEach((halo) => halo.remove());
    });
    const element = byId("event-" + (chosen + run.first));
    if (chosen >= 0 && element) {
      element.classList.add("chosen");
      const box = element.querySelector("path, circle, rect:not(.hit), text").getBBox();
      node(element, "rect", { class: "halo", x: box.x - 4, y: box.y - 4, rx: 6,
        width: box.width + 8, height: box.height + 8 });
      document.querySelectorAll('.arrow[data-to="' + chosen + '"]').forEach((arrow) =>
          arrow.classList.add("chosen"));
    }
  }

  function follow() {
    const match = /^#event-(\d+)$/.exec(location.hash);
    const index = match ? Number(match[1]) - run.first : -1;
    if (index >= 0 && index < run.events.length) {
      go(index);
    }
  }

  function shift(step) {
    const size = Number(to.value) - Number(from.value) + 1;
    show(Number(from.value) + step * size, Number(to.value) + step * size);
  }

  from.onchange = to.onchange = () => show(Number(from.value), Number(to.value));
  byId("earlier").onclick = () => shift(-1);
  byId("later").onclick = () => shift(1);
  byId("details-close").onclick = () => {
    byId("details").hidden = true;
    chosen = -1;
    mark();
  };
  byId("details-previous").onclick = () => go(Math.max(0, chosen - 1));
  byId("details-next").onclick = () => go(Math.min(run.events.length - 1, chosen + 1));
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape") {
      byId("details-close").onclick();
    }
  });
  document.querySelectorAll("[data-moment]").forEach((button) => {
    button.onclick = () => go(Number(button.dataset.moment));
  });
  document.querySelectorAll("[data-kind]").forEach((button) => {
    button.onclick = () => {
      const kind = button.dataset.kind;
      hidden.has(kind) ? hidden.delete(kind) : hidden.add(kind);
      button.setAttribute("aria-pressed", String(!hidden.has(kind)));
      redraw();
    };
  });
  let width = 0;
  new ResizeObserver(() => {
    if (byId("stage").clientWidth !== width) {
      width = byId("stage").clientWidth;
      redraw();
    }
  }).observe(byId("stage"));
  window.addEventListener("hashchange", follow);
  show(run.views[1], run.views[2]);
  follow();
}

start();
