package dev.stepwright.source;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The fields that say how a Map state spreads its work over executions of its own. */
record Distributed(MapState state, Rest rest, Document document, Types types, QueryLanguage language) {
    private static final String UNKNOWN = Document.UNKNOWN;
    private static final String WRITER = "arn:aws:states:::s3:putObject";
    private static final Set<String> TRANSFORMATIONS = Set.of("NONE", "COMPACT", "FLATTEN");
    private static final int PERCENT = 100;

    /** The types of the state's input, of an item, and of what the processor takes. */
    record Types(String input, String item, String taken) {}

    /** Returns the state without its output. */
    Code map(Supplier<Code> list, Optional<Code> selected, Code flow) {
        Optional<Code> reader = rest.takeWhole("ItemReader", fields -> new Reading(fields, types, language).code());
        boolean other = reader.isPresent()
                && Reading.itemType(state.json().path("ItemReader"))
                        .filter(own -> !own.equals(types.item))
                        .isPresent();
        Code name = Literals.string(state.name());
        Code code = then(Code.call("distributedMap", name, reader.orElseGet(list)), "select", selected);
        code = then(code, "batches", rest.takeWhole("ItemBatcher", this::batches));
        if (state.json().has("ItemBatcher") || other && selected.isEmpty()) {
            code = code.then(Code.call("takenAs", Expressions.literal(types.taken)));
        }
        JsonNode config = state.json().path("ItemProcessor").path("ProcessorConfig");
        Optional<Code> kind = config.path("ExecutionType").asString("").equals("EXPRESS")
                ? Optional.of(Code.word("ExecutionType.EXPRESS"))
                : Optional.empty();
        code = then(code.then(Code.call("process", flow)), "executionType", kind);
        code = then(concurrency(code), "label", rest.takeString("Label").map(Literals::string));
        code = results(tolerance(code));
        return isWritten(config)
                ? code
                : code.then(
                        Code.call("with", Literals.string("/ItemProcessor/ProcessorConfig"), Literals.value(config)));
    }

    private static Code then(Code code, String word, Optional<Code> argument) {
        return argument.<Code>map(value -> code.then(Code.call(word, value))).orElse(code);
    }

    Code concurrency(Code code) {
        return then(code, "maxConcurrency", rest.takeNumber("MaxConcurrency", 0, language));
    }

    private Optional<Code> batches(Rest batcher) {
        Optional<Code> items = batcher.takeNumber("MaxItemsPerBatch", 1, language);
        Optional<Code> bytes = batcher.takeNumber("MaxInputBytesPerBatch", 1, language);
        Optional<Code> input = batcher.take("BatchInput", JsonNode::isObject).map(this::batchInput);
        Optional<Code> limited = items.isPresent()
                ? items.map(number -> then(Code.call("Batches.ofItems", number), "maxBytes", bytes))
                : bytes.map(number -> Code.call("Batches.ofBytes", number));
        return limited.map(code -> then(code, "input", input));
    }

    private Code batchInput(JsonNode template) {
        return language == QueryLanguage.JSONPATH && !state.json().has("InputPath") && Payload.isTyped(template)
                ? Payload.of(document).code(template)
                : Expressions.template(template, UNKNOWN, language);
    }

    /** Returns whether the calls write this; the mode is known. */
    private static boolean isWritten(JsonNode config) {
        String executions = config.path("ExecutionType").asString("");
        return config.size() == 2 && (executions.equals("STANDARD") || executions.equals("EXPRESS"));
    }

    private Code tolerance(Code start) {
        Code code = then(start, "toleratedFailures", rest.takeNumber("ToleratedFailureCount", 0, language));
        String field = "ToleratedFailurePercentage";
        Optional<Code> literal = rest.take(field, Distributed::isPercentage)
                .flatMap(Literals::number)
                .map(Code::word);
        Optional<Code> percentage = literal.isPresent()
                ? literal
                : rest.takeUnknown(field, "Double", language).map(value -> Code.call("number", value));
        return then(code, "toleratedFailurePercentage", percentage);
    }

    private static boolean isPercentage(JsonNode value) {
        return Literals.number(value).isPresent() && value.doubleValue() >= 0 && value.doubleValue() <= PERCENT;
    }

    private Code results(Code code) {
        return rest.takeWhole("ResultWriter", writer -> written(writer, code)).orElse(code);
    }

    private Optional<Code> written(Rest writer, Code code) {
        Optional<Code> format = writer.takeWhole("WriterConfig", Distributed::format);
        if (format.isPresent() && writer.isEmpty()) {
            Code list = Code.call("listOf", Expressions.literal(UNKNOWN));
            return Optional.of(code.then(Code.call("formatResults", format.get(), list)));
        }
        Rest place = writer.takeFields(Reading.arguments(language));
        Optional<Code> bucket = place.takeText("Bucket", language);
        Optional<Code> prefix = place.takeText("Prefix", language);
        if (writer.takeString("Resource", WRITER::equals).isEmpty()
                || bucket.isEmpty()
                || prefix.isEmpty()
                || !place.isEmpty()) {
            return Optional.empty();
        }
        List<Code> arguments = new ArrayList<>();
        format.ifPresent(arguments::add);
        arguments.add(bucket.get());
        arguments.add(prefix.get());
        return Optional.of(code.then(new Code.Call("writeResults", arguments)));
    }

    private static Optional<Code> format(Rest config) {
        Optional<String> transformation = config.takeString("Transformation", TRANSFORMATIONS::contains);
        Optional<String> word = config.takeString("OutputType")
                .map(type -> Map.of("JSON", "ResultFormat.json", "JSONL", "ResultFormat.jsonLines")
                        .getOrDefault(type, ""))
                .filter(name -> !name.isEmpty());
        return word.flatMap(
                name -> transformation.map(kind -> Code.call(name, Code.word("ResultFormat.Transformation." + kind))));
    }
}
