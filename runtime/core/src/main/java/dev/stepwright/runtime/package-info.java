/**
 * The engine as a library: register a state machine, start executions, await their outcomes. Start with
 * {@link dev.stepwright.runtime.Engine}.
 *
 * <!-- snippet: examples/src/test/java/dev/stepwright/examples/guide/RunningTest.java#run -->
 * <pre>{@code
 * StateMachine<Request, Receipt> machine =
 *         StateMachine.start(task("Charge", Bank::charge)).end();
 *
 * try (Engine engine = Engine.inMemory()) {
 *     var handlers = machine.handlers().bind(Bank.class, request -> charge(request));
 *     var workflow = engine.register("charging", machine, handlers);
 *
 *     Outcome<Receipt> paid = workflow.start(new Request("a", 10)).await();
 *     Outcome<Receipt> refused = workflow.start(new Request("b", 9000)).await();
 *
 *     assertThat(paid).isEqualTo(new Outcome.Succeeded<>(new Receipt("r-a")));
 *     assertThat(refused).isEqualTo(new Outcome.Failed<>(Refused.class.getName(), "too much"));
 * }
 * }</pre>
 */
@NullMarked
package dev.stepwright.runtime;

import org.jspecify.annotations.NullMarked;
