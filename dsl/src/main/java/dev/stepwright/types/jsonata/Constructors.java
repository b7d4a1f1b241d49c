package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.lattice.Widening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code [...]} and <code>{...}</code> make. It is limited at once: where each is made of what the one before it has made, they would
 * soon have more parts than anybody can look at.
 */
final class Constructors {
    private Constructors() {}

    /** Sequences among the items are taken apart, what is undefined is left out; so the number is only sometimes known. */
    static Given array(Syntax.ArrayConstructor syntax, Sight sight) {
        List<Value> items = new ArrayList<>();
        boolean exact = true;
        for (Syntax item : syntax.items()) {
            if (item instanceof Syntax.Range range) {
                new Operators(sight).range(range);
                items.add(Value.scalar(Kind.INTEGER));
                exact = false;
            } else {
                Given given = Evaluation.of(item, sight.perhaps());
                Value value = sight.swallow(given);
                boolean nested = item instanceof Syntax.ArrayConstructor;
                exact &= given.defined() && (nested || !Sequences.canBeMany(value));
                items.add(nested ? value : Sequences.one(value));
            }
        }
        Value made = exact ? Value.of(Items.each(items)) : Value.arrayOf(Value.joinAll(items));
        return Given.of(Widening.limit(made));
    }

    /** What is undefined gets no member. Of an array the elements are the context; if there are none, it is undefined. */
    static Given object(Syntax.ObjectConstructor syntax, Sight outer) {
        Sight sight = outer.inElements();
        Map<String, Field> members = new LinkedHashMap<>();
        boolean open = false;
        for (Syntax.Pair pair : syntax.pairs()) {
            Given given = Evaluation.of(pair.value(), sight.perhaps());
            Value value = sight.swallow(given);
            if (!(pair.key() instanceof Syntax.StringLiteral name)) {
                sight.swallow(Evaluation.of(pair.key(), sight.perhaps()));
                open = true;
            } else if (!given.isUndefined()) {
                Presence presence = given.defined() ? Presence.ALWAYS : Presence.OPTIONAL;
                members.put(name.value(), new Field(value, presence));
            }
        }
        Set<Place> rest = open ? Set.of(Place.ANYWHERE) : Set.of();
        return Given.of(Widening.limit(Value.of(new Fields(members, rest))));
    }
}
