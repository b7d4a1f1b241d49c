package dev.stepwright.server.cli;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.WaitState;
import dev.stepwright.asl.template.TemplateRule;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.Elapsed;
import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.control.Account;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestRun;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code stepwright run}. */
@Command(
        name = "run",
        description =
                "Runs one execution of a definition and shows each state. The exit code is 0 if it succeeds, else 1.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        showDefaultValues = true)
final class RunCommand implements Callable<Integer> {
    /** An execution lasts a year at most. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** From so many seconds on somebody who watches would think that nothing happens. */
    private static final double LONG_WAIT = 10;

    private static final double UNKNOWN = Double.MAX_VALUE;

    /** Whose machine it is, in ARNs. */
    private static final String ACCOUNT = "123456789012";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "DEFINITION",
            description = "The definition's file, or a template and a machine in it: template.yaml#LogicalId.",
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    private Path file = Path.of("");

    @Option(
            names = "--input",
            paramLabel = "JSON|@FILE",
            defaultValue = "{}",
            description = "The input, or the file that holds it.")
    private String input = "{}";

    @Mixin
    private RunStubs stubs = new RunStubs();

    @Mixin
    private RunPolicies policies = new RunPolicies();

    @Option(
            names = "--machine",
            paramLabel = "PLACEHOLDER=NAME",
            split = ",",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description =
                    "Which machine of the same template or folder a placeholder in StateMachineArn stands for, for example ShippingArn=shipping; "
                            + "also for the name in an ARN.")
    private Map<String, String> named = Map.of();

    @Mixin
    private GivenValues values = new GivenValues();

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(
            names = "--region",
            paramLabel = "NAME",
            defaultValue = "us-east-1",
            description = "The region of calls to AWS services.")
    private String region = "";

    @Option(names = "--virtual-time", description = "Waits, retries and timeouts take no time.")
    private boolean isTimeVirtual;

    @Option(
            names = "--diagram",
            paramLabel = "FILE.svg",
            description = "Writes a picture of the machine that shows what the execution did.")
    private @Nullable Path diagram;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "Writes an HTML page about the execution: what went wrong, its picture, its states and events.")
    private @Nullable Path report;

    @Option(
            names = "--iterate-objects",
            description = "Maps iterate over the members of a JSON object that their ItemReader reads.")
    private boolean iteratesObjects;

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        FileEnding.PICTURE.check("--diagram", diagram, line);
        FileEnding.PAGE.check("--report", report, line);
        JsonDocument start = JsonArgument.read("--input", input);
        ServerConfig config = config();
        Map<String, String> known = values.and(Map.of("AWS::Region", region, "AWS::AccountId", ACCOUNT));
        GivenDefinition given = GivenDefinition.read(file, known);
        values.refuseUnknown(Stream.of(given.container()));
        check(given, line.getErr());
        RunMachines machines = RunMachines.of(given, known, named);
        TestRun<JsonNode> run;
        try (Elsewhere elsewhere = new Elsewhere(config)) {
            RunCast cast = new RunCast(machines, stubs, policies, elsewhere);
            TestMachine<JsonNode, JsonNode> machine = cast.machine(line.getErr());
            run = run(played(machine, given.document().definition(), line), start);
        }
        int code = summary(run, line.getOut());
        String title = RunCast.name(given) + ", " + run.status();
        if (diagram != null) {
            write("--diagram", diagram, run.diagram().titled(title)::write);
        }
        if (report != null) {
            write("--report", report, run.report().titled(title)::write);
        }
        return code;
    }

    /** Writes something into a file. */
    interface Writing {
        void write(Path file) throws IOException;
    }

    static void write(String option, Path file, Writing what) throws Refusal {
        try {
            what.write(file);
        } catch (IOException e) {
            throw new Refusal(option + ": " + GivenFile.unwritten(file, e).getMessage());
        }
    }

    /** Tells the findings of a definition; refuses it if AWS does. */
    static void check(GivenDefinition given, PrintWriter err) throws Refusal {
        List<Diagnostic> found = Stream.concat(
                        Validator.validate(given.document(), given.type()).stream(),
                        given.placed().problems().stream()
                                .filter(problem -> problem.rule() == TemplateRule.FILLED_NO_JSON)
                                .map(Validator::inTemplate))
                .filter(finding -> finding.severity() != Severity.HINT)
                .toList();
        boolean isRefused = found.stream().anyMatch(Diagnostic::refused);
        found.stream()
                .filter(finding -> finding.refused() || !isRefused)
                .map(finding -> finding.refused() ? finding : finding.atMost(Severity.WARNING))
                .forEach(finding -> err.println(finding.format(given.file().toString())));
        if (isRefused) {
            throw new Refusal("the definition has errors");
        }
    }

    private ServerConfig config() throws Refusal {
        try {
            return endpoints
                    .set(ServerConfig.builder())
                    .account(new Account(ACCOUNT, region))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private TestMachine<JsonNode, JsonNode> played(
            TestMachine<JsonNode, JsonNode> machine, StateMachineDefinition definition, CommandLine line) {
        if (!isTimeVirtual) {
            tellOfWaits(definition, line.getErr());
        }
        TestMachine<JsonNode, JsonNode> played = machine.withPatience(LONGEST)
                .iteratingOverObjects(iteratesObjects)
                .printingTo(told -> {
                    line.getOut().println(told);
                    line.getOut().flush();
                });
        return isTimeVirtual ? played.startingAt(Instant.now()) : played.inRealTime();
    }

    /** Who does not know of virtual time would take a long wait for a program that hangs. */
    private static void tellOfWaits(StateMachineDefinition definition, PrintWriter err) {
        definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(RunCommand::mayWaitLong)
                .findFirst()
                .ifPresent(state -> err.println(
                        "\"" + state.name() + "\" may wait for a long time; to skip waiting, add --virtual-time"));
    }

    private static boolean mayWaitLong(State state) {
        return state instanceof WaitState
                && state.field("Seconds")
                                .map(seconds -> seconds.asDouble(UNKNOWN))
                                .orElse(UNKNOWN)
                        >= LONG_WAIT;
    }

    private static TestRun<JsonNode> run(TestMachine<JsonNode, JsonNode> machine, JsonDocument start) throws Refusal {
        try {
            return machine.runJson(start.text());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static int summary(TestRun<JsonNode> run, PrintWriter out) {
        int states = run.path().size();
        out.printf(
                Locale.ROOT,
                "%n%s after %s, %d %s entered%n",
                run.status(),
                Elapsed.text(run.duration()),
                states,
                states == 1 ? "state" : "states");
        if (run.status() == ExecutionStatus.SUCCEEDED) {
            out.println(JsonText.pretty(run.output()));
        }
        if (run.error() != null) {
            out.println(shown(run.error()));
        }
        if (run.cause() != null) {
            out.println(shown(run.cause()));
        }
        run.failing().ifPresent(visit -> out.println(shown("in " + visit)));
        out.flush();
        return run.status() == ExecutionStatus.SUCCEEDED ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Returns a text of several lines without what would move the cursor of a terminal. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n\t]]", " ");
    }
}
