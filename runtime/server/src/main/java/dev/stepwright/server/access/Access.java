package dev.stepwright.server.access;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Demand;
import dev.stepwright.server.api.Demands;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.http.HttpCall;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What each user may do: the operations of the API, each of which looks at the policies of its caller before it does anything. */
public final class Access {
    private final SignatureCheck signatures;
    private final Demands demands;
    private final UnaryOperator<String> arns;
    private final Map<String, Map<String, Operation<?>>> operations = new HashMap<>();

    /**
     * @param region that calls are signed for
     * @param arns the ARN of a user by its name
     * @param all the operations by their names
     */
    public Access(
            Users users,
            String region,
            UnaryOperator<String> arns,
            InstantSource clock,
            Map<String, Operation<?>> all,
            Demands demands) {
        this.signatures = new SignatureCheck(users, region, clock);
        this.demands = demands;
        this.arns = arns;
        users.all()
                .forEach(user -> operations.put(
                        user.name(),
                        all.values().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Operation::name,
                                        operation ->
                                                operation.after(request -> check(user, operation.name(), request))))));
    }

    /**
     * Returns the operations as whoever has signed a call may call them.
     *
     * @throws ApiError as AWS, if nobody of the users has
     */
    public Map<String, Operation<?>> operations(HttpCall call) {
        return operations(signatures.caller(call));
    }

    private Map<String, Operation<?>> operations(User user) {
        return operations.getOrDefault(user.name(), Map.of());
    }

    /** @throws ApiError {@code AccessDeniedException} */
    private void check(User user, String operation, JsonNode request) {
        List<Demand> needed = demands.of(operation, request);
        if (needed.isEmpty()) {
            throw new IllegalStateException("nothing tells what " + operation + " has to be allowed");
        }
        for (Demand demand : needed) {
            user.policies().refusal(demand).ifPresent(why -> {
                throw ApiError.accessDenied(arns.apply(user.name()), demand, why);
            });
        }
    }
}
