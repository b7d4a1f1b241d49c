package dev.stepwright.dsl.tree;

import dev.stepwright.json.JavaValues;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** The Java types of expressions, as far as the classes behind them say. */
public final class TreeTypes implements TreeVisitor<JavaType> {
    private static final TypeFactory TYPES = JavaValues.mapper().getTypeFactory();

    private final JavaType input;
    private final JavaType result;

    private TreeTypes(JavaType input, JavaType result) {
        this.input = input;
        this.result = result;
    }

    /**
     * Returns the type of an expression's value; {@code Object} where it is not known.
     *
     * @param input the type of the state's input
     * @param result the type of what the state's work gave; for a handler of errors, of the error; for
     *     what a Map state makes for its processor, of the item
     */
    public static JavaType of(Tree tree, JavaType input, JavaType result) {
        return tree.accept(new TreeTypes(input, result));
    }

    /** Returns the class whose fields the expression reads from the state's input; empty if it reads none by an accessor. */
    public static Optional<Class<?>> inputClass(Tree tree) {
        if (tree instanceof Tree.Selection selection) {
            boolean input = selection.origin() == Origin.Place.INPUT
                    && !selection.segments().isEmpty();
            return input ? Optional.of(selection.segments().get(0).owner()) : Optional.empty();
        }
        List<Tree> reading = tree instanceof Tree.Within within ? List.of(within.place()) : tree.parts();
        return reading.stream()
                .map(TreeTypes::inputClass)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public JavaType selection(Tree.Selection tree) {
        JavaType type = origin(tree.origin());
        for (Segment segment : tree.segments()) {
            type = step(type, segment);
        }
        return type;
    }

    @Override
    public JavaType steps(Tree.Steps tree) {
        JavaType type = tree.base().accept(this);
        for (Segment segment : tree.segments()) {
            type = step(type, segment);
        }
        return type;
    }

    private JavaType origin(Origin origin) {
        if (origin instanceof Origin.Variable variable) {
            return TYPES.constructType(variable.type());
        }
        return switch ((Origin.Place) origin) {
            case INPUT -> input;
            case RESULT, ERROR_OUTPUT, ITEM -> result;
            case CONTEXT -> TypeFactory.unknownType();
        };
    }

    /** A generic owner, such as {@code Page<Order>}, says what its type variables stand for. */
    private static JavaType step(JavaType from, Segment segment) {
        JavaType known = from.findSuperType(segment.owner());
        JavaType owner = known == null ? TYPES.constructType(segment.owner()) : known;
        return TYPES.resolveMemberType(segment.type(), owner.getBindings());
    }

    @Override
    public JavaType literal(Tree.Literal tree) {
        return TYPES.constructType(tree.type());
    }

    @Override
    public JavaType object(Tree.ObjectTemplate tree) {
        return TYPES.constructType(tree.type());
    }

    @Override
    public JavaType merge(Tree.Merge tree) {
        return input;
    }

    @Override
    public JavaType within(Tree.Within tree) {
        return of(tree.value(), tree.place().accept(this), result);
    }

    @Override
    public JavaType projection(Tree.Projection tree) {
        JavaType element = tree.list().accept(this).getContentType();
        return TYPES.constructCollectionType(
                List.class, step(element == null ? TypeFactory.unknownType() : element, tree.segment()));
    }

    @Override
    public JavaType format(Tree.Format tree) {
        return TYPES.constructType(String.class);
    }

    @Override
    public JavaType call(Tree.Call tree) {
        return switch (tree.function()) {
            case ARRAY, PARTITION -> TYPES.constructCollectionType(List.class, first(tree));
            case UNIQUE -> first(tree);
            case ITEM ->
                first(tree).getContentType() == null
                        ? TypeFactory.unknownType()
                        : first(tree).getContentType();
            case RANGE -> TYPES.constructCollectionType(List.class, Integer.class);
            case SPLIT -> TYPES.constructCollectionType(List.class, String.class);
            default -> TYPES.constructType(tree.type());
        };
    }

    private JavaType first(Tree.Call tree) {
        return tree.parts().isEmpty()
                ? TypeFactory.unknownType()
                : tree.parts().get(0).accept(this);
    }

    @Override
    public JavaType arithmetic(Tree.Arithmetic tree) {
        return tree.left().accept(this);
    }

    @Override
    public JavaType orElse(Tree.OrElse tree) {
        return tree.value().accept(this);
    }

    @Override
    public JavaType comparison(Tree.Comparison tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType match(Tree.Match tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType isPresent(Tree.IsPresent tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType isNull(Tree.IsNull tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType isType(Tree.IsType tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType logic(Tree.Logic tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType not(Tree.Not tree) {
        return TYPES.constructType(Boolean.class);
    }

    @Override
    public JavaType commented(Tree.Commented tree) {
        return tree.condition().accept(this);
    }

    @Override
    public JavaType verbatim(Tree.Verbatim tree) {
        return TYPES.constructType(tree.type());
    }
}
