(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll("[data-c]")];
  const told = form.querySelector("output");
  const apply = () => {
    const kinds = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const who = form.elements.who.value;
    const hidden = new Set();
    for (const card of cards) {
      const fits = (!kinds.size || kinds.has(card.dataset.kind)) && (!who || card.dataset.who.split(" ").includes(who));
      card.hidden = !fits;
      if (!fits) hidden.add(card.id);
    }
    for (const mark of marks) {
      mark.classList.toggle("off", mark.dataset.c.split(" ").every((card) => hidden.has(card)));
    }
    document.body.classList.toggle("filtered", hidden.size > 0);
    told.textContent = `${cards.length - hidden.size} of ${cards.length} claims`;
  };
  // A link to a claim that is filtered out shows everything again.
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && (target.hidden || target.classList.contains("off"))) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", arrive);
  form.hidden = false;
  apply();
})();
