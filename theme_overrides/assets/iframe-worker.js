/*
 * Search without a server.
 *
 * A page opened from file:// may not start a worker. So the worker's script runs in the page itself,
 * and a message channel stands between the two, as it would between a page and a worker. No iframe and
 * no inline script: the content security policy needs no exception.
 *
 * The file name is not free: see extra.polyfills in mkdocs.yml.
 */
"use strict";

if (location.protocol === "file:") {
  const NativeWorker = window.Worker;

  window.Worker = function (url) {
    // Other scripts do not know about the port below; let them fail as they would without us.
    if (!/search-worker\.js$/.test(url)) return new NativeWorker(url);

    const channel = new MessageChannel();
    const script = document.createElement("script");
    script.src = url;
    script.port = channel.port2; // search-worker.js takes it from document.currentScript
    document.head.appendChild(script);

    channel.port1.start(); // until then listeners added with addEventListener hear nothing
    return channel.port1;
  };
}
