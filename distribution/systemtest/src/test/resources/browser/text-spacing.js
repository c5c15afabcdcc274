// WCAG 1.4.12: sets the spacing that readers may set and returns every text that is then cut off or runs into another.
() => {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];

  const name = element => {
    const words = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} "${words}"`;
  };
  // Texts for screen readers are cut off on purpose; drawings have their own rules.
  const skipped = '.en-skip, svg, canvas, option, script, style, template';
  const tiny = element => element.clientWidth === 1 && element.clientHeight === 1;
  const hidden = element => element !== document.body && (tiny(element) || hidden(element.parentElement));
  const seen = element => element.checkVisibility() && !element.closest(skipped) && !hidden(element);
  const findings = [];

  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const cuts = [style.overflowX, style.overflowY].some(how => how === 'hidden' || how === 'clip');
    // A map draws itself anew a moment after its box has changed; until then its picture, not its text, is too large.
    if (!cuts || element.matches('.maplibregl-map') || !seen(element) || !element.innerText?.trim()) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
      findings.push(`cut off: ${name(element)}`);
    }
  }

  // What a box that scrolls does not show at the moment cannot run into what stands beside it.
  const shown = (box, element) => {
    let { left, top, right, bottom } = box;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === 'visible') continue;
      const edge = around.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return { left, top, right, bottom };
  };

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !seen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rectangle of range.getClientRects()) {
      const box = shown(rectangle, text.parentElement);
      if (box.right - box.left > 1 && box.bottom - box.top > 1) lines.push({ element: text.parentElement, box });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < one.box.bottom; next++) {
      const other = lines[next];
      if (one.element === other.element) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (wide > 3 && high > 3) findings.push(`overlap: ${name(one.element)} and ${name(other.element)}`);
    }
  });
  return [...new Set(findings)];
}
