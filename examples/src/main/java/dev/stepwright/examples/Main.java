package dev.stepwright.examples;

import dev.stepwright.server.cli.Stepwright;
import java.io.PrintStream;
import java.util.List;

/** Runs an example: {@code order} if none is named, {@code loan}, {@code gallery}, or {@code run} for a definition of one's own. */
public final class Main {
    private static final String USAGE = """
            usage: order                          the order workflow, written in Java (what runs without arguments)
                   loan                           the loan workflow, written in ASL, with generated types
                   gallery [NAME]                 saga, polling, approval, fan-out: plain ASL files with stubbed tasks
                   run FILE [--input JSON|@FILE] [--stubs FILE]
                                                  a definition of your own; --stubs answers in place of its tasks\
            """;

    private Main() {}

    /** Runs the example and, if it failed, ends the process with exit code 1, or 2 for wrong usage. */
    public static void main(String[] arguments) throws Exception {
        int code = run(System.out, System.err, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Returns the exit code: 0 for success, 1 if a definition or an execution failed, 2 for wrong usage. */
    static int run(PrintStream out, PrintStream err, String... arguments) throws Exception {
        List<String> rest = List.of(arguments);
        String name = rest.isEmpty() ? "order" : rest.get(0);
        return switch (name) {
            case "order" -> OrderExample.run(out);
            case "loan" -> LoanExample.run(out);
            case "gallery" -> Gallery.run(out, err, rest.subList(1, rest.size()));
            case "run" -> Stepwright.execute(Page.writer(out), Page.writer(err), arguments);
            default -> {
                err.println("there is no example \"" + name + "\"\n" + USAGE);
                yield 2;
            }
        };
    }
}
