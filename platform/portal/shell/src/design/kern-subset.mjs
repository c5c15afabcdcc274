// Makes the part of KERN UX that the portal uses. Run where these npm packages are installed:
//   npm install --ignore-scripts @kern-ux/native@2.7.2 postcss@8 cssnano@7
//   node kern-subset.mjs node_modules/@kern-ux/native/dist/kern.css ../main/resources/static/vendor/kern/kern-subset.css
// What it does: keeps the components named below, drops utility classes, grids, fonts and icon masks, turns left/right
// into inline-start/inline-end (KERN 2.7.2 has no right-to-left support), drops unused variables and minifies.
import fs from 'node:fs';
import postcss from 'postcss';
import cssnano from 'cssnano';

const [source, target] = process.argv.slice(2);
const KEEP = ['btn', 'alert', 'badge', 'link', 'label', 'error', 'hint', 'fieldset', 'form-input', 'form-check', 'input-group',
  'table', 'description-list', 'progress', 'task-list', 'accordion', 'number', 'sr-only', 'divider', 'layer', 'level'];
const keepClass = name => KEEP.some(k => name === k || name.startsWith(k + '-') || name.startsWith(k + '_'));

const root = postcss.parse(fs.readFileSync(source, 'utf8'));
root.walkComments(c => c.remove());
root.walkAtRules('font-face', r => r.remove());
root.walkAtRules('charset', r => r.remove());

root.walkRules(rule => {
  if (rule.parent.type === 'atrule' && rule.parent.name.endsWith('keyframes')) return;
  const kept = rule.selectors.filter(selector => {
    const classes = [...selector.matchAll(/\.kern-([a-zA-Z0-9_-]+)/g)].map(m => m[1]);
    if (classes.some(c => c.startsWith('icon--'))) return false;
    if (/:root|data-kern-theme|\.kern-light|\.kern-dark/.test(selector)) return true;
    return classes.length > 0 && keepClass(classes[0]);
  });
  if (kept.length === 0) rule.remove(); else rule.selectors = kept;
});

const LOGICAL = { 'margin-left': 'margin-inline-start', 'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start', 'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start', 'border-right': 'border-inline-end',
  'left': 'inset-inline-start', 'right': 'inset-inline-end',
  'border-top-left-radius': 'border-start-start-radius', 'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius', 'border-bottom-right-radius': 'border-end-end-radius' };
root.walkDecls(d => {
  if (LOGICAL[d.prop]) d.prop = LOGICAL[d.prop];
  if (d.prop === 'text-align' && d.value === 'left') d.value = 'start';
  if (d.prop === 'text-align' && d.value === 'right') d.value = 'end';
});

for (let before = -1; ;) {
  const used = new Set();
  root.walkDecls(d => { for (const m of d.value.matchAll(/var\((--[\w-]+)/g)) used.add(m[1]); });
  root.walkDecls(/^--/, d => { if (!used.has(d.prop)) d.remove(); });
  if (used.size === before) break;
  before = used.size;
}
const declared = new Set();
root.walkDecls(/^--/, d => declared.add(d.prop));
root.walkDecls(d => {
  // Fallbacks of variables that are always set only cost bytes.
  d.value = d.value.replace(/var\((--[\w-]+), [^()]+\)/g, (all, name) => declared.has(name) ? `var(${name})` : all);
});
for (let n = 0; n < 3; n++) {
  root.walkAtRules(r => { if (r.nodes && r.nodes.length === 0) r.remove(); });
  root.walkRules(r => { if (r.nodes.length === 0) r.remove(); });
}
const out = await postcss([cssnano({ preset: ['default', { calc: false, colormin: false }] })]).process(root.toString(), { from: undefined });
fs.writeFileSync(target, '/*! Part of KERN UX 2.7.2 (@kern-ux/native), EUPL-1.2, changed: see NOTICE.md */\n' + out.css + '\n');
