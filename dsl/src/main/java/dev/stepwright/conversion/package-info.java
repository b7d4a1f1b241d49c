/**
 * Turns definitions in JSONPath into JSONata.
 *
 * <!-- snippet: examples/src/test/java/dev/stepwright/examples/guide/PackagesTest.java#conversion -->
 * <pre>{@code
 * JsonataConversion converted = JsonataConversion.of(order);
 *
 * assertThat(converted.isComplete()).isTrue(); // else notes() says what stays in JSONPath
 * State charge = converted.definition().states().get("Charge");
 * assertThat(charge.text("Output")).hasValue("{% $merge([$states.input, {\"receipt\": $states.result}]) %}");
 * }</pre>
 */
@NullMarked
package dev.stepwright.conversion;

import org.jspecify.annotations.NullMarked;
