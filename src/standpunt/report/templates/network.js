// Draws the network of a period, from the JSON of report/network.py, and lets people move in it.
(function () {
  const { nodes, periods } = JSON.parse(document.getElementById("drawing").textContent);
  const form = document.forms[0];
  const svg = document.querySelector("svg");
  const aside = document.querySelector("aside");
  const SIDE = 90, TOP = 48, SIZE = 8, WIDEST = 7;

  const weights = [...new Set(periods.flatMap((each) => each.ties.map((tie) => Math.abs(tie.weight))))];
  weights.sort((one, other) => one - other);
  const strongest = weights[weights.length - 1] || 1;
  const view = { zoom: 1, x: 0, y: 0 }; // what lies in the middle is moved by x and y, in parts of the picture
  let chosen = null;

  function make(tag, attributes, parent) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return parent.appendChild(element);
  }

  function write(tag, text, parent) {
    const element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  }

  const width = () => Math.max(svg.clientWidth - 2 * SIDE, 1);
  const height = () => Math.max(svg.clientHeight - 2 * TOP, 1);
  const across = (node) => SIDE + ((node.x - 0.5 + view.x) * view.zoom + 0.5) * width();
  const down = (node) => TOP + ((0.5 - node.y + view.y) * view.zoom + 0.5) * height();

  const period = () => periods[Number(form.period.value)];
  const shown = () => period().ties.filter((tie) => Math.abs(tie.weight) >= weights[form.least.value]);
  const said = (weight) => String(Math.round(weight * 1000) / 1000).replace(".", ",").replace("-", "−");

  const marks = nodes.map((node, at) => {
    const group = make("g", { class: "name", tabindex: 0, role: "button", "aria-label": node.label }, svg.lastElementChild);
    if (node.square) make("rect", { x: -SIZE, y: -SIZE, width: 2 * SIZE, height: 2 * SIZE }, group);
    else make("circle", { r: SIZE }, group);
    make("text", { dy: -SIZE - 5 }, group).textContent = node.label;
    group.addEventListener("pointerenter", () => chosen === null && light(at));
    group.addEventListener("pointerleave", () => chosen === null && light(null));
    group.addEventListener("focus", () => chosen === null && light(at));
    group.addEventListener("blur", () => chosen === null && light(null));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(chosen === at ? null : at);
    });
    return group;
  });
  let lines = [];

  function place() {
    nodes.forEach((node, at) => marks[at].setAttribute("transform", `translate(${across(node)} ${down(node)})`));
    for (const { line, tie } of lines) {
      const one = nodes[tie.one], other = nodes[tie.other];
      line.setAttribute("x1", across(one));
      line.setAttribute("y1", down(one));
      line.setAttribute("x2", across(other));
      line.setAttribute("y2", down(other));
    }
  }

  function draw() {
    const box = svg.firstElementChild;
    box.replaceChildren();
    lines = shown().map((tie) => {
      const line = make("line", {
        stroke: tie.colour,
        "stroke-width": 0.5 + ((WIDEST - 0.5) * Math.abs(tie.weight)) / strongest,
      }, box);
      make("title", {}, line).textContent = `${nodes[tie.one].label} – ${nodes[tie.other].label}: ${said(tie.weight)}`;
      return { line, tie };
    });
    const tied = new Set(lines.flatMap(({ tie }) => [tie.one, tie.other]));
    nodes.forEach((node, at) => {
      const told = period().nodes[at];
      marks[at].classList.toggle("silent", !tied.has(at));
      marks[at].firstElementChild.setAttribute("fill", told ? told.colour : "#c0c0c0");
    });
    form.period.previousElementSibling.textContent = period().title;
    form.least.previousElementSibling.textContent = said(weights[form.least.value] || 0);
    place();
    light(chosen);
  }

  // lights up a name and who it is tied to, and lists its ties; null lights up all
  function light(at) {
    const own = lines.filter(({ tie }) => tie.one === at || tie.other === at);
    const near = new Set(own.flatMap(({ tie }) => [tie.one, tie.other]).concat(at));
    lines.forEach((each) => each.line.classList.toggle("faded", at !== null && !own.includes(each)));
    marks.forEach((mark, other) => {
      mark.classList.toggle("faded", at !== null && !near.has(other));
      mark.classList.toggle("chosen", other === at);
    });
    aside.replaceChildren();
    if (at === null) {
      write("p", `${marks.filter((mark) => !mark.classList.contains("silent")).length} namen, ${lines.length} banden`, aside);
      return;
    }
    write("h2", nodes[at].label, aside);
    for (const line of (period().nodes[at] || { about: [] }).about) write("p", line, aside);
    const list = write("ul", "", aside);
    own.sort((one, other) => Math.abs(other.tie.weight) - Math.abs(one.tie.weight));
    for (const { tie } of own) {
      const row = write("li", "", list);
      write("span", nodes[tie.one === at ? tie.other : tie.one].label, row);
      write("b", said(tie.weight), row);
    }
  }

  function choose(at) {
    chosen = at;
    form.who.value = at === null ? "" : at;
    light(at);
  }

  function zoom(factor) {
    view.zoom = Math.min(Math.max(view.zoom * factor, 0.5), 20);
    place();
  }

  // a drag of a name moves it, a drag of anything else moves all; without a move it is a choice
  svg.addEventListener("pointerdown", (event) => {
    const mark = event.target.closest(".name");
    const at = mark ? marks.indexOf(mark) : null;
    let moved = 0;
    svg.setPointerCapture(event.pointerId);
    function move(now) {
      moved += Math.abs(now.movementX) + Math.abs(now.movementY);
      if (moved < 4) return;
      const right = now.movementX / width() / view.zoom, below = now.movementY / height() / view.zoom;
      if (at === null) {
        view.x += right;
        view.y += below;
      } else {
        nodes[at].x += right;
        nodes[at].y -= below;
      }
      place();
    }
    function end() {
      svg.removeEventListener("pointermove", move);
      if (moved < 4) choose(at === chosen ? null : at);
    }
    svg.addEventListener("pointermove", move);
    svg.addEventListener("lostpointercapture", end, { once: true });
  });
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  document.addEventListener("keydown", (event) => event.key === "Escape" && choose(null));

  form.in.addEventListener("click", () => zoom(1.5));
  form.out.addEventListener("click", () => zoom(1 / 1.5));
  form.all.addEventListener("click", () => {
    Object.assign(view, { zoom: 1, x: 0, y: 0 });
    place();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.period.addEventListener("input", draw);
  form.least.addEventListener("input", draw);
  form.who.addEventListener("change", () => choose(form.who.value === "" ? null : Number(form.who.value)));

  const order = nodes.map((node, at) => at).sort((one, other) => nodes[one].label.localeCompare(nodes[other].label, "nl"));
  for (const at of order) write("option", nodes[at].label, form.who).value = at;
  document.getElementById("when").hidden = periods.length < 2;
  form.least.max = Math.max(weights.length - 1, 0);
  new ResizeObserver(place).observe(svg);
  draw();
})();
