/**
 * The ASL document as typed views over its own JSON: nothing is lost, nothing is invented. A view of a broken document
 * answers with what is there; judging it is the work of {@code dev.stepwright.validation}.
 *
 * <!-- snippet: examples/src/test/java/dev/stepwright/examples/guide/PackagesTest.java#asl -->
 * <pre>{@code
 * StateMachineDefinition order = AslDocument.parse("order.asl.json", text).definition();
 * State charge = order.states().get("Charge");
 *
 * assertThat(charge.next()).hasValue("Ship");
 * assertThat(charge.text("Resource")).hasValue("${Charge}");
 * }</pre>
 */
@NullMarked
package dev.stepwright.asl;

import org.jspecify.annotations.NullMarked;
