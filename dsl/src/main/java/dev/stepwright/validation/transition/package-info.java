/** Rules for the ways between states: where they lead, which states they reach, whether they come to an end. */
@NullMarked
package dev.stepwright.validation.transition;

import org.jspecify.annotations.NullMarked;
