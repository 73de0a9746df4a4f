/*
 * Comments of reviewers, in the offline bundle that is given to them; other readers' pages do not load this file.
 *
 * What is written stays in this browser until it is saved as a small JSON file, which `gongkai comments` reads:
 *   {kind: "gongkai-comments", version: 1, comments: [{id, page, title, record, where, quote, text, who, when}]}
 * Nothing is sent anywhere.
 */
"use strict";

(function () {
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const KEY = `gongkai.comments:${base}`;
  const WHO = "gongkai.comments.who";
  const page = decodeURI(location.href.split(/[?#]/)[0]).slice(decodeURI(base).length) || "index.html";
  const article = document.querySelector("article");
  const title = document.querySelector("h1")?.textContent.trim() || document.title;

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "text") element.textContent = value;
      else if (typeof value === "boolean") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...inside);
    return element;
  };

  /* ---- what was written, in this browser ---- */

  let unsaved = [];
  function all() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept : [];
    } catch (refused) {
      return unsaved;
    }
  }
  function keep(comments) {
    unsaved = comments;
    try {
      localStorage.setItem(KEY, JSON.stringify(comments));
    } catch (refused) {
      say("这个浏览器不能保存到下一页:离开以前请先点“保存意见”。");
    }
    show();
  }

  /* ---- where a comment belongs ---- */

  function source() {
    const note = [...article.querySelectorAll("p")].map((one) => one.textContent).find((text) => text.includes("记录编号："));
    const found = /记录编号：(\S+?)(?: · 出处：(\S+))?\s*$/.exec(note || "");
    return { record: found ? found[1] : "", where: (found && found[2]) || "" };
  }

  const tidy = (text) => text.replace(/\s+/g, " ").trim();

  // The paragraphs, points and rows of the page: whoever uses no mouse chooses one of them.
  function places() {
    const found = [...article.querySelectorAll("h2, h3, p, li, tbody tr")]
      .filter((one) => !one.closest("nav, .gk-print, .gk-switch, .gk-comments, noscript") && !one.querySelector("p, li, tr"))
      .map((one) => tidy([...(one.cells || [one])].map((cell) => cell.textContent).join(" ")))
      .filter(Boolean);
    return [...new Set(found)];
  }

  /* ---- the panel ---- */

  const opener = make("button", { type: "button", class: "gk-comments-open", "aria-expanded": "false", "aria-controls": "gk-comments" });
  const target = make("select", { id: "gk-comments-place" });
  const text = make("textarea", { id: "gk-comments-text", rows: "4", maxlength: "4000" });
  const who = make("input", { id: "gk-comments-who", maxlength: "200", autocomplete: "off" });
  const add = make("button", { type: "submit", text: "加上这条意见" });
  const said = make("p", { class: "gk-comments-said", role: "status", "aria-live": "polite" });
  const list = make("ol", { class: "gk-comments-list" });
  const save = make("button", { type: "button", text: "保存意见" });
  const load = make("input", { type: "file", id: "gk-comments-file", accept: ".json,application/json" });
  const close = make("button", { type: "button", class: "gk-comments-close", "aria-label": "关闭意见", text: "✕" });
  const form = make("form", {},
    make("label", { for: "gk-comments-place", text: "针对" }), target,
    make("label", { for: "gk-comments-text", text: "意见" }), text,
    make("label", { for: "gk-comments-who", text: "谁提的（单位或职务）" }), who, add);
  const panel = make("section", { id: "gk-comments", class: "gk-comments", "aria-label": "审核意见", hidden: true },
    make("h2", { text: "审核意见" }), close, form, said,
    make("h3", { text: "已写的意见" }), list,
    make("div", { class: "gk-comments-files" }, save, make("label", { for: "gk-comments-file", text: "打开以前保存的意见" }), load),
    make("p", { text: "意见只在这台电脑上。写完点“保存意见”，把得到的文件交给乡镇。" }));
  const here = make("button", { type: "button", class: "gk-comments-here", text: "写意见", hidden: true });
  document.body.append(opener, panel, here);

  const say = (words) => (said.textContent = words);

  function open(quote) {
    target.replaceChildren(make("option", { value: "", text: "整页" }));
    for (const words of [...(quote ? [quote] : []), ...places()]) {
      target.append(make("option", { value: words, text: words.length > 60 ? `${words.slice(0, 60)}……` : words, selected: words === quote }));
    }
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    here.hidden = true;
    text.focus();
  }
  function shut() {
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  }

  function show() {
    const comments = all();
    opener.textContent = comments.length ? `意见 ${comments.length}` : "写意见";
    list.replaceChildren(...comments.map((one) => {
      const remove = make("button", { type: "button", "aria-label": `删去这条意见：${one.text}`, text: "删去" });
      remove.addEventListener("click", () => keep(all().filter((other) => other.id !== one.id)));
      return make("li", {}, make("a", { href: base + one.page, text: one.title || one.page }),
        make("q", { text: one.quote || "整页" }), make("p", { text: one.text }), remove);
    }));
    save.disabled = !comments.length;
  }

  /* ---- writing, saving, opening ---- */

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = tidy(text.value);
    if (!words) {
      say("还没有写意见。");
      text.focus();
      return;
    }
    const id = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const now = new Date();
    const when = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    keep([...all(), { id, page, title, ...source(), quote: target.value, text: words, who: tidy(who.value), when }]);
    try {
      localStorage.setItem(WHO, tidy(who.value));
    } catch (refused) {
      // It is asked again on the next page.
    }
    text.value = "";
    say("加上了。写完所有意见，点“保存意见”。");
  });

  save.addEventListener("click", () => {
    const content = JSON.stringify({ kind: "gongkai-comments", version: 1, comments: all() }, null, 1);
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    const link = make("a", { href: address, download: "gongkai-comments.json" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    say("已保存成 gongkai-comments.json，在浏览器的下载文件夹里。");
  });

  load.addEventListener("change", async () => {
    try {
      const content = JSON.parse(await load.files[0].text());
      if (content.kind !== "gongkai-comments" || !Array.isArray(content.comments)) throw new Error("other file");
      const fields = ["id", "page", "title", "record", "where", "quote", "text", "who", "when"];
      const read = content.comments.map((one) => Object.fromEntries(fields.map((name) => [name, String(one[name] ?? "")])));
      const known = new Set(all().map((one) => one.id));
      const fresh = read.filter((one) => /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.html$/.test(one.page) && !known.has(one.id));
      keep([...all(), ...fresh]);
      say(`打开了 ${fresh.length} 条。`);
    } catch (wrong) {
      say("这不是意见文件。请选“保存意见”得到的文件。");
    }
    load.value = "";
  });

  opener.addEventListener("click", () => (panel.hidden ? open("") : shut()));
  close.addEventListener("click", shut);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && shut());

  // Beside words that were marked with the mouse.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const words = tidy(String(selection));
    const inside = selection.rangeCount && article.contains(selection.getRangeAt(0).commonAncestorContainer);
    here.hidden = !words || !inside || !panel.hidden;
    if (here.hidden) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    here.style.setProperty("top", `${window.scrollY + box.bottom + 6}px`);
    here.style.setProperty("left", `${Math.min(window.scrollX + box.left, window.scrollX + innerWidth - 110)}px`);
    here.dataset.quote = words.slice(0, 2000);
  });
  here.addEventListener("mousedown", (event) => event.preventDefault()); // keeps what is marked
  here.addEventListener("click", () => open(here.dataset.quote));

  try {
    who.value = localStorage.getItem(WHO) || "";
  } catch (refused) {
    // Then it is typed.
  }
  show();
})();
