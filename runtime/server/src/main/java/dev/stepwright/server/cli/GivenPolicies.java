package dev.stepwright.server.cli;

import dev.stepwright.permission.PolicyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Policies that a command is given in files. */
final class GivenPolicies {
    private GivenPolicies() {}

    /**
     * Reads a policy.
     *
     * @param option what to call it in messages, for example {@code --against}
     * @param err where probable mistakes in it are told
     */
    static JsonNode read(String option, Path file, PrintWriter err) throws Refusal {
        try {
            PolicyFile policy = PolicyFile.read(file);
            policy.warnings().forEach(err::println);
            return policy.policy();
        } catch (IOException e) {
            throw new Refusal(option + ": " + GivenFile.unread(file, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal(option + ": " + e.getMessage());
        }
    }
}
