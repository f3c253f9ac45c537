/*
 * Follows a board: what is new is said in the strip above, and nothing that is being read is moved or takes the focus.
 * Without this file all is there after a reload.
 */
"use strict";

const bar = document.querySelector("[data-live]");
if (bar && window.EventSource) follow(bar);

function follow(bar) {
  const data = bar.dataset;
  const texts = JSON.parse(document.getElementById("live-texts").textContent);
  const within = (name) => bar.querySelector(`[data-live-${name}]`);
  const everywhere = (name) => document.querySelectorAll(`[data-live-${name}]`);
  let shown = JSON.parse(data.liveState);
  let newest = null; // the last frame, applied or not
  let serverAhead = 0; // milliseconds by which the server's clock is ahead of ours
  let paused = remembered() === "yes";
  let ends = shown.ends;
  let saidPhase = shown.phase;
  let saidGroups = shown.groups;
  let saidAsks = shown.asks;

  function remembered() {
    try {
      return sessionStorage.getItem("skaala-live-paused");
    } catch {
      return null; // storage is switched off; then it is not remembered
    }
  }

  // --- the stream: straight to its own port where there is one, else under the pages' address

  let silence;
  let refusals = 0; // in a row
  function listen(straight) {
    const source = new EventSource(straight ? `${location.protocol}//${location.hostname}:${data.livePort}${data.live}` : data.live);
    let opened = false;
    source.onopen = () => {
      opened = true;
      refusals = 0;
      clearTimeout(silence);
      silence = undefined;
      within("lost").hidden = true;
    };
    source.addEventListener("clock", (event) => {
      serverAhead = Number(event.data) - Date.now();
    });
    source.onmessage = (event) => {
      const frame = JSON.parse(event.data);
      if (frame.version < shown.version) return; // older than this page
      newest = frame;
      take();
    };
    source.onerror = () => {
      if (!opened && straight) {
        source.close();
        listen(false);
        return;
      }
      silence ??= setTimeout(() => (within("lost").hidden = false), source.readyState === EventSource.CLOSED ? 8_000 : 20_000);
      if (source.readyState === EventSource.CLOSED) {
        // Refused or broken; a browser does not come back from that unasked. A proxy answers 502 while the server starts again, so
        // at first we ask soon, each at a moment of their own.
        const pause = Math.min(1000 * 2 ** refusals, 30_000);
        refusals += 1;
        setTimeout(() => listen(data.livePort !== "0"), pause * (1 + Math.random() / 2));
      }
    };
    addEventListener("pagehide", () => source.close());
  }

  // --- what a frame changes

  function take() {
    ends = newest.ends;
    timer(); // time is the same for all, paused or not
    const count = unseen();
    within("hint").textContent = paused && (count || differs()) ? (texts.paused.replace("{number}", count || 1)) : "";
    if (paused) return;
    for (const place of everywhere("name")) place.textContent = newest.name;
    for (const place of everywhere("counts")) if (newest.counts) place.textContent = newest.counts;
    for (const place of everywhere("answers")) place.textContent = newest.answers?.[place.dataset.liveAnswers] ?? place.textContent;
    stats();
    takeAway();
    if (document.querySelector("[data-live-swap]")) {
      if (differs()) swap();
      return;
    }
    if (newest.phase !== saidPhase) {
      saidPhase = newest.phase;
      within("said").textContent = texts.phase.replace("{phase}", newest.name);
    } else if (newest.groups !== saidGroups) {
      within("said").textContent = !newest.groups ? texts.together : saidGroups ? texts.groups : texts.split;
      saidGroups = newest.groups;
    } else if (newest.asks !== saidAsks) {
      within("said").textContent = newest.asks ? texts.asks : texts.asked;
      saidAsks = newest.asks;
    }
    within("reload").hidden = !differs() || count > 0 && !moved();
    within("more").hidden = !(beside() && document.querySelector("[data-live-beside]") ||
      newest.polls !== shown.polls && !moved() && document.querySelector("[data-live-polls]"));
    const link = within("new");
    link.hidden = !count || !data.liveShows;
    link.firstElementChild.textContent = (count === 1 ? texts.one : texts.many.replace("{number}", count));
  }

  const moved = () => newest.phase !== shown.phase || newest.groups !== shown.groups || newest.asks !== shown.asks;
  // Those who lead and the room see all of the board; the others are told on the page that shows it.
  const beside = () => newest.beside !== shown.beside;
  const differs = () => moved() || (newest.stamp ?? "") !== (shown.stamp ?? "") || ("stamp" in shown && (beside() || newest.polls !== shown.polls));

  // Statements shown now that were not when this page was made; numbers may come late, when they were looked at first.
  function unseen() {
    const least = shown.recent.length < 40 ? 0 : shown.recent[0];
    return newest.recent.filter((number) => number > least && !shown.recent.includes(number)).length;
  }

  function stats() {
    for (const group of everywhere("stats")) {
      const values = group.querySelectorAll(".stat-value");
      group.dataset.liveStats.split(" ").forEach((name, place) => {
        const value = newest.stats?.[name];
        if (value !== undefined) values[place].textContent = value;
      });
    }
  }

  // What the facilitator took off the board is not left standing; its place stays, so that nothing moves.
  function takeAway() {
    for (const number of newest.gone ?? []) {
      if (shown.gone?.includes(number)) continue;
      const words = document.querySelector(`[data-number="${number}"] [data-statement]`);
      if (words && words.textContent !== texts.gone) {
        words.textContent = texts.gone;
        words.lang = document.documentElement.lang;
      }
    }
  }

  // The projector has nobody's focus: it shows the whole page anew.
  let swapping;
  function swap() {
    swapping ??= setTimeout(async () => {
      try {
        const answer = await fetch(location.href);
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelector("[data-live-swap]").replaceWith(page.querySelector("[data-live-swap]"));
        shown = JSON.parse(page.querySelector("[data-live]").dataset.liveState);
        timer();
        document.dispatchEvent(new Event("skaala-swapped"));
      } catch {
        // No connection; the next frame tries again.
      } finally {
        swapping = undefined;
      }
    }, 600);
  }

  function timer() {
    const left = ends - Date.now() - serverAhead;
    for (const place of everywhere("timer")) {
      const clock = place.querySelector("time");
      place.hidden = !ends || left < -60_000;
      if (newest?.clock && clock.textContent !== newest.clock) {
        clock.textContent = newest.clock;
        clock.dateTime = newest.at;
      }
      const seconds = Math.max(0, Math.round(left / 1000));
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      // The last minute has a colour and a shape of its own.
      place.classList.toggle("is-last", Boolean(ends) && seconds <= 60 && seconds > 0);
      place.classList.toggle("is-over", Boolean(ends) && seconds === 0);
      place.querySelector("[data-live-left]").textContent = paused ? "" : seconds ? texts.left.replace("{time}", time) : texts.over;
    }
  }

  // --- pausing

  const button = within("pause");
  const press = () => button.setAttribute("aria-pressed", paused ? "true" : "false");
  button.addEventListener("click", () => {
    paused = !paused;
    try {
      sessionStorage.setItem("skaala-live-paused", paused ? "yes" : "no");
    } catch {
      // not remembered then
    }
    press();
    timer();
    if (newest) take();
  });
  within("reload").href = location.href;
  within("more").firstElementChild.href = location.href;
  press();
  timer();
  setInterval(() => {
    if (ends && !paused && !document.hidden) timer();
  }, 1000);
  bar.hidden = false;
  listen(data.livePort !== "0");
}
