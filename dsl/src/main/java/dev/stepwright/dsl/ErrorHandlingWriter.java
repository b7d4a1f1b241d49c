package dev.stepwright.dsl;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is done about errors of a state: its {@code Retry} and its {@code Catch}. */
record ErrorHandlingWriter(ActionNode state, DataWriter data, Problems problems) {
    /**
     * Writes both.
     *
     * @param handlers where control goes from the handlers, in their order
     */
    void write(List<Scope.Edge> handlers, ObjectNode node) {
        retries(state.errorHandling().retries(), node);
        handlers(handlers, node);
    }

    private void retries(List<Retry> retries, ObjectNode node) {
        if (!retries.isEmpty()) {
            ArrayNode rules = node.putArray("Retry");
            Seconds seconds = new Seconds(state.name(), problems);
            retries.forEach(retry -> retry.write(rules.addObject(), seconds));
        }
    }

    private void handlers(List<Scope.Edge> edges, ObjectNode node) {
        List<ActionNode.Handler> handlers = state.errorHandling().handlers();
        if (handlers.isEmpty()) {
            return;
        }
        ArrayNode rules = node.putArray("Catch");
        for (int i = 0; i < handlers.size(); i++) {
            ActionNode.Handler handler = handlers.get(i);
            ObjectNode rule = rules.addObject();
            StateWriter.comment(rule, handler.errors().comment());
            handler.errors().names().forEach(rule.putArray("ErrorEquals")::add);
            Scope.Edge edge = edges.get(i);
            data.handler(state.name(), edge.entry(), rule);
            rule.put("Next", edge.to().name());
            handler.errors().fields().writeTo(rule);
        }
    }
}
