package dev.stepwright.conversion;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition in JSONPath, turned into JSONata. Where the machine of JSONPath does not fail in a path, the other one has the same outputs and hands
 * the same to its tasks, but for what {@link #notes} say. A state for which JSONata has nothing that does the same stays as it is, in JSONPath; the
 * machine then has states of both languages.
 *
 * @see <a href="https://states-language.net/spec.html#query-languages">ASL: Query Languages</a>
 */
public final class JsonataConversion {
    private static final String LANGUAGE = "QueryLanguage";
    private static final Pattern FUNCTION = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*)\\(");

    private final StateMachineDefinition definition;
    private final List<ConversionNote> notes;

    private JsonataConversion(StateMachineDefinition definition, List<ConversionNote> notes) {
        this.definition = definition;
        this.notes = List.copyOf(notes);
    }

    /** Converts a definition; what is JSONata already stays as it is. */
    public static JsonataConversion of(StateMachineDefinition definition) {
        if (definition.queryLanguage() == QueryLanguage.JSONATA) {
            return new JsonataConversion(definition, List.of());
        }
        Conversion conversion = new Conversion(variables(definition));
        ObjectNode scope = conversion.scope(definition);
        return new JsonataConversion(
                StateMachineDefinition.of(conversion.isWhole ? whole(scope) : scope), conversion.notes);
    }

    /** Returns the definition in JSONata; where some states had to stay in JSONPath, all others say that they are JSONata. */
    public StateMachineDefinition definition() {
        return definition;
    }

    /** Returns what one should know, in the order of the document. */
    public List<ConversionNote> notes() {
        return notes;
    }

    /** Returns whether no state is in JSONPath any more. */
    public boolean isComplete() {
        return definition.queryLanguage() == QueryLanguage.JSONATA;
    }

    private static Set<String> variables(StateMachineDefinition definition) {
        Set<String> names = new TreeSet<>();
        for (JsonNode assigned : definition.json().findValues("Assign")) {
            assigned.propertyNames().forEach(name -> names.add(name.replaceFirst("\\.\\$$", "")));
        }
        return names;
    }

    /** The machine says once what all states are. */
    private static ObjectNode whole(ObjectNode scope) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        if (scope.has("Comment")) {
            out.set("Comment", scope.get("Comment"));
        }
        out.put(LANGUAGE, QueryLanguage.JSONATA.text());
        scope.remove(LANGUAGE);
        scope.properties().forEach(member -> out.set(member.getKey(), member.getValue()));
        StateMachineDefinition.of(out)
                .scopes()
                .forEach(each -> each.states().values().forEach(state -> ((ObjectNode) state.json()).remove(LANGUAGE)));
        return out;
    }

    /** The conversion of one machine. */
    private static final class Conversion {
        private final Set<String> variables;
        private final List<ConversionNote> notes = new ArrayList<>();
        private boolean isWhole = true;

        Conversion(Set<String> variables) {
            this.variables = variables;
        }

        ObjectNode scope(StateMachineDefinition scope) {
            ObjectNode out = (ObjectNode) scope.json().deepCopy();
            if (!out.path("States").isObject()) {
                return out;
            }
            ObjectNode states = JsonNodeFactory.instance.objectNode();
            scope.json()
                    .path("States")
                    .properties()
                    .forEach(member -> states.set(
                            member.getKey(),
                            scope.state(member.getKey()).map(this::state).orElse(member.getValue())));
            out.set("States", states);
            return out;
        }

        private JsonNode state(State state) {
            boolean isJsonata = state.queryLanguage(QueryLanguage.JSONPATH) == QueryLanguage.JSONATA;
            ObjectNode out = isJsonata ? (ObjectNode) state.json().deepCopy() : converted(state);
            inner(state, out);
            return out;
        }

        private ObjectNode converted(State state) {
            Set<String> doubts = new TreeSet<>();
            try {
                ObjectNode out = StateConversion.of(state, doubts::add);
                checkFunctions(out);
                checkPlaceholders(state.json(), out);
                doubts.forEach(doubt -> note(ConversionNote.Kind.CHECK, state, doubt));
                return marked(out);
            } catch (Unconvertible e) {
                note(ConversionNote.Kind.KEPT, state, e.reason());
                isWhole = false;
                return (ObjectNode) state.json().deepCopy();
            }
        }

        private void note(ConversionNote.Kind kind, State state, String message) {
            notes.add(new ConversionNote(kind, state.pointer(), state.name(), message));
        }

        /** A variable takes the name of a function away. */
        private void checkFunctions(ObjectNode state) {
            Matcher called = FUNCTION.matcher(JsonText.compact(state));
            while (called.find()) {
                if (variables.contains(called.group(1))) {
                    throw new Unconvertible("it needs the function $" + called.group(1)
                            + ", which the variable of that name hides; rename the variable");
                }
            }
        }

        /** An expression has texts, into which nothing but texts can be put. */
        private static void checkPlaceholders(JsonNode state, JsonNode converted) {
            List<String> lost = new ArrayList<>(JsonText.unquoted(state));
            JsonText.unquoted(converted).forEach(lost::remove);
            if (!lost.isEmpty()) {
                throw new Unconvertible(
                        "an expression would have the placeholder " + lost.get(0) + " as a text; fill it in before");
            }
        }

        private static ObjectNode marked(ObjectNode state) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            state.properties().forEach(member -> {
                out.set(member.getKey(), member.getValue());
                if (member.getKey().equals("Type")) {
                    out.put(LANGUAGE, QueryLanguage.JSONATA.text());
                }
            });
            return out;
        }

        /** Puts the converted machines of a state into it. */
        private void inner(State state, ObjectNode out) {
            if (state instanceof UnknownState) {
                return;
            }
            List<StateMachineDefinition> machines = state.subMachines();
            if (state instanceof MapState) {
                machines.forEach(
                        machine -> out.set(out.has("Iterator") ? "Iterator" : "ItemProcessor", scope(machine)));
            } else if (!machines.isEmpty()
                    && machines.size() == out.path("Branches").size()) { // all are objects
                ArrayNode branches = out.putArray("Branches");
                machines.forEach(machine -> branches.add(scope(machine)));
            }
        }
    }
}
