// Shows a page as an image with boxes, or a text with marks. All text goes in by textContent, never as HTML.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const pane = parentElement.querySelector(".pane");
  pane.replaceChildren();
  let current = null;

  function mark(element, item) {
    element.classList.add("box");
    if (item.current) { element.classList.add("current"); current = current || element; }
    element.title = item.label;
    element.addEventListener("click", () => setTriggerValue("pick", item.id));
    return element;
  }

  function imagePage() {
    const sheet = document.createElement("div");
    sheet.className = "sheet";
    sheet.style.width = data.zoom + "%";
    const image = document.createElement("img");
    image.src = data.image;
    image.alt = data.alt;
    sheet.appendChild(image);
    const seen = new Set();
    for (const item of data.boxes) {
      const box = mark(document.createElement("button"), item);
      for (const side of ["left", "top", "width", "height"]) box.style[side] = 100 * item[side] + "%";
      box.setAttribute("aria-label", item.label);
      if (seen.has(item.id)) box.tabIndex = -1;
      seen.add(item.id);
      sheet.appendChild(box);
    }
    pane.appendChild(sheet);
    image.addEventListener("load", show, { once: true });
  }

  function textPage() {
    const sheet = document.createElement("div");
    sheet.className = "sheet text";
    for (const block of data.blocks) {
      const line = document.createElement(block.kind === "heading" ? "h4" : "p");
      if (block.kind === "item") line.className = "item";
      let at = 0;
      for (const item of block.marks) {
        line.append(block.text.slice(at, item.start));
        const words = mark(document.createElement("mark"), item);
        words.textContent = block.text.slice(item.start, item.end);
        words.tabIndex = 0;
        line.appendChild(words);
        at = item.end;
      }
      line.append(block.text.slice(at));
      sheet.appendChild(line);
    }
    pane.appendChild(sheet);
    requestAnimationFrame(show);
  }

  function show() {
    if (!current) { pane.scrollTo({ top: 0 }); return; }
    const place = current.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: Math.max(0, place - pane.clientHeight / 3) });
  }

  if (data.image) imagePage(); else textPage();
}
