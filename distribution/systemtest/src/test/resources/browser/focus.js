// Describes where the keyboard is: undefined outside of the page's content.
async () => {
  // The page scrolls to what has the focus in the frames after the key.
  for (let frame = 0, before = -1; frame < 60 && (frame < 2 || before !== scrollY); frame++) {
    before = scrollY;
    await new Promise(requestAnimationFrame);
  }
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect();
  const outlined = (candidate, part) => {
    if (!candidate) return false;
    const style = getComputedStyle(candidate, part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  // The outline may be drawn around what surrounds the element, or around the label that stands for it.
  const outline = outlined(element) || outlined(element, '::after')
    || outlined(element.nextElementSibling) || outlined(element.parentElement);
  const middle = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1));
  const inView = box.width > 0 && box.height > 0
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  window.walked ??= [];
  const before = window.walked.at(-1);
  const again = window.walked.includes(element);
  const inOrder = !before || again
    || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.walked.push(element);
  const words = (element.getAttribute('aria-label') ?? element.innerText ?? element.name ?? '').trim();
  return {
    name: `${element.tagName.toLowerCase()}#${element.id} "${words.replace(/\s+/g, ' ').slice(0, 40)}"`,
    visible: inView && outline,
    covered: !middle || !(element.contains(middle) || middle.contains(element)),
    inOrder,
    again,
    place: element.closest('header, nav, main, footer, aside')?.tagName.toLowerCase() ?? 'body',
    left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
  };
}
