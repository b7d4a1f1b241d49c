package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Trail;
import dev.stepwright.types.lattice.Description;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Fits;
import dev.stepwright.types.report.FlowRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges the conditions of JSONPath Choice rules in the order in which they are tested. */
public final class Conditions {
    private final Expressions expressions;
    private final Reads reads;

    public Conditions(Expressions expressions, Reads reads) {
        this.expressions = expressions;
        this.reads = reads;
    }

    /**
     * Judges a condition.
     *
     * @param certain whether it is tested whenever the state runs
     */
    public Verdict judge(JsonNode rule, Frame frame, Trail trail, boolean certain) {
        if (rule.path("And").isArray()) {
            return all(rule.get("And"), frame, trail.member("And"), certain, true);
        }
        if (rule.path("Or").isArray()) {
            return all(rule.get("Or"), frame, trail.member("Or"), certain, false);
        }
        if (rule.path("Not").isObject()) {
            return judge(rule.get("Not"), frame, trail.member("Not"), certain).negated();
        }
        Optional<Comparison> comparison = Comparison.of(rule);
        Optional<JsonPath> variable = expressions.path(rule.path("Variable").asString(""));
        return comparison.isEmpty() || variable.isEmpty()
                ? Verdict.OPEN
                : test(rule, new Test(comparison.get(), variable.get(), trail, certain), frame);
    }

    private record Test(Comparison comparison, JsonPath variable, Trail trail, boolean certain) {}

    /** Or is And with both outcomes exchanged: operands are tested in order until one decides. */
    private Verdict all(JsonNode operands, Frame frame, Trail trail, boolean certain, boolean and) {
        boolean canHold = true;
        boolean picks = false;
        boolean failurePicks = true;
        Set<Fact> proved = new HashSet<>();
        @Nullable Set<Fact> whenDecided = null;
        Frame refined = frame;
        for (int i = 0; i < operands.size() && canHold; i++) {
            Verdict judged = judge(operands.get(i), refined, trail.element(i), certain && i == 0);
            Verdict verdict = and ? judged : judged.negated();
            canHold = verdict.whenTrue().possible();
            if (verdict.whenFalse().possible()) {
                whenDecided = common(whenDecided, proved, verdict.whenFalse().proved());
            }
            picks |= verdict.whenTrue().picks();
            failurePicks &= verdict.whenFalse().picks();
            proved.addAll(verdict.whenTrue().proved());
            refined = verdict.whenTrue().apply(refined);
        }
        Set<Fact> decided = whenDecided == null ? Set.of() : whenDecided;
        Verdict verdict = new Verdict(
                new Outcome(canHold, proved, picks), new Outcome(whenDecided != null, decided, failurePicks));
        return and ? verdict : verdict.negated();
    }

    /** What is proved whichever operand decides: before the last one, the operands before it did not. */
    private static Set<Fact> common(@Nullable Set<Fact> sofar, Set<Fact> before, Set<Fact> last) {
        Set<Fact> common = new HashSet<>();
        for (Fact fact : sofar == null ? before : sofar) {
            if (sofar == null || before.contains(fact) || last.contains(fact)) {
                common.add(fact);
            }
        }
        if (sofar == null) {
            common.addAll(last);
        }
        return common;
    }

    private Verdict test(JsonNode rule, Test test, Frame frame) {
        String operator = test.comparison().operator();
        if (operator.equals("IsPresent")) {
            return presence(test, rule.get(operator), frame);
        }
        Need need = test.comparison().need().orElse(Need.VALUE);
        Trail at = test.trail().member("Variable");
        Value value = reads.read(test.variable(), frame, at, need, test.certain());
        Outcomes outcomes = new Outcomes(
                Fact.present(test.variable(), false),
                Fact.present(test.variable(), true),
                Selecting.of(test.variable(), frame).whenCompared());
        if (test.comparison().need().isEmpty()) {
            return ofType(operator, rule.get(operator), value, outcomes);
        }
        if (test.comparison().isWithPath()) {
            readOther(rule, test, frame, need);
        }
        boolean canHold = !Fits.never(value, need) && !value.isNever();
        if (Fits.never(value, need)) {
            reads.recorder().report(FlowRule.RULE_NEVER, test.trail(), () -> never(test, value));
        }
        return outcomes.matched(canHold, true);
    }

    /**
     * Makes verdicts of a test of what is there.
     *
     * @param present what is proved in any case
     * @param matched what is proved if it is not null
     */
    private record Outcomes(Set<Fact> present, Set<Fact> matched, boolean picks) {
        Verdict matched(boolean canHold, boolean canFail) {
            return new Verdict(new Outcome(canHold, matched, picks), new Outcome(canFail, present, picks));
        }

        Verdict isNull(boolean canHold, boolean canFail) {
            return new Verdict(new Outcome(canHold, present, picks), new Outcome(canFail, matched, picks));
        }
    }

    private String never(Test test, Value value) {
        return "state %s: %s never matches, because %s is always %s; use an operator of that type"
                .formatted(
                        JsonText.quote(reads.node().name()),
                        test.comparison().operator(),
                        test.variable().text(),
                        Description.of(Documented.kinds(value)));
    }

    private void readOther(JsonNode rule, Test test, Frame frame, Need need) {
        String operator = test.comparison().operator();
        expressions
                .path(rule.path(operator).asString(""))
                .ifPresent(path -> reads.read(path, frame, test.trail().member(operator), need, test.certain()));
    }

    /** Returns which path a condition wants to be there that never is, and what is there instead. */
    public Optional<String> absent(JsonNode rule, Frame frame) {
        if (rule.path("And").isArray()) {
            return rule.get("And")
                    .valueStream()
                    .flatMap(operand -> absent(operand, frame).stream())
                    .findFirst();
        }
        return Optional.of(rule)
                .filter(test -> test.path("IsPresent").asBoolean(false))
                .flatMap(test -> expressions.path(test.path("Variable").asString("")))
                .flatMap(path -> Optional.of(Walk.of(path, frame))
                        .filter(walk -> walk.lack() == Lack.ALWAYS)
                        .map(walk -> path.text() + " never exists: " + Missing.of(path, walk, frame)));
    }

    /** The one test that a missing path does not fail. */
    private Verdict presence(Test test, JsonNode expected, Frame frame) {
        Walk walk = Walk.of(test.variable(), frame);
        reads.recorder().use(reads.node(), walk.value(), Need.VALUE, false);
        reads.recorder().ask(reads.node(), walk.value());
        boolean absent = walk.lack() != null && walk.lack().isSure();
        boolean surely = walk.isFound() && Certainty.of(test.variable(), frame);
        Selecting selecting = Selecting.of(test.variable(), frame);
        Verdict present = new Verdict(
                new Outcome(!absent, Fact.present(test.variable(), false), selecting.whenPresent()),
                new Outcome(!surely, Fact.absent(test.variable()), selecting.whenAbsent()));
        return expected.asBoolean(true) ? present : present.negated();
    }

    private static Verdict ofType(String operator, JsonNode expected, Value value, Outcomes outcomes) {
        Verdict verdict = switch (operator) {
            case "IsNull" -> outcomes.isNull(canBe(value, Kind.NULL), !value.isOnly(Kind.NULL));
            case "IsString" -> outcomes.matched(canBe(value, Kind.STRING), !value.isOnly(Kind.STRING));
            case "IsBoolean" -> outcomes.matched(canBe(value, Kind.BOOLEAN), !value.isOnly(Kind.BOOLEAN));
            case "IsTimestamp" -> outcomes.matched(canBe(value, Kind.STRING), true);
            case "IsNumeric" -> outcomes.matched(!value.isKnown() || value.canBeNumber(), true);
            default -> new Outcomes(outcomes.present(), outcomes.present(), outcomes.picks()).matched(true, true);
        };
        return expected.asBoolean(true) ? verdict : verdict.negated();
    }

    private static boolean canBe(Value value, Kind kind) {
        return !value.isKnown() || value.can(kind);
    }
}
