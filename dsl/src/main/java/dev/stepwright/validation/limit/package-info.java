/** Rules for the limits of the service: bytes and events. */
@NullMarked
package dev.stepwright.validation.limit;

import org.jspecify.annotations.NullMarked;
