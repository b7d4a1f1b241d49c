/** What executions take and give, checked by JSON Schema; the one place of the runtime that touches the validator. */
@NullMarked
package dev.stepwright.schema;

import org.jspecify.annotations.NullMarked;
