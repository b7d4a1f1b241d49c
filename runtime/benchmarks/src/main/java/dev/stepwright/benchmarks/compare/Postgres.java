package dev.stepwright.benchmarks.compare;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of our own that commits to disk, from the programs that {@code pg_config} names. */
final class Postgres implements AutoCloseable {
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private static final String DATABASE = "benchmarks";

    private final Path programs;
    private final Path data;
    private final int port;

    private Postgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts one; null if none is installed. */
    static @Nullable Postgres start(Path log) throws IOException {
        Path programs = programs();
        if (programs == null) {
            return null;
        }
        Path data = Files.createTempDirectory("stepwright-postgres");
        if (IS_ROOT) {
            execute(List.of("chown", "postgres", data.toString()), log);
        }
        Postgres postgres = new Postgres(programs, data, freePort());
        postgres.program("initdb", log, "-D", data.toString(), "-A", "trust", "-U", "postgres");
        String options = "-p " + postgres.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data;
        postgres.program("pg_ctl", log, "-D", data.toString(), "-o", options, "-l", data + "/log", "-w", "start");
        postgres.program(
                "createdb", log, "-h", "127.0.0.1", "-p", String.valueOf(postgres.port), "-U", "postgres", DATABASE);
        return postgres;
    }

    private static @Nullable Path programs() {
        try {
            Process process = new ProcessBuilder("pg_config", "--bindir").start();
            String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            Path programs = Path.of(folder);
            return Files.isExecutable(programs.resolve("initdb")) ? programs : null;
        } catch (IOException notInstalled) {
            return null;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Runs one of its programs; PostgreSQL refuses to be run by root. */
    private void program(String name, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (IS_ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        execute(command, log);
    }

    private static void execute(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + exit + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " was running", e);
        }
    }

    @Override
    public void close() throws IOException {
        Path log = Files.createTempFile("stepwright-postgres", ".log");
        program("pg_ctl", log, "-D", data.toString(), "-m", "immediate", "stop");
        execute(List.of("rm", "-rf", data.toString()), log);
        Files.delete(log);
    }
}
