/* What has to be known before the page is painted and before the theme's own scripts run. */
"use strict";

(function () {
  // Some browsers refuse storage to pages opened from a folder: the theme would stop at its first line.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch (refused) {
      const kept = new Map();
      const value = {
        getItem: (key) => (kept.has(key) ? kept.get(key) : null),
        setItem: (key, text) => kept.set(key, String(text)),
        removeItem: (key) => kept.delete(key),
      };
      Object.defineProperty(window, name, { value, configurable: true });
    }
  }

  // Elder mode at once, so that nothing jumps.
  if (localStorage.getItem("gongkai.elder") === "1") document.documentElement.dataset.elder = "";
})();
