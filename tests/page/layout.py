"""What is wrong with how the page lies on a screen, as the browser measures it."""

from tests.page.chromium import HEIGHT, Phone

WIDTHS = (320, 360, 412)
TEXT_SIZES = ("100%", "200%")

MEASURE = """() => {
  const found = [];
  const all = (which) => Array.from(document.querySelectorAll(which)).filter((each) => each.getClientRects().length);
  const wide = (each) => each.scrollWidth > each.clientWidth + 1;
  const named = (each) => (each.id || each.className) + " " + each.textContent.slice(0, 40);
  if (document.documentElement.scrollWidth > window.innerWidth) found.push("the page scrolls sideways");
  all(".phone, #chat, .sheet, #strip, #card, #card > *, .row, #composer").forEach((each) => {
    if (wide(each)) found.push("wider than its place: " + named(each));
  });
  all("button, input").forEach((each) => {
    const box = each.getBoundingClientRect();
    if (box.height < 44 || box.width < 44) found.push("small: " + named(each) + box.width + "x" + box.height);
    if (box.left < 0 || box.right > window.innerWidth) found.push("out of sight: " + named(each));
    const cut = wide(each) || each.scrollHeight > each.clientHeight + 1;
    if (cut && each.tagName === "BUTTON") found.push("cut: " + named(each));
  });
  all("#composer, #start, #strip").forEach((each) => {
    const box = each.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight + 1) found.push("off the screen: " + named(each));
  });
  if (document.getElementById("chat").clientHeight < 100) found.push("no room for the chat");
  return found;
}"""

CONTRAST = """() => {
  const parsed = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (rgb) => rgb.slice(0, 3).map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const colour = parsed(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const words = "#card > *, #card a, .row button, #strip, #name, #bot, #start, #toast.told";
  const shown = Array.from(document.querySelectorAll(words));
  return shown.filter((each) => each.getClientRects().length).map((each) => {
    const pair = [light(parsed(getComputedStyle(each).color)), light(behind(each))].sort((one, other) => other - one);
    return [(each.id || each.className || each.tagName), (pair[0] + 0.05) / (pair[1] + 0.05)];
  }).filter((each) => each[1] < 4.5);
}"""


async def problems(phone: Phone) -> list[str]:
    """At every width and text size; the phone is then as it was."""
    found: list[str] = []
    before = phone.page.viewport_size
    for width in WIDTHS:
        await phone.page.set_viewport_size({"width": width, "height": HEIGHT})
        for size in TEXT_SIZES:
            await phone.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
            found += [f"{width} px, text at {size}: {each}" for each in await phone.page.evaluate(MEASURE)]
    await phone.page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    if before:
        await phone.page.set_viewport_size(before)
    return found


async def too_faint(phone: Phone) -> list[str]:
    """Words that stand out from what is behind them by less than 4.5 to 1."""
    return [f"{name}: {ratio:.2f}" for name, ratio in await phone.page.evaluate(CONTRAST)]
