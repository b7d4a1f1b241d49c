package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Writes how long the work of a state may take and under which role it is done. */
record SettingsWriter(ActionNode state, DataWriter data, Problems problems) {
    void write(ObjectNode node) {
        limits(node);
        credentials(node);
    }

    private void limits(ObjectNode node) {
        Limit timeout = state.settings().timeout();
        Limit heartbeat = state.settings().heartbeat();
        if ((timeout.isSet() || heartbeat.isSet()) && !(state.work() instanceof Work.Task)) {
            problems.add(
                    state.name(),
                    "a " + state.type() + " state has no timeout and no heartbeat",
                    "set them on the tasks in it");
        }
        limit("TimeoutSeconds", timeout, node);
        limit("HeartbeatSeconds", heartbeat, node);
        if (timeout.duration() != null
                && heartbeat.duration() != null
                && heartbeat.duration().compareTo(timeout.duration()) >= 0) {
            problems.add(
                    state.name(),
                    "the heartbeat " + heartbeat.duration() + " is not less than the timeout " + timeout.duration(),
                    "make it shorter");
        }
    }

    private void credentials(ObjectNode node) {
        Tree role = state.settings().role();
        if (role == null) {
            return;
        }
        if (!(state.work() instanceof Work.Task)) {
            problems.add(
                    state.name(), "a " + state.type() + " state has no credentials", "set them on the tasks in it");
        }
        data.credentials(state.name(), role, node);
    }

    private void limit(String field, Limit limit, ObjectNode node) {
        new Seconds(state.name(), problems).write(node, field, limit.duration(), 1);
        if (limit.seconds() != null) {
            data.number(state.name(), field, limit.seconds(), node);
        }
    }
}
