package dev.stepwright.types.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the operations of a service answer. The tables are written by {@code dsl/src/tables/results.py}; their lines: {@code OPERATION
 * MEMBER MEMBER}, and {@code @STRUCTURE MEMBER MEMBER} for what is within. A member is {@code NAME:TYPE}, or {@code NAME} for a text;
 * {@link ResultType} has the types. What has {@code !} after its name has no other members.
 */
final class ResultTable {
    private static final String CLOSED = "!";

    private static final Set<String> NAMES = Set.copyOf(
            text("services.txt").lines().filter(line -> !isComment(line)).toList());

    private static final Map<String, ResultTable> SERVICES = new ConcurrentHashMap<>();

    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, ResultType.Structure> read = new ConcurrentHashMap<>();

    private ResultTable(String text) {
        text.lines().filter(line -> !isComment(line)).forEach(this::add);
    }

    /**
     * Returns the table of a service. Those of services that are never asked for are never read.
     *
     * @param name as in the resource of a task, with {@code sdk/} before it for an SDK integration
     */
    static Optional<ResultTable> of(String name) {
        return NAMES.contains(name)
                ? Optional.of(SERVICES.computeIfAbsent(name, key -> new ResultTable(text("results/" + key + ".txt"))))
                : Optional.empty();
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

    private void add(String line) {
        int blank = line.indexOf(' ');
        String name = blank < 0 ? line : line.substring(0, blank);
        lines.put(name.endsWith(CLOSED) ? name.substring(0, name.length() - 1) : name, line);
    }

    private static boolean isComment(String line) {
        return line.startsWith("#");
    }

    private static String text(String file) {
        try (InputStream bytes = ResultTable.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("this jar has no table " + file);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + file + " of this jar cannot be read", e);
        }
    }
}
