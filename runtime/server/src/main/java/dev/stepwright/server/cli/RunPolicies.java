package dev.stepwright.server.cli;

import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.server.policy.Roles;
import dev.stepwright.services.RolePermission;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The policies that a run is held to: of the machine that is run, and of those that it starts. */
final class RunPolicies {
    private static final char ROLE = '#';

    @Option(
            names = "--policy",
            paramLabel = "[MACHINE=]FILE[#ROLE]",
            showDefaultValue = Visibility.NEVER,
            description =
                    "A policy of the machine's role, which its tasks are held to, or a role in a file of roles as serve --roles takes it; "
                            + "with MACHINE= for a machine that is started; repeatable for a role with several policies. "
                            + "Default: every task is allowed.")
    private List<String> policies = List.of();

    /**
     * Returns which tasks of one of the machines of a run may begin.
     *
     * @param prefix what the option has before what is of this machine: {@code shipping}, or nothing for the machine that is run
     * @param others the prefixes of the others
     * @param err where probable mistakes in policies are told
     */
    TaskPermission of(String prefix, Set<String> others, PrintWriter err) throws Refusal {
        List<String> own = policies.stream()
                .filter(file -> RunStubs.isOf(prefix, file, '=', others))
                .map(file -> RunStubs.behind(prefix, file))
                .toList();
        if (own.isEmpty()) {
            return TaskPermission.ALL;
        }
        if (own.stream().anyMatch(RunPolicies::isRole)) {
            return ofRole(own);
        }
        List<JsonNode> all = new ArrayList<>();
        for (String file : own) {
            all.add(GivenPolicies.read("--policy", Path.of(file), err));
        }
        return RolePermission.of(PolicyCheck.of(all));
    }

    /** A folder may have a {@code #} in its name. */
    private static boolean isRole(String given) {
        return given.indexOf(ROLE) >= 0 && !Files.exists(Path.of(given));
    }

    private static TaskPermission ofRole(List<String> own) throws Refusal {
        String given = own.get(0);
        if (own.size() > 1) {
            throw new Refusal("--policy: " + String.join(" and ", own)
                    + " are for the same machine; give one role, or the files of its policies");
        }
        Path file = Path.of(given.substring(0, given.lastIndexOf(ROLE)));
        String role = given.substring(given.lastIndexOf(ROLE) + 1);
        Roles roles = roles(file);
        PolicyCheck policies = roles.policies(role)
                .orElseThrow(() -> new Refusal("--policy: there is no role \"" + role + "\" in " + file));
        return RolePermission.of(policies, roles);
    }

    private static Roles roles(Path file) throws Refusal {
        try {
            return Roles.read(file);
        } catch (IOException e) {
            throw new Refusal("--policy: " + GivenFile.unread(file, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--policy: " + e.getMessage());
        }
    }
}
