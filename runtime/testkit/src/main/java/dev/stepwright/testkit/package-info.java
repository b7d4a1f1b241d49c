/**
 * Tests of workflows, without AWS or waiting: stubs answer in place of tasks, time is virtual. Start with
 * {@link dev.stepwright.testkit.TestMachine}.
 *
 * <!-- snippet: examples/src/test/java/dev/stepwright/examples/guide/PackagesTest.java#testkit -->
 * <pre>{@code
 * Stubs stubs = Stubs.parse("{\"Charge\": {\"Throw\": {\"Error\": \"CardDeclined\"}}}");
 *
 * TestRun<JsonNode> run = TestMachine.of(order, stubs).runJson("{\"total\": 10}");
 *
 * assertThat(run.path()).containsExactly("Charge", "Refused");
 * assertThat(run.taskInputs("Charge")).hasSize(1);
 * }</pre>
 */
@NullMarked
package dev.stepwright.testkit;

import org.jspecify.annotations.NullMarked;
