package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of an expression on its way from the tree to code: paths are flat, and everything is noted that steps say about each other. */
final class Part {
    enum Kind {
        PATH,
        SORT,
        NAME,
        STRING,
        VALUE,
        PARENT,
        VARIABLE,
        BLOCK,
        ARRAY,
        LEAF,
        OTHER
    }

    /** A predicate, or the variable for an index. */
    record Stage(@Nullable Part predicate, @Nullable String index) {}

    /** A pair of an object. */
    record Pair(Part key, Part value) {}

    /** A term of a sort. */
    record Term(Part expression, boolean descending) {}

    final Syntax syntax;
    Kind kind;
    /** The steps of a path, the expressions of a block, the operands of anything else. */
    final List<Part> parts = new ArrayList<>();

    final List<Stage> stages = new ArrayList<>();
    final List<Part> predicates = new ArrayList<>();
    final List<Pair> pairs = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();

    @Nullable
    List<Pair> group;

    int groupPosition;

    @Nullable
    String focus;

    @Nullable
    String index;

    @Nullable
    Slot ancestor;

    @Nullable
    Slot slot;

    @Nullable
    List<Slot> seeking;

    boolean tuple;
    boolean keepArray;
    boolean keepSingleton;
    boolean oneItem;

    Part(Kind kind, Syntax syntax) {
        this.kind = kind;
        this.syntax = syntax;
    }

    static Part pathOf(Part step) {
        Part path = new Part(Kind.PATH, step.syntax);
        path.parts.add(step);
        return path;
    }

    Part last() {
        return parts.get(parts.size() - 1);
    }

    /** Returns the step that something written behind this belongs to. */
    Part step() {
        return kind == Kind.PATH ? last() : this;
    }

    /** Takes over the parents that a part looks for and has not found. */
    void seekWith(Part part) {
        List<Slot> theirs = part.seeking == null ? new ArrayList<>() : part.seeking;
        if (part.slot != null && part.kind == Kind.PARENT) {
            theirs.add(part.slot);
        }
        if (theirs.isEmpty()) {
            return;
        }
        if (seeking == null) {
            seeking = theirs;
        } else if (seeking != theirs) {
            seeking.addAll(theirs);
        }
    }
}
