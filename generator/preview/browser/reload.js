// Waits for news of the preview: shows what is wrong with the data, and opens the page anew once it has changed.
// Nothing here becomes part of the site; the words are put in as text, whatever somebody typed.
(() => {
  "use strict";
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/gongkai-panel.css";
  document.head.append(style);

  const panel = document.createElement("section");
  panel.className = "gongkai-panel";
  panel.setAttribute("role", "alert");
  panel.setAttribute("tabindex", "0");
  panel.hidden = true;
  const busy = document.createElement("p");
  busy.className = "gongkai-busy";
  busy.setAttribute("role", "status");
  document.body.append(panel, busy);

  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const finding = (one) => {
    const row = document.createElement("li");
    row.append(element("p", one.where, "gongkai-where"), element("p", one.message, "gongkai-message"));
    if (one.excerpt) row.append(element("pre", one.excerpt));
    if (one.hint) row.append(element("p", `改法：${one.hint}`));
    return row;
  };

  const show = (news) => {
    busy.textContent = news.busy;
    panel.hidden = news.findings.length === 0 && !news.trouble;
    if (panel.hidden) {
      panel.replaceChildren();
      return;
    }
    const list = document.createElement("ol");
    list.append(...news.findings.map(finding));
    const more = news.more ? `还有 ${news.more} 处，终端里都列出来了。` : "";
    panel.replaceChildren(
      element("h2", news.trouble || `数据里有 ${news.findings.length + news.more} 处错误，网页还是改之前的`),
      list,
      element("p", `${more}改好保存，这里自动消失。`),
    );
  };

  const part = decodeURIComponent(location.pathname).split("/")[1];
  const built = Number(document.currentScript.dataset.built);
  const wait = async (seen) => {
    try {
      const news = await (await fetch(`/gongkai-state?seen=${seen}`, { cache: "no-store" })).json();
      if ((news.parts[part] ?? news.built) > built) {
        location.reload();
        return;
      }
      show(news);
      wait(news.state);
    } catch {
      busy.textContent = "预览停了。要接着看，再运行 gongkai serve。";
      setTimeout(wait, 1000, "");
    }
  };
  wait("");
})();
