"use strict";
(function () {
  const root = document.body.dataset.root;
  const byId = (id) => document.getElementById(id);
  const MOST = 40;

  function isTyping(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
  }

  // ---- light and dark

  const theme = byId("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : prefersDark.matches;
  }

  function nameTheme() {
    theme.textContent = isDark() ? "Light" : "Dark";
    theme.setAttribute("aria-label", isDark() ? "Switch to light colors" : "Switch to dark colors");
  }

  theme.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem("lens-theme", next);
    } catch (refused) {
      // the choice then lasts as long as the page
    }
    nameTheme();
  });
  prefersDark.addEventListener("change", nameTheme);
  nameTheme();
  theme.hidden = false;

  // ---- search

  const query = byId("query");
  const found = byId("found");
  const list = found.querySelector("ul");

  function rank(unit, words) {
    const name = unit[0] + ":" + unit[1];
    const label = unit[2].toLocaleLowerCase();
    let sum = 0;
    for (const word of words) {
      if (name === word || String(unit[1]) === word) {
        sum += 4;
      } else if (label.startsWith(word) || name.toLocaleLowerCase().startsWith(word)) {
        sum += 3;
      } else if (label.includes(word)) {
        sum += 2;
      } else if (name.toLocaleLowerCase().includes(word)) {
        sum += 1;
      } else {
        return 0;
      }
    }
    return sum;
  }

  function item(unit) {
    const link = document.createElement("a");
    link.href = root + unit[0] + "/" + unit[1] + ".html";
    const name = document.createElement("span");
    name.className = "name";
    name.textContent = unit[0] + ":" + unit[1];
    link.append(name);
    if (unit[2]) {
      const label = document.createElement("span");
      label.className = "label";
      label.textContent = unit[2];
      link.append(" ", label);
    }
    const row = document.createElement("li");
    row.append(link);
    return row;
  }

  function search() {
    const words = query.value.toLocaleLowerCase().split(/\s+/).filter((word) => word);
    if (words.length === 0) {
      found.hidden = true;
      return;
    }
    const hits = window.lensUnits
      .map((unit) => [rank(unit, words), unit])
      .filter((hit) => hit[0] > 0)
      .sort((one, other) => other[0] - one[0]);
    list.replaceChildren();
    hits.slice(0, MOST).forEach((hit) => list.append(item(hit[1])));
    byId("found-count").textContent =
      hits.length === 0 ? "No unit has such a name or label"
      : hits.length > MOST ? MOST + " of " + hits.length + " units"
      : hits.length === 1 ? "1 unit" : hits.length + " units";
    found.hidden = false;
  }

  function step(links, by) {
    const at = links.indexOf(document.activeElement);
    const next = at + by;
    if (next < 0) {
      query.focus();
    } else if (next < links.length) {
      links[next].focus();
    }
  }

  query.addEventListener("input", search);
  query.addEventListener("focus", search);
  query.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first && !found.hidden) {
      first.click();
    }
  });
  query.form.addEventListener("keydown", (event) => {
    const links = Array.from(list.querySelectorAll("a"));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(links, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      found.hidden = true;
      query.blur();
    }
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    if (!query.form.contains(event.target)) {
      found.hidden = true;
    }
  });
  query.form.hidden = false;

  // ---- the units of a layer

  const grid = byId("grid");

  function shownTiles() {
    return Array.from(grid.querySelectorAll("li:not([hidden]) a"));
  }

  function columns(tiles) {
    const top = tiles.length ? tiles[0].getBoundingClientRect().top : 0;
    const first = tiles.findIndex((tile) => tile.getBoundingClientRect().top > top + 1);
    return first < 0 ? tiles.length : first;
  }

  if (grid) {
    const rows = Array.from(grid.children);

    const filter = () => {
      const text = byId("filter").value.trim().toLocaleLowerCase();
      let count = 0;
      for (const row of rows) {
        const fits = !text || row.dataset.channel === text
          || row.dataset.label.toLocaleLowerCase().includes(text)
          || /^\d+$/.test(text) && row.dataset.channel.startsWith(text);
        row.hidden = !fits;
        count += fits ? 1 : 0;
      }
      byId("shown").textContent = count === 1 ? "1 unit" : count + " units";
    };

    const number = (row, key) => {
      const value = Number(row.dataset[key]);
      return Number.isNaN(value) ? -Infinity : value;
    };

    const sort = () => {
      const by = byId("sort").value;
      const key = by.replace("-", "");
      const orders = {
        channel: (one, other) => number(one, key) - number(other, key),
        label: (one, other) => (one.dataset.label === "") - (other.dataset.label === "")
          || one.dataset.label.localeCompare(other.dataset.label),
      };
      const falling = (one, other) => number(other, key) - number(one, key);
      const order = orders[key] || falling;
      rows.sort((one, other) => (by.startsWith("-") ? -1 : 1) * order(one, other)
        || number(one, "channel") - number(other, "channel"));
      rows.forEach((row) => grid.append(row));
    };

    byId("filter").addEventListener("input", filter);
    byId("sort").addEventListener("change", sort);
    for (const radio of document.querySelectorAll("input[name=show]")) {
      radio.addEventListener("change", () => grid.classList.toggle("crops-shown", radio.value === "crop"));
    }
    byId("tools").addEventListener("submit", (event) => event.preventDefault());
    byId("tools").hidden = false;
    // a browser that goes back restores the fields without telling
    addEventListener("pageshow", () => {
      filter();
      sort();
      const crops = document.querySelector("input[name=show][value=crop]");
      grid.classList.toggle("crops-shown", crops.checked);
    });
  }

  function moveInGrid(key) {
    const tiles = shownTiles();
    const at = tiles.indexOf(document.activeElement);
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns(tiles), ArrowDown: columns(tiles) };
    const next = tiles[at + by[key]];
    if (at >= 0 && next) {
      next.focus();
      return true;
    }
    return false;
  }

  // ---- keys

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (event.key === "/") {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (grid && event.key.startsWith("Arrow")) {
      if (moveInGrid(event.key)) {
        event.preventDefault();
      }
    } else if (event.key === "ArrowLeft" && byId("before")) {
      byId("before").click();
    } else if (event.key === "ArrowRight" && byId("after")) {
      byId("after").click();
    } else if (event.key === "u" && byId("up")) {
      byId("up").click();
    }
  });
})();
