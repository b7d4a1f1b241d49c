package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/** What a state does. */
sealed interface Work {
    /**
     * Calls a resource.
     *
     * @param resource the ARN; for a method without one of its own the placeholder
     * @param method the Java method behind the task; null if there is none
     */
    record Task(
            String resource,
            JavaType argument,
            JavaType result,
            @Nullable TaskMethod method) implements Work {}

    /**
     * Runs branches side by side.
     *
     * @param tuple the class of the results; {@code List} if their number is not fixed
     */
    record Parallel(List<Node> branches, Class<?> tuple) implements Work {}

    /**
     * Runs a flow for every item of a list.
     *
     * @param taken what the flow takes; null if it is the item
     */
    record Map(
            Tree items,
            @Nullable Tree taken,
            Node processor,
            @Nullable Integer maxConcurrency) implements Work {}
}
