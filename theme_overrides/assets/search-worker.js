/*
 * Search for Chinese pages, in the place of Material's engine.
 *
 * Material cuts text into words and matches their beginnings, so 清运 does not find 垃圾清运费. Here a
 * term is found wherever it stands. A page is a hit when it holds every term of the query; when no page
 * does, pages are ranked by how many two-character pieces of the query they hold, so 刘村3月财务
 * finds 刘村2026年3月财务公开.
 *
 * Messages of Material 9.8, {type, data}:
 *   in   0 {docs}    one entry per section: {location, title, text}, title and text being HTML
 *   out  1           ready
 *   in   2 query
 *   out  3 {items}   one list of sections per page: {location, title, text, score, terms}
 */
"use strict";

(function () {
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const ENOUGH = 0.6; // share of the query's pieces that makes a hit when no page holds all of it
  const EXCERPT = { before: 24, length: 96 };

  // Opened from file:// this script runs in the page; iframe-worker.js left a port on its element.
  const port = typeof document === "undefined" ? self : document.currentScript.port;
  let pages = [];

  port.onmessage = (message) => {
    const { type, data } = message.data;
    if (type === SETUP) {
      pages = readPages(data.docs);
      port.postMessage({ type: READY });
    } else if (type === QUERY) {
      port.postMessage({ type: RESULT, data: { items: search(data) } });
    }
  };

  /* ---- reading the index ---- */

  // A page is the list of its sections; the first is the page itself.
  function readPages(docs) {
    const found = new Map();
    for (const doc of docs) {
      const address = doc.location.split("#")[0];
      const title = plain(doc.title);
      const text = plain(doc.text);
      const section = { location: doc.location, title, text, titleKey: fold(title), textKey: fold(text) };
      if (found.has(address)) found.get(address).push(section);
      else found.set(address, [section]);
    }
    return Array.from(found.values());
  }

  function plain(html) {
    return html
      .replace(/<[^>]*>/g, " ")
      .replace(/\u200b/g, "") // put between words where a segmenter is installed
      .replace(/\s+/g, " ")
      .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
      .trim();
  }

  // Full width and capitals do not matter, and 三月 is 3月. Every character becomes exactly one, so a
  // position in the folded text is the same position in the text that is shown.
  function fold(text) {
    return text.replace(/[A-Z〇零一二三四五六七八九]|[^\u0000-\u00bf\u4e00-\u9fff]/g, (character) => {
      if (character === "零") return "0";
      const digit = "〇一二三四五六七八九".indexOf(character);
      if (digit >= 0) return String(digit);
      const folded = character.normalize("NFKC").toLowerCase();
      return folded.length === 1 ? folded : character;
    });
  }

  /* ---- searching ---- */

  function search(query) {
    const terms = fold(query).split(/[\s,、;]+/).filter(Boolean);
    if (!terms.length) return [];
    const hits = rank(terms, 1);
    return hits.length ? hits : rank(pieces(terms), ENOUGH);
  }

  function pieces(terms) {
    const found = new Set();
    for (const term of terms) {
      if (term.length < 2) found.add(term);
      for (let at = 0; at + 2 <= term.length; at++) found.add(term.slice(at, at + 2));
    }
    return Array.from(found);
  }

  function rank(terms, share) {
    const needles = terms.map((term) => new RegExp(pattern(term)));
    const any = new RegExp(terms.map(pattern).join("|"), "g");
    const hits = [];
    pages.forEach((page, order) => {
      const held = needles.filter((needle) => page.some((section) => weigh(section, [needle]) > 0));
      if (held.length < share * needles.length) return;
      const scored = page.map((section) => ({ section, score: weigh(section, held) }));
      hits.push({ scored, order, score: 5 * scored[0].score + Math.max(...scored.map((one) => one.score)) });
    });
    hits.sort((a, b) => b.score - a.score || a.order - b.order);
    return hits.map((hit) => show(hit, any));
  }

  // A title says what a page is about: it outweighs the text, and the less else it says the more.
  function weigh(section, needles) {
    let score = 0;
    for (const needle of needles) {
      if (needle.test(section.titleKey)) score += 10 + 1 / section.titleKey.length;
      else if (needle.test(section.textKey)) score += 1;
    }
    return score;
  }

  // A term in each way its two-figure numbers may be written: 12月, 十二月 (folded: 十2月).
  function pattern(term) {
    const figures = term.replace(/(\d?)十(\d?)/g, (_, tens, ones) => `${tens || 1}${ones || 0}`);
    const words = term.replace(/(^|\D)([1-9])(\d)(?!\d)/g, (_, before, tens, ones) =>
      `${before}${tens === "1" ? "" : tens}十${ones === "0" ? "" : ones}`);
    return Array.from(new Set([term, figures, words]))
      .map((writing) => writing.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join("|");
  }

  /* ---- showing ---- */

  // Best section first. Material wants the page itself in the list, hit or not; its Enter key opens
  // the highest score of all, which has to be in the first page.
  function show(hit, any) {
    return hit.scored
      .filter((one, order) => one.score > 0 || order === 0)
      .sort((a, b) => b.score - a.score)
      .map(({ section, score }) => ({
        location: section.location,
        title: mark(section.title, section.titleKey, any),
        text: excerpt(section, any),
        score: hit.score + score / 1e4,
        terms: {},
      }));
  }

  function excerpt({ text, textKey }, any) {
    const start = Math.max(0, textKey.search(any) - EXCERPT.before);
    const end = start + EXCERPT.length;
    const shown = mark(text.slice(start, end), textKey.slice(start, end), any);
    return shown && `<p>${start > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}</p>`;
  }

  function mark(text, key, any) {
    let html = "";
    let last = 0;
    key.replace(any, (hit, at) => {
      html += escape(text.slice(last, at)) + "<mark>" + escape(text.slice(at, at + hit.length)) + "</mark>";
      last = at + hit.length;
    });
    return html + escape(text.slice(last));
  }

  function escape(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }
})();
