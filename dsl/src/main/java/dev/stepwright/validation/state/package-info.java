/** Rules for Pass, Choice, Wait, Fail and Parallel states. */
@NullMarked
package dev.stepwright.validation.state;

import org.jspecify.annotations.NullMarked;
