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
                "Serves an editor that speaks the Language Server Protocol, over standard input and output: what is wrong with "
                        + "a definition while one types, completion of states, fields and paths, what a state starts with, states found and renamed.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class LspCommand implements Callable<Integer> {
    /** Editors start servers with this flag, be it needed or not. */
    @Option(names = "--stdio", description = "Accepted and without effect: there is no other way.")
    @SuppressWarnings("UnusedVariable")
    private boolean isStandard;

    @Override
    public Integer call() throws InterruptedException {
        return AslLanguageServer.serve(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out));
    }
}
