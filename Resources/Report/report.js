"use strict";
// Filters and a timeline over the quotations that stand in the page. The address behind # holds the choice, so that
// it can be sent on: #speaker=Ann%20Lee&topic=harbour&q=winter&date=2024-10
(() => {
  const facets = [["speaker", "Speakers"], ["topic", "Topics"], ["kind", "Kinds"], ["outlet", "Outlets"]];
  const texts = (root, selector) => [...root.querySelectorAll(selector)].map((node) => node.textContent);
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
    .replace(/\s+/g, " ").toLowerCase();

  const sections = [...document.querySelectorAll("section.article")];
  const quotes = sections.flatMap((section) => {
    const outlet = texts(section, ".source .outlet");
    return [...section.querySelectorAll(".quote")].map((node) => {
      const time = node.querySelector("time");
      const quote = {
        node, section, outlet, speaker: texts(node, ".speaker"), topic: texts(node, ".topics li"),
        kind: texts(node, ".kind"), date: time ? time.dateTime : "",
        words: folded(node.querySelector("blockquote").textContent),
      };
      return quote;
    });
  });
  if (quotes.length === 0) return;

  const make = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };

  // The timeline has years, months or days, whichever keeps it readable.
  const dated = quotes.filter((quote) => /^\d{4}/.test(quote.date)).map((quote) => quote.date).sort();
  const steps = (length) => {
    const cut = dated.filter((date) => date.length >= length).map((date) => date.slice(0, length));
    if (cut.length === 0) return [];
    const out = [];
    const [first, last] = [cut[0], cut[cut.length - 1]];
    const at = new Date(Date.UTC(+first.slice(0, 4), +(first.slice(5, 7) || 1) - 1, +(first.slice(8, 10) || 1)));
    at.setUTCFullYear(+first.slice(0, 4));
    while (out.length <= 400) {
      const name = at.toISOString().slice(0, length);
      out.push(name);
      if (name >= last) break;
      if (length === 4) at.setUTCFullYear(at.getUTCFullYear() + 1);
      else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
      else at.setUTCDate(at.getUTCDate() + 1);
    }
    return out;
  };
  const scale = [10, 7, 4].map(steps).find((list, row) => list.length > 1 && (list.length <= 60 || row === 2)) || [];
  const within = (quote, date) => quote.date === date || quote.date.startsWith(date + "-");

  const empty = () => ({ speaker: new Set(), topic: new Set(), kind: new Set(), outlet: new Set(), date: "", q: "" });
  let choice = empty();

  const read = () => {
    choice = empty();
    for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
      if (choice[key] instanceof Set) choice[key].add(value);
      else if (key === "date" || key === "q") choice[key] = value;
    }
  };
  const write = () => {
    const out = new URLSearchParams();
    for (const [name] of facets) for (const value of choice[name]) out.append(name, value);
    if (choice.date) out.append("date", choice.date);
    if (choice.q) out.append("q", choice.q);
    const hash = out.toString().replace(/\+/g, "%20");
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  };

  // Whether a quotation passes every filter but one: a list counts what choosing in it would show.
  const passes = (quote, but) => {
    for (const [name] of facets) {
      if (name !== but && choice[name].size && !quote[name].some((value) => choice[name].has(value))) return false;
    }
    if (but !== "date" && choice.date && !within(quote, choice.date)) return false;
    return !choice.q || quote.words.includes(folded(choice.q));
  };

  const search = make("input", { type: "search", id: "search", "aria-label": "Words said", placeholder: "words said" });
  const timeline = make("div", { id: "timeline", role: "group", "aria-label": "When it was said" });
  const lists = new Map(facets.map(([name]) => [name, make("ul", { class: "choices", id: name + "s" })]));
  const clear = make("button", { class: "plain", type: "button", id: "clear" }, "Show all");
  const open = make("button", { class: "plain", type: "button", id: "open" }, "Open every context");

  const build = () => {
    const tools = document.getElementById("tools");
    const more = make("details", {}, make("summary", {}, "Filters"));
    more.open = matchMedia("(min-width: 60rem)").matches;
    tools.append(make("h3", {}, "Search"), search, more);
    if (scale.length > 1) {
      const ends = make("div", { class: "ends" }, make("span", {}, scale[0]), make("span", {}, scale[scale.length - 1]));
      more.append(make("h3", {}, "When"), timeline, ends);
    }
    for (const [name, title] of facets) {
      if (new Set(quotes.flatMap((quote) => quote[name])).size > 1) more.append(make("h3", {}, title), lists.get(name));
    }
    more.append(make("div", { class: "row" }, clear, open));
    tools.hidden = false;
    document.body.classList.add("filters");
  };

  const showList = (name) => {
    const counts = new Map();
    for (const quote of quotes) {
      if (passes(quote, name)) for (const value of quote[name]) counts.set(value, (counts.get(value) || 0) + 1);
    }
    for (const value of choice[name]) if (!counts.has(value)) counts.set(value, 0);
    const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    lists.get(name).replaceChildren(...rows.slice(0, 300).map(([value, count]) => {
      const label = [make("span", { class: "name", title: value }, value), make("span", { class: "number" }, String(count))];
      const button = make("button", { type: "button", "aria-pressed": String(choice[name].has(value)) }, ...label);
      button.addEventListener("click", () => {
        if (!choice[name].delete(value)) choice[name].add(value);
        changed();
      });
      return make("li", {}, button);
    }));
  };

  const showTimeline = () => {
    const counts = new Map(scale.map((date) => [date, 0]));
    for (const quote of quotes) {
      const date = quote.date.slice(0, (scale[0] || "").length);
      if (counts.has(date) && passes(quote, "date")) counts.set(date, counts.get(date) + 1);
    }
    const most = Math.max(1, ...counts.values());
    timeline.replaceChildren(...[...counts].map(([date, count]) => {
      const fill = make("span", {});
      fill.style.height = (count ? Math.max(4, (100 * count) / most) : 0) + "%";
      const title = date + ": " + count;
      const button = make("button", {
        class: "bar", type: "button", title, "aria-label": title, "aria-pressed": String(choice.date === date),
      }, fill);
      button.addEventListener("click", () => {
        choice.date = choice.date === date ? "" : date;
        changed();
      });
      return button;
    }));
  };

  const show = () => {
    let count = 0;
    const open = new Set();
    for (const quote of quotes) {
      const isShown = passes(quote, null);
      quote.node.hidden = !isShown;
      if (isShown) {
        count += 1;
        open.add(quote.section);
      }
    }
    for (const section of sections) section.hidden = !open.has(section);
    const plural = (number, word) => number + " " + word + (number === 1 ? "" : "s");
    const shown = count === quotes.length ? "" : count + " of ";
    document.getElementById("count").textContent =
      shown + plural(quotes.length, "quotation") + ", " + plural(open.size, "article");
    if (document.activeElement !== search) search.value = choice.q;
    for (const [name] of facets) showList(name);
    showTimeline();
  };

  // The list is made anew: what had the focus keeps it.
  const changed = () => {
    const focus = document.activeElement && document.activeElement.closest(".choices button, .bar");
    const key = focus && [focus.parentElement.closest("ul, #timeline").id, focus.textContent, focus.title];
    write();
    show();
    if (!key) return;
    const again = [...document.getElementById(key[0]).querySelectorAll("button")];
    const twin = again.find((node) => (key[2] ? node.title.split(":")[0] === key[2].split(":")[0]
      : node.firstChild.textContent === focus.firstChild.textContent));
    if (twin) twin.focus({ preventScroll: true });
  };

  search.addEventListener("input", () => { choice.q = search.value.trim(); changed(); });
  clear.addEventListener("click", () => { choice = empty(); search.value = ""; changed(); });
  open.addEventListener("click", () => {
    const all = [...document.querySelectorAll("#quotes details")];
    const isOpen = all.every((node) => node.open);
    for (const node of all) node.open = !isOpen;
    open.textContent = isOpen ? "Open every context" : "Close every context";
  });
  addEventListener("hashchange", () => { read(); show(); });
  read();
  build();
  show();
})();
