// Replaces Streamlit's own English words; texts of the pages themselves are not touched.
(function () {
  "use strict";
  const words = __WORDS__;
  const inEnglish = () => new URLSearchParams(location.search).get("lang") === "en";
  const attributes = ["aria-label", "title", "placeholder", "alt"];

  function translated(text) {
    const trimmed = text.trim();
    if (Object.prototype.hasOwnProperty.call(words, trimmed)) {
      return text.replace(trimmed, words[trimmed]);
    }
    const size = trimmed.match(/^(?:Limit )?(\d+(?:\.\d+)?\s?[KMG]B) per file(?: • (.*))?$/);
    if (size) return `每个文件不超过 ${size[1]}` + (size[2] ? ` · ${size[2]}` : "");
    return null;
  }

  function visitText(node) {
    const better = translated(node.data);
    if (better !== null && better !== node.data) node.data = better;
  }

  function visit(root) {
    if (root.nodeType === Node.TEXT_NODE) return visitText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    for (const element of [root, ...root.querySelectorAll("*")]) {
      for (const name of attributes) {
        const value = element.getAttribute(name);
        const better = value === null ? null : translated(value);
        if (better !== null && better !== value) element.setAttribute(name, better);
      }
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) visitText(walker.currentNode);
  }

  function start() {
    document.documentElement.lang = inEnglish() ? "en" : "zh-CN";
    if (inEnglish()) return;
    visit(document.body);
    new MutationObserver((changes) => {
      if (inEnglish()) return;
      for (const change of changes) {
        if (change.type === "childList") change.addedNodes.forEach(visit);
        else visit(change.target);
      }
    }).observe(document.body, {
      subtree: true, childList: true, characterData: true,
      attributes: true, attributeFilter: attributes,
    });
  }

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
