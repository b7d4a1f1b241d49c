package dev.stepwright.benchmarks.compare;

import dev.stepwright.benchmarks.jsonata.JsonataTurns;
import dev.stepwright.benchmarks.peer.Pace;
import dev.stepwright.benchmarks.workload.Workload;
import dev.stepwright.benchmarks.workload.Workloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs every peer, writes the results as JSON, and prints the tables and which gates are met. */
public final class Compare {
    private static final List<String> NODE_FILES = List.of("package.json", "package-lock.json", "peer.mjs");

    private final Settings settings;
    private final ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    private final List<String> skipped = new ArrayList<>();

    private Compare(Settings settings) {
        this.settings = settings;
    }

    /** A part that may end with any exception, which is noted and does not end the others. */
    @FunctionalInterface
    private interface Part {
        void run(Path log) throws Exception;
    }

    /**
     * Compares.
     *
     * @param arguments as {@link Settings#USAGE} says
     */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(arguments);
        if (settings.markdown() != null) {
            Page.check(settings.markdown());
        }
        Files.createDirectories(settings.work());
        ObjectNode machine = Machine.facts(settings.quick());
        Compare compare = new Compare(settings);
        compare.all();
        machine.put("loadAfter", Machine.load());
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        results.set("machine", machine);
        results.set("lines", compare.lines);
        ArrayNode skips = results.putArray("skipped");
        compare.skipped.forEach(skips::add);
        Files.writeString(
                settings.json(),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
        String page = Page.of(results);
        System.out.println(page);
        if (settings.markdown() != null) {
            Page.writeInto(settings.markdown(), page);
        }
    }

    private void all() {
        Pace pace = settings.pace();
        for (String peer : List.of("plain-java", "stepwright", "serverlessworkflow", "dashjoin")) {
            part(peer, log -> child(Children.peer(peer, pace.words()), log));
        }
        part("aws-local", log -> node(pace, log));
        for (String peer : List.of("journal", "durable")) {
            part(
                    peer,
                    log -> child(Children.peer(peer, with(pace, settings.work().toString())), log));
        }
        for (String peer : List.of("postgres", "dbos")) {
            part(peer, log -> onPostgres(peer, pace, log));
        }
        part(
                "express",
                log -> child(Children.peer("express", settings.expressPace().words()), log));
        part("http", log -> new HttpPart(pace, this::add).run(log));
        part("jsonata", log -> child(Children.java(JsonataTurns.class, settings.jsonataTurns()), log));
    }

    private void part(String name, Part part) {
        if (!settings.wants(name)) {
            return;
        }
        System.err.println("# " + name + " (load " + Machine.load() + ")");
        Path log = settings.work().resolve(name + ".log");
        try {
            part.run(log);
        } catch (Exception e) {
            skip(name + " failed: " + e.getMessage() + "; see " + log);
        }
    }

    private void skip(String reason) {
        System.err.println("# " + reason);
        skipped.add(reason);
    }

    private void add(ObjectNode line) {
        System.err.println(line);
        lines.add(line);
    }

    private void child(List<String> command, Path log) throws IOException {
        int exit = Children.run(command, log, this::add);
        if (exit != 0) {
            throw new IOException("the process ended with " + exit);
        }
    }

    private static List<String> with(Pace pace, String more) {
        List<String> words = new ArrayList<>(pace.words());
        words.add(more);
        return words;
    }

    private void node(Pace pace, Path log) throws IOException {
        Path folder = Files.createDirectories(settings.work().resolve("node"));
        for (String name : NODE_FILES) {
            try (var file = Objects.requireNonNull(Compare.class.getResourceAsStream("/node/" + name))) {
                Files.write(folder.resolve(name), file.readAllBytes());
            }
        }
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            child(List.of("npm", "ci", "--prefix", folder.toString(), "--no-audit", "--no-fund"), log);
        }
        Path workloads = folder.resolve("workloads.json");
        Files.writeString(workloads, workloads().toString(), StandardCharsets.UTF_8);
        List<String> command =
                new ArrayList<>(List.of("node", folder.resolve("peer.mjs").toString(), workloads.toString()));
        command.addAll(pace.words());
        child(command, log);
    }

    private static ArrayNode workloads() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Workload workload : Workloads.all()) {
            if (workload.name().equals("w5")) {
                continue; // it has no JSONata
            }
            ObjectNode one = all.addObject().put("name", workload.name()).put("transitions", workload.transitions());
            one.set("definition", workload.definition());
            one.set("input", workload.input());
            one.put("pointer", workload.check().pointer());
            one.set("expected", workload.check().expected());
        }
        return all;
    }

    private void onPostgres(String peer, Pace pace, Path log) throws IOException {
        try (Postgres postgres = Postgres.start(log)) {
            if (postgres == null) {
                skip(peer + " is skipped: no PostgreSQL is installed (pg_config is not found)");
                return;
            }
            child(Children.peer(peer, with(pace, postgres.url())), log);
        }
    }
}
