package dev.stepwright.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Does something whenever files change, and prints what comes of it where that is something new: a file that it is written to changes by that.
 *
 * @param isScreen whether what was printed before is cleared
 */
record Watch(Changes changes, CommandLine line, boolean isScreen) {
    /** Goes to the upper left corner, and clears all. */
    private static final String CLEAR = "\u001b[H\u001b[2J";

    /** What is done, and the folders whose files it depends on, as far as they are known before or after it. */
    interface Round {
        Set<Path> folders() throws Refusal;

        int run(PrintWriter out, PrintWriter err) throws Refusal;
    }

    /** Returns the exit code of the last round, when nothing can change any more. */
    int run(Round round) throws IOException, InterruptedException {
        String shown = "";
        int code;
        do {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            code = once(round, new PrintWriter(out), new PrintWriter(err));
            String text = out.toString() + err;
            if (!text.equals(shown)) {
                shown = text;
                show(out.toString(), err.toString());
            }
        } while (changes.await());
        return code;
    }

    /** While somebody is writing, what is there may make no sense: that is told, and ends nothing. */
    private int once(Round round, PrintWriter out, PrintWriter err) throws IOException {
        try {
            changes.watch(round.folders());
            int code = round.run(out, err);
            changes.watch(round.folders());
            return code;
        } catch (Refusal | ParameterException e) {
            err.println(line.getCommandSpec().qualifiedName() + ": " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void show(String out, String err) {
        line.getOut().print((isScreen ? CLEAR : "") + out);
        line.getOut().flush();
        line.getErr().print(err);
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": watching for changes; Ctrl-C to stop");
        line.getErr().flush();
    }
}
