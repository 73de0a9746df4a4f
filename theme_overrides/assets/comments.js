/*
 * Comments of reviewers, in the offline bundle that is given to them; no other site holds this file.
 *
 * What is written stays in this browser until it is saved as a small JSON file, which `gongkai comments` reads:
 *   {kind: "gongkai-comments", version: 1, release, comments: [{id, page, title, anchor, heading, record, where, quote, text, who, when}]}
 * Nothing is sent anywhere.
 *
 * Ways to mark: select words; point at a paragraph and press the button beside it; or "写意见", which goes through the page
 * by Tab or arrows and takes Enter, a click or a tap.
 */
"use strict";

(function () {
  const article = document.querySelector("article.md-content__inner");
  if (!article) return;
  const KIND = "gongkai-comments";
  const LONGEST = { quote: 600, text: 4000, who: 60 };
  const MOST = 2000; // comments in one file
  const LARGEST = 8 * 2 ** 20; // bytes of a file that is still opened
  const TARGETS = ".gk-figure, figure, tr, li, p, h1, h2, h3, h4, dt, dd, summary, blockquote";
  const APART = ".gk-print, .gk-crumbs, .gk-switch, .gk-noscript, .gk-nojs, .gk-sample, .gk-themes, .gk-contents, nav, button, [hidden]";
  const release = window.gongkaiRelease || { code: "", changes: "" };
  const root = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const page = decodeURIComponent(location.pathname.slice(new URL(root).pathname.length)).replace(/(^|\/)$/, "$1index.html");
  const KEY = `gongkai.comments.${release.code || root}`;
  const WHO = "gongkai.comments.who";

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
  const button = (words, act, attributes = {}) => {
    const made = make("button", { type: "button", text: words, ...attributes });
    made.addEventListener("click", act);
    return made;
  };
  const tidy = (text, longest) => text.replace(/\s+/g, " ").trim().slice(0, longest);

  /* ---- what is kept ---- */

  let comments = [];
  let refused = false; // the browser keeps nothing
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch (error) {
      refused = true;
      return null;
    }
  };
  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch (error) {
      refused = true;
    }
  }
  function load() {
    try {
      comments = sound(JSON.parse(read(KEY) || "[]"));
    } catch (error) {
      comments = [];
    }
  }

  // Whatever a file or the browser's store holds: only texts of ours, none too long.
  function sound(list) {
    const text = (value, longest) => (typeof value === "string" ? value.slice(0, longest) : "");
    const found = [];
    for (const one of Array.isArray(list) ? list.slice(0, MOST) : []) {
      if (!one || typeof one !== "object" || typeof one.text !== "string" || !one.text.trim()) continue;
      if (!/^[\w-]{1,60}$/.test(one.id) || !/^[a-z0-9/-]{1,120}\.html$/.test(one.page)) continue;
      found.push({
        id: one.id, page: one.page, title: text(one.title, 200), anchor: text(one.anchor, 200), heading: text(one.heading, 200),
        record: text(one.record, 200), where: text(one.where, 300), quote: text(one.quote, LONGEST.quote),
        text: text(one.text, LONGEST.text), who: text(one.who, LONGEST.who), when: text(one.when, 40),
      });
    }
    return found;
  }

  function store() {
    keep(KEY, JSON.stringify(comments));
    show();
  }

  /* ---- what a comment is about ---- */

  const blockOf = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = element?.closest(TARGETS);
    return block && article.contains(block) && !element.closest(APART) && block.textContent.trim() ? block : null;
  };

  function words(block) {
    if (block.tagName === "TR") return [...block.cells].map((cell) => tidy(cell.innerText || cell.textContent, 200)).join(" | ");
    if (block.tagName === "FIGURE") return block.querySelector("title, figcaption")?.textContent || block.textContent;
    return block.innerText || block.textContent;
  }

  // The record behind it: of a figure its row among the sources, of a row what stands in it, else what the page is about.
  const WHERE = /(?:data|content)\/[\w./-]+:\d+(?::\d+)?/;
  const RECORD = /(?:^|[\s：])([a-z0-9-]+\/[a-z]+\/[a-z0-9-]+)(?=\s|$)/;
  function spaced(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode.data);
    return found.join(" ");
  }
  function source(block) {
    const row = block.dataset.row ? document.getElementById(`figure-${block.dataset.row}`)?.closest("tr") : block.closest("tr");
    const note = [...article.querySelectorAll("p.gk-note")].filter((one) => one.textContent.includes("记录编号："));
    for (const text of [row, ...note].filter(Boolean).map(spaced)) {
      const [where, record] = [WHERE.exec(text), RECORD.exec(text)];
      if (where) return { record: record ? record[1] : "", where: where[0] };
    }
    return { record: "", where: "" };
  }

  function heading(block) {
    const before = [...article.querySelectorAll("h1, h2, h3, h4")].filter((one) =>
      one === block || one.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before[before.length - 1] || null;
  }

  function about(block, quote) {
    const head = heading(block);
    return {
      page, title: tidy(document.querySelector("h1")?.textContent || document.title, 200),
      anchor: block.id || block.closest("[id]:not(article, main, body)")?.id || head?.id || "",
      heading: tidy(head?.textContent || "", 200),
      ...source(block), quote: tidy(quote || words(block), LONGEST.quote),
    };
  }

  const bare = (text) => text.replace(/[\s|]+/g, "");
  const blocks = () => [...article.querySelectorAll(TARGETS)].filter((one) => blockOf(one) === one && one.offsetParent !== null);
  function placed(comment) {
    const wanted = bare(comment.quote);
    const near = comment.anchor && document.getElementById(comment.anchor);
    if (near && article.contains(near) && near.matches(TARGETS) && bare(words(near)).includes(wanted)) return near;
    const holding = [...article.querySelectorAll(TARGETS)].filter((one) => blockOf(one) === one && bare(words(one)).includes(wanted));
    return holding[holding.length - 1] || near || null;
  }

  /* ---- the panel ---- */

  const said = make("p", { class: "gk-comments-said", role: "status", "aria-live": "polite" });
  const form = make("form", { class: "gk-comments-form", hidden: true, action: "#" });
  const quoted = make("blockquote", { class: "gk-comments-quote", id: "gk-comments-quote" });
  const input = make("textarea", { id: "gk-comments-text", rows: "5", maxlength: String(LONGEST.text), required: true, "aria-describedby": "gk-comments-quote" });
  const who = make("input", { id: "gk-comments-who", type: "text", maxlength: String(LONGEST.who), autocomplete: "off", placeholder: "单位和职务，例如 县纪委审核组" });
  form.append(quoted, make("label", { for: "gk-comments-text", text: "意见" }), input, make("label", { for: "gk-comments-who", text: "谁写的" }), who,
    make("div", { class: "gk-comments-row" }, make("button", { type: "submit", class: "gk-comments-main", text: "记下" }), button("不写了", () => leave())));
  const list = make("div", { class: "gk-comments-list" });
  const file = make("input", { type: "file", accept: ".json,application/json", id: "gk-comments-file", class: "gk-comments-file", tabindex: "-1", "aria-hidden": "true" });
  const save = button("保存意见", () => download(), { class: "gk-comments-main" });
  const close = button("✕", () => shut(), { class: "gk-comments-close", "aria-label": "关闭意见" });
  const title = make("h2", { id: "gk-comments-title", text: "意见" });
  const panel = make("aside", { class: "gk-comments", id: "gk-comments", "aria-labelledby": "gk-comments-title", hidden: true },
    make("div", { class: "gk-comments-head" }, title, close),
    make("div", { class: "gk-comments-row" }, save, button("打开意见", () => file.click()), button("写意见", () => pick())),
    said, form, list, file);
  const mark = button("写意见", () => startWriting(), { class: "gk-comments-mark", hidden: true });
  const opener = button("意见", () => (panel.hidden ? open() : shut()), { class: "gk-comments-open", "aria-expanded": "false", "aria-controls": "gk-comments" });
  const picker = button("写意见", () => (chosen?.quote ? startWriting() : pick()), { class: "gk-comments-pick" });
  const guide = make("p", { class: "gk-comments-guide", role: "status", hidden: true, text: "按 Tab 或上下键选一段，按回车写意见，按 Esc 不写；也可以直接点那一段。" });
  const bar = make("div", { class: "gk-comments-bar", role: "region", "aria-label": "审核意见" }, guide, picker, opener);
  document.body.append(mark, bar, panel);

  const say = (text) => (said.textContent = text);

  function open() {
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    document.documentElement.classList.add("gk-commenting");
    (form.hidden ? close : input).focus();
  }
  function shut() {
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    document.documentElement.classList.remove("gk-commenting");
    opener.focus();
  }
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (form.hidden) shut();
    else leave();
  });

  function show() {
    const many = comments.length;
    opener.textContent = `意见 ${many}`;
    opener.setAttribute("aria-label", `意见，${many} 条`);
    title.textContent = `意见 ${many} 条`;
    save.disabled = !many;
    const pages = new Map();
    for (const one of comments) pages.set(one.page, [...(pages.get(one.page) || []), one]);
    const here = (path) => (path === page ? 0 : 1);
    const shown = [...pages].sort(([one], [other]) => here(one) - here(other) || one.localeCompare(other)).map(([path, mine]) =>
      make("section", {}, make("h3", {}, make("a", { href: root + path, text: mine[0].title || path }), path === page ? "（这一页）" : ""), make("ul", {}, ...mine.map(entry))));
    list.replaceChildren(...(many ? shown : [make("p", { class: "gk-comments-none", text: "还没有意见。选中文字，或按“写意见”挑一段，就可以写。意见只存在这台电脑的浏览器里，写完请按“保存意见”，把文件交给乡镇。" })]));
    for (const marked of article.querySelectorAll(".gk-commented")) marked.classList.remove("gk-commented");
    for (const one of pages.get(page) || []) placed(one)?.classList.add("gk-commented");
  }

  function entry(one) {
    const link = make("a", { href: `${root}${one.page}#comment-${one.id}`, text: one.quote.length > 60 ? `${one.quote.slice(0, 60)}…` : one.quote || one.title });
    const note = [one.who, one.when.slice(0, 16).replace("T", " ")].filter(Boolean).join(" · ");
    const short = one.text.length > 20 ? `${one.text.slice(0, 20)}…` : one.text;
    return make("li", { id: `gk-comment-${one.id}` }, make("p", { class: "gk-comments-about" }, link), make("p", { class: "gk-comments-words", text: one.text }), make("p", { class: "gk-comments-note", text: note }),
      make("div", { class: "gk-comments-row" },
        button("修改", () => edit(one), { "aria-label": `修改：${short}` }),
        button("删除", () => remove(one), { "aria-label": `删除：${short}` })));
  }

  function remove(one) {
    if (!window.confirm(`删除这条意见？\n${one.text.slice(0, 100)}`)) return;
    load(); // another page may have written meanwhile
    comments = comments.filter((other) => other.id !== one.id);
    store();
    say("删除了一条意见。");
    close.focus();
  }

  /* ---- writing ---- */

  let chosen = null; // { block, quote }
  let writing = null;
  let changing = null;

  function startWriting() {
    if (!chosen) return;
    writing = about(chosen.block, chosen.quote);
    changing = null;
    begin("");
    mark.hidden = true;
    chosen = null;
  }
  function edit(one) {
    writing = changing = one;
    begin(one.text);
  }
  function begin(text) {
    quoted.textContent = writing.quote;
    input.value = text;
    who.value = changing?.who || read(WHO) || "";
    form.hidden = false;
    say("");
    open();
    panel.scrollTop = 0;
  }
  function leave() {
    form.hidden = true;
    writing = changing = null;
    close.focus();
  }

  const two = (number) => String(number).padStart(2, "0");
  function now() {
    const day = new Date();
    const east = -day.getTimezoneOffset();
    const zone = `${east < 0 ? "-" : "+"}${two(Math.trunc(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}${zone}`;
  }
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) {
      say("意见还没有写。");
      input.focus();
      return;
    }
    keep(WHO, who.value.trim());
    load();
    const known = changing && comments.find((one) => one.id === changing.id);
    if (!changing && comments.length >= MOST) {
      say(`一份最多 ${MOST} 条意见。请先保存，再从头写一份。`);
      return;
    }
    if (known) Object.assign(known, { text, who: who.value.trim() });
    else comments.push({ id: changing?.id || fresh(), ...writing, text, who: who.value.trim(), when: changing?.when || now() });
    leave();
    store();
    say(refused ? "记下了，但这个浏览器不让保存：关掉网页就没有了，请马上按“保存意见”。" : "记下了。");
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });

  /* ---- marking: a selection, the button beside a paragraph, or block by block ---- */

  function offer(block, quote, box) {
    chosen = { block, quote };
    mark.hidden = false;
    mark.textContent = quote ? "对选中的写意见" : "写意见";
    const left = Math.min(box.right + window.scrollX + 4, document.documentElement.clientWidth - mark.offsetWidth - 4);
    mark.style.left = `${Math.max(4, left)}px`;
    mark.style.top = `${(quote ? box.bottom + 4 : Math.max(box.top, 0)) + window.scrollY}px`;
  }

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const text = selection.isCollapsed ? "" : tidy(selection.toString(), LONGEST.quote);
    const range = text && selection.getRangeAt(0);
    const block = range && article.contains(range.commonAncestorContainer) && (blockOf(range.startContainer) || blockOf(range.endContainer));
    if (block) offer(block, text, [...range.getClientRects()].pop() || range.getBoundingClientRect());
    else if (chosen?.quote && !bar.contains(document.activeElement) && !mark.matches(":focus")) {
      chosen = null;
      mark.hidden = true;
    }
  });
  article.addEventListener("mouseover", (event) => {
    if (chosen?.quote || picking || !window.matchMedia("(hover: hover)").matches) return;
    const block = blockOf(event.target);
    if (block) offer(block, "", block.getBoundingClientRect());
  });
  article.addEventListener("mouseleave", (event) => {
    if (!chosen?.quote && event.relatedTarget !== mark) mark.hidden = true;
  });
  mark.addEventListener("mouseleave", (event) => {
    if (!chosen?.quote && !article.contains(event.relatedTarget)) mark.hidden = true;
  });
  mark.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays

  let picking = null; // the blocks to choose from, and what their tabindex was
  function pick() {
    if (picking) return stop();
    if (!panel.hidden) shut();
    mark.hidden = true;
    picking = new Map(blocks().map((block) => [block, [block.getAttribute("tabindex"), block.getAttribute("aria-description")]]));
    for (const block of picking.keys()) {
      block.tabIndex = 0;
      block.setAttribute("aria-description", "按回车写意见");
    }
    document.documentElement.classList.add("gk-picking");
    guide.hidden = false;
    picker.textContent = "不写了";
    const seen = [...picking.keys()].find((block) => block.getBoundingClientRect().top >= 60) || [...picking.keys()][0];
    seen?.focus({ preventScroll: true });
  }
  function stop() {
    for (const [block, before] of picking || []) {
      ["tabindex", "aria-description"].forEach((name, at) => (before[at] === null ? block.removeAttribute(name) : block.setAttribute(name, before[at])));
    }
    picking = null;
    document.documentElement.classList.remove("gk-picking");
    guide.hidden = true;
    picker.textContent = "写意见";
  }
  function choose(block) {
    stop();
    chosen = { block, quote: "" };
    startWriting();
  }
  document.addEventListener("keydown", (event) => {
    if (!picking || event.isComposing) return;
    const all = [...picking.keys()];
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") {
      stop();
      picker.focus();
    } else if (event.key === "Enter" && at >= 0) choose(all[at]);
    else if (next !== undefined && at >= 0) all[Math.max(0, Math.min(next, all.length - 1))].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  article.addEventListener("click", (event) => {
    const block = picking && blockOf(event.target);
    if (!block) return;
    event.preventDefault();
    event.stopPropagation();
    choose(block);
  }, true);

  /* ---- the file ---- */

  function download() {
    const text = JSON.stringify({ kind: KIND, version: 1, release: release.code, comments }, null, 1);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const name = `yijian-${now().slice(0, 16).replace(/[-:]/g, "").replace("T", "-")}.json`;
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(`保存了 ${comments.length} 条意见，文件叫 ${name}，在浏览器的下载文件夹里。把它交给乡镇。`);
  }

  file.addEventListener("change", async () => {
    const [given] = file.files;
    file.value = "";
    if (!given) return;
    let told = null;
    try {
      told = given.size <= LARGEST ? JSON.parse(await given.text()) : null;
    } catch (error) {
      told = null;
    }
    if (!told || told.kind !== KIND || !Array.isArray(told.comments)) {
      say("这不是“保存意见”存下来的文件，没有打开。");
      return;
    }
    load();
    const found = sound(told.comments);
    const known = new Set(comments.map((one) => one.id));
    const added = found.filter((one) => !known.has(one.id) && known.add(one.id)).slice(0, Math.max(0, MOST - comments.length));
    comments.push(...added);
    store();
    const other = told.release !== release.code ? "这些意见是看另一份资料时写的，有的文字可能已经改了。" : "";
    const lost = told.comments.length - found.length;
    say(`打开了 ${added.length} 条意见${found.length > added.length ? `，另有 ${found.length - added.length} 条已经在这里` : ""}${lost ? `，${lost} 条读不出来` : ""}。${other}`);
  });

  /* ---- beginning ---- */

  function jump() {
    const id = location.hash.startsWith("#comment-") && location.hash.slice("#comment-".length);
    const one = id && comments.find((other) => other.id === id);
    const block = one && placed(one);
    if (!block) return;
    block.closest("details")?.setAttribute("open", "");
    block.scrollIntoView({ block: "center" });
    if (window.matchMedia("(max-width: 59.984375em)").matches && !panel.hidden) shut();
  }
  window.addEventListener("hashchange", jump);
  window.addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    load();
    show();
  });
  for (const place of document.querySelectorAll("[data-gk-release]")) {
    if (!release.code) break;
    const size = release.bytes >= 2 ** 20 ? `${(release.bytes / 2 ** 20).toFixed(1)} MB` : `${Math.ceil(release.bytes / 1024)} KB`;
    place.textContent = `版本 ${release.code}，${release.files} 个文件，解压后 ${size}。`;
    place.hidden = false;
  }
  for (const place of document.querySelectorAll("[data-gk-changes]")) {
    if (release.changes) place.replaceChildren(make("a", { href: root + release.changes, text: "和上一份资料有什么不同" }));
    else if (release.code) place.textContent = "这一份打包时没有和上一份比较。";
  }
  load();
  show();
  jump();
})();
