package dev.stepwright.server.access;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Demand;
import dev.stepwright.server.api.Demands;
import dev.stepwright.server.api.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Somebody who has shown an access key, and what his or her policies allow. */
public final class Caller {
    private final User user;
    private final String arn;
    private final Demands demands;
    private final Map<String, Operation<?>> operations;

    Caller(User user, String arn, Demands demands, Collection<Operation<?>> all) {
        this.user = user;
        this.arn = arn;
        this.demands = demands;
        this.operations = all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Operation::name, operation -> operation.after(request -> check(operation.name(), request))));
    }

    /** Returns the name of the user. */
    public String name() {
        return user.name();
    }

    /** Returns the operations by their names, each of which looks at the policies before it does anything. */
    public Map<String, Operation<?>> operations() {
        return operations;
    }

    /**
     * Looks whether the policies allow something.
     *
     * @param operation the name of what does it
     * @param request the body of a request that asks for it
     * @throws ApiError {@code AccessDeniedException}
     */
    public void check(String operation, JsonNode request) {
        List<Demand> needed = demands.of(operation, request);
        if (needed.isEmpty()) {
            throw new IllegalStateException("nothing tells what " + operation + " has to be allowed");
        }
        for (Demand demand : needed) {
            user.policies().refusal(demand).ifPresent(why -> {
                throw ApiError.accessDenied(arn, demand, why);
            });
        }
    }
}
