// Shows a map below two fields for a place. Without this script, or without the city map, the two fields are all one needs.

for (const box of document.querySelectorAll('[data-place]')) {
  const fields = [box.dataset.latitude, box.dataset.longitude].map((id) => document.getElementById(id));
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      seen.disconnect();
      show(box, fields).catch((error) => console.info('There is no map for this place', error));
    }
  }, { rootMargin: '400px' });
  seen.observe(fields[0]);
}

/** The page of the city map says where its parts are and what the city has set. */
async function show(box, fields) {
  const answer = await fetch(box.dataset.city);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const city = page.getElementById('map-page').dataset;
  const { PlacePicker } = await import(city.picker);
  box.hidden = false;
  const picker = new PlacePicker(box.querySelector('.en-place__map'), city, box.dataset, (latitude, longitude) => {
    write(fields, latitude, longitude);
    box.querySelector('[role=status]').textContent = fill(box.dataset.textSet, ...fields.map((field) => field.value));
  });
  const follow = () => picker.show(...fields.map(number));
  for (const field of fields) field.addEventListener('change', follow);
  box.querySelector('[data-place-here]').addEventListener('click', () => picker.take());
  follow();
  await picker.ready.catch((error) => {
    box.hidden = true;
    throw error;
  });
  box.dataset.ready = 'true';
}

function write(fields, ...degrees) {
  fields.forEach((field, i) => {
    field.value = String(Number(degrees[i].toFixed(6)));
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function number(field) {
  const text = field.value.trim().replace(',', '.');
  return text === '' ? NaN : Number(text);
}

function fill(template, ...values) {
  return template.replace(/\{(\d)\}/g, (_, i) => values[i]);
}
