// Where everything in a window of the run stands. Pure: events in, positions out.

const GUTTER = 42;

// The names of the views in which the window begins stand at the top.
const TOP = 24;

// How much room an event takes in its lane.
const ROOM = { Receive: 8, EnterView: 18, HoldCertificate: 22, Commit: 22, Crash: 22, Restart: 22 };

function roomOf(event) {
  return ROOM[event.a] || 19;
}

// Events first..last (inclusive) get a place: time runs down, and never back. Events of one lane
// don't overlap; a long silence takes little room.
function layOut(run, first, last, width) {
  const laneWidth = (width - GUTTER) / run.lanes.length;
  const middle = (lane) => GUTTER + laneWidth * (lane + 0.5);
  const bottom = run.lanes.map(() => TOP);
  const places = new Map();
  const sightings = new Map();
  const ticks = [];
  let y = TOP;
  let time = first <= last ? run.events[first].t : 0;
  let tickAt = -100;
  for (let i = first; i <= last; i++) {
    const event = run.events[i];
    const waited = Math.max(0, event.t - time);
    y += Math.min(26, waited * 0.6 + (waited > 0 ? 1.5 : 0));
    time = event.t;
    if (event.z !== undefined) {
      // The lane of a Byzantine replica shows a message where somebody received it first.
      const there = Math.max(y, bottom[event.z] + 10);
      sightings.set(i, { x: middle(event.z), y: there, lane: event.z });
      bottom[event.z] = there + 10;
      y = there + 3;
    }
    const room = roomOf(event);
    y = Math.max(y, bottom[event.n] + room / 2);
    places.set(i, { x: middle(event.n), y: y, lane: event.n });
    bottom[event.n] = y + room / 2;
    if (i === run.rejected) {
      // Room for the line below which nothing was checked.
      y += 22;
      bottom[event.n] = y;
    }
    if (y - tickAt >= 34) {
      ticks.push({ y: y, text: event.t.toLocaleString("en") });
      tickAt = y;
    }
  }
  const height = Math.max(40, ...bottom) + 14;
  return { places, sightings, ticks, height, laneWidth, middle, first, last };
}

// A moment of simulated time.
function clock(millis) {
  return millis.toLocaleString("en") + " ms";
}

// What view each lane is in over the window, from top to bottom: 0 while the replica is down.
function stretches(run, layout) {
  const result = [];
  run.lanes.forEach((lane, index) => {
    if (lane.byzantine) {
      return;
    }
    let view = viewBefore(run, layout.first, index);
    let from = 0;
    for (const [i, place] of layout.places) {
      const event = run.events[i];
      if (event.n === index && event.w !== view) {
        const here = place.y - (event.a === "EnterView" ? roomOf(event) / 2 : 0);
        result.push({ lane: index, view: view, from: from, to: here });
        view = event.w;
        from = here;
      }
    }
    result.push({ lane: index, view: view, from: from, to: layout.height });
  });
  return result;
}

function viewBefore(run, first, lane) {
  for (let i = first - 1; i >= 0; i--) {
    if (run.events[i].n === lane) {
      return run.events[i].w;
    }
  }
  return 1;
}

// The place in the window of a moment of simulated time.
function heightAt(run, layout, millis) {
  for (const [i, place] of layout.places) {
    if (run.events[i].t >= millis) {
      return place.y - roomOf(run.events[i]) / 2 - 2;
    }
  }
  return layout.height;
}

// First and last event of the views from..to, as the most advanced replica counts them.
function eventsOf(run, from, to) {
  let first = run.events.findIndex((event) => event.l >= from);
  if (first < 0) {
    first = Math.max(0, run.events.length - 1);
  }
  let last = first;
  while (last + 1 < run.events.length && run.events[last + 1].l <= to) {
    last++;
  }
  return { first, last };
}
