/** What the intrinsic functions do. Pure, but for the chance that is handed to them. */
@NullMarked
package dev.stepwright.runtime.evaluate.intrinsic;

import org.jspecify.annotations.NullMarked;
