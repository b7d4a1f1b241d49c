/** The deciding core: {@code decide(state, stimulus)} gives the events and commands that follow. No I/O, clock, chance or threads. */
@NullMarked
package dev.stepwright.runtime.engine;

import org.jspecify.annotations.NullMarked;
