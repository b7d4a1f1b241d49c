package dev.stepwright.source;

import dev.stepwright.asl.CatchRule;
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
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The states of a scope as expressions. */
final class StateCode {
    /** What has more calls does not stand within something else in a large machine. */
    private static final int LONG = 60;
    /** The same where it is one of many. */
    private static final int SHORT = 15;

    private final ClassParts parts;
    private final QueryLanguage language;
    private final Documents documents;
    private final Document document;
    private final String type;

    StateCode(ClassParts parts, StateMachineDefinition machine, Documents documents) {
        this(parts, machine.queryLanguage(), documents, documents.of(machine));
    }

    private StateCode(ClassParts parts, QueryLanguage language, Documents documents, Document document) {
        this.parts = parts;
        this.language = language;
        this.documents = documents;
        this.document = document;
        this.type = document.type();
    }

    Document document() {
        return document;
    }

    Documents documents() {
        return documents;
    }

    /** Returns the type of the data in this scope. */
    String type() {
        return type;
    }

    String label(String state, JsonPointer scope) {
        return parts.label(state, type, scope);
    }

    /** Returns the variable of a flow that stands in two places. */
    String shared(String state, Flow flow) {
        return flow.isFailure()
                ? parts.shared(state, new ClassParts.Part("Halt<Object, " + type + ">", flow.code(type)))
                : parts.shared(state, new ClassParts.Part(flow.kind().of(type), flow.typed(type)));
    }

    boolean isLarge() {
        return parts.isLarge();
    }

    /** Returns a flow that has been taken out, to stand in a place of its own. */
    Flow part(String state, Flow flow) {
        Code code = parts.part(state, new ClassParts.Part(flow.kind().of(type), flow.typed(type)));
        return new Flow(List.of(code), flow.kind());
    }

    /** Takes a flow out that is too long to stand within another one. */
    Flow partIfLong(String state, Flow flow) {
        return isLarge() && !flow.isPlain() && flow.calls() > LONG ? part(state, flow) : flow;
    }

    /** Returns a choice between flows; among many of them only the short ones stand in it. */
    Flow choice(ChoiceState choice, List<Flow> flows) {
        List<Flow> branches = new ArrayList<>(flows);
        if (isLarge() && flows.stream().mapToInt(Flow::calls).sum() > ChainCode.MOST_CALLS) {
            List<String> targets = ScopeGraph.mainTargets(choice);
            for (int i = 0; i < flows.size(); i++) {
                Flow flow = flows.get(i);
                branches.set(i, !flow.isPlain() && flow.calls() > SHORT ? part(targets.get(i), flow) : flow);
            }
        }
        Flow.Kind kind = Flow.Kind.ofChoice(branches);
        return new Flow(List.of(new ChoiceCode(choice, this).of(branches, kind)), kind);
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

    ClassParts parts() {
        return parts;
    }

    /**
     * Returns the flow of a scope within a state, whose data has a type of its own.
     *
     * @param siblings how many such scopes the state has
     */
    Code inner(StateMachineDefinition machine, int siblings) {
        int most =
                siblings * LONG <= ChainCode.MOST_CALLS ? LONG : siblings * SHORT <= ChainCode.MOST_CALLS ? SHORT : 1;
        Document data = documents.of(machine);
        StateCode states = new StateCode(parts, language, documents, data);
        Flow flow = ScopeCode.of(machine, states);
        boolean open = flow.kind() == Flow.Kind.OPEN;
        Flow.Kind kind = open ? Flow.Kind.CLOSED : flow.kind();
        Code code = flow.typed(data.type());
        Code ended = open ? code.then(Code.call("end")) : code;
        return isLarge() && flow.calls() > most
                ? parts.part(machine.startAt().orElseThrow(), new ClassParts.Part(kind.of(data.type()), ended))
                : ended;
    }

    static Code name(State state) {
        return Literals.string(state.name());
    }

    /** The fields of a state besides its kind, its successor and its name. */
    Rest rest(State state) {
        Rest rest = new Rest(state.json(), state.json().has("InputPath") ? Document.unknown() : document);
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

    Assignments assignments(State state) {
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
            Callee callee = Callee.of(state, language(state));
            return new ActionCode(callee.task(), StateCode.this, rest(callee.task()), callee.place())
                    .task(callee.word(), callee.reference(), ways);
        }

        @Override
        public Code parallel(ParallelState state) {
            return new ActionCode(state, StateCode.this, rest(state), "$").parallel(state, ways);
        }

        @Override
        public Code map(MapState state) {
            return new ActionCode(state, StateCode.this, rest(state), "$").map(state, ways);
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
            throw new NotSayable("its Type is not one of ASL");
        }
    }
}
