// The graph of links: what belongs to a node is marked while one points at it or is on it; a node
// that leads to no page opens the table and shows its row.
(() => {
  "use strict";
  const graph = document.querySelector(".links");
  if (!graph) {
    return;
  }
  const mark = (node, on) => {
    const place = node.dataset.node;
    graph.querySelectorAll('[data-from="' + place + '"], [data-to="' + place + '"]').forEach(
      line => line.classList.toggle("on", on));
  };
  for (const node of graph.querySelectorAll("[data-node]")) {
    for (const [event, on] of [["pointerenter", true], ["focus", true], ["pointerleave", false], ["blur", false]]) {
      node.addEventListener(event, () => mark(node, on));
    }
    node.addEventListener("click", () => {
      const row = document.querySelector(node.getAttribute("href").startsWith("#") ? node.getAttribute("href") : "#none");
      if (row) {
        row.closest("details").open = true;
      }
    });
  }
})();
