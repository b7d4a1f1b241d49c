package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.permission.OpenQuestion;
import dev.stepwright.permission.Permissions;
import dev.stepwright.permission.PolicyCheck;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code stepwright permissions}. */
@Command(
        name = "permissions",
        description =
                "Prints what the roles of state machines need: the IAM policy, or each action with its state and its reason. Questions that the definition leaves open go to standard error. The exit code is 1 if a file cannot be read or written, or policies given with --against lack something; else 0.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PermissionsCommand implements Callable<Integer> {
    /** What is printed. */
    enum Format {
        /** The policy of the role. */
        JSON,
        /** Who may have the role. */
        TRUST,
        /** Each action with its state and its reason. */
        TABLE
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DefinitionFiles definitions = new DefinitionFiles();

    @Mixin
    private GivenValues values = new GivenValues();

    @Mixin
    private DeploymentOptions deployment = new DeploymentOptions();

    @Option(
            names = "--format",
            paramLabel = "json|trust|table",
            description =
                    "json: the policy; trust: the trust policy; table: each action with its state, its resource and its reason. Default: json.")
    private Format format = Format.JSON;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "The folder to write the policies to, order.policy.json for order.asl.json; also those of the roles in Credentials.")
    private @Nullable Path output;

    @Option(
            names = "--against",
            paramLabel = "POLICY",
            description =
                    "A policy that the role already has: prints which needed permissions it does not allow, instead of the whole policy; repeatable for a role with several policies.")
    private List<Path> against = List.of();

    private final Set<Path> written = new HashSet<>();
    private boolean isSingle;

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<String> unread = new ArrayList<>();
        List<GivenDefinition> files =
                definitions.all(values.and(deployment.of(line).pseudoParameters()), unread::add);
        if (unread.isEmpty()) {
            values.refuseUnknown(files.stream().map(GivenDefinition::container));
        }
        isSingle = files.size() <= 1;
        refuseContradictions(line, files.size());
        PolicyCheck check = against.isEmpty() ? null : held(line.getErr());
        boolean isDone = true;
        for (GivenDefinition file : files) {
            try {
                isDone &= tell(file, line, check);
            } catch (UncheckedIOException | IllegalStateException e) {
                unread.add(e.getMessage());
            }
        }
        line.getOut().flush();
        unread.forEach(problem -> line.getErr().println("stepwright permissions: " + problem));
        return isDone && unread.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void refuseContradictions(CommandLine line, int files) {
        if (output != null && format != Format.JSON) {
            throw new ParameterException(line, "-o takes policies only; leave out --format or -o");
        }
        if (output != null && GivenFile.looksLikeFile(output) && !Files.isDirectory(output)) {
            throw new ParameterException(
                    line, "-o " + output + " is not an existing folder; without -o a single policy is printed");
        }
        if (!isSingle && output == null && against.isEmpty() && format != Format.TABLE) {
            throw new ParameterException(
                    line, files + " policies need a folder; give one with -o, or print them with --format table");
        }
        if (!against.isEmpty() && (output != null || format != Format.JSON)) {
            throw new ParameterException(line, "--against prints what is missing; leave out --format and -o");
        }
    }

    /** Returns whether the role has what it needs, as far as it was asked. */
    private boolean tell(GivenDefinition file, CommandLine line, @Nullable PolicyCheck check) {
        AslDocument document = file.document();
        Permissions permissions =
                Permissions.of(document.definition(), deployment.of(file.name(), line), deployment.settings());
        String title = isSingle ? "" : file.label() + "\n\n";
        for (OpenQuestion question : permissions.questions()) {
            String state = question.state().isEmpty() ? "" : "state " + JsonText.quote(question.state()) + ": ";
            line.getErr()
                    .println(file.file() + ":" + document.position(question.pointer()) + ": " + state
                            + question.message());
        }
        if (check != null) {
            GrantsTable table = new GrantsTable(check.grants(permissions));
            line.getOut().print(title + table.text() + (isSingle ? "" : "\n"));
            return !table.isMissingSome();
        }
        if (output != null) {
            write(file, permissions, line.getOut());
        } else if (format == Format.TABLE) {
            line.getOut().print(title + PermissionsTable.of(permissions) + (isSingle ? "" : "\n"));
        } else {
            print(file, permissions, line);
        }
        return true;
    }

    private void print(GivenDefinition file, Permissions permissions, CommandLine line) {
        line.getOut().println(JsonText.pretty(format == Format.JSON ? permissions.policy() : permissions.trust()));
        for (String role : permissions.otherPolicies().keySet()) {
            line.getErr()
                    .println(file.label() + ": the role " + role
                            + " of Credentials needs a policy of its own; -o writes it, --format table shows it");
        }
    }

    private PolicyCheck held(PrintWriter err) throws Refusal {
        List<JsonNode> policies = new ArrayList<>();
        for (Path file : against) {
            policies.add(GivenPolicies.read("--against", file, err));
        }
        return PolicyCheck.of(policies);
    }

    private void write(GivenDefinition file, Permissions permissions, PrintWriter out) {
        Path folder = Objects.requireNonNull(output);
        List<String> made = new ArrayList<>();
        permissions
                .files(file.name())
                .forEach((each, text) -> made.add(write(file.label(), folder.resolve(each), text)));
        out.println(file.label() + " -> " + String.join(", ", made));
    }

    private String write(String label, Path target, String text) {
        if (!written.add(target)) {
            throw new IllegalStateException(label + ": its policy would overwrite " + target
                    + ", the policy of another file; write it separately");
        }
        GivenFile.write(target, text);
        return target.toString();
    }
}
