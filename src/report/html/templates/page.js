"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const find = (selector) => document.querySelector(selector);

  // A browser may keep nothing for files: then a choice lasts as long as the page.
  const kept = {
    get(name) { try { return localStorage.getItem("tadqiq-" + name); } catch { return null; } },
    set(name, value) { try { localStorage.setItem("tadqiq-" + name, value); } catch { /* see above */ } },
  };

  function speak(lang) {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    for (const element of all("[data-text-" + lang + "]")) element.textContent = element.getAttribute("data-text-" + lang);
    for (const element of all("[data-aria-" + lang + "]")) element.setAttribute("aria-label", element.getAttribute("data-aria-" + lang));
    for (const element of all("[data-placeholder-" + lang + "]")) element.placeholder = element.getAttribute("data-placeholder-" + lang);
    count();
  }

  // One spelling for the spellings of a word, as a reader types it: without vowel marks, with one alef, Western digits.
  function fold(text) {
    return text.toLowerCase().normalize("NFKC")
      .replace(/[\u064B-\u065F\u0670\u0640\u200C-\u200F\u2066-\u2069]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه")
      .replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x0660)
      .replace(/[\u06F0-\u06F9]/g, (d) => d.charCodeAt(0) - 0x06F0)
      .replace(/٫/g, ".").replace(/٬/g, ",");
  }

  const conflicts = all(".conflict");
  const stories = all(".story");
  const form = find("#filters");
  const shown = find("#shown");
  const texts = new WeakMap();

  function textOf(conflict) {
    if (!texts.has(conflict)) {
      const story = conflict.closest(".story");
      texts.set(conflict, fold(conflict.textContent + " " + (story ? story.querySelector("h3").textContent : "")));
    }
    return texts.get(conflict);
  }

  function passes(conflict, wanted, words) {
    for (const [name, value] of wanted) {
      if (!conflict.getAttribute("data-" + name).split("\n").includes(value)) return false;
    }
    return words.length === 0 || words.every((word) => textOf(conflict).includes(word));
  }

  function filter() {
    const wanted = all("[data-filter]", form).filter((menu) => menu.value !== "").map((menu) => [menu.dataset.filter, menu.value]);
    const words = fold(find("#search").value).split(/\s+/).filter(Boolean);
    for (const conflict of conflicts) conflict.hidden = !passes(conflict, wanted, words);
    for (const story of stories) story.hidden = !story.querySelector(".conflict:not([hidden])");
    count();
  }

  function count() {
    if (!shown) return;
    const n = conflicts.filter((conflict) => !conflict.hidden).length;
    const shape = shown.getAttribute("data-shape-" + root.lang);
    shown.textContent = shape.replace("ALL", shown.dataset.all).replace("N", n);
    find("#nothing").hidden = n > 0;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    filter();
  }

  const theme = find("#theme");
  find("#switches").hidden = false;
  root.dataset.theme = theme.value = ["light", "dark"].includes(kept.get("theme")) ? kept.get("theme") : "auto";
  theme.addEventListener("change", () => { root.dataset.theme = theme.value; kept.set("theme", theme.value); });
  if (["ar", "en"].includes(kept.get("language"))) speak(kept.get("language"));
  find("#language").addEventListener("click", () => { speak(root.lang === "ar" ? "en" : "ar"); kept.set("language", root.lang); });

  // The value of a figure, beside it while it is hovered over or has the focus; Escape puts it away.
  const tip = find("#tip");
  let marked = null;
  let leaving = 0;

  function show(mark) {
    clearTimeout(leaving);
    hide();
    marked = mark;
    mark.setAttribute("aria-describedby", "tip");
    tip.textContent = mark.getAttribute("data-" + root.lang);
    tip.hidden = false;
    const place = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const left = place.left + place.width / 2 - tip.offsetWidth / 2;
    const right = root.clientWidth - tip.offsetWidth - 8;
    const above = place.top - tip.offsetHeight - 6;
    tip.style.left = Math.max(8, Math.min(left, right)) + scrollX + "px";
    tip.style.top = (above > 0 ? above : place.bottom + 6) + scrollY + "px";
  }

  function hide() {
    if (marked) marked.removeAttribute("aria-describedby");
    marked = null;
    tip.hidden = true;
  }

  const markOf = (event) => event.target.closest && event.target.closest("mark[data-ar]");
  document.addEventListener("mouseover", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (event.target === tip) clearTimeout(leaving);
  });
  document.addEventListener("mouseout", (event) => {
    if (markOf(event) || event.target === tip) leaving = setTimeout(hide, 200);
  });
  document.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); });
  document.addEventListener("focusout", (event) => { if (markOf(event)) hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // A link to a figure opens the document that it stands in.
  function open() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const closed = target.closest("details");
    if (closed) closed.open = true;
    target.scrollIntoView({ block: "center" });
    if (target.matches("mark")) target.focus({ preventScroll: true });
  }
  addEventListener("hashchange", open);
  open();
})();
