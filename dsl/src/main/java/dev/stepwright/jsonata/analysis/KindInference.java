package dev.stepwright.jsonata.analysis;

import dev.stepwright.jsonata.syntax.BinaryOperator;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxVisitor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What kinds of values an expression can have, errors aside. Never leaves out a kind that is possible. */
public final class KindInference implements SyntaxVisitor<Set<Kind>> {
    private final KnownKinds known;
    private final Map<String, Set<Kind>> locals = new HashMap<>();

    private KindInference(KnownKinds known) {
        this.known = known;
    }

    /** Returns the kinds that are possible. */
    public static Set<Kind> of(Syntax syntax, KnownKinds known) {
        return syntax.accept(new KindInference(known));
    }

    private static Set<Kind> kinds(Kind first, Kind... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<Kind> union(Set<Kind> a, Set<Kind> b) {
        EnumSet<Kind> union = EnumSet.noneOf(Kind.class);
        union.addAll(a);
        union.addAll(b);
        return union;
    }

    @Override
    public Set<Kind> visitOther(Syntax syntax) {
        return EnumSet.allOf(Kind.class);
    }

    @Override
    public Set<Kind> visitStringLiteral(Syntax.StringLiteral syntax) {
        return kinds(Kind.STRING);
    }

    @Override
    public Set<Kind> visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return kinds(Kind.NUMBER);
    }

    @Override
    public Set<Kind> visitConstant(Syntax.Constant syntax) {
        return kinds(syntax.value().isNull() ? Kind.NULL : Kind.BOOLEAN);
    }

    @Override
    public Set<Kind> visitRegexLiteral(Syntax.RegexLiteral syntax) {
        return kinds(Kind.FUNCTION);
    }

    @Override
    public Set<Kind> visitLambda(Syntax.Lambda syntax) {
        return kinds(Kind.FUNCTION);
    }

    @Override
    public Set<Kind> visitPartialCall(Syntax.PartialCall syntax) {
        return kinds(Kind.FUNCTION);
    }

    @Override
    public Set<Kind> visitTransform(Syntax.Transform syntax) {
        return kinds(Kind.FUNCTION);
    }

    @Override
    public Set<Kind> visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        return kinds(Kind.ARRAY);
    }

    @Override
    public Set<Kind> visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        return kinds(Kind.OBJECT);
    }

    @Override
    public Set<Kind> visitNegation(Syntax.Negation syntax) {
        return kinds(Kind.NUMBER, Kind.UNDEFINED);
    }

    @Override
    public Set<Kind> visitBinary(Syntax.Binary syntax) {
        BinaryOperator operator = syntax.operator();
        return switch (operator) {
            case CONCATENATE -> kinds(Kind.STRING);
            case AND, OR, IN, EQUAL, NOT_EQUAL -> kinds(Kind.BOOLEAN);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> withOperands(Kind.BOOLEAN, syntax);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> withOperands(Kind.NUMBER, syntax);
        };
    }

    private Set<Kind> withOperands(Kind kind, Syntax.Binary syntax) {
        Set<Kind> operands = union(syntax.left().accept(this), syntax.right().accept(this));
        return operands.contains(Kind.UNDEFINED) ? kinds(kind, Kind.UNDEFINED) : kinds(kind);
    }

    @Override
    public Set<Kind> visitConditional(Syntax.Conditional syntax) {
        Syntax otherwise = syntax.otherwise();
        return union(syntax.then().accept(this), otherwise == null ? kinds(Kind.UNDEFINED) : otherwise.accept(this));
    }

    @Override
    public Set<Kind> visitCoalesce(Syntax.Coalesce syntax) {
        return fallback(syntax.left(), syntax.right());
    }

    @Override
    public Set<Kind> visitElvis(Syntax.Elvis syntax) {
        return fallback(syntax.left(), syntax.right());
    }

    private Set<Kind> fallback(Syntax left, Syntax right) {
        EnumSet<Kind> stays = EnumSet.noneOf(Kind.class);
        stays.addAll(left.accept(this));
        stays.remove(Kind.UNDEFINED);
        return union(stays, right.accept(this));
    }

    @Override
    public Set<Kind> visitBinding(Syntax.Binding syntax) {
        return syntax.value().accept(this);
    }

    @Override
    public Set<Kind> visitBlock(Syntax.Block syntax) {
        Map<String, Set<Kind>> outer = new HashMap<>(locals);
        Set<Kind> last = kinds(Kind.UNDEFINED);
        for (Syntax expression : syntax.expressions()) {
            last = expression.accept(this);
            // What is assigned somewhere within an expression may or may not have been assigned.
            AssignedNames.in(expression).forEach(name -> locals.put(name, EnumSet.allOf(Kind.class)));
            if (expression instanceof Syntax.Binding binding) {
                locals.put(binding.variable(), last);
            }
        }
        locals.clear();
        locals.putAll(outer);
        return last;
    }

    @Override
    public Set<Kind> visitVariable(Syntax.Variable syntax) {
        Set<Kind> local = locals.get(syntax.name());
        return local != null ? local : known.at(new ReadPath(syntax.name(), List.of()));
    }

    @Override
    public Set<Kind> visitName(Syntax.Name syntax) {
        return known.at(new ReadPath("", List.of(syntax.name())));
    }

    @Override
    public Set<Kind> visitPath(Syntax.Path syntax) {
        String root = "";
        List<String> fields = new ArrayList<>();
        for (Syntax step : syntax.steps()) {
            if (step instanceof Syntax.Name name) {
                fields.add(name.name());
            } else if (step instanceof Syntax.Variable variable
                    && fields.isEmpty()
                    && step == syntax.steps().get(0)) {
                root = variable.name();
            } else {
                return visitOther(syntax);
            }
        }
        return locals.containsKey(root) ? visitOther(syntax) : known.at(new ReadPath(root, fields));
    }

    @Override
    public Set<Kind> visitCall(Syntax.Call syntax) {
        boolean named = syntax.procedure() instanceof Syntax.Variable;
        String name = named ? ((Syntax.Variable) syntax.procedure()).name() : "";
        return named && !locals.containsKey(name) ? known.resultOf(name) : visitOther(syntax);
    }
}
