package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One evaluation while it runs: what it sees, what it makes, and whom it calls. Used by one thread. */
public final class Evaluation extends Budget {
    private static final JsonNode[] NONE = {};
    private static final int ELEMENT = 16;
    private static final int LARGEST_RANGE = 10_000_000;

    private final JsonNode root;
    private final Surroundings surroundings;
    private final @Nullable JsonNode[] globals;
    private final int mostElements;
    private @Nullable Object place;
    private @Nullable Object keptFor;
    private @Nullable Object kept;
    private @Nullable Instant now;
    private @Nullable FunctionValue tailFunction;
    private JsonNode[] tailArguments = NONE;

    /**
     * @param root what {@code $$} stands for
     * @param globals how many names of bindings the expression uses
     */
    public Evaluation(JsonNode root, Surroundings surroundings, int globals) {
        super(surroundings.bounds(), surroundings.nanoTime());
        this.root = root;
        this.surroundings = surroundings;
        this.globals = globals == 0 ? NONE : new JsonNode[globals];
        this.mostElements = surroundings.bounds().elements();
    }

    /** Notes where {@code $eval} is called, null for nowhere, and returns what was noted before. */
    public @Nullable Object place(@Nullable Object other) {
        Object before = place;
        place = other;
        return before;
    }

    /** Returns where {@code $eval} is called, null if it is called by another function. */
    public @Nullable Object place() {
        return place;
    }

    public JsonNode root() {
        return root;
    }

    /** Returns a binding, asked for at most once unless {@code slot} is negative; null if the name is not bound. */
    public @Nullable JsonNode global(int slot, String name) {
        if (slot < 0) {
            return surroundings.bindings().apply(name);
        }
        JsonNode value = globals[slot];
        if (value == null) {
            value = surroundings.bindings().apply(name);
            globals[slot] = value;
        }
        return value;
    }

    /** Returns what was made for an owner, made now unless it was the last thing asked for. */
    @SuppressWarnings("unchecked") // what belongs to an owner was made for it
    public <O, T> T kept(O owner, Function<O, T> make) {
        if (keptFor != owner || kept == null) {
            keptFor = owner;
            kept = make.apply(owner);
        }
        return (T) kept;
    }

    /** Returns the time of this evaluation, the same whenever it is asked for. */
    public Instant now() {
        if (now == null) {
            now = surroundings.now().get();
        }
        return now;
    }

    /** Returns a number of at least 0 and below 1. */
    public double random() {
        return surroundings.random().getAsDouble();
    }

    /** Adds an element. */
    public void append(Sequence sequence, JsonNode item) {
        List<JsonNode> items = sequence.items();
        if (items.size() >= mostElements) {
            throw tooMany();
        }
        charge(ELEMENT);
        items.add(item);
    }

    /** Adds all elements of an array. */
    public void appendAll(Sequence sequence, JsonNode array) {
        int size = array.size();
        List<JsonNode> items = sequence.items();
        if ((long) items.size() + size > mostElements) {
            throw tooMany();
        }
        charge((long) ELEMENT * size);
        steps(size / 8);
        if (array instanceof Sequence other) {
            chargeMade(other);
            items.addAll(other.items());
        } else {
            for (int i = 0; i < size; i++) {
                items.add(array.get(i));
            }
        }
    }

    /** Counts the numbers of a range that becomes a list: they are made only then. */
    void chargeMade(Sequence sequence) {
        if (sequence.items() instanceof RangeList) {
            charge((long) NODE * sequence.size());
            steps(sequence.size());
        }
    }

    /** Adds an element, or the elements of an array that is not one item in itself. */
    public void appendFlat(Sequence sequence, JsonNode value) {
        if (value.isArray() && !(value instanceof Sequence made && made.isConstructed())) {
            appendAll(sequence, value);
        } else {
            append(sequence, value);
        }
    }

    private JsonataException tooMany() {
        return JsonataException.of("D2015", mostElements);
    }

    /** Returns the whole numbers of a range, counted as one array. */
    public Sequence range(long from, long to) {
        long size = to - from + 1;
        if (size > LARGEST_RANGE || size < 0) {
            throw JsonataException.of("D2014", size < 0 ? (double) to - from + 1 : size);
        }
        if (size > mostElements) {
            throw tooMany();
        }
        return Sequence.over(new RangeList(from, (int) size));
    }

    /** Leaves a call to be made by whoever called the function that is running. */
    public JsonNode tailCall(FunctionValue function, JsonNode[] arguments) {
        tailFunction = function;
        tailArguments = arguments;
        return TailCall.PENDING;
    }

    /** Calls a function from within another one, which takes more of the stack than an expression does. */
    public JsonNode callBack(FunctionValue function, JsonNode... arguments) {
        enter();
        enter();
        JsonNode result = call(function, Undefined.VALUE, arguments);
        leave();
        leave();
        return result;
    }

    /** Calls a function, and the functions that it calls last, without growing the stack for those. */
    @SuppressWarnings("ReferenceEquality") // there is one such mark
    public JsonNode call(FunctionValue function, JsonNode context, JsonNode... arguments) {
        step();
        JsonNode result = function.invoke(arguments, context, this);
        while (result == TailCall.PENDING) {
            step();
            FunctionValue next = tailFunction;
            if (next == null) {
                throw new IllegalStateException("a tail call without a function");
            }
            result = next.invoke(tailArguments, context, this);
        }
        return result;
    }
}
