package dev.stepwright.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where needs and questions are written down, those of one state after the other. */
final class Ledger {
    private final Set<Need> needs = new TreeSet<>();
    private final List<NavigableSet<Need>> choices = new ArrayList<>();
    private final Set<OpenQuestion> questions = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    private String state = "";
    private JsonPointer pointer = JsonPointer.empty();
    private String role = "";
    private String call = "";

    /** What follows is of this state, and needed by the role of the machine. */
    void open(String name, JsonPointer at) {
        state = name;
        pointer = at;
        role = "";
    }

    /** What follows of this state is needed by another role. */
    void by(String otherRole) {
        role = otherRole;
    }

    /** What follows without another reason is for a call, {@code sqs:sendMessage}. */
    void calling(String name) {
        call = "calls " + name;
    }

    void need(Action action, String resource) {
        need(action.text(), resource, call);
    }

    /** Writes down an action on what was found for its call, and asks about what was not. */
    void need(Action action, ResourceSearch.Found found) {
        for (Set<String> resources : found.choices()) {
            NavigableSet<Need> choice = new TreeSet<>();
            resources.forEach(resource -> choice.add(new Need(role, action.text(), resource, null, state, call)));
            choose(choice);
        }
        if (!found.question().isEmpty()) {
            ask(found.question());
        }
    }

    /** Writes down an action on what is all that the definition tells, and asks which of these it is. */
    void needAny(Action action, String resource, String source) {
        need(action, resource);
        String since = source.isEmpty() ? "" : ", since the definition computes it: " + source;
        ask(action.text() + " is allowed on " + resource + since + "; narrow it to its possible values");
    }

    void need(Action action, String resource, JsonNode condition) {
        need(action.text(), resource, call, condition);
    }

    void need(String action, String resource, String reason) {
        need(action, resource, reason, null);
    }

    void need(String action, String resource, String reason, @Nullable JsonNode condition) {
        choose(new TreeSet<>(List.of(new Need(role, action, resource, condition, state, reason))));
    }

    private void choose(NavigableSet<Need> choice) {
        needs.addAll(choice);
        choices.add(choice);
    }

    void needAll(Collection<String> actions, Collection<String> resources, String reason) {
        actions.forEach(action -> resources.forEach(resource -> need(action, resource, reason)));
    }

    /** Asks for what an action is to be narrowed to, since a parameter that would tell is computed. */
    void askIfComputed(String action, String name, Argument value) {
        if (value.isComputed()) {
            ask(action + " is allowed for every " + name + ", since " + name + " is " + value.text()
                    + "; narrow it to its possible values");
        }
    }

    /** Asks about something at a field of the state. */
    void ask(String message) {
        questions.add(new OpenQuestion(state, pointer, message));
    }

    /** Asks about the state, none of whose actions are known. */
    void askAll(String message) {
        unknown.add(state);
        ask(message);
    }

    /** Returns a condition of one operator, key and value. */
    static ObjectNode condition(String operator, String key, String value) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        condition.putObject(operator).put(key, value);
        return condition;
    }

    Set<Need> needs() {
        return needs;
    }

    /** Returns the needs, those together that may stand for the same thing. */
    List<NavigableSet<Need>> choices() {
        return choices;
    }

    List<OpenQuestion> questions() {
        return new ArrayList<>(questions);
    }

    Set<String> unknown() {
        return unknown;
    }
}
