/**
 * State machines in typed Java: what does not fit together does not compile. Start with {@link dev.stepwright.dsl.Dsl} and
 * {@link dev.stepwright.dsl.StateMachine}.
 */
@NullMarked
package dev.stepwright.dsl;

import org.jspecify.annotations.NullMarked;
