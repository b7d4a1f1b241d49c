package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.Conditional;
import dev.stepwright.jsonata.code.Context;
import dev.stepwright.jsonata.code.Descendants;
import dev.stepwright.jsonata.code.Fallback;
import dev.stepwright.jsonata.code.Literal;
import dev.stepwright.jsonata.code.Negation;
import dev.stepwright.jsonata.code.Wildcard;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.regex.Regex;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxVisitor;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import java.util.Objects;
import tools.jackson.databind.node.StringNode;

/** Emits the code of literals, variables and operators. */
abstract class OperatorEmission implements SyntaxVisitor<Code> {
    final Compiler compiler;
    final Part part;
    final Scope scope;
    final Compiler.Mode mode;

    OperatorEmission(Compiler compiler, Part part, Scope scope, Compiler.Mode mode) {
        this.compiler = compiler;
        this.part = part;
        this.scope = scope;
        this.mode = mode;
    }

    final Code operand(int index) {
        return compiler.compile(part.parts.get(index), scope);
    }

    final Code ending(int index) {
        return compiler.compile(part.parts.get(index), scope, new Compiler.Mode(mode.last(), null));
    }

    @Override
    public Code visitOther(Syntax syntax) {
        return new Literal(Undefined.VALUE);
    }

    @Override
    public Code visitStringLiteral(Syntax.StringLiteral syntax) {
        return new Literal(StringNode.valueOf(syntax.value()));
    }

    @Override
    public Code visitNumberLiteral(Syntax.NumberLiteral syntax) {
        return new Literal(syntax.value());
    }

    @Override
    public Code visitConstant(Syntax.Constant syntax) {
        return new Literal(syntax.value());
    }

    @Override
    public Code visitRegexLiteral(Syntax.RegexLiteral syntax) {
        try {
            return new Literal(Regex.compile(syntax.pattern(), syntax.flags()));
        } catch (JsonataException unsupported) {
            compiler.problem(unsupported, syntax);
            return new Literal(Undefined.VALUE);
        }
    }

    @Override
    public Code visitVariable(Syntax.Variable syntax) {
        return switch (syntax.name()) {
            case "" -> new Context(false);
            case "$" -> new Context(true);
            default -> compiler.variable(syntax.name(), scope);
        };
    }

    @Override
    public Code visitWildcard(Syntax.Wildcard syntax) {
        return new Wildcard();
    }

    @Override
    public Code visitDescendants(Syntax.Descendants syntax) {
        return new Descendants();
    }

    @Override
    public Code visitParent(Syntax.Parent syntax) {
        String label = Objects.requireNonNull(part.slot).label;
        return scope.read(label, new Literal(Undefined.VALUE));
    }

    @Override
    public Code visitBinary(Syntax.Binary syntax) {
        return Operations.of(syntax, this::operand, part);
    }

    @Override
    public Code visitNegation(Syntax.Negation syntax) {
        if (part.kind == Part.Kind.VALUE && syntax.operand() instanceof Syntax.NumberLiteral number) {
            return new Literal(Numbers.negate(number.value()));
        }
        Code operand = operand(0);
        return Folding.fold(new Negation(operand, syntax.span().start()), operand);
    }

    @Override
    public Code visitConditional(Syntax.Conditional syntax) {
        Code otherwise = part.parts.size() > 2 ? ending(2) : new Literal(Undefined.VALUE);
        return new Conditional(operand(0), ending(1), otherwise);
    }

    @Override
    public Code visitCoalesce(Syntax.Coalesce syntax) {
        return new Fallback(false, operand(0), ending(1));
    }

    @Override
    public Code visitElvis(Syntax.Elvis syntax) {
        return new Fallback(true, operand(0), ending(1));
    }
}
