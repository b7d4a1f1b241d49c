package dev.stepwright.server.cli;

import dev.stepwright.json.FileProblems;
import dev.stepwright.testkit.Difference;
import dev.stepwright.testkit.RecordedExecution;
import dev.stepwright.testkit.Replay;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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

/** {@code stepwright replay}. */
@Command(
        name = "replay",
        description = {
            "Runs executions again that ran on AWS, with the answers that their tasks had there, and tells what goes another way.",
            "The exit code is 0 if all come out the same, else 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ReplayCommand implements Callable<Integer> {
    private static final Pattern HISTORY = Pattern.compile("\\.(json|ya?ml)$");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "HISTORY|DIR... DEFINITION",
            description =
                    "What aws stepfunctions get-execution-history has printed, or folders with such files, *.json and *.yaml; and at last the definition's file, "
                            + "or a template and a machine in it: template.yaml#LogicalId.")
    private List<Path> given = List.of();

    @Mixin
    private RunStubs stubs = new RunStubs();

    @Mixin
    private GivenValues values = new GivenValues();

    @Option(
            names = "--diagram",
            paramLabel = "FILE.svg",
            description =
                    "Writes a picture of the machine that shows what the execution does now; of a single history.")
    private @Nullable Path diagram;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Writes an HTML page about the execution as it goes now; of a single history.")
    private @Nullable Path report;

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (given.size() < 2) {
            throw new ParameterException(line, "give a history, and the definition after it");
        }
        FileEnding.PICTURE.check("--diagram", diagram, line);
        FileEnding.PAGE.check("--report", report, line);
        Path file = given.get(given.size() - 1);
        List<Path> histories = histories(given.subList(0, given.size() - 1));
        boolean isSingle = histories.size() == 1 && !Files.isDirectory(given.get(0));
        if (!isSingle && (diagram != null || report != null)) {
            throw new ParameterException(line, "--diagram and --report are for a single history");
        }
        GivenDefinition definition = GivenDefinition.read(file, values.all());
        values.refuseUnknown(Stream.of(definition.container()));
        if (definition.document().root().path("events").isArray()) {
            throw new ParameterException(line, "the definition must come last, found a history: " + file);
        }
        RunCommand.check(definition, line.getErr());
        TestMachine<JsonNode, JsonNode> machine = machine(definition, line.getErr());
        return isSingle
                ? single(histories.get(0), machine, RunCast.name(definition), line.getOut())
                : all(histories, machine, line);
    }

    /** Returns the files that are given, and those in the folders that are given. */
    private static List<Path> histories(List<Path> given) throws Refusal {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            int before = files.size();
            try (Stream<Path> all = Files.list(path)) {
                all.filter(one -> HISTORY.matcher(one.toString()).find())
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new Refusal("the folder " + path + " cannot be read: " + FileProblems.reason(e));
            }
            if (files.size() == before) {
                throw new Refusal(
                        "the folder " + path + " has no history, no file that ends with .json, .yaml or .yml");
            }
        }
        return files;
    }

    private TestMachine<JsonNode, JsonNode> machine(GivenDefinition given, PrintWriter err) throws Refusal {
        Stubs answers = RunStubs.told(
                stubs.of("", Set.of()), given.definition(), problem -> err.println("stepwright replay: " + problem));
        try {
            TestMachine<JsonNode, JsonNode> machine =
                    TestMachine.of(given.definition(), answers).named(RunCast.name(given));
            return given.placed().isExpress() ? machine.asExpress() : machine;
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private int single(Path history, TestMachine<JsonNode, JsonNode> machine, String name, PrintWriter out)
            throws Refusal {
        Replay<JsonNode> replay = replay(history, machine.printingTo(out::println));
        String title = name + ", " + replay.run().status();
        if (diagram != null) {
            RunCommand.write("--diagram", diagram, replay.run().diagram().titled(title)::write);
        }
        if (report != null) {
            RunCommand.write("--report", report, replay.run().report().titled(title)::write);
        }
        List<Difference> differences = replay.differences();
        replay.run().failing().ifPresent(visit -> out.println("in " + visit));
        out.println();
        out.println(history + ": " + (differences.isEmpty() ? "the same" : count(differences.size()) + ":"));
        differences.forEach(difference -> out.println("  " + difference));
        out.flush();
        return differences.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String count(int differences) {
        return differences == 1 ? "1 difference" : differences + " differences";
    }

    private static int all(List<Path> histories, TestMachine<JsonNode, JsonNode> machine, CommandLine line) {
        int same = 0;
        int unread = 0;
        for (Path history : histories) {
            try {
                List<Difference> differences = replay(history, machine).differences();
                same += differences.isEmpty() ? 1 : 0;
                line.getOut().println(history + ": " + summary(differences));
            } catch (Refusal e) {
                unread++;
                line.getErr().println("stepwright replay: " + e.getMessage());
            }
        }
        int differing = histories.size() - same - unread;
        line.getOut().println();
        line.getOut()
                .println(same + " the same, " + differing + " different"
                        + (unread == 0 ? "" : ", " + unread + " could not be replayed"));
        line.getOut().flush();
        return same == histories.size() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String summary(List<Difference> differences) {
        return differences.isEmpty()
                ? "the same"
                : differences.get(0) + (differences.size() == 1 ? "" : " (and " + (differences.size() - 1) + " more)");
    }

    private static Replay<JsonNode> replay(Path history, TestMachine<JsonNode, JsonNode> machine) throws Refusal {
        try {
            return machine.replay(recorded(history));
        } catch (IllegalStateException e) {
            throw new Refusal(history + ": " + e.getMessage());
        }
    }

    /** Reads a history that a user has named. */
    static RecordedExecution recorded(Path history) throws Refusal {
        try {
            return RecordedExecution.read(history);
        } catch (IOException e) {
            throw new Refusal(GivenFile.unread(history, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
