/**
 * A document taken apart, once for all rules: its scopes, the objects that ASL gives fields to, the ways between states, and the texts that are paths or
 * expressions. However broken it is, it says what is there and judges nothing.
 */
@NullMarked
package dev.stepwright.validation.machine;

import org.jspecify.annotations.NullMarked;
