package dev.stepwright.asl.template;

import dev.stepwright.asl.template.TerraformFile.Located;
import dev.stepwright.hcl.HclExpression;
import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.Conditional;
import dev.stepwright.hcl.HclExpression.Literal;
import dev.stepwright.hcl.HclExpression.Member;
import dev.stepwright.hcl.HclExpression.ObjectValue;
import dev.stepwright.hcl.HclExpression.Operation;
import dev.stepwright.hcl.HclExpression.Part;
import dev.stepwright.hcl.HclExpression.Reference;
import dev.stepwright.hcl.HclExpression.Template;
import dev.stepwright.hcl.HclExpression.Tuple;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is known of values of Terraform before it is applied: what follows from constants, and from variables that somebody gives or that have a default. */
final class TerraformValues {
    private static final Set<String> COMPARISONS = Set.of("==", "!=");

    /** Nobody writes values that lead from one to another more often. */
    private static final int DEEPEST = 100;
    /** More elements than these no definition has. */
    private static final int MANY = 100_000;
    /** A longer text no definition has. */
    private static final int LONGEST = 1 << 20;

    private final TerraformModule module;
    private final TerraformGiven given;
    private final boolean areVariablesKnown;
    private final Map<HclExpression, Located> resolved = new IdentityHashMap<>();
    private final Map<HclExpression, Optional<Map<String, Entry>>> entries = new IdentityHashMap<>();
    private final Map<Template, Optional<String>> constants = new IdentityHashMap<>();

    private int depth;

    /** A value in an object, and its name. */
    record Entry(Located name, Located value) {}

    private TerraformValues(TerraformModule module, Map<String, String> given, boolean areVariablesKnown) {
        this.module = module;
        this.given = new TerraformGiven(module, given);
        this.areVariablesKnown = areVariablesKnown;
    }

    /** Returns those of a module in which variables are not known, nor constants by other names than their own. */
    static TerraformValues written(TerraformModule module) {
        return new TerraformValues(module, Map.of(), false);
    }

    /** @param given values by what refers to them: {@code var.stage} */
    static TerraformValues known(TerraformModule module, Map<String, String> given) {
        return new TerraformValues(module, given, true);
    }

    /** Returns values that somebody gives, by names. */
    Map<String, String> given() {
        return given.values();
    }

    TerraformModule module() {
        return module;
    }

    /** Returns what an expression comes to, as far as that is known. */
    Located resolved(Located written) {
        Located known = resolved.get(written.value());
        if (known == null) {
            // Nothing is known of one that goes round in a circle.
            resolved.put(written.value(), written);
            known = deeper(written, () -> written.value().accept(new Resolution(written)));
            resolved.put(written.value(), known);
        }
        return known;
    }

    /** Of what leads on and on nothing is known. */
    private <T> T deeper(T unknown, Supplier<T> known) {
        if (depth == DEEPEST) {
            return unknown;
        }
        depth++;
        try {
            return known.get();
        } finally {
            depth--;
        }
    }

    /** Returns the expression that is the same without being put into a text that holds nothing else. */
    Located unwrapped(Located written) {
        return written.value() instanceof Template template
                ? template.only().map(inner -> unwrapped(written.with(inner))).orElse(written)
                : written;
    }

    /**
     * Returns what stands for an expression in a definition: for a reference to a text, a number or a boolean the reference, unless it is known what it comes to and
     * that can stand there.
     */
    Located placed(Located written) {
        Located resolved = resolved(written);
        boolean isConstant = resolved.value() instanceof Literal || resolved.value() instanceof Template;
        return isConstant && isReference(written.value()) && !canStand(written) ? written : resolved;
    }

    private static boolean isReference(HclExpression value) {
        return !value.text().isEmpty() && !(value instanceof Literal);
    }

    private boolean canStand(Located written) {
        boolean isKnown = areVariablesKnown
                || written.value() instanceof Reference name && given.of(name).isPresent();
        return isKnown && constant(written).filter(KnownValues::canStand).isPresent();
    }

    /** Returns the text of a constant; empty for {@code null}, and for all that is no text, number or boolean, or not known. */
    Optional<String> constant(Located written) {
        Located value = resolved(written);
        if (value.value() instanceof Literal literal) {
            return Optional.of(literal.json()).filter(json -> !json.equals("null"));
        }
        if (!(value.value() instanceof Template template)) {
            return Optional.empty();
        }
        Optional<String> known = constants.get(template);
        if (known == null) {
            // Nothing is known of one that goes round in a circle.
            constants.put(template, Optional.empty());
            known = deeper(Optional.empty(), () -> text(value, template));
            constants.put(template, known);
        }
        return known;
    }

    private Optional<String> text(Located value, Template template) {
        StringBuilder text = new StringBuilder();
        for (Part part : template.parts()) {
            Optional<String> piece = part instanceof Part.Text words
                    ? Optional.of(words.text())
                    : part instanceof Part.Interpolation inner ? constant(value.with(inner.value())) : Optional.empty();
            if (piece.isEmpty() || text.length() + piece.get().length() > LONGEST) {
                return Optional.empty();
            }
            text.append(piece.get());
        }
        return Optional.of(text.toString());
    }

    /** Returns what is in an object, or in several that are merged, by names; of those with one name the last. Empty if it is no object, or not known. */
    Optional<Map<String, Entry>> entries(Located object) {
        Located value = resolved(object);
        Optional<Map<String, Entry>> known = entries.get(value.value());
        if (known == null) {
            entries.put(value.value(), Optional.empty());
            known = value.value() instanceof ObjectValue members
                    ? Optional.of(entries(value, members))
                    : call("merge", value).flatMap(call -> deeper(Optional.empty(), () -> merged(value, call)));
            entries.put(value.value(), known);
        }
        return known;
    }

    /** Returns the values of an object by their names, without those whose names are not known; none of what is no object. */
    Map<String, Located> values(Located object) {
        Map<String, Located> values = new LinkedHashMap<>();
        entries(object)
                .orElse(Map.of())
                .values()
                .forEach(entry -> constant(entry.name()).ifPresent(name -> values.put(name, entry.value())));
        return values;
    }

    private Map<String, Entry> entries(Located object, ObjectValue value) {
        Map<String, Entry> all = new LinkedHashMap<>();
        for (Member member : value.members()) {
            Located name = object.with(member.name());
            String key = constant(name).orElseGet(() -> "\0" + member.name().at());
            all.put(key, new Entry(name, object.with(member.value())));
        }
        return all;
    }

    private Optional<Map<String, Entry>> merged(Located call, Call merge) {
        Map<String, Entry> all = new LinkedHashMap<>();
        for (HclExpression argument : merge.arguments()) {
            Optional<Map<String, Entry>> some = entries(call.with(argument));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.putAll(some.get());
        }
        return Optional.of(all);
    }

    /** Returns what is in a list, or in several that are one behind the other; empty if it is no list, or not known. */
    Optional<List<Located>> elements(Located list) {
        Located value = resolved(list);
        if (value.value() instanceof Tuple tuple) {
            return Optional.of(tuple.elements().stream().map(value::with).toList());
        }
        return call("concat", value).flatMap(concat -> deeper(Optional.empty(), () -> joined(value, concat)));
    }

    private Optional<List<Located>> joined(Located call, Call concat) {
        List<Located> all = new ArrayList<>();
        for (HclExpression argument : concat.arguments()) {
            Optional<List<Located>> some = elements(call.with(argument));
            if (some.isEmpty() || all.size() > MANY) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    /** Returns the call of a function that a value is. */
    static Optional<Call> call(String function, Located value) {
        return value.value() instanceof Call call && call.function().equals(function)
                ? Optional.of(call)
                : Optional.empty();
    }

    /** What one expression comes to. */
    private final class Resolution implements HclExpression.Visitor<Located> {
        private final Located written;

        Resolution(Located written) {
            this.written = written;
        }

        @Override
        public Located other(HclExpression expression) {
            return written;
        }

        @Override
        public Located template(Template template) {
            return template.only().map(inner -> resolved(written.with(inner))).orElse(written);
        }

        @Override
        public Located reference(Reference reference) {
            return given.of(reference)
                    .map(value -> written.with(value))
                    .or(() -> target(reference))
                    .orElse(written);
        }

        private Optional<Located> target(Reference reference) {
            List<String> steps = reference.steps();
            Map<String, Located> variables = written.file().variables();
            if (variables != null) {
                return Optional.ofNullable(variables.get(steps.get(0)))
                        .flatMap(value -> within(value, steps.subList(1, steps.size())));
            }
            if (steps.size() < 2) {
                return Optional.empty();
            }
            Optional<Located> start = switch (steps.get(0)) {
                case "local" -> module.local(steps.get(1));
                case "var" -> variable(steps.get(1));
                default -> Optional.empty();
            };
            return start.flatMap(value -> within(value, steps.subList(2, steps.size())));
        }

        private Optional<Located> variable(String name) {
            return areVariablesKnown ? module.defaultOf(name).map(value -> typed(name, value)) : Optional.empty();
        }

        private Located typed(String name, Located value) {
            boolean isText =
                    value.value() instanceof Literal literal && !literal.json().equals("null") && module.isText(name);
            return isText ? value.with(Template.of(value.value().at(), ((Literal) value.value()).json())) : value;
        }

        private Optional<Located> within(Located value, List<String> steps) {
            Optional<Located> found = Optional.of(value);
            for (String step : steps) {
                found = found.flatMap(from -> entries(from)
                        .map(all -> Optional.ofNullable(all.get(step)).map(Entry::value))
                        .orElseGet(() -> element(from, step)));
            }
            return found.map(TerraformValues.this::resolved);
        }

        private Optional<Located> element(Located list, String index) {
            return elements(list)
                    .filter(all -> index.matches("\\d{1,6}") && Integer.parseInt(index) < all.size())
                    .map(all -> all.get(Integer.parseInt(index)));
        }

        @Override
        public Located conditional(Conditional conditional) {
            return constant(written.with(conditional.condition()))
                    .map(condition -> condition.equals("true") ? conditional.yes() : conditional.no())
                    .map(choice -> resolved(written.with(choice)))
                    .orElse(written);
        }

        @Override
        public Located operation(Operation operation) {
            if (!COMPARISONS.contains(operation.operator())) {
                return written;
            }
            Optional<String> left = comparable(operation.left());
            Optional<String> right = comparable(operation.right());
            if (left.isEmpty() || right.isEmpty()) {
                return written;
            }
            boolean isTrue = left.equals(right) == operation.operator().equals("==");
            return written.with(new Literal(operation.at(), String.valueOf(isTrue)));
        }

        private Optional<String> comparable(HclExpression side) {
            Located value = resolved(written.with(side));
            return value.value() instanceof Literal literal ? Optional.of(literal.json()) : constant(value);
        }
    }
}
