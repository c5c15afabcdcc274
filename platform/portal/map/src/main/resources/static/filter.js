// The same filter as the server's, for the symbols on the map.
const STATES = { frei: 'FREE', belegt: 'OCCUPIED', stoerung: 'FAULT', unbekannt: 'UNKNOWN', messwert: 'READING', auffaellig: 'WARNING' };

/** Makes a test for features from the filter form. */
export function matcher(form) {
  const states = form.getAll('zustand').map((word) => STATES[word]);
  const group = form.get('gruppe') || '';
  const text = (form.get('suche') || '').trim().toLowerCase();
  return ({ properties: p }) =>
    (!states.length || states.includes(p.state)) &&
    (!group || group === p.group) &&
    (!text || [p.name, p.group, p.stateText, p.value].join('\n').toLowerCase().includes(text));
}
