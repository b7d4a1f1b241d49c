// The fields of a state or of the machine, as the server writes them: each has a data-at, where in the definition its value stands. What is
// typed is a change as soon as the field is left, what is chosen or clicked at once.
export class DefinitionFields {
  /**
   * @param form the element for the fields
   * @param onChange makes a change: what it is, where, and a value; gives whether it could
   */
  constructor(form, onChange) {
    this.form = form;
    this.onChange = onChange;
    this.isHeld = false;
    this.unmade = new Map();
    form.addEventListener('focusout', ({target}) => isTyped(target) && this.send(target));
    form.addEventListener('change', ({target}) => target.matches('select[data-at]') && this.send(target));
    form.addEventListener('click', ({target}) => target.matches('button[data-at]') && this.send(target));
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.matches('input')) {
        event.preventDefault();
        event.target.blur();
        event.target.focus();
      }
    });
  }

  async send(field) {
    if (!this.isHeld) {
      const [key, value] = [keyOf(field), field.value];
      this.unmade.set(key, {value, isRefused: false});
      const isMade = await this.onChange({change: field.dataset.change || 'SET', at: field.dataset.at, value});
      if (isMade || !isTyped(field)) {
        this.unmade.delete(key);
      } else {
        this.unmade.set(key, {value, isRefused: true});
      }
      if (!isMade && field.matches('select')) {
        field.value = [...field.options].find((option) => option.defaultSelected).value;
      }
      this.restore();
    }
  }

  /** Puts back what is not in the definition: it has just been sent, or was refused. */
  restore() {
    for (const field of this.form.querySelectorAll('input, textarea')) {
      const unmade = this.unmade.get(keyOf(field));
      field.classList.toggle('refused', !!unmade?.isRefused);
      if (unmade && field !== document.activeElement) {
        field.value = unmade.value;
      }
    }
  }

  /** Sends what is typed in a field that has not been left. */
  async flush() {
    const field = document.activeElement;
    if (this.form.contains(field) && isTyped(field)) {
      await this.send(field);
    }
  }

  /** Does something that takes the focus for a moment, and is not to send what is typed. */
  hold(action) {
    this.isHeld = true;
    action();
    this.isHeld = false;
  }

  /** Shows fields in place of those before; where the user is, what is typed there, and what was opened stays so. */
  show(html) {
    const from = this.form.contains(document.activeElement) ? document.activeElement : null;
    const typed = from && isTyped(from) ? from.value : null;
    const opened = [...this.form.querySelectorAll('details[open]')].map((each) => each.dataset.more);
    this.form.innerHTML = html;
    for (const details of this.form.querySelectorAll('details')) {
      details.open = opened.includes(details.dataset.more);
    }
    this.restore();
    const same = from && [...this.form.querySelectorAll('[data-at], summary')].find((each) => keyOf(each) === keyOf(from));
    if (same?.matches('summary')) {
      same.focus();
    } else if (same) {
      same.closest('details')?.setAttribute('open', '');
      same.value = typed ?? same.value;
      same.focus();
    } else if (from) {
      this.form.focus();
    }
  }

  /** Tells findings of the server at the fields that they are about; each at the innermost that is there. */
  mark(findings) {
    this.form.querySelectorAll('.finding').forEach((each) => each.remove());
    const places = new Map();
    for (const each of this.form.querySelectorAll('[data-group], select, input, textarea')) {
      each.removeAttribute('aria-invalid');
      each.removeAttribute('aria-describedby');
      places.set(each.dataset.group ?? each.dataset.at, each);
    }
    findings.forEach((found, i) => {
      let at = found.at;
      while (at && !places.has(at)) {
        at = at.slice(0, at.lastIndexOf('/'));
      }
      const place = at && places.get(at);
      if (place) {
        const told = document.createElement('p');
        told.id = 'finding-' + i;
        told.className = 'finding ' + found.severity;
        told.textContent = found.message;
        place.setAttribute('aria-invalid', found.severity === 'error');
        place.setAttribute('aria-describedby', [place.getAttribute('aria-describedby'), told.id].filter(Boolean).join(' '));
        if (place.dataset.group === undefined) {
          place.closest('label').after(told);
        } else {
          place.querySelector('legend').after(told);
        }
        told.closest('details')?.setAttribute('open', '');
      }
    });
  }
}

const keyOf = (field) => field.matches('summary')
  ? `more ${field.parentElement.dataset.more}`
  : `${field.dataset.change} ${field.dataset.at}`;
const isTyped = (field) => field.matches('textarea[data-at], input[data-at]') && field.value !== field.defaultValue;
