package dev.stepwright.runtime.evaluate;

/** The ASL error names that evaluation raises. */
final class ErrorNames {
    static final String RUNTIME = "States.Runtime";
    static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";
    static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";
    static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

    private ErrorNames() {}
}
