/** The only doors to time and chance. */
@NullMarked
package dev.stepwright.runtime.time;

import org.jspecify.annotations.NullMarked;
