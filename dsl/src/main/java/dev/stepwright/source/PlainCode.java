package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Pass, Wait, Succeed and Fail states. */
record PlainCode(Rest rest, Code name, Document document, QueryLanguage language) {
    private String type() {
        return document.type();
    }

    private boolean jsonata() {
        return language == QueryLanguage.JSONATA;
    }

    Code pass(Assignments assignments) {
        Optional<String> into = jsonata() ? Optional.empty() : rest.takeString("ResultPath", path -> !path.equals("$"));
        // What goes to a path as it stands does not tell its type: the DSL takes it for what the state gives.
        Optional<Code> output = passOutput(
                into.filter(document::hasTarget).flatMap(document::typeAt).orElse(type()));
        Code made = output.map(value -> Code.call("pass", name, value)).orElse(Code.call("pass", name));
        Optional<Code> kept = jsonata() ? Optional.empty() : outputPath();
        Code placed = into.<Code>map(path -> made.then(
                        Code.call("resultInto", output.isPresent() ? document.target(path) : Literals.string(path))))
                .orElse(made);
        Code all = finish(assignments.of(rest, placed), output.isEmpty());
        return kept.<Code>map(part -> all.then(Code.call("keep", part))).orElse(all);
    }

    /** What is made is an object of its record, where it has no other fields. */
    private Code made(JsonNode template, String type) {
        return Optional.of(template)
                .filter(fields -> !rest.has("OutputPath") && Payload.isTyped(fields))
                .flatMap(fields -> Payload.of(document).record(fields, type))
                .orElseGet(() -> Expressions.template(template, type, language));
    }

    private Optional<Code> outputPath() {
        return rest.takeString("OutputPath", path -> !path.equals("$")).map(path -> Expressions.path(path, type()));
    }

    private Optional<Code> passOutput(String type) {
        if (jsonata()) {
            return rest.take("Output", value -> true).map(value -> Expressions.template(value, type, language));
        }
        if (rest.has("Parameters")) {
            return rest.take("Parameters", value -> value.isContainer() && !Expressions.isConstant(value, language))
                    .map(value ->
                            rest.has("InputPath") ? Expressions.template(value, type, language) : made(value, type))
                    .map(value -> inputPath()
                            .map(path -> Expressions.within(path, value))
                            .orElse(value));
        }
        if (rest.has("Result")) {
            return rest.take("Result", value -> !rest.has("InputPath"))
                    .map(value -> Code.call("json", Literals.jsonText(value), Expressions.literal(type)));
        }
        return inputPath()
                .map(path -> document.path(path)
                        .filter(code ->
                                document.typeAt(path).filter(type::equals).isPresent())
                        .orElseGet(() -> Expressions.path(path, type)));
    }

    private Optional<String> inputPath() {
        return rest.takeString("InputPath", path -> !path.equals("$"));
    }

    Code waiting(Assignments assignments) {
        Code code = assignments.of(rest, wait(name));
        Optional<Code> output = waitOutput();
        Code all = finish(code, false);
        return output.<Code>map(value -> all.then(Code.call("output", value))).orElse(all);
    }

    private Optional<Code> waitOutput() {
        return jsonata()
                ? rest.take("Output", value -> true).map(value -> Expressions.template(value, type(), language))
                : rest.takeString("OutputPath")
                        .map(path -> path.equals("$") ? Code.call("input") : Expressions.path(path, type()));
    }

    private Code wait(Code name) {
        Optional<Integer> seconds = rest.takeInt("Seconds", 0);
        if (seconds.isPresent()) {
            return Code.call("waitFor", name, Literals.duration(seconds.get()));
        }
        Optional<Code> number = rest.takeUnknown("Seconds", "Integer", language);
        if (number.isPresent()) {
            return Code.call("waitFor", name, Rest.number(number.get()));
        }
        Optional<String> instant = rest.takeString("Timestamp", PlainCode::isInstant);
        if (instant.isPresent()) {
            return Code.call("waitUntil", name, Code.call("Instant.parse", Literals.string(instant.get())));
        }
        Optional<Code> time = rest.takeUnknown("Timestamp", "Instant", language);
        Optional<Code> literal = time.isPresent()
                ? time
                : rest.take("Timestamp", JsonNode::isString)
                        .map(text -> Code.call("json", Literals.jsonText(text), Expressions.literal("Instant")));
        return literal.map(at -> Code.call("waitUntil", name, Code.call("timestamp", at)))
                .orElseThrow(() -> new NotSayable("it has no time to wait for"));
    }

    /** The DSL writes an instant as Java does. */
    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false; // another way to write a time, or an expression
        }
    }

    Code succeed() {
        Optional<Code> output = jsonata()
                ? rest.take("Output", value -> true).map(value -> Expressions.template(value, type(), language))
                : Optional.empty();
        return finish(
                output.map(value -> Code.call("succeed", name, value)).orElse(Code.call("succeed", name)),
                output.isEmpty());
    }

    Code fail() {
        Optional<JsonNode> error = rest.take("Error", this::isText);
        Optional<JsonNode> cause = rest.take("Cause", this::isText);
        if (error.isPresent() && cause.isPresent()) {
            return finish(Code.call("fail", name, text(error.get()), text(cause.get())), false);
        }
        Code plain = Code.call("fail", name);
        Code withError = failing("Error", "error", error, plain);
        return finish(failing("Cause", "cause", cause, withError), false);
    }

    private Code failing(String field, String word, Optional<JsonNode> literal, Code code) {
        Optional<Code> value =
                literal.isPresent() ? literal.map(PlainCode::text) : rest.takeComputed(field, "String", language);
        return value.<Code>map(said -> code.then(Code.call(word, said))).orElse(code);
    }

    private static Code text(JsonNode value) {
        return Literals.string(value.stringValue());
    }

    private boolean isText(JsonNode value) {
        return value.isString() && !(jsonata() && JsonataMarks.surround(value));
    }

    /** A state whose type() only its surroundings tell has to be told it if calls on it follow. */
    private Code finish(Code code, boolean untyped) {
        Code commented = rest.takeString("Comment")
                .<Code>map(text -> code.then(Code.call("comment", Literals.string(text))))
                .orElse(code);
        Code all = rest.with(StateCode.language(rest, commented));
        return untyped ? witnessed(all) : all;
    }

    private Code witnessed(Code code) {
        return code instanceof Code.Chain chain
                        && chain.head() instanceof Code.Call head
                        && !head.name().startsWith("Dsl.")
                ? new Code.Chain(new Code.Call("Dsl.<" + type() + ">" + head.name(), head.arguments()), chain.calls())
                : code;
    }
}
