package dev.stepwright.benchmarks.jsonata;

import tools.jackson.databind.node.ObjectNode;

/** An expression and what it is evaluated over, bound as {@code $states.input}. */
public enum ExpressionCase {
    PLAIN_PATH("$states.input.order.total > 1000", Document.ORDER),
    PREDICATE("$states.input.items[price > 50]", Document.THOUSAND_ITEMS),
    SORT("$states.input.items^(>price, name)", Document.THOUSAND_ITEMS),
    SORT_FUNCTION("$sort($states.input.items, function($a, $b) { $a.name > $b.name })", Document.THOUSAND_ITEMS),
    GROUP_BY("$states.input.items{kind: $sum(quantity)}", Document.THOUSAND_ITEMS),
    OBJECT(
            "$states.input.items.{'id': name, 'total': price * quantity, 'tags': [kind, 'new']}",
            Document.HUNDRED_ITEMS),
    STRINGS("$join($states.input.items.(name & ': ' & $string(price)), ', ')", Document.THOUSAND_ITEMS),
    STRING_FUNCTIONS(
            "$states.input.items.($uppercase($substringBefore(name, '-')) & $pad($trim(kind), 8))",
            Document.HUNDRED_ITEMS),
    HIGHER_ORDER(
            "$reduce($map($filter($states.input.items, function($i) { $i.quantity > 2 }), function($i) { $i.price * $i.quantity }),"
                    + " function($sum, $n) { $sum + $n })",
            Document.THOUSAND_ITEMS),
    REGEX_FILTER("$states.input.items[name ~> /-1[0-9]*$/].name", Document.THOUSAND_ITEMS),
    REGEX_GROUPS("$match($states.input.line, /(\\w+)=(\\d+)/)", Document.LINE),
    REGEX_REPLACE("$replace($states.input.line, /(\\w+)=(\\d+)/, '$2:$1')", Document.LINE);

    private final String text;
    private final Document input;

    ExpressionCase(String text, Document input) {
        this.text = text;
        this.input = input;
    }

    /** Returns the expression, without braces around it. */
    public String text() {
        return text;
    }

    /** Returns a new document. */
    public ObjectNode input() {
        return input.tree();
    }
}
