package dev.stepwright.runtime.evaluate;

/** The ASL error names that evaluation raises. */
final class ErrorNames {
    static final String RUNTIME = "States.Runtime";
    /** What ASL calls {@code States.ResultPathMatchFailure}; of paths to the items of a Map as well. */
    static final String REFERENCE_PATH_CONFLICT = "States.ReferencePathConflict";

    static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    private ErrorNames() {}
}
