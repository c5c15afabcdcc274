// Suggestions under the search fields: a combobox after the ARIA Authoring Practices. The form works without it.
const WAIT = 120;
let fields = 0;

class Suggestions {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.list = document.createElement('ul');
    this.list.id = `vorschlaege-${++fields}`;
    this.list.className = 'en-suggest';
    this.list.role = 'listbox';
    this.list.hidden = true;
    this.list.setAttribute('aria-label', this.form.dataset.suggestions);
    this.form.append(this.list);
    for (const [name, value] of Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id,
    })) input.setAttribute(name, value);
    input.addEventListener('input', () => this.later());
    input.addEventListener('keydown', event => this.key(event));
    input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', event => event.preventDefault());
    this.list.addEventListener('click', event => this.choose(event.target.closest('li')));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    this.request?.abort();
    const text = this.input.value.trim();
    if (!text) return this.close();
    this.request = new AbortController();
    const page = document.documentElement.lang;
    const languages = [...new Set([page, 'de', 'de-simple'])].map(tag => `&lang=${tag}`).join('');
    try {
      const address = `/api/search/suggest?limit=6&q=${encodeURIComponent(text)}${languages}`;
      const answer = await fetch(address, { headers: { accept: 'application/json' }, signal: this.request.signal });
      if (answer.ok && document.activeElement === this.input) this.show(await answer.json());
    } catch (error) {
      if (error.name !== 'AbortError') this.close();
    }
  }

  show(suggestions) {
    this.list.replaceChildren(...suggestions.map((suggestion, at) => this.option(suggestion, at)));
    this.at = -1;
    this.open(suggestions.length > 0);
  }

  option({ title, language }, at) {
    const li = document.createElement('li');
    li.id = `${this.list.id}-${at}`;
    li.role = 'option';
    li.setAttribute('aria-selected', 'false');
    if (language !== document.documentElement.lang) li.lang = language;
    let from = 0;
    for (const [start, end] of title.marks) {
      const mark = document.createElement('b');
      mark.textContent = title.text.slice(start, end);
      li.append(title.text.slice(from, start), mark);
      from = end;
    }
    li.append(title.text.slice(from));
    return li;
  }

  open(any) {
    this.list.hidden = !any;
    this.input.setAttribute('aria-expanded', String(any));
    if (!any) this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.open(false);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.list.hidden) {
      event.preventDefault();
      this.move(step);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && !this.list.hidden && this.at >= 0) {
      event.preventDefault();
      this.choose(this.list.children[this.at]);
    }
  }

  move(step) {
    const options = this.list.children;
    options[this.at]?.setAttribute('aria-selected', 'false');
    this.at = (this.at + step + options.length + (this.at < 0 && step < 0 ? 1 : 0)) % options.length;
    options[this.at].setAttribute('aria-selected', 'true');
    options[this.at].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', options[this.at].id);
  }

  choose(option) {
    if (!option) return;
    this.input.value = option.textContent;
    this.close();
    this.form.requestSubmit();
  }
}

document.querySelectorAll('form[data-suggestions] input[type=search]').forEach(input => new Suggestions(input));
