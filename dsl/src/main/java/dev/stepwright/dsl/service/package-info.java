/**
 * AWS services as resources of tasks: {@code task("Send", Sqs.SEND_MESSAGE)}. What is not here is a {@link
 * dev.stepwright.dsl.Resource} of your own; these are made in the same way. A member that a call does not need is left out with
 * {@code object(Sqs.Message.class, field(...).is(...))}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">AWS: Optimized integrations</a>
 */
@NullMarked
package dev.stepwright.dsl.service;

import org.jspecify.annotations.NullMarked;
