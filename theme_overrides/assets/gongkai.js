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

  // The theme acts on single letters (f, s, n, p …), which a reader who speaks to the browser says all the time (WCAG 2.1.4).
  window.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  }, true);

  // Its menu and search open by labels, which the keyboard passes over: a button in each does the same.
  for (const [name, words] of [["__drawer", "打开菜单"], ["__search", "打开搜索"]]) {
    for (const label of document.querySelectorAll(`label.md-header__button[for="${name}"]`)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "gk-opener";
      button.setAttribute("aria-label", words);
      button.append(...label.childNodes);
      button.addEventListener("click", () => document.getElementById(name).click());
      label.append(button);
    }
  }

  // Where a section has a page of its own, the theme leaves its menu without a name.
  for (const menu of document.querySelectorAll(".md-nav[aria-labelledby]")) {
    const name = document.getElementById(menu.getAttribute("aria-labelledby"));
    const section = menu.parentElement.querySelector(".md-nav__link .md-ellipsis");
    if (section && !(name && name.textContent.trim())) {
      menu.removeAttribute("aria-labelledby");
      menu.setAttribute("aria-label", section.textContent.trim());
    }
  }

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
