package dev.stepwright.runtime.store;

/**
 * How far the record of an execution goes.
 *
 * @param batch the sequence of the latest batch
 * @param event the id of the latest event; 0 if no events are kept
 */
public record Latest(long batch, long event) {}
