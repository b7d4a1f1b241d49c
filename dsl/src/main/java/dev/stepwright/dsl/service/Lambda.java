package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * AWS Lambda, where a task method is not enough: for a function's version, for calls that nobody waits for, for a task token. What
 * a function takes is the {@code payload}.
 */
public final class Lambda {
    /** Calls a function and gives what it gives. */
    public static final Resource<Call, Answer> INVOKE =
            Resource.of("arn:aws:states:::lambda:invoke", Call.class, Answer.class);

    /**
     * A call.
     *
     * @param functionName its name or ARN
     * @param payload anything
     * @param qualifier a version or an alias
     * @param invocationType {@code RequestResponse}, the default; {@code Event} to go on at once; {@code DryRun}
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Call(
            String functionName,
            Object payload,
            @Nullable String qualifier,
            @Nullable String invocationType) {}

    /** What the function gives. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Answer(Object payload, int statusCode, String executedVersion) {}

    private Lambda() {}
}
