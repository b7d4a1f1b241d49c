package dev.stepwright.benchmarks;

/** A command of {@code benchmarks.jar}. */
@FunctionalInterface
public interface Program {
    void run(String[] arguments) throws Exception;
}
