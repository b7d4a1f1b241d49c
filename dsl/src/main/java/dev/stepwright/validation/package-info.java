/**
 * Checks a definition before it runs: every finding with its rule, place and remedy.
 *
 * <!-- snippet: examples/src/test/java/dev/stepwright/examples/guide/PackagesTest.java#validation -->
 * <pre>{@code
 * List<Diagnostic> findings = Validator.validate("order.asl.json", text);
 *
 * assertThat(findings.get(0).rule()).isEqualTo("ASL-STA-007");
 * assertThat(findings.get(0).message()).endsWith("did you mean \"Ship\"?");
 * assertThat(findings.get(0).position().line()).isEqualTo(2);
 * }</pre>
 *
 * <p>This package is the way in; within it, each package has the rules for one thing, one class a rule, named for the
 * fault it finds, none known outside. {@code machine} takes a document apart for them, {@code rule} says what a rule
 * is.
 */
@NullMarked
package dev.stepwright.validation;

import org.jspecify.annotations.NullMarked;
