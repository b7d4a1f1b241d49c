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

    Code of(List<Code> branches, Flow.Kind kind) {
        Rest rest = StateCode.rest(state);
        rest.drop("Choices");
        rest.drop("Default");
        Code choice = Code.call("choice", StateCode.name(state));
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            choice = choice.then(Code.call("comment", Literals.string(comment.get())));
        }
        List<Code> entered = entered(rest, branches);
        choice = rest.with(StateCode.language(rest, choice));
        if (kind == Flow.Kind.OPEN
                && entered.get(0).flat().map("proceed()"::equals).orElse(false)) {
            choice = choice.then(Code.call("returning", Code.word(type + ".class")));
        }
        for (int i = 0; i < state.choices().size(); i++) {
            choice = choice.then(Code.call("when", condition(state.choices().get(i), i == 0), entered.get(i)));
        }
        String witness = kind == Flow.Kind.HALT ? "<" + type + ">" : "";
        return state.defaultTarget().isPresent()
                ? choice.then(Code.call(witness + "otherwise", entered.get(entered.size() - 1)))
                : choice.then(Code.call(witness + "noDefault"));
    }

    /** Returns the branches with what happens to the data on the way into them: for the default, the state itself says it. */
    private List<Code> entered(Rest rest, List<Code> branches) {
        List<Code> entered = new ArrayList<>();
        boolean jsonata = language == QueryLanguage.JSONATA;
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
            entered.add(states.assignments(state).before(fields, taking));
        }
        return entered;
    }

    private Optional<Code> output(Rest fields) {
        return fields.take("Output", value -> true)
                .map(value -> Expressions.template(value, type, type, QueryLanguage.JSONATA));
    }

    private Code condition(ChoiceRule rule, boolean first) {
        ObjectNode asked = ((ObjectNode) rule.json()).deepCopy();
        asked.remove("Next");
        if (states.assignments(state).isSayable(asked.path("Assign"))) {
            asked.remove("Assign");
        }
        boolean jsonata = language == QueryLanguage.JSONATA;
        if (jsonata) {
            asked.remove("Output");
        }
        Optional<Code> typed = jsonata ? Optional.empty() : Conditions.of(asked, states.document());
        return typed.orElseGet(() -> new Code.Call(
                first ? "Dsl.<" + type + ">condition" : "condition", List.of(Expressions.rule(asked, language))));
    }
}
