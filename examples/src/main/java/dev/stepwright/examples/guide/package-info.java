/** The snippets of {@code docs/dsl.md}, one machine for each construct; a test runs them in both query languages. */
@NullMarked
package dev.stepwright.examples.guide;

import org.jspecify.annotations.NullMarked;
