/* The check-in list without network: marks wait in the browser, each with an id of its own, and are sent once. */
"use strict";

for (const list of document.querySelectorAll("[data-check-in]")) {
  const form = list.querySelector("[data-check-in-form]");
  if (!form) continue;
  const key = `skaala-door-${list.dataset.checkIn}`;
  const texts = JSON.parse(document.getElementById("check-in-texts").textContent);
  const waiting = list.querySelector("[data-check-in-waiting]");
  const problem = list.querySelector("[data-check-in-problem]");
  const rows = new Map([...form.querySelectorAll("li")].map((row) => [row.id.slice(1), row]));

  /* Names are in the marks, so that a refusal can name somebody: they stay no longer than a helper's phone is one. */
  const KEPT = 3 * 24 * 3600 * 1000;
  let held = null; // where the browser lets nothing be stored: the marks, as long as the page is open
  const read = () => {
    if (held) return held;
    try {
      const marks = JSON.parse(localStorage.getItem(key)) || [];
      // Marks kept by an earlier version call their action `deed`.
      return marks.filter((mark) => !(Date.now() - mark.at > KEPT)).map(({ deed, ...mark }) => (deed ? { action: deed, ...mark } : mark));
    } catch {
      return [];
    }
  };
  const keep = (marks) => {
    try {
      if (marks.length) localStorage.setItem(key, JSON.stringify(marks));
      else localStorage.removeItem(key);
    } catch {
      held = marks;
    }
  };

  const show = (id, at) => {
    const row = rows.get(id);
    if (!row) return;
    const button = row.querySelector("button");
    row.classList.toggle("has-come", Boolean(at));
    button.name = at ? "undo" : "come";
    button.classList.toggle("is-quiet", Boolean(at));
    button.classList.toggle("is-secondary", !at);
    row.querySelector("[data-check-in-label]").textContent = at ? texts.undo : texts.come;
    const time = at && new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: list.dataset.zone });
    const written = time && time.replace(/[.:]/, list.dataset.hourMark);  // as the server writes it
    row.querySelector(".check-in-state").textContent = at ? `${texts.arrived} ${written}` : "";
  };
  let pause;
  const say = () => {
    const marks = read();
    const queued = new Set(marks.map((mark) => mark.attendance));
    for (const [id, row] of rows) row.classList.toggle("is-waiting", queued.has(id));
    const had = waiting.textContent;
    const sentence = marks.length === 1 ? texts.waiting_one : texts.waiting_many.replace("{number}", marks.length);
    waiting.textContent = marks.length ? sentence : had ? texts.all_sent : "";
    clearTimeout(pause);
    if (!marks.length) pause = setTimeout(() => (waiting.textContent = ""), 6000);
  };
  const count = (counts) => {
    for (const [way, [arrived]] of Object.entries(counts)) {
      const shown = list.querySelector(`[data-check-in-count="${way}"]`);
      if (shown) shown.textContent = arrived;
    }
  };
  /* Why nothing is taken any more; who was refused, and why; that the list has changed. */
  let barred = "";
  const refused = new Map();
  let changed = "";
  const complain = () => {
    const names = [...refused].map(([why, who]) => `${texts.refused}: ${who.join(", ")}. ${why}`);
    const text = [barred, ...names, changed].filter(Boolean).join(" ");
    if (problem.textContent !== text) problem.textContent = text;
    problem.hidden = !text;
  };
  /* What the server says holds, but for what still waits here to be sent. */
  const take = (state) => {
    barred = "";
    count(state.counts);
    const queued = new Map(read().map((mark) => [mark.attendance, mark]));
    for (const id of rows.keys()) if (!queued.has(id)) show(id, state.come[id]);
    if (state.expected.some((id) => !rows.has(String(id)))) changed = texts.changed;
    complain();
  };

  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let marks = read(); marks.length; marks = read()) {
        const [first] = marks;
        const body = new FormData(form);
        body.set("mark", first.mark);
        body.set(first.action, first.attendance);
        // How long it has waited, not when it was made: the phone's clock may be wrong.
        body.set("waited", Math.max(0, Math.round((Date.now() - first.at) / 1000)) || 0);
        // A network that is there but carries nothing holds nobody up.
        const signal = AbortSignal.timeout?.(15_000);
        const answer = await fetch(location.pathname, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal });
        if (answer.status >= 500 || answer.status === 429) break;
        const state = await answer.json().catch(() => null);
        if (!state?.counts) {
          // Nothing was decided about this mark: the link has been ended, or the sign-in has, or a stranger's network answers.
          const isOut = answer.type === "opaqueredirect" || answer.status === 403;
          const why = state?.problem || (isOut && form.elements.csrfmiddlewaretoken && texts.signed_out);
          if (why) barred = `${why} ${texts.kept}`;
          complain();
          break;
        }
        // Another window of this browser may have added marks meanwhile.
        keep(read().filter((mark) => mark.mark !== first.mark));
        if (!answer.ok) refused.set(state.problem, [...(refused.get(state.problem) ?? []), first.name]);
        take(state);
      }
    } catch {
      // No network: what waits is kept and tried again.
    }
    sending = false;
    say();
  };

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.name) return;
    event.preventDefault();
    event.stopPropagation();
    const row = rows.get(button.value);
    const action = button.name;
    const mark = { mark: crypto.randomUUID?.() ?? random(), attendance: button.value, action, name: row.querySelector("strong").textContent, at: Date.now() };
    keep([...read(), mark]);
    show(button.value, action === "come" ? new Date().toISOString() : "");
    send();
  });
  /* randomUUID is there on secure pages only; a laptop at check-in may serve its phones without. */
  const random = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  const search = list.querySelector("[data-check-in-search]");
  const filter = () => {
    const wanted = search.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const row of rows.values()) {
      row.hidden = !wanted.every((word) => row.dataset.words.includes(word));
      found += !row.hidden;
    }
    list.querySelector("[data-check-in-none]").hidden = found > 0;
  };
  search.addEventListener("input", filter);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });

  const look = async () => {
    if (document.hidden) return;
    if (read().length) return send();
    try {
      const answer = await fetch(`${location.pathname}?as=json`, { headers: { Accept: "application/json" } });
      const state = await answer.json();
      if (state.counts) take(state);
      else if (state.problem) barred = state.problem;
      complain();
    } catch {
      // No network: the next look may have it.
    }
  };
  addEventListener("online", send);
  setInterval(look, 10_000);
  setInterval(() => !barred && read().length && send(), 3000);
  for (const mark of read()) show(mark.attendance, mark.action === "come" ? new Date(mark.at).toISOString() : "");
  say();
  send();
}
