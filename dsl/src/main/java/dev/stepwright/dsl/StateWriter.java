package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the states of a scope as ASL: what is the same in both query languages. */
final class StateWriter {
    private final DataWriter jsonata;
    private final DataWriter machineData;
    private final TaskCalls calls;
    private final Problems problems;

    StateWriter(QueryLanguage language, TaskCalls calls, Problems problems) {
        this.jsonata = new JsonataData();
        this.machineData = language == QueryLanguage.JSONATA ? jsonata : new JsonPathData(problems);
        this.calls = calls;
        this.problems = problems;
    }

    void write(Scope scope, ObjectNode machine) {
        machine.put("StartAt", scope.start().name());
        ObjectNode states = machine.putObject("States");
        for (Scope.Linked linked : scope.states()) {
            ObjectNode state = linked.state().accept(new Kind(linked));
            linked.state().fields().writeTo(state);
            states.set(linked.state().name(), state);
        }
    }

    private ObjectNode scope(Scope scope) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        comment(machine, scope.comment());
        write(scope, machine);
        return machine;
    }

    /** Writes one state. */
    private final class Kind implements StateNode.Visitor<ObjectNode> {
        private final Scope.Linked linked;
        private final DataWriter data;

        Kind(Scope.Linked linked) {
            this.linked = linked;
            this.data = linked.state().language() == QueryLanguage.JSONATA ? jsonata : machineData;
        }

        private ObjectNode type(String type, StateNode.Extras extras) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("Type", type);
            comment(node, extras.comment());
            return extras.language() == null
                    ? node
                    : node.put("QueryLanguage", extras.language().text());
        }

        @Override
        public ObjectNode pass(StateNode.Pass state) {
            ObjectNode node = type("Pass", state.extras());
            data.pass(state, node);
            return next(node);
        }

        @Override
        public ObjectNode waiting(StateNode.Wait state) {
            ObjectNode node = type("Wait", state.extras());
            new Seconds(state.name(), problems).write(node, "Seconds", state.duration(), 0);
            data.waiting(state, node);
            data.assign(state.name(), state.assign(), node);
            return next(node);
        }

        @Override
        public ObjectNode choice(StateNode.Choice state) {
            ObjectNode node = type("Choice", state.extras());
            ArrayNode rules = node.putArray("Choices");
            List<Scope.Edge> edges = linked.decisions();
            List<Entry> entries = data.decisions(
                    state.name(), edges.stream().map(Scope.Edge::entry).toList(), node);
            for (int i = 0; i < edges.size(); i++) {
                boolean isRule = i < state.rules().size();
                // what the default does to the data stands at the state itself
                ObjectNode holder =
                        isRule ? data.rule(state.name(), state.rules().get(i).condition()) : node;
                data.decision(state.name(), entries.get(i), holder);
                holder.put(isRule ? "Next" : "Default", edges.get(i).to().name());
                if (isRule) {
                    rules.add(holder);
                }
            }
            return node;
        }

        @Override
        public ObjectNode succeed(StateNode.Succeed state) {
            ObjectNode node = type("Succeed", state.extras());
            data.succeed(state, node);
            return node;
        }

        @Override
        public ObjectNode fail(StateNode.Fail state) {
            ObjectNode node = type("Fail", state.extras());
            data.fail(state, node);
            return node;
        }

        @Override
        public ObjectNode raw(StateNode.Raw state) {
            ObjectNode node = state.json().deepCopy();
            for (int i = 0; i < state.ways().size(); i++) {
                JsonPointer place = state.ways().get(i).place();
                String target = linked.rules().get(i).to().name();
                ((ObjectNode) node.at(place.head())).put(place.last().getMatchingProperty(), target);
            }
            return linked.next() == null ? node : node.put("Next", linked.next().name());
        }

        @Override
        public ObjectNode action(ActionNode bare) {
            QueryLanguage language = data == jsonata ? QueryLanguage.JSONATA : QueryLanguage.JSONPATH;
            ActionNode state = new WholeInput(language, problems).of(calls.of(bare));
            ObjectNode node = type(state.type(), state.extras());
            new SettingsWriter(state, data, problems).write(node);
            work(state, node);
            data.action(state, node);
            new ErrorHandlingWriter(state, data, problems).write(linked.handlers(), node);
            return next(node);
        }

        private ObjectNode next(ObjectNode node) {
            return linked.next() == null
                    ? node.put("End", true)
                    : node.put("Next", linked.next().name());
        }

        private void work(ActionNode state, ObjectNode node) {
            if (state.work() instanceof Work.Task task) {
                node.put("Resource", task.resource());
            } else if (state.work() instanceof Work.Parallel) {
                ArrayNode branches = node.putArray("Branches");
                linked.inner().forEach(branch -> branches.add(scope(branch)));
            } else if (state.work() instanceof Work.Map map) {
                ObjectNode processor = new MapWriter(state.name(), map, data).write(node);
                linked.inner().forEach(scope -> {
                    comment(processor, scope.comment());
                    write(scope, processor);
                });
            }
        }
    }

    static void comment(ObjectNode node, @Nullable String comment) {
        if (comment != null) {
            node.put("Comment", comment);
        }
    }
}
