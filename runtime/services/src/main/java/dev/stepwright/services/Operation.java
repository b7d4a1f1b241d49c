package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of a client, called with JSON.
 *
 * @param method takes a request, then the body if that is streamed, then what takes the answer's body if that is
 * @param isOptimized whether its parameters are those of an optimized integration
 */
record Operation(SdkClient client, Method method, boolean isOptimized) {
    private static final Set<Class<?>> SENT = Set.of(RequestBody.class, AsyncRequestBody.class);
    private static final Set<Class<?>> RECEIVED = Set.of(ResponseTransformer.class, AsyncResponseTransformer.class);

    /** The parameter that is the body, and the member of the answer that is, where they are streamed. */
    private static final String BODY = "Body";

    /** The answer, and its body if that was streamed. */
    record Answer(SdkResponse response, @Nullable SdkBytes body) {
        ObjectNode json(Answers form) {
            ObjectNode json = form.json((SdkPojo) response);
            return body == null ? json : json.put(BODY, BytesAsText.of(body.asByteArrayUnsafe()));
        }

        /** Returns the body, streamed or not; no bytes if there is none. */
        SdkBytes bytes() {
            SdkField<?> member = MemberNames.field((SdkPojo) response, BODY);
            Object value = body != null || member == null ? body : member.getValueOrDefault(response);
            return value instanceof SdkBytes bytes ? bytes : SdkBytes.fromByteArrayUnsafe(new byte[0]);
        }
    }

    /** Returns the operation of a client's interface that an action names. */
    static Optional<Operation> of(SdkClient client, Class<?> api, String action) {
        return Stream.of(api.getMethods())
                .filter(method -> method.getName().equals(action) && isOperation(method))
                .map(method -> new Operation(client, method, false))
                .findFirst();
    }

    /** Returns the same, with the parameters of an optimized integration. */
    Operation optimized() {
        return new Operation(client, method, true);
    }

    /** Of all the forms of an operation, the one that is called with a request as a whole. */
    private static boolean isOperation(Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        return !parameters.isEmpty()
                && SdkRequest.class.isAssignableFrom(parameters.get(0))
                && parameters.subList(1, parameters.size()).stream()
                        .allMatch(type -> SENT.contains(type) || RECEIVED.contains(type))
                && (parameters.stream().anyMatch(RECEIVED::contains)
                        || SdkResponse.class.isAssignableFrom(method.getReturnType())
                        || method.getReturnType() == CompletableFuture.class);
    }

    /** @throws TaskFailure if the parameters are no request of this operation */
    void check(JsonNode parameters) throws TaskFailure {
        filled(parameters);
    }

    /**
     * Calls the service. Blocks.
     *
     * @throws TaskFailure if the parameters are no request of this operation; nothing has been called then
     * @throws RuntimeException as the SDK does
     */
    Answer call(JsonNode parameters, Caller caller) throws TaskFailure {
        Object[] arguments = Stream.of(method.getParameterTypes())
                .map(type -> stream(type, parameters.path(BODY)))
                .toArray();
        arguments[0] = request(parameters, caller);
        Object answer = awaited(invoke(client, method, arguments));
        return answer instanceof ResponseBytes<?> bytes
                ? new Answer((SdkResponse) bytes.response(), SdkBytes.fromByteArrayUnsafe(bytes.asByteArrayUnsafe()))
                : new Answer((SdkResponse) answer, null);
    }

    /** Returns what is passed for a parameter that is a body; for all others anything. */
    private static Object stream(Class<?> type, JsonNode body) {
        boolean isNone = body.isMissingNode() || body.isNull();
        if (type == RequestBody.class) {
            return isNone
                    ? RequestBody.empty()
                    : body.isBinary()
                            ? RequestBody.fromBytes(body.binaryValue())
                            : RequestBody.fromString(Parameters.text(body));
        } else if (type == AsyncRequestBody.class) {
            return isNone
                    ? AsyncRequestBody.empty()
                    : body.isBinary()
                            ? AsyncRequestBody.fromBytes(body.binaryValue())
                            : AsyncRequestBody.fromString(Parameters.text(body));
        } else if (type == AsyncResponseTransformer.class) {
            return AsyncResponseTransformer.toBytes();
        }
        return type == ResponseTransformer.class ? ResponseTransformer.toBytes() : type;
    }

    /** Waits for what an asynchronous client answers; if the thread is interrupted the request is dropped at once. */
    private static Object awaited(Object answer) {
        if (!(answer instanceof CompletableFuture<?> future)) {
            return answer;
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw AbortedException.create("nobody waits for the answer any more", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean sendsBody() {
        return Stream.of(method.getParameterTypes()).anyMatch(SENT::contains);
    }

    private SdkRequest request(JsonNode parameters, Caller caller) throws TaskFailure {
        SdkPojo builder = filled(parameters);
        Parameters.identify(builder, parameters, caller.token());
        if (caller.credentials() != null && builder instanceof AwsRequest.Builder request) {
            request.overrideConfiguration(config -> config.credentialsProvider(caller.credentials()));
        }
        return (SdkRequest) ((Buildable) builder).build();
    }

    private SdkPojo filled(JsonNode parameters) throws TaskFailure {
        if (!parameters.isObject()) {
            throw TaskFailure.ofParameters(parameters, List.of("They are no object"));
        }
        SdkPojo builder = (SdkPojo) invoke(null, builderOf(method.getParameterTypes()[0]));
        Parameters filling = new Parameters(isOptimized);
        filling.fill(builder, sendsBody() ? withoutBody((ObjectNode) parameters) : parameters);
        if (!filling.problems().isEmpty()) {
            throw TaskFailure.ofParameters(parameters, filling.problems());
        }
        return builder;
    }

    private static ObjectNode withoutBody(ObjectNode parameters) {
        ObjectNode members = parameters.objectNode().setAll(parameters);
        members.remove(BODY);
        return members;
    }

    private static Method builderOf(Class<?> request) {
        try {
            return request.getMethod("builder");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a request of the SDK has a builder, but " + request + " has none", e);
        }
    }

    private static Object invoke(@Nullable Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the SDK's " + method + " is public", e);
        }
    }
}
