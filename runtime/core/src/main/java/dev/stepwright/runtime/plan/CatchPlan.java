package dev.stepwright.runtime.plan;

/**
 * A catch rule.
 *
 * @param flow makes the output of the state from the Error Output, which is its result
 */
public record CatchPlan(ErrorMatch errors, Flow flow, int next) {}
