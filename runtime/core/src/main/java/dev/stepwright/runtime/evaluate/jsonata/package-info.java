/** What Step Functions adds to JSONata: functions, and {@code $states}. The language itself is {@link dev.stepwright.jsonata}. */
@NullMarked
package dev.stepwright.runtime.evaluate.jsonata;

import org.jspecify.annotations.NullMarked;
