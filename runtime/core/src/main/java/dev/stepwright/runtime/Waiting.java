package dev.stepwright.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** How somebody waits for an outcome; gives nothing where that one has waited long enough. */
@FunctionalInterface
interface Waiting<O> {
    Optional<Outcome<O>> until(CompletableFuture<Outcome<O>> outcome) throws ExecutionException, InterruptedException;
}
