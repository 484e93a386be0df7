// Replaces Streamlit's own English words; texts of the pages themselves are not touched.
(function () {
  "use strict";
  const words = __WORDS__;
  const inEnglish = () => new URLSearchParams(location.search).get("lang") === "en";
  const english = inEnglish();
  const longest = 300; // none of Streamlit's own texts is longer, and most of a page has no letters
  const attributes = ["aria-label", "title", "placeholder", "alt"];
  const templates = Object.entries(words)
    .filter(([from]) => from.includes("{"))
    .map(([from, to]) => [pattern(from), to]);

  function pattern(template) {
    const literal = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
    return new RegExp(`^${literal.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`, "s");
  }

  function word(text) {
    return Object.prototype.hasOwnProperty.call(words, text) ? words[text] : text;
  }

  function translated(text) {
    if (text.length > longest || !/[A-Za-z]{2}/.test(text)) return null;
    const trimmed = text.trim();
    if (word(trimmed) !== trimmed) return text.replace(trimmed, word(trimmed));
    for (const [from, to] of templates) {
      const found = trimmed.match(from);
      if (found) return to.replace(/\{(\w+)\}/g, (_, name) => word(found.groups[name]));
    }
    return null;
  }

  function visitText(node) {
    if (node.parentNode && /^(STYLE|SCRIPT)$/.test(node.parentNode.nodeName)) return;
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
    document.documentElement.lang = english ? "en" : "zh-CN";
    if (!english) visit(document.body);
    new MutationObserver((changes) => {
      if (inEnglish() !== english) return location.reload(); // the switch was used
      if (english) return;
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
