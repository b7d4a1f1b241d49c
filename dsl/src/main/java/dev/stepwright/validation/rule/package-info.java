/** What a rule is, what it finds, how messages say things; and rules that differ only in their fields. */
@NullMarked
package dev.stepwright.validation.rule;

import org.jspecify.annotations.NullMarked;
