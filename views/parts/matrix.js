// A table with a sticky head and first column; its cells are buttons. Text goes in by textContent, never as HTML.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector(".matrix");
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  const corner = document.createElement("th");
  corner.scope = "col";
  corner.textContent = data.corner;
  head.appendChild(corner);
  for (const name of data.columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    head.appendChild(cell);
  }
  const body = table.createTBody();
  for (const row of data.rows) {
    const line = body.insertRow();
    const name = document.createElement("th");
    name.scope = row.group ? "rowgroup" : "row";
    name.textContent = row.name;
    line.appendChild(name);
    if (row.group) { name.colSpan = data.columns.length + 1; name.className = "group"; continue; }
    row.cells.forEach((cell, column) => {
      const place = line.insertCell();
      const chip = document.createElement(row.id ? "button" : "span");
      chip.className = "chip";
      chip.textContent = cell.text;
      chip.style.background = `var(--st-${cell.colour}-background-color)`;
      chip.style.color = `var(--st-${cell.colour}-text-color)`;
      if (row.id) chip.addEventListener("click", () => setTriggerValue("open", { row: row.id, column }));
      place.appendChild(chip);
    });
  }
  box.replaceChildren(table);
}
