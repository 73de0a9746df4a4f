/*
 * What the theme leaves undone for readers with a keyboard, a screen reader or a pasted query.
 * Pages read the same without this script.
 */
"use strict";

(function () {
  // Search comes when it is asked for: its scripts are loaded by the first opening, or by a page that was found by it.
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const scripts = new Map();
  function script(name) {
    if (!scripts.has(name)) {
      scripts.set(name, new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = assets + name;
        element.async = false; // together they are loaded, and run in the order in which they were asked for
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      }));
    }
    return scripts.get(name);
  }
  const ready = () => Promise.all(["search.js", "search-dialog.js"].map(script));
  const find = (opener) => ready().then(() => window.gongkaiFind.open(opener));
  for (const opener of document.querySelectorAll("[data-gk-find]")) {
    opener.hidden = false;
    for (const sign of ["pointerenter", "focus"]) opener.addEventListener(sign, ready, { once: true });
    opener.addEventListener("click", () => find(opener));
  }
  window.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      find(document.activeElement);
    }
  });

  // Reviewers may write beside the page; in no other edition does a page ask for it.
  if (document.querySelector("[data-gk-comments]")) {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${assets}style/comments.css`;
    document.head.append(style);
    ["release.js", "comments.js"].map(script);
  }

  // Where a page was found by words, they are marked in it, and the first of them is brought into sight.
  const words = new URLSearchParams(location.search).get("h");
  if (words) {
    script("search.js").then(() => {
      const texts = document.createTreeWalker(document.querySelector("article") || document.body, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (texts.nextNode()) nodes.push(texts.currentNode);
      for (const node of nodes) {
        for (const [from, to] of window.gongkaiSearch.marks(words, node.data).reverse()) {
          const range = document.createRange();
          range.setStart(node, from);
          range.setEnd(node, to);
          const mark = document.createElement("mark");
          mark.className = "gk-hit";
          range.surroundContents(mark);
        }
      }
      const first = document.querySelector(".gk-hit");
      first?.closest("details")?.setAttribute("open", "");
      first?.scrollIntoView({ block: "center" });
    });
  }

  // The theme acts on single letters (f, s, n, p …), which a reader who speaks to the browser says all the time (WCAG 2.1.4).
  window.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  }, true);

  // Its menu opens by a label, which the keyboard passes over: a button in it does the same.
  for (const label of document.querySelectorAll('label.md-header__button[for="__drawer"]')) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "gk-opener";
    button.setAttribute("aria-label", "打开菜单");
    button.append(...label.childNodes);
    button.addEventListener("click", () => document.getElementById("__drawer").click());
    label.append(button);
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
