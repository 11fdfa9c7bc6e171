// What if: combines assumptions about conditions. The logic is that of dossier/whatif.py, of three values: a condition
// holds (true), fails (false), or nothing is assumed of it (null). A test compares the two.
(function () {
  const ASSUMED = { ja: true, nee: false, "": null };
  const all = (selector, from) => Array.from(from.querySelectorAll(selector));

  function holds(condition, assumed) {
    const value = assumed[condition.group];
    return value === null ? null : value !== condition.unless;
  }

  function ofList(listed, assumed) {
    const values = listed.map((condition) => holds(condition, assumed));
    const enough = listed[0].any; // one that holds decides, or else one that fails
    return values.includes(enough) ? enough : values.includes(null) ? null : !enough;
  }

  // the stance, null where it hangs on something, and the conditions that it rests or hangs on
  function outcome(lists, assumed) {
    const values = lists.map((listed) => ofList(listed, assumed));
    const first = values.indexOf(false);
    if (first >= 0) {
      const failing = lists[first].filter((condition) => holds(condition, assumed) === false);
      return { stance: failing[0].failed, rests: failing };
    }
    if (values.every((value) => value)) return { stance: lists[0][0].met, rests: lists.flat() };
    const open = lists.filter((listed, at) => values[at] === null).flat();
    return { stance: null, rests: open.filter((condition) => holds(condition, assumed) === null) };
  }

  function read(row) {
    const lists = [];
    for (const element of all("[data-list]", row)) {
      const { group, list, any, unless, met, failed } = element.dataset;
      const condition = { element, group: Number(group), any: any === "", unless: unless === "", met, failed };
      (lists[list] = lists[list] || []).push(condition);
    }
    return { lists, told: row.querySelector(".outcome") };
  }

  for (const block of document.querySelectorAll(".whatif")) {
    const choices = all(".choice[data-group]", block);
    const names = choices.map((choice) => choice.dataset.group);
    const actors = all(".then .stand", block).map(read);
    const settled = all("[data-stance]", block).map((element) => element.dataset.stance);
    const words = block.closest("[data-support]").dataset;
    const prefix = block.dataset.issue + ":";

    function show() {
      const chosen = choices.map((choice) => choice.querySelector(":checked").value);
      const assumed = chosen.map((value) => ASSUMED[value]);
      const stances = settled.slice();
      for (const { lists, told } of actors) {
        const { stance, rests } = outcome(lists, assumed);
        stances.push(stance);
        for (const condition of lists.flat()) condition.element.hidden = !rests.includes(condition);
        told.className = "outcome " + (stance ? "stance " + stance : "told");
        const hangs = [...new Set(rests.map((condition) => names[condition.group]))];
        told.textContent = stance ? words[stance] : "hangt af van " + hangs.join(", ");
      }
      block.querySelector("output").textContent = tally(stances, words, Number(block.dataset.majority));
      remember((query) => {
        const others = query.getAll("als").filter((one) => !one.startsWith(prefix));
        const own = names.flatMap((name, at) => (chosen[at] ? [prefix + name + "=" + chosen[at]] : []));
        query.delete("als");
        for (const one of [...others, ...own]) query.append("als", one);
      });
    }

    for (const one of new URLSearchParams(location.search).getAll("als")) {
      const at = names.findIndex((name) => one.startsWith(prefix + name + "="));
      const value = one.slice(one.lastIndexOf("=") + 1);
      for (const input of at < 0 ? [] : all("input", choices[at])) input.checked ||= input.value === value;
    }
    block.addEventListener("change", show);
    for (const element of all(".choice, .then", block)) element.hidden = false;
    show();
  }

  function tally(stances, words, majority) {
    const counted = [...Object.keys(words), null].flatMap((stance) => {
      const number = stances.filter((each) => each === stance).length;
      return number ? [number + " " + (stance ? words[stance] : "onbeslist")] : [];
    });
    const most = stances.filter((each) => each === "support").length >= majority;
    return "Dan: " + counted.join(", ") + (most ? ". Dat is een meerderheid voor." : ".");
  }
})();
