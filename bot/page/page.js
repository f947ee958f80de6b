"use strict";
/* One card, edited in place, as in Telegram. Every word comes from the server and is put in as text, never as markup. */
(function () {
  const SEEN = 600; // milliseconds for which what was sent is seen before it is deleted
  const TOLD = 4000;
  const HEADINGS = { title: "h2", label: "h3" };
  const COMMAND = /((?:^|\s)\/[a-z]{2,20})(?![a-z])/;
  const BROOM = /(\/wipe) /g; // and its sign stay on one line

  const part = (id) => document.getElementById(id);
  const card = part("card"), keyboard = part("keyboard"), chat = part("chat"), outgoing = part("outgoing");
  const composer = part("composer"), text = part("text"), start = part("start"), toast = part("toast");
  let around = {}, read = "", busy = false, telling = 0;

  function made(tag, name, words) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (words) element.textContent = words;
    return element;
  }

  function emptied(element) {
    while (element.firstChild) element.removeChild(element.firstChild);
    return element;
  }

  /* Before a language is chosen a label speaks all three. */
  function label(key) {
    const all = Object.keys(around).map((language) => around[language][key]);
    return all.filter((words, place) => all.indexOf(words) === place).join(" · ");
  }

  function after(milliseconds) {
    return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
  }

  function asked(path, body) {
    const head = { "Content-Type": "application/json" };
    return fetch(path, { method: "POST", headers: head, body: JSON.stringify(body), credentials: "same-origin" })
      .then((answer) => answer.json());
  }

  /* One thing at a time: what is done while an answer is awaited is not taken for an answer to the next card. */
  function send(path, body, wait) {
    if (busy) return false;
    busy = true;
    chat.setAttribute("aria-busy", "true");
    Promise.all([asked(path, body), after(wait || 0)])
      .then((both) => both[0], () => null)
      .then((answer) => {
        busy = false;
        chat.removeAttribute("aria-busy");
        outgoing.hidden = true;
        if (answer) show(answer); else lost(body.text);
      });
    return true;
  }

  function sendSeen(path, body, words) {
    if (!send(path, body, SEEN)) return false;
    outgoing.textContent = words;
    outgoing.hidden = false;
    chat.scrollTop = chat.scrollHeight;
    return true;
  }

  /* What was typed stands in its field again, to be sent once more. */
  function lost(typed) {
    const waiting = keyboard.querySelector(".waiting");
    if (waiting) waiting.classList.remove("waiting");
    if (typed && !text.value) text.value = typed;
    tell(label("lost"));
  }

  function tell(words) {
    window.clearTimeout(telling);
    toast.textContent = words || "";
    toast.classList.toggle("told", Boolean(words));
    if (words) telling = window.setTimeout(() => tell(""), TOLD);
  }

  function show(answer) {
    around = answer.page;
    document.documentElement.lang = answer.language || "mul";
    showAround();
    showCard(answer.card);
    tell(answer.toast);
  }

  function showAround() {
    const strip = emptied(part("strip"));
    Object.keys(around).forEach((language) => {
      strip.appendChild(made("span", "", around[language].strip)).lang = language;
    });
    part("name").textContent = label("name");
    part("bot").textContent = label("bot");
    chat.setAttribute("aria-label", label("chat"));
    keyboard.setAttribute("aria-label", label("chat"));
    text.placeholder = label("say");
    text.setAttribute("aria-label", label("say"));
    part("send").setAttribute("aria-label", label("send"));
    part("attach").setAttribute("aria-label", label("attach"));
    start.textContent = label("start");
  }

  function showCard(drawn) {
    const empty = !drawn.lines.length, held = document.activeElement, place = buttons().indexOf(held);
    const fresh = isFresh(drawn.lines);
    emptied(card);
    emptied(keyboard);
    drawn.lines.forEach((line) => card.appendChild(drawnLine(line[0], line[1])));
    drawn.rows.forEach((row) => keyboard.appendChild(drawnRow(row)));
    card.hidden = keyboard.hidden = composer.hidden = empty;
    start.hidden = !empty;
    if (empty) composer.reset();
    if (fresh) chat.scrollTop = card.offsetTop - 10;
    refocus(held, empty, fresh ? -1 : place);
  }

  /* Other words, or a remark, are read from their beginning; a tick changes buttons only and moves nothing. */
  function isFresh(lines) {
    const before = read;
    read = JSON.stringify(lines.filter((line) => line[0] !== "remark"));
    return read !== before || lines.some((line) => line[0] === "remark");
  }

  function drawnLine(kind, words) {
    const line = made(HEADINGS[kind] || "p", kind);
    words.replace(BROOM, "$1\u00a0").split(COMMAND).forEach((piece, place) => {
      line.appendChild(place % 2 ? command(piece) : document.createTextNode(piece));
    });
    return line;
  }

  function command(words) {
    const link = made("a", "", words);
    link.href = "#";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      sendSeen("/say", { text: words.trim() }, words.trim());
    });
    return link;
  }

  function drawnRow(row) {
    const drawn = made("div", "row");
    row.forEach((choice) => {
      const button = made("button", "", choice.label);
      button.type = "button";
      button.style.flexGrow = choice.label.length + 4; // a longer label takes more of the row
      button.addEventListener("click", (event) => {
        if (event.detail < 2 && send("/tap", { data: choice.data })) button.classList.add("waiting");
      });
      drawn.appendChild(button);
    });
    return drawn;
  }

  function buttons() {
    return Array.prototype.slice.call(keyboard.querySelectorAll("button"));
  }

  /* What held the focus may be gone. The same card keeps the place, so that ticks can follow each other. */
  function refocus(held, empty, place) {
    if (held === document.body || (document.body.contains(held) && !held.closest("[hidden]"))) return;
    const next = empty ? start : buttons()[place] || card;
    next.focus({ preventScroll: next === card });
  }

  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value;
    if (words.trim() && sendSeen("/say", { text: words }, words)) composer.reset();
  });
  part("attach").addEventListener("click", () => {
    sendSeen("/send", { kind: "file" }, "📎 " + label("attached"));
  });
  start.addEventListener("click", () => send("/open", {}));
  window.addEventListener("pageshow", (event) => event.persisted && send("/card", {}));
  send("/card", {});
})();
