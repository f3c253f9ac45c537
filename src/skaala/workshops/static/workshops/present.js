/*
 * The projector: arrow keys go from screen to screen, what would not fit is made smaller, and the wall turns its pages.
 * Without this file the buttons do the same, and the newest statements stay.
 */
"use strict";

const SMALLEST = 0.5;
const PAGE_SECONDS = 12;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.matches("input, textarea, select")) return;
  const value = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous" }[event.key];
  const button = value && document.querySelector(`[data-step-form] button[value=${value}]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

function fit() {
  for (const screen of document.querySelectorAll("[data-fit]")) {
    for (let scale = 1; scale >= SMALLEST; scale -= 0.05) {
      screen.style.setProperty("--scale", scale.toFixed(2));
      if (screen.scrollHeight <= screen.clientHeight + 1) break;
    }
  }
}

// The wall: the newest page first, then what was written before, round and round.
function turn() {
  if (document.querySelector("[data-live-pause][aria-pressed=true]")) return;
  const pages = [...document.querySelectorAll("[data-wall] > .wall-page")];
  const shown = pages.findIndex((page) => !page.hidden);
  if (pages.length < 2) return;
  pages[shown].hidden = true;
  pages[(shown + 1) % pages.length].hidden = false;
  fit();
}

addEventListener("resize", fit);
addEventListener("load", fit);
document.addEventListener("skaala-swapped", fit);
setInterval(turn, PAGE_SECONDS * 1000);
fit();
