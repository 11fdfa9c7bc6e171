"use strict";
// Only a help: filtering, lighting up what belongs together, moving by keyboard. All of it can be read without.

// What was chosen lives in the address, so that it can be shared; each part of the page changes its own share of it.
function remember(change) {
  const query = new URLSearchParams(location.search);
  change(query);
  try {
    history.replaceState(null, "", location.pathname + (query.size ? "?" + query : "") + location.hash);
  } catch (refused) {
    // some browsers do not let a page from a file change its address; all works the same
  }
}

(function () {
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  root.classList.add("js");
  by("filter").hidden = false;
  by("open-filter").hidden = false;
  const keys = document.querySelector("footer .keys");
  keys.hidden = false;

  // ---- notes beside the text: each statement as it stands under its speaker, with who, how, by which words and why
  let row = null;
  let group = null;
  for (const flag of all("article .k")) {
    const key = flag.id.slice(2);
    const entry = by("u-" + key);
    const speaker = entry.closest(".actor");
    const beside = flag.closest(".row");
    if (beside !== row) beside.append(make("div", "notes"));
    if (beside !== row || group.dataset.who !== speaker.id) {
      group = make("div", "by");
      group.dataset.who = speaker.id;
      const name = make("a", "who " + flag.className.split(" ")[1], speaker.querySelector(".who").textContent);
      name.dataset.i = flag.dataset.i;
      name.href = "#" + speaker.id;
      group.append(name);
      beside.lastElementChild.append(group);
    }
    row = beside;
    const note = make("div", "note");
    note.id = "n-" + key;
    const cue = all("blockquote i", entry).map((part) => part.textContent).join("");
    if (cue) note.append(make("q", "", cue), " ");
    for (const badge of all(".meta b", entry)) note.append(badge.cloneNode(true), " ");
    const why = make("small");
    for (const part of Array.from(entry.querySelector("details").childNodes).slice(1)) why.append(part.cloneNode(true));
    note.append(why);
    group.append(note);
  }

  function make(tag, kind, words) {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    if (words) element.textContent = words;
    return element;
  }

  // ---- lighting up one statement: its words, its cue, its note
  let lit = null;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const place = (element) => {
    const article = element.closest("article");
    return article && article.dataset.x;
  };

  function light(article, number) {
    const key = article && number ? article + "-" + number : null;
    if (key === lit) return;
    all(".on").forEach((element) => element.classList.remove("on"));
    lit = key;
    if (!key) return;
    const here = by("a-" + article);
    all(`[data-n~="${number}"], [data-f~="${number}"]`, here).forEach((element) => element.classList.add("on"));
    for (const kind of ["s-", "n-"]) by(kind + key).classList.add("on");
  }

  let held = null; // the statement that was chosen, by key, click or tap; hovering gives way to it again

  function hold(flag, move) {
    const article = place(flag);
    const number = flag.id.split("-").pop();
    held = { article, number, flag };
    light(article, number);
    sheet(article, number);
    if (!move) return;
    flag.focus({ preventScroll: true });
    const near = Math.abs(flag.getBoundingClientRect().top) < 1.5 * innerHeight;
    flag.scrollIntoView({ block: "center", behavior: near && !calm ? "smooth" : "auto" });
    // what was not yet laid out on the way may turn out longer: look again once it is
    if (!near) requestAnimationFrame(() => flag.scrollIntoView({ block: "center" }));
  }

  function release() {
    held = null;
    light(null);
    sheet(null);
  }

  function inner(element) {
    const words = element.closest("article .q, article .k, article .note");
    return words && (words.dataset.n ? words.dataset.n.split(" ").pop() : words.id.split("-").pop());
  }

  let pointer = "";
  document.addEventListener("pointerover", (event) => {
    const at = event.screenX + "," + event.screenY;
    if (event.pointerType === "touch" || at === pointer) return; // the page moved, not the pointer
    pointer = at;
    const number = inner(event.target);
    if (number) light(place(event.target), number);
    else if (held) light(held.article, held.number);
    else light(null);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("article .k")) hold(event.target, false);
  });
  document.addEventListener("click", (event) => {
    const words = event.target.closest("article .q, article .k");
    if (words && !String(getSelection())) {
      const flag = by("s-" + place(words) + "-" + inner(words));
      if (event.target.closest(".k")) event.preventDefault();
      if (flag) hold(flag, false);
    } else if (held && !event.target.closest("#blad, .notes, a, button, input, select")) {
      release();
    }
  });

  // ---- on a narrow screen the note comes up from below
  function sheet(article, number) {
    const page = by("blad");
    page.replaceChildren();
    page.hidden = !number;
    if (!number) return;
    const note = by("n-" + article + "-" + number);
    const close = make("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Sluiten");
    close.addEventListener("click", release);
    const copy = note.cloneNode(true);
    copy.removeAttribute("id");
    copy.className = "note";
    const to = make("a", "", "Bij de andere uitspraken");
    to.href = "#u-" + article + "-" + number;
    page.append(close, note.parentElement.querySelector(".who").cloneNode(true), copy, to);
  }

  // ---- keyboard
  function step(direction) {
    const flags = all("article:not([hidden]) .k:not(.off)");
    if (!flags.length) return;
    let at = held ? flags.indexOf(held.flag) + direction : -1;
    if (!held || at === -1 - 1) {
      at = flags.findIndex((flag) => flag.getBoundingClientRect().top > 80);
      if (at < 0) at = flags.length - 1;
    }
    hold(flags[Math.min(Math.max(at, 0), flags.length - 1)], true);
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      release();
      if (typing) event.target.blur();
      return;
    }
    if (typing) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "u" && held) location.hash = "u-" + held.article + "-" + held.number;
    else if (event.key === "/") {
      event.preventDefault();
      by("balk").classList.add("open");
      by("zoek").focus();
    }
  });

  // ---- filter
  const plain = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const statements = all(".u").map((element) => ({
    element,
    key: element.id.slice(2),
    who: element.closest(".actor").id,
    form: element.dataset.v,
    declines: !!element.querySelector(".meta .declines"),
    words: plain(element.querySelector("blockquote").textContent),
  }));
  const fields = { zoek: by("zoek"), spreker: by("spreker"), vorm: by("vorm") };

  function filter() {
    const words = plain(fields.zoek.value.trim());
    const who = fields.spreker.value;
    const form = fields.vorm.value;
    const active = Boolean(words || who || form);
    const kept = new Set();
    for (const one of statements) {
      const fits =
        (!words || one.words.includes(words)) &&
        (!who || one.who === who) &&
        (!form || one.form === form || (form === "declines" && one.declines));
      one.element.hidden = !fits;
      if (fits) kept.add(one.key);
    }
    all(".occasion, .actor").forEach((part) => { part.hidden = !part.querySelector(".u:not([hidden])"); });
    all(".named").forEach((part) => { part.hidden = active; });
    all(".lane[data-who]").forEach((lane) => {
      const actor = by(lane.dataset.who);
      lane.hidden = !actor || actor.hidden;
    });
    all("article").forEach((article) => {
      const short = article.dataset.x;
      let any = false;
      all(".q", article).forEach((element) => {
        const shown = element.dataset.n.split(" ").some((number) => kept.has(short + "-" + number));
        element.classList.toggle("off", !shown);
      });
      all(".k, .note", article).forEach((element) => {
        const shown = kept.has(element.id.slice(2));
        element.classList.toggle("off", !shown);
        any = any || shown;
      });
      article.hidden = active && !any;
      all(".notes .by", article).forEach((group) => { group.hidden = !group.querySelector(".note:not(.off)"); });
    });
    by("telling").textContent = active ? `${kept.size} van ${statements.length} uitspraken` : "";
    by("wis").hidden = !active;
    remember((query) => {
      for (const name of Object.keys(fields)) {
        if (fields[name].value) query.set(name, fields[name].value);
        else query.delete(name);
      }
    });
  }

  let waiting = 0;
  fields.zoek.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  fields.spreker.addEventListener("change", filter);
  fields.vorm.addEventListener("change", filter);
  by("wis").addEventListener("click", () => {
    for (const field of Object.values(fields)) field.value = "";
    filter();
    fields.zoek.focus();
  });
  by("open-filter").addEventListener("click", (event) => {
    const open = by("balk").classList.toggle("open");
    event.currentTarget.setAttribute("aria-expanded", String(open));
  });
  const given = new URLSearchParams(location.search);
  for (const [name, field] of Object.entries(fields)) field.value = given.get(name) || "";
  fields.spreker.value = fields.spreker.value || "";
  if (given.size) filter();

  // ---- arriving at a statement by its address lights it up; the bar tells where one is
  function arrive() {
    const target = by(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("article .k")) hold(target, true);
  }
  addEventListener("hashchange", arrive);
  arrive();
  const links = all("nav a");
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of links) {
          if (link.hash === "#" + entry.target.id) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        }
      }
    },
    { rootMargin: "-25% 0px -70% 0px" },
  );
  all("main > section").forEach((section) => seen.observe(section));
})();
