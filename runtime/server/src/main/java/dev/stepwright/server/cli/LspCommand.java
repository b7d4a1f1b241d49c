package dev.stepwright.server.cli;

import dev.stepwright.lsp.AslLanguageServer;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stepwright lsp}. */
@Command(
        name = "lsp",
        description =
                "Serves an editor with the Language Server Protocol over standard input and output: findings as you type; "
                        + "completion of states, fields and paths; the known input of a state; finding and renaming states.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class LspCommand implements Callable<Integer> {
    /** Editors start servers with this flag, be it needed or not. */
    @Option(
            names = "--stdio",
            description =
                    "Accepted for editors that pass it, without effect: standard input and output are always used.")
    @SuppressWarnings("UnusedVariable")
    private boolean isStandard;

    @Override
    public Integer call() throws InterruptedException {
        return AslLanguageServer.serve(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out));
    }
}
