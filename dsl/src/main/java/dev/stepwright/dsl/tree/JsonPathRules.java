package dev.stepwright.dsl.tree;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as the comparison operators of JSONPath's Choice rules.
 *
 * @see <a href="https://states-language.net/spec.html#choice-state">ASL: Choice State</a>
 */
final class JsonPathRules implements TreeVisitor<ObjectNode> {
    private final JsonPathText text;

    JsonPathRules(JsonPathText text) {
        this.text = text;
    }

    @Override
    public ObjectNode comparison(Tree.Comparison tree) {
        ObjectNode rule = variable(tree.left());
        String operator = tree.kind().prefix() + tree.relation().suffix();
        if (tree.right() instanceof Tree.Literal literal) {
            rule.set(operator, literal.value());
        } else {
            rule.put(operator + "Path", text.path(tree.right()));
        }
        return rule;
    }

    @Override
    public ObjectNode match(Tree.Match tree) {
        return variable(tree.subject()).put("StringMatches", tree.pattern());
    }

    @Override
    public ObjectNode isPresent(Tree.IsPresent tree) {
        return variable(tree.subject()).put("IsPresent", true);
    }

    @Override
    public ObjectNode isNull(Tree.IsNull tree) {
        return variable(tree.subject()).put("IsNull", true);
    }

    @Override
    public ObjectNode isType(Tree.IsType tree) {
        return variable(tree.subject()).put(tree.type().operator(), true);
    }

    @Override
    public ObjectNode logic(Tree.Logic tree) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = rule.putArray(tree.connective().field());
        tree.parts().forEach(part -> rules.add(part.accept(this)));
        return rule;
    }

    @Override
    public ObjectNode not(Tree.Not tree) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.set("Not", tree.condition().accept(this));
        return rule;
    }

    @Override
    public ObjectNode commented(Tree.Commented tree) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode().put("Comment", tree.comment());
        return rule.setAll(tree.condition().accept(this));
    }

    private ObjectNode variable(Tree subject) {
        return JsonNodeFactory.instance.objectNode().put("Variable", text.path(subject));
    }

    @Override
    public ObjectNode selection(Tree.Selection tree) {
        return value(tree);
    }

    @Override
    public ObjectNode steps(Tree.Steps tree) {
        return value(tree);
    }

    @Override
    public ObjectNode literal(Tree.Literal tree) {
        return value(tree);
    }

    @Override
    public ObjectNode object(Tree.ObjectTemplate tree) {
        return value(tree);
    }

    @Override
    public ObjectNode merge(Tree.Merge tree) {
        return value(tree);
    }

    @Override
    public ObjectNode within(Tree.Within tree) {
        return value(tree);
    }

    @Override
    public ObjectNode projection(Tree.Projection tree) {
        return value(tree);
    }

    @Override
    public ObjectNode format(Tree.Format tree) {
        return value(tree);
    }

    @Override
    public ObjectNode call(Tree.Call tree) {
        return value(tree);
    }

    @Override
    public ObjectNode arithmetic(Tree.Arithmetic tree) {
        return value(tree);
    }

    @Override
    public ObjectNode orElse(Tree.OrElse tree) {
        return value(tree);
    }

    private static ObjectNode value(Tree tree) {
        throw new IllegalStateException("not a condition: " + JsonataText.of(tree));
    }

    /** A text of the other language leaves a gap: the machine is refused for it, whatever stands here. */
    @Override
    public ObjectNode verbatim(Tree.Verbatim tree) {
        return tree.json() instanceof ObjectNode rule ? rule.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
