// Corrections: says that the dossier is being made anew while it is, stays where the reader was, and takes the words of a
// new statement from a selection. Every form works without this.
const working = document.querySelector(".bar .working");
const KEPT = "standpunt:place";
const AGAIN = 3000; // milliseconds

const kept = sessionStorage.getItem(KEPT)?.split(" ");
if (kept?.[0] === location.pathname) scrollTo(0, Number(kept[1]));
sessionStorage.removeItem(KEPT);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  sessionStorage.setItem(KEPT, `${location.pathname} ${scrollY}`);
  for (const button of document.querySelectorAll("form[method=post] button")) button.disabled = true;
  if (form.elements.change?.value !== "accept") working.hidden = false;
});
addEventListener("pageshow", () => {
  working.hidden = true;
  for (const button of document.querySelectorAll("form[method=post] button")) button.disabled = false;
});

// Whether the dossier has been made anew with what was corrected; who reads or fills in something is left alone.
const waiting = document.querySelector(".bar .waiting");
const look = async () => {
  const told = await fetch("/api/dossier").then((answer) => answer.json()).catch(() => null);
  if (told?.fault) location.reload();
  else if (!told?.complete) setTimeout(look, AGAIN);
  else {
    waiting.hidden = true;
    document.querySelector(".bar .ready").hidden = false;
  }
};
if (waiting) setTimeout(look, AGAIN);

const add = document.getElementById("add");
if (add) {
  const body = document.querySelector("article .body");
  const take = document.getElementById("take");
  const caret = document.getElementById("caret");
  for (const told of document.querySelectorAll(".adding .plain")) told.hidden = true;
  for (const told of document.querySelectorAll(".adding .scripted")) told.hidden = false;

  // The place of a point in the text of the article, in characters as Python counts them; null outside of it.
  const place = (node, offset) => {
    const text = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".text");
    if (!text) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(node, offset);
    return Number(text.dataset.start) + [...before.toString()].length;
  };

  const selected = () => {
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    if (!range || !body.contains(range.commonAncestorContainer)) return null;
    let start = place(range.startContainer, range.startOffset);
    let stop = place(range.endContainer, range.endOffset);
    const words = range.toString();
    if (start === null || stop === null || !words.trim()) return null;
    start += [...words].length - [...words.trimStart()].length;
    stop -= [...words].length - [...words.trimEnd()].length;
    return { start, stop, words: words.trim() };
  };

  const fill = () => {
    const found = selected();
    if (!found) return;
    add.elements.words.value = found.words;
    add.elements.start.value = found.start;
    add.elements.stop.value = found.stop;
    leave();
    take.hidden = true;
    add.scrollIntoView({ block: "center" });
    add.elements.speaker.focus();
  };

  // A caret in a text that stays as it is, and nowhere else.
  const beside = body.querySelectorAll(".notes, .turns");
  const enter = () => {
    for (const each of beside) each.inert = true;
    body.contentEditable = "true";
    body.focus();
    getSelection().collapse(body.querySelector(".text"), 0);
  };
  const leave = () => {
    for (const each of beside) each.inert = false;
    body.removeAttribute("contenteditable");
  };

  for (const changing of ["beforeinput", "drop"]) body.addEventListener(changing, (event) => event.preventDefault());
  body.addEventListener("keydown", (event) => {
    if (body.contentEditable !== "true") return;
    event.stopPropagation(); // n and p are no letters to go by here
    if (event.key === "Enter") fill();
    else if (event.key === "Escape") {
      leave();
      caret.focus();
    } else return;
    event.preventDefault();
  });
  caret.addEventListener("click", enter);
  take.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  take.addEventListener("click", fill);
  document.addEventListener("selectionchange", () => {
    take.hidden = body.contentEditable === "true" || !selected();
  });
  add.elements.words.addEventListener("input", () => {
    add.elements.start.value = add.elements.stop.value = ""; // other words stand elsewhere
  });

  // Other words for a statement: the panel of the article shows copies of the forms, so that these are asked here.
  let last = null;
  document.addEventListener("selectionchange", () => (last = selected() ?? last));
  new MutationObserver(() => {
    for (const button of document.querySelectorAll("button.take[hidden]")) button.hidden = false;
  }).observe(document.getElementById("why"), { childList: true });
  for (const button of document.querySelectorAll("button.take")) button.hidden = false;
  document.addEventListener("click", (event) => {
    if (event.target.matches("button.take") && last) event.target.form.elements.to.value = last.words;
  });
}
