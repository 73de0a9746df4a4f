/*
 * Search: which pages hold what was asked for. No page is touched here; search-dialog.js shows the hits.
 *
 * The index stands in site/search/ as scripts that call gongkaiSearch.take(name, content), since a page opened
 * from a folder may load scripts and nothing else. Only the files that a query needs are loaded:
 *   root.js       {together, buckets, parts, folders, counts, places, categories, years, pages}
 *   t/<n>.js      term → "part:pages|part:pages", or [that, the same of titles]
 *   d/<p>-<n>.js  [[path, title, text], …] of a few pages
 * How pages were cut into terms, and page numbers into letters, is written down in generator/search/.
 */
"use strict";

(function (scope) {
  const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const VALUE = Object.fromEntries([...LETTERS].map((letter, value) => [letter, value]));
  const TOKEN = /[\u3400-\u9fff]+|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+/g;
  const HAN = /^[\u3400-\u9fff]/;
  const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|[aeio]ng|i?an|i?ao|uai|uan|[ae]i|ou|[eiu]n|er|i[aeu]|u[aioe]|ve|[aoeiuv])$/;
  const LONGEST_SYLLABLE = 6;
  const ENOUGH = 0.6; // share of the terms that makes a hit where no page holds them all
  const LOOKED_AT = 12; // so many of the best are opened to see whether the words stand there side by side
  const EXCERPT = { before: 24, length: 110 };

  /* ---- loading ---- */

  const base = typeof document === "undefined" || !document.currentScript
    ? ""
    : document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const loading = new Map();
  const waiting = new Map();

  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${base}search/${name}`;
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          loading.delete(name); // the next query may try again
          reject(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  function take(name, content) {
    const resolve = waiting.get(name);
    waiting.delete(name);
    if (resolve) resolve(name === "root.js" ? understood(content) : content);
  }

  /* ---- the root: what is known of every page ---- */

  function understood(root) {
    const total = root.counts.reduce((sum, count) => sum + count, 0);
    const known = { ...root, total, starts: [], part: new Uint16Array(total), place: new Uint16Array(total), category: new Uint8Array(total), year: new Uint16Array(total), length: new Uint8Array(total) };
    let page = 0;
    root.pages.forEach((text, part) => {
      known.starts.push(page);
      for (let at = 0; at < text.length; at += 6, page += 1) {
        known.part[page] = part;
        known.place[page] = VALUE[text[at]] * 64 + VALUE[text[at + 1]];
        known.category[page] = VALUE[text[at + 2]];
        known.year[page] = VALUE[text[at + 3]] * 64 + VALUE[text[at + 4]];
        known.length[page] = VALUE[text[at + 5]];
      }
    });
    return known;
  }

  const root = () => load("root.js");

  /* ---- a query in terms ---- */

  const fold = (text) => text.normalize("NFKC").toLowerCase();

  function pairs(list, join) {
    return list.slice(1).map((one, at) => join(list[at], one));
  }

  // What has to be found: each need is a list of ways, each way a list of terms of which a page must hold all.
  function needs(query) {
    const found = [];
    let before = null;
    for (const token of fold(query).matchAll(TOKEN)) {
      const word = token[0];
      if (HAN.test(word)) {
        if (before && before.end === token.index) before.need.splice(0, before.need.length, [before.word + word[0]]);
        if (word.length > 1) found.push([pairs([...word], (one, other) => one + other)]);
        else if (!(before && before.end === token.index)) found.push([[word]]);
        before = null;
      } else if (/\d/.test(word)) {
        const number = word.replaceAll(",", "");
        const need = [[number]];
        found.push(need);
        before = { word: number, end: token.index + word.length, need };
      } else {
        found.push([[word], ...spelt(word)]);
        before = { word, end: token.index + word.length, need: [] };
      }
    }
    return found;
  }

  // Pinyin, in every way it can be read, and initials.
  function spelt(word) {
    const ways = syllables(word).slice(0, 8).map((read) =>
      read.length === 1 ? [`~${read[0]}`] : pairs(read, (one, other) => `~${one} ${other}`));
    if (word.length > 1) ways.push(pairs([...word], (one, other) => `^${one}${other}`));
    return ways;
  }

  function syllables(word) {
    if (!word) return [[]];
    const found = [];
    for (let end = Math.min(LONGEST_SYLLABLE, word.length); end > 0; end -= 1) {
      if (!SYLLABLE.test(word.slice(0, end))) continue;
      for (const rest of syllables(word.slice(end))) {
        found.push([word.slice(0, end), ...rest]);
        if (found.length > 8) return found;
      }
    }
    return found;
  }

  /* ---- which pages ---- */

  const TABLE = Array.from({ length: 256 }, (_, value) => {
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });

  function bucket(term, buckets) {
    let sum = 0xffffffff;
    for (const byte of new TextEncoder().encode(term)) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return ((sum ^ 0xffffffff) >>> 0) % buckets;
  }

  function pagesOf(text, known) {
    const found = [];
    for (const list of text ? text.split("|") : []) {
      const colon = list.indexOf(":");
      let page = known.starts[Number(list.slice(0, colon))] - 1;
      let step = 0;
      for (let at = colon + 1; at < list.length; at += 1) {
        const value = VALUE[list[at]];
        step = step * 32 + (value & 31);
        if (value < 32) {
          page += step + 1;
          found.push(page);
          step = 0;
        }
      }
    }
    return found;
  }

  async function looked(terms, known) {
    const names = new Set(terms.map((term) => `t/${bucket(term, known.buckets)}.js`));
    const files = new Map();
    await Promise.all([...names].map(async (name) => {
      files.set(name, await load(name).catch(() => ({}))); // a bucket without terms has no file
    }));
    const found = new Map();
    for (const term of terms) {
      const lists = files.get(`t/${bucket(term, known.buckets)}.js`);
      const entry = Object.hasOwn(lists, term) ? lists[term] : "";
      const [body, title] = typeof entry === "string" ? [entry, ""] : entry;
      found.set(term, { body: pagesOf(body, known), title: pagesOf(title, known) });
    }
    return found;
  }

  // Of each page how many of the terms it holds, and how many of them in its title.
  function counted(terms, lists, total) {
    const body = new Uint8Array(total);
    const title = new Uint8Array(total);
    for (const term of terms) {
      for (const page of lists.get(term).body) body[page] += 1;
      for (const page of lists.get(term).title) title[page] += 1;
    }
    return { body, title };
  }

  async function hits(query, known) {
    const wanted = needs(query);
    const every = [...new Set(wanted.flat(2))].slice(0, 120);
    if (!every.length) return { pages: [], score: new Float32Array(0) };
    const lists = await looked(every, known);
    const best = new Float32Array(known.total);
    const all = new Uint8Array(known.total).fill(1);
    for (const ways of wanted) {
      const here = new Float32Array(known.total).fill(-1);
      for (const way of ways) {
        const terms = [...new Set(way)].filter((term) => lists.has(term));
        const { body, title } = counted(terms, lists, known.total);
        const long = terms.length + (terms[0].length > 1 && !/^\d/.test(terms[0]) ? 1 : 0);
        for (let page = 0; page < known.total; page += 1) {
          if (body[page] !== terms.length) continue;
          const share = title[page] / terms.length; // of a short title it is more than of a long one
          here[page] = Math.max(here[page], share + share * Math.min(1, long / Math.max(1, known.length[page])));
        }
      }
      for (let page = 0; page < known.total; page += 1) {
        if (here[page] < 0) all[page] = 0;
        else best[page] += here[page];
      }
    }
    let pages = [...all.keys()].filter((page) => all[page]);
    if (!pages.length && every.length > 1) {
      const { body, title } = counted(every, lists, known.total);
      pages = [...body.keys()].filter((page) => body[page] >= every.length * ENOUGH);
      for (const page of pages) best[page] = (body[page] + title[page]) / every.length;
    }
    return { pages, score: best };
  }

  /* ---- what may be narrowed down ---- */

  const FACETS = {
    township: (known, page) => known.parts[known.part[page]],
    village: (known, page) => known.places[known.part[page]][known.place[page]],
    category: (known, page) => known.categories[known.category[page]],
    year: (known, page) => known.years[known.year[page]],
  };

  // A facet counts what there would be if another of its values were chosen.
  function narrowed(pages, known, chosen) {
    const names = Object.keys(FACETS);
    const facets = Object.fromEntries(names.map((name) => [name, {}]));
    const kept = [];
    for (const page of pages) {
      const values = names.map((name) => FACETS[name](known, page));
      const misses = names.filter((name, at) => chosen[name] && chosen[name] !== values[at]);
      if (!misses.length) kept.push(page);
      names.forEach((name, at) => {
        if (values[at] && (!misses.length || (misses.length === 1 && misses[0] === name))) {
          facets[name][values[at]] = (facets[name][values[at]] || 0) + 1;
        }
      });
    }
    return { kept, facets };
  }

  /* ---- the best of them, with their words ---- */

  async function opened(page, known) {
    const part = known.part[page];
    const number = page - known.starts[part];
    const file = await load(`d/${part}-${Math.floor(number / known.together)}.js`);
    const [path, title, text] = file[number % known.together];
    return { page, path, title, text };
  }

  // What to mark: words as they were typed; of those that do not stand there the pieces.
  function pattern(query, text) {
    const folded = fold(text);
    const bare = folded.replaceAll(",", "");
    const words = fold(query).split(/[\s、，。；;]+/).filter(Boolean).flatMap((word) =>
      bare.includes(word.replaceAll(",", "")) ? [word] : [...word.matchAll(TOKEN)].flatMap((found) => pieces(found[0], folded)));
    if (!words.length) return null;
    const patterns = [...new Set(words)].sort((one, other) => other.length - one.length).map((word) => {
      const loose = [...word.replaceAll(",", "")].map((char, at, all) =>
        char.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + (/\d/.test(char) && /\d/.test(all[at + 1] || "") ? ",?" : "")).join("");
      return `${/^\d/.test(word) ? "(?<![\\d.,])" : ""}${loose}${/\d$/.test(word) ? "(?!\\d)" : ""}`;
    });
    return new RegExp(patterns.join("|"), "g");
  }

  function pieces(word, folded) {
    if (!HAN.test(word) || folded.includes(word)) return HAN.test(word) && word.length < 2 ? [] : [word];
    return pairs([...word], (one, other) => one + other);
  }

  function marks(query, text) {
    const folded = fold(text);
    const wanted = folded.length === text.length ? pattern(query, text) : null;
    return wanted ? [...folded.matchAll(wanted)].map((found) => [found.index, found.index + found[0].length]) : [];
  }

  function excerpt(query, text) {
    const found = marks(query, text);
    const longest = Math.max(0, ...found.map(([from, to]) => to - from));
    const first = found.find(([from, to]) => to - from === longest);
    const start = Math.max(0, (first ? first[0] : 0) - EXCERPT.before);
    const end = start + EXCERPT.length;
    const inside = found.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]);
    return { text: text.slice(start, end), marks: inside, cut: [start > 0, end < text.length] };
  }

  // Words side by side in the title come first, then side by side in the text.
  function side(query, doc) {
    const words = fold(query).split(/[\s、，,。；;]+/).filter(Boolean);
    const [title, text] = [fold(doc.title), fold(doc.text)];
    const share = (where, which) => words.filter((word) => which(word) && where.includes(word)).length / Math.max(1, words.length);
    const spelt = (word) => !/[a-z]/.test(word); // Latin letters are mostly pinyin: in a text they stand in record numbers alone
    return share(title, () => true) * 2 + share(text, spelt) + (title === fold(query.trim()) ? 2 : 0);
  }

  async function query(text, { limit = 10, ...chosen } = {}) {
    const known = await root();
    const { pages, score } = await hits(text, known);
    const { kept, facets } = narrowed(pages, known, chosen);
    const year = (page) => Number(known.years[known.year[page]]) || 0;
    kept.sort((one, other) => score[other] - score[one] || year(other) - year(one) || one - other);
    const docs = await Promise.all(kept.slice(0, Math.max(LOOKED_AT, limit)).map((page) => opened(page, known)));
    const near = new Map(docs.map((doc) => [doc, side(text, doc)]));
    docs.sort((one, other) => near.get(other) - near.get(one));
    const shown = docs.slice(0, limit).map((doc) => ({
      title: doc.title,
      titleMarks: marks(text, doc.title),
      url: base + doc.path,
      path: doc.path,
      excerpt: excerpt(text, doc.text),
      ...Object.fromEntries(Object.entries(FACETS).map(([name, value]) => [name, value(known, doc.page)])),
    }));
    return { total: kept.length, hits: shown, facets };
  }

  scope.gongkaiSearch = { take, query, root, marks, base };
})(typeof window === "undefined" ? globalThis : window);
