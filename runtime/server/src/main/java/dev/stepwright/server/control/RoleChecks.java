package dev.stepwright.server.control;

import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions;
import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.control.Revision.Content;
import dev.stepwright.server.policy.Roles;
import org.jspecify.annotations.Nullable;

/** What is asked about the role of a state machine when it is made or changed. */
final class RoleChecks {
    private final Account account;
    private final @Nullable Roles roles;

    /** @param roles those that there are; null if every role is there, and may do everything */
    RoleChecks(Account account, @Nullable Roles roles) {
        this.account = account;
        this.roles = roles;
    }

    /** Returns whether it matters which role a machine has. */
    boolean areMade() {
        return roles != null;
    }

    /**
     * Looks whether a machine can run under its role. What its tasks need is looked at when they begin.
     *
     * @throws ApiError {@code AccessDeniedException}
     */
    void check(String machine, Content content) {
        if (roles == null) {
            return;
        }
        String arn = content.roleArn();
        PolicyCheck policies = roles.policies(arn)
                .orElseThrow(
                        () -> ApiError.accessDenied(
                                "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role."));

        Permissions needed = Permissions.of(
                content.definition().parsed(),
                new Deployment(account.partition(), account.region(), account.id(), machine),
                Permissions.Setting.of(content.logging().logsAnything(), false));
        if (policies.lacks("events:PutRule", needed)) {
            throw ApiError.accessDenied("'" + arn + "' is not authorized to create managed-rule.");
        }
        if (policies.lacks("logs:CreateLogDelivery", needed)) {
            throw ApiError.accessDenied("The state machine IAM Role is not authorized to access the Log Destination");
        }
    }
}
