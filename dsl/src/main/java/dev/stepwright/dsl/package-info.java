/**
 * State machines in typed Java: what does not fit together does not compile. Start with {@link dev.stepwright.dsl.Dsl} and
 * {@link dev.stepwright.dsl.StateMachine}.
 *
 * <!-- snippet: examples/src/main/java/dev/stepwright/examples/patterns/Rejoin.java#machine -->
 * <pre>{@code
 * public static StateMachine<Quote, Quote> machine() {
 *     return StateMachine.start(task("Price", Sales::price))
 *             .then(choice("Large?")
 *                     .when(path(Quote::total).greaterThan(1000), task("Approve", Sales::approve))
 *                     .otherwise(proceed()))
 *             .then(task("Send", Sales::send))
 *             .end();
 * }
 * }</pre>
 *
 * <p>All of it is one package, so that what users do not need is hidden from them: the stages of a state hold nodes, which only this package
 * can see. From a chain of words to its definition it goes this way:
 *
 * <ol>
 *   <li>The words, {@code Dsl} and the classes above it, give stages such as {@code Task} and {@code WithResult}, whose types say what may
 *       follow. Each holds a {@code Node}: a {@code StateNode}, or several in a row.
 *   <li>{@code Linker} finds where control goes from each node, labels resolved: a {@code Scope}.
 *   <li>{@code StateWriter} writes the scope as ASL; what holds an expression is written by a {@code DataWriter}, one for each query language.
 *   <li>{@code TypeFlow}, {@code VariableFlow}, {@code ContextReadings} and {@code LanguageReadings} check what the compiler cannot, and
 *       {@code DefinitionRules} has the definition validated. What is wrong is added to the {@code Problems}, all of which are told at once.
 * </ol>
 */
@NullMarked
package dev.stepwright.dsl;

import org.jspecify.annotations.NullMarked;
