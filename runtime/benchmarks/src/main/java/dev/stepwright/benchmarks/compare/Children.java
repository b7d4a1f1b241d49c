package dev.stepwright.benchmarks.compare;

import dev.stepwright.benchmarks.peer.PeerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Processes of their own, so that no peer meets code that was compiled for another; what they print is read line by line. */
final class Children {
    private static final String HEAP = "-Xmx2g";

    private Children() {}

    /** Returns the command of a JVM with our class path. */
    static List<String> java(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(arguments);
        return command;
    }

    static List<String> peer(String peer, List<String> arguments) {
        List<String> all = new ArrayList<>();
        all.add(peer);
        all.addAll(arguments);
        return java(PeerProcess.class, all);
    }

    /** Starts a process that ends when this one does. */
    static Process start(List<String> command, Path log) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of a child"));
        return process;
    }

    /** Runs a command to its end and hands over every line of JSON that it prints; returns its exit value. */
    static int run(List<String> command, Path log, Consumer<ObjectNode> lines) throws IOException {
        Process process = start(command, log);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("{")) {
                    lines.accept((ObjectNode) JsonMapper.shared().readTree(line));
                }
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " was running", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
