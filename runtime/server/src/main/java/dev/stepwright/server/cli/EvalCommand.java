package dev.stepwright.server.cli;

import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.FunctionLibrary;
import dev.stepwright.jsonata.LineProtocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code stepwright eval}. */
@Command(
        name = "eval",
        description = {
            "Evaluates an expression as a field of a state: JSONata ('$states.input.total * 2'), a path ('$.order.total') or an intrinsic "
                    + "function ('States.Format(...)'). The exit code is 1 if the expression is not allowed or fails, else 0.",
            "Without an expression it reads one JSON object per line, {\"expr\", \"input\"?, \"bindings\"?, \"timelimit\"?, \"depth\"?}, "
                    + "and answers each with one line, {\"result\": ...}, {\"undefined\": true} or {\"error\": {...}}: plain JSONata, "
                    + "without $states and the functions that Step Functions adds. The time limit is in milliseconds."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class EvalCommand implements Callable<Integer> {
    /** The query languages, as the option says them. */
    private enum Language {
        JSONATA,
        JSONPATH
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "EXPRESSION", description = "The expression; quote it for the shell.")
    private @Nullable String expression;

    @Option(
            names = "--input",
            paramLabel = "JSON|@FILE",
            defaultValue = "{}",
            description = "The state's input, or the file that holds it. Default: {}")
    private String input = "{}";

    @Option(
            names = "--result",
            paramLabel = "JSON|@FILE",
            description = "The result of the state's task: $states.result, or $ of a ResultSelector.")
    private @Nullable String result;

    @Option(
            names = "--var",
            paramLabel = "NAME=JSON",
            description = "A variable that an earlier state assigned, with or without its $; repeatable.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--language",
            paramLabel = "jsonata|jsonpath",
            description =
                    "The query language. Default: JSONPath if the expression begins as a path or with States., else JSONata.")
    private @Nullable Language language;

    @Override
    public Integer call() throws IOException, Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (expression == null) {
            line.getParseResult().matchedOptions().stream().findFirst().ifPresent(option -> {
                throw new ParameterException(
                        line, option.longestName() + " goes with an expression; give it, such as '$.total', in quotes");
            });
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            new LineProtocol(FunctionLibrary.standard()).serve(in, line.getOut());
            return ExitCode.OK;
        }
        JsonNode value = tried(expression.strip())
                .evaluate(JsonArgument.read("--input", input).text());
        line.getOut().println(JsonText.pretty(value));
        return ExitCode.OK;
    }

    private TriedExpression tried(String text) throws Refusal {
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            assigned.put(
                    variable.getKey().replaceFirst("^\\$", ""),
                    JsonArgument.read("--var " + variable.getKey(), variable.getValue())
                            .root());
        }
        return new TriedExpression(
                text,
                language == null ? !TriedExpression.looksLikeJsonPath(text) : language == Language.JSONATA,
                assigned,
                result == null ? null : JsonArgument.read("--result", result).root());
    }
}
