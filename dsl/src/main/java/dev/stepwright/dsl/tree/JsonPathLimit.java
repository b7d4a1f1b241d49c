package dev.stepwright.dsl.tree;

/**
 * What JSONPath cannot say.
 *
 * @param reason what it is, and why not
 * @param alternative what to write instead
 */
public record JsonPathLimit(String reason, String alternative) {}
