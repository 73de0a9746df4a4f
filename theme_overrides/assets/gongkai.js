/*
 * What the theme leaves undone for readers with a keyboard, a screen reader or a pasted query.
 * Pages read the same without this script.
 */
"use strict";

(function () {
  const dialog = document.querySelector(".md-search");
  if (dialog) dialog.setAttribute("aria-label", "站内搜索");

  // The theme listens to keys only; pasted, dictated or handwritten text presses none.
  const input = document.querySelector(".md-search__input");
  if (input) input.addEventListener("input", () => input.dispatchEvent(new Event("keyup")));

  // A table that scrolls sideways has to be reachable with the keyboard.
  function markWideTables() {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) {
        wrap.tabIndex = 0;
        wrap.setAttribute("role", "group");
        wrap.setAttribute("aria-label", "表格，可左右滑动");
      } else {
        ["tabindex", "role", "aria-label"].forEach((name) => wrap.removeAttribute(name));
      }
    }
  }
  document.addEventListener("DOMContentLoaded", markWideTables); // the theme has wrapped them by then
  window.addEventListener("resize", markWideTables);

  // On paper: the words of the page's head, for the margins of all sheets but the first; and what is folded, opened.
  const paper = document.documentElement.style;
  document.querySelectorAll(".gk-print-head > span").forEach((words, place) => {
    paper.setProperty(["--gk-head", "--gk-who"][place], JSON.stringify(words.textContent));
  });
  window.addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("article details:not([open])")) {
      folded.open = true;
      window.addEventListener("afterprint", () => (folded.open = false), { once: true });
    }
  });
})();
