// Follows an operation: whatever the channel says, the page's own part is fetched again, so that it is always right.
class Operation extends HTMLElement {
  connectedCallback() {
    if (this.hasAttribute('data-over')) return;
    this.stream = new EventSource('/live?channel=modules');
    const look = () => this.look();
    this.stream.onmessage = event => {
      if (JSON.parse(event.data).operation === this.dataset.id) look();
    };
    this.stream.onopen = look;
    this.stream.addEventListener('resync', look);
  }

  disconnectedCallback() {
    this.stream?.close();
  }

  /** One look at a time; a message that comes meanwhile is followed by another look. */
  async look() {
    if (this.looking) {
      this.again = true;
      return;
    }
    this.looking = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (answer.ok) this.show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } finally {
      this.looking = false;
    }
    if (this.again) {
      this.again = false;
      this.look();
    }
  }

  show(page) {
    const fresh = page.querySelector(this.localName);
    if (!fresh || fresh.innerHTML === this.shown) return;
    this.shown = fresh.innerHTML;
    this.replaceChildren(...fresh.childNodes);
    if (fresh.hasAttribute('data-over')) {
      this.setAttribute('data-over', '');
      this.stream.close();
    }
  }
}
customElements.define('einsnull-operation', Operation);
