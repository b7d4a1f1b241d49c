package dev.stepwright.expression;

import java.util.List;

/** A path that can lead to one place only: names and indexes, nothing of {@code @ , : ? * ..}. ASL: Reference Paths. */
public final class ReferencePath {
    private final JsonPath path;

    private ReferencePath(JsonPath path) {
        this.path = path;
    }

    /**
     * Returns the reference path that a text stands for.
     *
     * @param text begins with {@code $}, {@code $$} or {@code $name}; a special character in a name is written with a backslash
     *     before it ({@code $.a\.b}) or in brackets ({@code $['a.b']})
     * @throws ExpressionSyntaxException if it is not a path, or could lead to several places
     */
    public static ReferencePath parse(String text) {
        return new ReferencePath(PathParser.whole(text, true));
    }

    /** Returns what the path starts from. */
    public PathRoot root() {
        return path.root();
    }

    /** Returns the steps, each a {@link PathStep.Name} or {@link PathStep.Index}. */
    public List<PathStep> steps() {
        return path.steps();
    }

    @Override
    public String toString() {
        return path.text();
    }
}
