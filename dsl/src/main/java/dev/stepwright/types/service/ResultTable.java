package dev.stepwright.types.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of a service answer. The tables are written by {@code dsl/src/tables/results.py}; their lines: {@code OPERATION
 * MEMBER MEMBER}, and {@code @STRUCTURE MEMBER MEMBER} for what is within. A member is {@code NAME:TYPE}, or {@code NAME} for a text;
 * {@link ResultType} has the types. What has {@code !} after its name has no other members.
 */
final class ResultTable {
    private static final Pattern NAME = Pattern.compile("(sdk/)?[a-z0-9-]+");
    private static final String CLOSED = "!";

    private static final Map<String, ResultTable> SERVICES = new ConcurrentHashMap<>();

    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, ResultType.Structure> read = new ConcurrentHashMap<>();

    private ResultTable() {}

    /**
     * Returns the table of a service. Those of services that are never asked for are never read.
     *
     * @param name as in the resource of a task, with {@code sdk/} before it for an SDK integration
     */
    static Optional<ResultTable> of(String name) {
        ResultTable known = SERVICES.get(name);
        if (known == null && NAME.matcher(name).matches()) {
            known = read("results/" + name + ".txt");
            if (known != null) {
                SERVICES.put(name, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Returns the members of what an operation answers, or of a structure by its name with {@code @}; empty if there is none. */
    Optional<ResultType.Structure> line(String name) {
        return lines.containsKey(name)
                ? Optional.of(read.computeIfAbsent(name, key -> parse(lines.getOrDefault(key, ""))))
                : Optional.empty();
    }

    private ResultType.Structure parse(String line) {
        String[] words = line.split(" ", -1);
        Map<String, ResultType> members = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] member = words[i].split(":", 2);
            members.put(member[0], new ResultType(member.length == 1 ? "" : member[1], this));
        }
        return new ResultType.Structure(Collections.unmodifiableMap(members), words[0].endsWith(CLOSED));
    }

    private static @Nullable ResultTable read(String file) {
        try (InputStream bytes = ResultTable.class.getResourceAsStream(file)) {
            return bytes == null ? null : read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + file + " of this jar cannot be read", e);
        }
    }

    private static ResultTable read(InputStream bytes) throws IOException {
        ResultTable table = new ResultTable();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
        }
        return table;
    }

    private void add(String line) {
        String name = line.split(" ", 2)[0];
        lines.put(name.endsWith(CLOSED) ? name.substring(0, name.length() - 1) : name, line);
    }
}
