package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code bedrock:invokeModel}, whose body may be read from S3 and whose answer may be written there.
 *
 * @param s3 null if nothing can be read or written
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html">AWS: Bedrock</a>
 */
record ModelCall(ServiceCall.Optimized invocation, @Nullable ServiceClient s3) implements ServiceCall {
    private static final String BODY = "Body";
    private static final String INPUT = "Input";
    private static final String OUTPUT = "Output";
    private static final String URI = "S3Uri";
    private static final String CONTENT_TYPE = "ContentType";
    private static final Pattern OBJECT = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);

    @Override
    public void check(JsonNode parameters) throws TaskFailure {
        List<String> problems = new ArrayList<>();
        checkPlace(parameters.path(INPUT), problems);
        checkPlace(parameters.path(OUTPUT), problems);
        if (parameters.hasNonNull(BODY) && parameters.hasNonNull(INPUT)) {
            problems.add("The fields 'Body' and 'Input' cannot be given together");
        }
        if (!problems.isEmpty()) {
            throw TaskFailure.ofParameters(parameters, problems);
        }
        invocation.check(ofModel(parameters));
        if (s3 == null && (parameters.hasNonNull(INPUT) || parameters.hasNonNull(OUTPUT))) {
            throw new TaskFailure(
                    "States.Runtime", "Input and Output of a model are in S3, but there is no client of S3; add one");
        }
    }

    private static void checkPlace(JsonNode place, List<String> problems) {
        if (place.isMissingNode() || place.isNull()) {
            return;
        }
        place.propertyNames().stream()
                .filter(name -> !name.equals(URI))
                .forEach(name -> problems.add("The field \"" + name + "\" is not supported by Step Functions"));
        if (!OBJECT.matcher(place.path(URI).asString("")).matches()) {
            problems.add("The value of the field '" + URI + "' has an invalid format");
        }
    }

    /** Returns the parameters that the API has. */
    private static JsonNode ofModel(JsonNode parameters) {
        return parameters instanceof ObjectNode object
                ? object.objectNode().setAll(object).remove(List.of(INPUT, OUTPUT))
                : parameters;
    }

    @Override
    public JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure {
        JsonNode input = request.input().path(INPUT);
        JsonNode output = request.input().path(OUTPUT);
        ObjectNode parameters = (ObjectNode) ofModel(request.input());
        if (input.isObject()) {
            read(input, parameters, caller);
        }
        if (!output.isObject()) {
            return invocation.answer(parameters, request, caller);
        }
        Operation.Answer answer = invocation.call(invocation.operation(), parameters, caller);
        ObjectNode result = answer.json(Answers.OPTIMIZED);
        ObjectNode object = object(output);
        object.put(BODY, answer.bytes().asByteArrayUnsafe()).set(CONTENT_TYPE, result.path(CONTENT_TYPE));
        Operation.Answer unused = inS3("putObject", object, caller);
        return result.put(BODY, output.path(URI).stringValue());
    }

    /** AWS: what is read brings its type along, unless the parameters have one. */
    private void read(JsonNode input, ObjectNode parameters, Caller caller) throws TaskFailure {
        Operation.Answer object = inS3("getObject", object(input), caller);
        parameters.put(BODY, object.bytes().asByteArrayUnsafe());
        JsonNode type = object.json(Answers.OPTIMIZED).path(CONTENT_TYPE);
        if (!parameters.hasNonNull(CONTENT_TYPE) && type.isString()) {
            parameters.set(CONTENT_TYPE, type);
        }
    }

    private Operation.Answer inS3(String action, JsonNode parameters, Caller caller) throws TaskFailure {
        Operation operation = Optional.ofNullable(s3)
                .flatMap(client -> client.operation(action))
                .orElseThrow(() -> new IllegalStateException("there is no " + action + ", which check has asked for"));
        return ServiceCall.attempt(
                () -> operation.call(parameters, caller), thrown -> Failures.optimized(Integration.S3, thrown));
    }

    private static ObjectNode object(JsonNode place) {
        Matcher object = OBJECT.matcher(place.path(URI).stringValue());
        if (!object.matches()) {
            throw new IllegalStateException(place + " is the place of no object, which check has looked at");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("Bucket", object.group(1))
                .put("Key", object.group(2));
    }
}
