package dev.stepwright.permission;

import java.util.Set;

/** The operations that SDK integrations name, those of all SDKs when this version was made. */
public final class SdkOperations {
    private SdkOperations() {}

    /**
     * Returns the operations of a service.
     *
     * @param service as the resource names it, {@code sfn} in {@code arn:aws:states:::aws-sdk:sfn:startSyncExecution}
     * @return their names, {@code startSyncExecution}; and those of actions that are IAM's alone; none if there is no such service
     */
    public static Set<String> of(String service) {
        return ServiceActions.isSdkName(service) ? ServiceActions.operations(ServiceActions.prefix(service)) : Set.of();
    }

    /**
     * Returns the services that a name means which is not theirs, but that of the command line or of permissions: {@code eventbridge} for
     * {@code events}; else those that have the operation, {@code sfn} for {@code stepfunctions}.
     */
    public static Set<String> services(String name, String operation) {
        Set<String> named = ServiceActions.sdkNames(name::equals);
        return named.isEmpty()
                ? ServiceActions.sdkNames(
                        prefix -> ServiceActions.operations(prefix).contains(operation))
                : named;
    }
}
