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

  // What scrolls sideways has to be reachable with the keyboard: wide tables, and the large charts of elder mode.
  function markWide() {
    for (const [kind, words] of [[".md-typeset__scrollwrap", "表格，可左右滑动"], ["figure.gk-chart", "图，可左右滑动"]]) {
      for (const wrap of document.querySelectorAll(kind)) {
        if (wrap.scrollWidth > wrap.clientWidth) {
          wrap.tabIndex = 0;
          wrap.setAttribute("role", "group");
          wrap.setAttribute("aria-label", words);
        } else {
          ["tabindex", "role", "aria-label"].forEach((name) => wrap.removeAttribute(name));
        }
      }
    }
  }
  document.addEventListener("DOMContentLoaded", markWide); // the theme has wrapped the tables by then
  window.addEventListener("resize", markWide);
  document.addEventListener("toggle", markWide, true); // what was folded has no width

  // Elder mode: larger text, stronger contrast, bigger targets; kept for the next page where the browser keeps anything.
  const root = document.documentElement;
  const elder = document.querySelector(".gk-elder");
  function showElder() {
    elder.setAttribute("aria-pressed", String("elder" in root.dataset));
    elder.textContent = "elder" in root.dataset ? "标准版" : "大字版";
    markWide();
  }
  if (elder) {
    elder.hidden = false;
    elder.addEventListener("click", () => {
      if ("elder" in root.dataset) delete root.dataset.elder;
      else root.dataset.elder = "";
      try {
        localStorage.setItem("gongkai.elder", "elder" in root.dataset ? "1" : "0");
      } catch (refused) {
        // It lasts for this page alone.
      }
      showElder();
    });
    showElder();
  }

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
