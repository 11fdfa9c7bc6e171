// Pointing at words, or focusing them, shows why they are marked; n and p go from statement to statement. What is shown
// stands in the list of findings below the article, which can be read without this.
const article = document.querySelector("article");
const panel = document.getElementById("why");
const flags = [...article.querySelectorAll(".text .k")];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
let held = null; // the keys that were chosen by key, click or focus; pointing gives way to them again

document.documentElement.classList.add("js");
article.querySelector(".keys").hidden = false;

const keysOf = (element) => {
  const words = element.closest?.("article .text [data-keys], article .text [data-key], article .notes [data-key]");
  return words ? (words.dataset.keys ?? words.dataset.key).split(" ") : null;
};

function show(keys) {
  for (const lit of article.querySelectorAll(".on")) lit.classList.remove("on");
  panel.hidden = !keys;
  panel.replaceChildren();
  if (!keys) return;
  for (const words of article.querySelectorAll("[data-keys]")) {
    if (words.dataset.keys.split(" ").includes(keys.at(-1))) words.classList.add("on");
  }
  if (held) panel.append(steps());
  for (const key of [...keys].reverse()) {
    const why = document.createElement("div");
    for (const part of document.getElementById("why-" + key).childNodes) why.append(part.cloneNode(true));
    panel.append(why);
  }
}

function steps() {
  const line = document.createElement("p");
  line.className = "steps";
  for (const [label, what] of [["‹", "previous"], ["›", "next"], ["×", "close"]]) {
    const button = document.createElement("button");
    button.textContent = label;
    button.setAttribute("aria-label", article.dataset[what]);
    button.addEventListener("click", () => (what === "close" ? release() : step(what === "next" ? 1 : -1)));
    line.append(button);
  }
  return line;
}

function hold(keys) {
  held = keys;
  show(keys);
}

function release() {
  held = null;
  show(null);
}

function step(by) {
  const at = flags.findIndex((flag) => held?.includes(flag.dataset.key));
  const start = at < 0 ? (by > 0 ? -1 : flags.length) : at;
  const flag = flags[start + by];
  if (!flag) return;
  flag.focus({ preventScroll: true });
  flag.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || panel.contains(event.target)) return;
  if (panel.contains(document.activeElement)) return; // somebody is filling in a form there
  show(keysOf(event.target) ?? held);
});
document.addEventListener("focusin", (event) => {
  const keys = keysOf(event.target);
  if (keys) hold(keys);
});
document.addEventListener("click", (event) => {
  const flag = event.target.closest("article .text :is(.k, .h)");
  if (flag) event.preventDefault(); // the list below is for those without a script
  const keys = keysOf(event.target);
  if (keys) hold(keys);
  else if (held && !panel.contains(event.target)) release();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "Escape") release();
});
