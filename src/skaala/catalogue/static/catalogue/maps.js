/* A slider over the years for the map of an action's spread. Without this file some years stand side by side. */
"use strict";

const texts = JSON.parse(document.getElementById("map-texts")?.textContent ?? "{}");

for (const figure of document.querySelectorAll("figure[data-years]")) {
  const began = figure.dataset.years.split(",").map(Number);
  const maps = [...figure.querySelectorAll(".spread-maps-row > div")];
  const map = maps.at(-1).querySelector("svg");
  const line = maps.at(-1).querySelector(".spread-map-year");

  const label = document.createElement("label");
  const slider = document.createElement("input");
  label.append(`${texts.year} `, slider);
  Object.assign(slider, { type: "range", min: Math.min(...began), max: Math.max(...began), step: 1 });
  slider.value = slider.max;

  const show = () => {
    const year = Number(slider.value);
    const number = began.filter((one) => one <= year).length;
    const words = (number === 1 ? texts.one : texts.many).replace("{year}", year).replace("{number}", number);
    for (const shape of map.querySelectorAll("[data-year]")) {
      shape.style.display = Number(shape.dataset.year) <= year ? "" : "none";
    }
    map.setAttribute("aria-label", words);
    slider.setAttribute("aria-valuetext", words);
    line.textContent = words;
  };

  for (const other of maps.slice(0, -1)) other.hidden = true;
  figure.classList.add("has-slider");
  figure.querySelector(".spread-maps-row").before(label);
  slider.addEventListener("input", show);
  show();
}
