// The text of a definition: coloured, with the numbers of its lines and marks where something was found. What is typed goes to a plain text
// area, whose letters are transparent, so that selection, undo and screen readers work as everywhere; below it the lines that can be seen are
// drawn in colours. No string of JSON goes on in the next line, so that each line is coloured by itself.
const TOKEN = /\$\{[^}]*\}|"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;
const PART = /\$\{[^}]*\}|\{%|%\}/g;
const SEVERITIES = ['error', 'warning', 'hint'];

/** Longer lines stay plain from here on. */
const LONGEST = 20_000;

export class DefinitionText {
  /**
   * @param area the text area
   * @param lines the element below it for the coloured lines
   * @param gutter the element beside it for their numbers
   * @param onMark what to do with a finding whose mark is clicked
   */
  constructor(area, lines, gutter, onMark) {
    this.area = area;
    this.lines = lines;
    this.gutter = gutter;
    this.found = new Map();
    const paint = () => requestAnimationFrame(() => this.paint());
    area.addEventListener('input', paint);
    area.addEventListener('scroll', () => this.paint());
    new ResizeObserver(paint).observe(area);
    gutter.addEventListener('click', (event) => {
      const findings = this.found.get(Number(event.target.dataset.line));
      if (findings) {
        onMark(findings[0]);
      }
    });
  }

  get value() {
    return this.area.value;
  }

  /** Takes the place of the whole text; that cannot be undone. */
  set value(definition) {
    this.area.value = definition;
    this.paint();
  }

  /** Marks findings of the server, each with its line and column from 1. */
  mark(findings) {
    this.found = new Map();
    for (const finding of findings) {
      this.found.set(finding.line, [...(this.found.get(finding.line) || []), finding]);
    }
    this.paint();
  }

  /** Returns how many findings of each severity are marked. */
  count() {
    const found = [...this.found.values()].flat();
    return SEVERITIES.map((severity) => [found.filter((each) => each.severity === severity).length, severity])
      .filter(([number]) => number > 0)
      .map(([number, severity]) => `${number} ${severity}${number === 1 ? '' : 's'}`)
      .join(', ') || 'No findings.';
  }

  paint() {
    const all = this.value.split('\n');
    const height = parseFloat(getComputedStyle(this.area).lineHeight);
    const first = Math.max(0, Math.floor(this.area.scrollTop / height) - 2);
    const shown = all.slice(first, first + Math.ceil(this.area.clientHeight / height) + 4);
    const top = first * height - this.area.scrollTop;
    this.lines.style.transform = `translate(${-this.area.scrollLeft}px, ${top}px)`;
    this.lines.replaceChildren(...shown.flatMap((line, i) => [...coloured(line, this.found.get(first + i + 1) || []), '\n']));
    this.gutter.style.setProperty('--digits', String(all.length).length);
    this.gutter.firstElementChild.style.transform = `translateY(${top}px)`;
    this.gutter.firstElementChild.replaceChildren(...shown.map((line, i) => this.number(first + i + 1)));
  }

  number(line) {
    const findings = this.found.get(line) || [];
    const number = element('span', SEVERITIES.find((each) => findings.some((found) => found.severity === each)), line);
    number.dataset.line = line;
    number.title = findings.map((found) => found.message).join('\n');
    return number;
  }

  /** Returns how many characters stand before each line. */
  starts() {
    return [0, ...Array.from(this.value.matchAll(/\n/g), (found) => found.index + 1)];
  }

  /** Shows a place and lets the user type there. */
  show(line, column) {
    const start = this.starts()[line - 1] + column - 1;
    this.area.focus();
    this.area.setSelectionRange(start, start);
    this.area.scrollTop = Math.max(0, parseFloat(getComputedStyle(this.area).lineHeight) * (line - 5));
    this.area.scrollLeft = 0;
  }

  /** Puts in a text, where it differs from the one that is there, such that the browser can undo it. */
  replace(definition) {
    const old = this.value;
    const most = Math.min(old.length, definition.length);
    let start = 0;
    while (start < most && old[start] === definition[start]) {
      start++;
    }
    let end = 0;
    while (end < most - start && old[old.length - 1 - end] === definition[definition.length - 1 - end]) {
      end++;
    }
    // No half of a character that is two units long.
    if (/[\uD800-\uDBFF]/.test(old.charAt(start - 1))) {
      start--;
    }
    if (/[\uDC00-\uDFFF]/.test(old.charAt(old.length - end))) {
      end--;
    }
    this.type(definition.slice(start, definition.length - end), start, old.length - end);
  }

  /** Does as if the user had typed a text in place of another part. */
  type(part, start = this.area.selectionStart, end = this.area.selectionEnd) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    document.execCommand(part ? 'insertText' : 'delete', false, part);
  }

  /** Returns where the objects of the text end, by where they begin; braces in strings are none. */
  objects() {
    const ends = new Map();
    const open = [];
    for (const found of this.value.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}]/g)) {
      if (found[0] === '{') {
        open.push(found.index);
      } else if (found[0] === '}' && open.length) {
        ends.set(open.pop(), found.index + 1);
      }
    }
    return ends;
  }
}

/** Returns a finding as an item of a list: a button that leads to it, and one for each change that mends it. */
export function listed(found, onClick, onFix) {
  const button = element('button', found.severity, `${found.line}:${found.column} ${found.severity} [${found.rule}] ${found.message}`);
  button.type = 'button';
  button.dataset.line = found.line;
  button.addEventListener('click', onClick);
  const item = element('li', '', '');
  item.append(button, ...found.fixes.map((fix) => {
    const mending = element('button', 'fix', fix.text[0].toUpperCase() + fix.text.slice(1));
    mending.type = 'button';
    mending.title = 'Mend it';
    mending.addEventListener('click', () => onFix(fix));
    return mending;
  }));
  return item;
}

function element(name, style, content) {
  const made = document.createElement(name);
  made.className = style || '';
  made.textContent = content;
  return made;
}

function coloured(line, findings) {
  const painted = [];
  let end = 0;
  const upTo = (start) => start > end && painted.push(line.slice(end, start));
  for (const token of line.slice(0, LONGEST).matchAll(TOKEN)) {
    upTo(token.index);
    end = token.index + token[0].length;
    const span = element('span', style(token[0], line.slice(end, end + 20)), '');
    span.append(...parts(token[0]));
    const here = findings.filter(({column}) => column > token.index && column <= end);
    if (here.length) {
      span.classList.add('found', here[0].severity);
    }
    painted.push(span);
  }
  upTo(line.length);
  return painted;
}

function style(token, after) {
  if (!token.startsWith('"')) {
    return 'literal';
  }
  if (/^\s*:/.test(after)) {
    return 'key';
  }
  return /^"(?:\$(?!\{)|States\.\w+\()/.test(token) ? 'path' : 'string';
}

/** Returns the parts of a token: its placeholders, and its JSONata. */
function parts(token) {
  const made = [];
  let end = 0;
  let isJsonata = false;
  const add = (text, isPlaceholder) => text && made.push(element('span', isPlaceholder ? 'placeholder' : isJsonata ? 'jsonata' : '', text));
  for (const found of token.matchAll(PART)) {
    add(token.slice(end, found.index));
    isJsonata = isJsonata || found[0] === '{%';
    add(found[0], found[0].startsWith('$'));
    isJsonata = isJsonata && found[0] !== '%}';
    end = found.index + found[0].length;
  }
  add(token.slice(end));
  return made;
}
