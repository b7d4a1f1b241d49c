package dev.stepwright.types.lattice;

/**
 * A field of an object.
 *
 * @param always whether every such object has it
 */
public record Field(Value value, boolean always) {}
