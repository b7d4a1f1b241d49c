package dev.stepwright.server.cli;

import dev.stepwright.jsonata.FunctionLibrary;
import dev.stepwright.jsonata.LineProtocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stepwright eval}. */
@Command(
        name = "eval",
        description = {
            "Evaluates JSONata: reads one JSON object a line, {\"expr\", \"input\"?, \"bindings\"?, \"timelimit\"?, \"depth\"?}, "
                    + "and answers each with a line, {\"result\": ...}, {\"undefined\": true} or {\"error\": {...}}.",
            "Without an input the context is undefined. The time limit is in milliseconds."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class EvalCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new LineProtocol(FunctionLibrary.standard())
                .serve(in, Objects.requireNonNull(spec).commandLine().getOut());
        return 0;
    }
}
