package dev.stepwright.diagram.picture;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.State;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.Fate;
import dev.stepwright.diagram.course.StateCourse;
import dev.stepwright.diagram.course.Way;
import dev.stepwright.runtime.history.Elapsed;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What a picture shows besides the definition: nothing, the course of an execution, or what tests have gone through. */
public final class Lens {
    /** Shows the definition alone. */
    public static final Lens PLAIN = new Lens(Course.NONE, What.NOTHING);

    private static final Lens ELSEWHERE = new Lens(Course.NONE, What.ELSEWHERE);

    private static final List<Fate> BY_IMPORTANCE = List.of(Fate.values());

    private enum What {
        NOTHING,
        ELSEWHERE,
        EXECUTION,
        TESTS
    }

    private final Course course;
    private final What what;

    private Lens(Course course, What what) {
        this.course = course;
        this.what = what;
    }

    /** Returns a lens that shows what an execution has done. */
    public static Lens execution(Course course) {
        return new Lens(course, What.EXECUTION);
    }

    /** Returns a lens that shows what tests have gone through, and what not. */
    public static Lens tests(Course course) {
        return new Lens(course, What.TESTS);
    }

    boolean isPlain() {
        return what == What.NOTHING;
    }

    /** Returns the lens for what is within a state: the items of a distributed Map are in executions of their own. */
    Lens within(State state) {
        return !isPlain() && state instanceof MapState map && map.isDistributed() ? ELSEWHERE : this;
    }

    Trail state(String name) {
        StateCourse state = course.state(name);
        return switch (what) {
            case NOTHING -> Trail.NONE;
            case ELSEWHERE -> new Trail(Mark.ELSEWHERE, 0, 0, Mark.ELSEWHERE.words());
            case EXECUTION -> new Trail(mark(state), state.entered(), state.retries(), words(state));
            case TESTS -> tests(state.entered());
        };
    }

    /**
     * Returns what has happened on a way.
     *
     * @param isOnly whether there is no other way between the two states: then it does not matter how the history tells of it
     */
    Trail way(Way way, boolean isOnly) {
        int other = isOnly ? course.taken(new Way(way.from(), way.to(), !way.isCatch())) : 0;
        return taken(course.taken(way) + other);
    }

    /** Returns what has happened on the way from a start to its first state. */
    Trail start(String first) {
        return taken(Math.min(1, course.state(first).entered()));
    }

    /** Returns what has happened on the way from a state to an end. */
    Trail end(String last) {
        return taken(course.state(last).count(Fate.PASSED));
    }

    private Trail taken(int count) {
        return switch (what) {
            case NOTHING, ELSEWHERE -> Trail.NONE;
            case EXECUTION ->
                new Trail(
                        count > 0 ? Mark.PASSED : Mark.UNTOUCHED,
                        count,
                        0,
                        count > 0 ? "taken " + times(count) : "not taken");
            case TESTS -> tests(count);
        };
    }

    private static Trail tests(int count) {
        return count > 0
                ? new Trail(Mark.TESTED, 0, 0, times(count) + " in tests")
                : new Trail(Mark.UNTESTED, 0, 0, "not tested");
    }

    private static Mark mark(StateCourse state) {
        return BY_IMPORTANCE.stream()
                .filter(fate -> state.count(fate) > 0)
                .findFirst()
                .map(fate -> Mark.valueOf(fate.name()))
                .orElse(Mark.UNTOUCHED);
    }

    private static String words(StateCourse state) {
        if (state.entered() == 0) {
            return "not reached";
        }
        StringJoiner words = new StringJoiner(", ");
        words.add("entered " + times(state.entered()));
        for (Fate fate : BY_IMPORTANCE) {
            int count = state.count(fate);
            if (count > 0 && count < state.entered()) {
                words.add(fate.name().toLowerCase(Locale.ROOT) + " " + count);
            } else if (count > 0) {
                words.add(Mark.valueOf(fate.name()).words());
            }
        }
        if (state.retries() > 0) {
            words.add("retried " + times(state.retries()));
        }
        if (state.count(Fate.RUNNING) < state.entered()) {
            words.add(Elapsed.text(state.inAll())
                    + (state.entered() > 1 ? " in total, " + Elapsed.text(state.longest()) + " at most" : ""));
        }
        return state.error() == null ? words.toString() : words + "\nlast error " + state.error();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
