package dev.stepwright.types.jsonata;

import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxVisitor;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at an expression part by part. */
public final class Evaluation implements SyntaxVisitor<Given> {
    private static final Value NUMBER = Value.scalar(Kind.NUMBER, Kind.INTEGER);
    private static final Value BOOLEAN = Value.scalar(Kind.BOOLEAN);
    private static final Value STRING = Value.scalar(Kind.STRING);

    private final Surroundings surroundings;
    private final Set<String> bound;
    private final Map<String, Value> locals;
    private final Value context;
    private final Listener listener;
    private final boolean certain;
    private final boolean guarded;

    private Evaluation(Surroundings surroundings, Set<String> bound, Place place, Mood mood) {
        this.surroundings = surroundings;
        this.bound = bound;
        this.locals = place.locals;
        this.context = place.context;
        this.listener = mood.listener;
        this.certain = mood.certain;
        this.guarded = mood.guarded;
    }

    private record Place(Map<String, Value> locals, Value context) {}

    private record Mood(Listener listener, boolean certain, boolean guarded) {}

    /** Returns what an expression gives. */
    public static Given of(Syntax expression, Surroundings surroundings, Listener listener) {
        Place place = new Place(new HashMap<>(), Value.ANY);
        return expression.accept(
                new Evaluation(surroundings, Names.boundIn(expression), place, new Mood(listener, true, false)));
    }

    private Evaluation with(Map<String, Value> changedLocals, Value changedContext, Mood mood) {
        return new Evaluation(surroundings, bound, new Place(changedLocals, changedContext), mood);
    }

    /** For parts that are not looked at whenever the expression is. */
    Evaluation perhaps() {
        return with(locals, context, new Mood(listener, false, guarded));
    }

    /** For parts whose author expects that they may be undefined. */
    Evaluation guarded() {
        return with(locals, context, new Mood(listener, false, true));
    }

    Evaluation inContext(Value element) {
        return with(locals, element, new Mood(listener, false, guarded));
    }

    Evaluation withLocals(Map<String, Value> more) {
        Map<String, Value> all = new HashMap<>(locals);
        all.putAll(more);
        return with(all, context, new Mood(listener, false, guarded));
    }

    Listener listener() {
        return listener;
    }

    /** Returns what an operand can be; that it is undefined is reported here, since it does not show outside. */
    Value swallow(Given given) {
        if (given.gap() != null && given.isUndefined() && !guarded) {
            listener.swallows(given.gap());
        }
        return given.value();
    }

    @Override
    public Given visitOther(Syntax syntax) {
        return Given.ANY;
    }

    @Override
    public Given visitStringLiteral(Syntax.StringLiteral syntax) {
        return Given.of(Literals.isPlaceholder(syntax.value()) ? Value.ANY : STRING);
    }

    @Override
    public Given visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return Given.of(Literals.value(syntax.value()));
    }

    @Override
    public Given visitConstant(Syntax.Constant syntax) {
        return Given.of(Literals.value(syntax.value()));
    }

    @Override
    public Given visitVariable(Syntax.Variable syntax) {
        return used(variable(syntax.name()));
    }

    private Given variable(String name) {
        String path = "$" + name;
        if (name.isEmpty()) {
            return new Given(context, null, path);
        }
        Value local = locals.get(name);
        if (local != null) {
            return new Given(local, null, path);
        }
        if (name.equals("states")) {
            return new Given(surroundings.states(), null, path);
        }
        Value assigned = surroundings.variables().get(name);
        if (assigned != null) {
            Gap gap = surroundings.unsure().contains(name)
                    ? new Gap(Gap.Kind.SOMETIMES_ASSIGNED, path, name, Value.NEVER)
                    : null;
            return new Given(assigned, gap, path);
        }
        boolean known = name.equals("$") || bound.contains(name) || Functions.result(name) != null;
        return known ? Given.ANY : Given.undefined(new Gap(Gap.Kind.UNASSIGNED, path, name, Value.NEVER));
    }

    private Given used(Given given) {
        listener.uses(given.value(), Need.VALUE, certain && given.gap() == null);
        return given;
    }

    @Override
    public Given visitName(Syntax.Name syntax) {
        return used(field(new Given(context, null, "$"), syntax.name()));
    }

    @Override
    public Given visitPath(Syntax.Path syntax) {
        List<Syntax> steps = syntax.steps();
        Given current = first(steps.get(0));
        for (Syntax step : steps.subList(1, steps.size())) {
            current = step(current, step);
        }
        return used(current);
    }

    private Given first(Syntax step) {
        if (step instanceof Syntax.Variable variable) {
            return variable(variable.name());
        }
        return step instanceof Syntax.Name name ? field(new Given(context, null, "$"), name.name()) : step.accept(this);
    }

    private Given step(Given from, Syntax step) {
        if (from.isUndefined()) {
            return from;
        }
        if (step instanceof Syntax.Name name) {
            return field(from, name.name());
        }
        if (step instanceof Syntax.Filter filter) {
            return filtered(step(from, filter.base()), filter.predicate());
        }
        Value each = Sequences.one(from.value());
        Given given = step.accept(inContext(each));
        return Sequences.canBeMany(from.value()) ? given.withValue(Sequences.many(given.value())) : given;
    }

    private Given field(Given from, String name) {
        String path = from.path() + "." + (name.matches("[A-Za-z0-9_]+") ? name : JsonText.quote(name));
        Reading reading = Sequences.field(from.value(), name);
        if (from.path().equals("$states") && !reading.found()) {
            return new Given(Value.ANY, null, path);
        }
        if (reading.isAbsent()) {
            return new Given(Value.ANY, new Gap(Gap.Kind.ALWAYS, path, name, from.value()), path);
        }
        if (reading.doubtful() && !reading.found()) {
            return new Given(Value.ANY, new Gap(Gap.Kind.DOUBTFUL, path, name, from.value()), path);
        }
        Gap gap = from.gap() == null && reading.missing()
                ? new Gap(Gap.Kind.SOMETIMES, path, name, from.value())
                : from.gap();
        return new Given(reading.value(), gap, path);
    }

    @Override
    public Given visitFilter(Syntax.Filter syntax) {
        return filtered(syntax.base().accept(this), syntax.predicate());
    }

    private Given filtered(Given base, Syntax predicate) {
        if (base.isUndefined()) {
            return base;
        }
        Value element = Sequences.element(base.value());
        boolean index = predicate instanceof Syntax.NumberLiteral
                || predicate instanceof Syntax.Negation negation && negation.operand() instanceof Syntax.NumberLiteral;
        if (index) {
            return new Given(element, base.gap(), base.path() + "[" + predicate.text() + "]");
        }
        swallow(predicate.accept(inContext(element)));
        return new Given(Sequences.many(element), base.gap(), base.path() + "[" + predicate.text() + "]");
    }

    @Override
    public Given visitKeepArray(Syntax.KeepArray syntax) {
        Given base = syntax.base().accept(this);
        return base.withValue(Value.arrayOf(Sequences.one(base.value())));
    }

    @Override
    public Given visitSort(Syntax.Sort syntax) {
        Given base = syntax.base().accept(this);
        Evaluation each = inContext(Sequences.element(base.value()));
        syntax.terms().forEach(term -> each.swallow(term.expression().accept(each)));
        return base.withValue(Sequences.many(base.value()));
    }

    @Override
    public Given visitGroupBy(Syntax.GroupBy syntax) {
        return new Given(Value.ANY, syntax.base().accept(this).gap(), "");
    }

    @Override
    public Given visitFocusBinding(Syntax.FocusBinding syntax) {
        syntax.base().accept(this);
        return Given.ANY;
    }

    @Override
    public Given visitIndexBinding(Syntax.IndexBinding syntax) {
        return syntax.base().accept(this);
    }

    @Override
    public Given visitBinary(Syntax.Binary syntax) {
        return switch (syntax.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(syntax);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                Given left = syntax.left().accept(this);
                Given right = syntax.right().accept(this);
                yield undefinedOr(BOOLEAN, left, right);
            }
            case CONCATENATE -> {
                concatenated(syntax.left());
                concatenated(syntax.right());
                yield Given.of(STRING);
            }
            case AND, OR -> {
                syntax.left().accept(guarded());
                syntax.right().accept(guarded());
                yield Given.of(BOOLEAN);
            }
            case EQUAL, NOT_EQUAL, IN -> {
                swallow(syntax.left().accept(perhaps()));
                swallow(syntax.right().accept(perhaps()));
                yield Given.of(BOOLEAN);
            }
        };
    }

    private void concatenated(Syntax operand) {
        Value value = swallow(operand.accept(perhaps()));
        listener.uses(value, Need.SCALAR, false);
    }

    private Given arithmetic(Syntax.Binary syntax) {
        Given left = syntax.left().accept(this);
        Given right = syntax.right().accept(this);
        number(left, "the left side of " + syntax.operator().text());
        number(right, "the right side of " + syntax.operator().text());
        return undefinedOr(NUMBER, left, right);
    }

    private void number(Given operand, String what) {
        listener.uses(operand.value(), Need.NUMBER, false);
        if (operand.value().items() == null && !operand.isUndefined()) {
            listener.mismatches(operand.value(), Need.NUMBER, what);
        }
    }

    private static Given undefinedOr(Value value, Given left, Given right) {
        return left.gap() != null ? new Given(value, left.gap(), "") : new Given(value, right.gap(), "");
    }

    @Override
    public Given visitNegation(Syntax.Negation syntax) {
        Given operand = syntax.operand().accept(this);
        number(operand, "what is negated");
        return new Given(NUMBER, operand.gap(), "");
    }

    @Override
    public Given visitConditional(Syntax.Conditional syntax) {
        syntax.condition().accept(guarded());
        Given then = syntax.then().accept(guarded());
        Syntax otherwise = syntax.otherwise();
        return otherwise == null
                ? Given.of(then.value())
                : Given.of(then.value().join(otherwise.accept(guarded()).value()));
    }

    @Override
    public Given visitCoalesce(Syntax.Coalesce syntax) {
        return either(syntax.left(), syntax.right());
    }

    @Override
    public Given visitElvis(Syntax.Elvis syntax) {
        return either(syntax.left(), syntax.right());
    }

    private Given either(Syntax left, Syntax right) {
        Given first = left.accept(guarded());
        Given second = right.accept(guarded());
        return first.isUndefined()
                ? Given.of(second.value())
                : Given.of(first.value().join(second.value()));
    }

    @Override
    public Given visitBinding(Syntax.Binding syntax) {
        return syntax.value().accept(this);
    }

    @Override
    public Given visitBlock(Syntax.Block syntax) {
        Map<String, Value> inner = new HashMap<>(locals);
        Given last = Given.ANY;
        Evaluation evaluation = with(inner, context, new Mood(listener, certain, guarded));
        for (Syntax expression : syntax.expressions()) {
            last = expression.accept(evaluation);
            if (expression instanceof Syntax.Binding binding) {
                inner.put(binding.variable(), last.isUndefined() ? Value.ANY : last.value());
            }
        }
        return last;
    }

    @Override
    public Given visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        return Constructors.array(syntax, this);
    }

    @Override
    public Given visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        return Constructors.object(syntax, this);
    }

    @Override
    public Given visitCall(Syntax.Call syntax) {
        return Calls.of(syntax, syntax.arguments(), this);
    }

    @Override
    public Given visitPartialCall(Syntax.PartialCall syntax) {
        syntax.arguments().forEach(argument -> swallow(argument.accept(perhaps())));
        return Given.ANY;
    }

    @Override
    public Given visitApply(Syntax.Apply syntax) {
        if (syntax.right() instanceof Syntax.Call call) {
            List<Syntax> arguments = new java.util.ArrayList<>(call.arguments());
            arguments.add(0, syntax.left());
            return Calls.of(call, arguments, this);
        }
        swallow(syntax.left().accept(perhaps()));
        syntax.right().accept(perhaps());
        return Given.ANY;
    }

    @Override
    public Given visitLambda(Syntax.Lambda syntax) {
        return lambda(syntax, List.of());
    }

    /** Looks at the body of a function whose first arguments are known; of the others nothing is. */
    Given lambda(Syntax.Lambda lambda, List<Value> arguments) {
        Map<String, Value> parameters = new HashMap<>();
        for (int i = 0; i < lambda.parameters().size(); i++) {
            parameters.put(lambda.parameters().get(i), i < arguments.size() ? arguments.get(i) : Value.ANY);
        }
        return lambda.body().accept(withLocals(parameters));
    }

    /** Returns whether a name stands for a function of the language here. */
    boolean isFunction(String name) {
        return !locals.containsKey(name)
                && !bound.contains(name)
                && !surroundings.variables().containsKey(name)
                && Functions.result(name) != null;
    }
}
