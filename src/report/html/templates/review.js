"use strict";
(() => {
  const root = document.documentElement;
  const token = new URLSearchParams(location.search).get("token") || "";
  const words = document.querySelector("#review").dataset;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const articles = new Map(all(".conflict").map((article) => [article.id.slice("c-".length), article]));
  // The mark of the decision that each conflict shows: an answer says what it was given to.
  const marks = new Map();

  async function ask(answer) {
    const headers = { "X-Tadqiq-Token": token };
    if (answer) headers["Content-Type"] = "application/json";
    return fetch("decisions", { method: answer ? "POST" : "GET", headers, body: answer && JSON.stringify(answer), cache: "no-store" });
  }

  // An element that says the same in both languages, of which the page's style shows one.
  function speak(element, texts) {
    element.replaceChildren(...["ar", "en"].map((lang) => {
      const span = document.createElement("span");
      span.className = "w";
      span.lang = lang;
      span.dir = lang === "ar" ? "rtl" : "ltr";
      span.textContent = texts[lang];
      return span;
    }));
  }

  const both = (name, filled = () => "") => ({ ar: words[name + "Ar"] + filled("ar"), en: words[name + "En"] + filled("en") });

  function show(stand) {
    const article = articles.get(stand.id);
    if (!article || (marks.has(stand.id) && marks.get(stand.id) === (stand.mark || null))) return;
    marks.set(stand.id, stand.mark || null);
    article.dataset.decision = stand.decision || "open";
    article.classList.toggle("dismissed", stand.decision === "dismissed");
    const who = [stand.by, stand.at && "\u2066" + stand.at.slice(0, 16).replace("T", " ") + " UTC\u2069"].filter(Boolean).join(" · ");
    const text = (lang) => stand.text ? stand.text[lang] + " — " + who : words["open" + (lang === "ar" ? "Ar" : "En")];
    speak(article.querySelector(".decide .stand"), { ar: text("ar"), en: text("en") });
    for (const old of all(".tags .decision, .flag.right", article)) old.remove();
    for (const button of all("button[data-decision]", article)) {
      const same = button.dataset.decision === stand.decision
        && (button.dataset.right || "") === (stand.right === undefined ? "" : String(stand.right))
        && (button.dataset.reason || "") === (stand.reason || "");
      button.setAttribute("aria-pressed", String(same));
    }
    article.querySelector("[data-undo]").hidden = !stand.decision;
  }

  function count() {
    const left = [...articles.values()].filter((article) => article.dataset.decision === "open").length;
    const shape = (lang) => words["left" + lang].replace("ALL", articles.size).replace("N", left);
    speak(document.querySelector("#left"), { ar: shape("Ar"), en: shape("En") });
    const form = document.querySelector("#filters");
    if (form) form.dispatchEvent(new Event("input"));
  }

  function trouble(article, texts) {
    const place = article.querySelector(".decide .trouble");
    place.hidden = !texts;
    if (texts) speak(place, texts);
  }

  async function answer(article, said) {
    const id = article.id.slice("c-".length);
    const buttons = all(".decide button", article);
    for (const button of buttons) button.disabled = true;
    trouble(article, null);
    try {
      const response = await ask({ id, seen: marks.get(id) || null, ...said });
      if (response.ok || response.status === 409) {
        const stand = await response.json();
        show(stand);
        count();
        if (!response.ok) trouble(article, both("meanwhile"));
      } else {
        const why = response.status === 500 ? await response.json() : await response.text();
        trouble(article, both("failed", (lang) => " " + (why[lang] ?? why)));
      }
    } catch {
      trouble(article, both("gone"));
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  }

  for (const article of articles.values()) {
    article.querySelector(".decide").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if ("undo" in button.dataset) return answer(article, { decision: null });
      const note = article.querySelector("[data-note]").value.trim();
      const said = { decision: button.dataset.decision };
      if (button.dataset.right) said.right = Number(button.dataset.right);
      if (button.dataset.reason) said.reason = button.dataset.reason;
      if (note) said.note = note;
      return answer(article, said);
    });
  }

  // Another tab, or a terminal, may decide too.
  async function refresh() {
    if (document.hidden) return;
    try {
      const response = await ask();
      if (!response.ok) return;
      for (const stand of await response.json()) show(stand);
      count();
    } catch { /* the next answer tells that the server is gone */ }
  }
  document.addEventListener("visibilitychange", refresh);
  addEventListener("focus", refresh);
  setInterval(refresh, 5000);
  refresh().then(() => { root.dataset.ready = "yes"; });
})();
