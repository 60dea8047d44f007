"use strict";
const library = "@library@";
const example = `Two Die as Ferry Sinks Off Norland Coast

PORT HALE, Norland (AP) — At least two people were killed and 14 are missing after a ferry sank on Monday, the coast guard said. A hospital in Hale put the toll at five.

“We did all we could,” said Captain Ana Ruiz. She denied that the boat had been overloaded.

The opposition accused the ministry of ignoring warnings. The ministry rejected the accusation, and the claim could not be independently verified. The navy, which lost three patrol boats in the storm, has not released any figures on its losses.`;

const loaded = (async () => {
  const bytes = Uint8Array.from(atob(library), (character) => character.charCodeAt(0));
  return (await WebAssembly.instantiate(bytes)).instance.exports;
})();

// The page on an article; `published` is YYYY-MM-DD or nothing.
async function pageOn(article, published) {
  const newsclaim = await loaded;
  const bytes = new TextEncoder().encode(article);
  const room = newsclaim.room(bytes.length);
  new Uint8Array(newsclaim.memory.buffer, room, bytes.length).set(bytes);
  const [year, month, day] = published ? published.split("-").map(Number) : [0, 0, 0];
  const length = newsclaim.read(year, month, day);
  return new TextDecoder().decode(new Uint8Array(newsclaim.memory.buffer, newsclaim.page(), length));
}

const form = document.getElementById("paste");
const { article, published } = form.elements;
const told = form.querySelector("output");
const frame = document.querySelector("iframe");

async function read() {
  try {
    const started = performance.now();
    const page = await pageOn(article.value, published.value);
    told.textContent = `Read in ${Math.ceil(performance.now() - started)} milliseconds, and nothing left this page.`;
    // Without a base of its own, a link inside the page in the frame would lead to this one.
    frame.srcdoc = page.replace("<head>", '<head><base href="about:srcdoc">').replace("base-uri 'none'", "base-uri about:");
  } catch (error) {
    told.textContent = `This browser could not read it: ${error}`;
    throw error;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
article.addEventListener("paste", () => setTimeout(read));
form.elements.example.addEventListener("click", () => {
  article.value = example;
  published.value = "2019-05-14";
  read();
});
