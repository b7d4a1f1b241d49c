package dev.stepwright.types.service;

import dev.stepwright.asl.JsonTexts;
import dev.stepwright.asl.Spelling;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of an operation, or an object within them.
 *
 * @param members what it can have, by name
 * @param required those that it must have
 */
public record Parameters(Map<String, Taken> members, List<String> required) {
    public Parameters {
        members = Collections.unmodifiableMap(members);
        required = List.copyOf(required);
    }

    /** Reads a line of the table. */
    static Parameters parse(String line, Requests table) {
        List<String> words = Stream.of(line.split(" ")).skip(1).toList();
        Map<String, Taken> members = new LinkedHashMap<>();
        for (String word : words) {
            String[] parts = word.split(":", 2);
            String name = name(parts[0]);
            members.put(
                    name,
                    parts.length == 1 && JsonTexts.include(name)
                            ? Taken.Scalar.ANY
                            : Taken.parse(parts.length == 1 ? "" : parts[1], table));
        }
        return new Parameters(
                members,
                words.stream()
                        .filter(word -> word.contains("!"))
                        .map(word -> name(word.split(":", 2)[0]))
                        .toList());
    }

    private static String name(String word) {
        return word.replace("!", "");
    }

    /** Returns whether it has a member that is written so. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * Returns whether it has a member that is written so, but for its abbreviations: how Step Functions spells them is not documented
     * everywhere, {@code EnableEcsManagedTags} may be right.
     */
    public boolean hasSpelt(String name) {
        String words = Spelling.words(name);
        return has(name)
                || members.keySet().stream()
                        .anyMatch(member -> Spelling.words(member).equals(words));
    }

    /** Returns what a member takes, whose name may differ in case but for its first letter. */
    public Optional<Taken> nearly(String name) {
        Taken exact = members.get(name);
        return exact != null
                ? Optional.of(exact)
                : members.entrySet().stream()
                        .filter(member -> name.startsWith(member.getKey().substring(0, 1))
                                && name.equalsIgnoreCase(member.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
