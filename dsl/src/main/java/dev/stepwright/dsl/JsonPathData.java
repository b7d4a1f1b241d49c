package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.JsonPathText;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Origin.Place;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes expressions as JSONPath, and says where JSONPath cannot follow. */
final class JsonPathData implements DataWriter {
    private final Problems problems;

    JsonPathData(Problems problems) {
        this.problems = problems;
    }

    JsonPathText text(String state, Place document) {
        return new JsonPathText(document, limit -> limit(state, limit.reason(), limit.alternative()));
    }

    /** Notes what JSONPath cannot say. */
    void limit(String state, String reason, String alternative) {
        problems.add(state, reason, alternative);
    }

    @Override
    public void pass(StateNode.Pass state, ObjectNode node) {
        boolean merges = state.output() instanceof Tree.Merge;
        Tree value = state.output() instanceof Tree.Merge merge ? merge.value() : state.output();
        if (value instanceof Tree.Literal literal) {
            node.set("Result", literal.value());
        } else if (!(merges && ActionNode.INPUT.equals(value))) {
            input(state.name(), value, node);
        }
        if (state.output() instanceof Tree.Merge merge) {
            node.put("ResultPath", place(state.name(), merge));
        }
        path(state.name(), "OutputPath", state.kept(), node);
        Place document = state.output() == null ? Place.INPUT : Place.RESULT;
        assign(text(state.name(), document), state.assign(), node);
    }

    @Override
    public void assign(String state, Map<Origin.Variable, Tree> assign, ObjectNode node) {
        assign(text(state, Place.INPUT), assign, node);
    }

    private static void assign(JsonPathText text, Map<Origin.Variable, Tree> assign, ObjectNode node) {
        if (!assign.isEmpty()) {
            ObjectNode variables = node.putObject("Assign");
            assign.forEach((variable, value) -> text.put(variables, variable.name(), value));
        }
    }

    /** A whole path is the {@code InputPath}, an object the {@code Parameters}. */
    private void input(String state, @Nullable Tree value, ObjectNode node) {
        if (value instanceof Tree.Within within && !isPath(within.value())) {
            path(state, "InputPath", within.place(), node);
            input(state, within.value(), node);
        } else if (value instanceof Tree.Within within) {
            path(state, "InputPath", within, node);
        } else if (isPath(value)) {
            path(state, "InputPath", value, node);
        } else if (value != null) {
            node.set("Parameters", text(state, Place.INPUT).template(value));
        }
    }

    static boolean isPath(@Nullable Tree value) {
        return value instanceof Tree.Selection || value instanceof Tree.Verbatim verbatim && verbatim.path();
    }

    @Override
    public void waiting(StateNode.Wait state, ObjectNode node) {
        valueOrPath(state.name(), "Seconds", state.seconds(), node);
        valueOrPath(state.name(), "Timestamp", state.until(), node);
        path(state.name(), "OutputPath", state.output(), node);
    }

    void path(String state, String field, @Nullable Tree value, ObjectNode node) {
        if (value != null) {
            node.put(field, text(state, Place.INPUT).path(value));
        }
    }

    @Override
    public void succeed(StateNode.Succeed state, ObjectNode node) {
        if (state.output() != null) {
            node.put("InputPath", text(state.name(), Place.INPUT).path(state.output()));
        }
    }

    @Override
    public void fail(StateNode.Fail state, ObjectNode node) {
        textOrPath(state.name(), "Error", state.error(), node);
        textOrPath(state.name(), "Cause", state.cause(), node);
    }

    private void textOrPath(String state, String field, @Nullable Tree value, ObjectNode node) {
        if (value instanceof Tree.Literal literal) {
            node.set(field, literal.value());
        } else if (value != null) {
            node.put(field + "Path", text(state, Place.INPUT).pathOrIntrinsic(value));
        }
    }

    @Override
    public ObjectNode rule(String state, Tree condition) {
        return text(state, Place.INPUT).rule(condition);
    }

    @Override
    public void number(String state, String field, Tree number, ObjectNode node) {
        valueOrPath(state, field, number, node);
    }

    private void valueOrPath(String state, String field, @Nullable Tree value, ObjectNode node) {
        if (value instanceof Tree.Literal literal) {
            node.set(field, literal.value());
        } else {
            path(state, field + "Path", value, node);
        }
    }

    @Override
    public void credentials(String state, Tree role, ObjectNode node) {
        text(state, Place.INPUT).put(node.putObject("Credentials"), "RoleArn", role);
    }

    @Override
    public void items(String state, Tree list, ObjectNode node) {
        if (list instanceof Tree.Within within) {
            path(state, "InputPath", within.place(), node);
            items(state, within.value(), node);
        } else if (!list.equals(ActionNode.INPUT)) {
            path(state, "ItemsPath", list, node);
        }
    }

    @Override
    public void template(String state, String field, Tree value, ObjectNode node) {
        node.set(field, text(state, Place.INPUT).template(value));
    }

    @Override
    public void arguments(String state, Tree arguments, ObjectNode node) {
        template(state, "Parameters", arguments, node);
    }

    @Override
    public void action(ActionNode state, ObjectNode node) {
        ActionNode.Data data = state.data();
        input(state.name(), data.arguments(), node);
        if (data.selector() != null) {
            node.set("ResultSelector", text(state.name(), Place.RESULT).template(data.selector()));
        }
        if (data.output() != null) {
            new JsonPathOutput(this, state, node).write(data.output());
        }
        assign(
                text(state.name(), Place.RESULT),
                state.extras().assign(data::unselected).assign(),
                node);
    }

    String place(String state, Tree.Merge merge) {
        return text(state, Place.INPUT).path(merge.place());
    }

    /** JSONPath knows one {@code OutputPath}, for all rules and the default. */
    @Override
    public List<Entry> decisions(String state, List<Entry> all, ObjectNode node) {
        Tree output = all.get(0).output();
        if (output == null || !isPath(output) || !all.stream().allMatch(entry -> output.equals(entry.output()))) {
            return all;
        }
        path(state, "OutputPath", output, node);
        return all.stream().map(entry -> new Entry(null, entry.assign())).toList();
    }

    @Override
    public void decision(String state, Entry entry, ObjectNode node) {
        if (entry.output() != null) {
            limit(
                    state,
                    "a rule of a Choice that passes on anything but its input needs JSONata, unless all rules and the "
                            + "default pass on the same part of it",
                    "with JSONPath make it in a Pass state after the rule, or use QueryLanguage.JSONATA");
        }
        assign(state, entry.assign(), node);
    }

    @Override
    public void handler(String state, Entry entry, ObjectNode rule) {
        assign(text(state, Place.ERROR_OUTPUT), entry.assign(), rule);
        if (entry.output() instanceof Tree.Merge merge) {
            rule.put("ResultPath", place(state, merge));
        } else if (ActionNode.INPUT.equals(entry.output())) {
            rule.putNull("ResultPath");
        } else if (!ActionNode.ERROR.equals(entry.output())) {
            limit(
                    state,
                    "a Catch that transforms the error needs JSONata",
                    "with JSONPath use catchingInto(error, field, handler), or use QueryLanguage.JSONATA");
        }
    }
}
