package dev.stepwright.jsonata.syntax;

import dev.stepwright.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a tree so that its text parses to an equal tree. */
final class SyntaxPrinter implements SyntaxVisitor<SyntaxPrinter> {
    private final StringBuilder out = new StringBuilder();

    private SyntaxPrinter() {}

    static String print(Syntax syntax) {
        return syntax.accept(new SyntaxPrinter()).out.toString();
    }

    private SyntaxPrinter put(Object part) {
        if (part instanceof Syntax syntax) {
            return syntax.accept(this);
        }
        out.append(part);
        return this;
    }

    private SyntaxPrinter put(Object... parts) {
        for (Object part : parts) {
            put(part);
        }
        return this;
    }

    private SyntaxPrinter list(String open, List<?> parts, String separator, String close) {
        put(open);
        String before = "";
        for (Object part : parts) {
            put(before).put(part);
            before = separator;
        }
        return put(close);
    }

    private SyntaxPrinter pairs(List<Syntax.Pair> pairs) {
        put("{");
        String before = "";
        for (Syntax.Pair pair : pairs) {
            put(before, pair.key(), ": ", pair.value());
            before = ", ";
        }
        return put("}");
    }

    @Override
    public SyntaxPrinter visitOther(Syntax syntax) {
        throw new IllegalStateException("no text for " + syntax.getClass());
    }

    @Override
    public SyntaxPrinter visitStringLiteral(Syntax.StringLiteral syntax) {
        return put(JsonText.quote(syntax.value()));
    }

    @Override
    public SyntaxPrinter visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return put(syntax.value().asString());
    }

    @Override
    public SyntaxPrinter visitConstant(Syntax.Constant syntax) {
        return put(syntax.value().toString());
    }

    @Override
    public SyntaxPrinter visitRegexLiteral(Syntax.RegexLiteral syntax) {
        return put("/", syntax.pattern(), "/", syntax.flags());
    }

    @Override
    public SyntaxPrinter visitVariable(Syntax.Variable syntax) {
        return put("$", syntax.name());
    }

    @Override
    public SyntaxPrinter visitName(Syntax.Name syntax) {
        return put(isPlain(syntax.name()) ? syntax.name() : "`" + syntax.name() + "`");
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) || name.charAt(0) == '$') {
            return false;
        }
        boolean word = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return word && !List.of("and", "or", "in", "true", "false", "null").contains(name);
    }

    @Override
    public SyntaxPrinter visitWildcard(Syntax.Wildcard syntax) {
        return put("*");
    }

    @Override
    public SyntaxPrinter visitDescendants(Syntax.Descendants syntax) {
        return put("**");
    }

    @Override
    public SyntaxPrinter visitParent(Syntax.Parent syntax) {
        return put("%");
    }

    @Override
    public SyntaxPrinter visitPlaceholder(Syntax.Placeholder syntax) {
        return put("?");
    }

    @Override
    public SyntaxPrinter visitPath(Syntax.Path syntax) {
        return list("", syntax.steps(), ".", "");
    }

    @Override
    public SyntaxPrinter visitFilter(Syntax.Filter syntax) {
        return put(syntax.base(), "[", syntax.predicate(), "]");
    }

    @Override
    public SyntaxPrinter visitKeepArray(Syntax.KeepArray syntax) {
        return put(syntax.base(), "[]");
    }

    @Override
    public SyntaxPrinter visitGroupBy(Syntax.GroupBy syntax) {
        return put(syntax.base()).pairs(syntax.pairs());
    }

    @Override
    public SyntaxPrinter visitSort(Syntax.Sort syntax) {
        put(syntax.base(), "^(");
        String before = "";
        for (Syntax.SortTerm term : syntax.terms()) {
            put(before, term.descending() ? ">" : "<", term.expression());
            before = ", ";
        }
        return put(")");
    }

    @Override
    public SyntaxPrinter visitFocusBinding(Syntax.FocusBinding syntax) {
        return put(syntax.base(), "@$", syntax.variable());
    }

    @Override
    public SyntaxPrinter visitIndexBinding(Syntax.IndexBinding syntax) {
        return put(syntax.base(), "#$", syntax.variable());
    }

    @Override
    public SyntaxPrinter visitBinary(Syntax.Binary syntax) {
        return put(syntax.left(), " " + syntax.operator().text() + " ", syntax.right());
    }

    @Override
    public SyntaxPrinter visitNegation(Syntax.Negation syntax) {
        return put("-", syntax.operand());
    }

    @Override
    public SyntaxPrinter visitConditional(Syntax.Conditional syntax) {
        put(syntax.condition(), " ? ", syntax.then());
        @Nullable Syntax otherwise = syntax.otherwise();
        return otherwise == null ? this : put(" : ", otherwise);
    }

    @Override
    public SyntaxPrinter visitCoalesce(Syntax.Coalesce syntax) {
        return put(syntax.left(), " ?? ", syntax.right());
    }

    @Override
    public SyntaxPrinter visitElvis(Syntax.Elvis syntax) {
        return put(syntax.left(), " ?: ", syntax.right());
    }

    @Override
    public SyntaxPrinter visitBinding(Syntax.Binding syntax) {
        return put("$", syntax.variable(), " := ", syntax.value());
    }

    @Override
    public SyntaxPrinter visitApply(Syntax.Apply syntax) {
        return put(syntax.left(), " ~> ", syntax.right());
    }

    @Override
    public SyntaxPrinter visitRange(Syntax.Range syntax) {
        return put(syntax.from(), "..", syntax.to());
    }

    @Override
    public SyntaxPrinter visitArrayConstructor(Syntax.ArrayConstructor syntax) {
        return list("[", syntax.items(), ", ", "]");
    }

    @Override
    public SyntaxPrinter visitObjectConstructor(Syntax.ObjectConstructor syntax) {
        return pairs(syntax.pairs());
    }

    @Override
    public SyntaxPrinter visitBlock(Syntax.Block syntax) {
        return list("(", syntax.expressions(), "; ", ")");
    }

    @Override
    public SyntaxPrinter visitCall(Syntax.Call syntax) {
        return put(syntax.procedure()).list("(", syntax.arguments(), ", ", ")");
    }

    @Override
    public SyntaxPrinter visitPartialCall(Syntax.PartialCall syntax) {
        return put(syntax.procedure()).list("(", syntax.arguments(), ", ", ")");
    }

    @Override
    public SyntaxPrinter visitLambda(Syntax.Lambda syntax) {
        list("function(", syntax.parameters().stream().map(name -> "$" + name).toList(), ", ", ")");
        Signature signature = syntax.signature();
        return put(signature == null ? "" : signature.text(), "{", syntax.body(), "}");
    }

    @Override
    public SyntaxPrinter visitTransform(Syntax.Transform syntax) {
        put("|", syntax.pattern(), "|", syntax.update());
        Syntax delete = syntax.delete();
        return delete == null ? put("|") : put(", ", delete, "|");
    }
}
