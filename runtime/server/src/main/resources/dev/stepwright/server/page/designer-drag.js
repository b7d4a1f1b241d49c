// Drags a new state from the list above the picture, or one that is in the picture, onto a way of the picture.
const FIRST = 4; // pixels: less is a click
const NEAR = 80; // pixels: what is farther away from every way is put nowhere
const EDGE = 40; // pixels: what is held nearer to an edge of the frame scrolls it
const SPEED = 0.6; // pixels in a millisecond, at the edge itself
const PACE = 6; // between two points of a way that is measured, in units of the picture

export class WayDrag {
  /**
   * @param palette has a button for each type of state
   * @param frame has the picture
   * @param told is the element that follows the pointer
   * @param put is told of {type} or {state}, and of the way that it is put on: {from, to, caught}
   */
  constructor(palette, frame, told, put) {
    this.frame = frame;
    this.told = told;
    this.put = put;
    this.held = null;
    this.isDragged = false; // until the next press: a click comes after what is held is let go
    document.addEventListener('pointerdown', () => this.isDragged &&= !!this.held, true);
    palette.addEventListener('pointerdown', (event) => {
      const button = event.target.closest('button');
      if (button) {
        this.hold(event, {type: button.value}, button.textContent);
      }
    });
    frame.addEventListener('pointerdown', (event) => {
      const state = movable(event.target);
      if (state && event.pointerType === 'mouse') {
        this.hold(event, {state: state.dataset.state}, state.dataset.state);
      }
    });
    const ofHeld = (action) => (event) => event.pointerId === this.held?.pointer && action(event);
    document.addEventListener('pointermove', ofHeld((event) => this.move(event)));
    document.addEventListener('pointerup', ofHeld(() => this.release(true)));
    document.addEventListener('pointercancel', ofHeld(() => this.release(false)));
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.release(false));
    frame.addEventListener('click', (event) => {
      if (this.isDragged) {
        event.stopImmediatePropagation(); // nothing is chosen where something was let go
      }
    }, true);
  }

  hold(event, what, name) {
    if (event.button === 0 && !this.held) {
      document.activeElement.blur(); // what is typed in a field is taken, as by a press anywhere else
      event.preventDefault(); // no text is selected on the way
      event.target.releasePointerCapture?.(event.pointerId);
      this.held = {what, name, pointer: event.pointerId, x: event.clientX, y: event.clientY, svg: null, ways: [], way: null};
    }
  }

  move(event) {
    const held = this.held;
    if (event.buttons === 0) {
      this.release(false); // it was let go where nobody could tell: outside of the window, or in a menu
      return;
    }
    if (!this.isDragged && Math.hypot(event.clientX - held.x, event.clientY - held.y) < FIRST) {
      return;
    }
    if (!this.isDragged) {
      this.isDragged = true;
      requestAnimationFrame((now) => this.scroll(held, now, now));
    }
    held.at = {x: event.clientX, y: event.clientY};
    this.told.hidden = false;
    this.told.textContent = held.name;
    this.told.style.translate = `${event.clientX + 12}px ${event.clientY + 8}px`;
    this.aim();
  }

  /** Marks the way on which what is held would be put. */
  aim() {
    const held = this.held;
    const svg = this.frame.querySelector('svg');
    if (svg !== held.svg) { // at first, and when the picture has been drawn again meanwhile
      [held.svg, held.ways] = [svg, waysOf(svg)];
    }
    held.way?.group.classList.remove('target');
    held.way = this.nearest(held.at.x, held.at.y);
    held.way?.group.classList.add('target');
    this.told.classList.toggle('nowhere', !held.way);
  }

  /** Scrolls the frame, faster the nearer to its edge something is held, until that is let go. */
  scroll(held, before, now) {
    if (this.held !== held) {
      return;
    }
    const box = this.frame.getBoundingClientRect();
    const {x, y} = held.at;
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) {
      const [left, top] = [pull(x, box.left, box.right), pull(y, box.top, box.bottom)];
      if (left || top) {
        this.frame.scrollBy(left * SPEED * (now - before), top * SPEED * (now - before));
        this.aim();
      }
    }
    requestAnimationFrame((next) => this.scroll(held, now, next));
  }

  /** Returns the way that is nearest to a place of the window; null if none is near, or the place is not in the picture. */
  nearest(x, y) {
    const svg = this.frame.querySelector('svg');
    const frame = this.frame.getBoundingClientRect();
    if (!svg || x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) {
      return null;
    }
    const seen = svg.getScreenCTM();
    const at = new DOMPoint(x, y).matrixTransform(seen.inverse());
    let least = NEAR / seen.a;
    let found = null;
    for (const way of this.held.ways) {
      for (const point of way.points) {
        const distance = Math.hypot(point.x - at.x, point.y - at.y);
        if (distance < least) {
          [least, found] = [distance, way];
        }
      }
    }
    return found;
  }

  release(isPut) {
    const held = this.held;
    this.held = null;
    this.told.hidden = true;
    held?.way?.group.classList.remove('target');
    if (isPut && held?.way) {
      const {from, to} = held.way.group.dataset;
      this.put(held.what, {from, to, caught: held.way.group.classList.contains('catch')});
    }
  }
}

/** Returns how much a place draws to the one end of a range, -1 at most, or to the other, 1 at most. */
function pull(at, from, to) {
  return Math.max(0, 1 - (to - at) / EDGE) - Math.max(0, 1 - (at - from) / EDGE);
}

/** Returns the state that is dragged from where an element is: not one that ends, and none from between the states within it. */
export function movable(element) {
  const state = element.closest('[data-state]');
  return state && !state.matches('.succeed, .fail, .missing') && !element.closest('.way, .panel') ? state : null;
}

function waysOf(svg) {
  return [...svg?.querySelectorAll('.way') || []].map((group) => {
    const line = group.querySelector('.line');
    const count = Math.ceil(line.getTotalLength() / PACE);
    const points = Array.from({length: count + 1}, (_, i) => line.getPointAtLength(i * PACE));
    return {group, points};
  });
}
