/**
 * Checks a definition before it runs: every finding with its rule, place and remedy. One package-private class per rule,
 * named for the fault it finds.
 */
@NullMarked
package dev.stepwright.validation;

import org.jspecify.annotations.NullMarked;
