package dev.stepwright.runtime.simulation;

/** The process is killed at this point: everything that it was about to do is not done. */
final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
