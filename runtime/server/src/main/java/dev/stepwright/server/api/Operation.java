package dev.stepwright.server.api;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One operation of the API: how its request is read and what answers it.
 *
 * @param name as in the header {@code X-Amz-Target}, for example {@code StartExecution}
 * @param reader the request that members stand for
 * @param action the answer, now or later; cancelling it tells that nobody waits for it any more
 */
public record Operation<Q>(
        String name, Function<Members, Q> reader, Function<Q, ? extends CompletableFuture<? extends Record>> action) {

    /** Returns an operation that answers at once. */
    public static <Q> Operation<Q> of(String name, Function<Members, Q> reader, Function<Q, ? extends Record> action) {
        return new Operation<>(name, reader, request -> CompletableFuture.completedFuture(action.apply(request)));
    }

    /**
     * Returns the operation with something to be done before its action.
     *
     * @param check what is done with the body of a request that is as the model has it; may throw {@link ApiError}
     */
    public Operation<?> after(Consumer<JsonNode> check) {
        return new Operation<>(name, members -> new Checked<>(reader.apply(members), members.json()), request -> {
            check.accept(request.body);
            return action.apply(request.request);
        });
    }

    private record Checked<Q>(Q request, JsonNode body) {}

    /**
     * Calls the operation.
     *
     * @param body the request's JSON
     * @throws ApiError if the request is refused; a later refusal is in the future
     */
    public CompletableFuture<? extends Record> call(JsonNode body) {
        Members members = Members.of(body);
        Q request = reader.apply(members);
        members.check();
        return action.apply(request);
    }

    /** Returns the names of the members that a request may have. */
    public Set<String> members() {
        Members none = Members.of(JsonNodeFactory.instance.objectNode());
        Q unused = reader.apply(none);
        return none.asked();
    }

    /** Returns the {@code SerializationException} that a member of another type leads to; empty if it has its own. */
    public Optional<ApiError> misfit(String member, JsonNode value) {
        try {
            Q unused = reader.apply(
                    Members.of(JsonNodeFactory.instance.objectNode().set(member, value)));
            return Optional.empty();
        } catch (ApiError e) {
            return Optional.of(e).filter(error -> error.code().equals(ApiError.SERIALIZATION));
        }
    }
}
