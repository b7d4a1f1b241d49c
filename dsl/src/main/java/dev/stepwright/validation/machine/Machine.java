package dev.stepwright.validation.machine;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A document taken apart, once for all rules: its scopes and all objects that ASL gives fields to. */
public final class Machine {
    private final AslDocument document;
    private final boolean isExpress;
    private final QueryLanguage language;
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Scope> scopeOfState = new HashMap<>();
    private @Nullable List<JsonataSite> expressions;

    private Machine(AslDocument document, boolean isExpress, QueryLanguage language) {
        this.document = document;
        this.isExpress = isExpress;
        this.language = language;
    }

    /**
     * Takes a document apart; any JSON will do.
     *
     * @param isExpress whether it runs as an Express workflow
     */
    public static Machine of(AslDocument document, boolean isExpress) {
        JsonNode root = document.root();
        QueryLanguage language = root.isObject() ? document.definition().queryLanguage() : QueryLanguage.JSONPATH;
        Machine machine = new Machine(document, isExpress, language);
        if (root.isObject()) {
            machine.add(new Part(Kind.MACHINE, JsonPointer.empty(), root, "", null, language), null);
        }
        return machine;
    }

    public AslDocument document() {
        return document;
    }

    public boolean isExpress() {
        return isExpress;
    }

    /** Returns the language of states that name none. */
    public QueryLanguage language() {
        return language;
    }

    /** Returns all scopes, outer before inner, in the order of the document. */
    public List<Scope> scopes() {
        return Collections.unmodifiableList(scopes);
    }

    /** Returns all objects that ASL gives fields to, outer before inner, in the order of the document. */
    public List<Part> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** Returns the first scope that has a state of this name. */
    public Optional<Scope> scopeOf(String state) {
        return Optional.ofNullable(scopeOfState.get(state));
    }

    /** Returns the texts of all JSONata states that are expressions, or might be. */
    public List<JsonataSite> expressions() {
        if (expressions == null) {
            expressions = parts.stream()
                    .flatMap(part -> JsonataSite.of(part).stream())
                    .toList();
        }
        return expressions;
    }

    private void add(Part part, @Nullable Scope scope) {
        parts.add(part);
        Scope inner = part.kind().isScope() ? open(part, scope) : scope;
        part.json().properties().forEach(member -> {
            if (part.kind().isScope() && member.getKey().equals("States")) {
                addStates(part, member.getValue(), inner);
            } else {
                Fields.find(part.kind(), member.getKey())
                        .filter(field -> field.shape().fits(member.getValue()))
                        .map(Field::holds)
                        .ifPresent(kind -> addHeld(part, kind, member.getKey(), inner));
            }
        });
    }

    private Scope open(Part part, @Nullable Scope outer) {
        Scope scope = new Scope(part, outer);
        scopes.add(scope);
        return scope;
    }

    private void addStates(Part owner, JsonNode states, @Nullable Scope scope) {
        if (scope == null || !states.isObject()) {
            return;
        }
        states.properties().stream()
                .filter(member -> member.getValue().isObject())
                .forEach(member -> {
                    Part state = state(owner, member.getKey(), member.getValue());
                    scope.add(state);
                    scopeOfState.putIfAbsent(state.name(), scope);
                    add(state, scope);
                });
    }

    private Part state(Part owner, String name, JsonNode json) {
        Kind kind = Kind.ofType(json.path("Type").asString("")).orElse(Kind.UNKNOWN_STATE);
        return new Part(kind, owner.at("States").appendProperty(name), json, name, owner, languageOf(json));
    }

    private QueryLanguage languageOf(JsonNode state) {
        return state.has("QueryLanguage") ? State.language(state.get("QueryLanguage")) : language;
    }

    private void addHeld(Part owner, Kind kind, String field, @Nullable Scope scope) {
        JsonNode value = owner.value(field);
        JsonPointer pointer = owner.at(field);
        if (value.isObject()) {
            addHeld(owner, kind, pointer, value, scope);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (value.get(i).isObject()) {
                addHeld(owner, kind, pointer.appendIndex(i), value.get(i), scope);
            }
        }
    }

    private void addHeld(Part owner, Kind kind, JsonPointer pointer, JsonNode json, @Nullable Scope scope) {
        add(new Part(kind, pointer, json, owner.name(), owner, owner.language()), scope);
    }
}
