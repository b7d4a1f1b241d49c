// The picture of a definition in its frame: as large as fits at first, then as the user wants it, moved by scrolling, dragging and keys.
import {movable} from './designer-drag.js';

const STEP = 1.25;
const LEAST = 0.1; // what is smaller cannot be made out
const LEGIBLE = 0.25; // what is smaller shows that there are states, and not which
const MOST = 4;

export class DefinitionPicture {
  /**
   * @param frame the element that scrolls
   * @param told the element for how large it is
   */
  constructor(frame, told) {
    this.frame = frame;
    this.told = told;
    this.scale = null; // null: as fits
    this.isWhole = false; // whether as fits is all of it, however small
    new ResizeObserver(() => this.size()).observe(frame);
    frame.addEventListener('wheel', (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        this.zoom(this.now() * Math.exp(-event.deltaY / 300), event);
      }
    }, {passive: false});
    this.drag();
  }

  /** Drags the picture, not its states; a click stays one. */
  drag() {
    let from = null;
    this.frame.addEventListener('pointerdown', (event) => {
      if (event.button === 0 && event.pointerType === 'mouse' && !movable(event.target)) {
        from = {x: event.clientX + this.frame.scrollLeft, y: event.clientY + this.frame.scrollTop, id: event.pointerId, isMoved: false};
      }
    });
    this.frame.addEventListener('pointermove', (event) => {
      if (!from) {
        return;
      }
      const [left, top] = [from.x - event.clientX, from.y - event.clientY];
      if (!from.isMoved && Math.hypot(left - this.frame.scrollLeft, top - this.frame.scrollTop) < 4) {
        return;
      }
      if (!from.isMoved) {
        from.isMoved = true;
        this.frame.setPointerCapture(from.id);
        this.frame.classList.add('dragged');
      }
      [this.frame.scrollLeft, this.frame.scrollTop] = [left, top];
    });
    for (const end of ['pointerup', 'pointercancel']) {
      this.frame.addEventListener(end, () => {
        this.isDragged = !!from?.isMoved;
        from = null;
        this.frame.classList.remove('dragged');
      });
    }
    this.frame.addEventListener('click', (event) => {
      if (this.isDragged) {
        event.stopImmediatePropagation();
      }
      this.isDragged = false;
    }, true);
  }

  get svg() {
    return this.frame.querySelector('svg');
  }

  show(svg) {
    const [left, top] = [this.frame.scrollLeft, this.frame.scrollTop];
    this.frame.innerHTML = svg;
    this.size();
    this.frame.scrollTo(left, top);
  }

  /** Returns how large the picture is beside its own size. */
  now() {
    return this.scale ?? this.fitting();
  }

  /** Returns the scale at which all of it can be seen, or as much as is legible unless one wants to see all; never larger than it is. */
  fitting() {
    const {width, height} = this.svg.viewBox.baseVal;
    return Math.max(this.isWhole ? LEAST : LEGIBLE, Math.min(1, (this.frame.clientWidth - 2) / width, (this.frame.clientHeight - 2) / height));
  }

  size() {
    if (!this.svg || !this.frame.clientWidth) {
      return;
    }
    const {width, height} = this.svg.viewBox.baseVal;
    this.svg.setAttribute('width', width * this.now());
    this.svg.setAttribute('height', height * this.now());
    this.told.textContent = `${Math.round(this.now() * 100)} %`;
  }

  /** Shows it larger or smaller; what is at a place of the window, or in the middle of the frame, stays there. */
  zoom(scale, at) {
    if (!this.svg) {
      return;
    }
    const frame = this.frame.getBoundingClientRect();
    const [x, y] = at ? [at.clientX, at.clientY] : [frame.left + frame.width / 2, frame.top + frame.height / 2];
    const before = this.svg.getBoundingClientRect();
    this.scale = Math.min(MOST, Math.max(LEAST, scale));
    this.size();
    const after = this.svg.getBoundingClientRect();
    this.frame.scrollLeft += after.left + (x - before.left) / before.width * after.width - x;
    this.frame.scrollTop += after.top + (y - before.top) / before.height * after.height - y;
  }

  larger() {
    this.zoomAtChosen(this.now() * STEP);
  }

  smaller() {
    this.zoomAtChosen(this.now() / STEP);
  }

  /** Shows it as large as it is drawn, the chosen state in the middle. */
  actual() {
    this.zoom(1);
    const chosen = this.chosen;
    if (chosen) {
      const frame = this.frame.getBoundingClientRect();
      const state = middle(chosen);
      this.frame.scrollBy(
        state.clientX - frame.left - this.frame.clientLeft - this.frame.clientWidth / 2,
        state.clientY - frame.top - this.frame.clientTop - this.frame.clientHeight / 2);
    }
  }

  get chosen() {
    return this.frame.querySelector('.chosen');
  }

  /** Shows it larger or smaller such that the chosen state stays where it is seen; without one, the middle of the frame does. */
  zoomAtChosen(scale) {
    const chosen = this.chosen;
    const at = chosen && middle(chosen);
    const frame = this.frame.getBoundingClientRect();
    const isSeen = at && at.clientX >= frame.left && at.clientX <= frame.right
      && at.clientY >= frame.top && at.clientY <= frame.bottom;
    this.zoom(scale, isSeen ? at : null);
    if (isSeen) {
      this.reveal(chosen);
    }
  }

  /** Shows all of it, also when the frame or the picture changes. */
  fit() {
    this.scale = null;
    this.isWhole = true;
    this.size();
  }

  /** Moves the picture, and nothing around it, so that a state can be seen; one that fills the frame stays where it is. */
  reveal(state) {
    const [frame, box] = [this.frame, state].map((each) => each.getBoundingClientRect());
    if ((box.top < frame.top) !== (box.bottom > frame.bottom)) {
      this.frame.scrollTop += box.top - frame.top - 20;
    }
    if ((box.left < frame.left) !== (box.right > frame.right)) {
      this.frame.scrollLeft += (box.left + box.right - frame.left - frame.right) / 2;
    }
  }
}

/** Returns where in the window the middle of an element is. */
function middle(element) {
  const box = element.getBoundingClientRect();
  return {clientX: box.left + box.width / 2, clientY: box.top + box.height / 2};
}
