package dev.stepwright.source;

import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A Choice state as an expression. */
final class ChoiceCode {
    /** In a large machine, a choice between more than these goes over several methods. */
    private static final int MOST_RULES = 50;

    private final ChoiceState state;
    private final StateCode states;
    private final QueryLanguage language;
    private final String type;

    ChoiceCode(ChoiceState state, StateCode states) {
        this.state = state;
        this.states = states;
        this.language = states.language(state);
        this.type = states.type();
    }

    Code of(List<Flow> flows, Flow.Kind kind) {
        boolean many = states.isLarge() && state.choices().size() > MOST_RULES;
        Rest rest = states.rest(state);
        rest.drop("Choices");
        rest.drop("Default");
        Code choice = Code.call("choice", StateCode.name(state));
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            choice = choice.then(Code.call("comment", Literals.string(comment.get())));
        }
        List<Code> entered = entered(
                rest,
                flows.stream()
                        .map(flow -> kind == Flow.Kind.CLOSED ? flow.closed(type) : flow.code(type))
                        .toList());
        choice = rest.with(StateCode.language(rest, choice));
        List<ChoiceRule> rules = state.choices();
        List<Code> conditions = rules.stream().map(this::condition).toList();
        if (!Expressions.reads(type, conditions.get(0))) {
            choice = choice.then(Code.call("given", Expressions.literal(type)));
        } else if (kind == Flow.Kind.OPEN && many) {
            choice = choice.then(Code.call("returning", Expressions.literal(type)));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (many && i > 0 && i % MOST_RULES == 0) {
                choice = states.parts()
                        .method(
                                "rules of " + state.name(),
                                new ClassParts.Part(typeBehind(flows.subList(0, i), kind), choice));
            }
            choice = choice.then(Code.call("when", conditions.get(i), entered.get(i)));
        }
        String witness = kind == Flow.Kind.HALT ? "<" + type + ">" : "";
        return state.defaultTarget().isPresent()
                ? choice.then(Code.call(witness + "otherwise", entered.get(entered.size() - 1)))
                : choice.then(Code.call(witness + "noDefault"));
    }

    /** Returns the type of the choice when it has some of its rules. */
    private String typeBehind(List<Flow> rules, Flow.Kind kind) {
        if (kind == Flow.Kind.OPEN) {
            return "NeedsOtherwise<" + type + ", " + type + ">";
        }
        return Flow.Kind.ofChoice(rules) == Flow.Kind.HALT
                ? "NeedsOtherwiseOrRule<" + type + ">"
                : "NeedsOtherwiseEnd<" + type + ", " + type + ">";
    }

    /** Returns the branches with what happens to the data on the way into them: for the default, the state itself says it. */
    private List<Code> entered(Rest rest, List<Code> branches) {
        List<Code> entered = new ArrayList<>();
        boolean jsonata = language == QueryLanguage.JSONATA;
        Optional<Code> part = jsonata
                ? Optional.empty()
                : rest.takeString("OutputPath", path -> !path.equals("$")).map(path -> Expressions.path(path, type));
        List<ChoiceRule> rules = state.choices();
        for (int i = 0; i < branches.size(); i++) {
            Rest fields = i < rules.size() ? new Rest(rules.get(i).json()) : rest;
            Optional<Code> output = jsonata ? output(fields) : part;
            Code branch = branches.get(i);
            Code taking = output.<Code>map(value -> Code.call("taking", value, branch))
                    .orElse(branch);
            entered.add(states.assignments(state).before(fields, taking));
        }
        return entered;
    }

    private Optional<Code> output(Rest fields) {
        return fields.take("Output", value -> true)
                .map(value -> Expressions.template(value, type, QueryLanguage.JSONATA));
    }

    private Code condition(ChoiceRule rule) {
        ObjectNode asked = ((ObjectNode) rule.json()).deepCopy();
        asked.remove("Next");
        if (states.assignments(state).isSayable(asked.path("Assign"))) {
            asked.remove("Assign");
        }
        boolean jsonata = language == QueryLanguage.JSONATA;
        if (jsonata) {
            asked.remove("Output");
        }
        Optional<Code> typed = jsonata
                ? Optional.empty()
                : Conditions.of(asked, states.document()).filter(code -> code.size() <= ChainCode.MOST_CALLS);
        return typed.orElseGet(() -> Code.call("condition", Expressions.rule(asked, language)));
    }
}
