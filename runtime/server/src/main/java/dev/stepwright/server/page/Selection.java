package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.Address;
import dev.stepwright.server.api.ListExecutions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which executions a page lists.
 *
 * @param status empty for any
 * @param name what their names begin with
 * @param after the token of what comes before them; empty for the newest
 */
record Selection(String status, String name, String after) {
    private static final int PAGE = 100;

    /** A search that finds nothing ends after this many calls, and goes on where it is asked to. */
    private static final int MOST_CALLS = 100;

    static Selection of(Form query) {
        return new Selection(query.text("status"), query.text("name"), query.text("after"));
    }

    boolean isAny() {
        return status.isEmpty() && name.isEmpty();
    }

    /**
     * A part of a list.
     *
     * @param items at least one page of them, if there are so many
     * @param next the token of what comes after them; null if nothing does
     * @param looked how many of a machine or Map Run were looked through, where the search has ended before there was a page of them, though there
     *     are more; else 0
     */
    record Part(List<ListExecutions.Item> items, @Nullable String next, int looked) {}

    /**
     * Returns the newest executions that are selected.
     *
     * @param member names what they belong to in a request: {@code stateMachineArn} or {@code mapRunArn}
     */
    Part of(Calls calls, String member, String arn) {
        return of(calls, member, arn, 1);
    }

    /** @param among how many machines the calls of a search are divided */
    Part of(Calls calls, String member, String arn, int among) {
        List<ListExecutions.Item> found = new ArrayList<>();
        String token = after;
        int most = Math.max(1, MOST_CALLS / among);
        for (int i = 0; i < most && token != null && found.size() < PAGE; i++) {
            ListExecutions.Answer answer =
                    calls.now(ListExecutions.Answer.class, "ListExecutions", request(member, arn, token));
            answer.executions().stream()
                    .filter(execution -> execution.name().startsWith(name))
                    .forEach(found::add);
            token = answer.nextToken();
        }
        return new Part(found, token, token != null && found.size() < PAGE ? most * PAGE : 0);
    }

    private ObjectNode request(String member, String arn, String token) {
        ObjectNode request = Calls.with(member, arn).put("maxResults", PAGE);
        if (!status.isEmpty()) {
            request.put("statusFilter", status);
        }
        return token.isEmpty() ? request : request.put("nextToken", token);
    }

    /**
     * Returns the address of the executions on the page at a path with the same selection, from another place on.
     *
     * @param kept other fields of the address
     */
    String address(String path, Map<String, String> kept, String from) {
        Map<String, String> fields = new LinkedHashMap<>(kept);
        fields.put("status", status);
        fields.put("name", name);
        fields.put("after", from);
        return Address.of(path, fields) + ExecutionTable.PLACE;
    }
}
