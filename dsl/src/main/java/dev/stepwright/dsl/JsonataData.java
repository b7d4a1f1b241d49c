package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes expressions as JSONata. */
final class JsonataData implements DataWriter {
    @Override
    public void pass(StateNode.Pass state, ObjectNode node) {
        set(node, "Output", state.given());
        assign(state.name(), state.assign(), node);
    }

    @Override
    public void waiting(StateNode.Wait state, ObjectNode node) {
        set(node, "Seconds", state.seconds());
        set(node, "Timestamp", state.until());
        set(node, "Output", state.output());
    }

    @Override
    public void assign(String state, Map<Origin.Variable, Tree> assign, ObjectNode node) {
        if (!assign.isEmpty()) {
            ObjectNode variables = node.putObject("Assign");
            assign.forEach((variable, value) -> set(variables, variable.name(), value));
        }
    }

    @Override
    public void succeed(StateNode.Succeed state, ObjectNode node) {
        set(node, "Output", state.output());
    }

    @Override
    public void fail(StateNode.Fail state, ObjectNode node) {
        set(node, "Error", state.error());
        set(node, "Cause", state.cause());
    }

    @Override
    public ObjectNode rule(String state, Tree condition) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        if (condition instanceof Tree.Commented commented) {
            rule.put("Comment", commented.comment());
        }
        if (condition instanceof Tree.Verbatim verbatim && verbatim.json() instanceof ObjectNode whole) {
            return whole.deepCopy();
        }
        rule.set("Condition", JsonataText.expression(condition));
        return rule;
    }

    @Override
    public void number(String state, String field, Tree number, ObjectNode node) {
        set(node, field, number);
    }

    @Override
    public void credentials(String state, Tree role, ObjectNode node) {
        set(node.putObject("Credentials"), "RoleArn", role);
    }

    @Override
    public void items(String state, Tree list, ObjectNode node) {
        set(node, "Items", list);
    }

    @Override
    public void template(String state, String field, Tree value, ObjectNode node) {
        set(node, field, value);
    }

    @Override
    public void arguments(String state, Tree arguments, ObjectNode node) {
        set(node, "Arguments", arguments);
    }

    @Override
    public void action(ActionNode state, ObjectNode node) {
        ActionNode.Data data = state.data();
        set(node, "Arguments", data.arguments());
        if (data.output() != null || data.selector() != null) {
            set(node, "Output", data.unselected(data.given())); // JSONata knows no selector
        }
        assign(state.name(), state.extras().assign(data::unselected).assign(), node);
    }

    @Override
    public void decision(String state, Entry entry, ObjectNode node) {
        set(node, "Output", entry.output());
        assign(state, entry.assign(), node);
    }

    @Override
    public List<Entry> decisions(String state, List<Entry> all, ObjectNode node) {
        return all;
    }

    @Override
    public void handler(String state, Entry entry, ObjectNode rule) {
        decision(state, ActionNode.ERROR.equals(entry.output()) ? new Entry(null, entry.assign()) : entry, rule);
    }

    private static void set(ObjectNode node, String field, @Nullable Tree tree) {
        if (tree != null) {
            node.set(field, JsonataText.template(tree));
        }
    }
}
