/*
 * The box in which readers search, made when it is first opened. What is found comes from search.js.
 *
 * Keyboard: Ctrl+K opens it from anywhere, arrows go through the results, Escape closes it and gives the focus back.
 * A reader who follows a result finds the words marked there: the address carries them behind ?h=.
 */
"use strict";

(function () {
  const PAUSE = 60; // milliseconds after the last key
  const MORE = 10;
  const FACETS = [["township", "乡镇"], ["village", "村"], ["category", "类别"], ["year", "年份"]];
  const search = window.gongkaiSearch;
  const body = document.body;

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "text") element.textContent = value;
      else if (key in element && typeof value !== "string") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...inside);
    return element;
  };

  /* ---- the box ---- */

  const input = make("input", { type: "search", id: "gk-find-words", class: "gk-find-words", autocomplete: "off", autocapitalize: "off", spellcheck: "false", placeholder: "村名、事项、月份、金额，也可以打拼音", "aria-describedby": "gk-find-said" });
  const selects = new Map(FACETS.map(([name, words]) => [name, make("select", { id: `gk-find-${name}`, "aria-label": words })]));
  const said = make("p", { id: "gk-find-said", class: "gk-find-said", role: "status", "aria-live": "polite" });
  const results = make("ol", { class: "gk-find-results" });
  const more = make("button", { type: "button", class: "gk-find-more", text: "再看一些", hidden: true });
  const close = make("button", { type: "button", class: "gk-find-close", "aria-label": "关闭搜索", text: "✕" });
  const form = make("form", { role: "search", class: "gk-find-form", action: "#" },
    make("label", { for: "gk-find-words", class: "gk-find-label", text: "搜索" }), input, close,
    make("div", { class: "gk-find-facets", hidden: true }, ...selects.values()));
  const facets = form.lastElementChild;
  const box = make("div", { class: "gk-find", role: "dialog", "aria-modal": "true", "aria-label": "站内搜索", hidden: true },
    make("div", { class: "gk-find-box" }, form, said, results, more));
  body.append(box);
  search.root().catch(() => {}); // on its way while the first word is typed

  let opener = null;
  let limit = MORE;
  let asked = 0;
  let timer = 0;

  function open(from) {
    opener = from || document.activeElement;
    box.hidden = false;
    document.documentElement.classList.add("gk-finding");
    input.focus();
    input.select();
    search.root().catch(() => say("搜索用的文件没有找到。请确认压缩包已经全部解压。"));
  }

  function shut() {
    box.hidden = true;
    document.documentElement.classList.remove("gk-finding");
    if (opener && opener.isConnected) opener.focus();
  }

  const say = (words) => (said.textContent = words);

  /* ---- asking ---- */

  function soon() {
    limit = MORE;
    clearTimeout(timer);
    timer = setTimeout(ask, results.children.length ? PAUSE : 0); // who sees nothing yet need not wait
  }

  async function ask() {
    const mine = (asked += 1);
    const words = input.value.trim();
    if (!words) {
      results.replaceChildren();
      facets.hidden = more.hidden = true;
      say("");
      return;
    }
    const chosen = Object.fromEntries(FACETS.map(([name]) => [name, selects.get(name).value]));
    try {
      const found = await search.query(words, { ...chosen, limit });
      if (mine === asked) show(words, found);
    } catch (missing) {
      if (mine === asked) say("搜索用的文件没有找到。请确认压缩包已经全部解压。");
    }
  }

  function show(words, found) {
    for (const [name, label] of FACETS) fill(selects.get(name), label, found.facets[name]);
    facets.hidden = FACETS.every(([name]) => selects.get(name).hidden);
    results.replaceChildren(...found.hits.map((hit) => make("li", {}, link(words, hit))));
    more.hidden = found.hits.length >= found.total;
    say(found.total ? `找到 ${found.total} 页` : `没有找到“${words}”。换个说法，或者少写几个字。`);
  }

  function fill(select, label, counts) {
    const kept = select.value;
    const values = Object.keys(counts).sort((one, other) => (label === "年份" ? other.localeCompare(one) : counts[other] - counts[one]));
    select.replaceChildren(make("option", { value: "", text: `${label}：全部` }), ...values.map((value) =>
      make("option", { value, text: `${value}（${counts[value]}）`, selected: value === kept })));
    select.hidden = values.length < 2 && !kept;
  }

  function link(words, hit) {
    const where = [hit.township, hit.village, hit.category, hit.year && `${hit.year}年`].filter(Boolean).join(" · ");
    const address = `${hit.url}?h=${encodeURIComponent(words)}`;
    const { text, marks, cut } = hit.excerpt;
    const quoted = make("span", { class: "gk-find-text" }, cut[0] ? "…" : "", ...marked(text, marks), cut[1] ? "…" : "");
    return make("a", { href: address },
      make("span", { class: "gk-find-title" }, ...marked(hit.title, hit.titleMarks)), make("span", { class: "gk-find-where", text: where }), quoted);
  }

  function marked(text, marks) {
    const parts = [];
    let at = 0;
    for (const [from, to] of marks) {
      parts.push(text.slice(at, from), make("mark", { text: text.slice(from, to) }));
      at = to;
    }
    return [...parts, text.slice(at)];
  }

  /* ---- hands on the keyboard ---- */

  input.addEventListener("input", (event) => event.isComposing || soon());
  input.addEventListener("compositionend", soon);
  for (const select of selects.values()) select.addEventListener("change", () => { limit = MORE; ask(); });
  more.addEventListener("click", () => {
    const seen = results.children.length;
    limit += MORE;
    ask().then(() => results.children[seen]?.firstElementChild.focus());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask().then(() => results.querySelector("a")?.focus());
  });
  close.addEventListener("click", shut);
  box.addEventListener("mousedown", (event) => event.target === box && shut());
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      shut();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.target.tagName === "SELECT") return;
      const stops = [input, ...results.querySelectorAll("a")];
      const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
      event.preventDefault();
    } else if (event.key === "Tab") {
      const stops = [...box.querySelectorAll("input, select:not([hidden]), button:not([hidden]), a")].filter((one) => one.offsetParent);
      const [first, last] = [stops[0], stops[stops.length - 1]];
      if (document.activeElement === (event.shiftKey ? first : last)) {
        (event.shiftKey ? last : first).focus();
        event.preventDefault();
      }
    }
  });

  window.gongkaiFind = { open };
})();
