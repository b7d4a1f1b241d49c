package dev.stepwright.diagram.course;

/**
 * A way from a state to another one.
 *
 * @param isCatch whether a catcher leads there
 */
public record Way(String from, String to, boolean isCatch) {}
