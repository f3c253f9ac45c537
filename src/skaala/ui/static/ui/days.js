/* Fields for a day: the weekday follows what is typed, and the browser's calendar fills it in. Works without this file. */
"use strict";

{
  const language = document.documentElement.lang;
  const months = [...Array(12).keys()].map((month) => new Date(2023, month, 1).toLocaleString("en-GB", { month: "long" }));

  const read = (text) => {
    const found =
      /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)?.slice(1) ??
      /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})$/.exec(text)?.slice(1).reverse();
    const words = /^(\d{1,2}) ([a-z]{3,}) (\d{4})$/i.exec(text);
    const [year, month, day] =
      found?.map(Number) ??
      (words ? [Number(words[3]), 1 + months.findIndex((name) => name.toLowerCase().startsWith(words[2].toLowerCase())), Number(words[1])] : []);
    if (!month) return null;
    const date = new Date(year, month - 1, day);
    return date.getMonth() === month - 1 && date.getDate() === day ? date : null;
  };

  const write = (date, style) => {
    const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    if (style === "point") return `${day}.${month}.${year}`;
    if (style === "words") return `${day} ${months[month - 1]} ${year}`;
    return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  };

  for (const field of document.querySelectorAll("input[data-day]")) {
    const weekday = field.parentElement.querySelector(".day-weekday");
    const show = () => {
      const date = read(field.value.trim());
      weekday.textContent = date ? date.toLocaleString(language === "en" ? "en-GB" : language, { weekday: "short" }) : "";
    };
    field.addEventListener("input", show);

    const calendar = document.createElement("input");
    calendar.type = "date";
    if (!calendar.showPicker || field.disabled) continue;
    calendar.className = "day-calendar";
    calendar.tabIndex = -1;
    calendar.setAttribute("aria-hidden", "true");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button is-secondary is-small day-button";
    button.textContent = document.querySelector("[data-calendar-word]")?.dataset.calendarWord ?? "…";
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label) {
      const of = document.createElement("span");
      of.className = "visually-hidden";
      of.textContent = `: ${label.textContent.trim()}`;
      button.append(of);
    }
    button.addEventListener("click", () => {
      const date = read(field.value.trim());
      calendar.value = date ? write(date, "iso") : "";
      try {
        calendar.showPicker();
      } catch {
        field.focus();
      }
    });
    calendar.addEventListener("change", () => {
      const date = read(calendar.value);
      if (!date) return;
      field.value = write(date, field.dataset.day);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
    weekday.after(" ", button, calendar);
  }
}
