package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The {@code Retry} and {@code Catch} of a state. */
record ErrorHandling(Document document, Assignments assignments) {
    private boolean jsonata() {
        return assignments.language() == QueryLanguage.JSONATA;
    }

    /** Returns the state with its rules for trying again. */
    Code retry(Rest rest, Code code) {
        Optional<JsonNode> rules = rest.take("Retry", value -> areRules(value) && !value.isEmpty());
        if (rules.isEmpty()) {
            return code;
        }
        List<Code> retries = new ArrayList<>();
        rules.get().forEach(rule -> retries.add(assignments.parts().retry(rule, retry(new Rest(rule)))));
        return code.then(new Code.Call("retry", retries));
    }

    private static boolean areRules(JsonNode rules) {
        return rules.isArray()
                && rules.valueStream()
                        .allMatch(rule -> rule.isObject()
                                && rule.path("ErrorEquals").isArray()
                                && !rule.path("ErrorEquals").isEmpty()
                                && rule.path("ErrorEquals").valueStream().allMatch(JsonNode::isString));
    }

    private static Code retry(Rest rule) {
        Code[] code = {errors("onError", rule)};
        rule.takeInt("MaxAttempts", 0).ifPresent(number -> code[0] = code[0].then(call("maxAttempts", "" + number)));
        rule.takeInt("IntervalSeconds", 1)
                .ifPresent(seconds -> code[0] = code[0].then(Code.call("interval", Literals.duration(seconds))));
        rule.take("BackoffRate", rate -> Literals.number(rate).isPresent() && rate.doubleValue() >= 1)
                .ifPresent(rate -> code[0] =
                        code[0].then(call("backoffRate", Literals.number(rate).orElseThrow())));
        rule.takeInt("MaxDelaySeconds", 1)
                .ifPresent(seconds -> code[0] = code[0].then(Code.call("maxDelay", Literals.duration(seconds))));
        rule.take(
                        "JitterStrategy",
                        jitter -> jitter.isString() && jitter.stringValue().equals("FULL"))
                .ifPresent(jitter -> code[0] = code[0].then(Code.call("fullJitter")));
        rule.takeString("Comment")
                .ifPresent(text -> code[0] = code[0].then(Code.call("comment", Literals.string(text))));
        return rule.with(code[0]);
    }

    private static Code.Call call(String name, String argument) {
        return Code.call(name, Code.word(argument));
    }

    private static Code errors(String word, Rest rule) {
        List<Code> names = new ArrayList<>();
        rule.take("ErrorEquals", value -> true)
                .orElseThrow()
                .forEach(name -> names.add(Literals.error(name.stringValue())));
        return new Code.Call(word, names);
    }

    /** Returns whether a handler puts the error into the input of the state. */
    static boolean keepsInput(JsonNode state) {
        return state.path("Catch").isArray()
                && state.path("Catch").valueStream().anyMatch(rule -> rule.has("ResultPath"));
    }

    /** Returns the state with its error handlers. */
    Code handlers(JsonNode rules, Code code, ScopeCode.Ways ways) {
        if (!areRules(rules)
                || !rules.valueStream().allMatch(rule -> rule.path("Next").isString())) {
            throw new NotSayable("its Catch is not a list of rules with ErrorEquals and Next");
        }
        Code all = code;
        for (JsonNode rule : rules) {
            all = all.then(handler(new Rest(rule), ways));
        }
        return all;
    }

    private Code.Call handler(Rest rule, ScopeCode.Ways ways) {
        Code target = assignments.before(rule, ways.to(rule.takeString("Next").orElseThrow()));
        Code names = errors("errors", rule);
        Optional<JsonNode> path = jsonata()
                ? Optional.empty()
                : rule.take(
                        "ResultPath",
                        value -> value.isString() && !value.stringValue().equals("$"));
        boolean dropped =
                !jsonata() && rule.take("ResultPath", JsonNode::isNull).isPresent();
        Optional<Code> output = jsonata()
                ? rule.take("Output", value -> true)
                        .map(value -> Expressions.template(value, document.type(), assignments.language()))
                : Optional.empty();
        Code commented = rule.takeString("Comment")
                .<Code>map(text -> names.then(Code.call("comment", Literals.string(text))))
                .orElse(names);
        Code set = rule.with(commented);
        Code errors = alone(set);
        if (path.isPresent()) {
            return into(path.get().stringValue(), set, errors, target);
        }
        Code data = output.orElseGet(
                () -> dropped ? Code.call("input") : Code.call("errorAs", Expressions.literal(document.type())));
        return Code.call(errors == set ? "catchingAny" : "catching", errors, data, target);
    }

    /** A set that is one error and nothing else is said by the error. */
    private static Code alone(Code set) {
        if (set instanceof Code.Call errors && errors.arguments().size() == 1) {
            Code error = errors.arguments().get(0);
            return error.flat().filter("Errors.ALL"::equals).isPresent() ? Code.word("Exception.class") : error;
        }
        return set;
    }

    /** A field that holds more than the error can be named only by its path. */
    private Code.Call into(String path, Code set, Code errors, Code target) {
        boolean holdsErrors =
                document.typeAt(path).filter("ErrorOutput"::equals).isPresent();
        Optional<Code> accessor = document.accessor(path).filter(code -> holdsErrors && errors != set);
        if (accessor.isPresent()) {
            return Code.call("catchingInto", errors, accessor.get(), target);
        }
        Optional<Code> typed = document.path(path).filter(code -> holdsErrors && document.hasTarget(path));
        return Code.call("catchingInto", set, typed.orElseGet(() -> Literals.string(path)), target);
    }
}
