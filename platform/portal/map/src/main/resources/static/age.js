// Says how long ago something was seen, in the language of the page.
const STEPS = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

const language = document.documentElement.lang.split('-')[0] || 'de';
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });

/** For example "vor 2 Minuten"; under a minute "vor 1 Minute" would be wrong, so the page's own word is used. */
export function age(instant, justNow) {
  const seconds = (Date.now() - Date.parse(instant)) / 1000;
  if (seconds < 60) return justNow;
  const [unit, size] = STEPS.find(([, step]) => seconds >= step);
  return relative.format(-Math.floor(seconds / size), unit);
}

/** Renews all ages within an element. */
export function renewAges(root, justNow) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const text = age(time.dateTime, justNow);
    if (time.textContent !== text) time.textContent = text;
  }
}
