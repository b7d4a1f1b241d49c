package dev.stepwright.source;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.StateVisitor;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.asl.WaitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The states of a scope as expressions. */
final class StateCode {
    private final ClassParts parts;
    private final QueryLanguage language;
    private final Document document;
    private final String type;

    StateCode(ClassParts parts, QueryLanguage language, Document document) {
        this.parts = parts;
        this.language = language;
        this.document = document;
        this.type = document.type();
    }

    Document document() {
        return document;
    }

    /** Returns the type of the data in this scope. */
    String type() {
        return type;
    }

    String label(String state, int scope) {
        return parts.label(state, type, scope);
    }

    String shared(String state, Flow flow) {
        boolean failure = flow.isFailure();
        return failure
                ? parts.shared(state, "var", flow.failure(type))
                : parts.shared(state, flow.kind().of(type), flow.typed(type));
    }

    Code of(State state, ScopeCode.Ways ways) {
        try {
            return state.accept(new Kinds(ways));
        } catch (NotSayable e) {
            parts.raw(new JavaSource.Raw(state.name(), String.valueOf(e.getMessage())));
            return raw(state, ways);
        }
    }

    private Code raw(State state, ScopeCode.Ways ways) {
        ObjectNode json = ((ObjectNode) state.json()).deepCopy();
        json.remove("Next");
        Code code = Code.call(
                "raw", name(state), Expressions.literal(type), Expressions.literal(type), Literals.jsonText(json));
        for (CatchRule rule : state.catchRules()) {
            String place = rule.pointer()
                            .toString()
                            .substring(state.pointer().toString().length()) + "/Next";
            code = code.then(
                    Code.call("to", Literals.string(place), ways.to(rule.next().orElseThrow())));
        }
        return code;
    }

    Code choice(ChoiceState state, List<Code> branches, Flow.Kind kind) {
        Rest rest = rest(state);
        rest.drop("Choices");
        rest.drop("Default");
        Code choice = Code.call("choice", name(state));
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            choice = choice.then(Code.call("comment", Literals.string(comment.get())));
        }
        List<Code> entered = entered(state, rest, branches);
        choice = rest.with(language(rest, choice));
        if (kind == Flow.Kind.OPEN
                && entered.get(0).flat().map("proceed()"::equals).orElse(false)) {
            choice = choice.then(Code.call("returning", Code.word(type + ".class")));
        }
        for (int i = 0; i < state.choices().size(); i++) {
            choice = choice.then(
                    Code.call("when", condition(state, state.choices().get(i), i == 0), entered.get(i)));
        }
        String witness = kind == Flow.Kind.HALT ? "<" + type + ">" : "";
        return state.defaultTarget().isPresent()
                ? choice.then(Code.call(witness + "otherwise", entered.get(entered.size() - 1)))
                : choice.then(Code.call(witness + "noDefault"));
    }

    /** Returns the branches with what happens to the data on the way into them: for the default, the state itself says it. */
    private List<Code> entered(ChoiceState state, Rest rest, List<Code> branches) {
        List<Code> entered = new ArrayList<>();
        boolean jsonata = language(state) == QueryLanguage.JSONATA;
        Optional<Code> part = jsonata
                ? Optional.empty()
                : rest.takeString("OutputPath", path -> !path.equals("$"))
                        .map(path -> Expressions.path(path, type, type));
        for (int i = 0; i < branches.size(); i++) {
            boolean isRule = i < state.choices().size();
            Rest fields = isRule ? new Rest(state.choices().get(i).json()) : rest;
            Optional<Code> output = jsonata ? output(fields) : part;
            Code branch = branches.get(i);
            Code taking = output.<Code>map(value -> Code.call("taking", value, branch))
                    .orElse(branch);
            entered.add(assignments(state).before(fields, taking));
        }
        return entered;
    }

    private Optional<Code> output(Rest fields) {
        return fields.take("Output", value -> true)
                .map(value -> Expressions.template(value, type, type, QueryLanguage.JSONATA));
    }

    private Code condition(ChoiceState state, ChoiceRule rule, boolean first) {
        ObjectNode asked = ((ObjectNode) rule.json()).deepCopy();
        asked.remove("Next");
        if (assignments(state).isSayable(asked.path("Assign"))) {
            asked.remove("Assign");
        }
        boolean jsonata = language(state) == QueryLanguage.JSONATA;
        if (jsonata) {
            asked.remove("Output");
        }
        Optional<Code> typed = jsonata ? Optional.empty() : Conditions.of(asked, document);
        return typed.orElseGet(() -> new Code.Call(
                first ? "Dsl.<" + type + ">condition" : "condition",
                List.of(Expressions.rule(asked, language(state)))));
    }

    ClassParts parts() {
        return parts;
    }

    QueryLanguage language() {
        return language;
    }

    /** Returns the flow of a scope within a state, whose data has a type of its own. */
    Code inner(StateMachineDefinition machine, Document data) {
        String inner = data.type();
        Flow flow = ScopeCode.of(machine, new StateCode(parts, language, data));
        return flow.kind() == Flow.Kind.OPEN ? flow.typed(inner).then(Code.call("end")) : flow.typed(inner);
    }

    private static Code name(State state) {
        return Literals.string(state.name());
    }

    /** The fields of a state besides its kind, its successor and its name. */
    private static Rest rest(State state) {
        Rest rest = new Rest(state.json());
        rest.drop("Type");
        if (!(state instanceof ChoiceState || state instanceof SucceedState || state instanceof FailState)) {
            rest.take("Next", JsonNode::isString);
            rest.take("End", end -> end.isBoolean() && end.booleanValue());
        }
        return rest;
    }

    private PlainCode plain(State state) {
        return new PlainCode(rest(state), name(state), document, language(state));
    }

    /** Returns the language of a state's own fields; no state can go back to JSONPath. */
    QueryLanguage language(State state) {
        return state.json().path("QueryLanguage").asString("").equals(QueryLanguage.JSONATA.text())
                ? QueryLanguage.JSONATA
                : language;
    }

    /** Returns the state with its own query language. */
    static Code language(Rest rest, Code code) {
        return rest.takeString("QueryLanguage", text -> QueryLanguage.of(text).isPresent())
                .<Code>map(text -> code.then(Code.call(
                        "queryLanguage",
                        Code.word("QueryLanguage."
                                + QueryLanguage.of(text).orElseThrow().name()))))
                .orElse(code);
    }

    private Assignments assignments(State state) {
        return new Assignments(parts, language(state));
    }

    /** The kinds of states. */
    private final class Kinds implements StateVisitor<Code> {
        private final ScopeCode.Ways ways;

        Kinds(ScopeCode.Ways ways) {
            this.ways = ways;
        }

        @Override
        public Code pass(PassState state) {
            return plain(state).pass(assignments(state));
        }

        @Override
        public Code task(TaskState state) {
            return new ActionCode(state, StateCode.this, rest(state)).task(ways);
        }

        @Override
        public Code parallel(ParallelState state) {
            return new ActionCode(state, StateCode.this, rest(state)).parallel(state, ways);
        }

        @Override
        public Code map(MapState state) {
            return new ActionCode(state, StateCode.this, rest(state)).map(state, ways);
        }

        @Override
        public Code waiting(WaitState state) {
            return plain(state).waiting(assignments(state));
        }

        @Override
        public Code choice(ChoiceState state) {
            throw new IllegalStateException("a Choice state has a method of its own");
        }

        @Override
        public Code succeed(SucceedState state) {
            return plain(state).succeed();
        }

        @Override
        public Code fail(FailState state) {
            return plain(state).fail();
        }

        @Override
        public Code unknown(UnknownState state) {
            throw new NotSayable("its Type is none of ASL");
        }
    }
}
