// A switch that is turned recomputes at once, and the address says so. Without this the form is sent.
const form = document.querySelector(".whatif form");
const outcome = document.getElementById("outcome");
const prefix = "if:";
let asked = null;

function address(base) {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) given.append("assume", name.slice(prefix.length) + "=" + value);
  return given.size ? base + "?" + given : base;
}

async function recompute() {
  asked?.abort();
  asked = new AbortController();
  outcome.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address(form.dataset.fragment), { signal: asked.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    outcome.replaceChildren(...made.body.childNodes);
    history.replaceState(null, "", address(form.getAttribute("action")));
    outcome.removeAttribute("aria-busy");
  } catch (fault) {
    if (fault.name !== "AbortError") form.submit();
  }
}

if (form) {
  form.querySelector("button").hidden = true;
  form.addEventListener("change", recompute);
  form.querySelector(".buttons a").addEventListener("click", (event) => {
    event.preventDefault();
    for (const none of form.querySelectorAll('input[value=""]')) none.checked = true;
    recompute();
  });
}
