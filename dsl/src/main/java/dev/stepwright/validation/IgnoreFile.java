package dev.stepwright.validation;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Position;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What stands beside a definition: a JSON object of rules, each with the states or JSON pointers whose findings are not told, or
 * {@code "*"}.
 */
final class IgnoreFile {
    /** There is none. */
    static final IgnoreFile NONE = new IgnoreFile("");

    /** Stands for the whole definition. */
    static final String ALL = "*";

    private final String text;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param places the values in which, and within which, the rule is ignored
     * @param shown as it stands in the file
     */
    private record Entry(String rule, List<String> places, Position position, JsonPointer pointer, String shown) {
        boolean covers(Diagnostic diagnostic) {
            String place = diagnostic.pointer().toString();
            return diagnostic.rule().equals(rule)
                    && places.stream().anyMatch(each -> place.equals(each) || place.startsWith(each + "/"));
        }
    }

    private IgnoreFile(String text) {
        this.text = text;
    }

    static IgnoreFile read(Path file, Machine machine) throws IOException {
        try {
            return of(JsonDocument.read(file), machine);
        } catch (JsonSyntaxException e) {
            IgnoreFile unread = new IgnoreFile(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            unread.problems.add(
                    IgnoreProblem.UNREADABLE.at(e.position(), JsonPointer.empty(), "invalid JSON: " + e.problem()));
            return unread;
        }
    }

    /** Returns what an ignore file of this content says. */
    static IgnoreFile of(JsonDocument json, Machine machine) {
        IgnoreFile read = new IgnoreFile(json.text());
        if (json.root().isObject()) {
            json.root().properties().forEach(member -> read.rule(json, member.getKey(), member.getValue(), machine));
        } else {
            read.problems.add(IgnoreProblem.UNREADABLE.at(
                    json,
                    JsonPointer.empty(),
                    "an ignore file must be an object of rules, such as {\"ASL-ERR-008\": [\"Charge\"]}, found "
                            + JsonText.excerpt(json.root())));
        }
        return read;
    }

    private void rule(JsonDocument json, String rule, JsonNode value, Machine machine) {
        JsonPointer pointer = JsonPointer.empty().appendProperty(rule);
        var problem = Suppressions.problem(rule);
        if (problem.isPresent()) {
            problems.add(IgnoreProblem.RULE.atName(json, pointer, problem.get()));
        } else if (value.asString("").equals(ALL)) {
            entries.add(new Entry(rule, List.of(""), json.position(pointer), pointer, JsonText.quote(ALL)));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                place(json, rule, pointer.appendIndex(i), value.get(i), machine);
            }
        } else {
            problems.add(IgnoreProblem.UNREADABLE.at(
                    json,
                    pointer,
                    "the places of a rule must be \"*\" or an array of states and JSON pointers, found "
                            + JsonText.excerpt(value)));
        }
    }

    private void place(JsonDocument json, String rule, JsonPointer at, JsonNode value, Machine machine) {
        String place = value.isString() ? value.stringValue() : "";
        if (place.isEmpty()) {
            problems.add(IgnoreProblem.UNREADABLE.at(
                    json,
                    at,
                    "a place must be the name of a state or a JSON pointer such as \"/States/Charge/Retry\", found "
                            + JsonText.excerpt(value)));
            return;
        }
        List<String> places = place.startsWith("/") ? List.of(place) : states(place, machine);
        if (places.isEmpty()) {
            problems.add(IgnoreProblem.STATE.at(json, at, noState(place, machine)));
        } else {
            entries.add(new Entry(rule, places, json.position(at), at, Words.quote(place)));
        }
    }

    private static List<String> states(String name, Machine machine) {
        return machine.parts().stream()
                .filter(part -> part.isState() && part.name().equals(name))
                .map(part -> part.pointer().toString())
                .toList();
    }

    private static String noState(String name, Machine machine) {
        Names names = new Names(
                machine.parts().stream().filter(Part::isState).map(Part::name).toList());
        return "there is no state " + Words.quote(name) + Words.didYouMean(names, name);
    }

    String text() {
        return text;
    }

    boolean covers(Diagnostic diagnostic) {
        return entries.stream().anyMatch(entry -> entry.covers(diagnostic));
    }

    /** Returns what is wrong with the file, given all that was found in the definition. */
    List<Diagnostic> findings(List<Diagnostic> found) {
        List<Diagnostic> all = new ArrayList<>(problems);
        entries.stream()
                .filter(entry -> found.stream().noneMatch(entry::covers))
                .map(entry -> IgnoreProblem.UNUSED.at(
                        entry.position(),
                        entry.pointer(),
                        "%s at %s suppresses nothing; remove it".formatted(entry.rule(), entry.shown())))
                .forEach(all::add);
        all.sort(Comparator.comparing(Diagnostic::position, Source.PLACES));
        return all;
    }
}
