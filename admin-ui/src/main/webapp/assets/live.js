// Keeps a part of a page up to date: asks for that part again and again and takes over what changed.
// <div data-live="address" data-every="milliseconds" data-done="true|false">, inside it data-part
// elements. A part with data-grow only grows: its children carry data-key, and the newest key is sent
// along as "line". Nothing is asked while the page is hidden.
(() => {
  "use strict";
  const root = document.querySelector("[data-live]");
  if (!root || root.dataset.done === "true") {
    return;
  }
  const every = Number(root.dataset.every || 1000);
  const lost = document.querySelector("[data-live-lost]");
  let failures = 0;

  const growing = () => root.querySelector("[data-grow]");

  const address = () => {
    const list = growing();
    const last = list && list.lastElementChild;
    return root.dataset.live + (last && last.dataset.key ? "&line=" + last.dataset.key : "");
  };

  const grow = (list, fresh) => {
    const newest = list.lastElementChild ? Number(list.lastElementChild.dataset.key) : 0;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
    for (const child of [...fresh.children]) {
      if (Number(child.dataset.key) > newest) {
        list.append(document.importNode(child, true));
      }
    }
    if (atEnd) {
      list.scrollTop = list.scrollHeight;
    }
  };

  const take = (part, fresh) => {
    if (part.hasAttribute("data-grow")) {
      grow(part, fresh);
    } else if (part.innerHTML !== fresh.innerHTML) {
      const held = part.contains(document.activeElement) ? document.activeElement : null;
      const open = [...part.querySelectorAll("details")].map(details => details.open);
      part.innerHTML = fresh.innerHTML;
      [...part.querySelectorAll("details")].forEach((details, i) => { details.open = open[i] === true; });
      if (held && held.name) {
        const again = [...part.querySelectorAll("button, a")].find(
          one => one.name === held.name && one.value === held.value);
        if (again) {
          again.focus();
        }
      }
    }
  };

  const look = async () => {
    const answer = await fetch(address(), {credentials: "same-origin", redirect: "error"});
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-live]");
    for (const part of root.querySelectorAll("[data-part]")) {
      const next = fresh.querySelector('[data-part="' + part.dataset.part + '"]');
      if (next) {
        take(part, next);
      }
    }
    root.dataset.done = fresh.dataset.done;
  };

  const again = async () => {
    if (!document.hidden) {
      try {
        await look();
        failures = 0;
      } catch (problem) {
        failures += 1;
      }
      if (lost) {
        lost.hidden = failures < 3;
      }
    }
    if (root.dataset.done !== "true") {
      setTimeout(again, every * Math.min(10, 1 + failures));
    }
  };

  const list = growing();
  if (list) {
    list.scrollTop = list.scrollHeight;
  }
  setTimeout(again, every);
})();
