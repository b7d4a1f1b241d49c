package dev.stepwright.server.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer other than success: the error code and message that AWS gives. */
public final class ApiError extends RuntimeException {
    static final String SERIALIZATION = "SerializationException";
    private static final String ACCESS_DENIED = "AccessDeniedException";

    private static final long serialVersionUID = 1L;

    private final String namespace;
    private final String code;
    private final transient Map<String, String> members;

    private ApiError(String code, String message, Map<String, String> members) {
        this(namespace(code), code, message, members, null);
    }

    private ApiError(
            String namespace, String code, String message, Map<String, String> members, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.namespace = namespace;
        this.code = code;
        this.members = Map.copyOf(members);
    }

    /**
     * Returns an error.
     *
     * @param code the name of the error's shape, for example {@code ExecutionDoesNotExist}
     */
    public static ApiError of(String code, String message) {
        return new ApiError(code, message, Map.of());
    }

    /** Returns an error that something else stands behind. */
    public static ApiError of(String code, Throwable cause) {
        return new ApiError(namespace(code), code, String.valueOf(cause.getMessage()), Map.of(), cause);
    }

    /** A {@code ValidationException} without a reason. */
    public static ApiError validation(String message) {
        return of("ValidationException", message);
    }

    /** The {@code ValidationException} of members that violate the API model, which is not the service's own. */
    static ApiError violation(String message) {
        return new ApiError("com.amazon.coral.validate", "ValidationException", message, Map.of(), null);
    }

    /** A {@code ValidationException} with the reason that the API model names. */
    public static ApiError validation(String reason, String message) {
        return new ApiError("ValidationException", message, Map.of("reason", reason));
    }

    public static ApiError invalidArn(String problem) {
        return of("InvalidArn", "Invalid Arn: '" + problem + "'");
    }

    public static ApiError invalidName(String name) {
        return of("InvalidName", "Invalid Name: '" + name + "'");
    }

    public static ApiError invalidToken() {
        return of("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    public static ApiError invalidDefinition(String findings) {
        return of("InvalidDefinition", "Invalid State Machine Definition: '" + findings + "'");
    }

    public static ApiError stateMachineDoesNotExist(String arn) {
        return of("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
    }

    public static ApiError executionDoesNotExist(String arn) {
        return of("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }

    /**
     * An execution that cannot be redriven.
     *
     * @param reason why, in the words of DescribeExecution
     */
    public static ApiError executionNotRedrivable(String reason) {
        return of("ExecutionNotRedrivable", reason);
    }

    public static ApiError activityDoesNotExist(String arn) {
        return of("ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
    }

    /** An alias or version is missing. */
    public static ApiError resourceNotFound() {
        return of("ResourceNotFound", "Request references a resource that does not exist.");
    }

    /** A resource that cannot have tags, or is missing. */
    public static ApiError resourceNotFound(String arn) {
        return new ApiError("ResourceNotFound", "Resource not found: '" + arn + "'", Map.of("resourceName", arn));
    }

    /** A resource that would have more tags than a resource may. */
    public static ApiError tooManyTags(String arn, String problem) {
        return new ApiError("TooManyTags", problem, Map.of("resourceName", arn));
    }

    public static ApiError typeNotSupported() {
        return of("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }

    /**
     * Policies do not allow what was asked for.
     *
     * @param why for example {@code because no identity-based policy allows the states:StartExecution action}
     */
    public static ApiError accessDenied(String userArn, Demand demand, String why) {
        return accessDenied("User: " + userArn + " is not authorized to perform: " + demand.action() + " on resource: "
                + demand.resource() + " " + why);
    }

    /** Something that a role is asked for is not allowed. */
    public static ApiError accessDenied(String message) {
        return of(ACCESS_DENIED, message);
    }

    /** Returns whether policies do not allow what was asked for. */
    public boolean isAccessDenied() {
        return code.equals(ACCESS_DENIED);
    }

    /** The body has another JSON type than the operation's model. */
    public static ApiError serialization(String problem) {
        return of(SERIALIZATION, problem);
    }

    private static String namespace(String code) {
        return switch (code) {
            case SERIALIZATION,
                    "UnknownOperationException",
                    "InternalFailure",
                    "MissingAuthenticationTokenException",
                    "IncompleteSignatureException",
                    "UnrecognizedClientException",
                    "InvalidSignatureException",
                    ACCESS_DENIED -> "com.amazon.coral.service";
            case "ThrottlingException" -> "com.amazon.coral.availability";
            default -> "com.amazonaws.swf.service.v2.model";
        };
    }

    /** Returns the name of the error's shape with its namespace, as AWS has it on the wire. */
    public String type() {
        return namespace + "#" + code;
    }

    /** Returns the name of the error's shape. */
    public String code() {
        return code;
    }

    /** Returns further members of the error, by name. */
    public Map<String, String> members() {
        return members;
    }
}
