/** Rules for Task states: what they call, and with what. */
@NullMarked
package dev.stepwright.validation.task;

import org.jspecify.annotations.NullMarked;
